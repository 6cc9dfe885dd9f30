/** An article in a frame: what the page and the frame say to each other. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import axe from 'axe-core';
import { openPage } from '../support/chromium.mjs';
import { ARTICLE as TEXT } from '../support/desk.mjs';
import { paragraphs, SANDBOX, useFrames } from '../support/frames.mjs';

const CANARY = 'Quillamont';
const frames = useFrames();

test('one line and the script show an article of the page, from another origin', async () => {
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe(`data-news-mark="#story" data-published="2021-10-04" data-types="person date" ${SANDBOX} loading="lazy"`)}${frames.script()}`);
  const story = await frames.page.evaluate(() => document.querySelector('#story').outerHTML);
  await frames.fits();
  const { text, attributes } = await frames.look();
  assert.equal(text, TEXT.trim());
  assert.deepEqual(attributes, { published: '2021-10-04', types: 'person date' });
  await frames.page.frameLocator('iframe').locator('mark', { hasText: 'Odile Marsh' }).waitFor();
  assert.equal(await frames.page.evaluate(() => document.querySelector('#story').outerHTML), story, 'the article is as it was');
});

test('a frame around its own box is high enough for what is in it', async () => {
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe(`data-news-mark="#story" ${SANDBOX}`)}${frames.script()}`, '<style>* { box-sizing: border-box } iframe { border: 9px solid }</style>');
  await frames.fits();
});

test('the script of the documentation does the same', async () => {
  const docs = await readFile(new URL('../../docs/embed.md', import.meta.url), 'utf8');
  const recipe = /<!-- recipe: script -->\n```html\n(.*?)```/s.exec(docs)[1];
  const lines = /<script type="module">\n(.*?)<\/script>/s.exec(recipe)[1].trim().split('\n');
  assert.ok(lines.length <= 12, `${lines.length} lines`);
  await frames.open(`<article id="story">${paragraphs()}</article>${recipe.replace('https://example.org/news-mark/latest/', frames.cdn.folder)}`);
  await frames.fits();
  assert.equal((await frames.look()).text, TEXT.trim());
});

test('every message of the protocol does what it says', async () => {
  await frames.open(frames.iframe(SANDBOX));
  await frames.init(TEXT, { published: '2021-10-04', mode: 'review', layout: 'article' });
  const ready = await frames.allPosted('ready');
  assert.match(ready[0].id, /^[0-9a-f]{32}$/);
  // With all that can be known of names; ids of before may be others.
  const { result, ms, id, ns, v } = await frames.posted('result', (each) => each.result.entities.some(({ type }) => type === 'place'));
  assert.deepEqual([ns, v, id], ['news-mark', 1, ready[0].id]);
  assert.equal(result.schema, 'newsmark/1');
  assert.ok(ms >= 0);
  assert.equal(result.document.published.value, '2021-10-04');

  const { id: annotation } = result.mentions[1];
  await frames.post({ type: 'select', annotation });
  const { kind, top } = await frames.posted('select', (each) => each.annotation !== null);
  assert.ok(top > 0, `${kind} at ${top}`);
  await frames.page.frameLocator('iframe').locator('[part~="card"]').waitFor();
  await frames.post({ type: 'select', annotation: null });
  assert.deepEqual((await frames.posted('select', (each) => each.annotation === null)).top, null);

  await frames.post({ type: 'export', format: 'md', title: 'The mill' });
  const { content } = await frames.posted('export');
  assert.match(content, /Odile Marsh/);
  // Several files in one; what is no text is looked at in the page, where it is.
  await frames.post({ type: 'export', format: 'brat' });
  await frames.posted('export', ({ format }) => format === 'brat');
  assert.ok(await frames.page.evaluate(() => posted.find(({ format }) => format === 'brat').content instanceof Blob));
  await frames.post({ type: 'export', format: 'odt' });
  assert.ok((await frames.posted('error')).message.length > 3, 'no such format');

  const before = (await frames.allPosted('resize')).at(-1).height;
  await frames.post({ type: 'init', text: 'The mayor spoke on Monday.', options: {} });
  await frames.posted('result', (each) => each.result.text.length === 26);
  await frames.page.waitForFunction((before) => posted.filter(({ type }) => type === 'resize').at(-1).height < before, before);
  assert.deepEqual((await frames.look()).attributes.mode, undefined, 'settings of before are gone');
  assert.equal((await frames.look()).children, 1);
});

test('what readers correct, select and save comes to the page', async () => {
  await frames.open(frames.iframe(SANDBOX));
  await frames.init(TEXT, { mode: 'review' });
  const frame = frames.page.frameLocator('iframe');
  await frame.locator('mark', { hasText: 'Odile Marsh' }).first().click();
  const { annotation, kind } = await frames.posted('select');
  const { span } = (await frames.allPosted('result')).at(-1).result.mentions.find(({ id }) => id === annotation);
  assert.equal(kind, 'person');
  await frame.getByRole('button', { name: 'Not a mark' }).click();
  const { op, patch } = await frames.posted('correction');
  assert.deepEqual([op.op, op.id], ['delete', annotation]);
  assert.equal(patch.corrections.length, 1);

  const [download] = await Promise.all([
    frames.page.waitForEvent('download'),
    frame.getByLabel('Export as').selectOption('md'),
  ]);
  assert.match(await readFile(await download.path(), 'utf8'), /Larkhaven/);

  // The page gives back what it has kept.
  await frames.page.reload();
  await frames.posted('ready');
  await frames.post({ type: 'init', text: TEXT, options: { corrections: patch } });
  const again = await frames.posted('result');
  const stands = ({ result }) => result.mentions.some((each) => each.span.start === span.start && each.span.end === span.end);
  assert.deepEqual([stands(again), (await frames.allPosted('result')).some(stands)], [false, false]);
  assert.equal(await frames.inside().evaluate(() => document.querySelector('news-mark').corrections.corrections.length), 1);
});

test('corrections that are none leave the article without them, and are told', async () => {
  await frames.open(frames.iframe(SANDBOX));
  await frames.init(TEXT, { corrections: { schema: 'newsmark-patch/1', corrections: [{ op: 'explode' }] } });
  assert.equal((await frames.posted('error')).code, 'bad-patch');
  await frames.inside().waitForFunction(() => document.querySelector('news-mark').state === 'ready');
  assert.equal(await frames.inside().evaluate(() => document.querySelector('news-mark').corrections.corrections.length), 0);
});

test('several frames are apart, also with one article', async () => {
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe(`data-news-mark="#story" ${SANDBOX}`)}${frames.iframe(`data-news-mark="#story" ${SANDBOX}`)}${frames.iframe(SANDBOX)}${frames.script()}`);
  await frames.answered(0);
  await frames.answered(1);
  await frames.posted('ready', undefined, 2);
  await frames.post({ type: 'init', text: 'Only Piet Sandvik spoke.', options: {} }, 2);
  await frames.posted('result', (each) => each.result.text.length === 24, 2);
  assert.deepEqual(await Promise.all([0, 1, 2].map(async (frame) => (await frames.look(frame)).text)), [TEXT.trim(), TEXT.trim(), 'Only Piet Sandvik spoke.']);
  const ids = await frames.page.evaluate(() => [0, 1, 2].map((frame) => [...new Set(posted.filter((each) => each.frame === frame).map(({ id }) => id))]));
  assert.equal(new Set(ids.flat()).size, 3, 'one id each');
});

test('the text is in no request, and nothing is stored', async () => {
  frames.cdn.requests.length = 0;
  const text = `The ferry to ${CANARY} sank on Monday, said Odile Marsh.`;
  await frames.open(frames.iframe(SANDBOX));
  await frames.init(text);
  await frames.post({ type: 'export', format: 'json' });
  await frames.posted('export');
  assert.ok(frames.cdn.requests.length > 8);
  assert.deepEqual(frames.cdn.requests.filter((request) => JSON.stringify(request).includes(CANARY)), []);
  const own = await openPage(frames.browser);
  await own.page.goto(`${frames.cdn.folder}embed.html`);
  assert.deepEqual(await own.page.evaluate(async () => [localStorage.length, sessionStorage.length, await caches.keys(), document.cookie, (await indexedDB.databases()).length]), [0, 0, [], '', 0]);
  await own.context.close();
});

test('a page without a script has a field, and what readers paste there stays there', async () => {
  await frames.open(frames.iframe(`height="500" ${SANDBOX}`, '#uiLang=de&theme=dark'));
  const frame = frames.page.frameLocator('iframe');
  const field = frame.getByRole('textbox', { name: 'Artikeltext' });
  await field.fill(`The ferry to ${CANARY} sank on Monday, said Odile Marsh.`);
  await frame.getByRole('button', { name: 'Markieren' }).click();
  await frame.locator('mark', { hasText: 'Odile Marsh' }).waitFor();
  assert.equal(await frames.inside().evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  assert.deepEqual([...new Set((await frames.page.evaluate(() => posted)).map(({ type }) => type))], ['ready']);
  // A script that comes late is heard all the same, and has nothing of the reader's.
  await frames.post({ type: 'init', text: '', options: { input: 'paste' } });
  await frames.posted('resize');
  await frame.getByRole('textbox', { name: 'Article text' }).fill(`${CANARY} on Monday, said Piet Sandvik.`);
  await frame.getByRole('button', { name: 'Annotate' }).click();
  await frame.locator('mark', { hasText: 'Piet Sandvik' }).click();
  await frames.post({ type: 'export', format: 'json' });
  assert.equal((await frames.posted('error')).code, 'not-ready');
  const all = await frames.page.evaluate(() => posted);
  assert.deepEqual([...new Set(all.map(({ type }) => type))].sort(), ['error', 'ready', 'resize']);
  assert.ok(!JSON.stringify(all).includes(CANARY));
});

test('by itself the page has a field', async () => {
  await frames.page.goto(`${frames.cdn.folder}embed.html`);
  await frames.page.getByRole('textbox', { name: 'Article text' }).fill(TEXT);
  await frames.page.getByRole('button', { name: 'Annotate' }).click();
  await frames.page.locator('mark', { hasText: 'Odile Marsh' }).first().waitFor();
});

test('in a hidden tab all is done, and the height is told when it is seen', async () => {
  await frames.page.addInitScript(() => {
    if (parent === globalThis) return;
    globalThis.isHidden = true;
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
    // Hidden tabs draw nothing: no sizes are observed and no frames asked for are given.
    globalThis.ResizeObserver = class { observe() {} disconnect() {} };
    globalThis.requestAnimationFrame = () => 0;
  });
  await frames.open(frames.iframe(SANDBOX));
  await frames.init();
  const told = await frames.allPosted('resize');
  assert.ok(told.at(-1).height > 300, `${told.at(-1).height}`);
  await frames.inside().evaluate(() => {
    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await frames.page.waitForFunction((before) => posted.filter(({ type }) => type === 'resize').length > before, told.length);
});

test('a lazy frame far below begins when it comes near', async () => {
  await frames.open(`<article id="story">${paragraphs()}</article><div id="gap"></div>${frames.iframe(`data-news-mark="#story" ${SANDBOX} loading="lazy"`)}${frames.script()}`, '<style>#gap { height: 20000px }</style>');
  await frames.page.waitForTimeout(500);
  assert.deepEqual(await frames.allPosted('ready'), []);
  await frames.page.evaluate(() => scrollTo(0, 20_000));
  await frames.fits();
});

test('a frame that is loaded again has its article again', async () => {
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe(`data-news-mark="#story" ${SANDBOX}`)}${frames.script()}`);
  await frames.answered();
  await frames.page.evaluate(() => {
    const [frame] = document.querySelectorAll('iframe');
    posted.length = 0;
    document.body.append(frame);
  });
  await frames.answered();
  assert.equal((await frames.look()).text, TEXT.trim());
  const ids = await frames.page.evaluate(() => posted.filter(({ type, frame }) => type !== 'ready' && frame === 0).map(({ id }) => id));
  assert.equal(new Set(ids).size, 1);
});

test('without a sandbox, and on a page with Trusted Types and a strict policy', async () => {
  const policy = `default-src 'none'; script-src ${frames.cdn.origin}; frame-src ${frames.cdn.origin}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe('data-news-mark="#story"')}${frames.script()}`, '', { 'content-security-policy': policy });
  await frames.fits();
  assert.equal((await frames.look()).text, TEXT.trim());
});

test('a server that lets nobody read its files leaves the page as it was', async (t) => {
  frames.cdn.isOpen = false;
  t.after(() => (frames.cdn.isOpen = true));
  await frames.open(`<article id="story">${paragraphs()}</article>${frames.iframe(`height="500" data-news-mark="#story" ${SANDBOX}`)}`);
  await frames.page.waitForTimeout(1_000);
  assert.deepEqual(await frames.page.evaluate(() => posted), []);
  assert.equal(await frames.page.evaluate(() => document.querySelector('iframe').style.height), '');
  assert.ok(frames.opened.troubles.splice(0).length > 0, 'the console says why');
});

test('the page and what is in the frame are accessible together', async () => {
  await frames.open(`<main><h1>Paper</h1><article id="story">${paragraphs()}</article>${frames.iframe(`data-news-mark="#story" ${SANDBOX}`)}</main>${frames.script()}`);
  await frames.fits();
  await frames.page.frameLocator('iframe').locator('mark').first().click();
  const all = `${axe.source}; axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });`;
  await frames.inside().evaluate(all);
  await frames.page.evaluate(all);
  const { violations, passes } = await frames.page.evaluate(() => globalThis.axe.run(document));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
  assert.ok(passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1)), 'the frame was looked at');
});
