/** What readers take along, share and keep, as they do it. Needs a built site in `dist/`. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { accessibilityTroubles } from '../support/axe.mjs';
import { launchProfile, openPage, openPageIn } from '../support/chromium.mjs';
import { ARTICLE, useDesk } from '../support/desk.mjs';
import { ready } from '../support/page.mjs';
import { filesWith, inFolder } from '../support/profile.mjs';

const desk = useDesk();
const CANARY = 'Quillamont';
const TEXT = ARTICLE.replace('Northern Mills', CANARY);
const SECOND = `Ferry to Osmund Island sails again

Captain Rosa Lind said on Monday that the ferry to Osmund Island sails again. “We waited long enough,” said Lind.
`;

const dialog = (page = desk.page) => page.locator('dialog.along:not(.offered)');
const offer = (page = desk.page) => page.locator('dialog.offered');
const button = (name, within = dialog()) => within.getByRole('button', { name, exact: true });
const told = (page = desk.page) => dialog(page).getByRole('status');
const status = (page = desk.page) => page.locator('main > p[role=status]');
const open = async (page = desk.page) => {
  await page.getByRole('button', { name: 'Take along' }).click();
  await dialog(page).waitFor();
};
/** Requests of pages that a test has opened besides are no requests of the page that was locked. */
const forgive = () => (desk.loaded = desk.server.requests.length);
const another = async (url = desk.server.url, context = undefined) => {
  const opened = context ? { context, ...(await openPageIn(context)) } : await openPage(desk.browser);
  await opened.page.goto(url);
  await ready(opened.page);
  forgive();
  return opened;
};
/** The file that a click hands over: its name and its text. */
async function download(click, page = desk.page) {
  const coming = page.waitForEvent('download');
  await click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
const clipboard = (type = 'text/plain') =>
  desk.page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read();
    return item.types.includes(type) ? (await item.getType(type)).text() : undefined;
  }, type);
const chooseFile = (name, text) =>
  desk.page.locator('.input input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
/** All that the browser stores for the page, as one text: names and contents. */
const storage = (page) =>
  page.evaluate(async () => {
    const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for await (const [name] of (await navigator.storage.getDirectory()).entries()) all.push(`@@ file ${name}`);
    for (const { name } of await indexedDB.databases()) all.push(`@@ database ${name}`);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) all.push(request.url, await (await cache.match(request)).text());
    }
    return all.join('\n');
  });
const keepOn = async (page = desk.page) => {
  await open(page);
  await dialog(page).getByRole('checkbox', { name: 'Keep on this device' }).click();
  await dialog(page).getByText('Kept on this device').waitFor();
};

const FORMATS = [
  ['HTML', ['html']],
  ['Markdown', ['md']],
  ['CSV', ['csv']],
  ['JSON', ['json']],
  ['JSON Lines', ['jsonl']],
  ['Web Annotation', ['jsonld']],
  ['TimeML', ['tml']],
  ['CoNLL', ['conll']],
  ['spaCy', ['spacy.json']],
  ['iCalendar', ['ics']],
  ['TimelineJS', ['timeline.json']],
];

/** Chromium lets ten downloads follow each other: then it asks the reader. */
const saved = async (formats) => {
  await desk.read();
  await open();
  for (const [format, endings] of formats) {
    const { name, text } = await download(() => button(`Save: ${format}`).click());
    assert.ok(endings.some((ending) => name === `Mill at Larkhaven to turn again.${ending}`), name);
    assert.ok(text.includes('Marsh') || text.includes('Larkhaven'), `${format}: ${text.slice(0, 200)}`);
    await told().getByText('Handed to the downloads').waitFor();
  }
};

test('each format is saved from the locked page, with the names of the article', () => saved(FORMATS.slice(0, 6)));

test('each other format is, too', async () => {
  await saved(FORMATS.slice(6));
  const files = [];
  desk.page.on('download', (file) => files.push(file.suggestedFilename()));
  await button('Save: brat').click();
  for (let tries = 0; files.length < 2 && tries < 50; tries += 1) await desk.page.waitForTimeout(50);
  assert.deepEqual(files.map((name) => name.split('.').at(-1)).sort(), ['ann', 'txt']);
});

test('what an export leaves out is said', async () => {
  await desk.read();
  await open();
  await download(() => button('Save: TimelineJS').click());
  assert.match(await told().innerText(), /Handed to the downloads: \.timeline\.json\. Left out: \d+ /);
});

