/** The built site under a sub-path, as a visitor meets it. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launch, launchProfile, openPage, openPageIn } from '../support/chromium.mjs';
import { REST } from '../support/rest.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

let browser;
let server;

before(async () => {
  server = await serve(dist);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('the page loads, locks itself and shows the app, without a violation', async () => {
  const { context, page, troubles } = await openPage(browser);
  const from = server.requests.length;
  await page.goto(server.url);
  await page.waitForSelector('#app:not(:empty)');
  await page.waitForFunction(
    () => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length === 2,
  );
  await page.locator('header .names').waitFor({ state: 'detached' });
  assert.deepEqual(troubles, []);
  const asked = server.requests.slice(from);
  assert.deepEqual([...new Set(asked)], asked, 'each file is fetched once');
  assert.ok(asked.every((path) => path.startsWith('/any/where/')), 'nothing outside of the sub-path');
  const wasm = asked.filter((path) => path.endsWith('.wasm'));
  assert.equal(wasm.length, 3, 'the core, the app, and one file with the rest');
  assert.match(wasm.at(-1), REST, 'what the first marks do not need comes last');
  await context.close();
});

test('scripts and styles of the page carry their hashes, and none is inline', async () => {
  const html = await readFile(`${dist}index.html`, 'utf8');
  const tags = [...html.matchAll(/<(script|link rel="(?:stylesheet|modulepreload|preload)")[^>]*>/g)];
  assert.ok(tags.length >= 4);
  for (const [tag] of tags) assert.match(tag, /integrity="sha384-/);
  assert.doesNotMatch(html, /<style|style="|\son\w+=|<script>|="\//);
});

test('no request of the page says where it came from, whatever stands in its address', async () => {
  const { context, page } = await openPage(browser);
  const from = server.received.length;
  await page.goto(`${server.url}?from=elsewhere#n1=Quillamont`);
  await page.getByText('Locked:').waitFor();
  // What the service worker asks for names that worker.
  const said = server.received.slice(from).flatMap(({ headers }) => headers.filter((_, at) => /^referer$/i.test(headers[at - 1] ?? '')));
  assert.deepEqual(said.filter((address) => !address.endsWith('/sw.js')), []);
  assert.ok(server.received.length > from + 5);
  assert.ok(!JSON.stringify(server.received).includes('Quillamont'));
  await context.close();
});

test('the help page for wrong addresses loads nothing', async () => {
  const { context, page, troubles } = await openPage(browser);
  const from = server.requests.length;
  await page.goto(`${server.url}404.html`);
  assert.equal(await page.getByRole('link').getAttribute('href'), './');
  assert.deepEqual(server.requests.slice(from), ['/any/where/404.html']);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the help page runs and loads nothing, and looks as it should', async () => {
  const { context, page, troubles } = await openPage(browser);
  const from = server.requests.length;
  await page.goto(`${server.url}help.html`);
  assert.deepEqual(server.requests.slice(from), ['/any/where/help.html']);
  const html = await readFile(`${dist}help.html`, 'utf8');
  assert.doesNotMatch(html, /<script|\son\w+=|style="|<img|<iframe|@import|url\(/);
  assert.match(html, /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^ ]+&#39;; img-src data:;/);
  // The policy lets its style through: a mark has its colour.
  const tint = () => page.locator('.mark.person').evaluate((mark) => getComputedStyle(mark).backgroundColor);
  const light = await tint();
  assert.notEqual(light, 'rgba(0, 0, 0, 0)');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await tint(), light);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('axe-core finds nothing wrong with the help page: light, dark and narrow', async () => {
  const { context, page } = await openPage(browser);
  await page.goto(`${server.url}help.html`);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 640 });
      assert.deepEqual(await accessibilityTroubles(page), [], `${colorScheme}, ${width}`);
      assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= width, `${width}`);
    }
    await page.screenshot({ path: `${root}test-output/help-${colorScheme}.png` });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  // On paper: dark words on no colour, and nothing to click.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const onPaper = await page.evaluate(() => {
    const look = (selector) => getComputedStyle(document.querySelector(selector));
    return [look('body').color, look('.mark.person').backgroundColor, look('nav').display];
  });
  assert.deepEqual(onPaper, ['rgb(27, 27, 31)', 'rgba(0, 0, 0, 0)', 'none']);
  await context.close();
});

// What it says of tests is checked in `tests/node/promises.test.mjs`.
test('what the help page says of marks, links and licences is so', async () => {
  const { context, page } = await openPage(browser);
  await page.goto(`${server.url}help.html`);
  const kinds = await readFile(`${root}src/app/model/kind.rs`, 'utf8');
  const letters = Object.fromEntries(
    [...kinds.matchAll(/Self::(\w+) => "(.)",/gu)].map(([, kind, letter]) => [kind.toLowerCase(), letter]),
  );
  const shown = await page
    .locator('.letter')
    .evaluateAll((items) => items.map((item) => [item.parentElement.className, item.textContent]));
  assert.deepEqual(Object.fromEntries(shown), letters);
  for (const link of await page.locator('a').all()) {
    const address = await link.getAttribute('href');
    if (['./', 'help.de.html', 'docs/', 'newsmark.zip'].includes(address)) continue;
    assert.equal(await page.locator(address).count(), 1, address);
  }
  for (const file of ['LICENSE-MIT', 'LICENSE-APACHE', 'NOTICE', 'src/data/README.md']) {
    assert.equal(await page.locator('code', { hasText: file }).count(), 1);
    await readFile(`${root}${file}`);
  }
  await context.close();
});

test('the help page opens in a tab of its own, and the text stays', async () => {
  const { context, page, troubles } = await openPage(browser);
  await page.goto(server.url);
  const field = page.getByRole('textbox', { name: 'Article text' });
  await page.getByText('Locked:').waitFor();
  await field.fill('The mill shut on 4 October 2021.');
  await page.locator('.backdrop .wash.date').waitFor();
  const opens = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Help' }).click();
  const help = await opens;
  await help.waitForLoadState();
  assert.equal(await help.locator('h1').innerText(), 'How to read newsmark');
  assert.equal(help.url(), `${server.url}help.html`);
  assert.equal(await help.evaluate(() => globalThis.opener), null);
  assert.equal(await field.inputValue(), 'The mill shut on 4 October 2021.');
  assert.deepEqual(troubles, []);
  await context.close();
});

test('the manifest is relative, and its icons have the sizes that it names', async () => {
  const { context, page } = await openPage(browser);
  await page.goto(`${server.url}plain`);
  const manifest = JSON.parse(await readFile(`${dist}manifest.webmanifest`, 'utf8'));
  assert.ok(manifest.name.startsWith('newsmark') && manifest.short_name === 'newsmark');
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ['./', './', 'standalone']);
  for (const colour of [manifest.theme_color, manifest.background_color]) assert.match(colour, /^#[0-9a-f]{6}$/);
  const named = manifest.icons.map(({ sizes, type, purpose }) => [sizes, type, purpose ?? 'any'].join(' '));
  assert.deepEqual(named, [
    'any image/svg+xml any',
    '192x192 image/png any',
    '512x512 image/png any',
    '512x512 image/png maskable',
  ]);
  for (const { src, sizes, type, purpose } of manifest.icons) {
    assert.ok(src.startsWith(`data:${type}`));
    const { width, height, corner, middle } = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 160 });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0, 160, 160);
      const pixel = (x, y) => [...context.getImageData(x, y, 1, 1).data];
      const { naturalWidth: width, naturalHeight: height } = image;
      return { width, height, corner: pixel(1, 1)[3], middle: [pixel(80, 50), pixel(80, 70)] };
    }, src);
    if (sizes !== 'any') assert.equal(`${width}x${height}`, sizes);
    assert.equal(corner, purpose === 'maskable' ? 255 : 0, 'only the one that is cut by the system is whole');
    assert.deepEqual(middle, [[255, 255, 255, 255], [0x22, 0x33, 0x44, 255]], 'a line, and what is below it');
  }
  await context.close();
});

test('the page can be installed as an app, after its lock too', async () => {
  const folder = await mkdtemp(`${tmpdir()}/newsmark-`);
  const context = await launchProfile(folder);
  try {
    const { page, troubles } = await openPageIn(context);
    const session = await context.newCDPSession(page);
    let errors;
    // From the second visit on the device answers. A browser that asks for the manifest very late, on a
    // busy machine, offers nothing on that visit.
    for (let visit = 0; visit < 2 || (errors.length > 0 && visit < 6); visit += 1) {
      await page.goto(server.url);
      await page.getByText('Locked:').waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      errors = (await session.send('Page.getInstallabilityErrors')).installabilityErrors;
    }
    assert.deepEqual(errors, []);
    assert.deepEqual(troubles, []);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
});
