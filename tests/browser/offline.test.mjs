/** What the service worker keeps: the page without a network, the next release, and no text. */
import assert from 'node:assert/strict';
import { appendFile, cp, rm } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { launch, openPage, openPageIn } from '../support/chromium.mjs';
import { ready } from '../support/page.mjs';
import { serve } from '../support/server.mjs';
import { dist, filesToKeep, kept, nextRelease, until, untilKept, untilNewerKept } from '../support/site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const CANARY = 'Quillamont';
const ARTICLE = `${CANARY} mill grinds again

By Lena Harrow
4 October 2021

“The wheel of ${CANARY} turns,” said Mayor Odile Marsh on Sunday. The repair cost $3.5 million.
`;

let browser;
let server;
let opened;

before(async () => {
  browser = await launch('--host-resolver-rules=MAP news.example 127.0.0.1');
});
after(() => browser?.close());
beforeEach(async () => {
  server = await serve(dist);
  opened = await openPage(browser);
});
afterEach(async () => {
  await opened.context.close();
  await server.close();
});

/** Opens the site and waits until nothing of it is still loading. */
async function visit(page = opened.page, url = server.url) {
  const response = await page.goto(url);
  await ready(page);
  return response;
}

const field = (page) => page.getByRole('textbox', { name: 'Article text' });

/** Gives the page the article and waits for its marks. */
async function read(page = opened.page) {
  await field(page).fill(ARTICLE);
  await page.locator('.backdrop .wash').first().waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('article .mark.person').filter({ hasText: 'Odile Marsh' }).waitFor();
  await page.locator('article .mark.quote').first().waitFor();
}

test('after one visit the page opens without a server, locks itself and reads an article', async () => {
  await visit();
  await untilKept(opened.page);
  await opened.page.close();
  await server.close();
  for (const address of ['', 'index.html', '?from=elsewhere']) {
    const { page, troubles } = await openPageIn(opened.context);
    const fromNetwork = [];
    page.on('response', (response) => {
      const isOwn = response.url().startsWith(server.url);
      if (isOwn && !response.fromServiceWorker()) fromNetwork.push(response.url());
    });
    await visit(page, `${server.url}${address}`);
    await read(page);
    assert.deepEqual(fromNetwork, []);
    assert.deepEqual(troubles, []);
    await page.close();
  }
});

test('the worker asks for the files of the site by name, and for nothing else', async () => {
  await visit();
  const asked = server.requests.length;
  await untilKept(opened.page);
  const names = Object.keys(await filesToKeep());
  const { pathname } = new URL(server.url);
  const allowed = ['sw.js', ...names].map((name) => `${pathname}${name}`);
  for (const { method, url, body } of server.keeping) {
    assert.deepEqual([method, body], ['GET', '']);
    assert.ok(allowed.includes(url), `${url} is a file of the site, without a query`);
  }
  const urls = server.keeping.map(({ url }) => url);
  assert.deepEqual([...new Set(urls)], urls, 'each once');
  assert.equal(urls[0], `${pathname}sw.js`);
  // What has no hash in its name is asked for again; the rest may come from the browser's own cache.
  for (const name of ['help.html', 'help.de.html', 'manifest.webmanifest', '']) assert.ok(urls.includes(`${pathname}${name}`));
  assert.equal(server.requests.length, asked, 'the page itself asks for nothing after the lock');
});

test('what is kept on the device is the site, and nothing of a text', async () => {
  await visit();
  await read();
  await untilKept(opened.page);
  await visit();
  await read();
  assert.deepEqual(await kept(opened.page, server.url), [await filesToKeep()]);
  const elsewhere = await opened.page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    files: await (async () => {
      const names = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    })(),
  }));
  assert.deepEqual(elsewhere, { local: {}, session: {}, databases: [], files: [] });
});

test('no request carries anything of a text that is read', async () => {
  const { page } = opened;
  await visit();
  await read();
  await page.locator('article .mark.person').first().click();
  await untilKept(page);
  // The second visit is answered by the worker, and the browser looks for a newer one.
  const looks = () => server.keeping.filter(({ url }) => url.endsWith('/sw.js')).length;
  const before = looks();
  await visit();
  await read();
  await visit(page, `${server.url}?text=${CANARY}#${CANARY}`);
  for (let tries = 0; looks() === before && tries < 100; tries += 1) await page.waitForTimeout(100);
  assert.ok(looks() > before, 'the worker’s file is asked for again');
  assert.ok(server.received.length > 10);
  const said = JSON.stringify(server.received);
  assert.match(said, /sec-fetch-dest/i, 'headers are looked at as well');
  assert.doesNotMatch(said, new RegExp(`${CANARY}|Odile|Marsh`, 'i'));
});

test('everything comes from the page’s own server, and no cookie is set', async () => {
  const { context, page } = opened;
  const addresses = [];
  context.on('request', (request) => addresses.push(request.url()));
  await visit();
  await read();
  await untilKept(page);
  await visit();
  await page.goto(`${server.url}help.html`);
  assert.ok(addresses.length > 10);
  const elsewhere = addresses.filter((url) => !url.startsWith(server.url) && !/^(blob|data):/.test(url));
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await context.cookies(), []);
});