test('all open articles are one file where the format can', async () => {
  await desk.read();
  await desk.page.getByRole('button', { name: 'New article' }).click();
  await desk.read(SECOND);
  await open();
  await dialog().getByRole('radio', { name: 'all 2 open articles' }).check();
  assert.equal(await dialog().getByText('one article a file').count(), 9);
  const { text } = await download(() => button('Save: CSV').click());
  assert.ok(text.includes('Odile Marsh') && text.includes('Rosa Lind'));
  assert.equal(text.split('\r\n').filter((line) => line.includes('certainty')).length, 1, 'one first line');
});

test('Markdown is copied as it is, HTML as mark-up and notes', async () => {
  await desk.read();
  await open();
  await button('Copy: Markdown').click();
  await told().getByText('Copied').waitFor();
  assert.match(await clipboard(), /^# Mill at Larkhaven/);
  await button('Copy: HTML').click();
  await desk.page.waitForFunction(async () => (await navigator.clipboard.read())[0].types.includes('text/html'));
  assert.match(await clipboard('text/html'), /Odile Marsh/);
});

test('a quote is copied with its citation, from its card and by a key', async () => {
  await desk.read();
  const cited = /^“It will break again,” — Piet Sandvik \(uncertain\), in “Mill at Larkhaven to turn again”/;
  const mark = desk.marks('quote').filter({ hasText: 'It will break again' }).first();
  await mark.click();
  await desk.page.locator('.card').getByRole('button', { name: 'Copy with its citation' }).click();
  await status().getByText('Copied: “It will break').waitFor();
  assert.match(await clipboard(), cited);
  assert.match(await clipboard('text/html'), /<blockquote/);
  await desk.page.locator('.toast').waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.evaluate(() => navigator.clipboard.writeText('nothing'));
  await desk.page.keyboard.press('q');
  await desk.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== 'nothing');
  assert.match(await clipboard(), cited);
});

test('a link carries the text to another browser, and to no server', async () => {
  await desk.read(TEXT);
  await open();
  assert.match(await dialog().locator('.link').innerText(), /The text itself, your corrections and your list will stand in the link.*history/s);
  await button('Make a link to this text').click();
  const field = dialog().getByRole('textbox', { name: 'The link' });
  const link = await field.inputValue();
  assert.match(await told().innerText(), /^[\d,]+ of at most 8,000 characters\.$/);
  await button('Copy the link').click();
  await told().getByText('The link was copied.').waitFor();
  assert.equal(await clipboard(), link);

  const { page, context, troubles } = await another(link);
  await offer(page).waitFor();
  assert.match(await offer(page).innerText(), /This link holds 1 article:.*Mill at Larkhaven to turn again.*\d+ words/s);
  assert.equal(await page.locator('article').count(), 0, 'nothing of it is open');
  assert.deepEqual(await accessibilityTroubles(page), []);
  await offer(page).getByRole('button', { name: 'Open' }).click();
  await page.locator('article .mark.organisation', { hasText: CANARY }).first().waitFor();
  assert.doesNotMatch(await storage(page), new RegExp(CANARY));
  assert.equal(await page.evaluate(() => document.referrer), '');
  const body = link.slice(link.indexOf('#') + 4);
  const received = JSON.stringify(desk.server.received);
  assert.ok(!received.includes(CANARY) && !received.includes(body));
  assert.deepEqual(troubles, []);
  await context.close();
});

test('a link is made and opened by keyboard alone, beside what is there', async () => {
  await desk.read(SECOND);
  await desk.page.getByRole('button', { name: 'Take along' }).focus();
  await desk.page.keyboard.press('Enter');
  await desk.focusComesTo('dialog.along *');
  for (let tries = 0; tries < 60; tries += 1) {
    const name = await desk.page.evaluate(() => document.activeElement.textContent);
    if (name === 'Make a link to this text') break;
    await desk.page.keyboard.press('Tab');
  }
  await desk.page.keyboard.press('Enter');
  const link = await dialog().getByRole('textbox', { name: 'The link' }).inputValue();
  await desk.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'hidden' });
  assert.equal(await desk.page.evaluate(() => document.activeElement.textContent), 'Take along');

  const { page, context } = await another();
  await page.getByRole('textbox', { name: 'Article text' }).fill('My own words.');
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await offer(page).waitFor();
  await page.keyboard.press('Escape');
  await offer(page).waitFor({ state: 'hidden' });
  assert.equal(await page.getByRole('textbox', { name: 'Article text' }).inputValue(), 'My own words.');
  await page.evaluate(() => (location.hash = '#'));
  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await offer(page).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('article .mark.person', { hasText: 'Rosa Lind' }).first().waitFor();
  assert.equal(await page.getByRole('tab').count(), 2, 'the reader’s own is still open');
  await page.getByRole('tab').first().click();
  assert.match(await page.locator('.open').innerHTML(), /My own words/);
  await context.close();
});

