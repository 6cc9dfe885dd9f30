/** The host's article as text for the core, and stretches of that text as places in the article. */
import {
  attribute, firstChild, isElement, isText, lastChild, localName, nextSibling, parentNode, previousSibling,
} from './nodes.ts';
import { dataOf, isAdded, originOf } from './paint/cover.ts';
import { effectOf, spaceOf, type Effect, type Space } from './source/elements.ts';
import { Gap, Writer, type Stretch } from './source/writer.ts';

/** A stretch of one text node, in UTF-16 units of its data, end-exclusive. */
export type Piece = { node: Text; start: number; end: number };

/** An article as it was when it was read. */
export interface Source {
  /** What the core reads: blocks parted by blank lines. */
  readonly text: string;
  /** Where `text[start..end)` stands in the article, in order. None is empty; what parts blocks stands nowhere. */
  pieces(start: number, end: number): Piece[];
  /** The position in `text` of a place in the article; undefined outside of what was read. */
  at(node: Node, offset: number): number | undefined;
  /** Whose article it is. */
  readonly root: Element;
}

/**
 * Reads the article in `root` as a reader sees it, or by the names of elements where nothing is rendered. Changes
 * nothing. Marks that are drawn on it are not there: nodes and positions are those of the article without them.
 */
export function readSource(root: Element): Source {
  const writer = new Writer();
  const read = walk(root, writer);
  return new ReadSource(root, writer, read);
}

/**
 * Whether nothing has changed between two readings of an article: the same words in the same nodes. Marks that were
 * drawn or taken away meanwhile are no change, so that who watches the article need not know whose changes it sees.
 */
export function isSameSource(one: Source, other: Source): boolean {
  if (one.root !== other.root || one.text !== other.text) return false;
  const [pieces, others] = [one.pieces(0, one.text.length), other.pieces(0, other.text.length)];
  const isSame = ({ node, start, end }: Piece, index: number): boolean =>
    others[index]?.node === node && others[index].start === start && others[index].end === end;
  return pieces.length === others.length && pieces.every(isSame);
}

/** The cell of a table that something is in. */
type Cell = { from: number; lines: number };

/** An element that is being read. */
type Open = {
  element: Element;
  effect: Effect;
  style: CSSStyleDeclaration;
  /** How its own text counts; nothing is known before there is some. */
  space: Space | undefined;
  isVisible: boolean;
  /** What is next in it: a node with its siblings, or one of the nodes that are assigned to a slot. */
  next: Node | null;
  assigned: readonly Node[] | undefined;
  index: number;
  cell: Cell | undefined;
};

/** Reads all that is in `root`, without recursion, however deep it is. Returns what it has come through. */
function walk(root: Element, writer: Writer): Set<Node> {
  const read = new Set<Node>([root]);
  const own = localName(root) === 'news-mark';
  const open: Open[] = [begun(root, 'inline', getComputedStyle(root), undefined)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node = take(top);
    if (node === null) {
      end(top, writer);
      open.pop();
    } else if (isAdded(node)) {
      continue;
    } else if (isText(node)) {
      read.add(node);
      readText(node, top, writer);
    } else if (isElement(node) && !(own && top.element === root && attribute(node, 'slot'))) {
      const { effect, style } = effectOf(node);
      if (effect === 'nothing') continue;
      read.add(node);
      open.push(begun(node, effect, style, begin(effect, top.cell, writer)));
    }
  }
  return read;
}

function begun(element: Element, effect: Effect, style: CSSStyleDeclaration, cell: Cell | undefined): Open {
  const assigned = localName(element) === 'slot' ? assignedTo(element as HTMLSlotElement) : undefined;
  const next = assigned === undefined ? firstChild(element) : (assigned[0] ?? null);
  return { element, effect, style, space: undefined, isVisible: true, next, assigned, index: 0, cell };
}

/** What is shown in the place of a slot, among it other slots; undefined if that is its own content. */
function assignedTo(slot: HTMLSlotElement): readonly Node[] | undefined {
  const nodes = slot.assignedNodes();
  return nodes.length === 0 ? undefined : nodes;
}

function take(top: Open): Node | null {
  const node = top.next;
  if (node === null) return null;
  top.index += 1;
  top.next = top.assigned === undefined ? nextSibling(node) : (top.assigned[top.index] ?? null);
  return node;
}

function readText(node: Text, top: Open, writer: Writer): void {
  if (top.space === undefined) {
    top.space = spaceOf(top.element, top.style);
    top.isVisible = !/^(hidden|collapse)$/.test(top.style.visibility);
  }
  if (top.isVisible) writer.text(node, dataOf(node), top.space);
}

/** Returns the cell that what is in the element is in. */
function begin(effect: Effect, cell: Cell | undefined, writer: Writer): Cell | undefined {
  if (effect === 'block') blockIn(cell, writer);
  else if (effect === 'break') writer.gap(Gap.line);
  else if (effect === 'quote') writer.add('“');
  else if (effect === 'cell') {
    writer.gap(Gap.cell);
    return { from: writer.length, lines: writer.lines + (writer.length > 0 && writer.waiting > Gap.cell ? 1 : 0) };
  }
  return cell;
}

