/** What tests wait for on the page, and measure there. */

/** Waits for the page with all its parts: the lock, what reads names better, what corrects and exports. */
export async function ready(page, timeout = 30_000) {
  await page.getByText('Locked:').waitFor({ timeout });
  await page.locator('header .names').waitFor({ state: 'detached', timeout });
  await page.locator('dialog.along').first().waitFor({ state: 'attached', timeout });
}

/**
 * Has the pages that `page` opens from now on add up how far things in them move, but for what a reader
 * has just done. Returns what says how far that is.
 */
export async function watchShift(page) {
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => globalThis.shift);
}
