/** Marks as CSS Custom Highlights. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sheet, widgetPages } from '../support/widget.mjs';

let pages;
let css;
before(async () => {
  css = await sheet('highlights');
  pages = await widgetPages('source', 'paint/highlights');
});
after(() => pages.close());

const ARTICLE = `<article id="story" style="width:30em">
  <h1>Odile Marchand leaves</h1>
  <p>“It is <b>Od</b>ile <a href="#x">Mar<i>ch</i>and</a>,” said Piet Aalders on <i>Monday</i>.</p>
</article>`;
const WORDS = [['Odile Marchand', 'person'], ['“It is Odile Marchand,”', 'quote', 'check'], ['Piet Aalders', 'person', 'likely'], ['Monday', 'date']];

/** Paints what `selector` finds; tests go on with `story`, `painter`, `source`, `before`, `sheet` of the page. */
const paint = (page, words = WORDS, selector = '#story') =>
  page.evaluate(
    ([css, words, selector]) => {
      globalThis.story = document.querySelector(selector);
      globalThis.before = helpers.snapshot(story);
      globalThis.source = widget.readSource(story);
      globalThis.sheet ??= helpers.sheetOf(css);
      globalThis.painter = widget.highlightPainter(document, sheet);
      painter.paint(source, helpers.marksOf(source, words));
    },
    [css, words, selector],
  );

/** The words of all highlights of the page. */
const shown = (page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(String).join('|')])));

test('highlights: words are highlighted by kind and certainty, and nothing is left when they go', async () => {
  const { page, context, errors } = await pages.open(ARTICLE);
  assert.equal(await page.evaluate(() => widget.canHighlight()), true);
  await paint(page);
  const all = {
    'nm-person-sure': 'Odile Marchand|Od|ile |Mar|ch|and',
    'nm-person-likely': 'Piet Aalders',
    'nm-quote-check': '“It is |Od|ile |Mar|ch|and|,”',
    'nm-date-sure': 'Monday',
  };
  assert.deepEqual(await shown(page), all);
  assert.deepEqual(await page.evaluate(() => helpers.differences(story, before)), []);
  await page.evaluate(() => (painter.show(new Set(['date', 'person'])), painter.select('m3.0')));
  const { 'nm-quote-check': _, ...some } = all;
  assert.deepEqual(await shown(page), { ...some, 'nm-selected': 'Monday' });
  await page.evaluate(() => painter.show(new Set(['quote'])));
  assert.deepEqual(await shown(page), { 'nm-quote-check': all['nm-quote-check'] }, 'what is not visible does not look selected');
  await page.evaluate(() => painter.clear());
  assert.deepEqual(await shown(page), {});
  assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, ...helpers.differences(story, before)]), [0]);
  assert.deepEqual(errors, []);
  await context.close();
});

test('highlights: several elements share the page\u2019s highlights, and leave those of others alone', async () => {
  const { page, context } = await pages.open(`${ARTICLE}<p id="other">Odile Marchand and Monday, too.</p>`);
  await page.evaluate(() => {
    const range = new Range();
    range.selectNodeContents(document.querySelector('h1'));
    CSS.highlights.set('host', new Highlight(range));
  });
  await paint(page);
  const before = await shown(page);
  await page.evaluate(() => (globalThis.first = painter));
  await paint(page, WORDS, '#other');
  assert.equal((await shown(page))['nm-person-sure'], `${before['nm-person-sure']}|Odile Marchand`);
  await page.evaluate(() => painter.clear());
  assert.deepEqual(await shown(page), before);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1, 'the first one needs the style still');
  await page.evaluate(() => first.clear());
  assert.deepEqual(await shown(page), { host: 'Odile Marchand leaves' });
  await context.close();
});

test('highlights: the innermost visible mark is hit, where its letters are', async () => {
  const { page, context } = await pages.open(ARTICLE);
  await paint(page);
  const hitAt = (id, { x = 0.5, kinds } = {}) =>
    page.evaluate(
      ([id, x, kinds]) => {
        if (kinds) painter.show(new Set(kinds));
        const { left, top, width, height } = painter.rect(id);
        return painter.hit(new MouseEvent('click', { clientX: left + width * x, clientY: top + height / 2 })) ?? null;
      },
      [id, x, kinds],
    );
  assert.equal(await hitAt('m0.1'), 'm0.1', 'a name in a quote');
  assert.equal(await hitAt('m1.0', { x: 0.1 }), 'm1.0', 'the quote around it');
  assert.equal(await hitAt('m3.0'), 'm3.0');
  assert.equal(await hitAt('m3.0', { x: 1.5 }), null, 'after the word');
  assert.equal(await hitAt('m0.1', { kinds: ['quote'] }), 'm1.0', 'the name is not visible');
  assert.equal(await hitAt('m3.0', { kinds: ['quote'] }), null);
  const atKey = await page.evaluate(() => {
    const text = document.querySelector('i').firstChild;
    painter.show(new Set(['person', 'quote', 'date']));
    getSelection().collapse(text, 1);
    return painter.hit(new KeyboardEvent('keydown', { key: 'Enter' }));
  });
  assert.equal(atKey, 'm0.1', 'where the caret is');
  assert.deepEqual(await page.evaluate(() => [painter.focus('m3.0'), painter.rect('none') ?? null]), [false, null]);
  await context.close();
});
