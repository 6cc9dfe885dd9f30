/**
 * The language of the page: the first of the reader's own that it speaks. Another choice is kept only
 * with what the reader keeps.
 */
export const language =
  navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code === 'en' || code === 'de') ?? 'en';

/** The words that `index.html` begins with, by where they stand; the same as in `src/app/strings.rs`. */
const german: Record<string, string> = {
  '.privacy': 'Wird geladen; Ihr Text bleibt auf diesem Gerät',
  '.input h2': 'Artikel einfügen',
  '.introduction':
    'Personen, Organisationen, Orte, Zeitangaben, Zahlen und Zitate werden markiert, dazu, wer was gesagt hat und welcher Tag gemeint ist. Nichts wird nachgeschlagen, nichts bewertet: Was der Text offenlässt, bleibt offen.',
};
const field = 'Artikeltext';
const placeholder = 'Artikel einfügen, schreiben oder als .txt-, .md- oder .html-Datei hierher ziehen';

/** Says at once in the reader's language what stands on the page already. */
export function speak(): void {
  document.documentElement.lang = language;
  if (language === 'en') return;
  for (const [selector, words] of Object.entries(german)) {
    const element = document.querySelector(selector);
    if (element !== null) element.textContent = words;
  }
  for (const named of document.querySelectorAll('#app [aria-label]')) named.setAttribute('aria-label', field);
  document.querySelector('textarea')?.setAttribute('placeholder', placeholder);
}