test('a new release is used at the next navigation, and an open page keeps its text', async () => {
  const { context, page: open } = opened;
  await visit();
  await untilKept(open);
  await read(open);
  const navigations = [];
  open.on('framenavigated', () => navigations.push(open.url()));

  const next = await nextRelease();
  server.release(next);
  const { page: second, troubles } = await openPageIn(context);
  await visit(second);
  assert.equal(await second.title(), 'newsmark', 'what is there is used at once');
  await untilNewerKept(second);
  assert.equal(await second.title(), 'newsmark', 'and not changed under the reader’s eyes');

  // The first page is still open: the next one is the new release all the same, without a server.
  await server.close();
  await visit(second);
  assert.equal(await second.title(), 'The next newsmark');
  assert.equal(await second.evaluate(() => globalThis.isNext), true);
  await read(second);

  assert.deepEqual(navigations, []);
  assert.equal(await open.title(), 'newsmark');
  assert.match(await open.locator('article').first().innerText(), new RegExp(CANARY));
  await open.getByRole('button', { name: 'Edit the text' }).click();
  assert.equal(await field(open).inputValue(), ARTICLE);
  await field(open).fill('');
  await read(open);
  assert.deepEqual([...opened.troubles, ...troubles], []);

  assert.equal((await kept(second, server.url)).length, 2);
  await open.close();
  await second.close();
  const { page: last } = await openPageIn(context);
  await visit(last);
  assert.equal(await last.title(), 'The next newsmark');
  await until(last, async () => (await caches.keys()).length === 1);
  assert.deepEqual(await kept(last, server.url), [await filesToKeep(next)], 'the old one is gone');
});

test('a release with a file that is not the one that was built is not kept', async () => {
  const damaged = `${root}test-output/damaged-release`;
  await rm(damaged, { recursive: true, force: true });
  await cp(dist, damaged, { recursive: true });
  // A file that the page itself does not need.
  await appendFile(`${damaged}/help.html`, '<!-- changed -->');
  server.release(damaged);
  const { page, troubles } = opened;
  await visit();
  await read();
  await until(page, async () => (await navigator.serviceWorker.getRegistration()) === undefined);
  assert.deepEqual(troubles, []);
  server.release(dist);
  await visit();
  await untilKept(page);
  assert.deepEqual(await kept(page, server.url), [await filesToKeep()], 'the next visit keeps the right one');
});

test('the lock holds on a page that came from the device', async () => {
  const { page } = opened;
  await visit();
  await untilKept(page);
  assert.ok((await visit()).fromServiceWorker());
  const from = server.received.length;
  const outcomes = await page.evaluate(async () => {
    const outcome = (promise) => promise.then(() => 'went through', () => 'refused');
    const { active, backgroundFetch } = await navigator.serviceWorker.ready;
    active.postMessage('https://news.example/?a-text');
    return [
      await outcome(fetch('./help.html')),
      await outcome(fetch('./?a-text')),
      await outcome(import(new URL('./sw.js', location.href).href)),
      await outcome((async () => navigator.serviceWorker.register('./sw.js?a-text'))()),
      await outcome((async () => backgroundFetch.fetch('name', './?a-text'))()),
    ];
  });
  assert.deepEqual(outcomes, ['refused', 'refused', 'refused', 'refused', 'refused']);
  await page.waitForTimeout(300);
  // The browser may look for a newer worker at any time.
  const arrived = server.received.slice(from).map(({ url }) => url);
  assert.deepEqual(arrived.filter((url) => url !== `${new URL(server.url).pathname}sw.js`), []);
});

test('a kept file that was changed on the device is refused by the page', async () => {
  const { page } = opened;
  await visit();
  await untilKept(page);
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const request = (await cache.keys()).find(({ url }) => /\/rest-[^/]+\.wasm$/.test(url));
    const { headers } = await cache.match(request);
    await cache.put(request, new Response(new Uint8Array(2_000_000), { headers }));
  });
  await page.goto(server.url);
  await page.getByText('Names are read by rules only: ').waitFor();
  assert.match(await page.locator('header .names').innerText(), /not the file that was built/);
});

const withoutWorkers = {
  'are missing': () => {
    delete Navigator.prototype.serviceWorker;
  },
  'may not be asked for': () => {
    Object.defineProperty(navigator, 'serviceWorker', {
      get: () => {
        throw new DOMException('not here', 'SecurityError');
      },
    });
  },
  'are refused': () => {
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('refused', 'SecurityError'));
  },
  'never come': () => {
    ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
  },
};
for (const [what, script] of Object.entries(withoutWorkers)) {
  test(`where service workers ${what} the page works as before`, async () => {
    await opened.page.addInitScript(script);
    await visit();
    await read();
    assert.deepEqual(opened.troubles, []);
    assert.deepEqual(server.keeping, []);
  });
}

test('where the connection is not secure the page works as before', async () => {
  const url = server.url.replace('127.0.0.1', 'news.example');
  await visit(opened.page, url);
  assert.equal(await opened.page.evaluate(() => isSecureContext), false);
  await read();
  assert.deepEqual(opened.troubles, []);
  assert.deepEqual(server.keeping, []);
});

test('the development server keeps nothing', async () => {
  // A build before, in this process, has said otherwise.
  process.env.NODE_ENV = 'development';
  const development = await createServer({ root, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  try {
    await development.listen();
    const { page } = opened;
    await page.goto(development.resolvedUrls.local[0]);
    await page.getByText('Not locked').waitFor();
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  } finally {
    await development.close();
  }
});
