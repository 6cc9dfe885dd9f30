/** Links, files and the clipboard in a locked page. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openPage } from '../support/chromium.mjs';
import { CANARY, NOTHING, stored, useKeep } from '../support/keep.mjs';

const keep = useKeep();
const SHARED = {
  articles: [{ text: `The ${CANARY} mill 🚢 e\u0301 \u05d0.\r\n`, published: '2021-10-04', patch: `{"exact":"${CANARY}"}` }],
};
const linkTo = (what) => keep.page.evaluate((what) => globalThis.told(globalThis.sharing.link(what)), what);
const opened = (page = keep.page) => page.evaluate(() => globalThis.told(globalThis.sharing.opened()));

test('the page is locked: nothing can be fetched', async () => {
  const { page, context } = await openPage(keep.browser);
  await keep.visit(page);
  const from = keep.server.requests.length;
  assert.equal(await page.evaluate(() => fetch('./').then(() => 'went through', () => 'refused')), 'refused');
  assert.equal(keep.server.requests.length, from);
  await context.close();
});

test('a link opens in another browser, again after a reload, and no server sees the text', async () => {
  const { link, length } = await linkTo(SHARED);
  assert.equal(link.length, length);
  assert.ok(link.startsWith(`${keep.server.page}#n1=`));
  const { page, context, troubles } = await openPage(keep.browser);
  await keep.visit(page, link);
  assert.deepEqual(await opened(page), SHARED);
  await page.reload();
  await page.waitForFunction(() => globalThis.ask !== undefined);
  assert.deepEqual(await opened(page), SHARED);
  assert.deepEqual(await stored(page), NOTHING, 'opening keeps nothing');
  await page.evaluate(() => globalThis.sharing.forget());
  assert.equal(page.url(), keep.server.page);
  assert.equal(await opened(page), 'done', 'nothing is shared any more');
  assert.deepEqual(troubles, []);
  const body = link.slice(link.indexOf('#n1=') + 4);
  const received = JSON.stringify(keep.server.received);
  assert.ok(!received.includes(CANARY) && !received.includes(body));
  await context.close();
});

test('a link that is opened in a page that is open already is told', async () => {
  const { link } = await linkTo(SHARED);
  const listened = () => keep.page.evaluate(() => globalThis.opened);
  const go = (hash) => keep.page.evaluate(async (hash) => {
    location.hash = hash;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }, hash);
  await go('#main');
  assert.deepEqual(await listened(), []);
  const hash = new URL(link).hash;
  await go(hash);
  assert.deepEqual(await listened(), [hash]);
  assert.deepEqual(await opened(), SHARED);
  await go(`${hash.slice(0, -3)}`);
  assert.deepEqual(await opened(), { refused: 'damaged' });
});

test('an address with a query makes a link without it', async () => {
  await keep.visit(keep.page, `${keep.server.page}?from=elsewhere`);
  const { link } = await linkTo(SHARED);
  assert.ok(link.startsWith(`${keep.server.page}#n1=`));
});

test('a zip bomb of 6 kB is refused by this browser’s own stream, and soon', async () => {
  const said = await keep.page.evaluate(async () => {
    const zipped = new Blob([new Uint8Array(5_900_000)]).stream().pipeThrough(new CompressionStream('deflate'));
    const bytes = new Uint8Array(await new Response(zipped).arrayBuffer());
    const body = btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
    const before = performance.now();
    const refused = await globalThis.told(globalThis.decode(`#n1=${body}`));
    return [body.length < 8000, refused, performance.now() - before < 2000];
  });
  assert.deepEqual(said, [true, { refused: 'too-large' }, true]);
});

test('a link cut or with more at its end is refused by this browser’s own stream', async () => {
  const { link } = await linkTo(SHARED);
  const codes = await keep.page.evaluate(async (hash) => {
    const codes = new Set();
    for (let end = 4; end < hash.length; end += 1) codes.add((await globalThis.told(globalThis.decode(hash.slice(0, end)))).refused);
    for (const more of ['AAAA', 'eJwB']) codes.add((await globalThis.told(globalThis.decode(hash + more))).refused);
    return [...codes];
  }, new URL(link).hash);
  assert.deepEqual(codes, ['damaged']);
});

test('a file is saved from the locked page, under a name that hides nothing', async () => {
  const content = `${CANARY}\r\n\u05d0 🚢`;
  const coming = keep.page.waitForEvent('download');
  const said = await keep.page.evaluate(
    (content) => globalThis.files.save('../Mill\u202e: “turns”?  again. ', '.newsmark', 'application/json', content),
    content,
  );
  assert.deepEqual(said, { state: 'handed' });
  const download = await coming;
  assert.match(download.suggestedFilename(), /^Mill “turns” again\.newsmark$/);
  assert.equal(await readFile(await download.path(), 'utf8'), content);
});

test('a shared file is saved and read again', async () => {
  const coming = keep.page.waitForEvent('download');
  await keep.page.evaluate(async (what) => {
    globalThis.files.save('mill', '.newsmark', 'application/json', await globalThis.sharing.file(what));
  }, SHARED);
  const text = await readFile(await (await coming).path(), 'utf8');
  const read = await keep.page.evaluate((text) => globalThis.told(globalThis.sharing.fromFile(new Blob([text]))), text);
  assert.deepEqual(read, SHARED);
});

test('file names are never empty, a folder, a device or too long', async () => {
  const names = await keep.page.evaluate((stems) => stems.map((stem) => globalThis.fileName(stem)), [
    '', '...', 'a/b\\c', 'CON', 'nul.txt', 'conference', '\u0000\n\ud800', 'x'.repeat(500), '🚢'.repeat(100), ' .hidden. ',
  ]);
  assert.deepEqual(names, [
    'newsmark', 'newsmark', 'a b c', 'newsmark CON', 'newsmark nul.txt', 'conference', 'newsmark',
    'x'.repeat(80), '🚢'.repeat(80), 'hidden',
  ]);
});

/** What the clipboard has, by type. */
const clipboard = () =>
  keep.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const words = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
    return Object.fromEntries(await Promise.all(words));
  });
