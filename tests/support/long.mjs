/** Articles of any length: the golden ones over and over, each time with other names. */
import { readFile, readdir } from 'node:fs/promises';

const folder = new URL('../golden/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();

/** The golden articles, as they are. */
export const golden = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));

const ENDINGS = ['son', 'man', 'ford', 'by', 'well', 'ton', 'ley', 'worth', 'gate', 'field'];

/** A golden article with other names: as many as there are, each `copy` with others than the one before. */
export function renamed(copy) {
  const ending = [...String(copy)].reverse().map((digit) => ENDINGS[digit]).join('');
  return golden[copy % golden.length].replace(/\b[A-Z][a-z]{4,}\b/g, (name) => name + ending);
}

/** An article of about so many bytes. What stands there again and again would be no part of it. */
export function longArticle(bytes) {
  const parts = [];
  let length = 0;
  for (let copy = 0; length < bytes; copy += 1) {
    const text = renamed(copy);
    parts.push(text);
    length += Buffer.byteLength(text) + 2;
  }
  return parts.join('\n\n').slice(0, bytes);
}
