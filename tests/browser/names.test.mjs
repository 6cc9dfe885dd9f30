/** What makes names better comes while the page is used already, or does not come. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from '../support/chromium.mjs';
import { NAMES_ARTICLE, TAGGERS_NAMES } from '../support/names.mjs';
import { REST, brokenOff, damaged, missing } from '../support/rest.mjs';
import { serve } from '../support/server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

let browser;
let server;
let opened;

before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  opened = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterEach(() => opened.context.close());

const mark = (words) => opened.page.locator('article .mark').filter({ hasText: words }).first();
const hint = () => opened.page.locator('header .names');

async function openLocked() {
  await opened.page.goto(server.url);
  await opened.page.getByText('Locked:').waitFor();
}

async function pasteArticle() {
  const { page } = opened;
  await page.evaluate((text) => navigator.clipboard.writeText(text), NAMES_ARTICLE);
  await page.getByRole('textbox', { name: 'Article text' }).click();
  await page.keyboard.press('Control+V');
  await mark('Dale Okonjo').waitFor();
}

async function marked() {
  const words = await opened.page.locator('article .mark').allInnerTexts();
  return TAGGERS_NAMES.filter((name) => words.includes(name));
}

test('the names get better under the reader’s eyes when the files have come', async () => {
  const { page, troubles } = opened;
  const from = server.requests.length;
  const release = server.hold(REST);
  await openLocked();
  const asked = server.requests.slice(from).filter((path) => REST.test(path));
  assert.equal(asked.length, 1, 'it was asked for before the lock');
  assert.match(await hint().innerText(), /loading/);
  await pasteArticle();
  assert.deepEqual(await marked(), [], 'the rules alone see none of them');

  // The reader is in the middle of something: a mark is selected.
  await mark('Dale Okonjo').click();
  const card = page.getByRole('region', { name: 'Selected mark' });
  assert.match(await card.innerText(), /Dale Okonjo/);
  await page.evaluate(() => {
    const article = document.querySelector('article');
    globalThis.flashes = [];
    const look = () => {
      if (!article.isConnected || article.querySelector('.mark') === null) globalThis.flashes.push('no marks');
      if (document.querySelector('.card') === null) globalThis.flashes.push('no card');
      if (document.querySelector('.messages .message') !== null) globalThis.flashes.push('a message');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  });
  const requested = server.requests.length;
  release();

  await mark('Wrenfield').waitFor();
  await hint().waitFor({ state: 'detached' });
  assert.ok((await marked()).length >= 2, String(await marked()));
  assert.match(await card.innerText(), /Dale Okonjo/);
  assert.match(await page.locator('article .mark.selected').first().innerText(), /Dale Okonjo/);
  assert.deepEqual(await page.evaluate(() => globalThis.flashes), []);
  assert.deepEqual(server.requests.slice(requested), [], 'no request after the lock');
  assert.deepEqual(troubles, []);
});

test('a text that is pasted later is read with them at once', async () => {
  await openLocked();
  await hint().waitFor({ state: 'detached' });
  await pasteArticle();
  await mark('Wrenfield').waitFor();
  assert.deepEqual(opened.troubles, []);
});

for (const [what, answer] of [
  ['file with them is missing', missing],
  ['weights are damaged', damaged('weights')],
  ['weights break off', brokenOff('weights')],
  ['second gazetteer is damaged', damaged('names')],
]) {
  test(`where the ${what} the rules read names, and the page says so`, async () => {
    let asked = 0;
    await opened.page.route(REST, (route) => {
      asked += 1;
      return answer(route);
    });
    await openLocked();
    await opened.page.getByText('Names are read by rules only: ').waitFor();
    assert.equal(asked, 1);
    await pasteArticle();
    assert.deepEqual(await marked(), []);
    assert.match(await hint().innerText(), /rules only/);
    assert.equal(await opened.page.getByRole('alert').count(), 0);
  });
}
