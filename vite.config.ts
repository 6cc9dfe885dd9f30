import { defineConfig } from 'vite';
import { sri } from 'vite-plugin-sri3';
import { csp } from './www/build/csp.ts';
import { integrity } from './www/build/integrity.ts';
import { manifest } from './www/build/manifest.ts';
import { offline } from './www/build/offline.ts';
import { paint } from './www/build/paint.ts';
import { preload } from './www/build/preload.ts';
import { rust } from './www/build/rust.ts';

export default defineConfig({
  // Relative addresses: the site works in any folder of any server.
  base: './',
  publicDir: 'www/public',
  plugins: [csp(), preload(), integrity(), sri(), manifest(), paint(), offline(), rust()],
  worker: { format: 'es' },
  server: { watch: { ignored: ['**/target/**', '**/dist/**', '**/test-output/**'] } },
  build: {
    target: 'es2022',
    // The policy allows no code, style or sample from a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', help: 'help.html', 'help.de': 'help.de.html', sw: 'www/offline/sw.ts' },
      output: {
        // Browsers look for a newer service worker where they found the one before.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
