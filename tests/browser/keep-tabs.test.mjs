/** Keeping with several tabs at once, and where the browser, the disk or what is stored fails. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '../support/chromium.mjs';
import { DELETED, NOTHING, SAVED, STATE, article, ask, save, stored, texts, useKeep, withoutIds } from '../support/keep.mjs';

const keep = useKeep();
const ended = (page) => page.evaluate(() => globalThis.ended);

/** Two tabs that have restored the same two articles. */
async function twoTabs() {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  const other = await keep.anotherTab();
  return { mine: STATE, other, theirs: await ask(other, 'restore') };
}
/** What a tab that opens now is given. */
async function seenByAnother() {
  const page = await keep.anotherTab();
  const kept = await ask(page, 'restore');
  await page.close();
  return kept;
}
const changed = (state, at, text) => ({
  ...state,
  articles: state.articles.map((article, place) => (place === at ? { ...article, text } : article)),
});

test('two tabs that change two articles keep both changes', async () => {
  const { mine, other, theirs } = await twoTabs();
  assert.deepEqual(await save(other, changed(theirs, 0, 'Theirs')), SAVED);
  assert.deepEqual(await save(keep.page, changed(mine, 1, 'Mine')), SAVED);
  assert.deepEqual(texts(await seenByAnother()), ['Theirs', 'Mine']);
});

test('an article that two tabs change becomes two, once', async () => {
  const { mine, other, theirs } = await twoTabs();
  assert.deepEqual(await save(other, changed(theirs, 0, 'Theirs')), SAVED);
  assert.deepEqual(await save(keep.page, changed(mine, 0, 'Mine')), { forked: ['1'] });
  assert.deepEqual(await save(other, changed(theirs, 0, 'Theirs again')), SAVED);
  assert.deepEqual(await save(keep.page, changed(mine, 0, 'Mine again')), SAVED);
  assert.deepEqual(texts(await seenByAnother()).sort(), [STATE.articles[1].text, 'Mine again', 'Theirs again']);
});

test('both tabs save at the same time and nothing is lost', async () => {
  const { mine, other, theirs } = await twoTabs();
  const rounds = Array.from({ length: 20 }, (_, round) => round);
  const all = (page, state, name) =>
    Promise.all(rounds.map((round) => save(page, changed(changed(state, 0, `${name} 0 ${round}`), 1, `${name} 1 ${round}`))));
  await Promise.all([all(keep.page, mine, 'Mine'), all(other, theirs, 'Theirs')]);
  const kept = texts(await seenByAnother()).sort();
  assert.deepEqual(kept, ['Mine 0 19', 'Mine 1 19', 'Theirs 0 19', 'Theirs 1 19']);
});

test('an article that one tab closes and another changes stays', async () => {
  const { mine, other, theirs } = await twoTabs();
  await save(other, changed(theirs, 0, 'Theirs'));
  assert.deepEqual(await save(keep.page, { ...mine, articles: [mine.articles[1]] }), SAVED);
  assert.deepEqual(texts(await seenByAnother()).sort(), [STATE.articles[1].text, 'Theirs']);
  // And the other way round: closed first.
  await save(other, { ...theirs, articles: [{ ...theirs.articles[0], text: 'Theirs' }] });
  assert.deepEqual(await save(keep.page, { ...mine, articles: [article('2', 'Mine')] }), SAVED);
  assert.deepEqual(texts(await seenByAnother()).sort(), ['Mine', 'Theirs']);
});

test('a lexicon that another tab has changed is handed over, not overwritten', async () => {
  const { mine, other, theirs } = await twoTabs();
  await save(other, { ...theirs, lexicon: '["theirs"]' });
  assert.deepEqual(await save(keep.page, { ...mine, lexicon: '["mine"]' }), { forked: [], lexicon: '["theirs"]' });
  assert.equal((await seenByAnother()).lexicon, '["theirs"]');
  assert.deepEqual(await save(keep.page, { ...mine, lexicon: '["mine","theirs"]' }), SAVED);
  assert.equal((await seenByAnother()).lexicon, '["mine","theirs"]');
});

