/** The engine with threads that do what each test says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importTypeScript } from '../support/typescript.mjs';

const { Engine } = await importTypeScript(new URL('../../www/engine.ts', import.meta.url));

/** A way to make threads that records them; `script(thread)` runs when each is made. */
function fake(script = (thread) => thread.listener.message({ up: true })) {
  const threads = [];
  const way = (listener) => {
    const thread = { listener, posted: [], stopped: false };
    threads.push(thread);
    queueMicrotask(() => script(thread));
    return {
      post: (request) => thread.posted.push(request),
      teach: (lesson) => thread.posted.push(lesson),
      stop: () => (thread.stopped = true),
    };
  };
  return { threads, way };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const reply = (thread, report) =>
  thread.listener.message({ id: thread.posted.at(-1).id, json: report });

test('each call gets its own answer, one call after the other', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const first = engine.annotate('one', {});
  const second = engine.annotate('two', { unit: 'utf8' });
  await turn();
  const [thread] = threads;
  assert.deepEqual(thread.posted.map(({ text }) => text), ['one']);
  reply(thread, 'of one');
  await turn();
  assert.deepEqual(thread.posted.at(-1), { id: 2, text: 'two', options: { unit: 'utf8' } });
  reply(thread, 'of two');
  assert.deepEqual([await first, await second], ['of one', 'of two']);
  assert.equal(threads.length, 1);
});

test('an error of the core keeps its code, and the thread stays', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const call = engine.annotate('x', { published: 'May' });
  await turn();
  const error = { code: 'bad-date', message: '`May` is no date' };
  threads[0].listener.message({ id: 1, error });
  await assert.rejects(call, { name: 'EngineError', ...error });
  assert.equal(threads[0].stopped, false);
});

test('a crash fails the call at work only; a new thread takes the others', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const fatal = engine.annotate('fatal', {});
  const next = engine.annotate('next', {});
  await turn();
  threads[0].listener.failed('unreachable');
  await assert.rejects(fatal, { code: 'crashed', message: 'unreachable' });
  await turn();
  assert.equal(threads[0].stopped, true);
  assert.equal(threads.length, 2);
  reply(threads[1], 'of next');
  assert.deepEqual(await next, 'of next');
});

test('a thread that takes too long is replaced', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way], { start: 1000, answer: 20 });
  const slow = engine.annotate('slow', {});
  const next = engine.annotate('next', {});
  await assert.rejects(slow, { code: 'timeout' });
  await turn();
  assert.equal(threads[0].stopped, true);
  reply(threads[1], 'of next');
  assert.deepEqual(await next, 'of next');
});

test('late answers change nothing', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way], { start: 1000, answer: 20 });
  await assert.rejects(engine.annotate('slow', {}), { code: 'timeout' });
  const next = engine.annotate('next', {});
  await turn();
  threads[0].listener.message({ id: 1, json: 'of slow' }); // from the thread that is gone
  threads[0].listener.failed('too late');
  threads[1].listener.message({ id: 1, json: 'of slow' }); // an id that is settled
  threads[1].listener.message({ id: 99, json: '' }); // an id that never was
  reply(threads[1], 'of next');
  assert.deepEqual(await next, 'of next');
  assert.equal(threads.length, 2);
});

for (const [how, script, limits] of [
  ['fails', (thread) => thread.listener.failed('refused'), undefined],
  ['says nothing', () => {}, { start: 20, answer: 1000 }],
]) {
  test(`where a worker ${how} at its start, the next way is taken`, async () => {
    const [worker, page] = [fake(script), fake()];
    const engine = new Engine([worker.way, page.way], limits);
    const call = engine.annotate('x', {});
    await engine.ready;
    reply(page.threads[0], 'of x');
    assert.deepEqual(await call, 'of x');
    assert.equal(worker.threads.length, 1);
  });
}

test('where nothing can be made, every call says so', async () => {
  const way = () => {
    throw new Error('no workers here');
  };
  const engine = new Engine([way, way]);
  await assert.rejects(engine.ready, { code: 'unavailable' });
  await assert.rejects(engine.annotate('x', {}), { code: 'unavailable' });
});

test('a request that cannot be copied to the thread fails alone', async () => {
  const { threads, way } = fake();
  const engine = new Engine([
    (listener) => {
      const thread = way(listener);
      const post = (request) => thread.post(structuredClone(request));
      return { ...thread, post };
    },
  ]);
  const bad = engine.annotate('x', { published: () => {} });
  const good = engine.annotate('y', {});
  await assert.rejects(bad, { code: 'bad-option' });
  await turn();
  reply(threads[0], 'of y');
  assert.deepEqual(await good, 'of y');
});

test('a call that waits can be taken back', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const taken = new AbortController();
  const first = engine.annotate('one', {});
  const second = engine.annotate('two', {}, taken.signal);
  const third = engine.annotate('three', {});
  taken.abort();
  await assert.rejects(second, { code: 'cancelled' });
  await assert.rejects(engine.annotate('four', {}, taken.signal), { code: 'cancelled' });
  await turn();
  reply(threads[0], 'of one');
  await turn();
  reply(threads[0], 'of three');
  assert.deepEqual([await first, await third], ['of one', 'of three']);
  assert.deepEqual(threads[0].posted.map(({ text }) => text), ['one', 'three']);
});

