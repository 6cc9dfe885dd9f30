/** The site as one file, for who wants to read without being seen to come. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { launch, openPage } from '../support/chromium.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

const ZIP = 'newsmark.zip';

test('the offline copy is the whole site, and works from a server of one’s own', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'newsmark-copy-'));
  t.after(() => rm(folder, { recursive: true }));
  const unpacked = unzipSync(await readFile(join(dist, ZIP)));
  const published = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const names = published.map(({ parentPath, name }) => join(parentPath, name).slice(join(dist, '/').length)).filter((name) => name !== ZIP);
  assert.deepEqual(Object.keys(unpacked).sort(), names.map((name) => `newsmark/${name}`).sort());
  for (const name of names) {
    const bytes = unpacked[`newsmark/${name}`];
    assert.ok(Buffer.from(bytes).equals(await readFile(join(dist, name))), name);
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }

  const server = await serve(folder, { subPath: '/' });
  t.after(() => server.close());
  const browser = await launch();
  t.after(() => browser.close());
  const { page, troubles } = await openPage(browser);
  await page.goto(server.url);
  await page.getByText('Locked:').waitFor();
  await page.getByRole('textbox', { name: 'Article text' }).fill('The mill shut on 4 October 2021.');
  await page.locator('.backdrop .wash.date').waitFor();
  assert.deepEqual(troubles, []);
});
