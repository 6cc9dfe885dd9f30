/** The golden articles, and what the native command makes of each. */
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../golden/', import.meta.url);

/** `{ id, text, published? }` of each. */
const asked = [];
for (const name of (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()) {
  const text = await readFile(new URL(name, folder), 'utf8');
  const gold = await readFile(new URL(name.replace('.txt', '.gold'), folder), 'utf8');
  const published = /^# published: (.+)$/m.exec(gold)?.[1];
  asked.push({ id: name, text, ...(published === undefined ? {} : { published }) });
}

/** The native command. */
export const command = process.env.NEWSMARK ?? fileURLToPath(new URL('../../../target/debug/newsmark', import.meta.url));
const lines = execFileSync(command, ['batch', '--unit', 'utf16'], {
  input: asked.map((article) => `${JSON.stringify(article)}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
/** The command's reports, in order. */
export const reports = lines.trim().split('\n').map((line) => JSON.parse(line).report);

/** What to call `annotate` with for each, in order. */
export const calls = asked.map(({ text, published }) => [text, published === undefined ? {} : { published }]);

if (reports.length < 8 || reports.some((report) => !(report?.mentions.length > 5))) {
  throw new Error('the command gave no report for some article');
}
