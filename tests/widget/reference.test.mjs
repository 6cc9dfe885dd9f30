/** `docs/book/element.json`, from which the reference of the docs is made, says what the built element has. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

/** Members that every element of a form has. */
const OF_FORMS = ['form', 'labels', 'validity'];
/** Attributes of the page that the element only looks at. */
const OF_PAGES = ['lang'];

let browser;
let server;
let page;
let reference;
before(async () => {
  reference = JSON.parse(await readFile(new URL('../../docs/book/element.json', import.meta.url), 'utf8'));
  server = await serve(dist);
  browser = await launch();
  ({ page } = await openPage(browser));
  await page.goto(`${server.url}plain`);
  await page.evaluate(() => import('/any/where/news-mark/latest/news-mark.js'));
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const names = (part) => reference[part].map(({ name }) => name);
const property = (name) => (name === 'for' ? 'htmlFor' : name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()));

test('reference: the attributes are those that the element observes, with their values and defaults', async () => {
  const observed = await page.evaluate(() => customElements.get('news-mark').observedAttributes);
  assert.deepEqual(observed.filter((name) => !OF_PAGES.includes(name)).sort(), names('attributes').sort());
  for (const { name, values, default: usual } of reference.attributes) {
    // `dir` is every element's.
    if (!Array.isArray(values) || name === 'dir') continue;
    const read = await page.evaluate(
      ([name, property, values]) => {
        const element = document.createElement('news-mark');
        return [undefined, 'nonsense', ...values].map((value) => {
          if (value !== undefined) element.setAttribute(name, value);
          return element[property];
        });
      },
      [name, property(name), values],
    );
    assert.deepEqual(read, [usual, usual, ...values], name);
  }
  const plain = await page.evaluate(() => {
    const { types, maxBytes, readonly, disabled, published, htmlFor } = document.createElement('news-mark');
    return { types, 'max-bytes': String(maxBytes), readonly, disabled, published, for: htmlFor };
  });
  for (const [name, value] of Object.entries(plain)) {
    const { default: usual } = reference.attributes.find((attribute) => attribute.name === name);
    assert.equal(value || '', usual, name);
  }
});

test('reference: properties and methods are those of the element', async () => {
  const members = await page.evaluate(() =>
    Object.entries(Object.getOwnPropertyDescriptors(customElements.get('news-mark').prototype)).map(
      ([name, { value, set }]) => ({ name, isMethod: typeof value === 'function', isReadOnly: value === undefined && set === undefined }),
    ));
  const reflected = [...names('attributes').map(property), 'readOnly'];
  const own = members.filter(({ name }) => !/Callback$|^constructor$/.test(name) && !OF_FORMS.includes(name));
  const methods = own.filter(({ isMethod }) => isMethod).map(({ name }) => name);
  assert.deepEqual(methods.sort(), names('methods').sort());
  const properties = own.filter(({ name, isMethod }) => !isMethod && (!reflected.includes(name) || name === 'published'));
  assert.deepEqual(properties.map(({ name }) => name).sort(), names('properties').sort());
  for (const { name, isReadOnly } of properties) {
    assert.equal(isReadOnly, reference.properties.find((each) => each.name === name).readonly, name);
  }
  for (const { name, signature } of reference.methods) assert.ok(signature.startsWith(`${name}(`), name);
});

test('reference: slots, parts, states and events of an element with an article are listed', async () => {
  const found = await page.evaluate(async () => {
    const element = document.createElement('news-mark');
    element.setAttribute('input', 'full');
    element.setAttribute('mode', 'review');
    element.setAttribute('layout', 'article');
    element.text = 'Mill to turn again\n\n“We are glad,” said Mayor Odile Marsh in Larkhaven on 4 October 2021.';
    const events = [];
    for (const name of ['ready', 'progress', 'result', 'error', 'resize']) {
      element.addEventListener(`nm-${name}`, ({ type, detail, cancelable }) => events.push({ type, fields: Object.keys(detail), cancelable }));
    }
    document.body.append(element);
    await new Promise((resolve) => element.addEventListener('nm-result', resolve, { once: true }));
    const all = [...element.shadowRoot.querySelectorAll('*')];
    return {
      events,
      slots: all.filter(({ localName }) => localName === 'slot').map(({ name }) => name || 'default'),
      parts: all.flatMap((each) => [...each.part]),
    };
  });
  assert.ok(found.events.length > 0 && found.parts.length > 5 && found.slots.includes('default'));
  for (const slot of found.slots) assert.ok(names('slots').includes(slot), `slot ${slot}`);
  for (const part of new Set(found.parts)) {
    // What is for the element's own styles begins so.
    if (!/^kind-/.test(part)) assert.ok(names('parts').includes(part), `part ${part}`);
  }
  for (const { type, fields, cancelable } of found.events) {
    const event = reference.events.find(({ name }) => name === type);
    assert.equal(cancelable, event.cancelable, type);
    const listed = event.detail.match(/\w+/g) ?? [];
    for (const field of fields) assert.ok(listed.includes(field), `${type}: ${field}`);
  }
});
