import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { hashed } from './hash.ts';

/** The worker's file keeps its name from release to release: browsers look there for a newer one. */
const WORKER = 'sw.js';

/** Files that are of no use without a network. */
const NOT_KEPT = [WORKER, '404.html', '.nojekyll'];

/** Folders of the site that the page has nothing to do with: what other pages embed, and the docs. */
const OTHERS = ['docs/', 'news-mark/'];

/**
 * Writes into the service worker (`offline/sw.ts`) which files the release has, with their hashes. It
 * comes last, when every file has been written. A site without that worker is left alone.
 */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'newsmark:offline',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: (_options, bundle) => {
        if (bundle[WORKER] === undefined) return;
        const files = JSON.stringify(release(folder));
        const name = JSON.stringify(createHash('sha256').update(files).digest('hex').slice(0, 16));
        const worker = join(folder, WORKER);
        const code = readFileSync(worker, 'utf8')
          .replaceAll('NEWSMARK_FILES', () => files)
          .replaceAll('NEWSMARK_RELEASE', () => name);
        writeFileSync(worker, code);
      },
    },
  };
}

/** Paths from the site's folder, and hashes; the page itself comes last, at the folder's own address. */
function release(folder: string): (readonly [path: string, integrity: string])[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll(sep, '/'))
    .filter((path) => path !== 'index.html' && !NOT_KEPT.includes(path))
    .filter((path) => !OTHERS.some((folder) => path.startsWith(folder)))
    .sort();
  const hash = (path: string): string => hashed('sha384', readFileSync(join(folder, path)));
  return [...paths.map((path) => [path, hash(path)] as const), ['./', hash('index.html')]];
}
