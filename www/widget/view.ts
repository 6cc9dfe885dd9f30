/** The element's shadow tree: article, controls, card and sidebar, and the painter that is at work. */
import type { Kind } from './attributes.ts';
import { TextSource } from './article.ts';
import { Card, type Request } from './controls/card.ts';
import { Input } from './controls/input.ts';
import { Toolbar } from './controls/toolbar.ts';
import { fill, h, set, sheet } from './dom.ts';
import { canHighlight, highlightPainter } from './paint/highlights.ts';
import { markPainter } from './paint/marks.ts';
import type { Painter } from './paint/painter.ts';
import type { Item, Reading } from './reading.ts';
import { dimmed } from './boilerplate.ts';
import highlightsCss from './sheets/highlights.css';
import marksCss from './sheets/marks.css';
import controlsCss from './sheets/controls.css';
import { Summary } from './summary.ts';
import { readSource, type Source } from './source.ts';
import type { Words } from './words.ts';

/** What the view asks of the element. */
export type ViewHost = {
  select(id: string | null): void;
  toggle(kind: Kind): void;
  correct(request: Request & { op: never }): void;
  undo(): void;
  redo(): void;
  save(format: string): void;
  copyLink(): void;
  read(text: string): void;
  publish(date: string): void;
  clear(): void;
  again(): void;
};

/** All that is shown. */
export type Shown = {
  words: Words;
  language: string;
  reading: Reading | undefined;
  kinds: readonly Kind[];
  hidden: ReadonlySet<Kind>;
  selected: string | null;
  layout: 'auto' | 'split' | 'article' | 'sidebar' | 'stacked';
  paint: 'auto' | 'highlights' | 'marks';
  theme: 'auto' | 'light' | 'dark';
  input: 'none' | 'paste' | 'full';
  boilerplate: 'dim' | 'hide' | 'keep';
  shortcuts: boolean;
  isReview: boolean;
  isDisabled: boolean;
  canShare: boolean;
  canUndo: boolean;
  canRedo: boolean;
  published: string;
  text: string;
  state: string;
};

// One of each for all elements; made with the first, since a server has no style sheets.
let sheets: { highlights: CSSStyleSheet; marks: CSSStyleSheet; controls: CSSStyleSheet } | undefined;

/** The narrowest element that has room for a summary beside its article, in pixels. */
const WIDE = 720;
/** How long the browser may take to print, or to read a file, in milliseconds. */
const UNTIL_READ_MS = 60_000;

export class View {
  readonly #element: HTMLElement;
  readonly #host: ViewHost;
  readonly #root: ShadowRoot;
  readonly #toolbar: Toolbar;
  readonly #card: Card;
  readonly #input: Input;
  readonly #summary: Summary;
  readonly #own = h('article', { part: 'article', class: 'own', tabindex: -1, hidden: true });
  readonly #slotted = h('div', { class: 'slotted' }, h('slot', {}));
  readonly #message = h('p', { class: 'message', part: 'toast', hidden: true });
  readonly #said = h('p', { class: 'unseen', role: 'status' });
  readonly #body = h('div', { class: 'body' });
  readonly #sheets: { highlights: CSSStyleSheet; marks: CSSStyleSheet; controls: CSSStyleSheet };
  #painter: Painter | undefined;
  #painterIs = '';
  /** The node whose clicks and keys are ours. */
  #listensTo: Element | undefined;
  #shown: Shown | undefined;
  #wantsSummary: boolean | undefined;
  source: Source | undefined;

