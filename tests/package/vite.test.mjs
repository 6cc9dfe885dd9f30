/** The package in projects that are built by Vite. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { codeOf, ELEMENT, html, onPage, openAt, POLICY, readAll, sameElement, sameExport, sameReports, start, stop } from './support/pages.mjs';
import { project, tool } from './support/projects.mjs';
import { reports } from './support/articles.mjs';

const PAGES = {
  direct: html('./direct.js', POLICY),
  worker: html('./worker.js', `${POLICY}; worker-src blob:; require-trusted-types-for 'script'; trusted-types newsmark`),
  'own-server': html('./worker.js', `${POLICY}; worker-src 'self'`),
  'no-worker': html('./worker.js', `${POLICY}; worker-src 'none'`),
  own: html('./own.js', POLICY),
  edit: html('./edit.js', POLICY),
  element: html('./element.js', `${POLICY}; worker-src blob:`, ELEMENT),
};

let vite;
let folder;
const built = () => join(folder, 'dist');

before(async () => {
  await start();
  vite = await tool('vite');
  const files = Object.entries(PAGES).map(([name, page]) => [`${name}.html`, page]);
  folder = await project('vite', Object.fromEntries(files));
  const input = Object.keys(PAGES).map((name) => join(folder, `${name}.html`));
  await vite.build({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'warn',
    build: { modulePreload: { polyfill: false }, rolldownOptions: { input } },
  });
});
after(stop);

test('a page annotates as the command does', () => sameReports(built(), 'direct.html'));

test("the package's worker does, with Trusted Types", () => sameReports(built(), 'worker.html', { workers: 1 }));

test('a worker of the page does', () => sameReports(built(), 'own.html', { workers: 1 }));

test('a page exports as the command does', () => sameExport(built(), 'edit.html'));

test('a page with the element does, too', () => sameElement(built(), 'element.html'));

test('where workers must come from the own server, the next is one that does', () =>
  onPage(built(), 'own-server.html', async ({ page, troubles }) => {
    assert.deepEqual(await readAll(page), reports);
    assert.equal(page.workers().length, 1);
    assert.deepEqual(troubles.filter((trouble) => !/violation: worker-src blob|worker-src 'self'/.test(trouble)), []);
  }));

test('where there may be no workers, the page reads by itself', () =>
  onPage(built(), 'no-worker.html', async ({ page }) => {
    assert.deepEqual(await readAll(page), reports);
    assert.equal(page.workers().length, 0);
    assert.equal(await codeOf(page, ['x', { maxBytes: 0 }]), 'too-long');
  }));


test('the development server serves it as it is installed', async () => {
  // Without policies, since the server puts a script of its own into each page.
  const folder = await project('vite-dev', {
    'direct.html': html('./direct.js'),
    'worker.html': html('./worker.js'),
    'own.html': html('./own.js'),
  });
  const server = { host: '127.0.0.1', port: 0 };
  const development = await vite.createServer({ root: folder, configFile: false, logLevel: 'warn', server });
  try {
    await development.listen();
    const { port } = development.httpServer.address();
    for (const [page, workers] of [['direct', 0], ['worker', 1], ['own', 1]]) {
      await openAt(`http://127.0.0.1:${port}/${page}.html`, async ({ page, troubles }) => {
        assert.deepEqual(await readAll(page), reports);
        assert.equal(page.workers().length, workers);
        assert.deepEqual(troubles, []);
      });
    }
  } finally {
    await development.close();
  }
});
