import type { HtmlTagDescriptor, Plugin } from 'vite';
import { hashed } from './hash.ts';

const PAGE = '/index.html';

/** What the page's script asks for first (`main.ts`, `load.ts`), by the beginning of the name. */
const FIRST = ['app_bg', 'core_bg'];

/**
 * Has the browser ask for both modules while it still reads the page, instead of when the page's script
 * runs: one way to the server and back less. A request of the script takes such an answer only if hash and
 * mode are the same.
 */
export function preload(): Plugin {
  return {
    name: 'newsmark:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, path }) => {
        if (bundle === undefined || path !== PAGE) return [];
        return FIRST.map((name): HtmlTagDescriptor => {
          const file = Object.values(bundle).find(
            ({ type, fileName }) => type === 'asset' && fileName.split('/').at(-1)?.startsWith(`${name}-`),
          );
          if (file?.type !== 'asset') throw new Error(`the build has no ${name}`);
          const attrs = {
            rel: 'preload',
            as: 'fetch',
            href: `./${file.fileName}`,
            crossorigin: true,
            integrity: hashed('sha384', file.source),
          };
          return { tag: 'link', attrs, injectTo: 'head' };
        });
      },
    },
  };
}
