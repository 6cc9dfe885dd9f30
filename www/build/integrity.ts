import type { Plugin } from 'vite';
import { hashed } from './hash.ts';

/** The name by which `load.ts` asks for the hashes; it is no variable, so that nothing renames it. */
const NAME = 'NEWSMARK_INTEGRITY';

/**
 * Writes hash and length of every file that the page's code fetches into that code, so that the browser
 * refuses a file that is not the one that was built. The tags of the page get theirs by another plugin.
 */
export function integrity(): Plugin {
  return {
    name: 'newsmark:integrity',
    config: (_config, { command }) => (command === 'serve' ? { define: { [NAME]: '{}' } } : {}),
    generateBundle(_options, bundle) {
      const built: Record<string, [integrity: string, length: number]> = {};
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !/\.(js|txt|wasm)$/.test(file.fileName)) continue;
        const length = Buffer.byteLength(file.source);
        built[file.fileName.split('/').at(-1) ?? ''] = [hashed('sha384', file.source), length];
      }
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replaceAll(NAME, `(${JSON.stringify(built)})`);
      }
    },
  };
}