test('a tab that switches on beside another adds its articles, and deletes none', async () => {
  const other = await keep.anotherTab();
  await ask(keep.page, 'switchOn');
  await save(keep.page, { articles: [article('1', 'Mine')] });
  assert.deepEqual(await save(other, { articles: [article('1', 'Theirs')] }), { refused: 'off' }, 'not of its own accord');
  assert.equal(await ask(other, 'switchOn'), 'done');
  assert.deepEqual(await save(other, { articles: [article('1', 'Theirs')] }), SAVED);
  assert.deepEqual(texts(await seenByAnother()).sort(), ['Mine', 'Theirs']);
});

test('two tabs that switch on at once share one key', async () => {
  const other = await keep.anotherTab();
  assert.deepEqual(await Promise.all([ask(keep.page, 'switchOn'), ask(other, 'switchOn')]), ['done', 'done']);
  await save(keep.page, { articles: [article('1', 'Mine')] });
  await save(other, { articles: [article('1', 'Theirs')] });
  assert.deepEqual(texts(await seenByAnother()).sort(), ['Mine', 'Theirs']);
});

test('“delete all” in one tab ends keeping in the others, which store nothing again', async () => {
  const { other, theirs } = await twoTabs();
  assert.deepEqual(await ask(keep.page, 'deleteAll'), DELETED);
  await other.waitForFunction(() => globalThis.ended.length > 0);
  assert.deepEqual(await ended(other), ['off']);
  assert.deepEqual(await save(other, theirs), { refused: 'off' });
  // Not even after the reader has switched on again elsewhere.
  await ask(keep.page, 'switchOn');
  await save(keep.page, { articles: [article('1', 'Mine')] });
  assert.deepEqual(await save(other, theirs), { refused: 'off' });
  assert.deepEqual(texts(await seenByAnother()), ['Mine']);
});

test('a tab that does not let go is said, and the rest goes when it does', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  const other = await keep.anotherTab();
  // As a page of another release might.
  await other.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    globalThis.held = await new Promise((resolve) => {
      indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
    });
  });
  assert.deepEqual(await ask(keep.page, 'deleteAll'), { state: 'waiting' });
  const keys = await keep.page.evaluate(async () => (await navigator.storage.getDirectory()).keys().next());
  assert.ok(keys.done, 'the key is gone already');
  assert.equal(await ask(await keep.anotherTab(), 'state'), 'off');
  assert.deepEqual(await ask(keep.page, 'restore'), { refused: 'off' });
  assert.deepEqual(await ask(keep.page, 'switchOn'), { refused: 'blocked' });
  await other.close();
  await keep.page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
  assert.deepEqual(await stored(keep.page), NOTHING);
  assert.equal(await ask(keep.page, 'switchOn'), 'done');
});

test('what a deletion has left that could not end goes at the next visit', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  await keep.page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name);
  });
  await keep.visit();
  assert.equal((await stored(keep.page)).databases.length, 1);
  assert.equal(await ask(keep.page, 'state'), 'off');
  assert.deepEqual(await stored(keep.page), NOTHING);
});

/** Changes what is stored: `change` gets the page's only store, in a transaction. */
const tamper = (page, change, version) =>
  page.evaluate(
    async ([change, version]) => {
      const [{ name }] = await indexedDB.databases();
      const db = await new Promise((resolve) => {
        indexedDB.open(name, version).onsuccess = ({ target }) => resolve(target.result);
      });
      const transaction = db.transaction('records', 'readwrite');
      const store = transaction.objectStore('records');
      if (change === 'flip') {
        const [key] = await new Promise((resolve) => {
          store.getAllKeys().onsuccess = ({ target }) => resolve(target.result);
        });
        const value = await new Promise((resolve) => {
          store.get(key).onsuccess = ({ target }) => resolve(target.result);
        });
        new Uint8Array(value.data)[3] ^= 1;
        store.put(value, key);
      }
      if (change === 'foreign') store.put({ rev: 'x', text: 'not sealed' }, 'article x');
      if (change === 'null') store.put(null, 'lexicon');
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      db.close();
    },
    [change, version],
  );
