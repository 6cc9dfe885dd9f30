/** What the native command exports, and how it corrects. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calls, command } from './articles.mjs';

export const FORMATS = 'html md csv json jsonl webannotation timeml conll spacy brat ics timelinejs'.split(' ');

/** The article that is exported and corrected: its text, and the options it is read with. */
export const article = calls.find(([, { published }]) => published !== undefined);

/** Runs the command on the article in a folder of its own; `use` is given that folder. */
async function inFolder(flags, use, files = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'newsmark-'));
  try {
    const [text, { published }] = article;
    for (const [name, content] of Object.entries({ ...files, 'article.txt': text })) await writeFile(join(folder, name), content);
    const settings = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return await use(folder, execFileSync(command, ['article.txt', '--published', published, ...flags], settings));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The files of the article in a format: text by ending. */
export function nativeExport(format) {
  return inFolder(['--format', format, '--out', 'out'], async (folder) => {
    const files = {};
    for (const name of await readdir(join(folder, 'out'))) {
      files[name.replace('article.', '')] = await readFile(join(folder, 'out', name), 'utf8');
    }
    return files;
  });
}

/** The article's report with a patch applied. */
export function nativeCorrected(patch) {
  return inFolder(['--patch', 'patch.json'], (_, said) => JSON.parse(said), { 'patch.json': JSON.stringify(patch) });
}
