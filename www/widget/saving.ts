/** Files and pages that the browser takes from the element: downloads, and what it prints. */
import type { Exported } from '../../src/edit/types.d.ts';
import { h } from './dom.ts';
import { zip } from './zip.ts';

/** How long the browser may take to print, or to read a file, in milliseconds. */
const UNTIL_READ_MS = 60_000;
const NAME = 'article';

/** One file's text; several files as one ZIP archive. */
export function packed({ files }: Exported): string | Blob {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return only.text;
  return zip(files.map(({ ending, text }) => ({ name: `${NAME}.${ending}`, text })));
}

/** Hands an export to the browser's downloads. */
export function download(exported: Exported): void {
  const content = packed(exported);
  const { ending, mediaType } = exported.files[0] ?? { ending: 'txt', mediaType: 'text/plain' };
  const isOne = typeof content === 'string';
  const url = URL.createObjectURL(isOne ? new Blob([content], { type: mediaType }) : content);
  h('a', { href: url, download: `${NAME}.${isOne ? ending : 'zip'}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), UNTIL_READ_MS);
}

/** Prints a page, in a frame of its own in `root` that goes when the browser has it. Settles when it is asked to. */
export function printPage(root: ShadowRoot, html: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  const frame = h('iframe', { class: 'print', src: url, title: 'newsmark' });
  const leave = (): void => {
    frame.remove();
    URL.revokeObjectURL(url);
  };
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      const own = frame.contentDocument === null ? null : frame.contentWindow;
      if (own === null) {
        // The page's policy allows no frames: then the page itself is printed, whose marks print as well.
        leave();
        print();
      } else {
        own.addEventListener('afterprint', leave);
        own.print();
      }
      resolve();
    }, { once: true });
    root.append(frame);
    setTimeout(leave, UNTIL_READ_MS);
  });
}