/** Every stored record, as text. */
const records = (page) =>
  page.evaluate(async () => {
    const [{ name, version }] = await indexedDB.databases();
    const db = await new Promise((resolve) => {
      indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result);
    });
    const values = await new Promise((resolve) => {
      db.transaction('records').objectStore('records').getAll().onsuccess = ({ target }) => resolve(target.result);
    });
    db.close();
    return JSON.stringify([version, values.map((value) => value && { ...value, data: [...new Uint8Array(value.data)] })]);
  });

const malformed = { flip: ['damaged'], foreign: ['damaged'], null: ['damaged'], none: ['newer', 2] };
for (const [change, [code, version]] of Object.entries(malformed)) {
  test(`what is stored and ${code} (${change}) is refused and left as it is, until the reader deletes it`, async () => {
    await ask(keep.page, 'switchOn');
    await save(keep.page, STATE);
    await keep.visit();
    await tamper(keep.page, change, version);
    const before = await records(keep.page);
    await keep.visit();
    assert.equal(await ask(keep.page, 'state'), 'on');
    assert.deepEqual(await ask(keep.page, 'restore'), { refused: code });
    assert.deepEqual(await save(keep.page, { articles: [article('1', 'New')] }), { refused: code });
    assert.deepEqual(await ask(keep.page, 'switchOn'), { refused: code });
    assert.equal(await records(keep.page), before);
    assert.deepEqual(await ask(keep.page, 'deleteAll'), DELETED);
    assert.deepEqual(await stored(keep.page), NOTHING);
    await ask(keep.page, 'switchOn');
    assert.deepEqual(await save(keep.page, STATE), SAVED);
  });
}

test('a newer version of the page takes over, and this one says so', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  await tamper(await keep.anotherTab(), 'none', 2);
  assert.deepEqual(await ended(keep.page), ['newer']);
  assert.deepEqual(await save(keep.page, STATE), { refused: 'newer' });
});

test('what could not be restored later is not saved', async () => {
  await ask(keep.page, 'switchOn');
  await save(keep.page, STATE);
  const refuse = async (code, state) => assert.deepEqual(await save(keep.page, state), { refused: code });
  await refuse('wrong-shape', { articles: [article('1', 1)] });
  await refuse('wrong-shape', { articles: [article('1', 'x'), article('1', 'y')] });
  await refuse('wrong-shape', { articles: [{ text: 'x' }] });
  await refuse('wrong-shape', { articles: [], more: '' });
  await refuse('too-large', { articles: [article('1', 'x', { patch: '1'.repeat((1 << 20) + 1) })] });
  assert.deepEqual(withoutIds(await seenByAnother()), withoutIds(STATE));
});

test('a full disk is said, what was kept stays, and saving goes on when there is room', async () => {
  const session = await keep.opened.context.newCDPSession(keep.page);
  const { origin } = new URL(keep.page.url());
  // Before anything is saved: Chromium remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
  await ask(keep.page, 'switchOn');
  assert.deepEqual(await save(keep.page, STATE), SAVED);
  const large = { articles: [article('1', 'x'.repeat(1_000_000)), article('3', 'y')] };
  assert.deepEqual(await save(keep.page, large), { refused: 'full' });
  assert.deepEqual(withoutIds(await seenByAnother()), withoutIds(STATE));
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  assert.deepEqual(await save(keep.page, large), SAVED);
  assert.deepEqual(withoutIds(await seenByAnother()), withoutIds(large));
});

const refusing = {
  'has no files of its own': () => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('private', 'SecurityError'));
  },
  'has no databases': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
  },
  'has no locks': () => {
    delete Navigator.prototype.locks;
  },
  'cannot write files': () => {
    delete FileSystemFileHandle.prototype.createWritable;
  },
};
for (const [what, script] of Object.entries(refusing)) {
  test(`where the browser ${what}, keeping is refused and nothing is left`, async () => {
    const { page, context } = await openPage(keep.browser);
    await page.addInitScript(script);
    await keep.visit(page);
    assert.equal(await ask(page, 'state'), 'off');
    assert.deepEqual(await ask(page, 'switchOn'), { refused: 'unavailable' });
    assert.deepEqual(await save(page, STATE), { refused: 'off' });
    const plain = await context.newPage();
    await keep.visit(plain);
    assert.deepEqual(await stored(plain), NOTHING);
    await context.close();
  });
}
