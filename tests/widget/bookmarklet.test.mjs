/** The bookmarklet: any page's article is marked in place, and left as it was. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launch, openPage } from '../support/chromium.mjs';
import { paragraphs } from '../support/frames.mjs';
import { host, page as html } from '../support/hosts.mjs';

let browser;
let paper;
let cdn;
let link;
let opened;
let page;
before(async () => {
  [browser, paper, cdn] = await Promise.all([launch(), host(), host()]);
  // As a page of the site has it.
  cdn.pages['/'] = html('<a data-news-mark-link>Mark an article</a><a>Other</a>', `<script type="module" src="${cdn.folder}bookmarklet-link.js"></script>`);
  const { page, context } = await openPage(browser);
  await page.goto(cdn.origin);
  link = await page.waitForSelector('a[data-news-mark-link][href]').then((a) => a.getAttribute('href'));
  assert.equal(await page.locator('a[href]').count(), 1);
  await context.close();
});
after(async () => {
  await browser?.close();
  await Promise.all([paper?.close(), cdn?.close()]);
});
beforeEach(async () => {
  opened = await openPage(browser, { viewport: { width: 900, height: 800 } });
  ({ page } = opened);
});
afterEach(async () => {
  assert.deepEqual(opened.troubles, [], 'no violation of a policy and no error');
  await opened.context.close();
});

async function open(body, { head = '', headers = {} } = {}) {
  paper.pages['/'] = { html: html(body, head), headers };
  await page.goto(`${paper.origin}/`);
}
/** As the browser does when the bookmark is picked: the policy of a page is not asked. */
const pick = (picked = link) => page.evaluate(decodeURIComponent(picked.replace(/^javascript:/, '')));
const ready = () => page.waitForFunction(() => document.querySelector('news-mark')?.state === 'ready');
/** Which element is marked; null where none is. */
const marked = () =>
  page.evaluate(() => {
    const mark = document.querySelector('news-mark');
    return mark && document.querySelector(mark.htmlFor).getAttribute('data-test');
  });
/** All that a page is, but for what the bookmarklet adds beside its article. */
const state = () =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    copy.querySelector('news-mark')?.remove();
    return { html: copy.outerHTML, sheets: document.adoptedStyleSheets.length, highlights: CSS.highlights.size, globals: Object.keys(globalThis).filter((name) => !/^reportTrouble|__playwright/.test(name)) };
  });
const refused = () => page.getByRole('dialog');
/** Takes the troubles that are expected. */
const troubles = () => opened.troubles.splice(0);

const STORY = `<header><h1>The Paper</h1></header><article data-test="story"><h2>Mill turns again</h2>${paragraphs()}</article><article data-test="teaser"><p>More news</p></article>`;

