import type { Plugin } from 'vite';
import { hashed } from './hash.ts';

/**
 * The page's content-security policy: its own files, its own Blob workers and its service worker, no
 * inline script or style, and no text that becomes code except through the policy `newsmark` of
 * Trusted Types. `lock.ts` adds the second policy at run time.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types newsmark',
].join('; ');

/** The policy of a page without a script: its own style, and the icon that it carries with it. */
function still(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, style = '']) => {
    return `'${hashed('sha256', style)}'`;
  });
  return [
    "default-src 'none'",
    `style-src ${styles.join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Puts a policy into every built page; the development server needs inline styles to reload. */
export function csp(): Plugin {
  return {
    name: 'newsmark:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => {
        const content = html.includes('<script') ? POLICY : still(html);
        const attrs = { 'http-equiv': 'Content-Security-Policy', content };
        return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
