/** Several articles: one paste cut up, tabs, and articles side by side. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launch, openPage } from '../support/chromium.mjs';
import { ready } from '../support/page.mjs';
import { serve } from '../support/server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = `${root}test-output`;

/** A word that must be nowhere but on the page. */
const CANARY = 'Quillonbeck';

const FERRY = `Ferry to Osmund Island sails again

By Lena Harrow
4 October 2021

The ferry to Osmund Island sailed again on Sunday, two weeks after a storm tore up the pier of ${CANARY}, Mayor Odile Marsh said on Monday.

“The repair was dear, but nobody on the island should have to wait for bread,” Marsh said. “We are very glad that the island has its ferry back,” she said.

The repair cost $3.5 million, about 12 percent more than planned. Some 120 people live on the island in Canada.

Captain Piet Sandvik told reporters that the ferry would sail twice a day in October.
`;
const PIER = `Pier opens after the storm

By Tom Ashby
5 October 2021

Mayor Odile Marsh opened the pier of ${CANARY} on Monday. “The repair was expensive, but nobody on the island has to wait for bread,” Marsh said. “The island has its ferry back,” said Marsh.

The repair cost $3.5 million, according to Jonas Brandt, an engineer in Canada, who said that the piles had been driven again in the spring.

The first boat is to sail on 12 October 2021, and the people of the island are to sail with it for nothing, the mayor said.
`;
const LONG = FERRY.replace('Ferry to', 'Long ferry to') + '\nThe pier held through the night, and the boats with it.\n'.repeat(60);

let browser;
let server;
let opened;
let loaded;
let requests;

before(async () => {
  await mkdir(pictures, { recursive: true });
  server = await serve(`${root}dist`);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  opened = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  await opened.page.goto(server.url);
  await ready(opened.page);
  loaded = server.requests.length;
  requests = [];
  // The service worker keeps the site for later visits, and has tests of its own.
  opened.context.on('request', (request) => request.serviceWorker() ?? requests.push(request.url()));
});
afterEach(async () => {
  const { context, page, troubles } = opened;
  // What every test proves beside its own matter.
  assert.deepEqual(server.requests.slice(loaded), [], 'no request after the page has loaded');
  assert.deepEqual(requests, [], 'none that the server does not see, either');
  assert.deepEqual(troubles, [], 'no violation of a policy and no error');
  const stored = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    location.href.includes('Quill'),
  ]);
  assert.deepEqual(stored, [0, 0, '', 0, false], 'nothing is stored');
  await context.close();
});

const field = () => opened.page.getByRole('textbox', { name: 'Article text' });
const tabs = () => opened.page.getByRole('tab');
const button = (name) => opened.page.getByRole('button', { name });
const picture = (name) => opened.page.screenshot({ path: `${pictures}/articles-${name}.png`, fullPage: true });
const clean = async (state) => assert.deepEqual(await accessibilityTroubles(opened.page), [], state);
const headline = () => opened.page.locator('article h1');
const said = () => opened.page.locator('main > [role=status]');

async function selected() {
  const tab = opened.page.getByRole('tab', { selected: true });
  return (await tab.locator('.title').innerText()).trim();
}

async function titles() {
  return (await tabs().locator('.title').allInnerTexts()).map((title) => title.trim());
}

async function paste(text) {
  const { page } = opened;
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field().click();
  await page.keyboard.press('Control+V');
}

async function read(text) {
  await paste(text);
  await headline().getByText(text.split('\n')[0]).waitFor();
  await opened.page.locator('article .mark').first().waitFor();
}

/** Two articles that were read; the second is shown. */
async function two() {
  await read(FERRY);
  await button('New article').click();
  await read(PIER);
}

const focused = (selector) =>
  opened.page.waitForFunction((s) => document.activeElement?.matches(s), selector, { timeout: 5000 });

async function width(most, state) {
  const found = await opened.page.evaluate(() => document.scrollingElement.scrollWidth);
  assert.ok(found <= most, `${state}: ${found} pixels`);
}

test('several articles in one paste are offered as tabs and opened only when asked', async () => {
  const { page } = opened;
  await paste(`${FERRY}\n\n${PIER}`);
  const offer = page.getByText('This looks like 2 articles.').first();
  await offer.waitFor();
  await page.locator('article .mark').first().waitFor();
  assert.equal(await tabs().count(), 1, 'one article until the reader says otherwise');
  await clean('offer');
  await picture('offer');

  await button('Open as 2 tabs').click();
  await page.waitForFunction(() => document.querySelectorAll('[role=tab]:not(.busy)').length === 2);
  assert.deepEqual(await titles(), [FERRY, PIER].map((text) => text.split('\n')[0]));
  await focused('[role=tab]');
  await page.keyboard.press('ArrowRight');
  await headline().getByText('Pier opens').waitFor();

  await button(/^Reopen/).click();
  await page.waitForFunction(() => document.querySelectorAll('[role=tab]').length === 3);
  assert.equal(await button('Open as 2 tabs').count(), 0, 'the whole is back and not offered again');
});