test('the link is short, names what it loads, and works as a link', async () => {
  const published = link.replaceAll(cdn.origin, 'https://somebody-or-other.github.io/newsmark');
  assert.ok(published.length < 1024, `${published.length} characters`);
  assert.match(link, /^javascript:void\(/);
  assert.match(link, /integrity:"sha384-[\w+/]{64}"/);
  assert.equal(new URL(link).href, link, 'browsers keep it as it is');
  const { version } = JSON.parse(await readFile(new URL('../../target/package/package.json', import.meta.url), 'utf8'));
  const latest = await openPage(browser);
  cdn.pages['/latest'] = html('<a data-news-mark-link>Mark</a>', `<script type="module" src="${cdn.folder.replace('1.0.0', 'latest')}bookmarklet-link.js"></script>`);
  await latest.page.goto(`${cdn.origin}/latest`);
  const other = await latest.page.waitForSelector('a[href]').then((a) => a.getAttribute('href'));
  assert.equal(other, link.replace('/1.0.0/', `/${version}/`), 'of a version that stays');
  await latest.context.close();
  await open(STORY);
  await page.evaluate((href) => document.querySelector('header').append(Object.assign(document.createElement('a'), { href, textContent: 'mark' })), link);
  await page.getByText('mark', { exact: true }).click();
  await ready();
  assert.equal(await marked(), 'story');
});

test('an article is marked without being touched, and the next time left as it was', async () => {
  await open(STORY);
  const before = await state();
  await pick();
  await ready();
  assert.equal(await marked(), 'story');
  const during = await state();
  assert.equal(during.html, before.html);
  assert.ok(during.highlights > 2);
  assert.equal(await page.evaluate(() => document.querySelector('news-mark').nextElementSibling.dataset.test), 'story');
  assert.ok(await page.evaluate(() => document.querySelector('news-mark').result.entities.some(({ name }) => name === 'Odile Marsh')));
  await pick();
  assert.equal(await marked(), null);
  assert.deepEqual(await state(), before);
  await pick();
  await ready();
  await page.evaluate(() => document.querySelector('news-mark').remove());
  await pick();
  await ready();
  assert.equal(await page.locator('news-mark').count(), 1, 'gone with the page’s own doing, it comes again');
});

test('what is there is not loaded again, in no version', async () => {
  await open(STORY);
  await pick();
  await ready();
  cdn.requests.length = 0;
  await pick(link.replace('/bookmarklet.js', '/later.js'));
  assert.equal(await marked(), null);
  await page.waitForTimeout(200);
  assert.deepEqual(cdn.requests, []);
});

test('pages say in many ways what their article is', async () => {
  const text = paragraphs();
  const teaser = '<p>A sentence about something else.</p>';
  const pages = [
    `<article>${teaser}</article><main><article data-test="yes">${text}</article><article>${teaser}</article></main>`,
    `<main><p>${'x '.repeat(300)}</p></main><article data-test="yes">${text}</article>`,
    `<article>${teaser}</article><div itemscope><div data-test="yes" itemprop="articleBody">${text}</div></div>`,
    `<div><main data-test="yes"><div>${text}</div></main></div><article hidden>${text}${text}</article>`,
    `<div><div>${teaser}</div><div><section data-test="yes">${text}</section><section>${teaser}</section></div></div>`,
    `<div data-test="yes">${text}</div><div>${teaser}</div><p>${'x '.repeat(40)}</p>`,
    `<section data-test="no">${teaser}</section><section class="a b" data-test="yes">${text}</section><section class="a"></section>`,
  ];
  for (const body of pages) {
    await open(body);
    await pick();
    await ready();
    assert.equal(await marked(), 'yes', body.slice(0, 60));
  }
  // Nothing but line breaks.
  await open('');
  await page.evaluate((text) => {
    document.body.setAttribute('data-test', 'body');
    document.body.innerText = text;
  }, `Mayor Odile Marsh spoke on Monday. ${'The river said nothing at all. '.repeat(20)}`);
  await pick();
  await ready();
  assert.equal(await marked(), 'body');
});

test('what is selected is the article', async () => {
  await open(`<article data-test="story">${paragraphs()}</article><aside data-test="aside"><p data-test="p">Piet <b>Sandvik was here</b> on Monday.</p><p>Odile Marsh was not.</p></aside>`);
  const select = (from, to) => page.evaluate(([from, to]) => getSelection().setBaseAndExtent(document.querySelector(from), 0, document.querySelector(to), 1), [from, to]);
  await select('b', 'b');
  await pick();
  await ready();
  assert.equal(await marked(), 'p', 'a block, not a part of a line');
  assert.equal(await page.evaluate(() => String(getSelection())), 'Sandvik was here');
  await pick();
  await select('aside p', 'aside p + p');
  await pick();
  await ready();
  assert.equal(await marked(), 'aside');
});

test('an article that moves among others stays the one', async () => {
  await open(`<div>Menu</div><div><div class="box">${'<p>Short.</p>'}</div><div class="box" data-test="yes">${paragraphs()}</div></div>`);
  await pick();
  await ready();
  const text = await page.evaluate(() => document.querySelector('news-mark').text);
  await page.evaluate(() => {
    const advertisement = document.createElement('div');
    advertisement.append('Buy flour.');
    document.querySelector('news-mark').before(document.createElement('section'), advertisement);
    document.querySelector('div').after(document.createElement('div'));
  });
  await page.waitForTimeout(600);
  await ready();
  assert.equal(await marked(), 'yes');
  assert.equal(await page.evaluate(() => document.querySelector('news-mark').text), text);
});

test('a page without an article is told so', async () => {
  await open('');
  await pick();
  await refused().getByText('There is no article on this page').waitFor();
  assert.equal(await refused().getByRole('button', { name: 'Copy the text' }).count(), 0);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.documentElement.children.length === 2);
});

const allow = (more = '', { script = '', connect = cdn.origin } = {}) => ({
  'content-security-policy': `default-src 'none'; img-src data:; script-src ${cdn.origin} ${script}; connect-src ${connect}; ${more}`,
});

test('a strict policy that allows it', async () => {
  await open(STORY, { headers: allow('worker-src blob:', { script: "'wasm-unsafe-eval'" }) });
  const before = await state();
  await pick();
  await ready();
  assert.equal(await marked(), 'story');
  await pick();
  assert.deepEqual(await state(), before);
});

