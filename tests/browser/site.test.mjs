/** The built site under a sub-path, as a visitor meets it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

let browser;
let server;

before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('the page loads, locks itself and shows the app, without a violation', async () => {
  const { context, page, troubles } = await openPage(browser);
  const from = server.requests.length;
  await page.goto(server.url);
  await page.waitForSelector('#app:not(:empty)');
  await page.waitForFunction(
    () => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length === 2,
  );
  await page.locator('header .names').waitFor({ state: 'detached' });
  assert.deepEqual(troubles, []);
  const asked = server.requests.slice(from);
  assert.deepEqual([...new Set(asked)], asked, 'each file is fetched once');
  assert.ok(asked.every((path) => path.startsWith('/any/where/')), 'nothing outside of the sub-path');
  const wasm = asked.filter((path) => path.endsWith('.wasm'));
  assert.equal(wasm.length, 2, 'the core and the app');
  assert.equal(asked.filter((path) => /\.(weights|more)$/.test(path)).length, 2, 'what the core learns');
  await context.close();
});

test('scripts and styles of the page carry their hashes, and none is inline', async () => {
  const html = await readFile(`${dist}index.html`, 'utf8');
  const tags = [...html.matchAll(/<(script|link rel="(?:stylesheet|modulepreload)")[^>]*>/g)];
  assert.ok(tags.length >= 2);
  for (const [tag] of tags) assert.match(tag, /integrity="sha384-/);
  assert.doesNotMatch(html, /<style|style="|\son\w+=|<script>|="\//);
});

test('the help page for wrong addresses loads nothing', async () => {
  const { context, page, troubles } = await openPage(browser);
  const from = server.requests.length;
  await page.goto(`${server.url}404.html`);
  assert.equal(await page.getByRole('link').getAttribute('href'), './');
  assert.deepEqual(server.requests.slice(from), ['/any/where/404.html']);
  assert.deepEqual(troubles, []);
  await context.close();
});
