/** `<news-mark>` whose worker runs out of memory: it says so, the host's article stays as it is, and a smaller one is read. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hosts } from '../support/element.mjs';
import { posting } from '../support/little-memory.mjs';
import { SHORT, TEXT, long } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('crash')));
after(() => site.close());

/** Opens a page whose workers have so many pages of memory to spare. */
async function open(body, pages) {
  return site.open(body, { init: `${await posting(pages)} Object.defineProperty(globalThis, 'workersStarted', { enumerable: false });` });
}

test('crash: an article that is too much for the memory stays as it is, and a smaller one is marked', async () => {
  const { page, context, troubles } = await open(`<news-mark paint="marks" class="story">${long(300_000)}</news-mark>`, 160);
  await page.waitForFunction(() => document.querySelector('news-mark').state === 'error', undefined, { timeout: 30_000 });
  const [code, same, marks] = await page.evaluate(() => {
    const { detail } = host.events.find(({ name }) => name === 'error');
    return [detail.code, host.differences(host.before), document.querySelectorAll('mark').length];
  });
  assert.deepEqual([code, same, marks], ['crashed', [], 0]);
  await page.getByRole('alert').waitFor();
  await page.evaluate((short) => (document.querySelector('news-mark').innerHTML = short), SHORT);
  await page.waitForFunction(() => {
    const { state, result } = document.querySelector('news-mark');
    return state === 'ready' && /names/.test(result.engine.data);
  });
  assert.ok((await page.locator('news-mark mark').count()) > 0);
  assert.equal(await page.getByRole('alert').count(), 0);
  assert.equal(await page.evaluate(() => workersStarted), 2);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('crash: where memory is out for what is learnt, names are read by rules, and that is said', async () => {
  const { page, context, troubles } = await open(`<news-mark paint="marks">${SHORT}</news-mark>`, 40);
  await page.getByRole('alert').waitFor();
  const [state, codes] = await page.evaluate(() => [document.querySelector('news-mark').state, host.events.filter(({ name }) => name === 'error').map(({ detail }) => detail.code)]);
  assert.deepEqual([state, codes], ['ready', ['crashed']]);
  assert.ok((await page.locator('news-mark mark').count()) > 0);
  const text = await page.evaluate(async (text) => (await document.querySelector('news-mark').annotate(text)) && document.querySelector('news-mark').state, TEXT);
  assert.equal(text, 'ready');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('crash: after crashes in a row nothing is started any more, and every call says so', async () => {
  const { page, context, troubles } = await open(`<news-mark class="story">${SHORT}</news-mark>`, 0);
  await page.waitForFunction(() => document.querySelector('news-mark').state === 'error');
  const [codes, started, same] = await page.evaluate(async () => {
    const mark = document.querySelector('news-mark');
    const codes = [];
    for (let n = 0; n < 8; n += 1) codes.push(await mark.annotate().then(() => 'answered', ({ code }) => code));
    return [codes, workersStarted, host.differences(host.before)];
  });
  assert.deepEqual(codes, [...Array(4).fill('crashed'), ...Array(4).fill('unavailable')]);
  assert.deepEqual([started, same], [5, []]);
  assert.deepEqual(troubles, []);
  await context.close();
});
