import { Refused } from './refused.ts';

/** An article as it travels and as it is kept. Sizes are in UTF-16 units. */
export type Article = {
  text: string;
  /** YYYY-MM-DD; whether there is such a day the core says. */
  published?: string;
  /** The reader's corrections as JSON, which the core reads and checks; to this side it is a text. */
  patch?: string;
  /** What else the page knows of it, in the page's own JSON. */
  view?: string;
};

/** What a link and a `.newsmark` file hold. Another shape is another `v`: to this one nothing is added. */
export type Shared = { articles: Article[]; lexicon?: string };

type Field = { max: number; must?: true; like?: RegExp };
type Fields<T> = { [K in keyof T & string]-?: Field };

/** Many times of what the core reads (2 MiB), for a draft that is too long must not be lost either. */
const TEXT = 1 << 24;
const JSON_TEXT = 1 << 20;
const VIEW = 1 << 16;
const ARTICLES = 1000;

export const ARTICLE: Fields<Article> = {
  text: { max: TEXT, must: true },
  published: { max: 10, like: /^\d{4}-\d\d-\d\d$/ },
  patch: { max: JSON_TEXT },
  view: { max: VIEW },
};
export const LEXICON: Fields<{ lexicon?: string }> = { lexicon: { max: JSON_TEXT } };
export const SETTINGS: Fields<{ settings?: string }> = { settings: { max: VIEW } };

const wrong = (what: string): Refused => new Refused('wrong-shape', what);

function object(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${where} is no object`);
  return value as Record<string, unknown>;
}

/**
 * A new object of those fields, all of them texts, in the order of `fields`. No message repeats what is
 * refused: it might be words that somebody wants a reader to see. An absent field may be `undefined`.
 */
export function texts<T>(value: unknown, fields: Fields<T>, where: string, others: string[] = []): T {
  const given = object(value, where);
  const known = [...Object.keys(fields), ...others];
  if (Object.keys(given).some((name) => !known.includes(name))) throw wrong(`${where} has an unknown field`);
  const made: Record<string, string> = {};
  for (const [name, { max, must, like }] of Object.entries<Field>(fields)) {
    const text = Object.hasOwn(given, name) ? given[name] : undefined;
    if (text === undefined && !must) continue;
    if (typeof text !== 'string') throw wrong(`${where}: ${name} is no text`);
    if (text.length > max) throw new Refused('too-large', `${where}: ${name} is ${text.length} long; the limit is ${max}`);
    if (like !== undefined && !like.test(text)) throw wrong(`${where}: ${name} is not as it must be written`);
    made[name] = text;
  }
  return made as T;
}

/** The list of articles in `value`, each made by `one`. */
export function articles<T>(value: unknown, one: (article: unknown, where: string) => T): T[] {
  const list = object(value, 'the whole').articles;
  if (!Array.isArray(list)) throw wrong('articles is no list');
  if (list.length > ARTICLES) throw new Refused('too-large', `${list.length} articles; the limit is ${ARTICLES}`);
  // `Array.from` also visits holes.
  return Array.from(list, (article, index) => one(article, `article ${index + 1}`));
}

/** A copy of `value` with what such a thing has and nothing else. Throws `Refused` where it is none. */
export function shared(value: unknown): Shared {
  const { lexicon } = texts(value, LEXICON, 'the whole', ['v', 'articles']);
  const list = articles(value, (article, where) => texts(article, ARTICLE, where));
  if (list.length === 0) throw wrong('it holds no article');
  return lexicon === undefined ? { articles: list } : { articles: list, lexicon };
}
