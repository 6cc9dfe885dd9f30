/** `<news-mark>` on pages of hosts: plain ones, hostile ones, long ones, and from another server. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts, policy } from '../support/element.mjs';
import { long, SHORT, TEXT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('hosts')));
after(() => site.close());

/** Two that hold their article, one that is given one, and one for an article elsewhere on the page. */
const FOUR = `<main><news-mark id="marks" class="story" paint="marks">${SHORT}</news-mark>
<news-mark id="lights" class="story" paint="highlights">${SHORT}</news-mark>
<news-mark id="given" layout="article"></news-mark>
<article id="story" class="story">${SHORT}</article><news-mark id="place" for="#story"></news-mark></main>`;

const FREEZE = () => {
  for (const name of ['Object', 'Array', 'Map', 'Set', 'WeakMap', 'String', 'RegExp', 'Promise', 'Function', 'Error', 'EventTarget', 'Node', 'Element', 'HTMLElement', 'Text', 'CharacterData', 'Document', 'DocumentFragment', 'ShadowRoot', 'Range', 'Highlight', 'HighlightRegistry', 'CSSStyleSheet', 'Event', 'CustomEvent', 'ElementInternals']) {
    Object.freeze(globalThis[name].prototype);
    Object.freeze(globalThis[name]);
  }
};
const TAKEN_BACK = `<link rel="stylesheet" href="data:text/css,${encodeURIComponent('* { all: revert !important; display: flex !important; font: 40px cursive !important; letter-spacing: 9px !important; text-transform: uppercase !important }')}">`;
const TRUSTED = "require-trusted-types-for 'script'";

const PAGES = [
  ['a bare page', FOUR, {}],
  ['a page with frozen prototypes and styles for all elements', FOUR, { init: FREEZE, head: TAKEN_BACK, csp: (from) => policy(from, 'style-src data:', 'worker-src blob:', TRUSTED, 'trusted-types newsmark') }],
  ['a page without a policy for trusted addresses', FOUR, { init: FREEZE, csp: (from) => policy(from, 'worker-src blob:', TRUSTED, "trusted-types 'none'") }],
  ['a page that wants trusted addresses and names nobody', FOUR, { csp: (from) => policy(from, 'worker-src blob:', TRUSTED) }],
  ['a page without workers', FOUR, { csp: (from) => policy(from, "worker-src 'none'") }],
  ['a page of another origin', FOUR, { isElsewhere: true }],
  ['a page of another origin with a policy', FOUR, { isElsewhere: true, csp: (from) => policy(from, 'worker-src blob:', TRUSTED, 'trusted-types newsmark') }],
  ['a long article', `<main><news-mark id="marks" class="story" paint="marks">${long()}</news-mark><article id="story" class="story">${long()}</article><news-mark id="place" for="#story"></news-mark></main>`, {}],
];

for (const [name, body, options] of PAGES) {
  test(`hosts: ${name} is marked, and is as it was when the elements are gone`, async () => {
    const { page, context, ready, asked, troubles } = await site.open(body, options);
    await page.evaluate((text) => {
      const given = document.querySelector('#given');
      if (given) given.text = text;
    }, TEXT);
    await ready();
    const found = await page.evaluate(async () => {
      const all = [...document.querySelectorAll('news-mark')];
      const people = all.map(({ result }) => result.entities.filter(({ type }) => type === 'person').map(({ name }) => name).slice(0, 2));
      const lights = CSS.highlights.size > 0;
      for (const each of all) each.select(each.result.mentions[0].id);
      const controls = all.map((each) => getComputedStyle(host.in(each, 'button')).fontSize);
      for (const each of all) each.remove();
      await Promise.resolve();
      return { people, lights, controls, left: host.differences(host.before, all) };
    });
    assert.deepEqual(found.left, []);
    // Where a page lays out bold words as boxes, they are words by themselves.
    const names = options.head === TAKEN_BACK ? /^Odile/ : /^Odile Marchand$/;
    for (const [first] of found.people) assert.match(first, names);
    assert.ok(found.lights);
    assert.equal(new Set(found.controls).size, 1);
    assert.ok(found.controls[0] < '20px', found.controls[0]);
    for (const file of ['core_bg.wasm', 'names.bin', 'weights.bin', 'news-mark.js']) {
      assert.equal(asked.filter((each) => each === file).length, 1, `${file} is asked for once`);
    }
    assert.ok(!asked.some((each) => /^(aside|edit)/.test(each)), 'nothing that nobody wants');
    assert.deepEqual(troubles, []);
    await context.close();
  });
}

