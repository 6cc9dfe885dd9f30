/** Every attribute of `<news-mark>`, the property that reflects it, and what it does. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts } from '../support/element.mjs';
import { SHORT, TEXT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('attributes')));
after(() => site.close());

/** Opens a page with one element, asks it something, and closes the page. */
async function ask(attributes, question, { content = SHORT, argument, isReady = true, ...options } = {}) {
  const { page, context, ready, troubles } = await site.open(`<news-mark ${attributes}>${content}</news-mark>`, options);
  if (isReady) await ready();
  const answer = await page.evaluate(`(async (argument) => { const mark = document.querySelector('news-mark'); return (${question})(mark, argument); })(${JSON.stringify(argument)})`);
  await context.close();
  assert.deepEqual(troubles, []);
  return answer;
}

// The name, the property, its default, words that count, and one that does not.
const REFLECTED = [
  ['date-order', 'dateOrder', 'auto', ['mdy', 'dmy', 'ymd', 'auto'], 'dym'],
  ['layout', 'layout', 'auto', ['split', 'article', 'sidebar', 'stacked', 'auto'], 'wide'],
  ['theme', 'theme', 'auto', ['light', 'dark', 'auto'], 'blue'],
  ['mode', 'mode', 'read', ['review', 'read'], 'write'],
  ['input', 'input', 'none', ['paste', 'full', 'none'], 'all'],
  ['persist', 'persist', 'none', ['session', 'local', 'none'], 'forever'],
  ['share', 'share', 'off', ['fragment', 'off'], 'query'],
  ['shortcuts', 'shortcuts', 'on', ['off', 'on'], 'maybe'],
  ['boilerplate', 'boilerplate', 'dim', ['hide', 'keep', 'dim'], 'burn'],
  ['paint', 'paint', 'auto', ['highlights', 'marks', 'auto'], 'oil'],
  ['types', 'types', 'person organisation place date quote', ['person', 'date amount', 'group event product work'], 'unicorn'],
  ['max-bytes', 'maxBytes', 2_097_152, ['1000'], '-3'],
  ['published', 'published', '', ['2021-10-04'], undefined],
  ['locale', 'locale', '', ['de-AT'], undefined],
  ['ui-lang', 'uiLang', '', ['de'], undefined],
  ['dir', 'dir', '', ['rtl', 'ltr'], undefined],
  ['for', 'htmlFor', '', ['#story'], undefined],
  ['name', 'name', '', ['article'], undefined],
];

test('attributes: each is reflected by a property, and has a default for what makes no sense', async () => {
  const found = await ask('', (mark, rows) => rows.map(([name, property, fallback, values, wrong]) => {
    const bare = document.createElement('news-mark');
    const seen = [bare[property]];
    for (const value of values) {
      bare.setAttribute(name, value);
      seen.push(String(bare[property]));
      bare.removeAttribute(name);
      bare[property] = value;
      seen.push(bare.getAttribute(name));
    }
    if (wrong !== null) {
      bare.setAttribute(name, wrong);
      seen.push(bare[property]);
    }
    return [property, ...seen];
  }), { argument: REFLECTED });
  for (const [index, [name, property, fallback, values, wrong]] of REFLECTED.entries()) {
    const expected = [property, fallback, ...values.flatMap((value) => [value, value]), ...(wrong === undefined ? [] : [fallback])];
    assert.deepEqual(found[index], expected, name);
  }
});

test('attributes: those that are there or not', async () => {
  const found = await ask('', () => ['readonly', 'disabled', 'readOnly'].map((property) => {
    const bare = document.createElement('news-mark');
    const seen = [bare[property]];
    bare[property] = true;
    seen.push(bare.hasAttribute(property.toLowerCase()), bare[property]);
    bare[property] = false;
    return [...seen, bare.hasAttribute(property.toLowerCase())];
  }));
  assert.deepEqual(found, Array(3).fill([false, true, true, false]));
});

const SLASHES = '<p>The mill burned on 03/04/2021, said Odile Marchand.</p>';
const value = (mark) => mark.result.dates.map(({ timex }) => timex.value);

test('attributes: published, locale and date-order say how dates are read', async () => {
  const LAST = '<p>The mill burned on Friday, said Odile Marchand.</p>';
  assert.deepEqual(await ask('published="2021-10-04"', value, { content: LAST }), ['2021-10-01']);
  assert.deepEqual(await ask('date-order="mdy"', value, { content: SLASHES }), ['2021-03-04']);
  assert.deepEqual(await ask('date-order="dmy"', value, { content: SLASHES }), ['2021-04-03']);
  for (const [locale, day] of [['en-US', '2021-03-04'], ['en-GB', '2021-04-03'], ['de', '2021-04-03']]) {
    assert.deepEqual(await ask(`locale="${locale}"`, value, { content: SLASHES }), [day], locale);
  }
  // What the host says of dates wins over what its locale says.
  assert.deepEqual(await ask('locale="en-US" date-order="dmy"', value, { content: SLASHES }), ['2021-04-03']);
  const open = (mark) => mark.result.dates[0].alternatives.length;
  for (const locale of ['', 'en', 'auto', 'no tag']) assert.equal(await ask(`locale="${locale}"`, open, { content: SLASHES }), 1, locale);
});

