/** What readers do with `<news-mark>`: by pointer, by keys, with a screen reader, on narrow screens, on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityTroubles } from '../support/axe.mjs';
import { hosts } from '../support/element.mjs';
import { SHORT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('readers')));
after(() => site.close());

async function open(attributes, options = {}) {
  const { content = SHORT, body, ...others } = options;
  const opened = await site.open(body ?? `<main><h1>A page</h1><news-mark ${attributes}>${content}</news-mark></main>`, others);
  if (options.isReady !== false) await opened.ready();
  return opened;
}

/** In the page: where the focus is, through shadow roots. */
const focus = (page) => page.evaluate(() => {
  let { activeElement: at } = document;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.getAttribute('part')?.split(' ').at(-1) ?? at?.localName;
});
const selected = (page) => page.evaluate(() => {
  const mark = document.querySelector('news-mark');
  const card = host.in(mark, '[part=card]');
  return card.hidden ? null : card.getAttribute('aria-label');
});
const told = (page) => page.evaluate(() => host.told());

for (const paint of ['marks', 'highlights']) {
  test(`readers: a click on words opens a card, and is told; a link is followed (${paint})`, async () => {
    const { page, context } = await open(`paint="${paint}"`);
    await told(page);
    const point = (words) => page.evaluate((words) => {
      const walker = document.createTreeWalker(document.querySelector('news-mark'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0 || node.parentElement.closest('h2')) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      }
      throw new Error(words);
    }, words);
    await page.mouse.click(...(await point('Paul Brennan')));
    assert.equal(await selected(page), 'Person: Paul Brennan');
    await page.mouse.click(...(await point('We waited')));
    assert.match(await selected(page), /^Quote: “We waited/);
    assert.deepEqual(await told(page), ['select', 'select']);
    // Between marks nothing happens, and a link is the host's.
    await page.mouse.click(...(await point('a spokesman')).map((at) => at));
    await page.mouse.click(...(await point('Brest')));
    await page.waitForURL(/#brest$/);
    await page.getByRole('button', { name: 'Close' }).click();
    assert.equal(await selected(page), null);
    assert.ok((await told(page)).every((name) => name === 'select'));
    await context.close();
  });
}

test('readers: keys go from mark to mark, open the card and close it, and the focus comes back', async () => {
  const { page, context } = await open('paint="marks" types="person"');
  await page.getByRole('button', { name: 'People' }).focus();
  // To the article, which is one stop.
  for (const name of ['button', 'button', 'button', 'button', 'mark']) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement.localName)) === 'mark') break;
    assert.notEqual(name, 'mark');
  }
  await page.keyboard.press('Enter');
  assert.match(await selected(page), /^Person: Marchand/);
  assert.equal(await focus(page), 'card');
  await page.keyboard.press('n');
  assert.equal(await selected(page), 'Person: Odile Marchand');
  assert.equal(await focus(page), 'card');
  await page.keyboard.press('p');
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  assert.equal(await selected(page), null);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Odile');
  await page.keyboard.press('n');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'mark');
  // After the last comes the first.
  await page.keyboard.press('p');
  assert.match(await selected(page), /^Person: Paul Brennan/);
  await page.keyboard.press('n');
  assert.match(await selected(page), /^Person: Marchand/);
  await context.close();
});

test('readers: where marks take no focus, keys lead to the card, and back to where they came from', async () => {
  const { page, context } = await open('paint="highlights"');
  await page.getByRole('button', { name: 'Places' }).focus();
  await page.keyboard.press('n');
  assert.equal(await focus(page), 'card');
  await page.keyboard.press('n');
  const second = await selected(page);
  await page.keyboard.press('p');
  assert.notEqual(await selected(page), second);
  await page.keyboard.press('Escape');
  assert.equal(await focus(page), 'kind-place');
  await context.close();
});

test('readers: buttons step as well, and keep the focus; letters can be switched off, and are letters in fields', async () => {
  const { page, context } = await open('shortcuts="off" input="paste"');
  const next = page.getByRole('button', { name: 'Next mark' });
  await next.click();
  const first = await selected(page);
  await next.press('Enter');
  assert.notEqual(await selected(page), first);
  assert.equal(await page.evaluate(() => document.querySelector('news-mark').shadowRoot.activeElement.ariaLabel), 'Next mark');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  assert.equal(await selected(page), null);
  await page.evaluate(() => document.querySelector('news-mark').setAttribute('shortcuts', 'on'));
  await page.getByLabel('Article text').click();
  await page.keyboard.type('no pen');
  assert.equal(await page.getByLabel('Article text').inputValue(), 'no pen');
  assert.equal(await selected(page), null);
  await context.close();
});