test('pages with Trusted Types', async () => {
  for (const policies of ['newsmark', "'none'"]) {
    await open(STORY, { headers: allow(`worker-src blob:; require-trusted-types-for 'script'; trusted-types ${policies}`, { script: "'wasm-unsafe-eval'" }) });
    await pick();
    await ready();
    assert.equal(await marked(), 'story');
    await pick();
    assert.equal(await marked(), null);
    // The browser tells of each refused address and policy; nothing else.
    assert.deepEqual(troubles().filter((each) => !/require-trusted-types-for|trusted-types|TrustedScriptURL|Trusted Type/i.test(each)), []);
  }
});

test('a policy that forbids to load, or WebAssembly: a clear word and a way out', async () => {
  const cases = [
    [{ script: "'wasm-unsafe-eval'", connect: "'self'" }, /forbids to load/],
    [{}, /forbids WebAssembly/],
  ];
  for (const [policy, words] of cases) {
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.origin });
    await open(STORY, { headers: allow('', policy) });
    const before = await state();
    await pick();
    await refused().getByText(words).waitFor();
    assert.equal(await marked(), null);
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), 'Copy the text');
    await refused().getByRole('button', { name: 'Copy the text' }).click();
    await refused().getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.evaluate(() => document.querySelector('article').innerText));
    assert.equal(await refused().getByRole('link', { name: 'Open newsmark' }).getAttribute('href'), `${cdn.origin}/`);
    await refused().getByRole('button', { name: 'Close' }).click();
    assert.deepEqual(await state(), before);
    assert.ok(troubles().length > 0);
  }
});

test('where the clipboard is forbidden as well, the text is there to be copied', async () => {
  await open(STORY, { headers: { ...allow(), 'permissions-policy': 'clipboard-write=()' } });
  await pick();
  await refused().getByRole('button', { name: 'Copy the text' }).click();
  const field = refused().getByRole('textbox', { name: 'Text of the article' });
  assert.match(await field.inputValue(), /^Mill turns again/);
  assert.ok(await field.evaluate(({ selectionEnd, value }) => selectionEnd === value.length));
  // Once more is enough to be rid of it.
  await pick();
  assert.equal(await refused().count(), 0);
  troubles();
});

test('a policy that keeps the script out: the link itself says so', async () => {
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.origin });
  for (const more of ['', "; require-trusted-types-for 'script'"]) {
    await open(STORY, { headers: { 'content-security-policy': `default-src 'none'; img-src data:${more}` } });
    const before = await state();
    await pick();
    await refused().getByText('policy keeps newsmark out').waitFor();
    await refused().getByRole('button', { name: 'Copy the text' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('Mill turns again'));
    assert.equal(await refused().getByRole('link', { name: 'Open newsmark' }).getAttribute('href'), `${cdn.origin}/`);
    await refused().getByRole('button', { name: 'Close' }).click();
    await refused().waitFor({ state: 'detached' });
    assert.deepEqual(await state(), before);
    troubles();
  }
});

test('a script that is not the published one does not run', async () => {
  await page.route(/bookmarklet\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\nglobalThis.changed = true;` });
  });
  await open(STORY);
  await pick();
  await refused().getByText('could not be reached').waitFor();
  assert.equal(await page.evaluate(() => globalThis.changed), undefined);
  assert.equal(await marked(), null);
  assert.match(troubles().join(), /integrity/);
});

test('its files that are not the published ones are not used', async () => {
  await page.route(/core_bg\.wasm$/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length >> 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await open(STORY);
  await pick();
  await refused().getByText('is not core_bg.wasm of newsmark').waitFor();
});

test('the dialog is in the reader’s language, clear of the page’s styles, and accessible', async () => {
  const german = await openPage(browser, { locale: 'de-DE' });
  opened.context.close();
  opened = german;
  ({ page } = german);
  await open(`<main>${STORY}</main>`, { headers: { 'content-security-policy': `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src ${cdn.origin}; connect-src ${cdn.origin}` }, head: '<style>* { display: none !important; color: red !important; font-size: 90px !important } html, body, main, article, p { display: block !important }</style>' });
  await page.evaluate(() => {
    for (const made of [Object, Array, Function, Promise, Map, Set, HTMLElement, Element, Node, EventTarget]) Object.freeze(made.prototype);
  });
  await pick();
  await refused().getByText('verbietet WebAssembly').waitFor();
  assert.notEqual(await refused().evaluate((dialog) => getComputedStyle(dialog).color), 'rgb(255, 0, 0)');
  assert.ok((await refused().boundingBox()).height > 100);
  troubles();
  assert.deepEqual(await accessibilityTroubles(page), []);
});
