/** The link for pages that offer the bookmarklet: those of their links that have `data-news-mark-link` become it. */
import { linkOf } from './bookmarklet/link.ts';

/** The crate's version, and the SHA-384 of its `bookmarklet.js`; written by the build. */
declare const NEWSMARK_VERSION: string;
declare const NEWSMARK_BOOKMARKLET: string;

/** The `javascript:` link of this release, in the folder of its version: in `latest/` is another one some day. */
export function bookmarklet(words?: Parameters<typeof linkOf>[0]['words']): string {
  const own = import.meta.url.replace(/\/latest\/(?=[^/]*$)/, `/${NEWSMARK_VERSION}/`);
  const script = new URL('./bookmarklet.js', own).href;
  return linkOf({ script, integrity: NEWSMARK_BOOKMARKLET, ...(words === undefined ? {} : { words }) });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-news-mark-link]')) link.href = bookmarklet();