test('readers: links, fields and buttons of the article keep their keys', async () => {
  const content = '<p id="p">“Ask <a href="#ask">Odile Marchand</a> of <button>Lyon</button>,” said Paul Brennan. <span contenteditable="true">Brest is big.</span></p>';
  const { page, context } = await open('paint="marks"', { content });
  await page.locator('a').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#ask$/);
  await page.locator('[contenteditable]').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' no');
  assert.equal(await page.locator('[contenteditable]').innerText(), 'Brest is big. no');
  assert.equal(await selected(page), null);
  await context.close();
});

test('readers: a card says all of a mark, leads to its reasons, and holds the host’s buttons', async () => {
  const { page, context } = await open('', { content: `${SHORT}<button slot="card-actions" id="own">Look it up</button>` });
  assert.equal(await page.locator('#own').isVisible(), false);
  await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.quotes[1].id));
  const card = page.getByRole('region', { name: /^Quote/ });
  for (const words of ['Paul Brennan', 'said', 'Certainty', 'quote.']) await card.getByText(words, { exact: false }).first().waitFor();
  assert.equal(await page.locator('#own').isVisible(), true);
  await card.getByRole('button', { name: 'said' }).first().click();
  assert.equal(await page.evaluate(() => getSelection().toString()), 'said');
  await context.close();
});

test('readers: a card never covers what it is about', async () => {
  const filler = Array.from({ length: 40 }, (_, i) => `<p>Item ${i} of the day, on a line of its own, with a word by Nadia Okafor of Lagos.</p>`).join('');
  for (const [attributes, viewport] of [['paint="marks" mode="review"', { width: 900, height: 600 }], ['paint="highlights"', { width: 320, height: 560 }]]) {
    const { page, context } = await open(attributes, { content: filler, context: { viewport } });
    const covered = () => page.evaluate(() => {
      const mark = document.querySelector('news-mark');
      const card = host.in(mark, '[part=card]').getBoundingClientRect();
      // The selected words, by what is drawn there.
      const [range] = CSS.highlights.get('nm-selected') ?? [];
      const live = document.createRange();
      if (range) {
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
      }
      const rect = (range ? live : document.querySelector('.nm-selected')).getBoundingClientRect();
      return rect.top < 0 || rect.bottom > innerHeight || (rect.bottom > card.top && rect.right > card.left);
    });
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(200);
    // The lowest one that can be clicked.
    const low = await page.evaluate(() => [...document.querySelectorAll('news-mark p')].map((p) => p.getBoundingClientRect()).filter(({ bottom }) => bottom < innerHeight).at(-1).bottom - 8);
    const at = await page.evaluate((y) => {
      for (let x = 20; x < innerWidth; x += 10) {
        const before = host.in(document.querySelector('news-mark'), '[part=card]').hidden;
        document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true, composed: true }));
        if (before && !host.in(document.querySelector('news-mark'), '[part=card]').hidden) return x;
      }
      return -1;
    }, low);
    assert.ok(at > 0, 'something was hit');
    await page.waitForTimeout(100);
    assert.equal(await covered(), false, attributes);
    await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.mentions.at(-1).id));
    await page.waitForTimeout(100);
    assert.equal(await covered(), false, `${attributes}: the last one`);
    await context.close();
  }
});

test('readers: for an article elsewhere the card is over the page, wherever the element is', async () => {
  const body = `<main><news-mark for="#story"></news-mark><article id="story">${SHORT}${'<p>More of it.</p>'.repeat(60)}<p>At last Amira Haddad came to Oslo.</p></article></main>`;
  const { page, context } = await open('', { body });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.mentions.at(-1).id));
  const card = page.getByRole('region', { name: 'Place: Oslo' });
  const box = await card.boundingBox();
  const { width, height } = page.viewportSize();
  assert.ok(box.x > 0 && box.y > 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
  // Browsers close what is over the page when it is put elsewhere.
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('news-mark')));
  assert.ok(await card.isVisible());
  await page.evaluate(() => document.querySelector('news-mark').remove());
  assert.equal(await page.getByRole('region').count(), 0);
  await context.close();
});

