/** The core's wasm module as JavaScript calls it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { annotate, begin, initSync, step } from '../../www/pkg/core/core.js';

initSync({
  module: await readFile(new URL('../../www/pkg/core/core_bg.wasm', import.meta.url)),
});

const TEXT =
  'Mill shuts after 90 years\n\n“We wept 😀,” said Odile Marsh on 4 October 2021. ' +
  'The mill paid $3.5 million in wages to 120 people.\n';

/** Every span in `value`, by the names that the report gives them. */
function spans(value, found = []) {
  if (Array.isArray(value)) value.forEach((item) => spans(item, found));
  else if (value !== null && typeof value === 'object') {
    if (Number.isInteger(value.start) && Number.isInteger(value.end)) found.push(value);
    Object.values(value).forEach((item) => spans(item, found));
  }
  return found;
}

test('the report is plain data that can be posted and written as JSON', () => {
  const report = annotate(TEXT);
  assert.deepEqual(structuredClone(report), report);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.match(report.schema, /newsmark/);
});

test('spans count UTF-16 code units, or what the options say', () => {
  const lengths = { utf16: TEXT.length, utf8: Buffer.byteLength(TEXT), codepoint: [...TEXT].length };
  assert.deepEqual(annotate(TEXT).text, { unit: 'utf16', length: TEXT.length });
  for (const [unit, length] of Object.entries(lengths)) {
    const report = annotate(TEXT, { unit });
    assert.deepEqual(report.text, { unit, length });
    assert.ok(report.blocks.length >= 2, 'a headline and a paragraph');
    for (const { start, end } of spans(report)) assert.ok(start <= end && end <= length, unit);
  }
});

test('the three units mark the same words', () => {
  const bytes = Buffer.from(TEXT);
  const points = [...TEXT];
  const words = {
    utf16: ({ start, end }) => TEXT.slice(start, end),
    utf8: ({ start, end }) => bytes.subarray(start, end).toString(),
    codepoint: ({ start, end }) => points.slice(start, end).join(''),
  };
  const [utf16, utf8, codepoint] = Object.entries(words).map(([unit, of]) =>
    spans(annotate(TEXT, { unit })).map(of),
  );
  assert.ok(utf16.length > 3);
  assert.deepEqual(utf8, utf16);
  assert.deepEqual(codepoint, utf16);
});

for (const [what, text, options, code] of [
  ['an option that is not known', 'x', { publishd: '2021-10-04' }, 'bad-option'],
  ['an option of the wrong form', 'x', { types: 'date' }, 'bad-option'],
  ['a type that is not known', 'x', { types: ['planet'] }, 'bad-option'],
  ['options that are no object', 'x', 'dates', 'bad-option'],
  ['a date that is none', 'x', { published: '2021-02-30' }, 'bad-date'],
  ['a text above the limit', 'xxxx', { maxBytes: 3 }, 'too-long'],
]) {
  test(`${what} throws an Error with the code ${code}`, () => {
    assert.throws(
      () => annotate(text, options),
      (error) => error instanceof Error && error.code === code && error.message.length > 10,
    );
  });
}

test('options may be left out, null, or hold undefined', () => {
  const report = annotate(TEXT);
  assert.deepEqual(annotate(TEXT, null), report);
  assert.deepEqual(annotate(TEXT, { published: undefined }), report);
});

test('half a surrogate pair and an empty text are texts too', () => {
  assert.equal(annotate('').text.length, 0);
  assert.equal(annotate('a \ud83d b').text.length, 5);
});

/** Steps until the report comes; it and how many they were. */
function finish() {
  for (let steps = 1; ; steps += 1) {
    const report = step();
    if (report !== undefined) return { report, steps };
  }
}

test('the report comes in steps, the same', () => {
  begin(TEXT, { unit: 'codepoint' });
  const { report, steps } = finish();
  assert.deepEqual(report, annotate(TEXT, { unit: 'codepoint' }));
  assert.ok(steps >= 8, `${steps} steps`);
  assert.throws(step, { code: 'not-begun' });
});

test('what was begun last is what comes, and a call in between changes nothing', () => {
  begin('One fell on 4 October 2021.');
  step();
  begin(TEXT);
  step();
  const whole = annotate(TEXT);
  assert.deepEqual(finish().report, whole);
});

test('a request that cannot begin ends the one before', () => {
  begin(TEXT);
  assert.throws(() => begin(TEXT, { published: 'May' }), { code: 'bad-date' });
  assert.throws(step, { code: 'not-begun' });
});
