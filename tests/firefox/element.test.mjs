/** `<news-mark>` in Firefox: what differs between browsers is how marks are drawn, what styles reach, and what is thrown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts, policy } from '../support/element.mjs';
import { launch, openPage } from '../support/firefox.mjs';
import { SHORT } from '../support/stories.mjs';

let site;
let browser;
before(async () => {
  [site, browser] = await Promise.all([hosts('firefox'), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const BODY = `<main><h1>A page</h1><news-mark id="marks" class="story" paint="marks" layout="stacked" mode="review">${SHORT}</news-mark>
<article id="story" class="story">${SHORT}</article><news-mark id="place" for="#story" paint="highlights"></news-mark></main>`;

for (const [name, csp] of [['a bare page', undefined], ['a strict page', (from) => policy(from, 'worker-src blob:')]]) {
  test(`element: on ${name} articles are marked, corrected and left as they were`, async () => {
    const { page, troubles } = await openPage(browser, site.add(BODY, { csp, isElsewhere: true }).url);
    await page.waitForFunction(
      () => [...document.querySelectorAll('news-mark')].every(({ state, result }) => state === 'ready' && /names/.test(result.engine.data)),
      { timeout: 20_000 },
    );
    const found = await page.evaluate(async () => {
      const [marks, place] = document.querySelectorAll('news-mark');
      const before = [marks.textContent, document.querySelector('#story').innerHTML];
      const tint = getComputedStyle(marks.querySelector('.nm-person')).backgroundColor;
      const paul = marks.result.entities.find(({ name }) => name === 'Paul Brennan').mentions[0];
      marks.select(paul);
      const card = marks.shadowRoot.querySelector('[part=card]').getAttribute('aria-label');
      const people = marks.result.entities.filter(({ type }) => type === 'person').length;
      await marks.correct({ op: 'retype', id: paul, type: 'organisation' });
      const edited = marks.matches(':state(edited)');
      const less = marks.result.entities.filter(({ type }) => type === 'person').length < people;
      const lights = globalThis.CSS.highlights?.size ?? 0;
      const summary = marks.shadowRoot.querySelector('[part=sidebar]');
      for (let tries = 0; tries < 200 && !summary.shadowRoot?.querySelector('.row'); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      const row = summary.shadowRoot.querySelector('.row').part.contains('row');
      for (const each of [marks, place]) each.remove();
      await Promise.resolve();
      return [tint, card, edited, less, lights > 0 || place.result.mentions.length > 0, row, marks.querySelectorAll('mark').length, marks.textContent === before[0], document.querySelector('#story').innerHTML === before[1], document.adoptedStyleSheets.length];
    });
    assert.deepEqual(found, ['rgb(230, 224, 255)', 'Person: Paul Brennan', true, true, true, true, 0, true, true, 0]);
    assert.deepEqual(troubles.filter((each) => !/Content.Security.Policy/i.test(each)), []);
    await page.close();
  });
}