test('a call at work is taken back where the thread can stop, and answered where it cannot', async () => {
  const stoppable = fake();
  let cancels = 0;
  const way = (listener) => ({ ...stoppable.way(listener), cancel: () => (cancels += 1) });
  const taken = new AbortController();
  let engine = new Engine([way]);
  let call = engine.annotate('one', {}, taken.signal);
  await turn();
  const next = engine.annotate('two', {});
  taken.abort();
  await assert.rejects(call, { code: 'cancelled' });
  assert.equal(cancels, 1);
  const [thread] = stoppable.threads;
  assert.deepEqual(thread.posted.map(({ text }) => text), ['one', 'two']);
  thread.listener.message({ id: 1, json: 'of one' }); // it had ended just before
  reply(thread, 'of two');
  assert.deepEqual(await next, 'of two');

  const worker = fake();
  const late = new AbortController();
  engine = new Engine([worker.way]);
  call = engine.annotate('one', {}, late.signal);
  await turn();
  late.abort();
  reply(worker.threads[0], 'of one');
  assert.deepEqual(await call, 'of one');
});

const LESSON = { weights: new Uint8Array([1]), names: new Uint8Array([2]) };
const learnt = (thread) => thread.listener.message({ learnt: true });

test('a thread is taught before it is asked, if the lesson is there first', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const learning = engine.learn(LESSON);
  const call = engine.annotate('one', {});
  await turn();
  const [thread] = threads;
  assert.deepEqual(thread.posted, [LESSON, { id: 1, text: 'one', options: {} }]);
  learnt(thread);
  await learning;
  reply(thread, 'of one');
  assert.deepEqual(await call, 'of one');
});

test('a thread that is up and at work is taught, and the call at work is answered', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const call = engine.annotate('one', {});
  await turn();
  const learning = engine.learn(LESSON);
  const [thread] = threads;
  assert.equal(thread.posted.at(-1), LESSON);
  thread.listener.message({ id: 1, json: 'of one' });
  assert.deepEqual(await call, 'of one');
  learnt(thread);
  await learning;
});

test('a thread that comes after a crash is taught again, and by another way too', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const learning = engine.learn(LESSON);
  await turn();
  learnt(threads[0]);
  await learning;
  const fatal = engine.annotate('fatal', {});
  const next = engine.annotate('next', {});
  threads[0].listener.failed('unreachable');
  await assert.rejects(fatal, { code: 'crashed' });
  await turn();
  assert.deepEqual(threads[1].posted.map((posted) => posted.text ?? posted), [LESSON, 'next']);
  learnt(threads[1]);
  reply(threads[1], 'of next');
  assert.deepEqual(await next, 'of next');

  const [worker, page] = [fake((thread) => thread.listener.failed('refused')), fake()];
  const other = new Engine([worker.way, page.way]);
  const elsewhere = other.learn(LESSON);
  await other.ready;
  assert.deepEqual(page.threads[0].posted, [LESSON]);
  learnt(page.threads[0]);
  await elsewhere;
});

test('a lesson that comes between a crash and the next call is taught at once', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  await engine.ready;
  threads[0].listener.failed('unreachable');
  const learning = engine.learn(LESSON);
  await turn();
  assert.deepEqual(threads[1].posted, [LESSON]);
  learnt(threads[1]);
  await learning;
});

test('a lesson that is refused is told with its code, and no later thread is given it', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  const learning = engine.learn(LESSON);
  await turn();
  const error = { code: 'bad-knowledge', message: 'not the weights' };
  threads[0].listener.message({ learnt: false, error });
  await assert.rejects(learning, { name: 'EngineError', ...error });
  assert.equal(threads[0].stopped, false);
  threads[0].listener.failed('unreachable');
  const call = engine.annotate('one', {});
  await turn();
  assert.deepEqual(threads[1].posted.map(({ text }) => text), ['one']);
  reply(threads[1], 'of one');
  assert.deepEqual(await call, 'of one');
});

for (const [how, code, limits, end] of [
  ['crashes', 'crashed', undefined, (thread) => thread.listener.failed('out of memory')],
  ['does not come back', 'timeout', { start: 1000, answer: 20 }, () => {}],
]) {
  test(`where a thread ${how} over the lesson, the next goes without it`, async () => {
    const { threads, way } = fake();
    const engine = new Engine([way], limits);
    const learning = engine.learn(LESSON);
    const fatal = engine.annotate('fatal', {});
    const next = engine.annotate('next', {});
    const outcomes = Promise.allSettled([learning, fatal]);
    await turn();
    end(threads[0]);
    for (const { reason } of await outcomes) assert.equal(reason.code, code);
    await turn();
    assert.deepEqual(threads[1].posted.map(({ text }) => text), ['next']);
    reply(threads[1], 'of next');
    assert.deepEqual(await next, 'of next');
  });
}

test('where nothing can be made, nothing can be learnt', async () => {
  const way = () => {
    throw new Error('no workers here');
  };
  const engine = new Engine([way]);
  await assert.rejects(engine.learn(LESSON), { code: 'unavailable' });
  const late = new Engine([fake((thread) => thread.listener.failed('refused')).way]);
  await assert.rejects(late.learn(LESSON), { code: 'unavailable' });
});

test('an engine that is closed answers nothing, and leaves no thread behind', async () => {
  const { threads, way } = fake();
  const engine = new Engine([way]);
  await engine.ready;
  const calls = [engine.annotate('one', {}), engine.annotate('two', {}), engine.learn(LESSON)];
  const outcomes = Promise.allSettled(calls);
  engine.close();
  await assert.rejects(engine.annotate('three', {}), { code: 'unavailable' });
  for (const { reason } of await outcomes) assert.equal(reason.code, 'unavailable');
  assert.deepEqual(threads.map(({ stopped }) => stopped), [true]);
});
