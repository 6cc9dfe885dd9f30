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
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, [...highlight].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)).join('|')])));

test('highlights: words are highlighted by kind and certainty, and nothing is left when they go', async () => {
  const { page, context, errors } = await pages.open(ARTICLE);
  assert.equal(await page.evaluate(() => widget.canHighlight()), true);
  await page.evaluate(() => {
    globalThis.changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
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
  assert.equal(await page.evaluate(() => changes), 0, 'changes of the document');
  assert.deepEqual(await shown(page), {});
  assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, ...helpers.differences(story, before)]), [0]);
  assert.deepEqual(errors, []);
  await context.close();
});

test('highlights: several elements share the page\u2019s highlights, and leave those of others alone', async () => {
  const { page, context } = await pages.open(`${ARTICLE}<p id="other">Odile Marchand and Monday, too.</p>`);
  await page.evaluate(() => {
    const text = document.querySelector('h1').firstChild;
    const range = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: text.length });
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

test('highlights: programs of the page may change what is marked', async () => {
  const { page, context, errors } = await pages.open(ARTICLE);
  await paint(page);
  const found = await page.evaluate(() => {
    const text = document.querySelector('p > i').firstChild;
    text.data = 'M';
    document.querySelector('h1').remove();
    const gone = [painter.rect('m3.0') ?? null, painter.rect('m0.0') ?? null];
    painter.hit(new MouseEvent('click', { clientX: 20, clientY: 20 }));
    painter.scrollTo('m3.0', 'instant');
    painter.show(new Set(['date']));
    CSS.highlights.clear();
    painter.select('m3.0');
    const again = widget.readSource(story);
    painter.paint(again, helpers.marksOf(again, [['M', 'date']]));
    painter.clear();
    return [...gone, CSS.highlights.size];
  });
  assert.deepEqual(found, [null, null, 0]);
  assert.deepEqual(errors, []);
  await context.close();
});

test('highlights: a mark is brought to the middle of all that scrolls', async () => {
  const filler = '<p style="height:3000px">filler</p>';
  const { page, context } = await pages.open(`${filler}<div style="overflow:auto;height:300px"><article id="story">${filler}<p>Odile Marchand</p>${filler}</article></div>${filler}`);
  await paint(page, [['Odile Marchand', 'person']]);
  const off = await page.evaluate(() => {
    painter.scrollTo('m0.0', 'instant');
    const { top, height } = painter.rect('m0.0');
    return Math.abs(top + height / 2 - innerHeight / 2);
  });
  assert.ok(off < 2, `${off} pixels off`);
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => painter.scrollTo('m0.0', 'smooth'));
  await page.waitForFunction(() => Math.abs(painter.rect('m0.0').top - innerHeight / 2) < 20);
  await context.close();
});

test('highlights: 15,000 marks in 100 kB are there in less than 100 ms', async () => {
  const { page, context } = await pages.open('<main></main>');
  const [ms, again, count] = await page.evaluate((css) => {
    const top = helpers.longArticle();
    const source = widget.readSource(top);
    const marks = helpers.anyMarks(source, 1, 15_000).map((mark, index) => ({ ...mark, end: mark.start + 1 + (index % 12) }));
    const painter = widget.highlightPainter(document, helpers.sheetOf(css));
    // The best of four: the machine does other things, too.
    const times = [0, 1, 2, 3].map(() => {
      const begun = performance.now();
      painter.paint(source, marks);
      return performance.now() - begun;
    });
    return [times[0], Math.min(...times), [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)];
  }, css);
  assert.ok(count > 14_000, `${count} ranges`);
  assert.ok(again < 100, `${again} ms; at first ${ms}`);
  await context.close();
});
