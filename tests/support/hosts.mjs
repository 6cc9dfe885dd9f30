/**
 * Servers of origins of their own: pages by their paths, given as HTML, and the built package in the folders
 * `news-mark/1.0.0/` and `news-mark/latest/`, which every origin may read, as on GitHub Pages. Every request is
 * remembered.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../../target/package/', import.meta.url));
const FOLDER = '/news-mark/1.0.0/';
const FOLDERS = /^\/news-mark\/(1\.0\.0|latest)\//;
const HTML = 'text/html; charset=utf-8';
const TYPES = { '.html': HTML, '.js': 'text/javascript', '.wasm': 'application/wasm' };

/**
 * @returns an object whose `pages` may be filled at any time: a path's HTML, or `{ html, headers }`. `folder` is
 *   the package's address; `requests` is what came, whole
 */
export async function host() {
  const made = { isOpen: true };
  const pages = {};
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    let body = '';
    for await (const part of request) body += part;
    requests.push({ url: request.url, headers: request.rawHeaders.join('\n'), body });
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
    if (page !== undefined) {
      const { html, headers = {} } = typeof page === 'string' ? { html: page } : page;
      response.writeHead(200, { 'content-type': HTML, ...headers }).end(html);
    } else if (FOLDERS.test(pathname)) {
      const name = basename(pathname);
      const content = await readFile(built + name).catch(() => undefined);
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      const open = made.isOpen ? { 'access-control-allow-origin': '*' } : {};
      response.writeHead(content ? 200 : 404, { 'content-type': type, ...open }).end(content);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(made, {
    origin,
    folder: origin + FOLDER,
    pages,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  });
}

/** A page of a newspaper's, with an icon, since browsers ask for one. */
export const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Paper</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
