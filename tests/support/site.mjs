/** The built site: where it is, what is in it, and another release of it. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = `${root}dist/`;

/** The folder of a site that differs in its title, and in its script by `globalThis.isNext`. */
export async function nextRelease() {
  const outDir = `${root}test-output/next-release`;
  const next = {
    name: 'next',
    transformIndexHtml: (html) => html.replace('<title>newsmark', '<title>The next newsmark'),
    transform: (code, id) => (id.endsWith('/www/main.ts') ? `globalThis.isNext = true;${code}` : undefined),
  };
  await build({ root, logLevel: 'warn', plugins: [next], build: { outDir, emptyOutDir: true } });
  return outDir;
}

/** Hashes of the files that a browser should keep of the site in `folder`, by their paths. */
export async function filesToKeep(folder = dist) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes = {};
  for (const entry of entries) {
    if (!entry.isFile() || ['sw.js', '404.html', '.nojekyll', 'newsmark.zip'].includes(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll(sep, '/');
    if (/^(?:docs|news-mark)\//.test(path)) continue;
    const hash = createHash('sha256').update(await readFile(file)).digest('hex');
    hashes[path === 'index.html' ? '' : path] = hash;
  }
  return hashes;
}

/** What the browser of `page` keeps for the site at `url`: such hashes, for each release. */
export function kept(page, url) {
  return page.evaluate(async (url) => {
    const releases = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const hashes = {};
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        hashes[request.url.replace(url, '')] = hex;
      }
      releases.push(hashes);
    }
    return releases;
  }, url);
}

/** Waits until the page's site is kept, and its service worker answers for pages that open now. */
export function untilKept(page) {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state === 'activated') return;
    await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
  });
}

/** Asks the page until it says yes; `what` is promised. */
export async function until(page, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await page.evaluate(what)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`it never came about that ${what}`);
}

/** Waits until a newer release has come and waits for its turn. */
export function untilNewerKept(page) {
  return until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting?.state === 'installed';
  });
}
