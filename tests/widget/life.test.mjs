/** `<news-mark>` that is moved, removed and put back, that fails, that a form sends, and that keeps what readers corrected. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts, policy } from '../support/element.mjs';
import { SHORT, TEXT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('life')));
after(() => site.close());

/** Opens a page, asks it something, and closes the page. */
async function on(body, question, { isReady = true, argument, ...options } = {}) {
  const { page, context, ready, troubles, asked } = await site.open(body, options);
  if (isReady) await ready();
  const answer = await page.evaluate(`(async (argument) => (${question})(document.querySelector('news-mark'), argument))(${JSON.stringify(argument)})`);
  await context.close();
  assert.deepEqual(troubles, []);
  return { answer, asked };
}

const BOTH = `<main><section id="one"><news-mark id="marks" class="story" paint="marks">${SHORT}</news-mark></section>
<section id="two"></section><article id="story" class="story">${SHORT}</article><news-mark id="place" for="#story" layout="article"></news-mark></main>`;

for (const [how, move] of [['append', "(mark, to) => to.append(mark)"], ['moveBefore', "(mark, to) => to.moveBefore(mark, null)"]]) {
  test(`life: an element that is moved by ${how} keeps all that it is, and asks for nothing`, async () => {
    const { answer } = await on(BOTH, `async (mark) => {
      await mark.correct({ op: 'delete', id: 'm1' });
      const odile = mark.result.mentions[1].id;
      mark.select(odile);
      host.told();
      const before = [mark.result, mark.querySelectorAll('mark').length];
      (${move})(mark, document.querySelector('#two'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const seen = [mark.result === before[0], mark.querySelectorAll('mark').length === before[1], mark.state, mark.corrections.corrections.length, host.in(mark, '[part=card]').hidden, host.told()];
      // Out of the document's tree, where its style sheets do not reach.
      const shadow = document.createElement('div').attachShadow({ mode: 'open' });
      document.querySelector('main').append(shadow.host);
      (${move})(mark, shadow);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const tint = getComputedStyle(mark.querySelector('.nm-person')).backgroundColor;
      (${move})(mark, document.querySelector('#one'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const all = [mark, document.querySelector('#place')];
      shadow.host.remove();
      for (const each of all) each.remove();
      await Promise.resolve();
      return [...seen, tint, shadow.adoptedStyleSheets.length, host.differences(host.before, all)];
    }`);
    assert.deepEqual(answer, [true, true, 'ready', 1, false, [], 'rgb(230, 224, 255)', 0, []]);
  });
}

test('life: what was removed is marked again when it comes back, as often as it comes', async () => {
  const { answer, asked } = await on(BOTH, async () => {
    const all = [...document.querySelectorAll('news-mark')];
    const counts = [];
    const places = all.map((each) => each.parentNode);
    for (let time = 0; time < 3; time += 1) {
      for (const each of all) each.remove();
      await Promise.resolve();
      counts.push(host.differences(host.before, all), CSS.highlights.size);
      all.forEach((each, index) => places[index].append(each));
      await host.until(() => all[0].querySelectorAll('mark').length > 0 && CSS.highlights.size > 0);
      counts.push(all.map(({ state }) => state));
    }
    return counts;
  });
  assert.deepEqual(answer, Array(3).fill([[], 0, ['ready', 'ready']]).flat());
  assert.equal(asked.filter((name) => name === 'core_bg.wasm').length, 1);
});

test('life: removed while it is being read, it leaves nothing, and goes on when it is back', async () => {
  const { answer } = await on(BOTH, async () => {
    const all = [...document.querySelectorAll('news-mark')];
    for (const each of all) each.remove();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const left = host.differences(host.before, all);
    const errors = host.events.filter(({ name }) => name === 'error').length;
    document.querySelector('#one').append(all[0]);
    await host.until(() => all[0].state === 'ready');
    return [left, errors, all[0].querySelectorAll('mark').length > 0];
  }, { isReady: false });
  assert.deepEqual(answer, [[], 0, true]);
});

