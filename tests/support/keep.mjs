/** The page of `tests/support/keep/` in Chromium, for each test of a file afresh. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch, openPage, openPageIn } from './chromium.mjs';
import { serveKeep } from './engine-site.mjs';

export const CANARY = 'Quillamont';
export const article = (id, text, more = {}) => ({ id, text, ...more });
export const STATE = {
  articles: [
    article('1', `The ${CANARY} mill turns again. 🚢 \ud800`, {
      published: '2021-10-04',
      patch: `{"exact":"${CANARY}"}`,
      view: '{"done":[]}',
    }),
    article('2', `A ferry to ${CANARY}.`),
  ],
  lexicon: `{"names":["${CANARY}"]}`,
  settings: '{"shown":1}',
};
/** What saving and deleting say when all went well. */
export const SAVED = { forked: [] };
export const DELETED = { state: 'deleted' };
/** What `stored` says of a browser that stores nothing. */
export const NOTHING = { files: [], databases: [], caches: [], local: {}, session: {} };

export const texts = ({ articles }) => articles.map(({ text }) => text);
export const withoutIds = ({ articles, ...rest }) => ({
  ...rest,
  articles: articles.map(({ id: _, ...article }) => article),
});

/** Calls a method of the page's keeping; a refusal is `{ refused: code }`. */
export const ask = (page, method, what) =>
  page.evaluate(([method, what]) => globalThis.ask(method, what), [method, what]);
export const save = (page, what) => ask(page, 'save', what);

/** All that the browser says it stores for the page. */
export const stored = (page) =>
  page.evaluate(async () => {
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return { files, databases, caches: await caches.keys(), local: { ...localStorage }, session: { ...sessionStorage } };
  });

/** Registers the hooks; after each test it proves that no policy was violated and that there was no error. */
export function useKeep() {
  const keep = {
    visit: async (page = keep.page, url = keep.server.page) => {
      await page.goto(url);
      await page.waitForFunction(() => globalThis.ask !== undefined);
    },
    /** Another tab of the same reader. */
    anotherTab: async () => {
      const { page } = await openPageIn(keep.opened.context);
      await keep.visit(page);
      return page;
    },
  };
  before(async () => {
    keep.server = await serveKeep();
    keep.browser = await launch();
  });
  after(async () => {
    await keep.browser?.close();
    await keep.server?.close();
  });
  beforeEach(async () => {
    keep.opened = await openPage(keep.browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    keep.page = keep.opened.page;
    await keep.visit();
  });
  afterEach(async () => {
    assert.deepEqual(keep.opened.troubles, []);
    await keep.opened.context.close();
  });
  return keep;
}
