/** The built site in Firefox, over WebDriver BiDi: does it start, lock itself and show the app? */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serveEngine } from '../support/engine-site.mjs';
import { launch, openPage } from '../support/firefox.mjs';
import { serve } from '../support/server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

let browser;
let site;
let engine;

before(async () => {
  site = await serve(`${root}dist`);
  engine = await serveEngine();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
  await engine?.close();
});

test('the page starts, locks itself and shows the app', async () => {
  const { page, troubles } = await openPage(browser, site.url);
  await page.waitForSelector('#app:not(:empty)');
  await page.waitForFunction(
    () => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length === 2,
  );
  assert.deepEqual(troubles, []);
  await mkdir(`${root}test-output`, { recursive: true });
  await page.screenshot({ path: `${root}test-output/firefox.png` });
  await page.close();
});

test('the engine answers from a sealed worker', async () => {
  const { page, troubles } = await openPage(browser, engine.page);
  await page.waitForFunction(() => globalThis.host !== undefined);
  const text = 'Mill shuts\n\nThe mill paid $3.5 million on 4 October 2021.\n';
  const report = JSON.parse(await page.evaluate((text) => globalThis.host.annotate(text, {}), text));
  assert.equal(report.text.length, text.length);
  assert.equal(page.workers().length, 1);
  assert.deepEqual(troubles, []);
  await page.evaluate(() => globalThis.host.learnt);
  const { data } = await page.evaluate(() => globalThis.host.annotate('x', {}).then((json) => JSON.parse(json).engine));
  assert.match(data, /\+names$/);
  const from = engine.requests.length;
  const outcome = await page.evaluate(
    (url) => fetch(url).then(() => 'went through', () => 'refused'),
    engine.url,
  );
  assert.equal(outcome, 'refused');
  assert.deepEqual(engine.requests.slice(from), []);
});

test('after one visit the page opens without a server', async () => {
  const server = await serve(`${root}dist`);
  const { page } = await openPage(browser, server.url);
  await page.waitForFunction(() => document.querySelector('.privacy.good') !== null);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.close();
  await server.close();
  const { page: later, troubles } = await openPage(browser, `${server.url}?from=elsewhere`);
  await later.waitForFunction(() => document.querySelector('.privacy.good') !== null);
  assert.equal(await later.evaluate(() => navigator.serviceWorker.controller?.scriptURL), `${server.url}sw.js`);
  assert.deepEqual(troubles, []);
  await later.close();
});