test('readers: what is disabled cannot be operated', async () => {
  const { page, context } = await open('paint="marks" layout="stacked" disabled');
  await told(page);
  await page.locator('mark.nm-person').first().click();
  await page.locator('.row.entity').first().click();
  assert.equal(await selected(page), null);
  assert.deepEqual(await told(page), []);
  await page.evaluate(() => document.querySelector('news-mark').removeAttribute('disabled'));
  await page.locator('mark.nm-person').first().click();
  assert.match(await selected(page), /^Person/);
  await context.close();
});

test('readers: a review corrects by the card, tells the host, who may refuse, and keeps the focus', async () => {
  const { page, context } = await open('mode="review" paint="marks"');
  const mark = () => page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.mentions.find(({ span }) => document.querySelector('news-mark').text.slice(span.start, span.end) === 'Paul Brennan').id));
  const types = () => page.evaluate(() => document.querySelector('news-mark').result.entities.find(({ name }) => name.startsWith('Paul'))?.type ?? null);
  await mark();
  await told(page);
  await page.getByLabel('Change to').selectOption('organisation');
  await page.waitForFunction(() => document.querySelector('news-mark').matches(':state(edited)'));
  assert.equal(await types(), 'organisation');
  assert.deepEqual(await told(page), ['correction', 'result']);
  const { detail, cancelable } = await page.evaluate(async () => {
    const mark = document.querySelector('news-mark');
    const next = new Promise((resolve) => mark.addEventListener('nm-correction', (event) => {
      event.preventDefault();
      resolve({ detail: event.detail, cancelable: event.cancelable });
    }, { once: true }));
    host.in(mark, '.actions button').click();
    return next;
  });
  assert.deepEqual([detail.op.op, detail.patch.corrections.map(({ op }) => op), cancelable], ['confirm', ['retype', 'confirm'], true]);
  assert.equal(await page.evaluate(() => document.querySelector('news-mark').corrections.corrections.length), 1);
  // The card is still there, and so is the focus.
  await page.getByRole('button', { name: 'It is right' }).click();
  await page.waitForFunction(() => document.querySelector('news-mark').corrections.corrections.length === 2);
  assert.equal(await focus(page), 'card');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => host.in(document.querySelector('news-mark'), '.unseen').textContent.startsWith('Undone.'));
  await page.keyboard.press('Control+Shift+z');
  await page.waitForFunction(() => host.in(document.querySelector('news-mark'), '.unseen').textContent.startsWith('Done again.'));
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(() => !document.querySelector('news-mark').matches(':state(edited)'));
  assert.equal(await types(), 'person');
  assert.ok(await page.getByRole('button', { name: 'Undo' }).isDisabled());
  await context.close();
});

test('readers: a name, a speaker and all the same words are corrected, and what is gone takes its card along', async () => {
  const { page, context } = await open('mode="review"');
  const pick = (find) => page.evaluate(`(() => { const mark = document.querySelector('news-mark'); mark.select((${find})(mark)); })()`);
  await pick("(mark) => mark.result.entities.find(({ name }) => name === 'Paul Brennan').id");
  await page.getByLabel('Stands for').fill('Paul B. Brennan');
  await page.getByRole('button', { name: 'Set the value' }).click();
  await page.waitForFunction(() => document.querySelector('news-mark').result.entities.some(({ name }) => name === 'Paul B. Brennan'));
  await pick('(mark) => mark.result.quotes[1].id');
  await page.getByLabel('Set the speaker').selectOption({ label: 'Odile Marchand' });
  await page.waitForFunction(() => {
    const { result } = document.querySelector('news-mark');
    return result.entities.find(({ id }) => id === result.quotes[1].speaker?.entity)?.name === 'Odile Marchand';
  });
  await pick("(mark) => mark.result.entities.find(({ name }) => name === 'Brest').id");
  await told(page);
  await page.getByLabel('wherever these words stand').check();
  await page.getByRole('button', { name: 'Not a mark' }).click();
  await page.waitForFunction(() => !document.querySelector('news-mark').result.entities.some(({ name }) => name === 'Brest'));
  assert.equal(await selected(page), null);
  await page.waitForFunction(() => host.events.some(({ name }) => name === 'select'));
  assert.deepEqual(await told(page), ['correction', 'result', 'select']);
  assert.equal(await focus(page), 'kind-person');
  await context.close();
});

