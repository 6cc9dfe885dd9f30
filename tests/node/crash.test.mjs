/** Threads that break: at each message that they are posted, again and again, and by posting what is no message. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { build } from '../support/element.mjs';
import { coreWith } from '../support/little-memory.mjs';
import { longArticle } from '../support/long.mjs';
import { importTypeScript } from '../support/typescript.mjs';

const { Engine, MAX_CRASHES } = await importTypeScript(new URL('../../www/engine.ts', import.meta.url));
const LESSON = { weights: new Uint8Array([1]), names: new Uint8Array([2]) };
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The kind of what is posted to a thread. */
const kind = (posted) => ('weights' in posted ? 'lesson' : 'request');

/**
 * A way to make threads that do what they are asked, but for what `breaks(posted, thread)` says: it returns a reason to
 * crash with, or `{ post }` with what to post instead of an answer.
 */
function threads(breaks) {
  const made = [];
  const way = (listener) => {
    const thread = { number: made.length, posted: [], isStopped: false };
    made.push(thread);
    queueMicrotask(() => listener.message({ up: true }));
    const take = (message) => {
      thread.posted.push(message);
      const how = breaks(message, thread);
      queueMicrotask(() => {
        if (typeof how === 'string') listener.failed(how);
        else if (how !== undefined) listener.message(how.post(message));
        else listener.message('weights' in message ? { learnt: true } : { id: message.id, json: message.text });
      });
    };
    return { post: take, teach: take, stop: () => (thread.isStopped = true) };
  };
  return { made, way };
}

for (const breaks of ['lesson', 'request']) {
  test(`a thread that crashes on the first ${breaks} is replaced, and the next text is answered`, async () => {
    const { made, way } = threads((posted, { number }) => (number === 0 && kind(posted) === breaks ? 'trap' : undefined));
    const engine = new Engine([way]);
    const outcomes = await Promise.allSettled([engine.learn(LESSON), engine.annotate('one', {}), engine.annotate('two', {})]);
    const codes = outcomes.map(({ value, reason }) => reason?.code ?? value);
    // What the thread had in hand fails, what waited does not.
    assert.deepEqual(codes, breaks === 'lesson' ? ['crashed', 'crashed', 'two'] : [undefined, 'crashed', 'two']);
    assert.deepEqual(made.map(({ isStopped }) => isStopped), [true, false]);
    // A lesson that a thread fell over is forgotten, another is taught again.
    assert.deepEqual(made[1].posted.map(kind), breaks === 'lesson' ? ['request'] : ['lesson', 'request']);
  });
}

test('after crashes in a row no thread is made any more, and every call says so', async () => {
  const { made, way } = threads((posted) => (kind(posted) === 'request' ? 'trap' : undefined));
  const engine = new Engine([way]);
  await engine.learn(LESSON);
  const calls = Array.from({ length: MAX_CRASHES + 2 }, (_, n) => engine.annotate(`text ${n}`, {}));
  const outcomes = (await Promise.allSettled(calls)).map(({ reason }) => reason);
  assert.deepEqual(outcomes.map(({ code }) => code), [...Array(MAX_CRASHES).fill('crashed'), 'unavailable', 'unavailable']);
  assert.match(outcomes.at(-1).message, /stopped 5 times in a row; last: trap/);
  await assert.rejects(engine.annotate('later', {}), { code: 'unavailable', message: /in a row/ });
  await assert.rejects(engine.learn(LESSON), { code: 'unavailable', message: /in a row/ });
  assert.equal(made.length, MAX_CRASHES);
  assert.ok(made.every(({ isStopped }) => isStopped), 'none is left running');
});

test('an answer in between, or a refusal, begins the count anew', async () => {
  const { made, way } = threads(({ id, text }) =>
    text === 'crash' ? 'trap' : text === 'refuse' ? { post: () => ({ id, error: { code: 'too-long', message: 'long' } }) } : undefined);
  const engine = new Engine([way]);
  for (let round = 0; round < 3; round += 1) {
    for (let n = 1; n < MAX_CRASHES; n += 1) await assert.rejects(engine.annotate('crash', {}), { code: 'crashed' });
    if (round === 1) await assert.rejects(engine.annotate('refuse', {}), { code: 'too-long' });
    else assert.equal(await engine.annotate('well', {}), 'well');
  }
  assert.equal(made.length, 3 * (MAX_CRASHES - 1) + 1);
});

