/** The link for pages that offer the bookmarklet: those of their links that have `data-news-mark-link` become it. */
import { linkOf } from './bookmarklet/link.ts';

/** The SHA-384 of `bookmarklet.js`, written by the build. */
declare const NEWSMARK_BOOKMARKLET: string;

/** The `javascript:` link of this release, whose address is that of this file. */
export function bookmarklet(words?: Parameters<typeof linkOf>[0]['words']): string {
  const script = new URL('./bookmarklet.js', import.meta.url).href;
  return linkOf({ script, integrity: NEWSMARK_BOOKMARKLET, ...(words === undefined ? {} : { words }) });
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-news-mark-link]')) link.href = bookmarklet();
