/** What is in the tarball. */
import assert from 'node:assert/strict';
import { readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { consumers, project, run, runTool, tarball } from './support/projects.mjs';

const root = new URL('../../', import.meta.url);
const folder = fileURLToPath(root);
const rolldown = join(folder, 'node_modules/rolldown/bin/cli.mjs');
let installed;
let files;

before(async () => {
  installed = join(await project('tarball'), 'node_modules/newsmark');
  files = (await readdir(installed, { recursive: true })).sort();
});

test('publint has nothing to say', async () => {
  const said = await runTool(consumers, 'publint/src/cli.js', installed, '--strict', '--pack', 'false');
  assert.match(said, /All good!/);
});

test('arethetypeswrong finds nothing', async () => {
  const said = await runTool(consumers, '@arethetypeswrong/cli/dist/index.js', tarball);
  assert.match(said, /No problems found/);
});

test('it holds what it should and nothing else', async () => {
  for (const name of ['LICENSE-APACHE', 'LICENSE-MIT', 'NOTICE', 'README.md', 'package.json', 'schema.json']) {
    assert.ok(files.includes(name), name);
  }
  assert.deepEqual(files.filter((name) => !/^[\w-]+(\.c?js|\.d\.c?ts|\.wasm|\.bin|\.json|\.md|\.html)?$/.test(name)), []);
  assert.deepEqual(await readFile(join(installed, 'schema.json')), await readFile(new URL('www/schema/newsmark-1.json', root)));
});

test('nothing names the folders of the machine that made it, or a source map', async () => {
  for (const name of files) {
    const text = await readFile(join(installed, name), 'latin1');
    assert.ok(!text.includes(folder), `${name}: ${folder}`);
    assert.ok(!text.includes('sourceMappingURL'), name);
  }
});

test('the same sources give the same bytes', async () => {
  const again = join(consumers, 'again');
  await rm(again, { recursive: true, force: true });
  await run(folder, process.execPath, rolldown, '-c', 'rolldown.config.ts', '-d', join(again, 'package'));
  await run(again, 'npm', 'pack', '--silent', './package');
  assert.ok((await readFile(join(again, basename(tarball)))).equals(await readFile(tarball)));
});

test('every file that scripts name is there, and every address can be imported', async () => {
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const named = JSON.stringify(manifest.exports).match(/\.\/[\w.-]+(?=")/g);
  for (const name of files.filter((name) => name.endsWith('.js'))) {
    const text = await readFile(join(installed, name), 'utf8');
    for (const [, address] of text.matchAll(/new URL\((["'`].*?["'`]), ?import\.meta\.url\)/g)) {
      assert.match(address, /^"\.\/[\w.-]+"$/, 'as bundlers look for it');
      named.push(address.slice(1, -1));
    }
  }
  assert.ok(named.length > 10);
  for (const name of named) assert.ok(files.includes(name.slice(2)) || /^\.\/(worker|element)$/.test(name), name);
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(await readFile(new URL('Cargo.toml', root), 'utf8'))[1]);
});
