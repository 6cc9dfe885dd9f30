/** TypeScript of `www/widget/` as a page's script, and pages of the tests' own that use it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { launch } from './chromium.mjs';
import { inPage } from './widget-page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const widget = `${root}www/widget/`;

/**
 * Joins modules of `www/widget/` to one script, which leaves all that they export in `globalThis.widget`. A copy
 * stays in `target/widget/` for whoever wants to look at it.
 *
 * @param {string[]} names of files, without `.ts`
 */
export async function bundle(...names) {
  const entry = names.map((name) => `export * from ${JSON.stringify(`${widget}${name}.ts`)};`).join('\n');
  const joined = await rolldown({
    input: 'entry.ts',
    logLevel: 'silent',
    plugins: [
      {
        name: 'newsmark:entry',
        resolveId: (id) => (id === 'entry.ts' ? id : undefined),
        load: (id) => (id === 'entry.ts' ? entry : undefined),
      },
    ],
  });
  const { output } = await joined.generate({ format: 'iife', name: 'widget' });
  await joined.close();
  await mkdir(`${root}target/widget`, { recursive: true });
  await writeFile(`${root}target/widget/${names.join('-').replaceAll('/', '-')}.js`, output[0].code);
  // The name is not to be seen by programs of the page.
  return `${output[0].code}\nObject.defineProperty(globalThis, 'widget', { value: widget });`;
}

/** A style sheet of the widget, as text. */
export const sheet = (name) => readFile(`${widget}sheets/${name}.css`, 'utf8');

/** The same with the tests' helpers, for whoever opens pages of their own. */
export async function scriptOf(...names) {
  const helpers = `${inPage.toString()}; Object.defineProperty(globalThis, 'helpers', { value: inPage() });`;
  return `${await bundle(...names)}\n${helpers}`;
}

/**
 * A browser, and pages with the modules `names` in them. The tests' own helpers in the page are in
 * `globalThis.helpers`.
 */
export async function widgetPages(...names) {
  const [script, browser] = await Promise.all([scriptOf(...names), launch()]);
  return {
    browser,
    close: () => browser.close(),
    /** Opens a page with `body`, and with `headers` of its answer. */
    open: async (body, { headers = {}, head = '', context: options = {} } = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript({ content: script });
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>${head}</head><body>${body}</body></html>`;
      await page.route('http://article.test/', (route) =>
        route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
      );
      await page.goto('http://article.test/');
      return { page, context, errors };
    },
  };
}