test('life: what a host changes in its article is read again, when it has come to rest', async () => {
  const { answer } = await on(`<news-mark paint="marks"><p>Odile Marchand came to Lyon.</p></news-mark>`, async (mark) => {
    const p = document.createElement('p');
    mark.append(p);
    for (const word of ['Paul', ' Brennan', ' of', ' Brest', ' waited.']) p.append(word);
    await host.next(mark, 'nm-result');
    const names = mark.result.entities.map(({ name }) => name);
    const reads = host.events.filter(({ name }) => name === 'result').length;
    await new Promise((resolve) => setTimeout(resolve, 800));
    // Marks of our own are no changes.
    const more = host.events.filter(({ name }) => name === 'result').length - reads;
    mark.querySelector('p').remove();
    await host.next(mark, 'nm-result');
    return [names.includes('Paul Brennan'), more, mark.result.entities.some(({ name }) => name === 'Odile Marchand')];
  });
  assert.deepEqual(answer, [true, 0, false]);
});

const FAILURES = [
  ['a file does not come', { broken: { 'core_bg.wasm': 404 } }, 'not-loaded'],
  ['a file is another one', { broken: { 'core_bg.wasm': 'changed' } }, 'wrong-file'],
  ['the page allows no wasm', { csp: (from) => policy(from).replace(" 'wasm-unsafe-eval'", '') }, 'not-loaded'],
];
for (const [what, options, code] of FAILURES) {
  test(`life: where ${what}, the article stays as it is, and is marked when that is mended`, async () => {
    const { page, context, troubles, mend } = await site.open(BOTH, options);
    await page.waitForFunction(() => [...document.querySelectorAll('news-mark')].every(({ state }) => state === 'error'), undefined, { timeout: 10_000 });
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('news-mark')];
      const text = document.querySelector('#marks p');
      const shown = all.map((each) => host.in(each, '[part=toast]'));
      return [host.differences(host.before), host.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code), text.getBoundingClientRect().height > 0, shown.map((each) => [each.hidden, each.role, each.querySelector('button').textContent])];
    });
    assert.deepEqual(found, [[], [code, code], true, Array(2).fill([false, 'alert', 'Try again'])]);
    if (options.broken !== undefined) {
      mend();
      // One reader's click is enough for all.
      await page.locator('#marks').getByRole('button', { name: 'Try again' }).click();
      await page.waitForFunction(() => [...document.querySelectorAll('news-mark')].every(({ state }) => state === 'ready'), undefined, { timeout: 10_000 });
      assert.equal(await page.locator('news-mark [part=toast]:visible').count(), 0);
    }
    const left = await page.evaluate(async () => {
      const all = [...document.querySelectorAll('news-mark')];
      for (const each of all) each.remove();
      await Promise.resolve();
      return host.differences(host.before, all);
    });
    assert.deepEqual(left, []);
    assert.deepEqual(troubles, []);
    await context.close();
  });
}

test('life: without what makes names better there are marks, a word about it, and another try', async () => {
  const { page, context, mend, ready } = await site.open(`<news-mark>${SHORT}</news-mark>`, { broken: { 'names.bin': 404 } });
  await page.getByRole('alert').waitFor();
  const found = await page.evaluate(() => {
    const mark = document.querySelector('news-mark');
    return [mark.state, mark.result.mentions.length > 0, host.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code)];
  });
  assert.deepEqual(found, ['ready', true, ['not-loaded']]);
  mend();
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready();
  assert.equal(await page.getByRole('alert').count(), 0);
  await context.close();
});

test('life: where what corrects does not come, a correction says so, and the next one is made', async () => {
  const { page, context, mend, ready } = await site.open(`<news-mark mode="review">${SHORT}</news-mark>`, { broken: { 'edit_bg.wasm': 404 } });
  await ready();
  await page.evaluate(() => document.querySelector('news-mark').select('m1'));
  await page.getByRole('button', { name: 'Not a mark' }).click();
  await page.getByRole('alert').waitFor();
  const code = () => page.evaluate(() => document.querySelector('news-mark').correct({ op: 'delete', id: 'm1' }).then(() => 'none', ({ code }) => code));
  assert.equal(await code(), 'not-loaded');
  assert.equal(await page.evaluate(() => document.querySelector('news-mark').state), 'ready');
  mend();
  assert.equal(await code(), 'none');
  await context.close();
});

