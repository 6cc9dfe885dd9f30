/** What a thread posts back for each outcome of the core. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTypeScript } from '../support/typescript.mjs';

const { answer } = await importTypeScript(new URL('../../www/answer.ts', import.meta.url));
const request = { id: 7, text: 'x', options: { unit: 'utf8' } };

test('a report carries the id of its request', () => {
  const annotate = (text, options) => ({ text, options });
  assert.deepEqual(answer(annotate, request), {
    id: 7,
    report: { text: 'x', options: { unit: 'utf8' } },
  });
});

test('an error with a code is an answer', () => {
  const annotate = () => {
    throw Object.assign(new Error('too long'), { code: 'too-long' });
  };
  assert.deepEqual(answer(annotate, request), {
    id: 7,
    error: { code: 'too-long', message: 'too long' },
  });
});

test('a trap is a crash, not an answer', () => {
  const annotate = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  assert.throws(() => answer(annotate, request), WebAssembly.RuntimeError);
});
