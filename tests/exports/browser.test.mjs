/** The exports that browsers show: TimelineJS by its own code, and the page. Folder: `EXPORTS`. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../support/chromium.mjs';

const folder = process.env.EXPORTS;
const library = new URL('../../node_modules/@knight-lab/timelinejs/dist/js/timeline.js', import.meta.url);
const files = async (ending) => (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
const read = (name) => readFile(`${folder}/${name}`, 'utf8');

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const plain = (html) => html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

test('TimelineJS takes every timeline, and shows words as words', async () => {
  const page = await (await browser.newContext()).newPage();
  const asked = [];
  await page.route('**', (route) => route.abort());
  await page.route('http://timeline.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><div id=t></div>' }));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('http://timeline.test/');
  await page.addScriptTag({ content: await readFile(library, 'utf8') });
  let shown = 0;
  for (const name of await files('.timeline.json')) {
    const timeline = JSON.parse(await read(name));
    // Without an event TimelineJS has nothing to show, and says so.
    if (timeline.events.length === 0) continue;
    const found = await page.evaluate(async (data) => {
      document.body.innerHTML = '<div id="t" style="width:800px;height:600px"></div>';
      const timeline = new TL.Timeline('t', data, { hash_bookmark: false });
      const drawn = () => document.querySelectorAll('.tl-slide .tl-text').length > data.events.length;
      for (let waited = 0; !drawn() && waited < 10_000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
      const { config } = timeline;
      config.validate();
      const slides = [...document.querySelectorAll('.tl-slide')];
      return {
        errors: config.getErrors().map(String),
        dates: config.events.map((event) => [event.unique_id, event.start_date.data.date_obj.getFullYear()]),
        words: slides.map((slide) => slide.querySelector('.tl-headline, .tl-headline-title')?.textContent ?? ''),
        texts: slides.map((slide) => slide.querySelector('.tl-text-content')?.textContent ?? ''),
        strange: document.querySelectorAll('.tl-text a, .tl-text img, .tl-text script, .tl-text b, .tl-text i').length,
      };
    }, timeline);
    assert.deepEqual(found.errors, [], name);
    assert.equal(found.strange, 0, `${name}: markup or a link`);
    const wanted = timeline.events.map((event) => [event.unique_id, event.start_date.year]);
    assert.deepEqual(found.dates.sort(), wanted.sort(), name);
    for (const event of timeline.events) {
      assert.ok(found.words.some((words) => words.trim() === plain(event.text.headline)), `${name}: ${event.text.headline}`);
      assert.ok(found.texts.some((words) => words.trim() === plain(event.text.text)), `${name}: ${event.text.text}`);
    }
    shown += timeline.events.length;
  }
  assert.ok(shown > 50, `${shown} events`);
  // Its own fonts, which it does not get here.
  const others = asked.filter((url) => !/^http:\/\/timeline\.test\/$|^https:\/\/cdn\.knightlab\.com\/.*\/font\./.test(url));
  assert.deepEqual(others, [], 'nothing in the timeline is loaded');
  await page.context().close();
});

test('the page is styled, breaks no policy, asks for nothing and runs nothing, in light and dark', async () => {
  const { context, page, troubles } = await openPage(browser);
  const asked = [];
  let html;
  await page.route('http://export.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => assert.fail(dialog.message()));
  for (const name of await files('.html')) {
    html = await read(name);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.goto('http://export.test/');
      const [width, tints] = await page.evaluate(() => [
        getComputedStyle(document.body).maxWidth,
        [...document.querySelectorAll('mark')].map((mark) => getComputedStyle(mark).backgroundColor),
      ]);
      assert.equal(width, '1200px', `${name}: the style sheet is in force`);
      assert.ok(tints.every((tint) => tint !== 'rgba(0, 0, 0, 0)'), `${name}: a mark without a tint`);
      assert.deepEqual(troubles, [], name);
    }
  }
  assert.deepEqual(asked.filter((url) => !/export\.test\/(favicon\.ico)?$/.test(url)), []);
  await context.close();
});
