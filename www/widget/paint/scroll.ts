/** Places on the screen. */
import { box, isElement, parentNode } from '../nodes.ts';

/** The first line of those that something takes on the screen. */
export function firstLine(rects: Iterable<DOMRect>): DOMRect | undefined {
  for (const rect of rects) if (rect.width > 0 || rect.height > 0) return rect;
  return undefined;
}

/** The element that `node` is shown in: a slot, the host of a shadow root or its parent. */
function shownIn(node: Node): Element | undefined {
  const slot = (node as Partial<Text>).assignedSlot;
  if (slot) return slot;
  const parent = parentNode(node);
  if (parent === null || isElement(parent)) return parent ?? undefined;
  return (parent as Partial<ShadowRoot>).host;
}

/** Brings `rect`, which is of `node`, to the middle of all that scrolls around it. */
export function bringToMiddle(node: Node, rect: DOMRect, behavior: ScrollBehavior): void {
  let middle = rect.top + rect.height / 2;
  const page = document.scrollingElement ?? document.documentElement;
  for (let each = shownIn(node); each !== undefined && each !== page; each = shownIn(each)) {
    const room = each.scrollHeight - each.clientHeight;
    if (room <= 0 || each === document.body || !/auto|scroll|hidden/.test(getComputedStyle(each).overflowY)) continue;
    const wanted = middle - (box(each).top + each.clientTop + each.clientHeight / 2);
    // A smooth one has not moved yet when the next one is asked.
    const by = Math.max(-each.scrollTop, Math.min(wanted, room - each.scrollTop));
    each.scrollBy({ top: by, behavior });
    middle -= by;
  }
  scrollBy({ top: middle - innerHeight / 2, behavior });
}
