/** The frame and the bookmarklet in Firefox, over two origins. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../support/firefox.mjs';
import { paragraphs, SANDBOX } from '../support/frames.mjs';
import { host, page as html } from '../support/hosts.mjs';

let browser;
let paper;
let cdn;
before(async () => {
  [browser, paper, cdn] = await Promise.all([launch(), host(), host()]);
});
after(async () => {
  await browser?.close();
  await Promise.all([paper?.close(), cdn?.close()]);
});

test('firefox: a frame without an origin shows the article and says how high it is', async () => {
  paper.pages['/'] = html(`<article id="story">${paragraphs()}</article>
    <iframe src="${cdn.folder}embed.html" data-news-mark="#story" title="Annotated article" ${SANDBOX} loading="lazy"></iframe>
    <script>globalThis.told = []; addEventListener('nm-result', ({ detail }) => told.push(detail.result)); addEventListener('nm-error', ({ detail }) => told.push(detail));</script>
    <script type="module" src="${cdn.folder}frame.js"></script>`);
  const { page, troubles } = await openPage(browser, `${paper.origin}/`);
  await page.waitForFunction(() => told.length > 0);
  assert.ok(await page.evaluate(() => told[0].entities.some(({ name }) => name === 'Odile Marsh')));
  await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 400);
  const frame = page.frames().find((each) => each.url().includes('embed.html'));
  await frame.waitForFunction(() => document.querySelector('news-mark').shadowRoot.querySelectorAll('mark').length > 5);
  assert.equal(await frame.evaluate(() => origin), 'null');
  assert.deepEqual(troubles, []);
  await page.close();
});

test('firefox: the bookmarklet marks a page, leaves it, and says why where it cannot', async () => {
  cdn.pages['/'] = html('<a data-news-mark-link>Mark</a>', `<script type="module" src="${cdn.folder}bookmarklet-link.js"></script>`);
  const { page } = await openPage(browser, cdn.origin);
  const link = await page.waitForFunction(() => document.querySelector('a[href]')?.getAttribute('href')).then((handle) => handle.jsonValue());
  const pick = () => page.evaluate(decodeURIComponent(link.replace(/^javascript:/, '')));
  const story = () => page.evaluate(() => document.body.outerHTML);
  paper.pages['/'] = html(`<article>${paragraphs()}</article>`);
  await page.goto(paper.origin);
  const before = await story();
  await pick();
  await page.waitForFunction(() => document.querySelector('news-mark')?.state === 'ready');
  await pick();
  assert.equal(await story(), before);
  paper.pages['/strict'] = { html: html(`<article>${paragraphs()}</article>`), headers: { 'content-security-policy': `script-src ${cdn.origin}` } };
  await page.goto(`${paper.origin}/strict`);
  await pick();
  const said = await page.waitForFunction(() => document.documentElement.lastElementChild.shadowRoot?.querySelector('dialog[open]')?.textContent).then((handle) => handle.jsonValue());
  assert.match(said, /forbids WebAssembly/);
  assert.equal(await story(), before);
  await page.close();
});
