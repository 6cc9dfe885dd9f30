/** What the element's own controls say, in every language that they speak. */
import type { Kind } from './attributes.ts';

const kB = (bytes: number): number => Math.ceil(bytes / 1000);

const ENGLISH = {
  toolbar: 'Annotations',
  legend: 'Kinds that are marked',
  kinds: {
    person: 'People', organisation: 'Organisations', place: 'Places', group: 'Groups', event: 'Events',
    product: 'Products', work: 'Works', date: 'Dates', amount: 'Amounts', quote: 'Quotes',
  } as Record<Kind, string>,
  kind: {
    person: 'Person', organisation: 'Organisation', place: 'Place', group: 'Group', event: 'Event',
    product: 'Product', work: 'Work', date: 'Date', amount: 'Amount', quote: 'Quote',
  } as Record<Kind, string>,
  certainty: { sure: 'sure', likely: 'likely', check: 'to be checked' },
  previous: 'Previous mark',
  next: 'Next mark',
  summary: 'Summary',
  article: 'Article',
  export: 'Export as',
  download: 'Download',
  copyLink: 'Copy a link with the corrections',
  linkCopied: 'The link is copied. It holds the corrections; your browser’s history keeps it.',
  linkFailed: 'The link could not be copied.',
  undo: 'Undo',
  redo: 'Redo',
  loading: 'Loading…',
  busy: 'Reading…',
  nothing: 'Nothing to annotate.',
  found: (count: number): string => `${count} ${count === 1 ? 'annotation' : 'annotations'}`,
  failed: 'This article could not be annotated:',
  less: 'Names are read with less knowledge:',
  again: 'Try again',
  close: 'Close',
  value: 'Stands for',
  aliases: 'Also called',
  role: 'Role',
  exact: 'Value',
  range: 'Between',
  otherwise: 'Or else',
  speaker: 'Speaker',
  notSaid: 'the text does not say',
  cue: 'Introduced by',
  sure: 'Certainty',
  because: 'Why',
  confirm: 'It is right',
  remove: 'Not a mark',
  all: 'wherever these words stand',
  change: 'It is',
  changeTo: 'Change to',
  setValue: 'Set the value',
  setSpeaker: 'Set the speaker',
  nobody: 'Nobody',
  corrected: 'Corrected.',
  refused: 'That cannot be corrected so:',
  undone: 'Undone.',
  redone: 'Done again.',
  input: 'Article text',
  placeholder: 'Paste or type an article',
  drop: 'Paste or type an article, or drop a text file here',
  annotate: 'Annotate',
  clear: 'Clear',
  published: 'Published on',
  noFile: 'Only text files (.txt, .md) can be dropped here.',
  noUtf8: 'This file is no text in UTF-8. Save it as UTF-8 first.',
  tooLong: (bytes: number, most: number): string => `This file has ${kB(bytes)} kB; at most ${kB(most)} kB are read.`,
  or: ' or ',
  sidebarFailed: 'The summary could not be loaded.',
  notArticle: 'not part of the article',
};

export type Words = typeof ENGLISH;

const GERMAN: Words = {
  toolbar: 'Markierungen',
  legend: 'Was markiert ist',
  kinds: {
    person: 'Personen', organisation: 'Organisationen', place: 'Orte', group: 'Gruppen', event: 'Ereignisse',
    product: 'Produkte', work: 'Werke', date: 'Zeitangaben', amount: 'Zahlen', quote: 'Zitate',
  },
  kind: {
    person: 'Person', organisation: 'Organisation', place: 'Ort', group: 'Gruppe', event: 'Ereignis',
    product: 'Produkt', work: 'Werk', date: 'Zeitangabe', amount: 'Zahl', quote: 'Zitat',
  },
  certainty: { sure: 'sicher', likely: 'wahrscheinlich', check: 'zu prüfen' },
  previous: 'Vorige Markierung',
  next: 'Nächste Markierung',
  summary: 'Überblick',
  article: 'Artikel',
  export: 'Ausgeben als',
  download: 'Herunterladen',
  copyLink: 'Link mit den Berichtigungen kopieren',
  linkCopied: 'Der Link ist kopiert. Er enthält die Berichtigungen; der Verlauf Ihres Browsers behält ihn.',
  linkFailed: 'Der Link konnte nicht kopiert werden.',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  loading: 'Wird geladen …',
  busy: 'Wird gelesen …',
  nothing: 'Nichts zu markieren.',
  found: (count) => `${count} ${count === 1 ? 'Markierung' : 'Markierungen'}`,
  failed: 'Dieser Artikel konnte nicht gelesen werden:',
  less: 'Namen werden mit weniger Wissen gelesen:',
  again: 'Noch einmal versuchen',
  close: 'Schließen',
  value: 'Steht für',
  aliases: 'Auch genannt',
  role: 'Funktion',
  exact: 'Wert',
  range: 'Zwischen',
  otherwise: 'Oder',
  speaker: 'Sprecher',
  notSaid: 'der Text sagt es nicht',
  cue: 'Eingeleitet mit',
  sure: 'Sicherheit',
  because: 'Warum',
  confirm: 'Stimmt',
  remove: 'Keine Markierung',
  all: 'überall, wo diese Wörter stehen',
  change: 'Das ist',
  changeTo: 'Ändern in',
  setValue: 'Wert setzen',
  setSpeaker: 'Sprecher setzen',
  nobody: 'Niemand',
  corrected: 'Berichtigt.',
  refused: 'So lässt sich das nicht berichtigen:',
  undone: 'Rückgängig gemacht.',
  redone: 'Wiederholt.',
  input: 'Artikeltext',
  placeholder: 'Artikel einfügen oder schreiben',
  drop: 'Artikel einfügen, schreiben oder als Textdatei hierher ziehen',
  annotate: 'Markieren',
  clear: 'Leeren',
  published: 'Erschienen am',
  noFile: 'Hierher können nur Textdateien (.txt, .md) gezogen werden.',
  noUtf8: 'Diese Datei ist kein Text in UTF-8. Speichern Sie sie zuerst als UTF-8.',
  tooLong: (bytes, most) => `Diese Datei hat ${kB(bytes)} kB; gelesen werden höchstens ${kB(most)} kB.`,
  or: ' oder ',
  sidebarFailed: 'Der Überblick konnte nicht geladen werden.',
  notArticle: 'nicht Teil des Artikels',
};

const LANGUAGES: Record<string, Words> = { en: ENGLISH, de: GERMAN };

/** The words of the first language of these BCP 47 tags that is spoken; else English. And its tag. */
export function wordsOf(...tags: (string | undefined)[]): { words: Words; language: string } {
  for (const tag of tags) {
    const code = tag?.toLowerCase().split('-')[0] ?? '';
    const words = LANGUAGES[code];
    if (words !== undefined) return { words, language: code };
  }
  return { words: ENGLISH, language: 'en' };
}

/** The language that a page says is spoken around an element, also from outside of shadow trees. */
export function spoken(element: Element): string | undefined {
  for (let each: Element | undefined = element; each !== undefined; ) {
    const found: Element | null = each.closest('[lang]');
    if (found !== null) return found.getAttribute('lang') || undefined;
    const root: Node = each.getRootNode();
    each = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
