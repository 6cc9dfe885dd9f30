/** Working on an article: typing, checking, keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityTroubles } from '../support/axe.mjs';
import { openPage } from '../support/chromium.mjs';
import { useDesk } from '../support/desk.mjs';
import { ready, watchShift } from '../support/page.mjs';
import { REST, brokenOff, damaged } from '../support/rest.mjs';

const desk = useDesk();
const text = (locator) => locator.allInnerTexts();

test('marks stand behind the text field, where its words are', async () => {
  const { page } = desk;
  await desk.read();
  await desk.edit();
  await desk.washes('person').first().waitFor();
  assert.ok((await text(desk.washes('person'))).includes('Odile Marsh'));
  const [field, backdrop] = await page.evaluate(() =>
    ['.editor textarea', '.backdrop'].map((selector) => {
      const element = document.querySelector(selector);
      const { font, letterSpacing, padding, whiteSpace } = getComputedStyle(element);
      return { width: element.clientWidth, height: element.scrollHeight, font, letterSpacing, padding, whiteSpace };
    }),
  );
  assert.deepEqual(backdrop, field, 'both wrap alike');
  await desk.picture('edit');
});

test('what is typed is marked, but nothing flashes under the caret', async () => {
  const { page } = desk;
  await desk.read();
  await desk.edit();
  await desk.washes('person').first().waitFor();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const seen = new Set();
    const note = () => {
      for (const wash of document.querySelectorAll('.backdrop .wash.place')) seen.add(wash.textContent);
    };
    const observer = new MutationObserver(note);
    observer.observe(document.querySelector('.backdrop'), { subtree: true, childList: true, characterData: true });
    globalThis.typed = () => (observer.disconnect(), [...seen]);
  });
  await page.keyboard.type('The wheel was made in Hamburg', { delay: 5 });
  const seen = await page.evaluate(() => globalThis.typed());
  assert.ok(!seen.includes('Hamburg'), 'not while the word is being typed');
  // When the text has come to rest, it is marked.
  await desk.washes('place').filter({ hasText: 'Hamburg' }).waitFor();
  await page.keyboard.type(', and it came by ship to Bergen on Tuesday.');
  await desk.washes('place').filter({ hasText: 'Bergen' }).waitFor();
  assert.ok((await text(desk.washes('date'))).some((words) => words.includes('Tuesday')));
});

test('a letter typed at the top moves the marks below at once', async () => {
  const { page } = desk;
  await desk.read();
  await desk.edit();
  await desk.washes('person').first().waitFor();
  await page.keyboard.press('Control+Home');
  // In the same task as the letter, before any answer of the engine can have come.
  const after = await page.evaluate(async () => {
    document.execCommand('insertText', false, 'X');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...document.querySelectorAll('.backdrop .wash.person')].map((wash) => wash.textContent);
  });
  assert.ok(after.includes('Odile Marsh') && after.includes('Piet Sandvik'), after.join());
});

test('nothing moves when the page’s code comes, or when marks do', async () => {
  const { page } = desk;
  const shift = await watchShift(page);
  await page.reload();
  await ready(page);
  desk.loaded = desk.server.requests.length;
  assert.ok((await shift()) < 0.01, `${await shift()} while the page came`);
  await desk.read();
  await desk.edit();
  await desk.washes('person').first().waitFor();
  const top = () => page.locator('.editor').evaluate((editor) => editor.getBoundingClientRect().top + scrollY);
  const before = await top();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('It came from Bergen on Tuesday.');
  await desk.washes('place').filter({ hasText: 'Bergen' }).waitFor();
  assert.equal(await top(), before, 'the text field stays where it is');
});

test('a text that is written before the page’s code has come is taken over, and so is the caret', async () => {
  const { server } = desk;
  const { context, page, troubles } = await openPage(desk.browser, { serviceWorkers: 'block' });
  const release = server.hold(/app_bg.*\.wasm$/);
  await page.goto(server.url);
  const field = page.getByRole('textbox', { name: 'Article text' });
  await field.click();
  await page.keyboard.type('Mayor Odile Marsh spoke in Bergen.');
  for (let letter = 0; letter < 'Bergen.'.length; letter += 1) await page.keyboard.press('ArrowLeft');
  assert.equal(await page.locator('.backdrop').count(), 0, 'the code has not come');
  release();
  await page.locator('.backdrop .wash.person').filter({ hasText: 'Odile Marsh' }).waitFor();
  await page.keyboard.type('North ');
  assert.equal(await field.inputValue(), 'Mayor Odile Marsh spoke in North Bergen.');
  await page.locator('header .names').waitFor({ state: 'detached' });
  assert.deepEqual(troubles, []);
  await context.close();
  desk.loaded = server.requests.length;
});

test('axe-core finds nothing wrong in the dark, while a text is edited and over the keys', async () => {
  const { page } = desk;
  await page.emulateMedia({ colorScheme: 'dark' });
  await desk.read();
  await desk.edit();
  await desk.washes('person').first().waitFor();
  assert.deepEqual(await accessibilityTroubles(page), [], 'editing');
  await desk.picture('edit-dark');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  assert.deepEqual(await accessibilityTroubles(page), [], 'keys');
});

test('nothing that is typed is lost, and all of it can be undone', async () => {
  const { page } = desk;
  await desk.read();
  await desk.edit();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('One more line.');
  await desk.washes('person').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('article').getByText('One more line.').waitFor();
  await desk.edit();
  assert.ok((await desk.field().inputValue()).endsWith('One more line.'));
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Oh');
  await page.waitForTimeout(50);
  // How many letters one step takes back is the browser's affair.
  const whole = () => desk.field().inputValue();
  for (let steps = 0; steps < 2 && !(await whole()).endsWith('One more line.'); steps += 1) {
    await page.keyboard.press('Control+Z');
  }
  assert.ok((await whole()).endsWith('One more line.'));
});

test('the sidebar follows the text while it is typed', async () => {
  const { page } = desk;
  await desk.read();
  await desk.edit();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Later Hanna Brock of Oslo came, too. ');
  await desk.panel('People').getByText('Hanna Brock').waitFor();
});

test('what is to be checked is a list with a counter, shown in the text and ticked off', async () => {
  const { page } = desk;
  await desk.read();
  const panel = desk.panel('Check these');
  const items = panel.getByRole('listitem');
  const all = await items.count();
  assert.ok(all >= 1);
  const left = (n) => panel.getByText(n === 0 ? 'all checked' : `${n} thing${n === 1 ? '' : 's'} left`);
  await left(all).waitFor();
  await items.first().getByRole('button').click();
  await page.locator('article :is(.mark.selected, .spot)').first().waitFor();
  await items.first().getByRole('checkbox').check();
  await left(all - 1).waitFor();
  await desk.picture('checks');
  assert.deepEqual(await accessibilityTroubles(page), []);
  await items.first().getByRole('checkbox').uncheck();
  await left(all).waitFor();
});

test('j and k go through what is to be checked', async () => {
  const { page } = desk;
  await desk.read();
  await page.locator('article .mark[tabindex="0"]').focus();
  await page.keyboard.press('j');
  const current = desk.panel('Check these').locator('[aria-current="true"]');
  await current.waitFor();
  const first = await current.innerText();
  await page.getByRole('region', { name: 'Selected mark' }).or(page.locator('.spot')).first().waitFor();
  const count = await desk.panel('Check these').getByRole('listitem').count();
  if (count > 1) {
    await page.keyboard.press('j');
    await page.waitForFunction(
      (old) => document.querySelector('#panel-checks [aria-current]')?.innerText !== old,
      first,
    );
    await page.keyboard.press('k');
  }
  await page.waitForFunction(
    (old) => document.querySelector('#panel-checks [aria-current]')?.innerText === old,
    first,
  );
  assert.match(await page.getByRole('status').innerText(), /^1 of /);
});

test('g and a letter go to a panel', async () => {
  const { page } = desk;
  await desk.read();
  for (const [letter, id] of [['p', 'person'], ['o', 'organisation'], ['l', 'place'], ['d', 'timeline'], ['q', 'quotes']]) {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await desk.focusComesTo(`#panel-${id} > summary`);
  }
});

test('a line beside the text is found by its words', async () => {
  const { page } = desk;
  await desk.read();
  await page.keyboard.press('/');
  const filter = page.getByRole('searchbox', { name: 'Find a name, date or quote' });
  await desk.focusComesTo('.sidebar .filter');
  await page.keyboard.type('sandvik');
  const people = desk.panel('People').getByRole('listitem');
  await people.filter({ hasText: 'Odile Marsh' }).waitFor({ state: 'hidden' });
  assert.equal(await people.count(), 1, 'of those that are shown');
  await desk.panel('Places').waitFor({ state: 'hidden' });
  await desk.panel('Quotes by speaker').getByText('It will break again').waitFor();
  assert.deepEqual(await accessibilityTroubles(page), [], 'filtered');
  await desk.picture('filtered');
  await page.keyboard.press('Escape');
  await people.filter({ hasText: 'Odile Marsh' }).waitFor();
  assert.equal(await filter.inputValue(), '');
});

for (const [what, answer, says] of [
  ['the rest', (route) => route.abort(), 'The summary could not be loaded'],
  ['the summary', damaged('desk'), 'The summary could not be loaded'],
  ['what corrects', damaged('along'), 'What corrects and exports could not be loaded'],
  ['the end', brokenOff('along'), 'What corrects and exports could not be loaded'],
]) {
  test(`${what} may fail to come, and the text is read all the same`, async () => {
    const { page, context, troubles } = await openPage(desk.browser);
    await context.route(REST, answer);
    await page.goto(desk.server.url);
    await page.getByRole('textbox', { name: 'Article text' }).fill(desk.article);
    await page.locator('.backdrop .wash.person').first().waitFor();
    await page.getByText(says).waitFor();
    assert.deepEqual(await accessibilityTroubles(page), []);
    assert.ok(troubles.some((trouble) => /rest-/.test(trouble)), troubles.join('\n'));
    assert.ok(troubles.every((trouble) => /rest-|ERR_FAILED|compilation aborted/.test(trouble)), troubles.join('\n'));
    await context.close();
    desk.loaded = desk.server.requests.length;
  });
}

test('Shift and Alt with an arrow stay with the entity and the kind', async () => {
  const { page } = desk;
  await desk.read();
  await desk.marks('person').filter({ hasText: 'Odile Marsh' }).first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction(() => document.activeElement.textContent === 'Marsh');
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForFunction(
    () => document.activeElement.matches('.mark.person') && document.activeElement.textContent !== 'Odile Marsh',
  );
  assert.equal(page.url(), desk.server.url, 'the browser did not go back');
});

test('the list of keys opens by key and button, keeps the focus, and switches letters off', async () => {
  const { page } = desk;
  await desk.read();
  await page.locator('article .mark[tabindex="0"]').focus();
  const before = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  assert.deepEqual(await accessibilityTroubles(page), []);
  await desk.picture('keys');
  await dialog.getByRole('checkbox', { name: 'Single letters are keys' }).uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), before, 'the focus is back');
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), before);
  assert.equal(await dialog.isVisible(), false);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((old) => document.activeElement.textContent !== old, before);
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('marks are hidden and shown again by a key, and that is said', async () => {
  const { page } = desk;
  await desk.read();
  await page.keyboard.press('Control+Shift+H');
  await desk.marks().first().waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('status').innerText(), 'Marks are hidden');
  await page.keyboard.press('Control+Shift+H');
  await desk.marks().first().waitFor();
});

test('announcements can be switched off', async () => {
  const { page } = desk;
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Tell screen readers what was found' }).uncheck();
  await page.keyboard.press('Escape');
  await desk.read();
  assert.equal(await page.getByRole('status').innerText(), '');
});

test('everything is reached without a keyboard: by touch on a narrow screen', async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 320, height: 640 });
  await desk.read();
  const width = () => page.evaluate(() => document.scrollingElement.scrollWidth);
  await desk.edit();
  await desk.washes('person').first().waitFor();
  assert.ok((await width()) <= 320, 'the text field');
  assert.deepEqual(await accessibilityTroubles(page), []);
  await desk.picture('narrow-edit');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Summary', exact: true }).click();
  const item = desk.panel('Check these').getByRole('listitem').first();
  await item.getByRole('checkbox').check();
  await item.getByRole('button').click();
  await page.locator('article :is(.mark.selected, .spot)').first().waitFor();
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  assert.ok((await width()) <= 320, 'the list of keys');
  await desk.picture('narrow-keys');
});

test('in forced colours and with less motion everything is still told apart', async () => {
  const { page } = desk;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await desk.read();
  await desk.picture('forced-colours');
  assert.deepEqual(await accessibilityTroubles(page), []);
  const behaviour = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  assert.equal(behaviour, 'auto');
});

test('on paper there is the article with letters for its marks, and what was found', async () => {
  const { page } = desk;
  await desk.read();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['header', '.input', '.toolbar', '.checks input']) {
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  }
  assert.ok(await desk.panel('People').isVisible());
  const letter = await desk.marks('person').first().evaluate((mark) => getComputedStyle(mark, '::after').visibility);
  assert.equal(letter, 'visible');
  await page.pdf({ path: 'test-output/print.pdf' });
});

test('a text in the page is in no storage, no address and no title', async () => {
  const { page } = desk;
  const canary = 'Zephyrine Quillfeather';
  await desk.read(desk.article.replaceAll('Odile Marsh', canary));
  await desk.edit();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(`${canary} again.`);
  await desk.washes('person').filter({ hasText: canary }).last().waitFor();
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: (await indexedDB.databases()).length,
    cookie: document.cookie,
    address: location.href,
    title: document.title,
    history: history.length,
  }));
  assert.ok(!JSON.stringify(kept).includes('Zephyrine'), JSON.stringify(kept));
  assert.deepEqual([kept.local, kept.session, kept.databases, kept.cookie], ['{}', '{}', 0, '']);
});