test('what is too long for a link is saved as a file, which the page opens again', async () => {
  const long = `${TEXT}\n${Array.from({ length: 3000 }, (_, at) => `Mill ${(at * 7919) % 10007} turned.`).join(' ')}`;
  await desk.read(long);
  await open();
  await button('Make a link to this text').click();
  await told().getByText('This is too long for a link').waitFor();
  const { name, text } = await download(() => dialog().locator('.link').getByRole('button', { name: 'Save as .newsmark' }).click());
  assert.equal(name, 'Mill at Larkhaven to turn again.newsmark');
  assert.equal(JSON.parse(text).articles[0].text.trim(), long.trim());
  await button('Done').click();
  await desk.page.getByRole('button', { name: 'Clear' }).click();
  await chooseFile(name, text);
  await offer().waitFor();
  assert.match(await offer().innerText(), /newsmark holds 1 article:/);
  await button('Open', offer()).click();
  await desk.marks('organisation').filter({ hasText: CANARY }).first().waitFor();
});

test('links and files that are damaged are refused in words, and nothing is lost', async () => {
  await desk.read();
  const before = await desk.page.locator('article').innerText();
  const refused = async (words) => {
    await offer().waitFor();
    assert.match(await offer().innerText(), words);
    assert.equal(await button('Open', offer()).count(), 0);
    await button('Close', offer()).click();
    await offer().waitFor({ state: 'hidden' });
    await desk.page.evaluate(() => (location.hash = ''));
  };
  for (const [hash, words] of [
    ['#n1=AAAA', /This link cannot be opened\. It is cut off or was changed on its way\./],
    ['#n7=AAAA', /newer version of newsmark/],
    [`#n1=${'A'.repeat(9000)}`, /too large/],
  ]) {
    await desk.page.evaluate((hash) => (location.hash = hash), hash);
    await refused(words);
  }
  assert.equal(await desk.page.locator('article').innerText(), before);
  await desk.edit();
  for (const [text, words] of [
    ['{', /bad\.newsmark cannot be opened\. It is cut off/],
    ['{"v":1,"articles":[{"text":7}]}', /It holds what newsmark never writes/],
    ['{"v":1,"articles":[]}', /It holds what newsmark never writes/],
    ['{"v":1,"articles":[{"text":" "}]}', /It holds no text/],
  ]) {
    await chooseFile('bad.newsmark', text);
    await refused(words);
  }
  assert.equal((await desk.field().inputValue()).trim(), ARTICLE.trim());
});

test('corrections and lists come and go as files; refused ones change nothing', async () => {
  await desk.read();
  await open();
  const list = '{"schema":"newsmark-lexicon/1","names":[],"ignore":["mill"]}';
  const give = (label, text) =>
    dialog().getByLabel(label).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('Open a list', '{"schema":"other"}');
  await told().getByText('This is no file of a list (line 1, column 18: missing field `names`). Nothing was changed.').waitFor();
  assert.equal(await button('Save my list').count(), 0);
  await give('Open a list', list);
  await told().getByText('New in your list: 1 entry.').waitFor();
  const { name, text } = await download(() => button('Save my list').click());
  assert.deepEqual([name, text], ['My newsmark list.json', list]);
  await give('Open corrections', '[]');
  await told().getByText('Nothing was changed.').waitFor();
});

test('nothing of a text is stored until keeping is switched on', async () => {
  await desk.read(TEXT);
  await open();
  assert.equal(await dialog().getByRole('checkbox', { name: 'Keep on this device' }).isChecked(), false);
  await desk.page.waitForTimeout(1500);
  const all = await storage(desk.page);
  assert.ok(!all.includes(CANARY) && !/^@@ /m.test(all), all.slice(0, 300));
});

