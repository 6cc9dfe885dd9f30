/** The package in Node. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { calls, reports } from './support/articles.mjs';
import { project, run } from './support/projects.mjs';
import { recipes } from './support/recipes.mjs';

let folder;

before(async () => {
  folder = await project('node', { 'calls.json': JSON.stringify(calls) });
});

/** Runs a script in the project; resolves to what it printed, as JSON. */
async function printed(name, script, ...flags) {
  await writeFile(join(folder, name), script);
  return JSON.parse(await run(folder, process.execPath, ...flags, name));
}

const READ_CALLS = "JSON.parse(readFileSync('calls.json', 'utf8'))";

test('what is documented prints what is documented', async () => {
  const files = ['first.mjs', 'thread.mjs', 'required.cjs'];
  for (const name of files) await writeFile(join(folder, name), recipes[name]);
  const said = await Promise.all(files.map((name) => run(folder, process.execPath, '--no-warnings', name)));
  assert.deepEqual(said, ['2021-W37 Odile Marsh 1\n', '2021-10-04\n', '2021-10-04\n']);
});

test('`import` gives the reports of the command, however many are asked for at once', async () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { annotate } from 'newsmark';
    const calls = ${READ_CALLS};
    console.log(JSON.stringify(await Promise.all(calls.map((call) => annotate(...call)))));`;
  assert.deepEqual(await printed('import.mjs', script), reports);
});

/** How test runners and older releases of Node have it: `require` takes no modules. */
const WITHOUT_MODULES = '--no-experimental-require-module';

for (const [how, flag, script] of [
  ['', '--no-warnings', 'node.js'],
  [' where it takes no modules', WITHOUT_MODULES, 'node.cjs'],
]) {
  test(`\`require\` does${how}, and its thread`, async () => {
    const code = `
      const { readFileSync } = require('node:fs');
      const { annotate, exportAs, NewsmarkError } = require('newsmark');
      const { createWorker, NewsmarkError: Other } = require('newsmark/worker');
      const calls = ${READ_CALLS};
      (async () => {
        const all = await Promise.all(calls.map((call) => annotate(...call)));
        const inThread = await createWorker().annotate(...calls[0]);
        const { files } = await exportAs(calls[0][0], all[0], 'json');
        const from = require('node:path').basename(require.resolve('newsmark'));
        console.log(JSON.stringify({ all, inThread, exported: JSON.parse(files[0].text), from, same: NewsmarkError === Other }));
      })();`;
    const [first] = reports;
    const expected = { all: reports, inThread: first, exported: first, from: script, same: true };
    assert.deepEqual(await printed('require.cjs', code, flag), expected);
  });
}

test('`import` and `require` share one instance of the core', async () => {
  const script = `
    const { annotate, init } = require('newsmark');
    import('newsmark').then(async (imported) => {
      await init({ knowledge: false });
      const { engine } = await imported.annotate('A mill.');
      console.log(JSON.stringify([imported.annotate === annotate, engine.data]));
    });`;
  const byRules = reports[0].engine.data.replace('+names', '');
  assert.deepEqual(await printed('both.cjs', script, '--no-warnings'), [true, byRules]);
});