  constructor(element: HTMLElement, host: ViewHost) {
    this.#element = element;
    this.#host = host;
    this.#root = element.attachShadow({ mode: 'open', delegatesFocus: false });
    sheets ??= { highlights: sheet(highlightsCss), marks: sheet(marksCss), controls: sheet(controlsCss) };
    this.#sheets = sheets;
    this.#root.adoptedStyleSheets = [sheets.controls];
    this.#toolbar = new Toolbar({
      toggle: (kind) => host.toggle(kind),
      step: (by) => this.#step(by),
      toggleSummary: () => this.#toggleSummary(),
      save: (format) => host.save(format),
      undo: () => host.undo(),
      redo: () => host.redo(),
      copyLink: () => host.copyLink(),
    });
    this.#card = new Card({
      close: () => this.#close(),
      correct: (request) => host.correct(request as Request & { op: never }),
      reveal: (start, end) => this.reveal(start, end),
    });
    this.#input = new Input({
      read: (text) => host.read(text),
      publish: (date) => host.publish(date),
      clear: () => host.clear(),
      say: (words) => this.say(words),
    });
    this.#summary = new Summary({
      select: (id) => host.select(id),
      reveal: (start, end) => this.reveal(start, end),
      say: (words) => this.say(words),
    });
    this.#body.append(
      h('div', { class: 'text' }, h('slot', { name: 'header' }), this.#own, this.#slotted, h('slot', { name: 'footer' })),
      this.#summary.element,
    );
    this.#root.append(this.#input.element, this.#toolbar.element, this.#message, this.#body, this.#card.element, this.#said);
    this.#root.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent));
  }

  connect(): void {
    if (this.source !== undefined) this.#listen(this.source.root);
  }

  /** Leaves the host's page as it was. */
  disconnect(): void {
    this.#drop();
    this.#listen(undefined);
    this.#card.hide();
    this.#summary.unmount();
  }

  /** What a program gave, or else the host's article; what is read is what is painted on. */
  read(text: string | undefined): string {
    this.#own.hidden = text === undefined;
    this.#slotted.hidden = text !== undefined;
    if (text !== undefined) {
      if (!(this.source instanceof TextSource) || this.source.text !== text) {
        this.#drop();
        this.source = new TextSource(this.#own, text);
      }
    } else {
      const root = this.#article();
      const source = readSource(root);
      if (source.text !== this.source?.text || source.root !== this.source.root) this.#drop();
      this.source = source;
    }
    this.#listen(this.source.root);
    return this.source.text;
  }

  /** The host's article: in the element, or the one that `for` names. */
  #article(): Element {
    const selector = this.#element.getAttribute('for');
    if (!selector) return this.#element;
    const scope = this.#element.getRootNode() as Document | ShadowRoot;
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
    return this.source instanceof TextSource ? undefined : this.source?.root;
  }

  /** Whether the host's article is another one than the one that was read. */
  hasChanged(): boolean {
    const { source } = this;
    if (source === undefined || source instanceof TextSource) return false;
    try {
      return readSource(this.#article()).text !== source.text || !source.pieces(0, source.text.length).every(({ node }) => source.root.contains(node));
    } catch {
      return true;
    }
  }

  // ── Marks ──

  paint(shown: Shown): void {
    this.#shown = shown;
    const { source } = this;
    if (source === undefined || shown.reading === undefined) return this.#drop();
    const isOwn = source instanceof TextSource;
    const how = shown.paint === 'auto' ? (!isOwn && canHighlight() ? 'highlights' : 'marks') : shown.paint;
    const wanted = how === 'highlights' && canHighlight() ? 'highlights' : 'marks';
    if (this.#painterIs !== wanted) {
      this.#drop();
      const scope = source.root.getRootNode() as Document | ShadowRoot;
      const make = wanted === 'highlights' ? highlightPainter : markPainter;
      this.#painter = make(scope, this.#sheets[wanted]);
      this.#painterIs = wanted;
    }
    const kinds = new Set<string>(shown.kinds);
    const marks = shown.reading.marks(shown.words).filter(({ kind }) => kinds.has(kind));
    this.#painter?.paint(source, marks);
    this.#visible(shown);
    this.#painter?.select(shown.selected);
    if (isOwn) dimmed(source, shown.reading, shown.boilerplate, shown.words);
    this.#summary.show(shown.reading.text, shown.reading.report);
  }

  #visible({ kinds, hidden }: Shown): void {
    this.#painter?.show(new Set(kinds.filter((kind) => !hidden.has(kind))));
  }

  #drop(): void {
    this.#painter?.clear();
    [this.#painter, this.#painterIs] = [undefined, ''];
  }

  /** Nothing is found any more. */
  clear(): void {
    this.#drop();
    this.#card.hide();
    this.#summary.clear();
    if (this.source instanceof TextSource) {
      this.#own.replaceChildren();
      this.source = undefined;
    }
  }

  select(item: Item | undefined, scroll: boolean): void {
    this.#painter?.select(item?.id ?? null);
    this.#summary.select(item?.id ?? null);
    const shown = this.#shown;
    if (item === undefined || shown?.reading === undefined) {
      this.#card.hide();
      return;
    }
    if (scroll) this.scrollTo(item.id);
    this.#card.show(shown.reading, item, shown.words, shown.isReview && !shown.isDisabled);
    this.say(shown.reading.label(item, shown.words));
  }

  scrollTo(id: string): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#painter?.scrollTo(id, calm ? 'instant' : 'smooth');
  }

  /** Shows words that no mark stands on, by selecting them as a reader would. */
  reveal(start: number, end: number): void {
    const pieces = this.source?.pieces(start, end) ?? [];
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return;
    const range = document.createRange();
    range.setStart(first.node, first.start);
    range.setEnd(last.node, last.end);
    getSelection()?.setBaseAndExtent(first.node, first.start, last.node, last.end);
    first.node.parentElement?.scrollIntoView({ block: 'center' });
  }

  #close(): void {
    const selected = this.#shown?.selected ?? null;
    this.#host.select(null);
    if (selected === null || this.#painter?.focus(selected) !== true) this.focusArticle();
  }

  #step(by: 1 | -1): void {
    const shown = this.#shown;
    if (shown?.reading === undefined) return;
    const items = shown.reading.items.filter(({ kind }) => shown.kinds.includes(kind) && !shown.hidden.has(kind));
    const now = items.findIndex(({ id }) => id === shown.selected);
    const next = items[now < 0 ? (by > 0 ? 0 : items.length - 1) : (now + by + items.length) % items.length];
    if (next !== undefined) this.#host.select(next.id);
  }

  // ── What readers do ──

  #listen(root: Element | undefined): void {
    if (this.#listensTo === root) return;
    this.#listensTo?.removeEventListener('click', this.#click);
    this.#listensTo?.removeEventListener('keydown', this.#press);
    this.#listensTo = root;
    root?.addEventListener('click', this.#click);
    root?.addEventListener('keydown', this.#press);
  }

  readonly #click = (event: Event): void => {
    // A link is followed, and what a reader selects is theirs.
    const inLink = event.composedPath().some((node) => node instanceof HTMLAnchorElement && node.href !== '');
    if (inLink || event.defaultPrevented || getSelection()?.isCollapsed === false) return;
    const id = this.#painter?.hit(event as MouseEvent);
    if (id !== undefined) this.#host.select(id);
  };

  readonly #press = (event: Event): void => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' && key !== ' ') return;
    const id = this.#painter?.hit(event as KeyboardEvent);
    if (id === undefined || event.composedPath()[0] instanceof HTMLButtonElement) return;
    event.preventDefault();
    this.#host.select(id);
    this.#card.element.focus();
  };

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    const isWriting = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    if (event.key === 'Escape' && this.#card.isOpen) {
      event.stopPropagation();
      this.#close();
    } else if (this.#shown?.shortcuts && !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.key === 'n') this.#step(1);
      else if (event.key === 'p') this.#step(-1);
      else return;
      event.preventDefault();
    }
  }

  // ── Controls ──

  update(shown: Shown): void {
    this.#shown = shown;
    const { words, reading, kinds, hidden, state } = shown;
    const count = (kind: Kind): number => reading?.items.filter((item) => item.kind === kind).length ?? 0;
    const visible = reading?.items.filter(({ kind }) => kinds.includes(kind) && !hidden.has(kind)).length ?? 0;
    const told: Record<string, string> = { loading: words.loading, busy: words.busy, idle: words.nothing };
    const summary = this.#hasSummary(shown);
    this.#toolbar.update({
      words,
      kinds: kinds.map((kind) => ({ kind, count: count(kind), isShown: !hidden.has(kind) })).filter(({ count }) => count > 0),
      count: visible,
      status: told[state] ?? (reading === undefined ? '' : words.found(visible)),
      summary: summary === 'never' ? 'none' : summary ? 'open' : 'closed',
      isReview: shown.isReview,
      canUndo: shown.canUndo && !shown.isDisabled,
      canRedo: shown.canRedo && !shown.isDisabled,
      canShare: shown.canShare,
      isDisabled: shown.isDisabled,
    });
    this.#input.update(shown);
    if (state !== 'error') this.#message.hidden = true;
    set(this.#body, { class: `body ${summary === true ? `with-${this.#arrangement(shown)}` : ''}` });
    set(this.#root.host, {});
    this.#theme(shown.theme);
    this.#visible(shown);
    this.#summary.set(summary === true, shown.language, words.sidebarFailed);
  }

  #theme(theme: Shown['theme']): void {
    for (const element of [this.#toolbar.element, this.#input.element, this.#body, this.#card.element, this.#message]) {
      set(element, { 'data-theme': theme === 'auto' ? undefined : theme });
    }
  }

  /** Whether the summary is there; `never` where the layout has none. */
  #hasSummary({ layout, reading }: Shown): boolean | 'never' {
    if (layout === 'article' || reading === undefined) return layout === 'article' ? 'never' : false;
    if (this.#wantsSummary !== undefined) return this.#wantsSummary;
    return layout !== 'auto';
  }

  #arrangement({ layout }: Shown): 'split' | 'stacked' | 'sidebar' {
    if (layout === 'sidebar' || layout === 'stacked') return layout;
    return this.#element.getBoundingClientRect().width >= WIDE ? 'split' : 'stacked';
  }

  #toggleSummary(): void {
    if (this.#shown === undefined) return;
    this.#wantsSummary = this.#hasSummary(this.#shown) !== true;
    this.update(this.#shown);
    if (this.#wantsSummary && this.#shown.reading) this.#summary.show(this.#shown.reading.text, this.#shown.reading.report);
  }

  fail(message: string): void {
    const words = this.#shown?.words;
    this.#message.hidden = false;
    fill(this.#message, `${words?.failed ?? ''} ${message} `,
      h('button', { type: 'button', part: 'button', onclick: () => this.#host.again() }, words?.again ?? ''));
  }

  /** What a screen reader says. The same words twice are said twice. */
  say(words: string): void {
    fill(this.#said, this.#said.textContent === words ? `${words} ` : words);
  }

  focusArticle(): void {
    if (this.source instanceof TextSource) this.#own.focus();
    else {
      const first = this.#shown?.reading?.items[0]?.id;
      if (first === undefined || this.#painter?.focus(first) !== true) {
        this.#toolbar.element.querySelector('button')?.focus();
      }
    }
  }

  /** Hands a file to the browser's downloads. */
  save(name: string, type: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type }));
    h('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), UNTIL_READ_MS);
  }

  /** Prints a page, in a frame of its own that goes when the browser has it. */
  print(html: string): void {
    const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    const frame = h('iframe', { class: 'print', src: url, title: 'newsmark' });
    frame.addEventListener('load', () => {
      frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
      frame.contentWindow?.print();
    });
    this.#root.append(frame);
    setTimeout(() => {
      frame.remove();
      URL.revokeObjectURL(url);
    }, UNTIL_READ_MS);
  }
}