function end({ effect, cell }: Open, writer: Writer): void {
  if (effect === 'block') blockIn(cell, writer);
  else if (effect === 'quote') writer.close('”');
  else if (effect === 'cell' && cell !== undefined && writer.length > cell.from) {
    // What ends with a cell's last paragraph is the cell; but tables that lay out a page have blocks in cells.
    if (writer.lines > cell.lines) writer.gap(Gap.block);
    else writer.settle(Gap.cell);
  }
}

/** A block begins or ends. Before the first words of a cell that is the cell itself. */
function blockIn(cell: Cell | undefined, writer: Writer): void {
  if (cell === undefined || writer.length > cell.from) writer.gap(Gap.block);
}

class ReadSource implements Source {
  readonly root: Element;
  readonly text: string;
  readonly #writer: Writer;
  readonly #read: ReadonlySet<Node>;

  constructor(root: Element, writer: Writer, read: ReadonlySet<Node>) {
    this.root = root;
    this.text = writer.finish();
    this.#writer = writer;
    this.#read = read;
  }

  pieces(start: number, end: number): Piece[] {
    const { stretches } = this.#writer;
    const pieces: Piece[] = [];
    let index = lastAt(stretches, 0, stretches.length, (stretch) => stretch.at <= start);
    for (let stretch = stretches[Math.max(index, 0)]; stretch !== undefined && stretch.at < end; ) {
      const [from, to] = [Math.max(start - stretch.at, 0), Math.min(end - stretch.at, stretch.length)];
      const piece = { node: stretch.node, start: stretch.offset + from, end: stretch.offset + to };
      const last = pieces.at(-1);
      // One piece over white space that was read as less.
      if (from < to && last?.node === piece.node && last.end <= piece.start) last.end = piece.end;
      else if (from < to) pieces.push(piece);
      index = Math.max(index, 0) + 1;
      stretch = stretches[index];
    }
    return pieces;
  }

  at(node: Node, offset: number): number | undefined {
    if (isText(node)) {
      const origin = originOf(node);
      return this.#atText(origin.node, origin.offset + offset);
    }
    return this.#isInside(node) ? this.#atChild(node, offset) : undefined;
  }

  /** Whether the node was read, or is in a mark that was drawn on what was read. */
  #isInside(node: Node): boolean {
    let [child, each]: [Node, Node | null] = [node, node];
    while (each !== null && !this.#read.has(each)) [child, each] = [each, parentNode(each)];
    return each !== null && (child === each || isAdded(child));
  }

  #atText(node: Text, offset: number): number | undefined {
    const { stretches, visits } = this.#writer;
    const visit = visits.get(node);
    if (visit === undefined) return undefined;
    const index = lastAt(stretches, visit.first, visit.end, (stretch) => stretch.offset <= offset);
    const stretch = index < visit.first ? undefined : stretches[index];
    if (stretch !== undefined) return stretch.at + Math.min(offset - stretch.offset, stretch.length);
    return visit.end > 0 ? stretches[visit.first]?.at : visit.at;
  }

  /** A place between children: after the last text before it in the same element, or before the next text. */
  #atChild(parent: Node, offset: number): number {
    let child = firstChild(parent);
    for (let index = 0; index < offset && child !== null; index += 1) child = nextSibling(child);
    const before = child === null ? lastChild(parent) : previousSibling(child);
    for (let node = offset > 0 ? deepest(before) : null; node !== null; node = previous(node, parent)) {
      const at = isText(node) ? this.at(node, node.data.length) : undefined;
      if (at !== undefined) return at;
    }
    const { root } = this;
    for (let node = child ?? after(parent, root); node !== null; node = firstChild(node) ?? after(node, root)) {
      const at = isText(node) ? this.at(node, 0) : undefined;
      if (at !== undefined) return at;
    }
    return this.text.length;
  }
}

/** The last of `low` to `high` that `holds`, which the first ones do; one less than `low` if none does. */
function lastAt(
  stretches: readonly Stretch[],
  low: number,
  high: number,
  holds: (stretch: Stretch) => boolean,
): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(stretches[middle] as Stretch)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The node after all that is in `node`, in `root`. */
function after(node: Node, root: Node): Node | null {
  for (let each: Node | null = node; each !== null && each !== root; each = parentNode(each)) {
    const sibling = nextSibling(each);
    if (sibling !== null) return sibling;
  }
  return null;
}

/** The node before `node`, in `root`, if nodes are taken with what is in them first. */
function previous(node: Node, root: Node): Node | null {
  const sibling = previousSibling(node);
  if (sibling !== null) return deepest(sibling);
  const parent = parentNode(node);
  return parent === root ? null : parent;
}

function deepest(node: Node | null): Node | null {
  let last = node;
  for (let child = last; child !== null; child = lastChild(child)) last = child;
  return last;
}
