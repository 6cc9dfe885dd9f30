/** The code of `docs/package.md`, by the names that its comments give. */
import { readFile } from 'node:fs/promises';

const text = await readFile(new URL('../../../docs/package.md', import.meta.url), 'utf8');

export const recipes = Object.fromEntries(
  [...text.matchAll(/<!-- recipe: (\S+) -->\n```\w+\n(.*?)```\n/gs)].map(([, name, code]) => [name, code]),
);
