/** Sharing, keeping and files in Firefox, in a locked page. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveKeep } from '../support/engine-site.mjs';
import { launch, openPage } from '../support/firefox.mjs';
import { filesWith } from '../support/profile.mjs';

const CANARY = 'Quillamont';
const ARTICLE = { text: `The ${CANARY} mill 🚢.`, published: '2021-10-04' };
const KEPT = { articles: [{ id: '1', ...ARTICLE }], lexicon: `["${CANARY}"]` };

let folder;
let profile;
let server;
let browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsmark-firefox-'));
  profile = join(folder, 'profile');
  server = await serveKeep();
  browser = await start();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start() {
  return launch({
    userDataDir: profile,
    extraPrefsFirefox: {
      'browser.download.dir': folder,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'dom.events.testing.asyncClipboard': true,
    },
  });
}

async function open(url = server.page) {
  const opened = await openPage(browser, url);
  await opened.page.waitForFunction(() => globalThis.ask !== undefined);
  return opened;
}
const ask = (page, method, what) => page.evaluate((method, what) => globalThis.ask(method, what), method, what);

test('a link opens again', async () => {
  const { page, troubles } = await open();
  const { link } = await page.evaluate((article) => globalThis.sharing.link({ articles: [article] }), ARTICLE);
  const other = await open(link);
  const opened = () => other.page.evaluate(() => globalThis.sharing.opened());
  assert.deepEqual(await opened(), { articles: [ARTICLE] });
  await other.page.reload();
  await other.page.waitForFunction(() => globalThis.ask !== undefined);
  assert.deepEqual(await opened(), { articles: [ARTICLE] });
  const codes = await page.evaluate(async (hash) => {
    const codes = new Set();
    for (let end = 4; end < hash.length; end += 1) codes.add((await globalThis.told(globalThis.decode(hash.slice(0, end)))).refused);
    codes.add((await globalThis.told(globalThis.decode(`${hash}AAAA`))).refused);
    return [...codes];
  }, new URL(link).hash);
  assert.deepEqual(codes, ['damaged']);
  assert.ok(!JSON.stringify(server.received).includes(link.slice(-20)));
  assert.deepEqual([...troubles, ...other.troubles], []);
  await page.close();
  await other.page.close();
});

test('a file is saved from the locked page', async () => {
  const { page, troubles } = await open();
  const said = await page.evaluate(() => globalThis.files.save('mill', '.newsmark', 'application/json', 'turns א'));
  assert.deepEqual(said, { state: 'handed' });
  let content = '';
  for (let tries = 0; content === '' && tries < 100; tries += 1) {
    content = await readFile(join(folder, 'mill.newsmark'), 'utf8').catch(() => '');
    await new Promise((wait) => setTimeout(wait, 50));
  }
  assert.equal(content, 'turns א');
  assert.deepEqual(troubles, []);
  await page.close();
});

for (const way of ['newer', 'older']) {
  test(`words are copied by a click, by the ${way} way`, async () => {
    const { page, troubles } = await open();
    await page.evaluate((way) => {
      if (way === 'older') Clipboard.prototype.write = () => Promise.reject(new Error('no'));
      document.body.textContent = 'click here';
      addEventListener('click', async () => {
        globalThis.said = await globalThis.files.copy('the mill', '<b>the mill</b>');
      });
    }, way);
    await page.mouse.click(20, 10);
    await page.waitForFunction(() => globalThis.said !== undefined);
    assert.deepEqual(await page.evaluate(() => globalThis.said), { state: 'handed' });
    const words = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()));
    });
    assert.equal(words[0], 'the mill');
    assert.match(words[1], /<b>the mill<\/b>/);
    assert.deepEqual(troubles, []);
    await page.close();
  });
}

test('what is kept comes back, and after “delete all” the profile has neither a word nor the key', async () => {
  let { page, troubles } = await open();
  assert.equal(await ask(page, 'state'), 'off');
  assert.equal(await ask(page, 'switchOn'), 'done');
  assert.deepEqual(await ask(page, 'save', KEPT), { forked: [] });
  const bytes = await page.evaluate(async () => {
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
    }
  });
  const key = Buffer.from(bytes);
  assert.equal(key.length, 32);
  assert.deepEqual(troubles, []);
  await browser.close();
  assert.equal((await filesWith(profile, key)).length, 1, 'the search finds the key, in one file');
  assert.deepEqual(await filesWith(profile, CANARY), []);

  browser = await start();
  ({ page, troubles } = await open());
  assert.equal(await ask(page, 'state'), 'on');
  const { articles, ...rest } = await ask(page, 'restore');
  assert.deepEqual([articles.map(({ id: _, ...article }) => article), rest], [[ARTICLE], { lexicon: KEPT.lexicon }]);
  assert.deepEqual(await ask(page, 'deleteAll'), { state: 'deleted' });
  assert.equal(await ask(page, 'state'), 'off');
  assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  assert.deepEqual(troubles, []);
  await browser.close();
  assert.deepEqual(await filesWith(profile, key, CANARY), []);
  browser = await start();
});
