/**
 * Serves a folder below a sub-path, as GitHub Pages does, and remembers every request: the paths that
 * pages asked for in `requests`; in `keeping` what the service worker asked for, and browsers for its
 * file; in `received` all of them, with every header and byte that came. `plain` in that folder is an
 * empty page without a policy. `hold` keeps back the second half of files by their names, until what
 * it returns is called; `release` serves another folder from then on.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Whether the request is not a page's: what a service worker fetches names that worker as its origin. */
const isForKeeping = ({ headers }) =>
  headers['service-worker'] === 'script' || /\/sw\.js$/.test(headers.referer ?? '');

/**
 * @param options `subPath`, and how to `compress`: by `br`, or by `gzip` as GitHub Pages does
 * @typedef {{ method: string, url: string, headers: string[], body: string }} Whole
 * @returns {Promise<{ url: string, requests: string[], keeping: Whole[], received: Whole[], hold(names: RegExp): () => void, release(folder: string): void, close(): Promise<void> }>}
 */
export async function serve(folder, { subPath = '/any/where/', compress = undefined } = {}) {
  const zipped = {};
  const requests = [];
  const keeping = [];
  const received = [];
  let held;
  const server = createServer(async (request, response) => {
    const { method, url, rawHeaders: headers } = request;
    const { pathname } = new URL(url, 'http://localhost');
    const whole = { method, url, headers, body: '' };
    request.on('data', (part) => (whole.body += part));
    received.push(whole);
    if (isForKeeping(request)) keeping.push(whole);
    else requests.push(pathname);
    const inside = pathname.startsWith(subPath) ? pathname.slice(subPath.length) : undefined;
    const name = inside === '' || inside?.endsWith('/') ? `${inside}index.html` : inside;
    try {
      if (name === 'plain') {
        response.writeHead(200, { 'content-type': TYPES['.html'] }).end('<!doctype html><link rel="icon" href="data:,"><body></body>');
        return;
      }
      if (name === undefined) throw new Error('outside of the sub-path');
      const file = await readFile(join(folder, normalize(`/${decodeURIComponent(name)}`)));
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      const headers = { 'content-type': type, 'cache-control': 'max-age=600' };
      const zip = { br: brotliCompressSync, gzip: gzipSync }[compress];
      const body = zip === undefined ? file : (zipped[name] ??= zip(file));
      if (zip !== undefined) headers['content-encoding'] = compress;
      response.writeHead(200, headers);
      const half = held?.names.test(pathname) ? body.length / 2 : 0;
      if (half > 0) {
        response.write(body.subarray(0, half));
        await held.until;
      }
      response.end(body.subarray(half));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on('upgrade', ({ method, url, rawHeaders: headers }, socket) => {
    requests.push(url);
    received.push({ method, url, headers, body: '' });
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${subPath}`,
    requests,
    keeping,
    received,
    release: (other) => {
      folder = other;
    },
    hold: (names) => {
      let release;
      held = { names, until: new Promise((resolve) => (release = resolve)) };
      return () => {
        held = undefined;
        release();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
