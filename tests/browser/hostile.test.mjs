/** The slowest texts of `tests/hostile.rs`, pasted: the page stays one that can be used, and loses nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useDesk } from '../support/desk.mjs';
import { shapes, written } from '../support/hostile.mjs';
import { longArticle } from '../support/long.mjs';

const LENGTH = 1_000_000;
/** How many times the longest task of an article of that length, or as many milliseconds as are hardly felt. */
const [TIMES, FELT_MS] = [5, 200];
const SLOWEST = ['one letter a line', 'Monday Monday', 'halves the wrong way round'];

const desk = useDesk();

/** Pastes a text, waits until it is read and drawn, and returns the longest task meanwhile, in milliseconds. */
async function longest(text) {
  const { page } = desk;
  await page.evaluate(() => {
    globalThis.longTasks = [];
    globalThis.tasks ??= new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)));
    globalThis.tasks.observe({ type: 'longtask' });
  });
  await desk.field().click();
  // Halves of characters do not survive the clipboard of the system.
  await desk.field().evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.waitForFunction(() => document.querySelector('article') !== null && document.querySelector('article .ahead') === null, undefined, { timeout: 120_000 });
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...globalThis.longTasks));
}

test('the slowest of what nobody writes is pasted, read and edited, and nothing of it is lost', async (t) => {
  const { page } = desk;
  const clear = () => page.getByRole('button', { name: 'Clear', exact: true }).click();
  const usual = await longest(longArticle(LENGTH));
  await clear();
  t.diagnostic(`an article: ${Math.round(usual)} ms`);
  for (const name of SLOWEST) {
    const text = written(shapes[name], LENGTH);
    const task = await longest(text);
    t.diagnostic(`${name}: ${Math.round(task)} ms`);
    await page.getByRole('button', { name: 'Edit the text' }).click();
    const kept = await desk.field().inputValue();
    // What a text field makes of line breaks.
    assert.equal(kept.toWellFormed(), text.replace(/\r\n?/g, '\n').toWellFormed(), `${name} is all there`);
    await desk.field().focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('The mill. ');
    assert.ok((await desk.field().inputValue()).startsWith('The mill. '), `${name} can be edited`);
    assert.ok(task <= Math.max(FELT_MS, TIMES * usual), `${name}: a task of ${task} ms, and ${usual} ms for an article`);
    await desk.field().fill('');
  }
});
