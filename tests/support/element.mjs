/** Pages of hosts with `<news-mark>` in them, and servers that they and the element's files come from. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch } from './chromium.mjs';
import { inHost } from './element-page.mjs';
import { inPage } from './widget-page.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Builds the package and the element into a folder of the test's own, since several run at once; where that is. */
export async function build(name) {
  const folder = `${root}target/element/${name}`;
  await promisify(execFile)(process.execPath, [`${root}node_modules/rolldown/bin/cli.mjs`, '-c', 'rolldown.config.ts', '--dir', folder], { cwd: root });
  return folder;
}

/**
 * A server of pages, below `/page/`, and of the element's files, below `/of/PAGE/`: each page has a folder of its own,
 * so that what it asks for can be told, and broken.
 */
async function listen(folder, pages) {
  const server = createServer(async (request, response) => {
    const [, what, id, name] = new URL(request.url, 'http://localhost').pathname.split('/');
    const page = pages.get(id);
    if (what === 'page' && page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
      return;
    }
    page?.asked.push(name);
    const fault = page?.broken[name];
    const file = what !== 'of' || fault === 404 ? undefined : await readFile(`${folder}/${name}`).catch(() => undefined);
    if (file === undefined) {
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
      return;
    }
    if (fault === 'changed') file[file.length >> 1] ^= 1;
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', 'access-control-allow-origin': '*' }).end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

/** The policy of a page that allows the element of `origin`, and nothing else. */
export const policy = (origin, ...more) =>
  [`default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; base-uri 'none'; form-action 'self'`, ...more].join('; ');

/** @param name of the folder that the element is built into, which no other test file has */
export async function hosts(name) {
  const [folder, browser] = await Promise.all([build(name), launch()]);
  const pages = new Map();
  const [own, other] = await Promise.all([listen(folder, pages), listen(folder, pages)]);
  let count = 0;
  const add = (body, { head = '', csp, broken = {}, isElsewhere = false } = {}) => {
    const id = String((count += 1));
    const from = isElsewhere ? other : own;
    const page = { asked: [], broken, headers: {}, html: '' };
    if (csp !== undefined) page.headers['content-security-policy'] = csp(from.url);
    page.html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}<script type="module" src="${from.url}/of/${id}/news-mark.js"></script></head><body>${body}</body></html>`;
    pages.set(id, page);
    return { url: `${own.url}/page/${id}/`, page };
  };
  return {
    folder,
    browser,
    close: async () => {
      await browser.close();
      for (const { server } of [own, other]) {
        server.close();
        server.closeAllConnections();
      }
    },
    /** A page with `body`, for whoever opens it: its address and what it asks for (`open` has the options). */
    add: (body, options) => add(body, options),
    /**
     * Opens a page with `body`. `csp` is given the origin of the element's files; `init` runs before the page's first
     * script, `broken` files do not come (404) or come `changed`. `isElsewhere`: the files come from another server.
     */
    open: async (body, { init, context: options = {}, ...others } = {}) => {
      const { url, page } = add(body, others);
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const tab = await context.newPage();
      const troubles = [];
      tab.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
      await tab.addInitScript(`(${inHost})(); Object.defineProperty(globalThis, 'helpers', { value: (${inPage})() });`);
      if (init !== undefined) await tab.addInitScript(init);
      await tab.goto(url);
      return {
        page: tab,
        context,
        troubles,
        asked: page.asked,
        /** Puts what was broken right. */
        mend: () => (page.broken = {}),
        /** Waits until all elements have their marks, with all that can be known of names. */
        ready: (selector = 'news-mark') =>
          tab.waitForFunction((selector) => [...document.querySelectorAll(selector)].every(({ state, result }) => state === 'ready' && /names/.test(result.engine.data)), selector, { timeout: 20_000 }),
      };
    },
  };
}
