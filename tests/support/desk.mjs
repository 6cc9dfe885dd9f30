/** A page in Chromium with the ways to use it, for each test of a file afresh. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, afterEach, before, beforeEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openPage } from './chromium.mjs';
import { ready } from './page.mjs';
import { serve } from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = `${root}test-output`;

/** An article with two speakers, one of whom two sentences may mean, and a date left open. */
export const ARTICLE = `Mill at Larkhaven to turn again

By Lena Harrow
4 October 2021

The old mill at Larkhaven will turn again in spring, Mayor Odile Marsh said on Monday, two years after a storm broke its wheel.

“We are very glad that the town has its mill back,” said Marsh. “The repair was dear, but nobody here should have to wait for flour.”

The miller, Piet Sandvik, was less sure. “It will break again,” he told the Larkhaven Courier in August.

“Nobody asked the river, and the river has not signed anything.”

Marsh met Sandvik at the mill on Sunday. The repair cost $3.5 million, about 12 percent more than planned, according to Northern Mills Ltd.
`;

/**
 * Registers the hooks. After each test it proves that no request was made since the page had loaded, that
 * no policy was violated and that there was no error.
 *
 * @returns an object whose `page`, `server` and helpers are those of the running test
 */
export function useDesk({ viewport = { width: 1280, height: 900 } } = {}) {
  const desk = {
    article: ARTICLE,
    field: () => desk.page.getByRole('textbox', { name: 'Article text' }),
    marks: (kind = '') => desk.page.locator(`article .mark${kind && `.${kind}`}`),
    washes: (kind = '') => desk.page.locator(`.backdrop .wash${kind && `.${kind}`}`),
    picture: (name) => desk.page.screenshot({ path: `${pictures}/${name}.png` }),
    panel: (title) =>
      desk.page
        .locator('.sidebar details')
        .filter({ has: desk.page.getByRole('heading', { name: title, exact: true }) }),
    /** Pastes as a reader does: through the clipboard. */
    paste: async (text) => {
      await desk.page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await desk.field().click();
      await desk.page.keyboard.press('Control+V');
    },
    read: async (text = ARTICLE) => {
      await desk.paste(text);
      await desk.marks('quote').first().waitFor();
    },
    edit: async () => {
      await desk.page.getByRole('button', { name: 'Edit the text' }).click();
      await desk.field().click();
    },
    /** The focus follows the page's next drawing. */
    focusComesTo: (selector) =>
      desk.page.waitForFunction((s) => document.activeElement?.matches(s), selector, { timeout: 5000 }),
    open: async (options = {}) => {
      desk.opened = await openPage(desk.browser, {
        permissions: ['clipboard-read', 'clipboard-write'],
        viewport,
        ...options,
      });
      desk.page = desk.opened.page;
      await desk.page.goto(desk.server.url);
      await ready(desk.page);
      desk.loaded = desk.server.requests.length;
    },
  };
  before(async () => {
    await mkdir(pictures, { recursive: true });
    desk.server = await serve(`${root}dist`);
    desk.browser = await launch();
  });
  after(async () => {
    await desk.browser?.close();
    await desk.server?.close();
  });
  beforeEach(() => desk.open());
  afterEach(async () => {
    const { context, troubles } = desk.opened;
    assert.deepEqual(desk.server.requests.slice(desk.loaded), [], 'no request after the page has loaded');
    assert.deepEqual(troubles, [], 'no violation of a policy and no error');
    await context.close();
  });
  return desk;
}