test('readers: an export is told, can be taken over, and else is a file', async () => {
  const { page, context } = await open('');
  await told(page);
  const formats = page.getByLabel('Export as');
  const [one] = await Promise.all([page.waitForEvent('download'), formats.selectOption('md')]);
  assert.equal(one.suggestedFilename(), 'article.md');
  const [two] = await Promise.all([page.waitForEvent('download'), formats.selectOption('brat')]);
  assert.equal(two.suggestedFilename(), 'article.zip');
  assert.deepEqual(await told(page), ['export', 'export']);
  const format = await page.evaluate(async () => {
    const mark = document.querySelector('news-mark');
    addEventListener('nm-export', (event) => event.preventDefault(), { once: true });
    const next = host.next(mark, 'nm-export');
    const select = host.in(mark, '.formats');
    select.value = 'csv';
    select.dispatchEvent(new Event('change'));
    return (await next).format;
  });
  assert.equal(format, 'csv');
  await context.close();
});

test('readers: a text is pasted, typed or dropped; files that are no text are told', async () => {
  const { page, context } = await open('input="full" max-bytes="2000"', { content: '<p slot="empty">Nothing here yet.</p>', isReady: false });
  assert.ok(await page.getByText('Nothing here yet.').isVisible());
  const field = page.getByLabel('Article text');
  await field.fill('Odile Marchand came to Lyon.');
  await page.getByRole('button', { name: 'Annotate' }).click();
  await page.waitForFunction(() => document.querySelector('news-mark').state === 'ready');
  assert.ok(!(await page.getByText('Nothing here yet.').isVisible()));
  await page.getByLabel('Published on').fill('2021-10-04');
  await page.waitForFunction(() => document.querySelector('news-mark').result?.document.published.value === '2021-10-04');
  // The attribute is the host's.
  assert.deepEqual(await page.evaluate(() => [document.querySelector('news-mark').published, document.querySelector('news-mark').getAttribute('published')]), ['2021-10-04', null]);
  const drop = (name, type, bytes) => page.evaluate(([name, type, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type }));
    host.in(document.querySelector('news-mark'), '[part=dropzone]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, type, [...bytes]]);
  const alert = async (words) => page.getByRole('alert').getByText(words).waitFor();
  await drop('a.png', 'image/png', [1, 2, 3]);
  await alert('Only text files');
  await drop('long.txt', 'text/plain', Buffer.alloc(2001, 97));
  await alert('This file has 3 kB; at most 2 kB are read.');
  await drop('latin.txt', 'text/plain', Buffer.from('caf\xe9', 'latin1'));
  await alert('no text in UTF-8');
  assert.equal(await field.inputValue(), 'Odile Marchand came to Lyon.');
  await drop('right.md', '', Buffer.from('Amira Haddad came to Café Oslo.'));
  await page.waitForFunction(() => document.querySelector('news-mark').result?.text.length === 31);
  assert.equal(await page.getByRole('alert').count(), 0);
  await context.close();
});

test('readers: legend and summary show, hide and find, and what is hidden is not selected', async () => {
  const { page, context } = await open('paint="marks" layout="split"');
  const places = page.getByRole('button', { name: /^Places/ });
  const visible = () => page.evaluate(() => document.querySelectorAll('.nm-place').length);
  const before = await visible();
  await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.mentions.find(({ type }) => type === 'place').id));
  assert.equal(await places.getAttribute('aria-pressed'), 'true');
  await places.click();
  assert.deepEqual([await visible(), await places.getAttribute('aria-pressed'), await selected(page)], [0, 'false', null]);
  const status = () => page.getByRole('status').filter({ hasText: 'annotation' }).textContent();
  const fewer = await status();
  await places.click();
  assert.equal(await visible(), before);
  assert.notEqual(await status(), fewer);
  await told(page);
  const row = page.locator('.row.entity').filter({ hasText: 'Paul Brennan' });
  await row.click();
  assert.equal(await selected(page), 'Person: Paul Brennan');
  assert.deepEqual(await told(page), ['select']);
  await context.close();
});

