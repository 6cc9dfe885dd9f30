/** The element's attributes: what each may be, and what it is where it is not set or makes no sense. */

import type { Options } from '../../src/wasm/types.d.ts';
import { dateOrderOf } from './locale.ts';

/** Names that a host knows, and words never to mark. */
export type Lexicon = { names: NonNullable<Options['lexicon']>; ignore?: string[] };

/** The kinds of marks, in the order of the page. */
export const KINDS = [
  'person', 'organisation', 'place', 'group', 'event', 'product', 'work', 'date', 'amount', 'quote',
] as const;
export type Kind = (typeof KINDS)[number];

/** Attributes that are one of some words; the first is what counts where nothing else does. */
const ONE_OF = {
  'date-order': ['auto', 'mdy', 'dmy', 'ymd'],
  layout: ['auto', 'split', 'article', 'sidebar', 'stacked'],
  theme: ['auto', 'light', 'dark'],
  mode: ['read', 'review'],
  input: ['none', 'paste', 'full'],
  persist: ['none', 'session', 'local'],
  share: ['off', 'fragment'],
  shortcuts: ['on', 'off'],
  boilerplate: ['dim', 'hide', 'keep'],
  paint: ['auto', 'highlights', 'marks'],
} as const;

/** Attributes with any text. */
const TEXT = ['locale', 'ui-lang', 'for', 'name'] as const;

const DEFAULT_KINDS: readonly Kind[] = ['person', 'organisation', 'place', 'date', 'quote'];
const MAX_BYTES = 2_097_152;

export const OBSERVED = [
  ...Object.keys(ONE_OF), ...TEXT, 'published', 'types', 'max-bytes', 'readonly', 'disabled', 'dir', 'lang',
];

type OneOf = typeof ONE_OF;

/** The attribute's word, or the one that counts instead. */
export function word<Name extends keyof OneOf>(element: Element, name: Name): OneOf[Name][number] {
  const value = element.getAttribute(name)?.trim().toLowerCase();
  const words: readonly string[] = ONE_OF[name];
  return (value !== undefined && words.includes(value) ? value : words[0]) as OneOf[Name][number];
}

/** The kinds that `types` names, in the page's order; the five of the default where it names none. */
export function kindsOf(element: Element): readonly Kind[] {
  const named = (element.getAttribute('types') ?? '').toLowerCase().split(/[\s,]+/);
  const known = KINDS.filter((kind) => named.includes(kind));
  return known.length > 0 ? known : DEFAULT_KINDS;
}

/** The longest text, in UTF-8 bytes. */
export function maxBytes(element: Element): number {
  const value = Number(element.getAttribute('max-bytes') ?? '');
  return Number.isInteger(value) && value > 0 && value <= 0xffff_ffff ? value : MAX_BYTES;
}

/** What an element says of how to read; `day` is the publication date, where one is given. */
export function optionsOf(element: Element, day: string, lexicon: Lexicon | undefined): Options {
  const order = word(element, 'date-order');
  const dateOrder = order === 'auto' ? dateOrderOf(element.getAttribute('locale') ?? '') : order;
  return {
    maxBytes: maxBytes(element),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(day === '' ? {} : { published: day }),
    ...(lexicon === undefined ? {} : { lexicon: lexicon.names, ignore: lexicon.ignore ?? [] }),
  };
}

/** Gives `prototype` a property for each attribute, which reflects it: `dateOrder` for `date-order`. */
export function reflect(prototype: object): void {
  const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const define = (name: string, get: (this: Element) => unknown, set: (this: Element, value: unknown) => void): void => {
    const property = { get, set, enumerable: true, configurable: true };
    Object.defineProperty(prototype, name === 'for' ? 'htmlFor' : camel(name), property);
  };
  const text = (name: string) =>
    function (this: Element, value: unknown): void {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    };
  const flag = (name: string) =>
    function (this: Element, value: unknown): void {
      this.toggleAttribute(name, Boolean(value));
    };
  for (const name of Object.keys(ONE_OF) as (keyof OneOf)[]) {
    define(name, function () { return word(this, name); }, text(name));
  }
  for (const name of TEXT) {
    define(name, function () { return this.getAttribute(name) ?? ''; }, text(name));
  }
  define('types', function () { return kindsOf(this).join(' '); }, text('types'));
  define('max-bytes', function () { return maxBytes(this); }, text('max-bytes'));
  define('readonly', function () { return this.hasAttribute('readonly'); }, flag('readonly'));
  Object.defineProperty(prototype, 'readOnly', Object.getOwnPropertyDescriptor(prototype, 'readonly') ?? {});
  define('disabled', function () { return this.hasAttribute('disabled'); }, flag('disabled'));
}