const copy = (plain, html) => keep.page.evaluate(([plain, html]) => globalThis.files.copy(plain, html ?? undefined), [plain, html]);
/** The fallback, as on a page without the clipboard's newer way. */
const without = (how) =>
  keep.page.evaluate((how) => {
    if (how === 'missing') Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    else Clipboard.prototype.write = Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    globalThis.restoreClipboard = () => delete navigator.clipboard;
  }, how);

for (const how of ['allowed', 'missing', 'refused']) {
  test(`words are copied, plain and as HTML, where the clipboard’s newer way is ${how}`, async () => {
    if (how !== 'allowed') await without(how);
    // As a click does; what is selected elsewhere is not what is copied.
    await keep.page.evaluate(() => {
      document.body.textContent = 'something else';
      getSelection().selectAllChildren(document.body);
    });
    await keep.page.mouse.click(5, 5, { button: 'middle' });
    assert.deepEqual(await copy(`${CANARY} 1`), { state: 'handed' });
    await keep.page.evaluate(() => globalThis.restoreClipboard?.());
    assert.deepEqual(await clipboard(), { 'text/plain': `${CANARY} 1` });
    if (how !== 'allowed') await without(how);
    assert.deepEqual(await copy(`${CANARY} 2`, `<b>${CANARY}</b> 2`), { state: 'handed' });
    await keep.page.evaluate(() => globalThis.restoreClipboard?.());
    const { 'text/plain': plain, 'text/html': html } = await clipboard();
    assert.equal(plain, `${CANARY} 2`);
    assert.match(html, new RegExp(`<b[^>]*>${CANARY}</b> 2`));
  });
}

test('where nothing may be copied it is said why', async () => {
  await without('refused');
  await keep.page.evaluate(() => {
    Document.prototype.execCommand = () => false;
  });
  assert.deepEqual(await copy('x'), { state: 'refused', message: 'no' });
});
