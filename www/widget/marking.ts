/** An article with marks on it: which one, how it was read, and the painter that is at work. */
import { TextSource } from './article.ts';
import { dimmed, Faded } from './boilerplate.ts';
import { sheet } from './dom.ts';
import { canHighlight, highlightPainter } from './paint/highlights.ts';
import { markPainter } from './paint/marks.ts';
import type { Painter } from './paint/painter.ts';
import highlightsCss from './sheets/highlights.css';
import marksCss from './sheets/marks.css';
import type { Shown } from './shown.ts';
import { readSource, type Source } from './source.ts';

type Scope = Document | ShadowRoot;

// One of each for all elements; made with the first, since a server has no style sheets.
let sheets: { highlights: CSSStyleSheet; marks: CSSStyleSheet } | undefined;

export class Marking {
  readonly #element: HTMLElement;
  /** Where a text stands that the element was given. */
  readonly #own: HTMLElement;
  readonly #faded = new Faded();
  #painter: Painter | undefined;
  #painterIs = '';
  #scope: Scope | undefined;
  source: Source | undefined;

  constructor(element: HTMLElement, own: HTMLElement) {
    this.#element = element;
    this.#own = own;
  }

  get painter(): Painter | undefined {
    return this.#painter;
  }

  /** Whether the article is one that the element itself shows. */
  get isOwn(): boolean {
    return this.source instanceof TextSource;
  }

  /** Whether the article is somewhere else on the page. */
  get isElsewhere(): boolean {
    return this.source !== undefined && !this.isOwn && this.source.root !== this.#element;
  }

  /** What a program gave, or else the host's article; what is read is what is painted on. */
  read(text: string | undefined): string {
    if (text !== undefined) {
      if (this.source instanceof TextSource && this.source.text === text) return text;
      this.drop();
      this.source = new TextSource(this.#own, text);
    } else {
      const source = readSource(this.#article());
      if (source.text !== this.source?.text || source.root !== this.source.root) this.drop();
      this.source = source;
    }
    return this.source.text;
  }

  /** The host's article: in the element, or the one that `for` names. */
  #article(): Element {
    const selector = this.#element.getAttribute('for');
    if (!selector) return this.#element;
    const scope = this.#element.getRootNode() as Scope;
    let found: Element | null;
    try {
      found = scope.querySelector(selector);
    } catch {
      throw Object.assign(new SyntaxError(`for="${selector}" is no selector`), { code: 'bad-selector' });
    }
    if (found === null) throw Object.assign(new Error(`nothing on this page is ${selector}`), { code: 'no-article' });
    return found;
  }

  /** What the host may change; undefined for what is the element's own. */
  get watched(): Element | undefined {
    return this.isOwn ? undefined : this.source?.root;
  }

  /** Whether the host's article is another one than the one that was read. */
  hasChanged(): boolean {
    const { source } = this;
    if (source === undefined || this.isOwn) return false;
    try {
      const now = readSource(this.#article());
      return now.text !== source.text || now.root !== source.root || !source.pieces(0, source.text.length).every(({ node }) => source.root.contains(node));
    } catch {
      return true;
    }
  }

  /** Draws the marks of what was read, in the place of what was drawn. */
  paint(shown: Shown): void {
    const { source } = this;
    if (source === undefined || shown.reading === undefined) return this.drop();
    this.#choose(source, shown.paint);
    const kinds = new Set<string>(shown.kinds);
    this.#painter?.paint(source, shown.reading.marks(shown.words).filter(({ kind }) => kinds.has(kind)));
    this.show(shown);
    this.#painter?.select(shown.selected);
    if (source instanceof TextSource) dimmed(source, shown.reading, shown.boilerplate, shown.words);
    else this.#faded.show(source, shown.boilerplate === 'keep' ? undefined : shown.reading);
  }

  #choose(source: Source, wanted: Shown['paint']): void {
    const how = canHighlight() && (wanted === 'highlights' || (wanted === 'auto' && !this.isOwn)) ? 'highlights' : 'marks';
    const scope = source.root.getRootNode() as Scope;
    if (this.#painterIs === how && this.#scope === scope) return;
    this.drop();
    sheets ??= { highlights: sheet(highlightsCss), marks: sheet(marksCss) };
    this.#painter = (how === 'highlights' ? highlightPainter : markPainter)(scope, sheets[how]);
    [this.#painterIs, this.#scope] = [how, scope];
  }

  /** Only kinds that nobody has switched off are visible. */
  show({ kinds, hidden }: Shown): void {
    this.#painter?.show(new Set(kinds.filter((kind) => !hidden.has(kind))));
  }

  /** Takes all marks away. */
  drop(): void {
    this.#painter?.clear();
    this.#faded.clear();
    [this.#painter, this.#painterIs, this.#scope] = [undefined, '', undefined];
  }

  /** Forgets what was read. */
  clear(): void {
    this.drop();
    if (this.isOwn) {
      this.#own.replaceChildren();
      this.source = undefined;
    }
  }
}