test('attributes: a date that is none is told, and the article stays', async () => {
  const found = await ask('published="May"', async (mark) => {
    await host.until(() => mark.state === 'error');
    const { detail } = host.events.find(({ name }) => name === 'error');
    const shown = host.in(mark, '[part=toast]').textContent;
    mark.published = '2021-10-04';
    await host.until(() => mark.state === 'ready');
    return [detail.code, shown.length > 20, host.in(mark, '[part=toast]').hidden, mark.querySelectorAll('p').length];
  }, { isReady: false });
  assert.deepEqual(found, ['bad-date', true, true, 2]);
});

test('attributes: types say what is marked and offered, and the report has all', async () => {
  const found = await ask('types="amount person" paint="marks"', async (mark) => {
    const kinds = () => [...new Set([...mark.querySelectorAll('mark')].map((each) => /nm-(?!mark|check)\w+/.exec(each.className)[0]))].sort();
    const seen = [kinds(), host.all(mark, '.legend button').map((each) => each.className)];
    mark.types = 'place';
    return [...seen, kinds(), mark.result.quotes.length];
  });
  assert.deepEqual(found, [['nm-amount', 'nm-person'], ['kind person', 'kind amount'], ['nm-place'], 2]);
});

test('attributes: layout has the summary beside, below or instead of the article, or not at all', async () => {
  const look = async (mark) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [summary, text] = [host.in(mark, '[part=sidebar]'), host.in(mark, '.text')];
    if (mark.layout !== 'article' && mark.layout !== 'auto') await host.until(() => summary.shadowRoot?.querySelector('.panel'));
    const [beside, article] = [summary.getBoundingClientRect(), text.getBoundingClientRect()];
    const offered = ![...host.all(mark, '.toolbar > button')].at(-1).hidden;
    if (beside.width === 0) return ['closed', offered];
    if (article.width === 0) return ['alone', offered];
    return [beside.left >= article.right ? 'beside' : beside.top >= article.bottom ? 'below' : 'over', offered];
  };
  const wide = { context: { viewport: { width: 1200, height: 700 } } };
  for (const [layout, expected] of [['article', ['closed', false]], ['auto', ['closed', true]], ['split', ['beside', true]], ['stacked', ['below', true]], ['sidebar', ['alone', true]]]) {
    assert.deepEqual(await ask(`layout="${layout}"`, look, wide), expected, layout);
  }
  assert.deepEqual(await ask('layout="split"', look, { context: { viewport: { width: 500, height: 700 } } }), ['below', true]);
});

test('attributes: a summary turns to where there is room', async () => {
  const { page, context, ready } = await site.open(`<news-mark layout="split">${SHORT}</news-mark>`, { context: { viewport: { width: 1200, height: 700 } } });
  await ready();
  const turned = (how) => page.waitForFunction((how) => host.in(document.querySelector('news-mark'), '.body').classList.contains(how), how);
  await turned('with-split');
  await page.setViewportSize({ width: 400, height: 700 });
  await turned('with-stacked');
  await context.close();
});

test('attributes: theme colours controls and a text of the element’s own, and follows the page', async () => {
  const colors = (mark) => [host.in(mark, '.formats'), host.in(mark, '.own')].map((each) => getComputedStyle(each).backgroundColor);
  const own = { content: '', init: `addEventListener('DOMContentLoaded', () => document.querySelector('news-mark').text = ${JSON.stringify(TEXT)})` };
  const [light, dark, none] = ['rgb(255, 255, 255)', 'rgb(22, 22, 26)', 'rgba(0, 0, 0, 0)'];
  assert.deepEqual(await ask('theme="dark"', colors, own), [dark, dark]);
  assert.deepEqual(await ask('theme="dark" layout="stacked"', async (mark) => {
    const summary = host.in(mark, '[part=sidebar]');
    await host.until(() => summary.shadowRoot?.querySelector('.panel'));
    return [host.in(mark, '.toolbar'), summary].map((each) => getComputedStyle(each).backgroundColor);
  }, own), [dark, dark]);
  assert.deepEqual(await ask('theme="light"', colors, { ...own, head: '<style>body { background: #000; color: #eee }</style>' }), [light, light]);
  assert.deepEqual(await ask('', colors, own), [light, none]);
  // A dark page that says nothing of it, and a light page of a reader whose system is dark.
  assert.deepEqual(await ask('', colors, { ...own, head: '<style>body { background: #000; color: #eee }</style>' }), [dark, none]);
  assert.deepEqual(await ask('', colors, { ...own, context: { colorScheme: 'dark' } }), [light, none]);
});

