/** The package's folder on a server, without a bundler. */
import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';
import { reports } from './support/articles.mjs';
import { codeOf, html, POLICY, readAll, sameReports, start, stop } from './support/pages.mjs';
import { project } from './support/projects.mjs';

let folder;

before(async () => {
  await start();
  folder = await project('plain', {
    'page.js': "import { annotate } from './newsmark/web.js';\nglobalThis.annotate = annotate;\n",
    'off.js': "import { createWorker } from './newsmark/off.js';\nglobalThis.annotate = createWorker().annotate;\n",
    'page.html': html('./page.js', POLICY),
    'off.html': html('./off.js', `${POLICY}; worker-src blob:`),
  });
  await cp(join(folder, 'node_modules/newsmark'), join(folder, 'newsmark'), { recursive: true });
});
after(stop);

test('a page and a worker annotate as the command does', async () => {
  await sameReports(folder, 'page.html');
  await sameReports(folder, 'off.html', { workers: 1 });
});

test('on a connection that is not secure the browser compares the hashes', async () => {
  const server = await serve(folder);
  // Pages of the own machine count as secure; those of another name do not.
  const browser = await launch('--host-resolver-rules=MAP page.example 127.0.0.1');
  try {
    const { page, troubles } = await openPage(browser);
    const url = `${server.url.replace('127.0.0.1', 'page.example')}page.html`;
    await page.goto(url);
    await page.waitForFunction(() => globalThis.annotate !== undefined);
    assert.equal(await page.evaluate(() => globalThis.crypto.subtle === undefined), true);
    assert.deepEqual(await readAll(page), reports);
    assert.deepEqual(troubles, []);
    await writeFile(join(folder, 'newsmark/names.bin'), 'other names');
    const { page: other } = await openPage(browser);
    await other.goto(url);
    await other.waitForFunction(() => globalThis.annotate !== undefined);
    assert.equal(await codeOf(other, ['A mill.']), 'not-loaded');
  } finally {
    await browser.close();
    await server.close();
  }
});
