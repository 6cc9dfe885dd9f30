/** Built pages in Chromium. */
import assert from 'node:assert/strict';
import { launch, openPage } from '../../support/chromium.mjs';
import { serve } from '../../support/server.mjs';
import { calls, reports } from './articles.mjs';
import { article, nativeExport } from './edited.mjs';

/** A page around a script; `policy` is a Content Security Policy, `body` what stands in the page. */
export function html(script, policy, body = '') {
  const meta = policy === undefined ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>A page</title>
<link rel="icon" href="data:,"><script type="module" src="${script}"></script></head><body>${body}</body></html>`;
}

/** What a page needs at least to annotate. */
export const POLICY = "default-src 'none'; img-src data:; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

let browser;

/** The browser of all tests of a file. */
export async function start() {
  browser = await launch();
}

/** Ends it. */
export async function stop() {
  await browser?.close();
}

/** The reports of `annotate` on a page for `asked`, all asked for at once. */
export function readAll(page) {
  return page.evaluate((calls) => Promise.all(calls.map((call) => globalThis.annotate(...call))), calls);
}

/** The code of the error of a call on a page. */
export function codeOf(page, call) {
  return page.evaluate((call) => globalThis.annotate(...call).then(() => 'none', ({ code }) => code), call);
}

/** Opens a page at an address; `use` is given the page and its troubles. */
export async function openAt(url, use) {
  const { context, page, troubles } = await openPage(browser);
  try {
    await page.goto(url);
    await page.waitForFunction(() => globalThis.annotate !== undefined, undefined, { timeout: 10_000 });
    return await use({ page, troubles });
  } finally {
    await context.close();
  }
}

/** Serves a folder and opens one of its pages; `use` is also given the names of the files that were asked for. */
export async function onPage(folder, path, use) {
  const server = await serve(folder);
  const asked = () => server.requests.map((request) => request.split('/').at(-1));
  try {
    return await openAt(server.url + path, (opened) => use({ ...opened, asked }));
  } finally {
    await server.close();
  }
}

/** Opens a page, and proves that it gives the command's reports without any trouble. */
export function sameReports(folder, path, { workers = 0 } = {}) {
  return onPage(folder, path, async ({ page, troubles, asked }) => {
    assert.deepEqual(await readAll(page), reports);
    assert.equal(page.workers().length, workers, 'workers');
    assert.deepEqual(troubles, []);
    const wasm = asked().filter((name) => name.endsWith('.wasm'));
    assert.equal(wasm.length, 1, `one module is asked for, once: ${wasm}`);
    assert.equal(asked().filter((name) => name.endsWith('.bin')).length, 2);
    assert.ok(asked().every((name) => !/^edit(_bg)?[.-]/.test(name)), 'nothing of what exports and corrects');
    for (const code of ['bad-option', 'too-long', 'bad-date']) {
      const options = { 'bad-option': { publishd: '2021-10-04' }, 'too-long': { maxBytes: 3 }, 'bad-date': { published: 'May' } };
      assert.equal(await codeOf(page, ['A mill.', options[code]]), code);
    }
    return asked();
  });
}

/** Opens a page that also exports, and proves that it does so as the command does, and loads what does it then. */
export function sameExport(folder, path) {
  return onPage(folder, path, async ({ page, troubles, asked }) => {
    const exported = (format) =>
      page.evaluate(
        async ([article, format]) => globalThis.exportAs(article[0], await globalThis.annotate(...article), format),
        [article, format],
      );
    const modules = () => asked().filter((name) => name.endsWith('.wasm')).length;
    await page.evaluate((article) => globalThis.annotate(...article), article);
    assert.equal(modules(), 1);
    for (const format of ['html', 'csv']) {
      const [file] = (await exported(format)).files;
      assert.deepEqual({ [file.ending]: file.text }, await nativeExport(format));
    }
    assert.equal(modules(), 2, 'another module, once');
    assert.deepEqual(troubles, []);
  });
}

/** A body with the element in it. */
export const ELEMENT = '<news-mark layout="article"><p>The mill at Larkhaven shut on 4 October 2021.</p></news-mark>';

/** Opens a page with the element, and proves that it is defined, marks, and reads as the command does. */
export function sameElement(folder, path) {
  return onPage(folder, path, async ({ page, troubles, asked }) => {
    const report = await page.evaluate((article) => globalThis.annotate(...article), article);
    assert.deepEqual(report, reports[calls.indexOf(article)]);
    assert.deepEqual(troubles, []);
    assert.ok(asked().every((name) => !/^(edit|aside)(_bg)?[.-]/.test(name)), 'nothing that is not shown');
  });
}
