import type { Plugin } from 'vite';

/**
 * The page's content-security policy: its own files, its own Blob workers, no inline script or
 * style, and no text that becomes code except through the policy `newsmark` of Trusted Types.
 * `lock.ts` adds the second policy at run time.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types newsmark',
].join('; ');

/** Puts the policy into every built page; the development server needs inline styles to reload. */
export function csp(): Plugin {
  return {
    name: 'newsmark:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
