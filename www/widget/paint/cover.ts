/**
 * What stands in the place of a text while marks are drawn on it. The text's own node stays where it is, with
 * one stretch of its data or none, so that programs of the page that hold it can change or remove it.
 */
import { isElement, isText, nodeType, parentNode, firstChild, nextSibling } from '../nodes.ts';

/** One text that was cut for marks. */
export type Cover = {
  readonly node: Text;
  /** Its data before, and by now. */
  readonly whole: string;
  readonly left: string;
  /** Where `left` stands in `whole`. */
  readonly offset: number;
  /** The siblings put around the node, in order; the node is before the one at `place`. */
  readonly added: readonly ChildNode[];
  readonly place: number;
  /** Their texts, in order, as they were made, and where each stands in `whole`. */
  readonly texts: readonly { node: Text; data: string; offset: number }[];
};

const covers = new WeakMap<Text, Cover>();
const added = new WeakSet<Node>();
const origins = new WeakMap<Text, { node: Text; offset: number }>();

/** Keeps that a text is covered. */
export function keep(cover: Cover): void {
  covers.set(cover.node, cover);
  for (const node of cover.added) added.add(node);
  for (const { node, offset } of cover.texts) origins.set(node, { node: cover.node, offset });
}

/** Forgets it: the text is to be itself again. */
export function forget(cover: Cover): void {
  covers.delete(cover.node);
}

/** Whether a text is covered. */
export const isCovered = (node: Text): boolean => covers.has(node);

/** Whether a painter has put the node into the article. */
export const isAdded = (node: Node): boolean => added.has(node);

/** A text's data, as it is without marks. */
export function dataOf(node: Text): string {
  const cover = covers.get(node);
  return cover === undefined ? node.data : restored(cover);
}

/** Whose words those of a text are, and where they begin there. */
export function originOf(node: Text): { node: Text; offset: number } {
  return origins.get(node) ?? { node, offset: covers.get(node)?.offset ?? 0 };
}

/**
 * The data that a text should have when its marks are gone: what it had, or what the page has made of it. A
 * program that sets the data of its node means all of it; somebody who types in the text means where they type.
 */
export function restored(cover: Cover): string {
  const { node, whole, left, added, texts } = cover;
  const [isSet, isOther] = [node.data !== left, isEdited(node, added, texts)];
  if (!isSet && !isOther) return whole;
  return isOther || isEditable(node) ? current(cover) : node.data;
}

/** Whether words have changed, or some have gone; not where the page has moved the text away from its marks. */
function isEdited(node: Text, added: Cover['added'], texts: Cover['texts']): boolean {
  const parent = parentNode(node);
  const beside = added.filter((each) => parentNode(each) === parent).length;
  return (
    texts.some((text) => text.node.data !== text.data) ||
    added.some((each) => parentNode(each) === null) ||
    (beside > 0 && beside < added.length)
  );
}

function isEditable(node: Text): boolean {
  const parent = parentNode(node);
  return parent !== null && isElement(parent) && (parent as Partial<HTMLElement>).isContentEditable === true;
}

/** The words that stand there now. */
function current({ node, added, place }: Cover): string {
  const parent = parentNode(node) ?? parentNode(added[0] ?? node);
  let out = '';
  const take = (each: Node): void => {
    if (parentNode(each) === parent) out += textOf(each);
  };
  added.slice(0, place).forEach(take);
  out += node.data;
  added.slice(place).forEach(take);
  return out;
}

/** All text in a node that a painter has made, which is never deep. */
function textOf(node: Node): string {
  if (isText(node)) return node.data;
  let out = '';
  if (nodeType(node) !== 1) return out;
  for (let child = firstChild(node); child !== null; child = nextSibling(child)) out += textOf(child);
  return out;
}

/** Where a place in a text is now. */
export function placeOf(origin: { node: Text; offset: number }): { node: Text; offset: number } {
  const cover = covers.get(origin.node);
  if (cover === undefined) return origin;
  const { offset } = origin;
  const own = { node: cover.node, offset: cover.offset, data: cover.left };
  for (const part of [own, ...cover.texts]) {
    if (part.offset <= offset && offset <= part.offset + part.data.length && part.data !== '') {
      return { node: part.node, offset: offset - part.offset };
    }
  }
  return { node: cover.node, offset: 0 };
}
