/** The slowest texts of `tests/hostile.rs`, pasted: the page stays one that can be used, and loses nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useDesk } from '../support/desk.mjs';
import { shapes, written } from '../support/hostile.mjs';
import { longArticle } from '../support/long.mjs';

/** A fifth of a megabyte: a field of more lines holds Chromium up for seconds, whatever a page does. */
const LENGTH = 200_000;
/** How many times the longest task of an article of that length, or as many milliseconds as are hardly felt. */
const [TIMES, FELT_MS] = [5, 200];
const SLOWEST = ['one letter a line', 'Monday Monday', 'halves the wrong way round'];

const desk = useDesk();

/** Pastes a text, waits until it is read and begins to be drawn, and returns the longest task meanwhile, in milliseconds. */
async function longest(text) {
  const { page } = desk;
  await desk.field().click();
  // What went before is over, and has been told.
  await page.waitForTimeout(500);
  // Halves of characters do not survive the clipboard of the system.
  await desk.field().evaluate((element, text) => {
    globalThis.longTasks = [];
    const start = performance.now();
    globalThis.observed?.disconnect();
    globalThis.observed = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= start) globalThis.longTasks.push(duration);
    });
    globalThis.observed.observe({ type: 'longtask' });
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    setTimeout(() => element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })));
  }, text);
  await page.locator('article').waitFor();
  await page.locator('.messages .quiet').waitFor({ state: 'detached', timeout: 120_000 });
  // Part by part, of which a text of so many lines has thousands.
  await page.waitForTimeout(2_000);
  return page.evaluate(() => Math.max(0, ...globalThis.longTasks));
}

test('the slowest of what nobody writes is pasted, read and edited, and nothing of it is lost', async (t) => {
  const { page } = desk;
  const usual = await longest(longArticle(LENGTH));
  await desk.marks().nth(1_000).waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  t.diagnostic(`an article: ${Math.round(usual)} ms`);
  for (const name of SLOWEST) {
    const text = written(shapes[name], LENGTH);
    let task = await longest(text);
    if (task > Math.max(FELT_MS, TIMES * usual)) {
      // Another program may have had the processor: what is slow is slow again.
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      task = Math.min(task, await longest(text));
    }
    t.diagnostic(`${name}: ${Math.round(task)} ms`);
    assert.ok(task <= Math.max(FELT_MS, TIMES * usual), `${name}: a task of ${task} ms, and ${usual} ms for an article`);
    await page.getByRole('button', { name: 'Edit the text' }).click();
    assert.equal((await desk.field().inputValue()).toWellFormed(), text.toWellFormed(), `${name} is all there`);
    await desk.field().focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Yes. ', { delay: 20 });
    assert.ok((await desk.field().inputValue()).startsWith('Yes. '), `${name} can be edited`);
    await desk.field().fill('');
  }
});
