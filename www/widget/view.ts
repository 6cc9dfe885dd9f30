/** The element's shadow tree: article, controls, card and sidebar. */
import { Card } from './controls/card.ts';
import { Input } from './controls/input.ts';
import { Toast } from './controls/toast.ts';
import { Toolbar } from './controls/toolbar.ts';
import { fill, h, scaled, set, sheet } from './dom.ts';
import { Marking } from './marking.ts';
import { isDark, watchGround } from './paint/ground.ts';
import { Pointing } from './pointing.ts';
import type { Item } from './reading.ts';
import controlsCss from './sheets/controls.css';
import type { Shown, ViewHost } from './shown.ts';
import { Summary } from './summary.ts';

// One for all elements; made with the first, since a server has no style sheets.
let controls: CSSStyleSheet | undefined;

/** The narrowest element that has room for a summary beside its article, in pixels. */
const WIDE = 720;
/** How far a mark stays from the card, in pixels. */
const MARGIN = 12;

export class View {
  readonly #element: HTMLElement;
  readonly #host: ViewHost;
  readonly root: ShadowRoot;
  readonly #toolbar: Toolbar;
  readonly #card: Card;
  readonly #input: Input;
  readonly #toast: Toast;
  readonly #summary: Summary;
  readonly #pointing: Pointing;
  readonly #own = h('article', { part: 'article', class: 'own', tabindex: -1, hidden: true });
  readonly #slotted = h('div', { class: 'slotted' }, h('slot', {}));
  readonly #empty = h('div', { class: 'empty', hidden: true }, h('slot', { name: 'empty' }));
  readonly #said = h('p', { class: 'unseen', role: 'status' });
  readonly #body = h('div', { class: 'body' });
  readonly marking: Marking;
  #shown: Shown | undefined;
  #wantsSummary: boolean | undefined;
  /** What had the focus before the card. */
  #before: HTMLElement | undefined;
  #unwatch: (() => void) | undefined;