test('an article that is kept as one stays one', async () => {
  const { page } = opened;
  await paste(`${FERRY}\n\n${PIER}`);
  await button('Keep as one').focus();
  await page.keyboard.press('Enter');
  await button('Keep as one').waitFor({ state: 'detached' });
  await focused('[role=tab]');
  assert.equal(await tabs().count(), 1);
});

test('one article is not taken for several', async () => {
  await read(FERRY);
  assert.equal(await button(/^Open as/).count(), 0);
});

test('tabs keep text, options, selection and place, and come back at once', async (t) => {
  const { page } = opened;
  await read(LONG);
  await button('New article').click();
  await focused('textarea');
  await read(PIER);
  assert.deepEqual(await titles(), ['Long ferry to Osmund Island sails again', 'Pier opens after the storm']);
  await page.locator('article .mark.person').filter({ hasText: 'Odile Marsh' }).first().click();
  await page.getByRole('region', { name: 'Selected mark' }).waitFor();

  await tabs().first().click();
  await headline().getByText('Long ferry').waitFor();
  assert.equal(await page.locator('.card').count(), 0, 'the selection stays with its article');
  await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
  const start = Date.now();
  await tabs().nth(1).click();
  await headline().getByText('Pier opens').waitFor();
  t.diagnostic(`from the click to the other article: ${Date.now() - start} ms`);
  assert.match(await page.locator('.card').innerText(), /Odile Marsh/);
  await tabs().first().click();
  await headline().getByText('Long ferry').waitFor();
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);

  await button('Edit the text').click();
  await field().fill(`${LONG}\nOne more line by Hanna Brock.`);
  await tabs().nth(1).click();
  await headline().getByText('Pier opens').waitFor();
  assert.equal(await field().count(), 0, 'the other text field is folded');
  await tabs().first().click();
  assert.match(await field().inputValue(), /Hanna Brock/);
  await page.locator('.backdrop .wash').filter({ hasText: 'Hanna Brock' }).first().waitFor();
});

test('typing in one article and going to another loses no answer', async () => {
  const { page } = opened;
  await read(PIER);
  await button('New article').click();
  await field().fill('Mill shuts\n\n“We wept,” said Hanna Brock on 5 May 2020.\n');
  await tabs().first().click();
  await headline().getByText('Pier opens').waitFor();
  await page.locator('[role=tab].busy').waitFor({ state: 'detached' });
  await tabs().nth(1).click();
  await page.locator('.backdrop .wash').filter({ hasText: 'Hanna Brock' }).first().waitFor();
});

