/** A worker that runs out of memory or breaks: the page says so, keeps the text, and reads the next one. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { launch, openPage } from '../support/chromium.mjs';
import { ARTICLE } from '../support/desk.mjs';
import { posting } from '../support/little-memory.mjs';
import { longArticle } from '../support/long.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

const MAX_CRASHES = 5;
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
afterEach(async () => {
  const { context, troubles } = opened;
  await context.close();
  // A worker that stops is told by the browser, too.
  assert.deepEqual(troubles.filter((trouble) => !/unreachable|rubbish/.test(trouble)), []);
});

/** Opens the page with workers that have so many pages of memory to spare, or all that they want. */
async function open(pages, locale = 'en') {
  opened = await openPage(browser, { locale, permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1280, height: 900 } });
  if (pages !== undefined) await opened.page.addInitScript({ content: await posting(pages) });
  await opened.page.goto(server.url);
  await opened.page.getByText(/^(Locked|Gesperrt):/).waitFor();
  await opened.page.locator('dialog.along').first().waitFor({ state: 'attached' });
  return opened.page;
}

const field = () => opened.page.locator('.editor textarea');
const alert = () => opened.page.locator('.messages [role=alert]');

/** Puts `text` in the place of what stands in the field, which a text that was read has folded away. */
async function write(text) {
  if ((await field().count()) === 0) await opened.page.getByRole('button', { name: 'Edit the text' }).click();
  await field().click();
  await opened.page.keyboard.press('Control+A');
  await opened.page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await opened.page.keyboard.press('Control+V');
}

for (const [locale, words] of [['en', /reads articles stopped\. Your text is still here/], ['de', /stehen geblieben\. Ihr Text ist noch da/]]) {
  test(`where memory is out the page says so and keeps the text, and reads a smaller one (${locale})`, async () => {
    const page = await open(160, locale);
    await page.waitForFunction(() => document.querySelector('header .names') === null);
    const long = longArticle(300_000);
    await write(long);
    await alert().waitFor();
    assert.match(await alert().innerText(), words);
    assert.equal(await field().inputValue(), long, 'no text is lost');
    for (const worker of page.workers()) await worker.waitForEvent('close').catch(() => {});
    assert.equal(page.workers().length, 0);
    await write(ARTICLE);
    const marked = page.locator('article .mark.quote, .backdrop .wash.quote');
    await marked.first().waitFor();
    assert.match(await marked.first().innerText(), /glad that the town has its mill back/);
    assert.equal(await alert().count(), 0);
    assert.equal(await page.evaluate(() => globalThis.workersStarted), 2);
  });
}

test('where memory is out for what reads names better, the page says so and reads by its rules', async () => {
  const page = await open(40);
  await page.locator('header .names').getByText(/crash|unreachable|rules/i).first().waitFor();
  await write(ARTICLE);
  await page.locator('article .mark.quote').first().waitFor();
  assert.equal(await alert().count(), 0);
});

test('after crashes in a row the page stops trying and says so, and keeps the text', async () => {
  const page = await open(0);
  await write(ARTICLE);
  await alert().getByText(/reads articles stopped\. /).waitFor();
  const given = alert().getByText(/stopped again and again/);
  let tries = 0;
  for (; tries < 3 * MAX_CRASHES && (await given.count()) === 0; tries += 1) {
    const started = await page.evaluate(() => globalThis.workersStarted);
    await alert().getByRole('button').click();
    await page.waitForFunction(
      (started) => globalThis.workersStarted > started || /again and again/.test(document.querySelector('.messages').innerText),
      started,
    );
    await alert().waitFor();
  }
  await given.waitFor();
  // One may have been over what is to be learnt.
  assert.ok(tries >= MAX_CRASHES - 1 && tries <= MAX_CRASHES, `${tries} tries`);
  assert.equal(await page.evaluate(() => globalThis.workersStarted), MAX_CRASHES);
  assert.equal(await alert().getByRole('button').count(), 0, 'nothing to try');
  assert.equal(await field().inputValue(), ARTICLE);
  await write(`${ARTICLE}\nAnd another.\n`);
  await given.waitFor();
  assert.equal(await field().inputValue(), `${ARTICLE}\nAnd another.\n`);
  assert.equal(await page.evaluate(() => globalThis.workersStarted), MAX_CRASHES);
});

test('a worker that posts what is no message, or is posted it, is replaced, and the next text is read', async () => {
  const page = await open();
  const gone = (worker) => new Promise((resolve) => worker.once('close', resolve));
  for (const [n, rubbish] of ['null', '7', "'up'", '[]', '{ id: 1 }', '{ learnt: false }', '{ id: 1, json: {} }', "new Map([['up', true]])"].entries()) {
    const [worker] = page.workers();
    const ended = gone(worker);
    await worker.evaluate((rubbish) => postMessage((0, eval)(`(${rubbish})`)), rubbish);
    await ended;
    const day = 4 + n;
    await write(`The mill shut on ${day} October 2021, said Odile Marsh.\n`);
    await page.locator(`time[datetime="2021-10-0${day}"]`).or(page.locator('.wash.date', { hasText: `${day} October 2021` })).first().waitFor();
    assert.equal(await alert().count(), 0, rubbish);
  }
});
