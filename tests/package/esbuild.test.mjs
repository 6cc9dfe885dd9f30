/** The package in projects that are built by esbuild, in the two ways of `docs/package.md`. */
import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { codeOf, ELEMENT, html, onPage, POLICY, sameElement, sameExport, sameReports, start, stop } from './support/pages.mjs';
import { consumers, project, run, tool } from './support/projects.mjs';
import { recipes } from './support/recipes.mjs';
import { calls, reports } from './support/articles.mjs';

const FILES = ['core_bg.wasm', 'names.bin', 'weights.bin'];
const WORKERS = `${POLICY}; worker-src blob:`;

let esbuild;
let folder;

before(async () => {
  await start();
  esbuild = await tool('esbuild');
  folder = await project('esbuild', {
    'app.js': "import { annotate } from 'newsmark';\nglobalThis.annotate = annotate;\n",
    'app-named.js': `${recipes['app-named.js']}globalThis.annotate = annotate;\n`,
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

/** Runs the lines of a recipe in the project, with the tools on the path. */
function follow(recipe) {
  const path = `${consumers}/node_modules/.bin:${process.env.PATH}`;
  return run(folder, 'sh', '-euc', `PATH=${path}\n${recipe}`);
}

test('with the files copied beside the bundle, a page and a worker annotate as the command does', async () => {
  await follow(recipes['esbuild-copied.sh']);
  const built = await build('worker', 'copied');
  await build('edit', 'copied', { splitting: true });
  await build('element', 'copied', { splitting: true });
  await writeFile(join(built, 'element.html'), html('./element.js', WORKERS, ELEMENT));
  await writeFile(join(built, 'edit.html'), html('./edit.js', POLICY));
  await writeFile(join(built, 'app.html'), html('./app.js', POLICY));
  await writeFile(join(built, 'worker.html'), html('./worker.js', WORKERS));
  await sameReports(built, 'app.html');
  await sameReports(built, 'worker.html', { workers: 1 });
  await sameExport(built, 'edit.html');
  await sameElement(built, 'element.html');
});

test('with the files imported and named, a page does', async () => {
  await follow(recipes['esbuild-named.sh']);
  const built = join(folder, 'named');
  await writeFile(join(built, 'app.html'), html('./app-named.js', POLICY));
  await sameReports(built, 'app.html');
});

test('what a program does not call is not in its bundle', async () => {
  const sizeOf = async (contents) => {
    const stdin = { contents, resolveDir: folder };
    const settings = { bundle: true, format: 'esm', minify: true, write: false, logLevel: 'silent' };
    const { outputFiles, warnings } = await esbuild.build({ ...settings, stdin });
    assert.deepEqual(warnings.filter(({ id }) => id !== 'ignored-bare-import'), []);
    return outputFiles[0].contents.length;
  };
  assert.equal(await sizeOf("import 'newsmark'; import 'newsmark/worker';"), 0);
  assert.ok((await sizeOf("import { version } from 'newsmark'; console.log(version);")) < 500);
  assert.ok((await sizeOf("import { annotate } from 'newsmark'; console.log(annotate);")) < 12_000);
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
