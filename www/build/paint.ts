import type { Plugin } from 'vite';

const PAGE = '/index.html';
const SCRIPT = '<script type="module"';

/**
 * Lets browsers paint when both the style and the script are there, which come side by side: the script
 * puts the first words into the reader's language, and nobody sees them change.
 */
export function paint(): Plugin {
  return {
    name: 'newsmark:paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) => {
        if (path === PAGE && !html.includes(SCRIPT)) throw new Error(`the page has no ${SCRIPT}`);
        return html.replace(SCRIPT, `${SCRIPT} blocking="render"`);
      },
    },
  };
}
