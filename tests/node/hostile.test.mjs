/**
 * A megabyte of anything in the wasm module, as the page and the npm package have it: it takes a few times the time of
 * an article of that length, and what the report says lies in the text. Processor time, in one run.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { annotate, initSync, learn } from '../../www/pkg/core/core.js';
import { shapes, written } from '../support/hostile.mjs';
import { longArticle } from '../support/long.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LENGTH = 1_000_000;
const SHORT = 20_000;
/** How many times the time of an article, and how often something is measured before it is slow. */
const [TIMES, RUNS] = [5, 2];
/** What is tried here: the rest is by `tests/hostile.rs`, and was faster than these. */
const SLOW = /half|halves|NULs|Monday|President|a line|said said|joined/;

let core;
before(async () => {
  core = await readFile(`${root}www/pkg/core/core_bg.wasm`);
  initSync({ module: core });
  learn(await readFile(`${root}src/data/tagger.weights`), await readFile(`${root}src/data/names.more`));
});

/** Nanoseconds of the processor a byte, the best of so many runs. */
function pace(text, runs) {
  const read = () => {
    const start = process.cpuUsage();
    annotate(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  return Math.min(...Array.from({ length: runs }, read)) / Buffer.byteLength(text);
}

/** Every span in `value`, by the names that the report gives them. */
function* spans(value) {
  if (value === null || typeof value !== 'object') return;
  if (Number.isInteger(value.start) && Number.isInteger(value.end)) yield value;
  for (const inner of Object.values(value)) yield* spans(inner);
}

/** Whether `at` is between the halves of one character. */
const splits = (text, at) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** All that the report marks is in the text, none of it cuts a character, and sentences are in order. */
function sound(text, report) {
  assert.deepEqual(report.text, { unit: 'utf16', length: text.length });
  for (const { start, end } of spans(report)) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}..${end}`);
    assert.ok(!splits(text, start) && !splits(text, end), `${start}..${end} cuts a character`);
  }
  report.sentences.reduce((last, { start, end }) => {
    assert.ok(start >= last, 'sentences are in order');
    return end;
  }, 0);
}

test('a megabyte of anything takes no longer than five articles of that length', (t) => {
  const usual = pace(longArticle(LENGTH), RUNS);
  const slow = [];
  const tried = Object.entries(shapes).filter(([name]) => SLOW.test(name));
  assert.ok(tried.length >= 12, `${tried.length}`);
  for (const [name, parts] of tried) {
    const text = written(parts, LENGTH);
    let times = pace(text, 1) / usual;
    if (times > TIMES) times = Math.min(times, pace(text, RUNS) / usual);
    if (times > TIMES) slow.push(`${name}: ${times.toFixed(1)} times`);
    t.diagnostic(`${name}: ${times.toFixed(2)} times an article`);
  }
  assert.deepEqual(slow, []);
});

test('what is marked in anything lies in it', () => {
  for (const [name, parts] of Object.entries(shapes)) {
    const text = written(parts, SHORT);
    try {
      sound(text, annotate(text, { published: '2021-10-04' }));
    } catch (error) {
      error.message += ` (${name})`;
      throw error;
    }
  }
});

test('halves of characters between names leave the names where they are', () => {
  const text = '\ud83d “We open \udc00on Monday,\ud83d” said Mayor Odile Marsh\ud800 of Brest.\0 Marsh \0left.';
  const report = annotate(text, { published: '2021-10-04' });
  sound(text, report);
  const words = (list) => list.map(({ span }) => text.slice(span.start, span.end));
  assert.ok(words(report.mentions).includes('Odile Marsh'), String(words(report.mentions)));
  assert.deepEqual(words(report.dates), ['Monday']);
});

let newsmark;
let off;
before(async () => {
  const folder = `${root}target/element/hostile-node`;
  await promisify(execFile)(process.execPath, [`${root}node_modules/rolldown/bin/cli.mjs`, '-c', 'rolldown.config.ts', '--dir', folder], { cwd: root });
  newsmark = await import(`${folder}/node.js`);
  off = await import(`${folder}/off-node.js`);
});
let worker;
after(() => worker?.close());

test('the npm package gives the same reports, here and in its thread', async () => {
  worker = off.createWorker();
  const options = { published: '2021-10-04' };
  for (const [name, parts] of Object.entries(shapes)) {
    if (!/hal(f|ves)|NULs|controls|combining/.test(name)) continue;
    const text = written(parts, SHORT);
    const report = await newsmark.annotate(text, options);
    sound(text, report);
    assert.deepEqual(report, annotate(text, options), name);
    assert.deepEqual(await worker.annotate(text, options), report, name);
    const { files } = await newsmark.exportAs(text, report, 'json');
    assert.equal(JSON.parse(files[0].text).text.length, text.length, name);
  }
});
