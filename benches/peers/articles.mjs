/** The articles that all peers read: of 480 words each, `{ text, published }`. */
import { readFile } from 'node:fs/promises';
import { golden, renamed } from '../../tests/support/long.mjs';

export const WORDS = 480;
const OWN = 24;
const OF_EACH_SET = 30;

/** Train splits of news. */
const SETS = ['quotes/train/polnear.jsonl', 'ner/train/worldwide.jsonl'];

/** The first words of `text`; nothing where it has fewer. */
function cut(text) {
  const next = [...text.matchAll(/\S+/g)][WORDS];
  return next === undefined ? undefined : text.slice(0, next.index).trimEnd();
}

/** The golden articles, and the same with other names. */
export function own() {
  const texts = [...golden];
  for (let copy = 0; texts.length < OWN; copy += 1) texts.push(renamed(copy));
  return texts.map((text) => ({ text: cut(text), published: '2021-10-04' }));
}

/** Articles from the folder `data`, always the same. */
export async function real(data) {
  const sets = await Promise.all(
    SETS.map(async (name) => {
      const lines = (await readFile(`${data}/${name}`, 'utf8')).trimEnd().split('\n');
      const articles = lines.map((line) => JSON.parse(line));
      return articles
        .map(({ text, dct }) => ({ text: cut(text), published: dct ?? undefined }))
        .filter(({ text }) => text !== undefined)
        .slice(0, OF_EACH_SET);
    }),
  );
  return sets.flat();
}