test('hosts: summary, card, corrections and exports work on a hostile page, and go with the element', async () => {
  const csp = (from) => policy(from, 'style-src data:', 'worker-src blob:', TRUSTED, 'trusted-types newsmark');
  const { page, context, ready, asked, troubles } = await site.open(FOUR, { init: FREEZE, head: TAKEN_BACK, csp });
  await page.evaluate((text) => (document.querySelector('#given').text = text), TEXT);
  await ready();
  const found = await page.evaluate(async () => {
    const all = [...document.querySelectorAll('news-mark')];
    for (const each of all) Object.assign(each, { layout: 'stacked', mode: 'review' });
    const rows = (each) => host.in(each, '[part=sidebar]').shadowRoot?.querySelectorAll('.row').length ?? 0;
    await host.until(() => all.every((each) => rows(each) > 3));
    const counts = [];
    for (const each of all) {
      const { length } = each.result.mentions;
      each.select('m1');
      host.all(each, '.actions button')[1].click();
      await host.until(() => each.result.mentions.length < length);
      counts.push([(await each.export('html')).includes('Paul Brennan'), each.corrections.corrections.length, await each.undo()]);
    }
    for (const each of all) {
      each.remove();
      each.removeAttribute('mode');
      each.removeAttribute('layout');
    }
    // The one that had a layout has it again.
    all[2].setAttribute('layout', 'article');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { counts, left: host.differences(host.before, all) };
  });
  assert.deepEqual(found, { counts: Array(4).fill([true, 1, true]), left: [] });
  for (const file of ['aside_bg.wasm', 'edit_bg.wasm', 'core_bg.wasm']) assert.equal(asked.filter((each) => each === file).length, 1, file);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('hosts: the one policy for trusted addresses is ours by name, and passes addresses of our own Blobs only', async () => {
  const init = () => {
    const { trustedTypes } = globalThis;
    const create = trustedTypes.createPolicy.bind(trustedTypes);
    const made = [];
    Object.defineProperty(globalThis, 'made', { value: made });
    trustedTypes.createPolicy = (name, rules) => {
      const created = create(name, rules);
      made.push({ name, rules: Object.keys(rules), created });
      return created;
    };
  };
  const { page, context, ready } = await site.open(FOUR, { init, csp: (from) => policy(from, 'worker-src blob:', TRUSTED, 'trusted-types newsmark') });
  await page.evaluate((text) => (document.querySelector('#given').text = text), TEXT);
  await ready();
  const found = await page.evaluate(() => globalThis.made.map(({ name, rules, created }) => {
    const passes = (url) => {
      try {
        return String(created.createScriptURL(url)) === url;
      } catch {
        return false;
      }
    };
    return [name, rules, passes('blob:x'), passes('https://example.org/a.js'), passes('data:text/javascript,1'), passes('//blob:x')];
  }));
  assert.deepEqual(found, [['newsmark', ['createScriptURL'], true, false, false, false]]);
  assert.equal(page.workers().length, 1, 'it works in a worker');
  await context.close();
});

test('hosts: an element twice loaded is defined once', async () => {
  const { page, context, ready, troubles } = await site.open(`<news-mark>${SHORT}</news-mark>`);
  await ready();
  const same = await page.evaluate(async () => {
    const [own] = document.querySelectorAll('script[src]');
    const before = customElements.get('news-mark');
    const again = await import(`${own.src}?again`);
    return [customElements.get('news-mark') === before, again.version === document.querySelector('news-mark').version];
  });
  assert.deepEqual(same, [true, true]);
  assert.deepEqual(troubles, []);
  await context.close();
});