  constructor(element: HTMLElement, host: ViewHost) {
    this.#element = element;
    this.#host = host;
    this.root = element.attachShadow({ mode: 'open' });
    this.root.adoptedStyleSheets = [(controls ??= sheet(scaled(controlsCss)))];
    this.marking = new Marking(element, this.#own);
    const reveal = (start: number, end: number): void => this.reveal(start, end);
    const say = (words: string): void => this.say(words);
    this.#toolbar = new Toolbar({ ...host, step: (by) => this.#step(by, false), toggleSummary: () => this.#toggleSummary() });
    this.#card = new Card({ close: () => void this.#close(), correct: (request) => host.correct(request), reveal });
    this.#input = new Input({ ...host, tell: (words) => this.tell(words) });
    this.#toast = new Toast(() => host.again());
    this.#summary = new Summary({ select: (id) => host.select(id, true), reveal, say });
    this.#body.append(
      h('div', { class: 'text' },
        h('slot', { name: 'header' }), this.#empty, this.#own, this.#slotted, h('slot', { name: 'footer' })),
      this.#summary.element,
    );
    const own = [this.#input.element, this.#toolbar.element, this.#toast.element, this.#card.element, this.#summary.element];
    this.root.append(h('div', { class: 'all' }, ...own.slice(0, 3), this.#body, this.#card.element, this.#said));
    this.#pointing = new Pointing(this.root, own, {
      painter: () => this.marking.painter,
      hasShortcuts: () => this.#shown?.shortcuts === true,
      pick: (id, isByKey) => this.#pick(id, isByKey),
      step: (by) => this.#step(by, true),
      close: () => this.#card.isOpen && this.#close(),
      turn: (isBack) => this.#turn(isBack),
    });
  }

  connect(): void {
    this.#pointing.to(this.marking.source?.root);
    this.#card.connect();
    this.#unwatch ??= watchGround(() => this.#shown && this.update(this.#shown));
  }

  /** Leaves the host's page as it was. */
  disconnect(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.marking.drop();
    this.#pointing.to(undefined);
    this.#card.hide();
    this.#summary.unmount();
  }

  /** Reads what a program gave, or else the host's article. */
  read(text: string | undefined): string {
    this.#own.hidden = text === undefined;
    this.#slotted.hidden = text !== undefined;
    const read = this.marking.read(text);
    this.#pointing.to(this.marking.source?.root);
    return read;
  }

  paint(shown: Shown): void {
    this.#shown = shown;
    this.#toast.hide();
    this.marking.paint(shown);
    if (shown.reading !== undefined) this.#summary.show(shown.reading.text, shown.reading.report);
  }

  /** Nothing is found any more. */
  clear(): void {
    this.marking.clear();
    this.#card.hide();
    this.#summary.clear();
  }

  // ── What is selected ──

  /** Shows the card of `item`; `scroll` brings its words to the middle. */
  select(item: Item | undefined, scroll: boolean, shown: Shown): void {
    this.#shown = shown;
    this.marking.painter?.select(item?.id ?? null);
    this.#summary.select(item?.id ?? null);
    if (item === undefined || shown.reading === undefined) {
      const hadFocus = this.#card.hasFocus;
      this.#card.hide();
      if (hadFocus) this.#focusBack(null);
      return;
    }
    this.#card.show(shown.reading, item, shown, this.marking.isElsewhere);
    if (scroll) this.scrollTo(item.id);
    else this.#uncover(item.id);
  }

  /** Says what is selected. */
  sayOf(item: Item): void {
    if (this.#shown?.reading) this.say(this.#shown.reading.label(item, this.#shown.words));
  }

  scrollTo(id: string): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.marking.painter?.scrollTo(id, calm ? 'instant' : 'smooth');
  }

  /** What a card is about must be seen beside it. */
  #uncover(id: string): void {
    const rect = this.marking.painter?.rect(id);
    if (rect === undefined) return;
    const card = this.#card.element.getBoundingClientRect();
    const isCovered = rect.bottom + MARGIN > card.top && rect.top < card.bottom && rect.right > card.left && rect.left < card.right;
    if (isCovered || rect.top < 0 || rect.bottom > innerHeight) this.scrollTo(id);
  }

  /** Shows words that no mark stands on, by selecting them as a reader would. */
  reveal(start: number, end: number): void {
    const pieces = this.marking.source?.pieces(start, end) ?? [];
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return;
    getSelection()?.setBaseAndExtent(first.node, first.start, last.node, last.end);
    first.node.parentElement?.scrollIntoView({ block: 'center' });
  }

  #pick(id: string, isByKey: boolean): void {
    this.#before = undefined;
    this.#host.select(id, false);
    if (isByKey) this.#enterCard();
  }

  #enterCard(): void {
    if (!this.#card.isOpen) return;
    const { activeElement } = this.root;
    if (activeElement instanceof HTMLElement && !this.#card.hasFocus) this.#before = activeElement;
    this.#card.element.focus({ preventScroll: true });
  }

  #close(): boolean {
    const hadFocus = this.#card.hasFocus;
    const selected = this.#shown?.selected ?? null;
    this.#host.select(null, false);
    if (hadFocus) this.#focusBack(selected);
    return true;
  }

  /** The focus goes to where it came from: to the mark, or to what had it. */
  #focusBack(mark: string | null): void {
    if (mark !== null && this.marking.painter?.focus(mark) === true) return;
    if (this.#before?.isConnected === true) this.#before.focus({ preventScroll: true });
    else this.#toolbar.focus();
  }

