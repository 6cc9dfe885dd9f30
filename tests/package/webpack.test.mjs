/** The package in projects that are built by webpack. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ELEMENT, html, POLICY, sameElement, sameExport, sameReports, start, stop } from './support/pages.mjs';
import { project, run, tool } from './support/projects.mjs';
import { calls, reports } from './support/articles.mjs';

const PAGES = {
  direct: html('./direct.js', POLICY),
  worker: html('./worker.js', `${POLICY}; worker-src blob:; require-trusted-types-for 'script'; trusted-types newsmark`),
  own: html('./own.js', POLICY),
  edit: html('./edit.js', POLICY),
  element: html('./element.js', `${POLICY}; worker-src blob:`, ELEMENT),
};

let webpack;
let folder;

/** Builds as webpack does unless told otherwise, but for what `options` say; fails where it warns of anything. */
async function build(output, options) {
  const stats = await new Promise((resolve, reject) => {
    const path = join(folder, output);
    const performance = { hints: false }; // It warns of every file above 244 kB.
    const settings = { mode: 'production', context: folder, performance, output: { path, publicPath: 'auto' }, ...options };
    webpack(settings, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
  return join(folder, output);
}

before(async () => {
  await start();
  ({ default: webpack } = await tool('webpack'));
  folder = await project('webpack');
});
after(stop);

test('pages annotate as the command does, and so do workers', async () => {
  const entry = Object.fromEntries(Object.keys(PAGES).map((name) => [name, `./${name}.js`]));
  const built = await build('dist', { entry });
  for (const [name, page] of Object.entries(PAGES)) await writeFile(join(built, `${name}.html`), page);
  await sameReports(built, 'direct.html');
  await sameReports(built, 'worker.html', { workers: 1 });
  await sameReports(built, 'own.html', { workers: 1 });
  await sameExport(built, 'edit.html');
  await sameElement(built, 'element.html');
});

test('where the output is a module, the package and its worker run as well', async () => {
  const built = await build('module', { entry: './worker.js', experiments: { outputModule: true } });
  await writeFile(join(built, 'worker.html'), html('./main.js', `${POLICY}; worker-src blob:`));
  await sameReports(built, 'worker.html', { workers: 1 });
});

test('a program for Node has the files beside it', async () => {
  await writeFile(
    join(folder, 'node.js'),
    `import { annotate } from 'newsmark';
     export const read = (calls) => Promise.all(calls.map((call) => annotate(...call)));`,
  );
  const path = join(folder, 'node');
  await build('node', {
    entry: './node.js',
    target: 'node20',
    output: { path, library: { type: 'commonjs2' }, filename: 'main.cjs' },
  });
  const script = `require('./main.cjs').read(${JSON.stringify(calls)}).then((reports) => console.log(JSON.stringify(reports)))`;
  assert.deepEqual(JSON.parse(await run(path, process.execPath, '--eval', script)), reports);
});