test('life: a summary that does not come says so, and comes when it is opened again', async () => {
  const { page, context, mend, ready } = await site.open(`<news-mark>${SHORT}</news-mark>`, { broken: { 'aside_bg.wasm': 404 } });
  await ready();
  const button = page.getByRole('button', { name: 'Summary' });
  await button.click();
  await page.getByText('The summary could not be loaded.').waitFor();
  mend();
  await button.click();
  await button.click();
  await page.getByText('Odile Marchand', { exact: true }).last().waitFor();
  assert.equal(await page.getByText('The summary could not be loaded.').count(), 0);
  await context.close();
});

test('life: a worker that crashes is told, and another one answers', async () => {
  const init = `{ const Own = Worker; globalThis.Worker = class extends Own { constructor(...all) { super(...all); (globalThis.workers ??= []).push(this); } }; Object.defineProperty(globalThis, 'workers', { value: [] }); }`;
  const { page, context, ready } = await site.open(`<news-mark paint="marks">${SHORT}</news-mark>`, { init });
  await ready();
  const found = await page.evaluate(async () => {
    const mark = document.querySelector('news-mark');
    const asked = mark.annotate().catch(({ code }) => code);
    await new Promise((resolve) => setTimeout(resolve));
    globalThis.workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'a trap' }));
    return [await asked, mark.state, mark.querySelectorAll('p').length];
  });
  assert.deepEqual(found, ['crashed', 'error', 2]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready();
  assert.ok(await page.evaluate(() => globalThis.workers.length > 1 && document.querySelectorAll('mark').length > 0));
  await context.close();
});

const FORM = `<form id="form"><label for="mark">The article</label><news-mark id="mark" name="article">${SHORT}</news-mark><button>Send</button></form>`;
test('life: a form sends the report with its corrections, and a reset drops them', async () => {
  const { answer } = await on(FORM, async (mark) => {
    const form = document.querySelector('form');
    const sent = () => JSON.parse(new FormData(form).get('article') ?? 'null');
    const seen = [mark.form === form, mark.validity.valid, mark.labels.length, sent().result.schema, sent().corrections.corrections.length];
    await mark.correct({ op: 'delete', id: 'm1' });
    seen.push(sent().corrections.corrections.length, sent().result.mentions.length === mark.result.mentions.length);
    form.reset();
    await host.next(mark, 'nm-result');
    seen.push(sent().corrections.corrections.length, mark.corrections.corrections.length);
    mark.disabled = true;
    seen.push(sent(), host.in(mark, '.kind').disabled);
    mark.disabled = false;
    const set = document.createElement('fieldset');
    form.append(set);
    set.append(mark);
    set.disabled = true;
    seen.push(sent(), host.in(mark, '.kind').disabled);
    set.disabled = false;
    mark.name = '';
    mark.removeAttribute('name');
    return [...seen, sent(), mark.form === form];
  });
  assert.deepEqual(answer, [true, true, 1, 'newsmark/1', 0, 1, true, 0, 0, null, true, null, true, null, true]);
});

test('life: an element that comes to a form has a value there, and what browsers kept of it is checked', async () => {
  const { answer } = await on(`<form></form><news-mark name="article">${SHORT}</news-mark>`, async (mark) => {
    const form = document.querySelector('form');
    form.append(mark);
    const seen = [JSON.parse(new FormData(form).get('article')).result.schema];
    await mark.correct({ op: 'delete', id: 'm1' });
    const kept = JSON.stringify({ corrections: mark.corrections });
    mark.corrections = null;
    await host.next(mark, 'nm-result');
    for (const wrong of ['no JSON', '{}', '{"corrections":{"schema":"other"}}', null, new File([], 'a')]) mark.formStateRestoreCallback(wrong, 'restore');
    await new Promise((resolve) => setTimeout(resolve, 200));
    seen.push(mark.corrections.corrections.length, mark.state);
    mark.formStateRestoreCallback(kept, 'restore');
    await host.next(mark, 'nm-result');
    return [...seen, mark.corrections.corrections.length];
  });
  assert.deepEqual(answer, ['newsmark/1', 0, 'ready', 1]);
});

