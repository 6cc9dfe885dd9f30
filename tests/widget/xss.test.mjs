/** Markup as the words of an article in `<news-mark>` and in its frame: nothing of it runs, loads, navigates or asks. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts } from '../support/element.mjs';
import { SANDBOX, useFrames } from '../support/frames.mjs';
import { articleWith, everything, VECTORS, watched } from '../support/xss.mjs';

let site;
before(async () => (site = await hosts('xss')));
after(() => site.close());

/** Words that a correction may hold. */
const VALUES = VECTORS.filter((each) => !/[\0-\x1f]/.test(each) && each.length < 120);
const LOCAL = (url) => url.startsWith('http://127.0.0.1:');

/** In the page: an article of these words, corrected with such words, with every control opened and used. */
async function use([text, values]) {
  const mark = document.querySelector('news-mark');
  mark.text = text;
  await host.until(() => mark.state === 'ready' && /names/.test(mark.result.engine.data));
  let corrected = 0;
  for (const [n, value] of values.entries()) {
    const { quotes, entities } = mark.result;
    const request = n % 2 === 0 ? { op: 'setSpeaker', id: quotes[n % quotes.length].id, name: value } : { op: 'setValue', id: entities[n % entities.length].id, value };
    corrected += await mark.correct(request).then(() => 1, () => 0);
  }
  const { mentions, dates, quotes } = mark.result;
  for (const { id } of [...mentions.slice(0, 8), ...dates.slice(0, 2), ...quotes.slice(0, 8)]) {
    mark.select(id);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return corrected;
}

/** In the page: elements in the element's own tree that could only come of words, and addresses that are none of a page. */
const strange = () => {
  const roots = [document.querySelector('news-mark').shadowRoot];
  for (const root of roots) for (const each of root.querySelectorAll('*')) if (each.shadowRoot) roots.push(each.shadowRoot);
  return roots.flatMap((root) => [
    ...root.querySelectorAll(':is(script, iframe, object, embed, img, math, video, audio, base, meta, link, template, x-element, news-mark, svg a, svg image, svg use, [onerror], [onload], [onclick], [onfocus])'),
    ...[...root.querySelectorAll('a')].filter(({ protocol }) => !/^(https?|blob):$/.test(protocol)),
  ].map(({ outerHTML }) => outerHTML.slice(0, 200)));
};

for (const paint of ['marks', 'highlights']) {
  test(`xss: article, card, summary and review show words as words (${paint})`, async () => {
    const { page, context, troubles } = await site.open(`<news-mark paint="${paint}" mode="review"></news-mark>`);
    const seen = await watched(context, page, LOCAL);
    assert.ok((await page.evaluate(use, [everything(), VALUES.slice(0, 40)])) > 20);
    await page.getByRole('button', { name: 'Summary' }).click();
    await page.getByText('Odile Marsh').last().waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(strange), []);
    assert.deepEqual([await seen(), troubles], [[], []]);
    await context.close();
  });
}

test('xss: attributes, lexicon, corrections and locale full of markup are words, or refused', async () => {
  const { page, context, troubles } = await site.open('<news-mark></news-mark>');
  const seen = await watched(context, page, LOCAL);
  for (const vector of VECTORS.slice(0, 40)) {
    await page.evaluate(async ([vector, text]) => {
      const mark = document.createElement('news-mark');
      for (const name of ['for', 'published', 'types', 'layout', 'paint', 'mode', 'locale', 'lang', 'title', 'persist', 'boilerplate', 'max-bytes', 'name']) mark.setAttribute(name, vector);
      document.querySelector('news-mark').replaceWith(mark);
      for (const [name, value] of [['lexicon', { names: [{ text: vector, type: 'person' }], ignore: [vector] }], ['corrections', vector], ['published', vector]]) {
        try {
          mark[name] = value;
        } catch {
          // Refused.
        }
      }
      mark.removeAttribute('published');
      mark.removeAttribute('for');
      mark.text = text;
      await mark.annotate().catch(() => {});
    }, [vector, articleWith(vector)]);
    assert.deepEqual(await seen(), [], vector);
  }
  assert.deepEqual(await page.evaluate(strange), []);
  assert.deepEqual(troubles, []);
  await context.close();
});

const frames = useFrames();
test('xss: in a frame the same, with and without a sandbox', async () => {
  for (const sandbox of [SANDBOX, '']) {
    await frames.open(frames.iframe(sandbox));
    const seen = await watched(frames.opened.context, frames.page, LOCAL);
    await frames.init(everything(), { published: '2021-10-04', mode: 'review', title: VECTORS[0] });
    for (const vector of VECTORS.slice(0, 12)) await frames.post({ type: 'export', format: 'html', title: vector });
    await frames.posted('export');
    for (const annotation of ['m1', 'm5', 'q1', 'q7', VECTORS[0]]) await frames.post({ type: 'select', annotation });
    await frames.page.waitForTimeout(500);
    assert.deepEqual(await frames.inside().evaluate(strange), []);
    assert.deepEqual(await seen(), []);
    await frames.opened.context.unrouteAll();
  }
});
