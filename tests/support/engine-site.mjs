/** The site's engine without its page, built as the site is, and served. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A server as `serve` makes; `page` is the engine's address. */
export async function serveEngine() {
  const outDir = `${root}test-output/engine-site`;
  const rolldownOptions = { input: `${root}tests/support/engine/index.html` };
  await build({
    root,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, copyPublicDir: false, rolldownOptions },
  });
  const server = await serve(outDir);
  return { ...server, page: `${server.url}tests/support/engine/` };
}