for (const store of ['session', 'local']) {
  test(`life: persist="${store}" keeps corrections for the next visit, and nothing without it`, async () => {
    const { page, context, ready } = await site.open(`<news-mark id="story" persist="${store}">${SHORT}</news-mark>`);
    await ready();
    const stored = () => page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]);
    assert.deepEqual(await stored(), []);
    await page.evaluate(() => document.querySelector('news-mark').correct({ op: 'delete', id: 'm1' }));
    const [[key, value]] = await stored();
    assert.match(key, /^newsmark:.*:story$/);
    assert.ok(!value.includes('spokesman for the port'), 'the host’s article is not kept');
    await page.reload();
    await ready();
    assert.equal(await page.evaluate(() => document.querySelector('news-mark').corrections.corrections.length), 1);
    // What was stored is no longer what was stored.
    for (const wrong of ['{', '{"patch":"{}"}', '{"patch":7}', 'null', JSON.stringify({ patch: '{"schema":"newsmark-patch/1","corrections":[{"op":"x"}]}' })]) {
      await page.evaluate(([store, key, wrong]) => globalThis[`${store}Storage`].setItem(key, wrong), [store, key, wrong]);
      await page.reload();
      await ready();
      assert.deepEqual(await page.evaluate(() => [document.querySelector('news-mark').corrections.corrections.length, document.querySelector('news-mark').state]), [0, 'ready'], wrong);
    }
    await page.evaluate(async () => {
      const mark = document.querySelector('news-mark');
      await mark.correct({ op: 'delete', id: 'm1' });
      mark.persist = 'none';
    });
    assert.deepEqual(await stored(), []);
    await context.close();
  });
}

test('life: a text that a reader gave is kept with persist, and clear deletes it', async () => {
  const { page, context, ready } = await site.open('<news-mark persist="local" input="paste"></news-mark>');
  await page.getByLabel('Article text').fill('Odile Marchand came to Lyon.');
  await page.getByRole('button', { name: 'Annotate' }).click();
  await ready();
  await page.reload();
  await ready();
  assert.equal(await page.getByLabel('Article text').inputValue(), 'Odile Marchand came to Lyon.');
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await context.close();
});

test('life: storage that throws is as none', async () => {
  const init = 'for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });';
  const { answer } = await on(`<news-mark persist="local">${SHORT}</news-mark><news-mark persist="session" paint="marks">${SHORT}</news-mark>`, async (mark) => {
    await mark.correct({ op: 'delete', id: 'm1' });
    return [mark.state, mark.corrections.corrections.length];
  }, { init });
  assert.deepEqual(answer, ['ready', 1]);
});

test('life: a link carries the corrections to who opens it, and the text not; wrong links are none', async () => {
  const body = `<news-mark id="story" share="fragment" mode="review">${SHORT}</news-mark>`;
  const { page, context, ready } = await site.open(body, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await ready();
  const copy = page.getByRole('button', { name: 'Copy a link with the corrections' });
  assert.equal(await copy.count(), 0);
  await page.evaluate(() => document.querySelector('news-mark').correct({ op: 'delete', id: 'm1' }));
  await copy.click();
  await page.getByText('The link is copied.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#nm=[0-9a-f]{8}\.[\w-]+$/);
  const opened = async (address) => {
    await page.goto('about:blank');
    await page.goto(address);
    await ready();
    return page.evaluate(() => document.querySelector('news-mark').corrections.corrections.length);
  };
  assert.equal(await opened(link), 1);
  const [bare, data] = link.split('.').reduce(([a], each, index, all) => (index < all.length - 1 ? [[a, each].filter(Boolean).join('.')] : [a, each]), ['']);
  for (const wrong of [`${bare}.AAAA`, `${bare}.${data.slice(0, -9)}`, link.replace(/nm=.{8}/, 'nm=00000000'), `${bare}.${'A'.repeat(9000)}`, link.replace(/#.*/, '#nm=')]) {
    assert.equal(await opened(wrong), 0, wrong.slice(-30));
  }
  await context.close();
});

test('life: what a text was is not in what is asked of any server', async () => {
  const { page, context, ready } = await site.open(`<news-mark>${SHORT}</news-mark>`);
  const requests = [];
  page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
  await ready();
  await page.evaluate(async (text) => {
    const mark = document.querySelector('news-mark');
    await mark.annotate(`${text} Zanzibarquark.`);
    await mark.correct({ op: 'delete', id: 'm1' });
    await mark.export('html');
  }, TEXT);
  assert.ok(requests.every((request) => !/Zanzibarquark|Marchand/.test(request)));
  assert.ok(requests.every((request) => /^(http:\/\/127\.0\.0\.1|blob:)/.test(request)), requests.join());
  await context.close();
});
