/** What the core learns from the files that the page loads later. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { annotate, begin, initSync, learn, step } from '../../www/pkg/core/core.js';
import { NAMES_ARTICLE, namesSeen } from '../support/names.mjs';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url));
const [weights, names] = await Promise.all([
  read('src/data/tagger.weights'),
  read('src/data/names.more'),
]);
initSync({ module: await read('www/pkg/core/core_bg.wasm') });

// In this order: what is learnt stays.
const byRules = annotate(NAMES_ARTICLE);

test('without the files the rules read names', () => {
  assert.doesNotMatch(byRules.engine.data, /names/);
  assert.ok(byRules.mentions.length > 0);
  assert.deepEqual(namesSeen(NAMES_ARTICLE, byRules), []);
});

test('bytes that are not the files are refused and change nothing', () => {
  const damaged = new Uint8Array(weights);
  damaged.fill(0xff, 0, 64);
  const none = new Uint8Array();
  for (const [what, lesson] of Object.entries({
    empty: [none, none],
    swapped: [names, weights],
    'only the weights': [weights, none],
    'only the names': [none, names],
    'cut off': [weights.subarray(0, weights.length - 1), names],
    'cut off names': [weights, names.subarray(0, 1000)],
    damaged: [damaged, names],
    text: [new TextEncoder().encode('<!doctype html>'), names],
  })) {
    assert.throws(
      () => learn(...lesson),
      (error) => error instanceof Error && error.code === 'bad-knowledge' && error.message.length > 10,
      what,
    );
  }
  assert.deepEqual(annotate(NAMES_ARTICLE), byRules);
});

test('with the files more names are found, whole and in steps', () => {
  begin(NAMES_ARTICLE);
  step();
  learn(weights, names);
  let old;
  while (old === undefined) old = step();
  assert.deepEqual(old, byRules, 'what was begun goes on with what was known');
  const report = annotate(NAMES_ARTICLE);
  assert.match(report.engine.data, /\+names$/);
  assert.ok(namesSeen(NAMES_ARTICLE, report).length > 0);
  begin(NAMES_ARTICLE);
  let inSteps;
  while (inSteps === undefined) inSteps = step();
  assert.deepEqual(inSteps, report);
  assert.throws(() => learn(names, names), { code: 'bad-knowledge' });
  assert.deepEqual(annotate(NAMES_ARTICLE), report, 'a bad file does not undo a good one');
});
