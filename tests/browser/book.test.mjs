/** The docs site, under a sub-path, as a reader meets it. Needs a built site in `dist/`. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { access, readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launch, openPage } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const docs = `${dist}docs/`;

let browser;
let server;
let names;

before(async () => {
  names = (await readdir(docs)).filter((name) => name.endsWith('.html'));
  server = await serve(dist);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (name, options) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(`${server.url}docs/${name}`);
  return opened;
};

test('every link of every page leads somewhere, and its place is there', async () => {
  const { context, page } = await openPage(browser);
  const places = new Map();
  const links = [];
  for (const name of names) {
    await page.goto(`${server.url}docs/${name}`);
    const { ids, addresses } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      addresses: [...document.querySelectorAll('[href], [src]')]
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
    }));
    assert.deepEqual([...new Set(ids)], ids, `${name}: an id stands once`);
    places.set(`docs/${name}`, ids);
    links.push(...addresses.map((address) => ({ name, address })));
  }
  const listed = (await readFile(`${root}docs/book/SUMMARY.md`, 'utf8')).match(/^- \[/gm);
  assert.equal(names.length, listed.length);
  assert.ok(links.length > 1000);
  const beyond = new Set();
  for (const { name, address } of links) {
    if (/^(?:data|javascript):/.test(address)) continue;
    const { origin, pathname, hash } = new URL(address, `https://site.invalid/docs/${name}`);
    if (origin !== 'https://site.invalid') {
      beyond.add(origin);
      continue;
    }
    assert.ok(!address.startsWith('/'), `${name}: ${address} would leave the folder of the site`);
    const path = pathname.slice(1).replace(/\/$/, '/index.html') || 'index.html';
    await access(`${dist}${path}`);
    const ids = places.get(path) ?? [...(await readFile(`${dist}${path}`, 'utf8')).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    if (hash !== '') assert.ok(ids.includes(decodeURIComponent(hash.slice(1))), `${name}: ${address}`);
  }
  for (const origin of beyond) assert.match(origin, /^https:/);
  await context.close();
});

test('pages load their own files, by hash, and nothing else; nothing is inline', async () => {
  const { context, page, troubles } = await openPage(browser);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of names) {
    const html = await readFile(`${docs}${name}`, 'utf8');
    assert.doesNotMatch(html, /<style|\sstyle="|\son\w+=|<script>|<iframe/, name);
    for (const [tag] of html.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)) assert.match(tag, /integrity="sha384-/, name);
    await page.goto(`${server.url}docs/${name}`);
  }
  assert.ok(asked.every((url) => url.startsWith(`${server.url}`) || url.startsWith('data:')), 'nothing from elsewhere');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('axe-core finds nothing wrong with any page', async () => {
  const { context, page } = await openPage(browser);
  for (const name of names) {
    await page.goto(`${server.url}docs/${name}`);
    assert.deepEqual(await accessibilityTroubles(page), [], name);
  }
  await context.close();
});

test('nor in the dark, on a narrow screen, with results of a search or an open menu', async () => {
  const { context, page, troubles } = await open('element.html', { colorScheme: 'dark', viewport: { width: 320, height: 640 } });
  const clean = async (what) => {
    assert.deepEqual(await accessibilityTroubles(page), [], what);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= 320, `${what}: nothing is wider than the screen`);
  };
  await clean('narrow');
  await page.screenshot({ path: `${root}test-output/docs-narrow.png` });
  for (const name of ['Contents', 'On this page']) {
    await page.getByRole('button', { name }).click();
    await page.getByRole('navigation', { name }).waitFor();
    await clean(name);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('searchbox').fill('certainty');
  await page.getByRole('link', { name: /Certainty/ }).first().waitFor();
  await clean('search');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the search works by the keyboard and leads to the place', async () => {
  const { context, page, troubles } = await open('index.html');
  await page.keyboard.press('/');
  await page.keyboard.type('amountki');
  const results = page.locator('#results a');
  await results.first().waitFor();
  assert.match(await page.getByRole('status').innerText(), /^\d+ found$/);
  await page.keyboard.press('ArrowDown');
  assert.ok(await results.first().evaluate((link) => link === document.activeElement));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#results').isVisible(), false);
  await page.keyboard.type('report amountkind');
  await page.waitForFunction(() => document.querySelector('#results a')?.href.endsWith('report.html#amountkind'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/docs/report.html#amountkind');
  await page.keyboard.press('/');
  await page.keyboard.type('qqqq');
  await page.getByText('Nothing found').waitFor();
  assert.deepEqual(troubles, []);
  await context.close();
});

test('without a script a page is whole, and its menu opens', async () => {
  const { context, page } = await open('report.html', { javaScriptEnabled: false, viewport: { width: 400, height: 700 } });
  assert.equal(await page.locator('h1').innerText(), 'Report reference');
  assert.equal(await page.getByRole('searchbox').isVisible(), false, 'what needs a script is not shown');
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('link', { name: 'Privacy' }).click();
  await page.waitForURL('**/docs/privacy.html');
  await context.close();
});

