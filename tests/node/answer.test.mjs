/** What a thread posts back for each outcome of the core. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTypeScript } from '../support/typescript.mjs';

const { answer, answerInSteps, teach } = await importTypeScript(new URL('../../www/answer.ts', import.meta.url));
const request = { id: 7, text: 'x', options: { unit: 'utf8' } };

test('a report carries the id of its request', () => {
  const annotate = (text, options) => ({ text, options });
  assert.deepEqual(answer(annotate, request), {
    id: 7,
    json: '{"text":"x","options":{"unit":"utf8"}}',
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

/** A core that takes `steps` steps, and counts the tasks that others get meanwhile. */
function inSteps(steps, fail) {
  const seen = { begun: 0, steps: 0, others: 0 };
  const other = () => {
    seen.others += 1;
    seen.timer = setTimeout(other, 0);
  };
  return {
    seen,
    begin: () => {
      seen.begun += 1;
      other();
    },
    step: () => {
      seen.steps += 1;
      if (fail !== undefined) throw fail;
      if (seen.steps < steps) return undefined;
      clearTimeout(seen.timer);
      return { done: true };
    },
  };
}

test('in steps, other tasks of the thread get their turn', async () => {
  const core = inSteps(500);
  assert.deepEqual(await answerInSteps(core, request, () => true), { id: 7, json: '{"done":true}' });
  assert.equal(core.seen.steps, 500);
  assert.ok(core.seen.others > 1, `${core.seen.others} other tasks`);
});

test('an answer that is not wanted any more is not worked on', async () => {
  const core = inSteps(500);
  assert.equal(await answerInSteps(core, request, () => core.seen.steps < 3), undefined);
  clearTimeout(core.seen.timer);
  assert.equal(core.seen.steps, 3);
  assert.equal(await answerInSteps(core, request, () => false), undefined);
  assert.equal(core.seen.begun, 1);
});

test('in steps too, an error with a code is an answer and a trap a crash', async () => {
  const coded = Object.assign(new Error('bad'), { code: 'bad-date' });
  const refused = { ...inSteps(1), begin: () => { throw coded; } };
  const error = { code: 'bad-date', message: 'bad' };
  assert.deepEqual(await answerInSteps(refused, request, () => true), { id: 7, error });
  const trap = new WebAssembly.RuntimeError('unreachable');
  const trapped = { begin: () => {}, step: () => { throw trap; } };
  await assert.rejects(answerInSteps(trapped, request, () => true), trap);
});

test('what the core says of a lesson is an answer, and a trap a crash', () => {
  const lesson = { weights: new Uint8Array([1]), names: new Uint8Array([2]) };
  const given = [];
  assert.deepEqual(teach((...files) => given.push(files), lesson), { learnt: true });
  assert.deepEqual(given, [[lesson.weights, lesson.names]]);
  const fails = (error) => () => {
    throw error;
  };
  const refused = Object.assign(new Error('not the weights'), { code: 'bad-knowledge' });
  assert.deepEqual(teach(fails(refused), lesson), {
    learnt: false,
    error: { code: 'bad-knowledge', message: 'not the weights' },
  });
  const trap = new WebAssembly.RuntimeError('unreachable');
  assert.throws(() => teach(fails(trap), lesson), trap);
});
