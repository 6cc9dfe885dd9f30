/** Messages that nobody should send: they change nothing, and nothing throws. The same seed makes the same ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARTICLE as TEXT } from '../support/desk.mjs';
import { html, paragraphs, SANDBOX, useFrames } from '../support/frames.mjs';

const SEED = Number(process.env.SEED ?? 20_211_004);
const COUNT = 3_000;
const frames = useFrames();

/** In a page: posts `count` malformed variants of `valid` to `target`, from the window `from`. */
function fuzz({ seed, count, valid, from, to }) {
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const pick = (list) => list[Math.floor(random() * list.length)];
  const around = {};
  around.self = around;
  let deep = {};
  for (let i = 0; i < 500; i += 1) deep = { deep };
  const long = 'x'.repeat(17 << 20);
  const polluting = JSON.parse('{"__proto__": {"polluted": true, "theme": "dark", "ns": "news-mark"}, "constructor": {"prototype": {"polluted": true}}}');
  // Wrong for every field of every message, whatever it is.
  const wrong = () =>
    pick([
      () => undefined, () => 0, () => -0, () => NaN, () => 1n, () => [], () => [null], () => around, () => deep, () => new Map([['a', 1]]),
      () => new Set([1]), () => new Date(0), () => /x/g, () => new Error('x'), () => new Uint8Array(9), () => new Blob(['x']), () => true,
      () => Number.MAX_VALUE, () => Array.from({ length: 99 }, () => ({ around })),
    ])();
  const badOptions = () =>
    pick([
      () => null, () => 'published', () => 7, () => [], () => ({ types: ['person'] }), () => ({ theme: around }), () => ({ published: 'x'.repeat(500) }),
      () => ({ maxBytes: NaN }), () => ({ maxBytes: 10n }), () => ({ lexicon: around }), () => ({ lexicon: { names: 'all' } }), () => ({ lexicon: { names: [around] } }),
      () => ({ corrections: around }), () => ({ corrections: 'patch' }), () => ({ corrections: new Map() , published: [] }), () => ({ locale: new Map() }), () => ({ mode: null }),
    ])();
  const whole = () => pick([null, undefined, '', 'news-mark', 7, [], around, deep, polluting, new Map(Object.entries(valid.init)), [valid.init], JSON.stringify(valid.init), new Blob(['x'])]);
  const mutate = () => {
    const type = pick(Object.keys(valid));
    const base = { ...valid[type] };
    const dice = random();
    if (dice < 0.12) return whole();
    if (dice < 0.24) return { ...base, ns: pick(['newsmark', 'NEWS-MARK', '', 'news-mark ', wrong()]) };
    if (dice < 0.36) return { ...base, v: pick([0, 2, '1', 1.5, [1], wrong()]) };
    if (dice < 0.48) return { ...base, id: pick(['', base.id.toUpperCase() + '0', base.id.slice(1), [base.id], long.slice(0, 65), wrong()]) };
    if (dice < 0.58) return { ...base, type: pick(['INIT', 'ready', 'resize', 'result', '__proto__', 'constructor', 'toString', wrong()]) };
    if (dice < 0.68) return { ...polluting, ...base, ...(Object.hasOwn(base, 'options') ? { options: badOptions() } : { id: 'x' }) };
    const fields = Object.keys(base).filter((name) => !['ns', 'v', 'id', 'type'].includes(name));
    const field = pick(fields.length > 0 ? fields : ['id']);
    if (field === 'options') return { ...base, options: badOptions() };
    if (random() < 0.004) return { ...base, [field]: long };
    return { ...base, [field]: wrong() };
  };
  for (let made = 0; made < count; made += 1) from(mutate(), to);
}
const FUZZ = `globalThis.fuzz = ${fuzz};`;

