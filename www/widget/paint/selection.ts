/** The reader's selection, while the texts that it is in are cut for marks or put together. */
import { isText } from '../nodes.ts';
import { originOf, placeOf } from './cover.ts';

type Point = { node: Node; offset: number };

/** The reader's selection, as it is seen in `scope`: Chromium keeps that of a shadow tree with its root. */
export function selectionIn(scope: Document | ShadowRoot): Selection | null {
  const own = scope as { getSelection?(): Selection | null };
  return own.getSelection?.() ?? document.getSelection();
}

/** Does `work` on what is in `scope`, after which the same words are selected as before. */
export function keepSelection(scope: Document | ShadowRoot, work: () => void): void {
  const selection = selectionIn(scope);
  const [anchor, focus] = [selection?.anchorNode, selection?.focusNode];
  if (!selection || !anchor || !focus || (!isText(anchor) && !isText(focus))) {
    work();
    return;
  }
  const from = origin(anchor, selection.anchorOffset);
  const to = origin(focus, selection.focusOffset);
  work();
  const [start, end] = [place(from), place(to)];
  const isKept =
    selection.anchorNode === start.node && selection.anchorOffset === start.offset &&
    selection.focusNode === end.node && selection.focusOffset === end.offset;
  if (isKept || !isThere(start) || !isThere(end)) return;
  selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

function origin(node: Node, offset: number): Point {
  if (!isText(node)) return { node, offset };
  const { node: own, offset: from } = originOf(node);
  return { node: own, offset: from + offset };
}

function place({ node, offset }: Point): Point {
  return isText(node) ? placeOf({ node, offset }) : { node, offset };
}

function isThere({ node, offset }: Point): boolean {
  return node.isConnected && offset <= (isText(node) ? node.data.length : node.childNodes.length);
}
