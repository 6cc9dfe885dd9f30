/** Marks as CSS Custom Highlights: nodes of the article are never touched. */
import type { Piece, Source } from '../source.ts';
import { adopt } from './adopt.ts';
import { isDark, watchGround } from './ground.ts';
import { Placed } from './placed.ts';
import type { Mark, Painter } from './painter.ts';
import { bringToMiddle, firstLine } from './scroll.ts';
import { selectionIn } from './selection.ts';

/** Names are drawn over quotes, and what is selected over all. */
const OVER = { quote: 1, name: 2, selected: 3 };
const SELECTED = 'selected';

/** Whether the browser has CSS Custom Highlights and their style. */
export function canHighlight(): boolean {
  return (
    typeof Highlight === 'function' &&
    typeof CSS === 'object' &&
    CSS.highlights !== undefined &&
    CSS.supports('selector(::highlight(nm-person-sure))')
  );
}

/** Marks of the article in `scope`. Their style is in `sheets/highlights.css`, which is given as `sheet`. */
export function highlightPainter(scope: Document | ShadowRoot, sheet: CSSStyleSheet): Painter {
  return new HighlightPainter(scope, sheet);
}

/** What one painter has in one of the page's highlights. */
type Share = { kind: string; name: string; ranges: StaticRange[]; isShown: boolean };

class HighlightPainter implements Painter {
  readonly #scope: Document | ShadowRoot;
  readonly #sheet: CSSStyleSheet;
  #source: Source | undefined;
  #placed = new Placed([]);
  /** The ranges of each mark. */
  #ranges: StaticRange[][] = [];
  #shares = new Map<string, Share>();
  #selection: Share = { kind: SELECTED, name: SELECTED, ranges: [], isShown: false };
  #selected: string | null = null;
  #kinds: ReadonlySet<string> | undefined;
  #dark = false;
  #release: (() => void) | undefined;

  constructor(scope: Document | ShadowRoot, sheet: CSSStyleSheet) {
    this.#scope = scope;
    this.#sheet = sheet;
  }

  paint(source: Source, marks: readonly Mark[]): void {
    this.#drop();
    this.#source = source;
    this.#placed = new Placed(marks);
    this.#dark = isDark(source.root);
    this.#ranges = this.#placed.marks.map(({ start, end }) => source.pieces(start, end).map(rangeOf));
    for (const [index, { kind, certainty }] of this.#placed.marks.entries()) {
      const name = `${kind}-${certainty}`;
      let share = this.#shares.get(name);
      if (share === undefined) this.#shares.set(name, (share = { kind, name, ranges: [], isShown: false }));
      for (const range of this.#ranges[index] ?? []) share.ranges.push(range);
    }
    this.#release ??= this.#begin();
    this.#refresh();
  }

  show(kinds: ReadonlySet<string>): void {
    this.#kinds = new Set(kinds);
    this.#refresh();
  }

  select(id: string | null): void {
    this.#selected = id;
    this.#refresh();
  }

  hit(event: MouseEvent | PointerEvent | KeyboardEvent): string | undefined {
    const isKey = !('clientX' in event);
    const point = isKey ? caret(this.#scope) : pointed(event, this.#scope);
    const at = point && this.#source?.at(point.node, point.offset);
    if (at === undefined) return undefined;
    const hit = this.#placed.around(at).find((index) => {
      if (!this.#isVisible(index)) return false;
      // The letter nearest to the pointer may be far from it.
      return isKey || (this.#ranges[index] ?? []).some((range) => isIn(range, event));
    });
    return hit === undefined ? undefined : this.#placed.marks[hit]?.id;
  }

  rect(id: string): DOMRect | undefined {
    return this.#first(id)?.rect;
  }

  scrollTo(id: string, behavior: ScrollBehavior): void {
    const first = this.#first(id);
    if (first !== undefined) bringToMiddle(first.range.startContainer, first.rect, behavior);
  }

  focus(): boolean {
    return false;
  }

  clear(): void {
    this.#drop();
    this.#source = undefined;
    this.#selected = null;
    this.#release?.();
    this.#release = undefined;
  }

  #begin(): () => void {
    const leave = adopt(this.#scope, this.#sheet);
    const unwatch = watchGround(() => {
      const dark = this.#source !== undefined && isDark(this.#source.root);
      if (dark === this.#dark) return;
      this.#hide();
      this.#dark = dark;
      this.#refresh();
    });
    return () => {
      unwatch();
      leave();
    };
  }

  /** Forgets all marks. */
  #drop(): void {
    this.#hide();
    this.#shares.clear();
    this.#ranges = [];
    this.#placed = new Placed([]);
  }

  #hide(): void {
    for (const share of this.#shares.values()) this.#set(share, false);
    this.#set(this.#selection, false);
  }

  /** Shows what should be visible, and nothing else. */
  #refresh(): void {
    for (const share of this.#shares.values()) this.#set(share, this.#kinds?.has(share.kind) ?? true);
    this.#set(this.#selection, false);
    const visible = this.#placed.of(this.#selected).filter((index) => this.#isVisible(index));
    this.#selection.ranges = visible.flatMap((index) => this.#ranges[index] ?? []);
    this.#set(this.#selection, visible.length > 0);
  }

  #isVisible(index: number): boolean {
    const kind = this.#placed.marks[index]?.kind;
    return kind !== undefined && (this.#kinds?.has(kind) ?? true);
  }

  #set(share: Share, isShown: boolean): void {
    if (share.isShown === isShown) return;
    share.isShown = isShown;
    const name = this.#dark ? `nm-dark-${share.name}` : `nm-${share.name}`;
    if (isShown) addTo(name, share);
    else removeFrom(name, share.ranges);
  }

  /** The first line of a mark, and the range that it is of. */
  #first(id: string): { range: StaticRange; rect: DOMRect } | undefined {
    for (const index of this.#placed.of(id)) {
      for (const range of this.#ranges[index] ?? []) {
        const rect = firstLine(rectsOf(range));
        if (rect !== undefined) return { range, rect };
      }
    }
    return undefined;
  }
}

