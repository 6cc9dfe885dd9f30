/** The core's wasm module, asked again and again about a text that is being written. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { annotate, begin, initSync, learn, revise, step } from '../../www/pkg/core/core.js';

const read = (file) => readFile(new URL(`../../${file}`, import.meta.url));

initSync({ module: await read('www/pkg/core/core_bg.wasm') });

const ARTICLES = await Promise.all(
  ['business', 'sport', 'politics'].map(async (name) => (await read(`tests/golden/${name}.txt`)).toString()),
);
const OPTIONS = { published: '2021-10-04' };

/** Writes `typed` into `text` at `at`, a letter a request, and compares each report with a fresh one. */
function write(text, at, typed, options = OPTIONS) {
  for (let end = 1; end <= typed.length; end += 1) {
    const now = text.slice(0, at) + typed.slice(0, end) + text.slice(at);
    assert.deepEqual(revise(now, options), annotate(now, options), `after ${typed.slice(0, end)}`);
  }
}

test('a text that is being written gives the report of one that lies there finished', () => {
  const text = ARTICLES.join('\n\n');
  write(text, 0, 'Ferry 😀\n\n');
  write(text, text.indexOf('\n\n', 4000), ' Mayor Ida Brenn paid $3.5m in May.\n\n“No,” Brenn said.');
  write(text, text.length, ' é13/04/2021');
});

test('so it does with other options, after another text, and after a refusal', () => {
  for (const options of [{ unit: 'codepoint' }, { types: ['date'] }, { dateOrder: 'mdy' }, undefined]) {
    for (const text of ARTICLES) assert.deepEqual(revise(text, options), annotate(text, options));
  }
  assert.throws(() => revise(ARTICLES[0], { published: 'May' }), { code: 'bad-date' });
  assert.throws(() => revise(ARTICLES[0], { maxBytes: 3 }), { code: 'too-long' });
  assert.deepEqual(revise(ARTICLES[0], OPTIONS), annotate(ARTICLES[0], OPTIONS));
  assert.equal(revise('').text.length, 0);
});

test('an analysis in steps is not disturbed', () => {
  begin(ARTICLES[1], OPTIONS);
  step();
  revise(ARTICLES[0], OPTIONS);
  let report;
  while (report === undefined) report = step();
  assert.deepEqual(report, annotate(ARTICLES[1], OPTIONS));
});

test('what is learnt counts from then on, for paragraphs read before too', async () => {
  const [before] = ARTICLES.map((text) => revise(text, OPTIONS));
  revise(ARTICLES[0], OPTIONS);
  learn(await read('src/data/tagger.weights'), await read('src/data/names.more'));
  const after = revise(ARTICLES[0], OPTIONS);
  assert.notDeepEqual(after, before);
  assert.deepEqual(after, annotate(ARTICLES[0], OPTIONS));
  write(ARTICLES.join('\n\n'), 2000, 'Tom Ashby of Hull & Sons left. ');
});
