/** The host's article as text for the core, and stretches of that text as places in the article. */

/** A stretch of one text node, in UTF-16 units of its data, end-exclusive. */
export type Piece = { node: Text; start: number; end: number };

/** An article as it was when it was read. */
export interface Source {
  /** What the core reads: blocks parted by blank lines. */
  readonly text: string;
  /** Where `text[start..end)` stands in the article, in order. None is empty; what was put between blocks is nowhere. */
  pieces(start: number, end: number): Piece[];
  /** The position in `text` of a place in the article; undefined outside of what was read. */
  at(node: Node, offset: number): number | undefined;
  /** Whose article it is. */
  readonly root: Element;
}
