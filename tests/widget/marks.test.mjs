/** Marks as elements around the words of a host's article. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityTroubles } from '../support/axe.mjs';
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
  // Elements that were not there before are items for the page's style.
  const { page, context } = await pages.open(ARTICLE, { head: '<style>p { gap: 9px } p > * { margin: 3em; border: 1px solid }</style>' });
  const rects = () => page.evaluate(() => JSON.stringify([...document.querySelectorAll('#story > *')].map((each) => each.getBoundingClientRect())));
  const [first, , second] = [await rects(), await paint(page), await rects()];
  assert.equal(second, first);
  await context.close();
});

test('marks: any article is the same nodes with the same data after any marks', async () => {
  const { page, context } = await pages.open('<main></main>');
  const found = await page.evaluate((css) => helpers.markTroubles(css, 200), css);
  assert.deepEqual(found.bad, []);
  assert.ok(found.drawn > 5000, `${found.drawn} elements`);
  await context.close();
});

test('marks: programs of the page may change what is marked', async () => {
  const CHANGES = {
    'text that is set anew': [(text) => (text.data = 'Tuesday'), 'Tuesday'],
    // The same as to join texts, when all of its words are marked: words are rather kept than lost.
    'text that is removed': [(text) => text.remove(), 'Monday'],
    'text in the place of all': [(text) => (text.parentNode.textContent = 'Tuesday'), 'Tuesday'],
    'texts that are joined': [(text) => text.parentNode.normalize(), 'Monday'],
    'an article joined as a whole': [(text) => (text.parentNode.append('', ' next', ' week'), story.normalize()), 'Monday next week'],
    'a block that goes': [(text) => text.parentNode.remove(), undefined],
    'a text that goes elsewhere': [(text) => text.parentNode.parentNode.append(text), ''],
    'somebody who takes all marks away': [() => story.querySelectorAll('mark').forEach((mark) => mark.remove()), ''],
    'somebody who types': [(text) => ((text.parentNode.contentEditable = 'true'), (text.parentNode.querySelector('mark').firstChild.data = 'Mo')), 'Mo'],
    'somebody who empties it': [() => story.replaceChildren(), undefined],
  };
  for (const [name, [change, text]] of Object.entries(CHANGES)) {
    const { page, context, errors } = await pages.open(ARTICLE);
    await paint(page);
    const left = await page.evaluate((change) => {
      const i = story.querySelector('p > i');
      const text = [...before.nodes].find(({ node }) => node.nodeType === 3 && node.data === '' && node.parentNode === i).node;
      (0, eval)(`(${change})`)(text);
      const again = widget.readSource(story);
      painter.paint(again, helpers.marksOf(again, [['Piet Aalders', 'person'], ['day', 'date']]));
      painter.rect('m0.0');
      painter.clear();
      return { marks: story.querySelectorAll('.nm-mark').length, words: story.querySelector('p > i')?.textContent };
    }, change.toString());
    assert.deepEqual([left.marks, left.words], [0, text], name);
    assert.deepEqual(errors, [], name);
    await context.close();
  }
});

test('marks: a text with unmarked words keeps its own node in its place', async () => {
  const { page, context } = await pages.open('<article id="story"><p>On Monday Piet Aalders said much about it.</p></article>');
  await paint(page);
  const found = await page.evaluate(() => {
    const p = story.querySelector('p');
    const { node } = before.nodes.find(({ node }) => node.nodeType === 3);
    const during = [node.parentNode === p, node.data];
    // What React and its like do.
    node.data = 'All is new on Monday.';
    const again = widget.readSource(story);
    const { text } = again;
    painter.paint(again, helpers.marksOf(again, [['Monday', 'date']]));
    const marked = p.querySelector('mark').textContent;
    painter.clear();
    const after = [p.childNodes.length, p.firstChild === node, node.data];
    painter.paint(again, helpers.marksOf(again, [['Monday', 'date']]));
    node.remove();
    painter.clear();
    return [during, text, marked, ...after, p.childNodes.length, node.data];
  });
  const words = 'All is new on Monday.';
  assert.deepEqual(found, [[true, ' said much about it.'], words, 'Monday', 1, true, words, 0, words]);
  await context.close();
});

test('marks: keys reach one mark, and from there those that are asked for', async () => {
  const { page, context } = await pages.open(`<button>before</button>${ARTICLE}<button>after</button>`);
  await paint(page);
  const state = () =>
    page.evaluate(() => ({
      stops: [...story.querySelectorAll('mark[tabindex="0"]')].map((mark) => mark.dataset.nmId),
      heads: [...story.querySelectorAll('mark[tabindex]')].map((mark) => [mark.dataset.nmId, mark.getAttribute('aria-description')].join(' ')),
      focus: document.activeElement.dataset.nmId ?? document.activeElement.textContent,
    }));
  const heads = ['m0.0 person: Odile Marchand', 'm1.0 quote: “It is Odile Marchand,”', 'm0.1 person: Odile Marchand', 'm2.0 person: Piet Aalders', 'm3.0 date: Monday', 'm2.1 person: Piet Aalders', 'm4.0 place: Brest'];
  assert.deepEqual(await state(), { stops: ['m0.0'], heads, focus: await page.evaluate(() => document.body.textContent) });
  await page.locator('button').first().focus();
  await page.keyboard.press('Tab');
  assert.equal((await state()).focus, 'm0.0');
  assert.equal(await page.evaluate(() => painter.focus('m2.0')), true);
  assert.deepEqual((await state()).stops, ['m2.0']);
  // Listened for before it is pressed: an unfinished evaluation and a key may come in either order.
  await page.evaluate(() => addEventListener('keydown', (event) => (window.pressed = painter.hit(event)), { once: true }));
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.pressed), 'm2.0');
  await page.evaluate(() => painter.select('m3.0'));
  assert.deepEqual((await state()).stops, ['m3.0']);
  // Drawn anew, the focus is where it was.
  await page.evaluate(() => (painter.paint(source, helpers.marksOf(source, [['Piet Aalders', 'person'], ['Odile Marchand', 'person']])), painter.focus('m0.0'), painter.paint(source, helpers.marksOf(source, [['Piet Aalders', 'person']]))));
  assert.deepEqual(await state(), { stops: ['m0.0'], heads: ['m0.0 person: Piet Aalders', 'm0.1 person: Piet Aalders'], focus: 'm0.0' });
  await page.evaluate(() => painter.show(new Set(['date'])));
  assert.deepEqual((await state()).heads, [], 'what is not visible is not reached');
  assert.equal(await page.evaluate(() => painter.focus('m0.1')), false);
  await context.close();
});

test('marks: what is hit is the innermost visible one', async () => {
  const { page, context } = await pages.open(ARTICLE);
  await paint(page);
  const hits = await page.evaluate(() => {
    let hit;
    story.addEventListener('click', (event) => (hit = painter.hit(event) ?? null));
    const at = (id) => (story.querySelector(`[data-nm-id="${id}"]`).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })), hit);
    const all = [at('m0.1'), at('m1.0')];
    painter.show(new Set(['quote']));
    all.push(at('m0.1'), at('m3.0'));
    painter.show(new Set(['date']));
    return [...all, at('m0.1'), at('m3.0')];
  });
  assert.deepEqual(hits, ['m0.1', 'm1.0', 'm1.0', null, null, 'm3.0']);
  await context.close();
});

test('marks: selected words stay selected, and say where they are in the text', async () => {
  const { page, context } = await pages.open(ARTICLE);
  const found = await page.evaluate((css) => {
    const story = document.querySelector('#story');
    const source = widget.readSource(story);
    const painter = widget.markPainter(document, helpers.sheetOf(css));
    const where = () => {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
      const words = source.text.slice(source.at(anchorNode, anchorOffset), source.at(focusNode, focusOffset));
      return [getSelection().toString(), words];
    };
    const last = story.querySelector('p').lastChild.previousSibling.previousSibling;
    getSelection().setBaseAndExtent(story.querySelector('b').firstChild, 1, last, 10);
    const out = [where()];
    painter.paint(source, helpers.marksOf(source, [['Odile Marchand', 'person'], ['Piet Aalders', 'person'], ['said', 'event']]));
    out.push(where());
    painter.clear();
    out.push(where());
    return [out, source.at(story, 0), source.at(story.querySelector('p'), 0), source.at(story.querySelector('h1'), 1), source.at(document.body, 0) ?? null];
  }, css);
  const words = ['dile Marchand,” said Pi', 'dile Marchand,” said Pi'];
  assert.deepEqual(found, [[words, words, words], 0, 23, 21, null]);
  await context.close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`marks: axe finds nothing wrong with them, ${colorScheme}`, async () => {
    const head = '<style>:root { color-scheme: light dark } #story a { color: inherit }</style>';
    const { page, context } = await pages.open(`<main>${ARTICLE}</main>`, { head, context: { colorScheme } });
    await paint(page);
    await page.evaluate(() => (painter.select('m3.0'), painter.show(new Set(['person', 'quote', 'date']))));
    assert.deepEqual(await accessibilityTroubles(page), []);
    await context.close();
  });
}

test('marks: a screen reader hears the words, that they are marked, and what of it', async () => {
  const { page, context } = await pages.open(`<main>${ARTICLE}</main>`);
  await paint(page);
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const heard = () => nodes.filter(({ role }) => role?.value === 'mark').map(({ description, properties }) => [description?.value ?? '', properties.some(({ name, value }) => name === 'focusable' && value.value)]);
  const described = heard().filter(([description]) => description !== '');
  assert.deepEqual(described.map(([description]) => description).sort(), ['person: Odile Marchand', 'quote: “It is Odile Marchand,”', 'person: Odile Marchand', 'person: Piet Aalders', 'date: Monday', 'person: Piet Aalders', 'place: Brest'].sort());
  assert.ok(described.every(([, focusable]) => focusable));
  await context.close();
});

test('marks: 15,000 of them in 100 kB come in slices, what is on the screen first', async () => {
  const { page, context } = await pages.open('<main></main>');
  const found = await page.evaluate(async (css) => {
    const top = helpers.longArticle();
    const before = helpers.snapshot(top);
    top.lastChild.scrollIntoView();
    const source = widget.readSource(top);
    const marks = helpers.anyMarks(source, 1, 15_000).map((mark, index) => ({ ...mark, end: mark.start + 1 + (index % 12) }));
    const painter = widget.markPainter(document, helpers.sheetOf(css));
    const seen = [...top.children].filter((p) => p.getBoundingClientRect().bottom >= 0 && p.getBoundingClientRect().top <= innerHeight);
    const changes = new MutationObserver(() => {});
    changes.observe(top, { childList: true, subtree: true });
    painter.paint(source, marks);
    // The order and not how far it came: a fast machine is through with the screen before the first slice is over.
    const order = changes.takeRecords().map(({ target }) => seen.some((p) => p.contains(target)));
    changes.disconnect();
    const rest = order.indexOf(false);
    const first = order[0] === true && (rest < 0 || order.lastIndexOf(true) < rest);
    // A mark that is asked for does not wait for its turn.
    const early = marks.reduce((least, mark) => (mark.start < least.start ? mark : least));
    const asked = painter.rect(early.id) !== undefined;
    let turns = 0;
    const count = setInterval(() => (turns += 1), 0);
    await painter.painted;
    clearInterval(count);
    const drawn = new Set([...top.querySelectorAll('mark')].map((mark) => mark.dataset.nmId)).size;
    painter.clear();
    return { first, asked, turns: turns > 0, drawn, left: helpers.differences(top, before) };
  }, css);
  assert.ok(found.drawn > 14_900, `${found.drawn} marks`);
  assert.deepEqual({ ...found, drawn: 0 }, { first: true, asked: true, turns: true, drawn: 0, left: [] });
  await context.close();
});
