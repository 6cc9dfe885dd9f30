/** Text put together from stretches of text nodes and the breaks between them, with a map back. */
import type { Space } from './elements.ts';

/** A break between two words; the strongest of several counts. */
export const Gap = { none: 0, space: 1, cell: 2, line: 3, block: 4 } as const;
type Gap = (typeof Gap)[keyof typeof Gap];

const BETWEEN = ['', ' ', '\t', '\n', '\n\n'];

/** A stretch of the text that stands in one text node, letter by letter. */
export type Stretch = { at: number; length: number; node: Text; offset: number };

/** Which stretches are of a text node: `first` to `end`, if any; and where the text had come to before it. */
export type Visit = { first: number; end: number; at: number };

/** Runs of white space that differ from the one space, or the line breaks, that they are read as. */
const RUNS = { collapse: /[ \t\n\r\f]{2,}/g, 'preserve-breaks': /[ \t\r\f]*\n[ \t\n\r\f]*|[ \t\r\f]{2,}/g };

/** Collects text. Breaks at both ends are dropped. */
export class Writer {
  readonly stretches: Stretch[] = [];
  readonly visits = new Map<Text, Visit>();
  /** Up to where it is written. */
  length = 0;
  /** How many new lines and blank lines are written. */
  lines = 0;
  #out: string[] = [];
  #gap: Gap = Gap.none;
  /** The white space that a gap of one space would be. */
  #space: { node: Text; offset: number } | undefined;

  /** A break before what comes next. Two new lines are a blank line. */
  gap(gap: Gap): void {
    if (this.#gap === Gap.line && gap === Gap.line) this.#gap = Gap.block;
    else if (gap > this.#gap) this.#gap = gap;
  }

  /** What waits before the next words. */
  get waiting(): Gap {
    return this.#gap;
  }

  /** Takes another break than the one that waits. */
  settle(gap: Gap): void {
    this.#gap = gap;
  }

  /** Letters that stand nowhere in the document. */
  add(text: string): void {
    this.#flush();
    this.#push(text);
  }

  /** The same, right after the last words: what waits comes after. */
  close(text: string): void {
    // White space that stands before it in the document cannot be what comes after it.
    this.#space = undefined;
    this.#push(text);
  }

  /** A text node, which may have been cut for marks: `data` is what its author wrote. */
  text(node: Text, data: string, space: Space): void {
    this.visits.set(node, { first: 0, end: 0, at: this.length });
    const [lead, trail] = edges(data);
    if (lead > 0) this.#white(node, data, 0, lead, space);
    if (lead < data.length) {
      this.#words(node, data, lead, data.length - trail, space);
      if (trail > 0) this.#white(node, data, data.length - trail, data.length, space);
    }
  }

  /** All of it. */
  finish(): string {
    return this.#out.join('');
  }

  #words(node: Text, data: string, start: number, end: number, space: Space): void {
    let from = start;
    if (space !== 'preserve') {
      const runs = RUNS[space];
      runs.lastIndex = start;
      for (let run = runs.exec(data); run !== null && run.index < end; run = runs.exec(data)) {
        this.#put(node, from, data.slice(from, run.index), space);
        from = run.index + run[0].length;
        this.#white(node, data, run.index, from, space);
      }
    }
    this.#put(node, from, data.slice(from, end), space);
  }

  #put(node: Text, offset: number, words: string, space: Space): void {
    this.#flush();
    const text = space === 'preserve' ? words : words.replace(/[\t\n\r\f]/g, ' ');
    this.#stretch(node, offset, text);
  }

  /** White space between words: line breaks where they count, else one space. */
  #white(node: Text, data: string, start: number, end: number, space: Space): void {
    const lines = space === 'collapse' ? 0 : data.slice(start, end).split('\n').length - 1;
    for (let line = 0; line < Math.min(lines, 2); line += 1) this.gap(Gap.line);
    if (this.#gap === Gap.none) this.#space = { node, offset: start };
    this.gap(Gap.space);
  }

  #flush(): void {
    const [gap, space] = [this.#gap, this.#space];
    this.#gap = Gap.none;
    this.#space = undefined;
    if (this.length === 0 || gap === Gap.none) return;
    if (gap === Gap.space && space !== undefined) {
      this.#stretch(space.node, space.offset, ' ');
      return;
    }
    this.#push(BETWEEN[gap] ?? '');
    if (gap >= Gap.line) this.lines += 1;
  }

  #stretch(node: Text, offset: number, text: string): void {
    const last = this.stretches.at(-1);
    if (last?.node === node && last.offset + last.length === offset && last.at + last.length === this.length) {
      last.length += text.length;
    } else {
      const visit = this.visits.get(node);
      if (visit !== undefined) {
        // Here, because a node's white space is written when the next words come, which may be another's.
        if (visit.end === 0) visit.first = this.stretches.length;
        visit.end = this.stretches.length + 1;
      }
      this.stretches.push({ at: this.length, length: text.length, node, offset });
    }
    this.#push(text);
  }

  #push(text: string): void {
    this.#out.push(text);
    this.length += text.length;
  }
}

/** How much white space `data` begins and ends with; all of it is at the begin, if there is nothing else. */
function edges(data: string): [lead: number, trail: number] {
  const lead = data.search(/[^ \t\n\r\f]/);
  if (lead < 0) return [data.length, 0];
  let end = data.length;
  while (/[ \t\n\r\f]/.test(data.charAt(end - 1))) end -= 1;
  return [lead, data.length - end];
}
