/**
 * What the bookmarklet runs: marks the article of any page, in place and without touching it. Run again, it takes
 * all of that away. Its link (`bookmarklet-link.ts`) loads this, and speaks to what is there already by an event.
 */
import type { NewsMark } from './element.ts';
import { version } from './news-mark.ts';
import { findArticle, selectorOf } from './bookmarklet/article.ts';
import { RUN } from './bookmarklet/link.ts';
import { Refusal } from './bookmarklet/refusal.ts';
import { wordsOf } from './bookmarklet/words.ts';

/** The site, from `news-mark/1.0.0/bookmarklet.js` on it. */
const SITE = new URL('../../', import.meta.url).href;
/** How long it may take until the browser has told of a violation that made something fail, in milliseconds. */
const UNTIL_TOLD_MS = 100;

let mark: NewsMark | undefined;
let refusal: Refusal | undefined;
/** Aborted when it is known whether the page allows it. */
let decided = new AbortController();

function run(): void {
  if (refusal?.isOpen) {
    refusal.close();
  } else if (mark?.isConnected) {
    decided.abort();
    mark.remove();
    mark = undefined;
  } else {
    start();
  }
}

function start(): void {
  const words = wordsOf(navigator.language);
  const article = findArticle();
  if (article === undefined) {
    refusal = new Refusal(words, words.nothing, '', SITE);
    return;
  }
  const made = document.createElement('news-mark') as HTMLElement as NewsMark;
  mark = made;
  const violated = new Set<string>();
  decided = new AbortController();
  const { signal } = decided;
  const failed = async (message: string): Promise<void> => {
    made.remove();
    await new Promise((resolve) => setTimeout(resolve, UNTIL_TOLD_MS));
    if (signal.aborted) return;
    decided.abort();
    const reason = violated.has('fetch') ? words.fetch : violated.has('wasm') ? words.wasm : `${words.failed} ${message}`;
    refusal = new Refusal(words, reason, (article as HTMLElement).innerText, SITE);
  };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (blockedURI.startsWith('wasm')) violated.add('wasm');
    else if (effectiveDirective === 'connect-src') violated.add('fetch');
  }, { signal });
  made.addEventListener('nm-ready', () => decided.abort(), { signal });
  made.addEventListener('nm-error', (event) => void failed((event as CustomEvent<{ message: string }>).detail.message), { signal, once: true });
  made.setAttribute('for', selectorOf(article));
  made.setAttribute('paint', 'highlights');
  if (article === document.body) article.prepend(made);
  else article.before(made);
  follow(made, article);
}

/** Selectors count places, and pages put advertisements in between: then another one names the same article. */
function follow(made: Element, article: Element): void {
  const observer = new MutationObserver(() => {
    if (!made.isConnected) observer.disconnect();
    else if (article.isConnected && document.querySelector(made.getAttribute('for') ?? '') !== article) {
      made.setAttribute('for', selectorOf(article));
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}

addEventListener(RUN, (event) => {
  // Tells the link that this version is here; another version leaves the page to this one.
  event.preventDefault();
  run();
});
run();

export { version };
