/** Marks as elements around the words of a host's article. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sheet, widgetPages } from '../support/widget.mjs';

let pages;
let css;
before(async () => {
  css = await sheet('marks');
  pages = await widgetPages('source', 'paint/marks', 'nodes');
});
after(() => pages.close());

const ARTICLE = `<article id="story" style="width:30em">
  <h1>Odile Marchand leaves</h1>
  <p>“It is <b>Od</b>ile <a href="#x">Mar<i>ch</i>and</a>,” said Piet Aalders on <i>Monday</i>.</p>
  <p style="display:flex">By Piet Aalders, Brest</p>
</article>`;
const WORDS = [['Odile Marchand', 'person'], ['“It is Odile Marchand,”', 'quote', 'check'], ['Piet Aalders', 'person', 'likely'], ['Monday', 'date'], ['Brest', 'place']];

/** Paints the article; tests go on with `story`, `painter`, `source`, `before` of the page. */
const paint = (page, words = WORDS) =>
  page.evaluate(
    ([css, words]) => {
      globalThis.story = document.querySelector('#story');
      globalThis.before = helpers.snapshot(story);
      globalThis.source = widget.readSource(story);
      globalThis.painter = widget.markPainter(document, helpers.sheetOf(css));
      painter.paint(source, helpers.marksOf(source, words));
      return painter.painted;
    },
    [css, words],
  );
const cleared = (page) => page.evaluate(() => (painter.clear(), helpers.differences(story, before)));

test('marks: words are marked, and the article is as before when they go', async () => {
  const { page, context, errors } = await pages.open(ARTICLE);
  await paint(page);
  const shown = await page.evaluate(() => {
    const out = {};
    for (const each of story.querySelectorAll('.nm-mark')) {
      const id = each.getAttribute('data-nm-id');
      out[id] = (out[id] ?? '') + `[${each.textContent}]`;
    }
    return out;
  });
  assert.deepEqual(shown, {
    'm0.0': '[Odile Marchand]',
    'm0.1': '[Od][ile ][Mar][ch][and]',
    'm1.0': '[“It is ][Od][ile ][Mar][ch][and][,”]',
    'm2.0': '[Piet Aalders]',
    'm2.1': '[Piet Aalders]',
    'm3.0': '[Monday]',
    'm4.0': '[Brest]',
  });
  assert.deepEqual(await cleared(page), []);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  assert.deepEqual(errors, []);
  await context.close();
});

test('marks: what is drawn takes no room', async () => {
  const { page, context } = await pages.open(ARTICLE);
  const rects = () => page.evaluate(() => JSON.stringify([...document.querySelectorAll('#story > *')].map((each) => each.getBoundingClientRect())));
  const [first, , second] = [await rects(), await paint(page), await rects()];
  assert.equal(second, first);
  await context.close();
});

test('marks: any article is the same nodes with the same data after any marks', async () => {
  const { page, context } = await pages.open('<main></main>');
  const found = await page.evaluate(async (css) => {
    const bad = [];
    let drawn = 0;
    const painter = widget.markPainter(document, helpers.sheetOf(css));
    for (let seed = 0; seed < 200; seed += 1) {
      const story = helpers.article(seed, 80);
      document.querySelector('main').replaceChildren(story);
      const before = helpers.snapshot(story);
      const words = story.textContent;
      const source = widget.readSource(story);
      // No word has more marks than may stand around one.
      const marks = helpers.anyMarks(source, seed, seed % 2 === 0 ? 12 : 40).slice(0, source.text.length);
      const isDeep = marks.length > 12;
      painter.paint(source, marks);
      await painter.painted;
      drawn += story.querySelectorAll('.nm-mark').length;
      if (story.textContent !== words) bad.push(`${seed}: other words while painted`);
      // What is marked is what was to be marked.
      for (const { id, start, end } of marks.slice(0, 10)) {
        const exact = source.pieces(start, end);
        if (!isDeep && exact.length > 0 && !story.querySelector(`[data-nm-id=${id}]`)) bad.push(`${seed}: ${id} is missing`);
      }
      // The article reads the same, node by node, while it is painted.
      const again = widget.readSource(story);
      if (again.text !== source.text) bad.push(`${seed}: reads ${again.text}`);
      for (let at = 0; at < source.text.length; at += 7) {
        const [one, other] = [source.pieces(at, at + 1)[0], again.pieces(at, at + 1)[0]];
        if (one?.node !== other?.node || one?.start !== other?.start) bad.push(`${seed}: ${at} is elsewhere`);
      }
      if (seed % 3 === 0) painter.paint(again, helpers.anyMarks(again, seed + 7, 10));
      if (seed % 3 === 1) painter.show(new Set(['person']));
      painter.clear();
      bad.push(...helpers.differences(story, before).map((each) => `${seed}: ${each}`));
    }
    return { bad: bad.slice(0, 5), drawn };
  }, css);
  assert.deepEqual(found.bad, []);
  assert.ok(found.drawn > 5000, `${found.drawn} elements`);
  await context.close();
});
