/** What axe-core finds wrong on a page: one line for each element, none for a clean page. */
import axe from 'axe-core';

export async function accessibilityTroubles(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`),
  );
}
