/**
 * Serves a folder below a sub-path, as GitHub Pages does, and remembers every request. `plain` in
 * that folder is an empty page without a policy. `hold` keeps back the second half of files by their
 * names, until what it returns is called.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * @param options `subPath`, and whether to `compress`, as GitHub Pages does (there by gzip)
 * @returns {Promise<{ url: string, requests: string[], hold(names: RegExp): () => void, close(): Promise<void> }>}
 */
export async function serve(folder, { subPath = '/any/where/', compress = false } = {}) {
  const requests = [];
  const zipped = {};
  let held;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
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
      const body = compress ? (zipped[name] ??= gzipSync(file)) : file;
      if (compress) headers['content-encoding'] = 'gzip';
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
  server.on('upgrade', ({ url }, socket) => {
    requests.push(url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${subPath}`,
    requests,
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
