/** What the page around a frame may say about the article in it. */
import type { Patch } from '../../src/wasm/types.d.ts';
import type { NewsMark } from './element.ts';
import { isText } from './messages.ts';

/** The element's attributes that a page may set, by their names in messages. Nothing is kept in a frame, or linked to. */
const ATTRIBUTES = {
  published: 'published', locale: 'locale', dateOrder: 'date-order', uiLang: 'ui-lang', dir: 'dir', types: 'types',
  layout: 'layout', theme: 'theme', mode: 'mode', readonly: 'readonly', input: 'input', shortcuts: 'shortcuts',
  maxBytes: 'max-bytes', boilerplate: 'boilerplate', disabled: 'disabled',
} as const;

type Attribute = keyof typeof ATTRIBUTES;

/** The longest value of an attribute, and the longest JSON of what is more than that, in UTF-16 units. */
const LONGEST_VALUE = 200;
const LONGEST_JSON = 4 << 20;

/** Settings whose every field has the type that it must have. */
export type Settings = {
  attributes: Partial<Record<Attribute, string>>;
  lexicon?: NonNullable<NewsMark['lexicon']>;
  corrections?: Patch;
};

/** `options` of a message; undefined if one of them is of a wrong type or too long. Unknown ones are ignored. */
export function settingsOf(options: unknown): Settings | undefined {
  const settings: Settings = { attributes: {} };
  if (options === undefined) return settings;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
  const given = options as Record<string, unknown>;
  for (const name of Object.keys(ATTRIBUTES) as Attribute[]) {
    const value = given[name];
    if (value === undefined || value === false) continue;
    if (!isText(value, LONGEST_VALUE) && value !== true && !Number.isFinite(value)) return undefined;
    settings.attributes[name] = value === true ? '' : String(value);
  }
  if (given['lexicon'] !== undefined) {
    const lexicon = plain(given['lexicon']) as Settings['lexicon'];
    if (!Array.isArray(lexicon?.names) || !(lexicon.ignore === undefined || Array.isArray(lexicon.ignore))) return undefined;
    settings.lexicon = lexicon;
  }
  if (given['corrections'] !== undefined) {
    const corrections = plain(given['corrections']) as Patch | undefined;
    if (corrections === undefined) return undefined;
    settings.corrections = corrections;
  }
  return settings;
}

/** The settings in an address's fragment, for pages without a script: `embed.html#theme=dark`. */
export function settingsIn(fragment: string): Settings {
  return settingsOf(Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')))) ?? { attributes: {} };
}

/** Gives a new element what the settings say, but for corrections, which are its text's. */
export function apply({ attributes, lexicon }: Settings, mark: NewsMark): void {
  for (const [name, value] of Object.entries(attributes)) mark.setAttribute(ATTRIBUTES[name as Attribute], value);
  if (lexicon !== undefined) mark.lexicon = lexicon;
}

/** An object as JSON can say it; undefined for what it cannot, such as an object that has itself in it. */
function plain(value: unknown): object | undefined {
  try {
    const json = JSON.stringify(value);
    return typeof value === 'object' && value !== null && json.length <= LONGEST_JSON ? JSON.parse(json) as object : undefined;
  } catch {
    return undefined;
  }
}
