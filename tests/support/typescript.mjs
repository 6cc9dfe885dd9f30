/** Imports one TypeScript file of `www/` that imports nothing but types. */
import { readFile } from 'node:fs/promises';
import { transformWithOxc } from 'vite';

export async function importTypeScript(url) {
  const { code } = await transformWithOxc(await readFile(url, 'utf8'), url.pathname);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