test('kept articles, their dates and the language survive a reload, until all is deleted', async () => {
  const { context } = desk.opened;
  await desk.read(TEXT);
  await desk.page.getByRole('button', { name: 'New article' }).click();
  await desk.read(SECOND);
  await desk.edit();
  await desk.page.getByLabel('Published on').first().fill('2024-03-12');
  await keepOn();
  await button('Done').click();
  await desk.page.getByRole('button', { name: 'Deutsch' }).click();
  await desk.page.getByText('Auf diesem Gerät aufbewahrt').waitFor();
  assert.doesNotMatch(await storage(desk.page), new RegExp(CANARY), 'not in words');

  const { page } = await another(desk.server.url, context);
  await page.getByRole('button', { name: 'Auf diesem Gerät aufbewahrt' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  assert.equal(await page.getByRole('tab').count(), 2);
  await page.locator('article .mark.person', { hasText: 'Rosa Lind' }).first().waitFor();
  assert.match(await page.locator('.datebar').innerText(), /12\. März 2024/);
  await page.getByRole('tab').first().click();
  await page.locator('article .mark.organisation', { hasText: CANARY }).first().waitFor();

  await page.getByRole('button', { name: 'Auf diesem Gerät aufbewahrt' }).click();
  await dialog(page).getByRole('button', { name: 'Alles Aufbewahrte löschen' }).click();
  await dialog(page).getByRole('button', { name: 'Behalten' }).click();
  assert.match(await storage(page), /^@@ database /m);
  await dialog(page).getByRole('button', { name: 'Alles Aufbewahrte löschen' }).click();
  await dialog(page).getByRole('button', { name: 'Löschen', exact: true }).click();
  await told(page).getByText('Es wird nichts mehr gespeichert.').waitFor();
  const all = await storage(page);
  assert.ok(!all.includes(CANARY) && !/^@@ /m.test(all), all.slice(0, 300));
  assert.equal(await page.getByRole('tab').count(), 2, 'what is open stays open');
  // The other tab is told, keeps its articles and stores nothing any more.
  await status().getByText('Ein anderer Tab hat das Aufbewahrte gelöscht.').waitFor();
  assert.equal(await desk.page.getByRole('tab').count(), 2);
  await page.reload();
  await ready(page);
  forgive();
  assert.equal(await page.getByRole('tab').count(), 0);
});

test('an article that two tabs change is told to have become two', async () => {
  const { context } = desk.opened;
  await desk.read(TEXT);
  await keepOn();
  await button('Done').click();
  const { page } = await another(desk.server.url, context);
  await page.locator('article .mark').first().waitFor();
  const change = async (page, words) => {
    await page.getByRole('button', { name: 'Edit the text' }).click();
    await page.getByRole('textbox', { name: 'Article text' }).press('Control+End');
    await page.keyboard.type(words);
  };
  await change(page, 'Theirs.');
  await page.getByText('Being kept').waitFor();
  await page.getByText('Kept on this device').waitFor();
  await change(desk.page, 'Mine.');
  await status().getByText('Another tab has changed 1 article as well. Both are kept').waitFor();
  const third = await another(desk.server.url, context);
  await third.page.getByRole('tab').nth(1).waitFor();
  assert.equal(await third.page.getByRole('tab').count(), 2);
});

test('where storage is refused the switch says why and stays off; a full device loses nothing', async () => {
  const { page, context } = await openPage(desk.browser);
  await page.addInitScript(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await page.goto(desk.server.url);
  await ready(page);
  forgive();
  await page.getByRole('textbox', { name: 'Article text' }).fill(SECOND);
  await page.getByRole('button', { name: 'Take along' }).click();
  const box = dialog(page).getByRole('checkbox', { name: 'Keep on this device' });
  await box.click();
  await dialog(page).locator('.keeping').getByText('This browser, or its settings, do not allow it.').waitFor();
  assert.equal(await box.isChecked(), false);
  await context.close();

  await desk.read(TEXT);
  await desk.page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      if (globalThis.isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  await keepOn();
  await button('Done').click();
  await desk.page.evaluate(() => (globalThis.isFull = true));
  await desk.edit();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.type('More.');
  await desk.page.locator('.kept.bad').getByText('Could not be kept: There is no room left').waitFor();
  assert.match(await desk.field().inputValue(), /More\.$/);
  await desk.page.evaluate(() => (globalThis.isFull = false));
  await desk.page.keyboard.type(' And more.');
  await desk.page.locator('.kept.good').waitFor();
});

test('what is kept and cannot be read is said, stays as it is, and can be deleted', async () => {
  const { context } = desk.opened;
  await desk.read(TEXT);
  await keepOn();
  await desk.page.evaluate(async () => {
    const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const [{ name }] = await indexedDB.databases();
    const db = await done(indexedDB.open(name));
    const store = db.transaction(db.objectStoreNames, 'readwrite').objectStore(db.objectStoreNames[0]);
    for (const key of await done(store.getAllKeys())) store.put({ rev: 'x', iv: new Uint8Array(12), data: new ArrayBuffer(40) }, key);
    db.close();
  });
  const { page, troubles } = await another(desk.server.url, context);
  await page.getByRole('textbox', { name: 'Article text' }).fill(SECOND);
  const line = page.locator('.kept.bad').getByRole('button');
  assert.match(await line.innerText(), /^What is kept could not be opened: It is cut off or was changed on its way\.$/);
  assert.deepEqual(await accessibilityTroubles(page), []);
  await line.click();
  await dialog(page).getByRole('button', { name: 'Delete all that is kept' }).click();
  await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click();
  await told(page).getByText('Nothing is stored any more.').waitFor();
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  assert.equal(await page.getByRole('textbox', { name: 'Article text' }).inputValue(), SECOND);
  assert.deepEqual(troubles, []);
});

test('what was just written is kept as soon as the page is hidden', async () => {
  await desk.read(TEXT);
  await keepOn();
  await button('Done').click();
  await desk.edit();
  await desk.page.keyboard.press('Control+End');
  const soon = await desk.page.evaluate(async () => {
    document.execCommand('insertText', false, 'Last words.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = document.querySelector('.kept').textContent;
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return [before, document.querySelector('.kept').textContent];
  });
  assert.deepEqual(soon, ['Being kept …', 'Kept on this device']);
});

test('after “delete all” the profile has nothing of a text and no key', async () => {
  await inFolder(async (folder) => {
    let context = await launchProfile(folder);
    let page = await context.newPage();
    await page.goto(desk.server.url);
    await ready(page);
    await page.getByRole('textbox', { name: 'Article text' }).fill(TEXT);
    await keepOn(page);
    const [key] = await page.evaluate(async () => {
      const bytes = [];
      for await (const handle of (await navigator.storage.getDirectory()).values()) {
        bytes.push([...new Uint8Array(await (await handle.getFile()).arrayBuffer())]);
      }
      return bytes;
    });
    await context.close();
    assert.equal((await filesWith(folder, Buffer.from(key))).length, 1, 'the key is in one file');
    assert.deepEqual(await filesWith(folder, CANARY), [], 'kept, but not to be read in the files');

    context = await launchProfile(folder);
    page = await context.newPage();
    await page.goto(desk.server.url);
    await page.getByRole('button', { name: 'Kept on this device' }).click();
    await dialog(page).getByRole('button', { name: 'Delete all that is kept' }).click();
    await dialog(page).getByRole('button', { name: 'Delete', exact: true }).click();
    await told(page).getByText('Nothing is stored any more.').waitFor();
    await context.close();
    assert.deepEqual(await filesWith(folder, CANARY, Buffer.from(key)), []);
    forgive();
  });
});

test('axe-core finds nothing wrong in any state: light, dark and narrow', async () => {
  await desk.read();
  await keepOn();
  await button('Make a link to this text').click();
  await dialog().getByRole('textbox', { name: 'The link' }).waitFor();
  await button('Delete all that is kept').click();
  const look = async (name) => {
    for (const colorScheme of ['light', 'dark']) {
      await desk.page.emulateMedia({ colorScheme });
      for (const width of [1280, 320]) {
        await desk.page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await accessibilityTroubles(desk.page), [], `${name}, ${colorScheme}, ${width}`);
        assert.ok((await desk.page.evaluate(() => document.scrollingElement.scrollWidth)) <= width, `${name}, ${width}`);
        await desk.picture(`take-${name}-${colorScheme}-${width}`);
      }
    }
    await desk.page.setViewportSize({ width: 1280, height: 900 });
  };
  await look('dialog');
  await button('Keep it').click();
  await button('Done').click();
  await desk.marks('quote').first().click();
  await desk.page.keyboard.press('q');
  await desk.page.locator('.toast').waitFor();
  await look('told');
  await desk.page.evaluate(() => (location.hash = '#n1=AAAA'));
  await offer().waitFor();
  await look('refused');
});
