import type { Plugin } from 'vite';
import { BLUE, WHITE, png, svg } from './mark.ts';

const FILE = 'manifest.webmanifest';

/**
 * Writes the manifest by which browsers install the page as an app, and links it from the page. Its
 * addresses are relative to its own, so that the site may lie in any folder. It carries the icons with
 * it: browsers load them as pictures of the page, and after the lock (`lock.ts`) the page may load none.
 */
export function manifest(): Plugin {
  return {
    name: 'newsmark:manifest',
    apply: 'build',
    transformIndexHtml: (_html, { path }) =>
      path === '/index.html' ? [{ tag: 'link', attrs: { rel: 'manifest', href: `./${FILE}` } }] : [],
    generateBundle(_options, bundle) {
      // Not for the pages of tests.
      if (bundle['sw.js'] === undefined) return;
      this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(content()) });
    },
  };
}

function content(): object {
  const drawing = { src: `data:image/svg+xml,${encodeURIComponent(svg())}`, type: 'image/svg+xml' };
  const picture = (size: number, cut: 'rounded' | 'whole'): object => ({
    src: `data:image/png;base64,${png(size, cut).toString('base64')}`,
    type: 'image/png',
    sizes: `${size}x${size}`,
    purpose: cut === 'whole' ? 'maskable' : 'any',
  });
  return {
    name: 'newsmark: read an article closely',
    short_name: 'newsmark',
    description: 'Marks who, where, when, how much and who said what in a news article, on your own device.',
    lang: 'en',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: BLUE,
    background_color: WHITE,
    icons: [
      { ...drawing, sizes: 'any' },
      picture(192, 'rounded'),
      picture(512, 'rounded'),
      picture(512, 'whole'),
    ],
  };
}
