/**
 * Keeps the whole site on the device, release by release, and answers from there.
 *
 * A release is kept under a name of its own while it is installed. From then on every navigation gets
 * the newest one that is whole, and what is asked for is looked for in the newest first: files are
 * named by their hashes, so a page that is still loading finds those of its own release as well. An
 * open page has all it needs and asks for nothing. Older releases go when no page is open any more,
 * which is when browsers activate this worker; it never asks to be activated earlier.
 *
 * Only `keep` asks the network for anything of its own accord: the files in the list, nothing else.
 */
declare const self: ServiceWorkerGlobalScope;

/** Both are written by `build/offline.ts`: a hash of the list, and the paths with their hashes. */
declare const NEWSMARK_RELEASE: string;
declare const NEWSMARK_FILES: readonly (readonly [path: string, integrity: string])[];

const { scope } = self.registration;
/** Other sites of the same origin, and other copies of this one, have caches too. */
const PREFIX = `newsmark ${scope} `;
const THIS_RELEASE = PREFIX + NEWSMARK_RELEASE;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});

/** Fetches the release. Rejects where a file does not come or is another one; browsers try again later. */
async function keep(): Promise<void> {
  // What an attempt before has left; a release that comes back is the newest again.
  await caches.delete(THIS_RELEASE);
  const cache = await caches.open(THIS_RELEASE);
  // One after the other: the page may still be loading, and comes first.
  for (const [path, integrity] of NEWSMARK_FILES) {
    const url = new URL(path, scope).href;
    // A name with a hash cannot be stale, and is mostly there from the page's own loading.
    const freshness = path.startsWith('assets/') ? 'default' : 'no-cache';
    const response = await fetch(url, { integrity, cache: freshness, mode: 'same-origin', priority: 'low' });
    await cache.put(url, response.redirected ? plain(response) : response);
  }
}

/** Browsers refuse a page that was redirected to; servers redirect `help.html` to `help`, and back. */
function plain({ body, headers }: Response): Response {
  return new Response(body, { headers });
}

async function dropOlder(): Promise<void> {
  const names = await releases();
  const older = names.slice(0, Math.max(0, names.indexOf(THIS_RELEASE)));
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The kept file, whatever stands after `?`; where there is none, what the server says. */
async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const url = `${origin}${pathname}`;
  const path = url === `${scope}index.html` ? scope : url;
  // A broken store must not break the page.
  const found = await kept(path).catch(() => undefined);
  return found ?? fetch(request);
}

async function kept(url: string): Promise<Response | undefined> {
  for (const cacheName of (await releases()).reverse()) {
    const options = { cacheName, ignoreVary: true };
    const [page, file] = await Promise.all([caches.match(scope, options), caches.match(url, options)]);
    // A release without its page, the last of its files, is not whole.
    if (page !== undefined && file !== undefined) return file;
  }
  return undefined;
}

/** The names of this site's caches, the oldest first. */
async function releases(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
