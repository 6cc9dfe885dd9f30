/** An article that the element itself shows: a text that a program or a reader gave it. */
import { h } from './dom.ts';
import type { Piece, Source } from './source.ts';

/** A paragraph of the text. */
export type Paragraph = { element: HTMLElement; node: Text; start: number; end: number };

/** A text as paragraphs in `root`, in which positions are those of the text. */
export class TextSource implements Source {
  readonly root: Element;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];

  /** Puts the paragraphs of `text` into `root`, in the place of what was there. */
  constructor(root: Element, text: string) {
    this.root = root;
    this.text = text;
    const paragraphs: Paragraph[] = [];
    // Blocks are parted by blank lines.
    for (const { 0: block, index } of text.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
      const node = document.createTextNode(block);
      const element = h('p', { part: 'paragraph', dir: 'auto' }, node);
      paragraphs.push({ element, node, start: index, end: index + block.length });
    }
    this.paragraphs = paragraphs;
    root.replaceChildren(...paragraphs.map(({ element }) => element));
  }

  pieces(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    for (let i = this.#first(start); i < this.paragraphs.length; i += 1) {
      const paragraph = this.paragraphs[i];
      if (paragraph === undefined || paragraph.start >= end) break;
      const piece = {
        node: paragraph.node,
        start: Math.max(start, paragraph.start) - paragraph.start,
        end: Math.min(end, paragraph.end) - paragraph.start,
      };
      if (piece.start < piece.end) pieces.push(piece);
    }
    return pieces;
  }

  at(node: Node, offset: number): number | undefined {
    // Few: this is asked where somebody points, not for every mark.
    const paragraph = this.paragraphs.find(({ element }) => element.contains(node));
    if (paragraph === undefined) return undefined;
    const range = document.createRange();
    range.selectNodeContents(paragraph.element);
    range.setEnd(node, offset);
    return paragraph.start + Math.min(range.toString().length, paragraph.end - paragraph.start);
  }

  /** The first paragraph that ends after `start`. */
  #first(start: number): number {
    let [low, high] = [0, this.paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.paragraphs[middle]?.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
