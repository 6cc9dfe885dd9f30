/** Pages that make it hard: frozen prototypes, strict policies, styles that take everything back, dark pages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sheet, widgetPages } from '../support/widget.mjs';

let pages;
let css;
before(async () => {
  css = { highlights: await sheet('highlights'), marks: await sheet('marks') };
  pages = await widgetPages('source', 'paint/highlights', 'paint/marks', 'paint/ground');
});
after(() => pages.close());

const ARTICLE = '<article id="story"><h1>Rain in Brest</h1><p>“It <b>ra</b>ins,” said Odile Marchand on Monday.</p></article>';
const WORDS = [['Odile Marchand', 'person'], ['“It rains,”', 'quote', 'check'], ['Monday', 'date', 'likely'], ['Brest', 'place', 'check']];
const POLICY = "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const FREEZE = () => {
  for (const name of ['Object', 'Array', 'Map', 'Set', 'WeakMap', 'String', 'RegExp', 'Promise', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'Text', 'CharacterData', 'Document', 'DocumentFragment', 'Range', 'Highlight', 'HighlightRegistry', 'CSSStyleSheet', 'Event']) {
    Object.freeze(globalThis[name].prototype);
    Object.freeze(globalThis[name]);
  }
};

for (const painter of ['highlights', 'marks']) {
  test(`hostile: ${painter} on a page with frozen prototypes and strict policies`, async () => {
    const { page, context, errors } = await pages.open(ARTICLE, { headers: { 'content-security-policy': POLICY } });
    await page.evaluate(FREEZE);
    const found = await page.evaluate(
      async ([painter, css, words]) => {
        const violations = [];
        addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
        const story = document.querySelector('#story');
        const before = helpers.snapshot(story);
        const source = widget.readSource(story);
        const made = (painter === 'marks' ? widget.markPainter : widget.highlightPainter)(document, helpers.sheetOf(css));
        made.paint(source, helpers.marksOf(source, words));
        await made.painted;
        made.show(new Set(['person', 'quote']));
        made.select('m0.0');
        const rect = made.rect('m0.0');
        made.scrollTo('m0.0', 'instant');
        made.focus('m0.0');
        made.clear();
        return [rect.width > 0, helpers.differences(story, before), violations, CSS.highlights.size, document.adoptedStyleSheets.length];
      },
      [painter, css[painter], WORDS],
    );
    assert.deepEqual(found, [true, [], [], 0, 0]);
    assert.deepEqual(errors, []);
    await context.close();
  });
}

const HOSTILE = `<style>
  * { all: revert !important; }
  #story * { background: red !important; display: block !important; color: lime !important; text-decoration: line-through !important; }
  #story mark { font-size: 40px !important; float: left !important; padding: 1em !important; position: absolute !important; opacity: 0 !important; }
</style>`;

test('hostile: marks look as they should where a page styles all elements', async () => {
  const { page, context } = await pages.open(ARTICLE, { head: HOSTILE });
  const style = await page.evaluate(async ([css, words]) => {
    const story = document.querySelector('#story');
    const source = widget.readSource(story);
    const painter = widget.markPainter(document, helpers.sheetOf(css));
    painter.paint(source, helpers.marksOf(source, words));
    await painter.painted;
    const look = (id) => {
      const { display, backgroundColor, position, float, padding, opacity, textDecorationLine, textDecorationStyle, fontSize } = getComputedStyle(story.querySelector(`[data-nm-id="${id}"]`));
      return [display, backgroundColor, position, float, padding, opacity, textDecorationLine, textDecorationStyle, fontSize];
    };
    return [look('m0.0'), look('m3.0')];
  }, [css.marks, WORDS]);
  const plain = (color, line, kind, size) => ['inline', color, 'static', 'none', '0px', '1', line, kind, size];
  assert.deepEqual(style, [plain('rgb(230, 224, 255)', 'underline', 'solid', '16px'), plain('rgb(255, 230, 204)', 'underline', 'dashed', '32px')]);
  await context.close();
});

const GROUNDS = [
  ['a plain page', '', {}, ['rgb(230, 224, 255)', 'rgb(91, 63, 214)']],
  ['a page that is dark and does not say so', '<style>body { background: #111; color: #eee }</style>', {}, ['rgb(45, 36, 89)', 'rgb(185, 168, 255)']],
  ['a page that follows the system', '<style>:root { color-scheme: light dark }</style>', { colorScheme: 'dark' }, ['rgb(45, 36, 89)', 'rgb(185, 168, 255)']],
  ['a page with colours for marks', '<style>#story { --nm-person-tint: #010203; --nm-person-rule: #040506 }</style>', {}, ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']],
];
for (const [name, head, options, colors] of GROUNDS) {
  test(`hostile: colours suit ${name}`, async () => {
    const { page, context } = await pages.open(ARTICLE, { head, context: options });
    const found = await page.evaluate(async ([css, words]) => {
      const story = document.querySelector('#story');
      const source = widget.readSource(story);
      const marks = helpers.marksOf(source, words);
      const painter = widget.markPainter(document, helpers.sheetOf(css.marks));
      painter.paint(source, marks);
      await painter.painted;
      const { backgroundColor, textDecorationColor } = getComputedStyle(story.querySelector('.nm-person'));
      painter.clear();
      const highlights = widget.highlightPainter(document, helpers.sheetOf(css.highlights));
      highlights.paint(widget.readSource(story), marks);
      const highlight = [...CSS.highlights.keys()].find((name) => name.endsWith('person-sure'));
      const style = getComputedStyle(story.querySelector('p'), `::highlight(${highlight})`);
      return [backgroundColor, textDecorationColor, style.backgroundColor, style.textDecorationColor];
    }, [css, WORDS]);
    assert.deepEqual(found, [...colors, ...colors]);
    await context.close();
  });
}

test('hostile: marks turn dark with the system', async () => {
  const { page, context } = await pages.open(ARTICLE, { head: '<style>:root { color-scheme: light dark }</style>' });
  await page.evaluate(([css, words]) => {
    const source = widget.readSource(document.querySelector('#story'));
    const marks = helpers.marksOf(source, words);
    widget.highlightPainter(document, helpers.sheetOf(css.highlights)).paint(source, marks);
    widget.markPainter(document, helpers.sheetOf(css.marks)).paint(source, marks);
  }, [css, WORDS]);
  const state = () => page.evaluate(() => [[...CSS.highlights.keys()].every((name) => name.startsWith('nm-dark-')), document.querySelectorAll('.nm-mark:not(.nm-dark)').length === 0]);
  assert.deepEqual(await state(), [false, false]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.querySelectorAll('.nm-mark:not(.nm-dark)').length === 0);
  assert.deepEqual(await state(), [true, true]);
  await context.close();
});

test('hostile: how light a colour is, however it is written', async () => {
  const { page, context } = await pages.open('');
  const colors = ['rgb(0, 0, 0)', 'rgba(255, 255, 255, 0.5)', 'oklch(0.9 0.05 200)', 'oklab(0.2 0 0)', 'lab(95 0 0)', 'color(srgb 1 1 1)', 'color(display-p3 0 0 0.1)'];
  const light = await page.evaluate((colors) => colors.map((color) => widget.lightness(color) > 0.6), colors);
  assert.deepEqual(light, [false, true, true, false, true, true, false]);
  await context.close();
});

test('hostile: an article in a shadow tree has parts, and its own style', async () => {
  const { page, context } = await pages.open('<div id="host"><p slot="s">Odile Marchand in a slot</p></div>', { head: '<style>#host::part(mark-person) { letter-spacing: 3px }</style>' });
  const found = await page.evaluate(async ([css, words]) => {
    const root = document.querySelector('#host').attachShadow({ mode: 'open' });
    const story = document.createElement('article');
    const [p, slot] = [document.createElement('p'), document.createElement('slot')];
    slot.name = 's';
    p.append('“It rains,” said Odile Marchand.');
    story.append(p, slot);
    root.append(story);
    const before = helpers.snapshot(story);
    const source = widget.readSource(story);
    const painter = widget.markPainter(root, helpers.sheetOf(css.marks));
    const selected = root.getSelection();
    selected.setBaseAndExtent(p.firstChild, 5, p.firstChild, 22);
    painter.paint(source, helpers.marksOf(source, words));
    await painter.painted;
    const kept = selected.toString();
    await painter.painted;
    const marks = [story.querySelector('.nm-person'), document.querySelector('p .nm-person')];
    const looks = marks.map((mark) => [mark.getAttribute('part'), getComputedStyle(mark).letterSpacing, getComputedStyle(mark).backgroundColor]);
    const focused = [painter.focus('m0.0'), root.activeElement === marks[0]];
    painter.clear();
    const left = helpers.differences(story, before);
    const highlights = widget.highlightPainter(root, helpers.sheetOf(css.highlights));
    highlights.paint(source, helpers.marksOf(source, words));
    const shades = [p, document.querySelector('#host p')].map((each) => getComputedStyle(each, '::highlight(nm-person-sure)').backgroundColor);
    const { left: x, top: y } = highlights.rect('m0.0');
    const hit = highlights.hit(new MouseEvent('click', { clientX: x + 3, clientY: y + 3 }));
    highlights.clear();
    return { looks, kept, focused, left, shades, hit, sheets: document.adoptedStyleSheets.length + root.adoptedStyleSheets.length };
  }, [css, WORDS]);
  const tint = 'rgb(230, 224, 255)';
  assert.deepEqual(found, {
    looks: [['mark mark-person', '3px', tint], ['mark mark-person', 'normal', tint]],
    kept: 'ains,” said Odile',
    focused: [true, true],
    left: [],
    shades: [tint, tint],
    hit: 'm0.0',
    sheets: 0,
  });
  await context.close();
});
