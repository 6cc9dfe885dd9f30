/** Overlapping marks as flat runs, as `src/segments.rs` cuts them, and as a tree of elements. */

/** Where a mark stands in a text node, and which one it is. */
export type Span = { start: number; end: number; mark: number };
/** A run and the spans that cover it, outermost first. */
export type Run = { start: number; end: number; open: readonly Span[] };

/**
 * How many marks may stand around one word. More than a handful never occurs in an article; the bound keeps a
 * hostile text from building a tree that is too deep to draw.
 */
const MAX_DEPTH = 12;

/**
 * Cuts `0..length` at every end of every span. Runs without a span are there too. `spans` are in the order of
 * reading, longer ones first. `O(n log n + output)`.
 */
export function segments(length: number, spans: readonly Span[]): Run[] {
  const cuts = [0, length];
  for (const { start, end } of spans) {
    if (start > 0 && start < length) cuts.push(start);
    if (end > 0 && end < length) cuts.push(end);
  }
  cuts.sort((a, b) => a - b);
  const runs: Run[] = [];
  let [next, open]: [number, Span[]] = [0, []];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined || end === start) continue;
    open = open.filter((span) => span.end > start);
    for (let span = spans[next]; span !== undefined && span.start <= start; span = spans[(next += 1)]) open.push(span);
    runs.push({ start, end, open: open.slice(0, MAX_DEPTH) });
  }
  return runs;
}

/** A tree of elements over runs. A mark that crosses another's end is cut into several. */
export type Tree = { run: Run } | { span: Span; inner: Tree[] };

/** Nests runs that stand side by side. */
export function nest(runs: readonly Run[]): Tree[] {
  const top: Tree[] = [];
  const open: { span: Span; inner: Tree[] }[] = [];
  for (const run of runs) {
    let common = 0;
    while (common < open.length && open[common]?.span === run.open[common]) common += 1;
    open.length = common;
    for (const span of run.open.slice(common)) {
      const element = { span, inner: [] };
      (open.at(-1)?.inner ?? top).push(element);
      open.push(element);
    }
    (open.at(-1)?.inner ?? top).push({ run });
  }
  return top;
}
