/** Marks as `<mark>` elements around words: readers reach them by keys, and screen readers know of them. */
import { box, parentElement, parentNode } from '../nodes.ts';
import type { Source } from '../source.ts';
import { adopt } from './adopt.ts';
import { isCovered, type Cover } from './cover.ts';
import { Dress } from './dress.ts';
import { isDark, watchGround } from './ground.ts';
import { Placed } from './placed.ts';
import type { Mark, Painter } from './painter.ts';
import { bringToMiddle, firstLine } from './scroll.ts';
import type { Span } from './segments.ts';
import { keepSelection } from './selection.ts';
import { Slices } from './slices.ts';
import { unwrap, wrap } from './wrap.ts';

/** A painter that draws a long article's marks in slices, first what is on the screen. */
export type MarkPainter = Painter & {
  /** Settled when all marks of the last `paint` are drawn, or are not to be drawn any more. */
  readonly painted: Promise<void>;
};

/** Marks of the article in `scope`. Their style is in `sheets/marks.css`, which is given as `sheet`. */
export function markPainter(scope: Document | ShadowRoot, sheet: CSSStyleSheet): MarkPainter {
  return new ElementPainter(scope, sheet);
}

/** A text node and what is to be drawn on it. `isItem`: the text is laid out as one item of its parent. */
type Job = { node: Text; spans: Span[]; isItem: boolean; isDone: boolean };

class ElementPainter implements MarkPainter {
  readonly #scope: Document | ShadowRoot;
  readonly #sheet: CSSStyleSheet;
  readonly #slices = new Slices<Job>((job) => this.#draw([job]));
  readonly #dress: Dress;
  #source: Source | undefined;
  #placed = new Placed([]);
  #jobs = new Map<Text, Job>();
  /** The texts of each mark. */
  #texts: Text[][] = [];
  #covers: Cover[] = [];
  #release: (() => void) | undefined;

  constructor(scope: Document | ShadowRoot, sheet: CSSStyleSheet) {
    this.#scope = scope;
    this.#sheet = sheet;
    this.#dress = new Dress('host' in scope);
  }

  get painted(): Promise<void> {
    return this.#slices.done;
  }

  paint(source: Source, marks: readonly Mark[]): void {
    const focused = this.#dress.idOf(this.#active());
    this.#drop();
    this.#source = source;
    this.#placed = new Placed(marks);
    this.#dress.begin(this.#placed, isDark(source.root));
    this.#release ??= this.#begin();
    this.#plan(source);
    this.#slices.start(measured([...this.#jobs.values()]));
    if (focused !== undefined) this.focus(focused);
  }

  show(kinds: ReadonlySet<string>): void {
    this.#dress.show(kinds);
  }

  select(id: string | null): void {
    this.#dress.select(id);
  }

  hit(event: MouseEvent | PointerEvent | KeyboardEvent): string | undefined {
    const target = event.composedPath()[0] ?? event.target;
    for (let node = target instanceof Node ? target : null; node !== null; node = parentNode(node)) {
      const id = this.#dress.idOf(node);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  rect(id: string): DOMRect | undefined {
    return this.#first(id)?.rect;
  }

  scrollTo(id: string, behavior: ScrollBehavior): void {
    const first = this.#first(id);
    if (first !== undefined) bringToMiddle(first.element, first.rect, behavior);
  }

  focus(id: string): boolean {
    this.#ensure(id);
    const head = this.#dress.headOf(id);
    if (head === undefined) return false;
    this.#dress.stopAt(id);
    head.focus({ preventScroll: true });
    return this.#active() === head;
  }

  clear(): void {
    this.#drop();
    this.#source = undefined;
    this.#dress.select(null);
    this.#release?.();
    this.#release = undefined;
  }

  #active(): Element | null {
    const root = this.#source?.root.getRootNode();
    return root !== undefined && 'activeElement' in root ? (root as Document).activeElement : null;
  }