test('readers: screen readers hear what is found, what is selected and what marks are', async () => {
  const { page, context } = await open('paint="marks"');
  const of = (selector) => page.evaluate((selector) => document.querySelector(selector).getAttribute('aria-description'), selector);
  assert.match(await of('mark.nm-person[tabindex]'), /^Person: Marchand, Odile Marchand, \w+$/);
  assert.match(await page.getByRole('status').filter({ hasText: 'annotation' }).textContent(), /^\d+ annotations$/);
  await page.getByRole('button', { name: 'Next mark' }).click();
  await page.getByRole('status').filter({ hasText: 'Person: Marchand, Odile Marchand' }).waitFor();
  const tree = await page.locator('news-mark').ariaSnapshot();
  for (const name of ['group "Annotations"', 'group "Kinds that are marked"', 'button "People', 'combobox "Export as"', 'region "Person: Marchand"', 'button "Close"']) {
    assert.ok(tree.includes(name), `${name} in ${tree}`);
  }
  await context.close();
});

const PAGES = [
  ['light', {}, ''],
  ['dark', { colorScheme: 'dark' }, '<style>:root { color-scheme: light dark } body { background: #16161a }</style>'],
  ['forced colours', { forcedColors: 'active' }, ''],
];
for (const [name, options, head] of PAGES) {
  test(`readers: nothing that axe-core finds is wrong (${name})`, async () => {
    const body = `<main><h1>A page</h1><news-mark id="a" paint="marks" layout="split" mode="review" input="full">${SHORT}</news-mark>
      <news-mark id="b" layout="article">${SHORT}</news-mark></main>`;
    const { page, context } = await open('', { body, head, context: options });
    await page.waitForFunction(() => host.in(document.querySelector('#a'), '[part=sidebar]').shadowRoot?.querySelector('.panel'));
    await page.evaluate(() => {
      const mark = document.querySelector('#a');
      mark.select(mark.result.mentions[1].id);
    });
    assert.deepEqual(await accessibilityTroubles(page), []);
    await page.evaluate(() => {
      const mark = document.querySelector('#a');
      mark.select(mark.result.quotes[0].id);
      mark.maxBytes = 9;
    });
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await accessibilityTroubles(page), []);
    await context.close();
  });
}

test('readers: in forced colours marks and switches are told apart by the system’s colours', async () => {
  const { page, context } = await open('paint="marks"', { context: { forcedColors: 'active' } });
  const found = await page.evaluate(() => {
    const mark = document.querySelector('.nm-person');
    const pressed = host.in(document.querySelector('news-mark'), '.kind');
    return [getComputedStyle(mark).forcedColorAdjust, getComputedStyle(pressed).borderTopWidth];
  });
  assert.deepEqual(found, ['none', '2px']);
  await context.close();
});

test('readers: 320 pixels are enough, and targets are large enough to hit', async () => {
  const { page, context } = await open('paint="marks" mode="review" input="full" layout="stacked"', { context: { viewport: { width: 320, height: 640 } } });
  await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.quotes[0].id));
  const found = await page.evaluate(() => {
    const mark = document.querySelector('news-mark');
    const small = host.all(mark, 'button, select, textarea, .input input').filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width > 0 && !each.matches('.evidence') && (width < 24 || height < 24);
    });
    return [document.scrollingElement.scrollWidth <= 320, small.map((each) => each.outerHTML.slice(0, 60))];
  });
  assert.deepEqual(found, [true, []]);
  await context.close();
});

test('readers: on paper there is the article with its marks, and no controls', async () => {
  const { page, context } = await open('paint="marks" layout="split" input="full"');
  await page.evaluate(() => document.querySelector('news-mark').select(document.querySelector('news-mark').result.mentions[0].id));
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const mark = document.querySelector('news-mark');
    const seen = ['.toolbar', '.input', '.card', '[part=sidebar]'].map((selector) => host.in(mark, selector).getBoundingClientRect().height > 0);
    return [seen, getComputedStyle(document.querySelector('.nm-person[tabindex]'), '::after').content, host.in(mark, '[part=sidebar]').getBoundingClientRect().top >= host.in(mark, '.text').getBoundingClientRect().bottom];
  });
  assert.deepEqual(found, [[false, false, false, true], '"P" / ""', true]);
  await context.close();
});
