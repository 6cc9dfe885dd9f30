/** Elements of the shadow tree. Nothing here is parsed from text. */

type Props = {
  [name: string]: string | boolean | number | undefined | ((event: never) => void);
};

/** An element with attributes, listeners (`onclick` …) and children; `undefined` and `false` leave one out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  props: Props = {},
  ...children: (Node | string | undefined | false)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  set(element, props);
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** Sets attributes, and adds listeners; `undefined` and `false` take an attribute away. */
export function set(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Replaces what is in `parent`. */
export function fill(parent: Element, ...children: (Node | string | undefined | false)[]): void {
  parent.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
}

/** A style sheet from text. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** The same with sizes that go by the host's variable: what the root element of a page is set in is the page's matter. */
export const scaled = (css: string): string => css.replace(/([\d.]+)rem\b/g, 'calc($1 * var(--nm-font-size, 16px))');

/** `value` and all that is in it, frozen: what hosts are handed is theirs to read. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** Properties that were set before an element was defined are own ones of the object, and hide those of its class. */
export function upgrade(element: HTMLElement, prototype: object): void {
  const own = element as unknown as Record<string, unknown>;
  for (const name of Object.keys(element)) {
    if (!(name in prototype)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