/** What a frame shows, with everything in it. */
const everything = () =>
  frames.inside().evaluate(() => {
    const mark = document.querySelector('news-mark');
    const { text, state, result, corrections } = mark;
    return { text, state, result: JSON.stringify(result), corrections: JSON.stringify(corrections), page: document.documentElement.outerHTML, inner: mark.shadowRoot.innerHTML, polluted: {}.polluted ?? null };
  });

/** Waits until all that was posted before has been read. */
const settled = async () => {
  await frames.post({ type: 'export', format: 'no such format' });
  await frames.posted('error', ({ code }) => code !== 'bad-message');
};

/** Resolves when names are read with all that can be known. */
async function rest() {
  await frames.answered();
  await frames.inside().waitForFunction(async () => {
    const { result } = document.querySelector('news-mark');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return result === document.querySelector('news-mark').result;
  });
}

const VALID = `(id) => ({
  init: { ns: 'news-mark', v: 1, id, type: 'init', text: 'Another text, said Piet Sandvik.', options: {} },
  select: { ns: 'news-mark', v: 1, id, type: 'select', annotation: 'm1' },
  export: { ns: 'news-mark', v: 1, id, type: 'export', format: 'md', title: 'x' },
})`;

/** Posts `count` malformed messages from the page around the frame. */
async function fuzzFrame(seed, count) {
  await frames.page.evaluate(FUZZ);
  await frames.page.evaluate(
    ([seed, count, valid]) =>
      fuzz({
        seed, count,
        valid: (0, eval)(valid)(posted.find(({ type }) => type === 'ready').id),
        from: (data, to) => to.postMessage(data, '*'),
        to: frames[0],
      }),
    [seed, count, VALID],
  );
}

test('from the page around the frame', async () => {
  await frames.open(frames.iframe(SANDBOX));
  await frames.init();
  await rest();
  const before = await everything();
  assert.equal(before.state, 'ready');
  const told = (await frames.page.evaluate(() => posted.length));
  await fuzzFrame(SEED, COUNT);
  await settled();
  assert.deepEqual(await everything(), before);
  const after = (await frames.page.evaluate(() => posted)).slice(told);
  const errors = after.filter(({ type }) => type === 'error');
  assert.ok(errors.filter(({ code }) => code === 'bad-message').length > COUNT / 10, `${errors.length} are told`);
  assert.deepEqual(after.filter(({ type }) => !['error', 'export'].includes(type)), []);
  // What is right is still heard.
  await frames.post({ type: 'init', text: 'Another text, said Piet Sandvik.' });
  await frames.posted('result', ({ result }) => result.text.length === 32);
});

test('before there is an article', async () => {
  await frames.open(frames.iframe(SANDBOX));
  await frames.posted('ready');
  // Right, but too early.
  await frames.post({ type: 'select', annotation: 'm1' });
  await frames.post({ type: 'export', format: 'md' });
  await fuzzFrame(SEED + 1, 300);
  assert.deepEqual([...new Set((await frames.page.evaluate(() => posted)).map(({ type }) => type))], ['ready']);
  await frames.init();
});

