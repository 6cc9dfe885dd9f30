/** Keeping on the device: what is stored, when, and what is left of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchProfile, openPage } from '../support/chromium.mjs';
import { CANARY, DELETED, NOTHING, SAVED, STATE, article, ask, save, stored, texts, useKeep, withoutIds } from '../support/keep.mjs';
import { filesWith, inFolder } from '../support/profile.mjs';

const keep = useKeep();

test('nothing is stored until the reader switches it on', async () => {
  assert.equal(await ask(keep.page, 'state'), 'off');
  assert.deepEqual(await save(keep.page, STATE), { refused: 'off' });
  assert.deepEqual(await ask(keep.page, 'restore'), { refused: 'off' });
  assert.deepEqual(await stored(keep.page), NOTHING);
});

test('where the browser does not list databases, asking stores nothing either', async () => {
  const { page, context } = await openPage(keep.browser);
  await page.addInitScript(() => {
    delete IDBFactory.prototype.databases;
    globalThis.unlisted = indexedDB.databases === undefined;
  });
  await keep.visit(page);
  assert.ok(await page.evaluate(() => globalThis.unlisted));
  assert.equal(await ask(page, 'state'), 'off');
  assert.deepEqual(await ask(page, 'restore'), { refused: 'off' });
  assert.equal(await ask(page, 'switchOn'), 'done');
  assert.deepEqual(await save(page, STATE), SAVED);
  await keep.visit(page);
  assert.equal(await ask(page, 'state'), 'on');
  assert.deepEqual(texts(await ask(page, 'restore')), texts(STATE));
  assert.deepEqual(await ask(page, 'deleteAll'), DELETED);
  assert.equal(await ask(page, 'state'), 'off');
  await context.close();
});

test('switched on, articles, lexicon and settings survive a reload, to the last unit', async () => {
  assert.equal(await ask(keep.page, 'switchOn'), 'done');
  assert.equal(await ask(keep.page, 'state'), 'on');
  assert.deepEqual(await save(keep.page, STATE), SAVED);
  await keep.visit();
  assert.equal(await ask(keep.page, 'state'), 'on');
  assert.deepEqual(await save(keep.page, STATE), { refused: 'off' }, 'not before it was restored');
  const restored = await ask(keep.page, 'restore');
  assert.deepEqual(withoutIds(restored), withoutIds(STATE));

  // Changed, closed, added, put in another order.
  const [first, second] = restored.articles;
  const next = { articles: [article('7', 'New'), { ...second, text: 'Changed' }], settings: '{}' };
  assert.deepEqual(await save(keep.page, next), SAVED);
  await keep.visit();
  const again = await ask(keep.page, 'restore');
  assert.deepEqual(withoutIds(again), withoutIds(next));
  assert.ok(!again.articles.some(({ id }) => id === first.id));
});

test('a save of what has not changed writes nothing', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  const writes = await keep.page.evaluate(async (state) => {
    let writes = 0;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
      writes += 1;
      return put.apply(this, given);
    };
    await globalThis.ask('save', state);
    const before = writes;
    state.articles[1].text += 'x';
    await globalThis.ask('save', state);
    return [before, writes];
  }, STATE);
  assert.deepEqual(writes, [0, 1]);
});

test('after “delete all” the browser lists nothing, and nothing is saved any more', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  const { files, databases } = await stored(keep.page);
  assert.deepEqual([files.length, databases.length], [1, 1], 'the key and the database');
  assert.deepEqual(await ask(keep.page, 'deleteAll'), DELETED);
  assert.deepEqual(await stored(keep.page), NOTHING);
  assert.deepEqual(await save(keep.page, STATE), { refused: 'off' });
  assert.equal(await ask(keep.page, 'state'), 'off');
  assert.deepEqual(await stored(keep.page), NOTHING);
  assert.deepEqual(await ask(keep.page, 'deleteAll'), DELETED, 'there is nothing to be deleted, and nothing wrong');
});

test('the profile has no word of what is kept, and after “delete all” no key to it', async () => {
  await inFolder(async (folder) => {
    let context = await launchProfile(folder);
    let tab = await context.newPage();
    await keep.visit(tab);
    await ask(tab, 'switchOn');
    for (let edit = 0; edit < 20; edit += 1) {
      await save(tab, { ...STATE, articles: [article('1', `${CANARY} ${edit}`), STATE.articles[1]] });
    }
    // What it would be like without: a database as pages usually have, deleted in the same way.
    const secrets = await tab.evaluate(async () => {
      const opened = await new Promise((resolve) => {
        const request = indexedDB.open('plain');
        request.onupgradeneeded = () => request.result.createObjectStore('all');
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = opened.transaction('all', 'readwrite', { durability: 'strict' });
      transaction.objectStore('all').put('Thornwickel', 1);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      opened.close();
      const bytes = [];
      for await (const handle of (await navigator.storage.getDirectory()).values()) {
        bytes.push([...new Uint8Array(await (await handle.getFile()).arrayBuffer())]);
      }
      return bytes;
    });
    const [key] = secrets.map((bytes) => Buffer.from(bytes));
    assert.deepEqual([secrets.length, key.length], [1, 32]);
    await context.close();
    assert.equal((await filesWith(folder, 'Thornwickel')).length, 1, 'the search finds what is stored');
    assert.equal((await filesWith(folder, key)).length, 1, 'the key is in one file');
    assert.deepEqual(await filesWith(folder, CANARY), [], 'kept, but not to be read in the files');

    context = await launchProfile(folder);
    tab = await context.newPage();
    await keep.visit(tab);
    assert.deepEqual(texts(await ask(tab, 'restore')), [`${CANARY} 19`, STATE.articles[1].text]);
    await tab.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('plain').onsuccess = resolve)));
    assert.deepEqual(await ask(tab, 'deleteAll'), DELETED);
    assert.deepEqual(await stored(tab), NOTHING);
    await context.close();
    assert.deepEqual(await filesWith(folder, CANARY, key), []);

    context = await launchProfile(folder);
    tab = await context.newPage();
    await keep.visit(tab);
    assert.equal(await ask(tab, 'state'), 'off');
    await context.close();
  });
});

test('a browser that is killed while it saves has the last whole state', async () => {
  await inFolder(async (folder) => {
    const state = (n) => ({
      articles: Array.from({ length: 8 }, (_, at) => article(`${at}`, `${n} `.repeat(20_000))),
      settings: `${n}`,
    });
    let context = await launchProfile(folder);
    let tab = await context.newPage();
    await keep.visit(tab);
    await ask(tab, 'switchOn');
    await save(tab, state(0));
    const seen = [];
    await tab.exposeFunction('saved', (n) => seen.push(n));
    tab
      .evaluate(async () => {
        for (let n = 1; ; n += 1) {
          const articles = Array.from({ length: 8 }, (_, at) => ({ id: `${at}`, text: `${n} `.repeat(20_000) }));
          await globalThis.ask('save', { articles, settings: `${n}` });
          globalThis.saved(n);
        }
      })
      .catch(() => {});
    for (let tries = 0; seen.length < 5 && tries < 300; tries += 1) await new Promise((wait) => setTimeout(wait, 20));
    assert.ok(seen.length >= 5);
    const closed = new Promise((resolve) => context.once('close', resolve));
    const session = await context.browser().newBrowserCDPSession();
    session.send('Browser.crash').catch(() => {});
    await closed;

    context = await launchProfile(folder);
    tab = await context.newPage();
    await keep.visit(tab);
    const restored = await ask(tab, 'restore');
    const n = Number(restored.settings);
    assert.ok(n >= seen.at(-1), `${n} is not older than what was said to be saved, ${seen.at(-1)}`);
    assert.deepEqual(withoutIds(restored), withoutIds(state(n)), 'and all of one moment');
    await context.close();
  });
});
