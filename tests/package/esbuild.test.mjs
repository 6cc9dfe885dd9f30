/** The package in projects that are built by esbuild, in the two ways of `docs/package.md`. */
import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { codeOf, html, onPage, POLICY, sameReports, start, stop } from './support/pages.mjs';
import { project, run, tool } from './support/projects.mjs';
import { calls, reports } from './support/articles.mjs';

const FILES = ['core_bg.wasm', 'names.bin', 'weights.bin'];
const WORKERS = `${POLICY}; worker-src blob:`;

/** The second way: the bundler copies what is imported, and the page says where it is. */
const NAMED = `
import { annotate, init } from 'newsmark';
import core from 'newsmark/core_bg.wasm';
import names from 'newsmark/names.bin';
import weights from 'newsmark/weights.bin';

const at = (path) => new URL(path, import.meta.url);
init({ core: at(core), names: at(names), weights: at(weights) });
globalThis.annotate = annotate;
`;

let esbuild;
let folder;

before(async () => {
  await start();
  esbuild = await tool('esbuild');
  folder = await project('esbuild', {
    'named.js': NAMED,
    'node.js': `import { annotate } from 'newsmark';
      const reports = await Promise.all(${JSON.stringify(calls)}.map((call) => annotate(...call)));
      console.log(JSON.stringify(reports));`,
  });
});
after(stop);

/** Bundles a script of the project into a folder; fails where esbuild warns of anything. */
async function build(name, outdir, options = {}) {
  const out = join(folder, outdir);
  const entryPoints = [join(folder, `${name}.js`)];
  const settings = { bundle: true, format: 'esm', minify: true, logLevel: 'silent', outdir: out, entryPoints };
  const { warnings } = await esbuild.build({ ...settings, ...options });
  assert.deepEqual(warnings, []);
  return out;
}

async function copyFiles(to) {
  await mkdir(to, { recursive: true });
  for (const file of FILES) await copyFile(join(folder, 'node_modules/newsmark', file), join(to, file));
}

test('with the files copied beside the bundle, a page and a worker annotate as the command does', async () => {
  const built = await build('direct', 'copied');
  await build('worker', 'copied');
  await copyFiles(built);
  await writeFile(join(built, 'direct.html'), html('./direct.js', POLICY));
  await writeFile(join(built, 'worker.html'), html('./worker.js', WORKERS));
  await sameReports(built, 'direct.html');
  await sameReports(built, 'worker.html', { workers: 1 });
});

test('with the files imported and named, a page does', async () => {
  const built = await build('named', 'named', { loader: { '.wasm': 'file', '.bin': 'file' } });
  await writeFile(join(built, 'named.html'), html('./named.js', POLICY));
  await sameReports(built, 'named.html');
});

test('without the files, a page says what is missing', async () => {
  const built = await build('direct', 'missing');
  await build('worker', 'missing');
  await writeFile(join(built, 'direct.html'), html('./direct.js', POLICY));
  await writeFile(join(built, 'worker.html'), html('./worker.js', WORKERS));
  for (const page of ['direct.html', 'worker.html']) {
    await onPage(built, page, async ({ page }) => {
      assert.equal(await codeOf(page, ['A mill.']), 'not-loaded');
    });
  }
});

test('with a page in the place of a file, it is told from the file', async () => {
  const built = await build('direct', 'wrong');
  await copyFiles(built);
  await writeFile(join(built, 'direct.html'), html('./direct.js', POLICY));
  await writeFile(join(built, 'weights.bin'), '<!doctype html>');
  await onPage(built, 'direct.html', async ({ page }) => {
    assert.equal(await codeOf(page, ['A mill.']), 'wrong-file');
    // Once it is there, the next call works.
    await copyFiles(built);
    await page.evaluate(() => fetch('./weights.bin', { cache: 'reload' }));
    assert.equal(await codeOf(page, ['A mill.']), 'none');
  });
});

test('a program for Node with the files beside it annotates as the command does', async () => {
  const built = await build('node', 'node', { platform: 'node', outExtension: { '.js': '.mjs' } });
  await copyFiles(built);
  assert.deepEqual(JSON.parse(await run(built, process.execPath, 'node.mjs')), reports);
});
