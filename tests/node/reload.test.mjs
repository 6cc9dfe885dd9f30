/** The development server after edits of Rust code, with a compiler that does what each test says. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { createServer } from 'vite';
import { importTypeScript } from '../support/typescript.mjs';

const { rust } = await importTypeScript(new URL('../../www/build/rust.ts', import.meta.url));

/** Notes its arguments, and goes on to do what stands in `script`. */
const COMPILER = '#!/bin/sh\necho "$@" >>"$FAKE/calls"\n. "$FAKE/script"\n';

const path = process.env.PATH;
let folder;
let server;
let sent = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsmark-reload-'));
  for (const name of ['bin', 'site/src/data', 'site/tests', 'site/pkg']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, 'bin/cargo'), COMPILER, { mode: 0o755 });
  await writeFile(join(folder, 'site/pkg/core.js'), 'export const built = 0;\n');
  await writeFile(join(folder, 'site/main.js'), "import './pkg/core.js';\n");
  await writeFile(join(folder, 'site/Cargo.toml'), '[package]\n');
  process.env.PATH = `${join(folder, 'bin')}${delimiter}${path}`;
  process.env.FAKE = folder;
  server = await createServer({
    root: join(folder, 'site'),
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false },
    plugins: [rust()],
  });
  const { hot } = server.environments.client;
  for (const channel of new Set([server.ws, hot])) {
    channel.send = (message) => sent.push(message);
  }
  // As a page does that has loaded: what is in no module's graph reloads nothing.
  await server.transformRequest('/main.js');
  await server.transformRequest('/pkg/core.js');
  await new Promise((resolve) => setTimeout(resolve, 300));
});
after(async () => {
  await server?.close();
  process.env.PATH = path;
  delete process.env.FAKE;
  await rm(folder, { recursive: true, force: true });
});

/** Edits a file after all that earlier edits made the compiler do. */
async function edit(name) {
  await quiet();
  await writeFile(join(folder, 'site', name), `// ${Math.random()}\n`);
}

const compiles = (script) => writeFile(join(folder, 'script'), script);
const calls = async () =>
  (await readFile(join(folder, 'calls'), 'utf8').catch(() => '')).split('\n').filter(Boolean);

/** Waits until `condition` holds. */
async function until(what, condition) {
  for (const end = Date.now() + 10_000; ; ) {
    if (await condition()) return;
    assert.ok(Date.now() < end, `${what} did not come; sent: ${JSON.stringify(sent)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until nothing has been compiled for as long as a late event may take. */
async function quiet() {
  for (let before = -1, now = (await calls()).length; now !== before; ) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 500));
    now = (await calls()).length;
  }
}

const reloads = () => sent.some(({ type }) => type === 'full-reload');

test('an edit of Rust code compiles, and new packages reload the page', async () => {
  await compiles('echo "export const built = 1;" >"$FAKE/site/pkg/core.js"\n');
  sent = [];
  await edit('src/lib.rs');
  await until('a reload', reloads);
  assert.deepEqual(new Set(await calls()), new Set(['xtask build --dev']));
});

test('word lists and the manifest are code too; tests are not', async () => {
  await compiles('');
  for (const name of ['src/data/names.txt', 'Cargo.toml']) {
    await edit(name);
    const before = (await calls()).length;
    await until(`a run after ${name}`, async () => (await calls()).length > before);
  }
  await quiet();
  const before = (await calls()).length;
  await edit('tests/rules.rs');
  await quiet();
  assert.equal((await calls()).length, before);
});

test('an error of the compiler is shown on the page until it is mended', async () => {
  await compiles('echo "· wasm: core"; echo "error: expected one of" >&2; exit 101\n');
  sent = [];
  await edit('src/lib.rs');
  await until('an error', () => sent.some(({ type }) => type === 'error'));
  const { err } = sent.find(({ type }) => type === 'error');
  assert.deepEqual([err.message, err.plugin], ['error: expected one of', 'newsmark:rust']);
  // Mended, without one byte changed in the packages.
  await compiles('');
  sent = [];
  await edit('src/lib.rs');
  await until('a reload', reloads);
});

test('edits while the compiler works make it run once more, not more often', async () => {
  await compiles('sleep 2\n');
  await edit('src/lib.rs');
  const before = (await calls()).length;
  await until('the first run', async () => (await calls()).length === before + 1);
  for (const name of ['src/lib.rs', 'src/more.rs', 'src/lib.rs']) {
    await writeFile(join(folder, 'site', name), `// ${Math.random()}\n`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await until('the second run', async () => (await calls()).length === before + 2);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  assert.equal((await calls()).length, before + 2);
});