test('a thread does, and keeps no program from its end', async () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { createWorker } from 'newsmark/worker';
    const { annotate } = createWorker();
    const first = await Promise.all(${READ_CALLS}.map((call) => annotate(...call)));
    const [call] = ${READ_CALLS};
    console.log(JSON.stringify([...first, await annotate(...call)]));`;
  assert.deepEqual(await printed('thread.mjs', script), [...reports, reports[0]]);
});

test('the program is free while a thread reads', async () => {
  const script = `
    import { createWorker } from 'newsmark/worker';
    const { annotate } = createWorker();
    await annotate('A mill.');
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await annotate(${JSON.stringify(calls[0][0])}.repeat(30));
    clearInterval(timer);
    console.log(turns);`;
  assert.ok((await printed('free.mjs', script)) > 3);
});

test('errors have their codes, are the same class everywhere, and leave nothing broken', async () => {
  const script = `
    import { annotate, NewsmarkError, version } from 'newsmark';
    import { createWorker, NewsmarkError as Other } from 'newsmark/worker';
    const worker = createWorker();
    const codeOf = (promise) => promise.then(() => 'none', (error) =>
      error instanceof NewsmarkError && error instanceof Error && error.message.length > 10 ? error.code : String(error));
    const codes = {};
    for (const [where, ask] of [['direct', annotate], ['worker', worker.annotate]]) {
      const late = new AbortController();
      const taken = ask(${JSON.stringify(calls[0][0])}, {}, { signal: late.signal });
      late.abort();
      codes[where] = await Promise.all([
        codeOf(ask('A mill.', { publishd: '2021-10-04' })),
        codeOf(ask('A mill.', { types: 'date' })),
        codeOf(ask('A mill.', 'dates')),
        codeOf(ask(17)),
        codeOf(ask('A mill.', { published: '2021-02-30' })),
        codeOf(ask('A mill.', { maxBytes: 3 })),
        codeOf(ask('A mill.', {}, { signal: AbortSignal.abort() })),
        codeOf(taken),
        codeOf(ask('A mill.', null)),
        codeOf(ask('A mill.')),
      ]);
    }
    const waits = codeOf(worker.annotate('A mill.'));
    worker.close();
    codes.closed = [await waits, await codeOf(worker.annotate('A mill.'))];
    codes.version = version;
    codes.same = NewsmarkError === Other;
    console.log(JSON.stringify(codes));`;
  const wrong = ['bad-option', 'bad-option', 'bad-option', 'bad-option', 'bad-date', 'too-long', 'aborted', 'aborted', 'none', 'none'];
  const closed = ['closed', 'closed'];
  const { version } = reports[0].engine;
  assert.deepEqual(await printed('errors.mjs', script), { direct: wrong, worker: wrong, closed, version, same: true });
});

test('a file that is missing or another one is named, and the next call can do better', async () => {
  const script = `
    import { readFile } from 'node:fs/promises';
    import { createServer } from 'node:http';
    import { fileURLToPath } from 'node:url';
    import { annotate, init } from 'newsmark';
    import { createWorker } from 'newsmark/worker';
    const server = createServer((_, response) => response.writeHead(404).end('nothing here'));
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const gone = \`http://127.0.0.1:\${server.address().port}/core_bg.wasm\`;
    const at = (name) => new URL(import.meta.resolve('newsmark/' + name));
    const codeOf = (promise) => promise.then(() => 'none', ({ code }) => code);
    const codes = [];
    for (const core of [gone, './nowhere.wasm', new URL('./nowhere.wasm', import.meta.url), at('names.bin'), 17, new Uint8Array(4)]) {
      codes.push(await codeOf(init({ core })), await codeOf(createWorker({ core }).annotate('A mill.')));
    }
    const empty = new Uint8Array();
    codes.push(await codeOf(init({ names: empty })), await codeOf(createWorker({ names: empty }).annotate('A mill.')));
    server.close();
    // Every way to say where a file is.
    const core = await WebAssembly.compile(await readFile(at('core_bg.wasm')));
    const names = new Response(await readFile(at('names.bin')));
    await init({ core, names, weights: fileURLToPath(at('weights.bin')) });
    const [call] = JSON.parse(await readFile('calls.json', 'utf8'));
    console.log(JSON.stringify({ codes, report: await annotate(...call) }));`;
  const { codes, report } = await printed('missing.mjs', script);
  const each = ['not-loaded', 'not-loaded', 'not-loaded', 'wrong-file', 'bad-option', 'not-loaded', 'bad-knowledge'];
  assert.deepEqual(codes, each.flatMap((code) => [code, code]));
  assert.deepEqual(report, reports[0]);
});

test('the element can be imported on a server, and not be made there', async () => {
  const script = `
    const { NewsMark, version } = require('newsmark/element');
    import('newsmark/element').then((imported) => {
      try {
        new NewsMark();
      } catch ({ code }) {
        console.log(JSON.stringify([code, version, imported.NewsMark === NewsMark]));
      }
    });`;
  const { version } = reports[0].engine;
  assert.deepEqual(await printed('element.cjs', script, '--no-warnings'), ['unavailable', version, true]);
  // Two classes of the same name then, and neither can be made.
  assert.deepEqual(await printed('element.cjs', script, WITHOUT_MODULES), ['unavailable', version, false]);
});

test('without what decides on names, rules do', async () => {
  const script = `
    import { annotate, init } from 'newsmark';
    import { createWorker } from 'newsmark/worker';
    await init({ knowledge: false, names: '/nowhere', weights: '/nowhere' });
    const { engine } = await annotate('Odile Marsh met Piet Sandvik.');
    const worker = createWorker({ knowledge: false });
    console.log(JSON.stringify([engine, (await worker.annotate('A mill.')).engine]));`;
  const { version, data } = reports[0].engine;
  const byRules = { version, data: data.replace('+names', '') };
  assert.deepEqual(await printed('rules.mjs', script), [byRules, byRules]);
  assert.notEqual(byRules.data, data);
});

test('a thread that crashed is replaced', async () => {
  const script = `
    import { Worker } from 'node:worker_threads';
    import { createWorker } from 'newsmark/worker';
    const threads = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message) {
      if (threads.at(-1) !== this) threads.push(this);
      return post.call(this, message);
    };
    const { annotate } = createWorker();
    await annotate('A mill.');
    const lost = annotate('A mill.'.repeat(20000)).then(() => 'none', ({ code }) => code);
    await new Promise((done) => setTimeout(done, 5));
    await threads[0].terminate();
    const { text } = await annotate('A mill.');
    console.log(JSON.stringify([await lost, text.length, threads.length]));`;
  assert.deepEqual(await printed('crash.mjs', script), ['crashed', 7, 2]);
});