test('from windows that are not the page around the frame, even right ones', async () => {
  frames.cdn.pages['/other'] = html('other');
  frames.paper.pages['/popup'] = html('popup');
  await frames.open(`${frames.iframe(SANDBOX)}<iframe src="${frames.cdn.origin}/other" title="Other"></iframe>`);
  await frames.init();
  await rest();
  const before = await everything();
  const id = (await frames.posted('ready')).id;
  const other = frames.page.frames().find((each) => each.url().endsWith('/other'));
  const [popup] = await Promise.all([frames.opened.context.waitForEvent('page'), frames.page.evaluate((url) => void open(url), `${frames.paper.origin}/popup`)]);
  await popup.waitForURL(/popup$/);
  await other.evaluate(FUZZ);
  const told = await frames.page.evaluate(() => posted.length);
  for (const [window, to] of [[other, 'parent.frames[0]'], [popup, 'opener.frames[0]']]) {
    await window.evaluate(
      ([to, valid, id]) => {
        const target = (0, eval)(to);
        for (const message of Object.values((0, eval)(valid)(id))) target.postMessage(message, '*');
      },
      [to, VALID, id],
    );
  }
  await other.evaluate(
    ([seed, count, valid, id]) => fuzz({ seed, count, valid: (0, eval)(valid)(id), from: (data, to) => to.postMessage(data, '*'), to: parent.frames[0] }),
    [SEED + 2, 500, VALID, id],
  );
  // The frame itself is no page around it either.
  await frames.inside().evaluate((id) => postMessage({ ns: 'news-mark', v: 1, id, type: 'init', text: 'x' }, '*'), id);
  await frames.page.waitForTimeout(300);
  assert.deepEqual(await everything(), before);
  assert.deepEqual((await frames.page.evaluate(() => posted)).slice(told), [], 'nobody is told anything');
  await settled();
});

test('to the script of the page, from frames of all kinds', async () => {
  frames.cdn.pages['/liar'] = html('liar');
  await frames.open(`<article id="story">${paragraphs()}</article><iframe id="own" src="${frames.cdn.folder}embed.html" data-news-mark="#story" title="Own" ${SANDBOX}></iframe><iframe id="liar" src="${frames.cdn.origin}/liar" data-news-mark="#story" title="Liar"></iframe>${frames.script()}`);
  await frames.answered();
  await rest();
  const window = frames.page.frames().find((each) => each.url().endsWith('/liar'));
  const { id } = await frames.posted('ready');
  await frames.page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ['ready', 'resize', 'result', 'select', 'correction', 'export', 'error']) addEventListener(`nm-${name}`, ({ target }) => heard.push([target.id, name]));
  });
  const height = () => frames.page.evaluate(() => [...document.querySelectorAll('iframe')].map(({ style }) => style.cssText));
  const before = await height();
  await window.evaluate((own) => {
    const post = (fields) => parent.postMessage({ ns: 'news-mark', v: 1, id: own, ...fields }, '*');
    // As the other frame, and as itself without having said that it is ready.
    for (const id of [own, 'mine']) {
      post({ id, type: 'resize', height: 7 });
      post({ id, type: 'result', result: {}, ms: 1 });
      post({ id, type: 'error', code: 'x', message: 'y' });
    }
    post({ id: 'mine', type: 'ready' });
    const around = {};
    around.self = around;
    for (const height of [NaN, Infinity, -1, 1e9, '100', null, undefined, around, [7], 1n, { valueOf: 7 }]) post({ id: 'mine', type: 'resize', height });
    for (const result of [null, 'x', 7, undefined]) post({ id: 'mine', type: 'result', result, ms: 1 });
    for (const type of ['__proto__', 'constructor', 'hasOwnProperty', 'init', '', around, null]) post({ id: 'mine', type });
    for (const data of [null, 7, 'ready', around, new Map(), [{ ns: 'news-mark' }]]) parent.postMessage(data, '*');
    post({ id: 'mine', type: 'select', annotation: around, kind: 'x', top: 1 });
    post({ id: 'mine', type: 'export', format: 'x'.repeat(99), content: 'x' });
    post({ id: 'mine', type: 'export', format: 'x', content: around });
    post({ id: 'mine', type: 'error', code: 'x', message: 'x'.repeat(20_000) });
    post({ id: '', type: 'ready' });
    post({ id: 'mine', type: 'error', code: 'last', message: '' });
  }, id);
  await frames.page.waitForFunction(() => heard.length >= 2);
  assert.deepEqual(await frames.page.evaluate(() => heard), [['liar', 'ready'], ['liar', 'error']]);
  assert.deepEqual(await height(), before);
  await frames.page.evaluate(() => postMessage({ ns: 'news-mark', v: 1, id: 'x', type: 'ready' }, '*'));
});
