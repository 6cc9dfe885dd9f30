/** What `<news-mark>` promises of the page around it (docs/promises.md). */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts } from '../support/element.mjs';
import { SHORT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('promises')));
after(() => site.close());

/** Runs before the page's first script: what every object and function of the language and the browser has. */
function builtIn() {
  const described = () => {
    const all = new Map();
    const describe = (name, object) => {
      for (const key of Reflect.ownKeys(object)) {
        const { value, get, set, writable, configurable, enumerable } = Reflect.getOwnPropertyDescriptor(object, key);
        all.set(`${name}.${String(key)}`, [typeof value === 'function' || typeof value === 'object' ? value : typeof value, get, set, writable, configurable, enumerable]);
      }
    };
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      // Constructors and name spaces: what changes by itself is neither.
      const value = /^[A-Z]/.test(name) ? globalThis[name] : undefined;
      if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) continue;
      describe(name, value);
      if (typeof value === 'function' && value.prototype) describe(`${name}.prototype`, value.prototype);
    }
    return all;
  };
  const before = described();
  Object.defineProperty(globalThis, 'changes', {
    value: () => {
      const now = described();
      const changed = [...before.keys()].filter((key) => !now.has(key) || now.get(key).some((part, index) => part !== before.get(key)[index]));
      return [...changed, ...[...now.keys()].filter((key) => !before.has(key))];
    },
  });
  Object.defineProperty(globalThis, 'described', { value: before.size });
}

test('promises: no global is added, no prototype is touched, and events carry no text but what the host gave', async () => {
  const { page, context, ready, troubles } = await site.open(`<h1>A page with a secret</h1><p id="secret">Quillamont pays.</p><article id="story">${SHORT}</article><news-mark for="#story" mode="review" layout="stacked"></news-mark>`, { init: `(${builtIn})();` });
  await ready();
  const found = await page.evaluate(async () => {
    const mark = document.querySelector('news-mark');
    await host.until(() => (host.in(mark, '[part=sidebar]').shadowRoot?.querySelectorAll('.row').length ?? 0) > 3);
    mark.select(mark.result.mentions[0].id);
    host.all(mark, '.actions button')[1].click();
    await host.until(() => mark.corrections.corrections.length === 1);
    await mark.export('md');
    const story = document.querySelector('#story').textContent;
    const told = host.events.map(({ name, detail }) => [name, JSON.stringify(detail) ?? '']);
    // Names are what the host asks for; sentences are nobody's but the article's.
    const sentences = mark.result.sentences.map(({ start, end }) => mark.text.slice(start, end)).filter((each) => each.length > 30);
    const globals = Object.getOwnPropertyNames(globalThis);
    const extra = globals.filter((name) => !host.before.globals.includes(name));
    return {
      extra, changed: changes(), described, sentences: sentences.length, names: [...new Set(told.map(([name]) => name))].sort(),
      telling: told.filter(([, detail]) => detail.includes('Quillamont') || sentences.some((each) => detail.includes(JSON.stringify(each).slice(1, -1))) || detail.includes(story.slice(20, 80))).map(([name]) => name),
      read: /Quillamont|secret/.test(mark.text + JSON.stringify(mark.result)),
    };
  });
  assert.ok(found.described > 5_000, `${found.described} properties are compared`);
  assert.ok(found.sentences >= 3);
  assert.deepEqual([found.extra, found.changed, found.telling, found.read], [[], [], [], false]);
  for (const name of ['ready', 'result', 'correction']) assert.ok(found.names.includes(name), String(found.names));
  assert.deepEqual(troubles, []);
  // A change would be seen.
  const seen = await page.evaluate(() => {
    Array.prototype.quill = () => {};
    return changes();
  });
  assert.deepEqual(seen, ['Array.prototype.quill']);
  await context.close();
});
