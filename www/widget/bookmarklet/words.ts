/** What the bookmarklet says, by language. */

const ENGLISH = {
  title: 'newsmark cannot mark this page',
  fetch: 'The policy of this page forbids to load what newsmark needs.',
  wasm: 'The policy of this page forbids WebAssembly, which newsmark needs.',
  nothing: 'There is no article on this page. Select one, and try again.',
  failed: 'Something went wrong:',
  wayOut: 'You can copy the article’s text and paste it into newsmark. The page is as it was.',
  copy: 'Copy the text',
  copied: 'Copied.',
  byHand: 'This page does not allow that either. The text is below: copy it yourself.',
  text: 'Text of the article',
  open: 'Open newsmark',
  close: 'Close',
};
export type BookmarkletWords = typeof ENGLISH;

const GERMAN: BookmarkletWords = {
  title: 'newsmark kann diese Seite nicht markieren',
  fetch: 'Die Richtlinie dieser Seite verbietet, zu laden, was newsmark braucht.',
  wasm: 'Die Richtlinie dieser Seite verbietet WebAssembly, das newsmark braucht.',
  nothing: 'Auf dieser Seite ist kein Artikel. Wählen Sie einen aus und versuchen Sie es noch einmal.',
  failed: 'Etwas ging schief:',
  wayOut: 'Sie können den Text des Artikels kopieren und in newsmark einfügen. Die Seite ist, wie sie war.',
  copy: 'Text kopieren',
  copied: 'Kopiert.',
  byHand: 'Auch das erlaubt diese Seite nicht. Der Text steht unten: Kopieren Sie ihn selbst.',
  text: 'Text des Artikels',
  open: 'newsmark öffnen',
  close: 'Schließen',
};

/** The words in the reader's language, or else in English. */
export function wordsOf(language: string): BookmarkletWords {
  return /^de\b/i.test(language) ? GERMAN : ENGLISH;
}