  /** To the next mark; by a key with the focus, which goes to the card where marks take none. */
  #step(by: 1 | -1, isByKey: boolean): void {
    const shown = this.#shown;
    if (shown?.reading === undefined || shown.isDisabled) return;
    const items = shown.reading.items.filter(({ kind }) => shown.kinds.includes(kind) && !shown.hidden.has(kind));
    const now = items.findIndex(({ id }) => id === shown.selected);
    const next = items[now < 0 ? (by > 0 ? 0 : items.length - 1) : (now + by + items.length) % items.length];
    if (next === undefined) return;
    const wasInCard = this.#card.hasFocus;
    this.#host.select(next.id, true);
    if (isByKey && (wasInCard || this.marking.painter?.focus(next.id) !== true)) this.#enterCard();
  }

  #turn(isBack: boolean): boolean {
    const shown = this.#shown;
    if (!shown?.isReview || !(isBack ? shown.canUndo : shown.canRedo)) return false;
    if (isBack) this.#host.undo();
    else this.#host.redo();
    return true;
  }

  // ── Controls ──

  update(shown: Shown): void {
    this.#shown = shown;
    const { words, reading, kinds, hidden, state } = shown;
    const visible = reading?.count(kinds.filter((kind) => !hidden.has(kind))) ?? 0;
    const told: Record<string, string> = { loading: words.loading, busy: words.busy };
    const summary = this.#hasSummary(shown);
    this.#toolbar.update({
      ...shown,
      kinds: kinds.map((kind) => ({ kind, count: reading?.count([kind]) ?? 0, isShown: !hidden.has(kind) })).filter(({ count }) => count > 0),
      count: visible,
      status: told[state] ?? (reading === undefined ? '' : words.found(visible)),
      hasReading: reading !== undefined,
      summary: summary === 'never' ? 'none' : summary ? 'open' : 'closed',
    });
    this.#input.update(shown);
    if (state !== 'error') this.#toast.hideError();
    this.#empty.hidden = state !== 'idle';
    this.#arrange();
    this.#theme(shown);
    this.marking.show(shown);
    this.#summary.set(summary === true, shown.language, words.sidebarFailed);
  }

  /** Places the summary where there is room for it. */
  #arrange(): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    const isOpen = this.#hasSummary(shown) === true;
    set(this.#body, { class: isOpen ? `body with-${this.#arrangement(shown)}` : 'body' });
  }

  /** The element has another size. */
  resized(): void {
    this.#arrange();
  }

  /** Controls suit the page around them, and a text of the element's own follows a theme that the host wants. */
  #theme({ theme, language }: Shown): void {
    const looks = theme === 'auto' ? (isDark(this.#element) ? 'dark' : 'light') : theme;
    for (const { element } of [this.#toolbar, this.#input, this.#card, this.#toast, this.#summary]) {
      set(element, { 'data-theme': looks, 'data-ground': theme !== 'auto', lang: language });
    }
    set(this.#own, { 'data-theme': theme === 'auto' ? undefined : theme, 'data-ground': theme !== 'auto' });
    set(this.#said, { lang: language });
  }

  /** Whether the summary is there; `never` where the layout has none. */
  #hasSummary({ layout, reading }: Shown): boolean | 'never' {
    if (layout === 'article' || reading === undefined) return layout === 'article' ? 'never' : false;
    return this.#wantsSummary ?? layout !== 'auto';
  }

  #arrangement({ layout }: Shown): 'split' | 'stacked' | 'sidebar' {
    if (layout === 'sidebar' || layout === 'stacked') return layout;
    return this.#element.getBoundingClientRect().width >= WIDE ? 'split' : 'stacked';
  }

  #toggleSummary(): void {
    if (this.#shown === undefined) return;
    this.#wantsSummary = this.#hasSummary(this.#shown) !== true;
    this.update(this.#shown);
  }

  /** Says that something failed; `isWhole`: so that there are no marks. */
  fail(message: string, isWhole: boolean): void {
    const words = this.#shown?.words;
    if (words === undefined) return;
    this.#toast.fail(`${isWhole ? words.failed : words.less} ${message}`, words.again, isWhole);
  }

  /** Tells something that is seen and heard. */
  tell(words: string): void {
    this.#toast.show(words);
  }

  /** What a screen reader says. The same words twice are said twice. */
  say(words: string): void {
    fill(this.#said, this.#said.textContent === words ? `${words} ` : words);
  }

  focusArticle(): void {
    if (this.marking.isOwn) return this.#own.focus();
    const [first] = this.#shown?.reading?.items ?? [];
    if (first === undefined || this.marking.painter?.focus(first.id) !== true) this.#toolbar.focus();
  }
}