  #begin(): () => void {
    const leave = adopt(this.#scope, this.#sheet);
    const unwatch = watchGround(() => {
      if (this.#source !== undefined) this.#dress.turn(isDark(this.#source.root));
    });
    const root = this.#scope;
    const focused = (event: Event): void => {
      const id = this.#dress.idOf(event.composedPath()[0] as Node);
      if (id !== undefined) this.#dress.stopAt(id);
    };
    root.addEventListener('focusin', focused);
    return () => {
      unwatch();
      leave();
      root.removeEventListener('focusin', focused);
    };
  }

  /** Finds out what is to be drawn where. */
  #plan(source: Source): void {
    this.#texts = this.#placed.marks.map(({ start, end }, mark) =>
      source.pieces(start, end).map((piece) => {
        let job = this.#jobs.get(piece.node);
        if (job === undefined) this.#jobs.set(piece.node, (job = { node: piece.node, spans: [], isItem: false, isDone: false }));
        job.spans.push({ start: piece.start, end: piece.end, mark });
        return piece.node;
      }),
    );
  }

  #draw(jobs: readonly Job[]): void {
    const waiting = jobs.filter(({ isDone }) => !isDone);
    if (waiting.length === 0) return;
    keepSelection(this.#scope, () => {
      for (const job of waiting) {
        job.isDone = true;
        const { length } = job.node.data;
        // What the page has changed since it was read stays without; and what another painter has drawn on.
        if (isCovered(job.node) || job.spans.some(({ end }) => end > length)) continue;
        const cover = wrap(job.node, job.spans, job.isItem, ({ mark }) => {
          return this.#dress.make(mark, job.node.ownerDocument, this.#texts[mark]?.[0] === job.node);
        });
        if (cover !== undefined) this.#covers.push(cover);
      }
    });
  }

  /** Draws a mark now, wherever its turn would be. */
  #ensure(id: string): void {
    const texts = this.#placed.of(id).flatMap((mark) => this.#texts[mark] ?? []);
    const jobs = texts.flatMap((text) => this.#jobs.get(text) ?? []);
    this.#draw(jobs);
  }

  /** Takes all marks away. */
  #drop(): void {
    this.#slices.stop();
    const covers = this.#covers;
    if (covers.length > 0) keepSelection(this.#scope, () => covers.reverse().forEach(unwrap));
    this.#covers = [];
    this.#jobs.clear();
    this.#texts = [];
    this.#placed = new Placed([]);
    this.#dress.begin(this.#placed, false);
  }

  #first(id: string): { element: HTMLElement; rect: DOMRect } | undefined {
    this.#ensure(id);
    for (const element of this.#dress.elementsOf(id)) {
      const rect = firstLine(element.getClientRects());
      if (rect !== undefined) return { element, rect };
    }
    return undefined;
  }
}

/**
 * Finds out how texts are laid out, all at once: after the first change each question would have the page laid out
 * anew. What is on the screen comes first; else the order is that of reading.
 */
function measured(jobs: readonly Job[]): Job[] {
  const parents = new Map<Element | null, { isSeen: boolean; isItem: boolean }>();
  const [seen, unseen]: [Job[], Job[]] = [[], []];
  for (const job of jobs) {
    const parent = parentElement(job.node);
    let layout = parents.get(parent);
    if (layout === undefined) parents.set(parent, (layout = layoutOf(parent)));
    job.isItem = layout.isItem;
    (layout.isSeen ? seen : unseen).push(job);
  }
  return [...seen, ...unseen];
}

function layoutOf(parent: Element | null): { isSeen: boolean; isItem: boolean } {
  if (parent === null) return { isSeen: true, isItem: false };
  const { top, bottom } = box(parent);
  return { isSeen: bottom >= 0 && top <= innerHeight, isItem: /flex|grid/.test(getComputedStyle(parent).display) };
}