test('the keyboard alone goes from tab to tab, closes one and brings it back', async () => {
  const { page } = opened;
  await two();
  await tabs().nth(1).focus();
  for (const [key, title] of [
    ['ArrowLeft', 'Ferry'],
    ['ArrowLeft', 'Pier'],
    ['ArrowRight', 'Ferry'],
    ['End', 'Pier'],
    ['Home', 'Ferry'],
  ]) {
    await page.keyboard.press(key);
    await page.getByRole('tab', { selected: true, name: new RegExp(`^${title}`) }).waitFor();
    await focused('[role=tab][aria-selected=true]');
  }
  await page.keyboard.press('Delete');
  await headline().getByText('Pier opens').waitFor();
  assert.equal(await tabs().count(), 1);
  await focused('[role=tab][aria-selected=true]');
  assert.match(await said().innerText(), /Closed “Ferry/);
  await page.keyboard.press('Tab');
  await focused('button[aria-label^="Close"]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await focused('.reopen');
  await page.keyboard.press('Enter');
  await headline().getByText('Ferry to').waitFor();
  assert.deepEqual((await titles()).map((title) => title.slice(0, 5)), ['Ferry', 'Pier ']);
  assert.equal(await page.locator('.reopen').count(), 0);
});

test('the last tab closed leaves an empty page and a way back', async () => {
  const { page } = opened;
  await read(FERRY);
  await tabs().first().locator('.shut').click();
  await field().waitFor();
  assert.equal(await field().inputValue(), '');
  assert.deepEqual(await titles(), ['Untitled article']);
  await clean('closed');
  await picture('closed');
  await button(/^Reopen/).click();
  await headline().getByText('Ferry to').waitFor();
  await button('Clear').click();
  await field().waitFor();
  await button(/^Reopen/).click();
  await headline().getByText('Ferry to').waitFor();
  assert.equal(await tabs().count(), 1);
});

test('articles are compared by kind, and a find opens its article at its first mark', async () => {
  const { page } = opened;
  await read(FERRY);
  assert.equal(await button(/^Compare/).count(), 0, 'there is nothing to compare with');
  await button('New article').click();
  await read(PIER);
  await button('Compare 2 articles').click();
  await page.getByRole('heading', { name: '2 articles compared' }).waitFor();
  assert.match(await said().innerText(), /People: \d+ shared.*Quotes: .*\d+ to check/);
  await picture('compare');
  await clean('compared');

  const table = (kind) => page.getByRole('table', { name: kind, exact: true });
  const row = (kind, words) => table(kind).getByRole('row').filter({ hasText: words });
  assert.deepEqual(
    (await table('People').getByRole('columnheader').allInnerTexts()).map((words) => words.slice(0, 5)),
    ['What', 'Ferry', 'Pier ', 'Found'],
  );
  const marsh = row('People', 'Odile Marsh').first();
  assert.match(await marsh.innerText(), /in both/);
  assert.equal(await marsh.getByRole('button', { name: /\d times/ }).count(), 2);
  assert.match(await row('People', 'Piet Sandvik').innerText(), /in one only/);
  assert.match(await row('Places', 'Canada').innerText(), /in both/);
  assert.match(await row('Amounts', '3.5 million').first().innerText(), /in both: perhaps the same/, 'which dollars?');
  assert.match(await row('Dates', '4 October 2021').first().innerText(), /in both/);
  assert.match(await row('Dates', 'overlap').first().innerText(), /in both: overlap, not equal/);
  const quote = row('Quotes', 'The repair was dear');
  assert.match(await quote.innerText(), /in both: differs/);
  assert.deepEqual(await quote.locator('em').allInnerTexts(), ['dear,', 'should have', 'expensive,', 'has']);
  assert.match(await row('Quotes', 'We are very glad').innerText(), /one quotes more/);

  await marsh.getByRole('button').first().click();
  await headline().getByText('Ferry to').waitFor();
  await focused('.mark.person.selected');
  assert.equal(await selected(), 'Ferry to Osmund Island sails again');
  const box = await page.locator('article .mark.selected').first().boundingBox();
  assert.ok(box !== null && box.y >= 0 && box.y < 900, 'the mark is in view');
});

test('the keyboard alone compares, opens a find and goes back to the comparison', async () => {
  const { page } = opened;
  await two();
  const compare = button('Compare 2 articles');
  await compare.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '2 articles compared' }).waitFor();
  assert.equal(await compare.getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Tab');
  await focused('.compare td button');
  await page.keyboard.press('Enter');
  await focused('article .mark.selected');
  await compare.focus();
  await page.keyboard.press('Enter');
  await page.locator('.compare').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.compare').waitFor({ state: 'detached' });
  await page.locator('article').waitFor();
});

test('axe-core finds nothing wrong in any state, and 320 pixels are enough', async () => {
  const { page } = opened;
  await two();
  await clean('two');
  await picture('two');
  await button('Compare 2 articles').click();
  await page.locator('.compare').waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await clean('compared, dark');
  await picture('compare-dark');
  await page.setViewportSize({ width: 320, height: 640 });
  await clean('compared, dark, narrow');
  await width(320, 'compared');
  await page.emulateMedia({ colorScheme: 'light' });
  await clean('compared, narrow');
  await picture('compare-narrow');
  const table = page.getByRole('table').first();
  assert.ok((await table.getByRole('rowheader').count()) > 0, 'stacked cells are still a table');
  assert.ok((await table.getByRole('columnheader').count()) === 4);
  await button('Compare 2 articles').click();
  await page.locator('article').waitFor();
  await clean('two, narrow');
  await width(320, 'two');
  await picture('two-narrow');
  await button('New article').click();
  await paste(`${FERRY}\n\n${PIER}`);
  await button('Open as 2 tabs').waitFor();
  await clean('offer, narrow');
  await width(320, 'offer');
  await picture('offer-narrow');
});

test('paper shows the comparison without its tools', async () => {
  const { page } = opened;
  await two();
  await button('Compare 2 articles').click();
  await page.locator('.compare').waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.shelf').isVisible(), false);
  assert.equal(await page.getByRole('cell', { name: /Odile Marsh/ }).first().isVisible(), true);
  await picture('compare-print');
});

test('twelve articles in one paste are all read, and can all be compared', async () => {
  const { page } = opened;
  const many = Array.from({ length: 6 }, (_, at) => `${FERRY.replace('Ferry', `Ferry ${at}`)}\n\n${PIER.replace('Pier', `Pier ${at}`)}`);
  await paste(many.join('\n\n'));
  await button('Open as 12 tabs').click();
  await page.waitForFunction(() => document.querySelectorAll('[role=tab]:not(.busy)').length === 12);
  assert.equal(await button('Compare 12 articles').count(), 1);
  await button('Compare 12 articles').click();
  await page.locator('.compare').waitFor();
  await clean('twelve compared');
  await picture('twelve');
});
