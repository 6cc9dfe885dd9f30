/** The same in Firefox, whose styles, carets and highlights are its own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../support/firefox.mjs';
import { scriptOf, sheet } from '../support/widget.mjs';

const ARTICLE = '<main></main><article id="story"><p>“It is <b>Od</b>ile <a href="#x">Marchand</a>,” said Piet Aalders on Monday.</p></article>';

let browser;
let page;
before(async () => {
  const script = await scriptOf('source', 'paint/highlights', 'paint/marks');
  browser = await launch();
  page = await browser.newPage();
  await page.setContent(`<!doctype html>${ARTICLE}`);
  await page.evaluate(script);
});
after(() => browser?.close());

test('firefox: every letter has a place', async () => {
  const { bad, letters } = await page.evaluate(() => helpers.sourceTroubles(60));
  assert.deepEqual(bad, []);
  assert.ok(letters > 2_000, `${letters} letters`);
});

test('firefox: articles are as before when their marks go', async () => {
  const { bad, drawn } = await page.evaluate((css) => helpers.markTroubles(css, 60), await sheet('marks'));
  assert.deepEqual(bad, []);
  assert.ok(drawn > 1_000, `${drawn} elements`);
});

test('firefox: highlights, where it has them, are hit', async (t) => {
  if (!(await page.evaluate(() => widget.canHighlight()))) {
    t.skip('this Firefox has no highlights');
    return;
  }
  const found = await page.evaluate((css) => {
    const source = widget.readSource(document.querySelector('#story'));
    const painter = widget.highlightPainter(document, helpers.sheetOf(css));
    painter.paint(source, helpers.marksOf(source, [['Odile Marchand', 'person'], ['“It is Odile Marchand,”', 'quote'], ['Monday', 'date', 'check']]));
    const hit = (id) => {
      const { left, top, width, height } = painter.rect(id);
      return painter.hit(new MouseEvent('click', { clientX: left + width / 2, clientY: top + height / 2 })) ?? null;
    };
    const style = getComputedStyle(document.querySelector('#story p'), '::highlight(nm-date-check)');
    const out = [hit('m0.0'), hit('m2.0'), CSS.highlights.size, style.backgroundColor];
    painter.clear();
    return [...out, CSS.highlights.size];
  }, await sheet('highlights'));
  assert.deepEqual(found, ['m0.0', 'm2.0', 3, 'rgb(217, 235, 255)', 0]);
});
