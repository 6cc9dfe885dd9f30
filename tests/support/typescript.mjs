/** Imports one TypeScript file of `www/` that imports nothing but types. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transformWithOxc } from 'vite';

export async function importTypeScript(url) {
  const { code } = await transformWithOxc(await readFile(url, 'utf8'), url.pathname);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Imports a TypeScript file of `www/` with all that it imports, as the build joins them. */
export async function importBundle(url) {
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, target: 'es2022', lib: { entry: fileURLToPath(url), formats: ['es'] } },
  }).then((outputs) => [outputs].flat()[0]);
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
