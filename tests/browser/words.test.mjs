/** The languages of the page: chosen by the browser's and by a button, whole in every state. */
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launch, openPage } from '../support/chromium.mjs';
import { ARTICLE } from '../support/desk.mjs';
import { watchShift } from '../support/page.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = `${root}test-output`;
const OTHER = `Pier opens after the storm

By Tom Ashby
5 October 2021

Mayor Odile Marsh opened the pier on Monday. “Nobody here should have to wait for flour,” Marsh said.
`;

let browser;
let server;
let english;

before(async () => {
  await mkdir(pictures, { recursive: true });
  server = await serve(dist);
  browser = await launch();
  english = await englishWords();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What the table has in English and says in other words in German, without what has places to fill. */
async function englishWords() {
  const folder = `${root}src/app/strings`;
  const files = (await readdir(folder)).map((name) => `${folder}/${name}`);
  const words = new Set();
  for (const file of [`${root}src/app/strings.rs`, ...files]) {
    const code = (await readFile(file, 'utf8')).replace(/\\\n\s*/g, '');
    for (const [, english, german] of code.matchAll(/word!\(\s*"([^"]*)",\s*"([^"]*)",?\s*\)/g)) {
      if (english !== german && !english.includes('{')) words.add(english.trim());
    }
  }
  assert.ok(words.size > 150, `${words.size}`);
  return words;
}

async function open(locale, options = {}) {
  const opened = await openPage(browser, {
    locale,
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  await opened.page.goto(server.url);
  await opened.page.getByText(/^(Locked|Gesperrt):/).waitFor();
  await opened.page.locator('header .names').waitFor({ state: 'detached' });
  return opened;
}

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.locator('.editor textarea').click();
  await page.keyboard.press('Control+V');
  await page.locator('article .mark').first().waitFor();
}

const lang = (page) => page.evaluate(() => document.documentElement.lang);
const width = (page) => page.evaluate(() => document.scrollingElement.scrollWidth);

/** Words that are seen or read out and not those of an article, with the English of the report left out. */
function said(page) {
  return page.evaluate(() => {
    const said = new Set();
    const own = (element) => element.closest('[lang=en], article, .backdrop, .evidence') === null;
    for (const element of document.body.querySelectorAll('*')) {
      if (!own(element)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.add(node.data.trim());
      for (const name of ['aria-label', 'placeholder', 'title']) said.add(element.getAttribute(name)?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('article, textarea')) said.add(element.getAttribute('aria-label'));
    return [...said];
  });
}

/** Nothing English is left, axe has nothing to say, wide and narrow, and a picture is taken of both. */
async function look(page, state) {
  assert.deepEqual((await said(page)).filter((words) => english.has(words)), [], `English words: ${state}`);
  for (const size of [1280, 320]) {
    await page.setViewportSize({ width: size, height: size === 320 ? 640 : 900 });
    assert.deepEqual(await accessibilityTroubles(page), [], `${state}, ${size}`);
    assert.ok((await width(page)) <= size, `${state}: ${await width(page)} of ${size} pixels`);
    await page.screenshot({ path: `${pictures}/german-${state}-${size}.png`, fullPage: size === 320 });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a German browser gets a German page, whole in every state, wide and at 320 pixels', async () => {
  const { context, page, troubles } = await open('de-AT');
  assert.equal(await lang(page), 'de');
  await page.getByRole('heading', { name: 'Artikel einfügen' }).waitFor();
  await look(page, 'empty');
  await paste(page, ARTICLE);
  await page.getByText('zu prüfen').first().waitFor();
  await look(page, 'article');
  await page.locator('article .mark.date').first().click();
  await page.getByRole('region', { name: 'Ausgewählte Markierung' }).waitFor();
  await look(page, 'card-date');
  await page.locator('article .mark.person').first().click();
  await look(page, 'card-person');
  await page.locator('article .mark.quote').first().click();
  await look(page, 'card-quote');
  await page.keyboard.press('Escape');
  await page.locator('.checks input').first().check();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Überblick', exact: true }).click();
  await look(page, 'checks');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tasten' }).waitFor();
  await look(page, 'keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Text bearbeiten' }).click();
  await look(page, 'edit');
  await page.getByRole('button', { name: 'Fertig' }).click();
  await page.getByRole('button', { name: 'Neuer Artikel' }).click();
  await paste(page, OTHER);
  await look(page, 'two');
  await page.getByRole('button', { name: '2 Artikel vergleichen' }).click();
  await page.getByRole('heading', { name: '2 Artikel im Vergleich' }).waitFor();
  await look(page, 'compare');
  const opens = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Hilfe' }).click();
  const help = await opens;
  await help.waitForLoadState();
  assert.equal(await help.locator('h1').innerText(), 'So liest man newsmark');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the first language that the page speaks is taken, and English where there is none', async () => {
  for (const [languages, expected] of [
    [['fr', 'de-CH', 'en'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['ja', 'fr'], 'en'],
    [['DE'], 'de'],
  ]) {
    const { context, page } = await openPage(browser);
    await page.addInitScript((languages) => {
      Object.defineProperty(navigator, 'languages', { get: () => languages });
    }, languages);
    await page.goto(server.url);
    await page.getByText(/^(Locked|Gesperrt):/).waitFor();
    assert.equal(await lang(page), expected, languages.join());
    await context.close();
  }
});

test('another language changes the words and nothing else, by pointer', async () => {
  const { context, page, troubles } = await open('en-GB');
  await paste(page, ARTICLE);
  await page.locator('article .mark.person').first().click();
  await page.getByRole('button', { name: 'Edit the text' }).click();
  const field = page.locator('.editor textarea');
  await field.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('More of it.');
  await page.evaluate(() => {
    const field = document.querySelector('.editor textarea');
    field.setSelectionRange(4, 9);
    for (const selector of ['textarea', '.card', '.sidebar', '.sidebar .row', 'main', 'header'])
      document.querySelector(selector).isSame = true;
  });
  const before = await field.inputValue();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.getByRole('region', { name: 'Ausgewählte Markierung' }).waitFor();
  assert.equal(await lang(page), 'de');
  assert.deepEqual((await said(page)).filter((words) => english.has(words)), [], 'English words');
  assert.equal(await field.inputValue(), before);
  assert.ok(before.endsWith('More of it.'));
  const kept = await page.evaluate(() => {
    const { selectionStart, selectionEnd } = document.querySelector('.editor textarea');
    const same = ['textarea', '.card', '.sidebar', '.sidebar .row', 'main', 'header'];
    return [selectionStart, selectionEnd, ...same.map((selector) => document.querySelector(selector).isSame)];
  });
  assert.deepEqual(kept, [4, 9, true, true, true, true, true, true]);
  // What was typed can still be undone.
  await field.focus();
  await page.keyboard.press('Control+Z');
  assert.notEqual(await field.inputValue(), before);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('region', { name: 'Selected mark' }).waitFor();
  assert.equal(await lang(page), 'en');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('another language changes the words and nothing else, by keyboard, and is forgotten with the visit', async () => {
  const { context, page, troubles } = await open('en-GB');
  await paste(page, ARTICLE);
  await page.locator('article .mark.quote').first().focus();
  await page.keyboard.press('Enter');
  const selected = page.locator('article .mark.selected').first();
  const words = await selected.innerText();
  const marks = await page.locator('article .mark').count();
  await page.getByRole('link', { name: 'Help' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Gesperrt:').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'English', 'the way back is under the same key');
  assert.equal(await selected.innerText(), words);
  assert.equal(await page.locator('article .mark').count(), marks);
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  await page.reload();
  await page.getByText('Locked:').waitFor();
  assert.equal(await lang(page), 'en');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('days are written as the browser itself writes them in that language, with the ISO value beside', async () => {
  const { context, page } = await open('en-GB');
  await paste(page, ARTICLE);
  const shown = () =>
    page.locator('.datebar time').evaluate((time) => {
      const locale = document.documentElement.lang === 'de' ? 'de' : 'en-GB';
      const day = new Date(`${time.dateTime}T12:00:00Z`);
      return [time.dateTime, time.textContent, new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day)];
    });
  assert.deepEqual(await shown(), ['2021-10-04', '4 October 2021', '4 October 2021']);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.getByText('Erschienen am').first().waitFor();
  assert.deepEqual(await shown(), ['2021-10-04', '4. Oktober 2021', '4. Oktober 2021']);
  // Months and weekdays of the table are those of the browser.
  const table = await readFile(`${root}src/app/strings/when.rs`, 'utf8');
  const pairs = [...table.split('/// A day of a month.')[0].matchAll(/word!\("(\p{L}+)", "(\p{L}+)"\)/gu)];
  const inBrowser = await page.evaluate(() => {
    const written = (locale, options, days) =>
      days.map((day) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day));
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2021, month, 15));
    const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2021, 9, 4 + day));
    const both = (locale) => [...written(locale, { month: 'long' }, months), ...written(locale, { weekday: 'long' }, days)];
    const [english, german] = [both('en'), both('de')];
    return english.map((words, at) => [words, german[at]]);
  });
  assert.deepEqual(pairs.map(([, english, german]) => [english, german]), inBrowser);
  await context.close();
});

test('the page is German before it is seen, and nothing moves', async () => {
  for (const width of [1280, 1000, 360, 320]) {
    const { context, page } = await openPage(browser, { locale: 'de-DE', viewport: { width, height: 740 } });
    const shift = await watchShift(page);
    const releaseScript = server.hold(/assets\/index.*\.js$/);
    const releaseCode = server.hold(/app_bg.*\.wasm$/);
    await page.goto(server.url, { waitUntil: 'commit' });
    await page.waitForTimeout(400);
    releaseScript();
    await page.getByRole('heading', { name: 'Artikel einfügen' }).waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await page.locator('.backdrop').count(), 0, 'the words are there before the code');
    assert.equal(await page.locator('textarea').getAttribute('aria-label'), 'Artikeltext');
    assert.equal(await shift(), 0, `at ${width}, as the words came`);
    releaseCode();
    await page.getByText('Gesperrt:').waitFor();
    await page.locator('header .names').waitFor({ state: 'detached' });
    // In narrow windows a line about names comes and goes, whatever the language.
    if (width > 900) assert.ok((await shift()) < 0.01, `${await shift()} at ${width}`);
    await context.close();
  }
});

test('the help pages say the same, and lead to each other', async () => {
  const { context, page, troubles } = await openPage(browser);
  const outline = async (name) => {
    await page.goto(`${server.url}${name}`);
    return page.evaluate(() => {
      const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
      return {
        ids: all('[id]', ({ id }) => id),
        letters: all('.letter', ({ textContent }) => textContent),
        tests: all('.test code, .test q', ({ textContent }) => textContent.replace(/\s+/g, ' ')),
        files: all('code', ({ textContent }) => textContent),
        elements: all('main *', ({ tagName }) => tagName).filter((tag) => ['H2', 'LI', 'TR', 'P', 'B'].includes(tag)),
        lang: document.documentElement.lang,
      };
    });
  };
  const { lang: first, ...one } = await outline('help.html');
  const { lang: second, ...two } = await outline('help.de.html');
  assert.deepEqual([first, second], ['en', 'de']);
  assert.deepEqual(two, one);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 640 });
    assert.deepEqual(await accessibilityTroubles(page), [], `${width}`);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= width, `${width}`);
    await page.screenshot({ path: `${pictures}/german-help-${width}.png` });
  }
  await page.getByRole('link', { name: 'In English' }).click();
  await page.getByRole('link', { name: 'Auf Deutsch' }).click();
  assert.equal(await lang(page), 'de');
  assert.deepEqual(troubles, []);
  await context.close();
});
