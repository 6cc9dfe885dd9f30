/**
 * How the page feels, in Chromium: `node benches/page.mjs [FOLDER]`, over a built site (dist/). Prints
 * a table in Markdown.
 */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from '../tests/support/chromium.mjs';
import { golden, longArticle } from '../tests/support/long.mjs';
import { ready } from '../tests/support/page.mjs';
import { serve } from '../tests/support/server.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = resolve(process.argv[2] ?? `${root}dist`);
const KEYS = 120;
const SCROLL = 3000;
/** On a slowed processor and a slow line the page takes its time. */
const PATIENCE_MS = 60_000;

const rows = [];
const row = (what, measured, wanted) => {
  rows.push(`| ${what} | ${measured} | ${wanted} |`);
  console.error(rows.at(-1));
};
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

let server = await serve(folder, { compress: 'br' });
const browser = await launch();

/**
 * In the page: writes `text` as soon as there is a field for it, and notes when that was and when the first mark
 * was there. What drives the browser would take its share of a slow processor if it wrote and looked itself.
 */
function writeAtOnce(text) {
  const times = (globalThis.times = {});
  const look = () => {
    const field = document.querySelector('textarea');
    if (times.edited === undefined && field !== null) {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      times.edited = Math.round(performance.now());
    }
    if (times.marked === undefined && document.querySelector('.backdrop .wash') !== null) {
      requestAnimationFrame(() => setTimeout(() => (times.marked = Math.round(performance.now()))));
    }
    if (times.desk === undefined && document.querySelector('.sidebar details') !== null) {
      times.desk = Math.round(performance.now());
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true });
}

async function written(page) {
  const times = await page.waitForFunction(
    () => globalThis.times?.marked !== undefined && globalThis.times,
    undefined,
    { polling: 1_000, timeout: 60_000 },
  );
  return times.jsonValue();
}

async function open(prepare = async () => {}) {
  const opened = await openPage(browser, {
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  await opened.page.addInitScript(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) globalThis.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await opened.context.newCDPSession(opened.page);
  await prepare(session, opened.page);
  await opened.page.goto(server.url);
  return { ...opened, session };
}

/** Pastes `text` and resolves with the milliseconds until the marks are painted. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.getByRole('textbox', { name: 'Article text' }).click();
  await page.evaluate(() => {
    globalThis.longTasks.length = 0;
    globalThis.painted = new Promise((resolve) => {
      addEventListener('paste', () => (globalThis.pasted = performance.now()), { once: true, capture: true });
      const observer = new MutationObserver(() => {
        if (document.querySelector('article .mark') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - globalThis.pasted)));
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => globalThis.painted);
}

const longest = (page) => page.evaluate(() => Math.max(0, ...globalThis.longTasks.map((task) => task.duration)));

/** Types in the middle of the text; the milliseconds from each key to the paint of the marks that follow. */
async function keystrokes(page) {
  await page.getByRole('button', { name: 'Edit the text' }).click();
  await page.evaluate(() => {
    const field = document.querySelector('.editor textarea');
    field.focus();
    const middle = field.value.indexOf('\n\n', field.value.length / 2) - 1;
    field.setSelectionRange(middle, middle);
    globalThis.keys = [];
    let pressed;
    field.addEventListener('beforeinput', () => (pressed = performance.now()), true);
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const start = pressed;
      pressed = undefined;
      requestAnimationFrame(() => setTimeout(() => globalThis.keys.push(performance.now() - start)));
    }).observe(document.querySelector('.backdrop'), { subtree: true, childList: true, characterData: true });
  });
  const words = 'then the mayor of Hamburg said on Tuesday that it was enough ';
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.type(words[key % words.length]);
    await page.waitForTimeout(90);
  }
  await page.waitForTimeout(500);
  const keys = (await page.evaluate(() => globalThis.keys)).sort((a, b) => a - b);
  return [quantile(keys, 0.5), quantile(keys, 0.95)].map(Math.round);
}

