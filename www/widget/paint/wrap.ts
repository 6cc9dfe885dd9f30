/** Puts elements around words of one text node, and takes them away again. */
import { insertBefore, nextSibling, parentNode, removeChild } from '../nodes.ts';
import { forget, keep, restored, type Cover } from './cover.ts';
import { nest, segments, type Run, type Span, type Tree } from './segments.ts';

/**
 * Draws `spans` on a text. Nothing, if it is nowhere by now.
 *
 * @param isItem whether the text is laid out as one item, which several elements would tear apart
 * @param make the element for a span, which it is asked for once for each part of it
 */
export function wrap(
  node: Text,
  spans: readonly Span[],
  isItem: boolean,
  make: (span: Span) => HTMLElement,
): Cover | undefined {
  const parent = parentNode(node);
  if (parent === null) return undefined;
  const whole = node.data;
  const runs = segments(whole.length, spans);
  const kept = isItem ? -1 : longest(runs);
  const texts: { node: Text; data: string; offset: number }[] = [];
  const grow = (trees: readonly Tree[], into: ParentNode): void => {
    for (const tree of trees) {
      if ('run' in tree) {
        const { start, end } = tree.run;
        const text = node.ownerDocument.createTextNode(whole.slice(start, end));
        texts.push({ node: text, data: text.data, offset: start });
        into.append(text);
      } else {
        const element = make(tree.span);
        grow(tree.inner, element);
        into.append(element);
      }
    }
  };
  const before = node.ownerDocument.createDocumentFragment();
  const after = node.ownerDocument.createDocumentFragment();
  grow(nest(runs.slice(0, Math.max(kept, 0))), before);
  grow(nest(runs.slice(kept + 1)), isItem ? around(after) : after);
  const run = runs[kept];
  const [place, offset] = [before.childNodes.length, run?.start ?? 0];
  const added = [...before.childNodes, ...after.childNodes];
  const left = run === undefined ? '' : whole.slice(run.start, run.end);
  const cover = { node, whole, left, offset, added, place, texts };
  keep(cover);
  insertBefore(parent, before, node);
  insertBefore(parent, after, nextSibling(node));
  node.data = left;
  return cover;
}

/** Takes away what `wrap` has drawn, whatever the page has done to it meanwhile. */
export function unwrap(cover: Cover): void {
  const { node, added, left } = cover;
  const data = restored(cover);
  if (parentNode(node) === null && left === '') {
    // An empty text goes when the page joins adjacent texts; its words are still there.
    const still = added.find((each) => parentNode(each) !== null);
    const parent = still && parentNode(still);
    if (still && parent) insertBefore(parent, node, still);
  }
  forget(cover);
  for (const each of added) {
    const parent = parentNode(each);
    if (parent !== null) removeChild(parent, each);
  }
  if (node.data !== data) node.data = data;
}

/** The longest run without a mark, which the text's own node can keep; -1, if there is none. */
function longest(runs: readonly Run[]): number {
  let [found, length] = [-1, 0];
  for (const [index, { start, end, open }] of runs.entries()) {
    if (open.length === 0 && end - start > length) [found, length] = [index, end - start];
  }
  return found;
}

/** One element in `fragment`, to be an item of its parent. */
function around(fragment: DocumentFragment): HTMLElement {
  const item = fragment.ownerDocument.createElement('span');
  item.className = 'nm-item';
  fragment.append(item);
  return item;
}
