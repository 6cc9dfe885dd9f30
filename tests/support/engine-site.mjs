/** Parts of the site without its page, built as the site is, and served. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A server as `serve` makes; `page` is the address of the page in `tests/support/` of that name. */
async function servePart(name) {
  const outDir = `${root}test-output/${name}-site`;
  const rolldownOptions = { input: `${root}tests/support/${name}/index.html` };
  await build({
    root,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, copyPublicDir: false, rolldownOptions },
  });
  const server = await serve(outDir);
  return { ...server, page: `${server.url}tests/support/${name}/` };
}

/** The engine. */
export const serveEngine = () => servePart('engine');
/** Sharing, keeping and files, locked from the start. */
export const serveKeep = () => servePart('keep');