async function scroll(page) {
  return page.evaluate(async (time) => {
    const frames = [];
    const start = performance.now();
    await new Promise((resolve) => {
      const frame = (now) => {
        frames.push(now);
        scrollBy({ top: 60, behavior: 'instant' });
        if (now - start < time) requestAnimationFrame(frame);
        else resolve();
      };
      requestAnimationFrame(frame);
    });
    return Math.round((1000 * (frames.length - 1)) / (frames.at(-1) - frames[0]));
  }, SCROLL);
}

/** Corrects a mark by keys: its kind, back and forth. The median of the milliseconds until that is painted. */
async function corrections(page) {
  await page.locator('article .mark.person[tabindex]').nth(3).focus();
  const times = [];
  for (let n = 0; n < 12; n += 1) {
    times.push(
      await page.evaluate(async (key) => {
        const start = performance.now();
        const how = { key, bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', how));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - start;
      }, ['3', '1', 'y'][n % 3]),
    );
    // What is out of sight follows in the next frames.
    await page.waitForTimeout(400);
  }
  times.sort((a, b) => a - b);
  return Math.round(quantile(times, 0.5));
}

/** How fast the machine's memory is just now: what else uses it cannot be seen otherwise. */
async function yardstick(page) {
  return page.evaluate(() => {
    const bytes = new Uint8Array(3e8).fill(1);
    const start = performance.now();
    bytes.slice();
    return Math.round(performance.now() - start);
  });
}

{
  const { page, context } = await open();
  await ready(page, PATIENCE_MS);
  await paste(page, golden[0]);
  await page.getByRole('button', { name: 'New article' }).click();
  const text = longArticle(100_000);
  row('yardstick: copying 300 MB, which all times below go with', `${await yardstick(page)} ms`, '');
  row('100 kB: paste to painted', `${Math.round(await paste(page, text))} ms`, '500 ms');
  await page.waitForFunction(() => document.querySelector('article .ahead') === null, undefined, { timeout: 60_000 });
  const [median, late] = await keystrokes(page);
  row('100 kB: keystroke to marks, median', `${median} ms`, '');
  row('100 kB: keystroke to marks, 95th percentile', `${late} ms`, '50 ms');
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('article') !== null && document.querySelector('article .ahead') === null);
  row('100 kB: correction to painted, median', `${await corrections(page)} ms`, '50 ms');
  await context.close();
}
{
  const { page, context } = await open();
  await ready(page, PATIENCE_MS);
  row('1 MB: paste to painted', `${Math.round(await paste(page, longArticle(1_000_000)))} ms`, '5000 ms');
  await page.waitForFunction(() => document.querySelector('article .ahead') === null, undefined, { timeout: 60_000 });
  row('1 MB: longest task of the page', `${Math.round(await longest(page))} ms`, '200 ms');
  const marks = await page.locator('article .mark').count();
  row(`${marks} marks: scrolling`, `${await scroll(page)} frames a second`, '60');
  await context.close();
}
for (const [compress, what] of [['br', 'phone'], ['gzip', 'phone, gzip only']]) {
  await server.close();
  server = await serve(folder, { compress });
  // The server compresses a file when it is first asked for it.
  const files = await readdir(folder, { recursive: true });
  await Promise.all(files.map((file) => fetch(server.url + file).then((response) => response.arrayBuffer())));
  // A mid-range phone: 1.6 Mbit/s, 150 ms, a processor four times as slow.
  const slow = async (session, page) => {
    await page.addInitScript(writeAtOnce, golden[0]);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  };
  const { page, context } = await open(slow);
  const { edited, marked } = await written(page);
  row(`${what}: text can be edited`, `${edited} ms`, '2000 ms');
  row(`${what}: first marks`, `${marked} ms`, '4500 ms');
  await ready(page, PATIENCE_MS);
  row(`${what}: sidebar`, `${await page.evaluate(() => globalThis.times.desk)} ms`, '');
  row(`${what}: everything`, `${await page.evaluate(() => Math.round(performance.now()))} ms`, '8000 ms');
  await page.waitForTimeout(5_000);
  await page.goto(server.url);
  row(`${what}, again: first marks`, `${(await written(page)).marked} ms`, '1000 ms');
  await context.close();
}
await browser.close();
await server.close();
console.log(['| what | measured | wanted |', '| --- | ---: | ---: |', ...rows].join('\n'));