test('attributes: ui-lang, else the page’s language, is what controls speak', async () => {
  const said = (mark) => [host.in(mark, '.toolbar').getAttribute('aria-label'), host.in(mark, '.toolbar').lang];
  assert.deepEqual(await ask('ui-lang="de-AT"', said), ['Markierungen', 'de']);
  assert.deepEqual(await ask('lang="de"', said), ['Markierungen', 'de']);
  assert.deepEqual(await ask('ui-lang="fi"', said), ['Annotations', 'en']);
  const inside = `<div lang="de"><template shadowrootmode="open"><news-mark>${SHORT}</news-mark></template></div>`;
  const { page, context } = await site.open(inside);
  await page.waitForFunction(() => document.querySelector('div').shadowRoot.querySelector('news-mark').state === 'ready');
  assert.deepEqual(await page.evaluate(`(${said})(document.querySelector('div').shadowRoot.querySelector('news-mark'))`), ['Markierungen', 'de']);
  await context.close();
});

test('attributes: dir turns the controls', async () => {
  const side = (mark) => {
    const [first, status] = [host.in(mark, '.kind'), host.in(mark, '.status')].map((each) => each.getBoundingClientRect().left);
    return first > status;
  };
  assert.equal(await ask('dir="rtl"', side), true);
  assert.equal(await ask('', side), false);
});

test('attributes: max-bytes is the longest text', async () => {
  const code = async (mark) => {
    await host.until(() => mark.state === 'error');
    return host.events.find(({ name }) => name === 'error').detail.code;
  };
  assert.equal(await ask('max-bytes="30"', code, { isReady: false }), 'too-long');
});

test('attributes: paint says what draws, and marks turn into highlights', async () => {
  const found = await ask('paint="marks"', (mark) => {
    const seen = () => [mark.querySelectorAll('mark').length > 0, CSS.highlights.size > 0];
    const all = [seen()];
    for (const paint of ['highlights', 'marks', 'auto']) {
      mark.paint = paint;
      all.push(seen());
    }
    return all;
  });
  assert.deepEqual(found, [[true, false], [false, true], [true, false], [false, true]]);
});

const MENU = 'Subscribe to our newsletter\n\nShare this article on Facebook\n\nRead more:';
test('attributes: boilerplate is dimmed, hidden or kept', async () => {
  const own = { content: '', init: `addEventListener('DOMContentLoaded', () => document.querySelector('news-mark').text = ${JSON.stringify(`${TEXT}\n\n${MENU}`)})` };
  const look = (mark) => host.all(mark, '[part~=boilerplate]').map((each) => [getComputedStyle(each).display === 'none', getComputedStyle(each).opacity < 1]);
  for (const [how, expected] of [['dim', [false, true]], ['hide', [true, false]], ['keep', [false, false]]]) {
    const found = await ask(`boilerplate="${how}"`, look, own);
    assert.ok(found.length > 0);
    for (const each of found) assert.deepEqual(each, expected, how);
  }
  // In a host's article nothing is hidden, and what fades is not touched.
  const content = SHORT + MENU.split('\n\n').map((each) => `<p>${each}</p>`).join('');
  const faded = (mark) => [CSS.highlights.get('nm-boilerplate')?.size ?? 0, mark.querySelectorAll('p').length];
  for (const [how, size] of [['dim', 1], ['hide', 1], ['keep', 0]]) {
    const [ranges, paragraphs] = await ask(`boilerplate="${how}"`, faded, { content });
    assert.equal(ranges > 0 ? 1 : 0, size, how);
    assert.equal(paragraphs, 5);
  }
});

test('attributes: input and shortcuts, mode and readonly say what readers can do', async () => {
  const controls = (mark) => {
    mark.select(mark.result.mentions[0].id);
    const is = (selector) => host.in(mark, selector) !== null && !host.in(mark, selector).hidden;
    return [is('[part=input]'), is('.actions'), !host.all(mark, '.toolbar > button')[2].hidden];
  };
  assert.deepEqual(await ask('', controls), [false, false, false]);
  assert.deepEqual(await ask('input="paste" mode="review"', controls), [true, true, true]);
  assert.deepEqual(await ask('mode="review" readonly', controls), [false, false, false]);
  const disabled = (mark) => host.all(mark, 'button, select, textarea, .input input').filter((each) => !each.disabled && !each.hidden).length;
  assert.equal(await ask('disabled input="full" layout="article"', disabled), 0);
});

test('attributes: for names an article elsewhere, and tells what is wrong', async () => {
  const elsewhere = { content: '' };
  const code = async (mark) => {
    await host.until(() => mark.state === 'error');
    return [host.events.find(({ name }) => name === 'error').detail.code, host.in(mark, '[part=toast]').hidden];
  };
  assert.deepEqual(await ask('for="#nowhere"', code, { ...elsewhere, isReady: false }), ['no-article', false]);
  assert.deepEqual(await ask('for="#["', code, { ...elsewhere, isReady: false }), ['bad-selector', false]);
  const turned = await ask('for="body > title"', async (mark) => {
    const article = document.createElement('article');
    article.append('Odile Marchand came to Brest.');
    document.body.append(article);
    mark.htmlFor = 'body > article';
    await host.until(() => mark.state === 'ready');
    return [mark.text, mark.result.mentions.length > 0];
  }, { ...elsewhere, isReady: false });
  assert.deepEqual(turned, ['Odile Marchand came to Brest.', true]);
});
