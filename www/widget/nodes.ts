/**
 * Looks at nodes by the browser's own accessors. A form's controls hide its properties behind their names
 * (`<input name="firstChild">`), and articles stand in forms.
 */

type Owner = { readonly prototype: object } | undefined;

/** The accessor `name` of `owner`, which is missing where there is no page: the package is imported there, too. */
function getter<N extends Node, K extends keyof N & string>(owner: Owner, name: K): (node: N) => N[K] {
  const get = owner && Object.getOwnPropertyDescriptor(owner.prototype, name)?.get;
  return get === undefined ? (node) => node[name] : (node) => get.call(node) as N[K];
}

function method<A extends unknown[], R>(owner: Owner, name: string): (node: Node, ...args: A) => R {
  const found = owner && (Object.getOwnPropertyDescriptor(owner.prototype, name)?.value as unknown);
  return (node, ...args) => Reflect.apply(found as (...args: A) => R, node, args);
}

const [ofNode, ofElement] = [globalThis.Node as Owner, globalThis.Element as Owner];

/** @see Node.nodeType */
export const nodeType = getter<Node, 'nodeType'>(ofNode, 'nodeType');
/** @see Node.firstChild */
export const firstChild = getter<Node, 'firstChild'>(ofNode, 'firstChild');
/** @see Node.lastChild */
export const lastChild = getter<Node, 'lastChild'>(ofNode, 'lastChild');
/** @see Node.nextSibling */
export const nextSibling = getter<Node, 'nextSibling'>(ofNode, 'nextSibling');
/** @see Node.previousSibling */
export const previousSibling = getter<Node, 'previousSibling'>(ofNode, 'previousSibling');
/** @see Node.parentNode */
export const parentNode = getter<Node, 'parentNode'>(ofNode, 'parentNode');
/** @see Node.parentElement */
export const parentElement = getter<Node, 'parentElement'>(ofNode, 'parentElement');
/** @see Element.localName */
export const localName = getter<Element, 'localName'>(ofElement, 'localName');
/** @see Element.getAttribute */
export const attribute = method<[name: string], string | null>(ofElement, 'getAttribute');
/** @see Element.getBoundingClientRect */
export const box = method<[], DOMRect>(ofElement, 'getBoundingClientRect');
/** @see Node.insertBefore */
export const insertBefore = method<[node: Node, before: Node | null], Node>(ofNode, 'insertBefore');
/** @see Node.removeChild */
export const removeChild = method<[node: Node], Node>(ofNode, 'removeChild');

/** Whether the node is an element. */
export const isElement = (node: Node): node is Element => nodeType(node) === 1;
/** Whether the node is text. */
export const isText = (node: Node): node is Text => nodeType(node) === 3;
