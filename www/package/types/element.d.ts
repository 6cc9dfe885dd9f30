/** `<news-mark>`: an article on a page, with its marks. Importing this defines the element, once for the page. */
import type { CorrectionRequest } from '../../../src/edit/types.d.ts';
import type { LexiconEntry, Options, Patch, Report } from '../../../src/wasm/types.d.ts';

export type * from './index.d.ts';
export { version } from './index.d.ts';

/** What an element is doing. */
export type NewsMarkState = 'idle' | 'loading' | 'busy' | 'ready' | 'error';

/** The kinds of marks. */
export type NewsMarkKind = 'person' | 'organisation' | 'place' | 'group' | 'event' | 'product' | 'work' | 'date' | 'amount' | 'quote';

/** What became of the corrections of an imported patch: their ids. */
export type AnchorReport = { applied: string[], reanchored: string[], orphans: { id: string, reason: string }[] };

/** The host's own names, and strings never to mark. */
export type NewsMarkLexicon = { names: LexiconEntry[], ignore?: string[] };

/** The properties that reflect attributes: `dateOrder` is `date-order`. What makes no sense counts as not set. */
export interface NewsMarkAttributes {
  /** ISO 8601 day, or empty. */
  published: string;
  /** BCP 47, or empty. */
  locale: string;
  dateOrder: 'auto' | 'mdy' | 'dmy' | 'ymd';
  /** BCP 47, or empty: the language of the controls. */
  uiLang: string;
  /** The kinds that are marked, with spaces between them. */
  types: string;
  layout: 'auto' | 'split' | 'article' | 'sidebar' | 'stacked';
  theme: 'auto' | 'light' | 'dark';
  mode: 'read' | 'review';
  readOnly: boolean;
  input: 'none' | 'paste' | 'full';
  persist: 'none' | 'session' | 'local';
  share: 'off' | 'fragment';
  shortcuts: 'on' | 'off';
  /** The longest text, in UTF-8 bytes. */
  maxBytes: number;
  boilerplate: 'dim' | 'hide' | 'keep';
  paint: 'auto' | 'highlights' | 'marks';
  /** A selector of the article, where it is not in the element: attribute `for`. */
  htmlFor: string;
  /** The name in a form. */
  name: string;
  disabled: boolean;
}

/** The element. On servers, where there are none, making one throws. */
export class NewsMark extends HTMLElement {
  static readonly formAssociated: true;
  /** The text that is shown instead of what is in the element; of the latter, as it was read. */
  get text(): string;
  set text(text: string | null);
  /** The report, with the corrections; null before there is one. Frozen. */
  get result(): Report | null;
  /** The reader's corrections. Setting them replaces those that are there. */
  get corrections(): Patch;
  set corrections(patch: Patch | null);
  /** The host's own names. */
  get lexicon(): NewsMarkLexicon | null;
  set lexicon(lexicon: NewsMarkLexicon | null);
  /** The same, as a list of names. */
  get gazetteer(): LexiconEntry[] | null;
  set gazetteer(names: LexiconEntry[] | null);
  get state(): NewsMarkState;
  get version(): string;
  get form(): HTMLFormElement | null;
  get validity(): ValidityState;
  /** Annotates `text`, or once more what is there. Rejects with a `NewsmarkError`. */
  annotate(text?: string, options?: Options): Promise<Report>;
  /** Takes the text that was given away, with all that was found. What the host has in the element is read again. */
  clear(): void;
  /** Selects an annotation by its id, or none. Ids of entities mean their first mention. */
  select(id: string | null, options?: { scroll?: boolean }): void;
  /** Corrects something, and resolves to the report with it. Rejects with what is wrong with it. */
  correct(op: CorrectionRequest): Promise<Report>;
  /** Takes the last correction back. Resolves to whether there was one. */
  undo(): Promise<boolean>;
  /** Does again what was taken back last. */
  redo(): Promise<boolean>;
  /** The article in a format: a text, or for a format of several files a Blob with a tar of them. */
  export(format: string, options?: { title?: string }): Promise<string | Blob>;
  /** Adds the corrections of `patch` to those that are there. */
  importCorrections(patch: Patch | string): Promise<AnchorReport>;
  /** Moves the keyboard to the article. */
  focusArticle(): void;
  /** Prints the article with its marks. */
  print(): Promise<void>;
}

export interface NewsMark extends NewsMarkAttributes {}

declare global {
  interface HTMLElementTagNameMap {
    'news-mark': NewsMark;
  }
  /** The element's events bubble and leave shadow trees; their details are frozen. */
  interface HTMLElementEventMap {
    'nm-ready': CustomEvent<Record<string, never>>;
    'nm-progress': CustomEvent<{ done: number, total: number }>;
    'nm-result': CustomEvent<{ result: Report, ms: number }>;
    'nm-select': CustomEvent<{ id: string | null, kind: NewsMarkKind | null }>;
    /** Can be cancelled: then nothing is corrected. */
    'nm-correction': CustomEvent<{ op: CorrectionRequest, patch: Patch }>;
    /** Can be cancelled: then nothing is saved. */
    'nm-export': CustomEvent<{ format: string }>;
    'nm-error': CustomEvent<{ code: string, message: string }>;
    'nm-resize': CustomEvent<{ height: number }>;
  }
}