const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
const RUBBISH = [
  null, undefined, 0, NaN, 7n, true, '', 'up', [], {}, deep, new Map([['up', true]]), Symbol.iterator, () => {},
  { up: false }, { up: 1 }, { learnt: 1 }, { learnt: false }, { learnt: false, error: 7 }, { id: 1 }, { id: '1', json: '{}' },
  { id: 1, json: 7 }, { id: 1, json: { a: 1 } }, { id: 1, error: null }, { id: 1, error: { code: 7, message: 'x' } },
  { id: 1, error: { code: 'x' } }, { json: '{}' }, JSON.parse('{"__proto__": {"up": true, "id": 1, "json": "{}"}}'),
];

test('a thread that posts what is no message is replaced; nothing throws, and no call hangs', async () => {
  for (const [n, rubbish] of RUBBISH.entries()) {
    const { made, way } = threads((posted, { number }) => (number === 0 ? { post: () => rubbish } : undefined));
    const engine = new Engine([way]);
    await assert.rejects(engine.annotate('one', {}), { code: 'crashed', message: /no message/ }, `rubbish ${n}`);
    assert.equal(await engine.annotate('two', {}), 'two');
    assert.equal(made[0].isStopped, true);
  }
});

test('messages that are sound and come to the wrong time or call change nothing', async () => {
  let listener;
  const engine = new Engine([(given) => {
    listener = given;
    queueMicrotask(() => listener.message({ up: true }));
    return { post: () => {}, teach: () => {}, stop: () => {} };
  }]);
  const call = engine.annotate('one', {});
  await turn();
  const error = { code: 'x', message: 'y' };
  for (const message of [
    { learnt: true }, { learnt: false, error }, { up: true }, { id: 0, json: 'wrong' }, { id: 2, json: 'wrong' }, { id: -1, error },
    { id: NaN, json: 'wrong' }, { id: 1e300, json: 'x'.repeat(1 << 22) },
  ]) listener.message(message);
  listener.message({ id: 1, json: 'right' });
  listener.message({ id: 1, json: 'twice' });
  assert.equal(await call, 'right');
});

/** The worker's script as a thread has it, around the real core. */
let off;
before(async () => {
  const folder = await build('crash-node');
  off = await import(`${folder}/off-node.js`);
});
const open = [];
after(() => open.forEach((worker) => worker.close()));
async function workerWith(pages, sources = {}) {
  const worker = off.createWorker({ core: await WebAssembly.compile(await coreWith(pages)), ...sources });
  open.push(worker);
  return worker;
}

test('a worker that runs out of memory says so; a new one, taught again, answers a smaller text', async () => {
  const worker = await workerWith(160);
  const small = 'Mayor Odile Marsh opened the pier on Monday.';
  const first = await worker.annotate(small);
  for (let round = 0; round < 2; round += 1) {
    await assert.rejects(worker.annotate(longArticle(300_000)), { name: 'NewsmarkError', code: 'crashed' });
    assert.deepEqual(await worker.annotate(small), first);
  }
  assert.match(first.engine.data, /\+names$/);
});

test('a worker without memory for what it is to learn says so at every call', async () => {
  const worker = await workerWith(40);
  for (let n = 0; n < MAX_CRASHES + 2; n += 1) await assert.rejects(worker.annotate('A mill.'), { code: 'crashed' });
});

test('a worker without memory for any text stops trying, and says so', async () => {
  const worker = await workerWith(0, { knowledge: false });
  for (let n = 0; n < MAX_CRASHES; n += 1) await assert.rejects(worker.annotate('A mill.'), { code: 'crashed' });
  await assert.rejects(worker.annotate('A mill.'), { code: 'unavailable', message: /5 times in a row/ });
});