test('chosen colours stay from page to page, and leave nothing behind when they are given up', async () => {
  const { context, page } = await open('index.html', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel('Colours').selectOption('dark');
  assert.notEqual(await ground(), light);
  await page.goto(`${server.url}docs/privacy.html`);
  assert.notEqual(await ground(), light);
  await page.getByLabel('Colours').selectOption('as the device');
  assert.equal(await ground(), light);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await context.close();
});

test('code is copied as it is', async () => {
  const { context, page } = await open('start-element.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^<script type="module" src="\/news-mark\/\d+\.\d+\.\d+\/news-mark\.js"><\/script>\n/);
  await context.close();
});

test('the bookmarklet comes with the element, and names this copy of the site', async () => {
  const { context, page, troubles } = await open('in-place.html');
  const { version } = JSON.parse(await readFile(`${dist}news-mark/latest/package.json`, 'utf8'));
  const folder = `news-mark/${version}/`;
  const link = page.locator('a', { hasText: 'Mark with newsmark' });
  if ((await readdir(`${dist}${folder}`)).includes('bookmarklet-link.js')) {
    assert.match(await link.getAttribute('href'), /^javascript:/);
    assert.ok((await link.getAttribute('href')).includes(`${server.url}${folder}bookmarklet.js`));
    // Here it has nothing to mark.
    await link.click();
  } else {
    assert.equal(await link.isVisible(), false, 'no link that leads nowhere');
  }
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the references have everything that their sources have', async () => {
  const { context, page } = await open('element.html');
  const texts = () => page.locator('td:first-child code').allInnerTexts();
  const { element, ...parts } = JSON.parse(await readFile(`${root}docs/book/element.json`, 'utf8'));
  assert.equal(element, 'news-mark');
  const wanted = Object.values(parts).flatMap((rows) => rows.map(({ name }) => name));
  assert.deepEqual(await texts(), wanted);
  await page.goto(`${server.url}docs/report.html`);
  const schema = JSON.parse(await readFile(`${root}www/schema/newsmark-1.json`, 'utf8'));
  const shown = await page.locator('main h3').allInnerTexts();
  assert.deepEqual(shown.sort(), Object.keys(schema.$defs).sort());
  const fields = new Set(await texts());
  for (const type of [schema, ...Object.values(schema.$defs)]) {
    for (const field of Object.keys(type.properties ?? {})) assert.ok(fields.has(field), field);
  }
  await context.close();
});

test('the page of hashes has every file of the site but the docs and the offline copy, with its hash', async () => {
  const { context, page } = await open('integrity.html');
  const rows = await page.locator('tr').evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const listed = JSON.parse(await readFile(`${docs}integrity.json`, 'utf8'));
  const files = await readdir(dist, { recursive: true, withFileTypes: true });
  let count = 0;
  for (const file of files) {
    const path = `${file.parentPath}/${file.name}`.slice(dist.length).replace(/^\//, '');
    if (!file.isFile() || path.startsWith('docs/') || path === 'newsmark.zip') continue;
    count += 1;
    const bytes = await readFile(`${dist}${path}`);
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    assert.deepEqual(listed[path], { bytes: bytes.length, integrity }, path);
    const shown = path.replace(/^news-mark\/[^/]+\//, '');
    assert.ok(rows.some(([name, size, hash]) => name === shown && size === `${bytes.length}` && hash === integrity), path);
  }
  assert.equal(Object.keys(listed).length, count);
  await context.close();
});

test('with the import map that it shows the element loads, and no other file in the place of one of its modules', async () => {
  const { context, page } = await open('integrity.html');
  const code = (await page.locator('pre', { hasText: 'importmap' }).innerText()).replaceAll('"/news-mark/', '"/any/where/news-mark/');
  assert.match(code, /news-mark\.js": "sha384-/);
  await page.route('**/plain', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><link rel="icon" href="data:,">${code}` }));
  const defined = () => page.evaluate(() => Promise.race([
    customElements.whenDefined('news-mark').then(() => true),
    new Promise((resolve) => setTimeout(() => resolve(false), 2000)),
  ]));
  await page.goto(`${server.url}plain`);
  assert.equal(await defined(), true);
  for (const [, module] of code.matchAll(/\/([\w-]+\.js)": /g)) {
    // Those that come later are refused later.
    if (/^(?:edit|sidebar)\.js$/.test(module)) continue;
    await page.route(`**/${module}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n// changed` });
    });
    await page.goto(`${server.url}plain`);
    assert.equal(await defined(), false, module);
    await page.unroute(`**/${module}`);
  }
  await context.close();
});

test('the docs are no part of what is kept for visits without a network', async () => {
  const worker = await readFile(`${dist}sw.js`, 'utf8');
  assert.match(worker, /help\.html/);
  assert.doesNotMatch(worker, /["'`](?:docs|news-mark)\//);
});
