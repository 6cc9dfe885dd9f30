/** What the page keeps, as records and back. */
import { ARTICLE, type Article, LEXICON, SETTINGS, articles, texts } from '../envelope.ts';
import { Refused } from '../refused.ts';
import type { Change, Opened } from './records.ts';

export type Kept = {
  /** In the order of the page. An `id` is as long as the visit: what is restored has another one. */
  articles: (Article & { id: string })[];
  lexicon?: string;
  /** The page's own JSON, of the tab that saved last. It must not name articles by their `id`. */
  settings?: string;
};

/** A record as this tab last saw it, or left it. */
export type Known = { key: string; rev: string; json: string };
/** By name: the two below, and `#` with the id of an article. */
export type Ledger = Map<string, Known>;

/** Names that are keys as well. */
export const LEXICON_NAME = 'lexicon';
const VIEW_NAME = 'view';
const ARTICLE_KEY = 'article ';

const ID = { id: { max: 64, must: true } } as const;
const VIEW = { ...SETTINGS, order: { max: 1 << 16, must: true } } as const;

/** Of records that were read. Throws `damaged` where they are none of ours. */
export function understood(records: Map<string, Opened>): { kept: Kept; ledger: Ledger } {
  const ledger: Ledger = new Map();
  const kept: Kept = { articles: [] };
  let order: string[] = [];
  try {
    for (const [key, { rev, json }] of records) {
      const value: unknown = JSON.parse(json);
      if (key.startsWith(ARTICLE_KEY)) {
        kept.articles.push({ id: key, ...texts(value, ARTICLE, key) });
        ledger.set(`#${key}`, { key, rev, json });
        continue;
      }
      ledger.set(key, { key, rev, json });
      if (key === LEXICON_NAME) Object.assign(kept, texts(value, LEXICON, key));
      else if (key === VIEW_NAME) {
        const { order: keys, ...settings } = texts<{ settings?: string; order: string }>(value, VIEW, key);
        order = keys.split('\n');
        Object.assign(kept, settings);
      } else throw new Error('a record that never was');
    }
  } catch {
    throw new Refused('damaged', 'what is kept on this device is not as it was written');
  }
  // Those of other tabs, which the last view does not have, come last.
  const place = ({ id }: { id: string }): number => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  kept.articles.sort((a, b) => place(a) - place(b));
  return { kept, ledger };
}

/** What a lexicon's record says; nothing where it was emptied. */
export function lexiconOf({ json }: Opened): string | undefined {
  return texts(JSON.parse(json), LEXICON, LEXICON_NAME).lexicon;
}

/** What must change so that `what` is kept. Throws `Refused` where it could not be restored later. */
export function changes(what: Kept, ledger: Ledger): Change[] {
  const { lexicon, settings } = texts(what, { ...LEXICON, ...SETTINGS }, 'the whole', ['articles']);
  const wanted: Change[] = [];
  const names = new Set<string>();
  const want = (name: string, key: string, value: object, otherwise: Change['otherwise']): void => {
    const known = ledger.get(name);
    const json = JSON.stringify(value);
    if (json !== known?.json) wanted.push({ name, key, from: known?.rev, json, otherwise });
    names.add(name);
  };
  const order = articles(what, (given, where) => {
    const { id, ...article } = texts(given, { ...ID, ...ARTICLE }, where);
    const name = `#${id}`;
    if (names.has(name)) throw new Refused('wrong-shape', `${where} has the id of another`);
    const key = ledger.get(name)?.key ?? ownKey();
    want(name, key, article, { writeTo: ownKey() });
    return key;
  });
  if (lexicon !== undefined || ledger.has(LEXICON_NAME)) {
    want(LEXICON_NAME, LEXICON_NAME, lexicon === undefined ? {} : { lexicon }, 'leave');
  }
  const view = { ...(settings === undefined ? {} : { settings }), order: order.join('\n') };
  want(VIEW_NAME, VIEW_NAME, view, 'overwrite');
  for (const [name, { key, rev }] of ledger) {
    if (!names.has(name)) wanted.push({ name, key, from: rev, json: undefined, otherwise: 'leave' });
  }
  return wanted;
}

/** Of an article that is new here: no two tabs ever make the same. */
function ownKey(): string {
  return ARTICLE_KEY + crypto.randomUUID();
}