/**
 * A static range: 15,000 live ones make each change of the page half a millisecond slower, wherever it is, in Chromium
 * as in Firefox; static ones cost nothing, are made in two thirds of the time, and are painted as fast.
 */
function rangeOf({ node, start, end }: Piece): StaticRange {
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}

/** One live range for all questions, since the browser follows each that there ever was until it is collected. */
let asking: Range | undefined;

function rectsOf({ startContainer, startOffset, endContainer, endOffset }: StaticRange): readonly DOMRect[] {
  // The page has changed the text since it was read.
  if (endOffset > (endContainer as Text).data.length) return [];
  asking ??= document.createRange();
  asking.setStart(startContainer, startOffset);
  asking.setEnd(endContainer, endOffset);
  const rects = [...asking.getClientRects()];
  asking.selectNodeContents(document);
  asking.collapse();
  return rects;
}

/** The page's highlights are shared with other elements, and perhaps with another release of this one. */
function addTo(name: string, { kind, ranges }: Share): void {
  const shared = CSS.highlights.get(name);
  const highlight = shared ?? new Highlight();
  for (const range of ranges) highlight.add(range);
  if (shared !== undefined || ranges.length === 0) return;
  highlight.priority = kind === SELECTED ? OVER.selected : kind === 'quote' ? OVER.quote : OVER.name;
  CSS.highlights.set(name, highlight);
}

function removeFrom(name: string, ranges: readonly StaticRange[]): void {
  const highlight = CSS.highlights.get(name);
  if (highlight === undefined) return;
  // All at once, where there are no others: Firefox takes long for one after another.
  const own = ranges.filter((range) => highlight.has(range));
  if (own.length === highlight.size) CSS.highlights.delete(name);
  else for (const range of own) highlight.delete(range);
}

type Point = { node: Node; offset: number };

/** Browsers have one of the two: the second is the older one, of WebKit. */
type Pointing = {
  caretPositionFromPoint?(x: number, y: number, options?: { shadowRoots: ShadowRoot[] }): CaretPosition | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
};

function pointed({ clientX, clientY }: MouseEvent, scope: Document | ShadowRoot): Point | undefined {
  const pointing = document as Pointing;
  if (pointing.caretPositionFromPoint !== undefined) {
    const shadowRoots = scope instanceof ShadowRoot ? [scope] : [];
    const position = pointing.caretPositionFromPoint(clientX, clientY, { shadowRoots });
    return position === null ? undefined : { node: position.offsetNode, offset: position.offset };
  }
  const range = pointing.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

/** Where the reader's caret is, in browsers or pages that show one. */
function caret(scope: Document | ShadowRoot): Point | undefined {
  const selection = selectionIn(scope);
  return selection?.focusNode ? { node: selection.focusNode, offset: selection.focusOffset } : undefined;
}

function isIn(range: StaticRange, { clientX, clientY }: MouseEvent): boolean {
  for (const { left, right, top, bottom } of rectsOf(range)) {
    if (left <= clientX && clientX <= right && top <= clientY && clientY <= bottom) return true;
  }
  return false;
}
