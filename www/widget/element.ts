/** `<news-mark>`: an article with its marks, on a page of somebody else's. */
import type { Options, Patch, Report } from '../../src/wasm/types.d.ts';
import type { CorrectionRequest, Exported } from '../../src/edit/types.d.ts';
import { NewsmarkError } from '../package/error.ts';
import { version } from '../package/built.ts';
import { OBSERVED, reflect, type Kind, kindsOf, maxBytes, published, word } from './attributes.ts';
import { edit } from './edit.ts';
import { engine } from './engine.ts';
import { frozen } from './dom.ts';
import { History } from './history.ts';
import { setStates } from './internals.ts';
import { keep, kept, keyOf, linked, linkWith } from './keeping.ts';
import { Reading } from './reading.ts';
import { type Shown, View, type ViewHost } from './view.ts';
import { wordsOf } from './words.ts';

export type State = 'idle' | 'loading' | 'busy' | 'ready' | 'error';

/** What became of the corrections of an imported patch: their ids. */
export type AnchorReport = { applied: string[]; reanchored: string[]; orphans: { id: string; reason: string }[] };

/** How long a host's changes of the article are waited for, in milliseconds. */
const SETTLING_MS = 300;

type Lexicon = { names: NonNullable<Options['lexicon']>; ignore?: string[] };

export class NewsMark extends HTMLElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = OBSERVED;

  readonly #internals = this.attachInternals();
  readonly #view: View;
  readonly #history = new History();
  #text: string | undefined;
  #lexicon: Lexicon | undefined;
  #state: State = 'idle';
  #base: string | undefined;
  #reading: Reading | undefined;
  #selected: string | null = null;
  #hidden: ReadonlySet<Kind> = new Set();
  #asked: AbortController | undefined;
  #isDisabledByForm = false;
  #isKept = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #observer: MutationObserver | undefined;
  #resize: ResizeObserver | undefined;
  #height = -1;

  constructor() {
    super();
    const host: ViewHost = {
      select: (id) => this.select(id),
      toggle: (kind) => this.#toggle(kind),
      correct: (request) => void this.correct(request).catch((error: unknown) => this.#refuse(error)),
      undo: () => void this.undo(),
      redo: () => void this.redo(),
      save: (format) => void this.#save(format),
      copyLink: () => void this.#copyLink(),
      read: (text) => void this.annotate(text).catch(() => {}),
      publish: (date) => (date === '' ? this.removeAttribute('published') : this.setAttribute('published', date)),
      clear: () => this.clear(),
      again: () => this.#refresh(),
    };
    this.#view = new View(this, host);
  }

  // ── Properties ──

  /** The text that is shown instead of what is in the element; of the latter, as it was read. */
  get text(): string {
    return this.#text ?? this.#view.source?.text ?? '';
  }

  set text(text: string | null) {
    this.#text = text === null || text === undefined ? undefined : String(text);
    this.#forget();
    this.#refresh();
  }

  /** The report, with the corrections; null before there is one. Frozen. */
  get result(): Report | null {
    return this.#reading?.report ?? null;
  }

  /** The reader's corrections. Setting them replaces those that are there. */
  get corrections(): Patch {
    return frozen(JSON.parse(this.#history.patch) as Patch);
  }

  set corrections(patch: Patch | null) {
    this.#history.begin(patch === null ? undefined : JSON.stringify(patch));
    this.#refresh();
  }

  /** The host's own names, `{ names, ignore }`. */
  get lexicon(): Lexicon | null {
    return this.#lexicon ?? null;
  }

  set lexicon(lexicon: Lexicon | null) {
    this.#lexicon = lexicon ?? undefined;
    this.#refresh();
  }

  /** The same, as a list of names. */
  get gazetteer(): Lexicon['names'] | null {
    return this.#lexicon?.names ?? null;
  }

  set gazetteer(names: Lexicon['names'] | null) {
    this.lexicon = names === null ? null : { ...this.#lexicon, names };
  }

  get state(): State {
    return this.#state;
  }

  get version(): string {
    return version;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  // ── Methods ──

  /** Annotates `text`, or once more what is there. Rejects with a `NewsmarkError`. */
  async annotate(text?: string, options: Options = {}): Promise<Report> {
    if (text !== undefined) {
      this.#text = String(text);
      this.#forget();
    }
    return this.#read(options);
  }

  /** Takes the text that was given away, with all that was found. What the host has in the element is read again. */
  clear(): void {
    this.#text = undefined;
    this.#forget();
    this.#keep();
    this.#refresh();
  }

  /** Selects an annotation by its id, or none. Ids of entities mean their first mention. */
  select(id: string | null, { scroll = true }: { scroll?: boolean } = {}): void {
    const mention = this.#reading?.report.entities.find((entity) => entity.id === id)?.mentions[0];
    const item = id === null ? undefined : this.#reading?.item(mention ?? id);
    const selected = item?.id ?? null;
    if (selected === this.#selected) {
      if (selected !== null && scroll) this.#view.scrollTo(selected);
      return;
    }
    this.#selected = selected;
    // What is picked must be seen.
    if (item !== undefined && this.#hidden.has(item.kind)) this.#toggle(item.kind);
    this.#view.select(item, scroll);
    this.#tell('nm-select', { id: selected, kind: item?.kind ?? null });
  }

  /** Corrects something, and resolves to the report with it. Rejects with what is wrong with it. */
  async correct(op: CorrectionRequest): Promise<Report> {
    const [{ corrected }, reading] = [await this.#editing(), this.#needsReading()];
    const request = JSON.stringify({ at: new Date().toISOString(), ...op });
    const patch = refusing(() => corrected(reading.text, this.#shownJson(), this.#history.patch, request));
    if (!this.#tell('nm-correction', { op, patch: JSON.parse(patch) as Patch }, true)) return reading.report;
    this.#history.step(patch);
    await this.#apply();
    this.#view.say(this.#words.words.corrected);
    return this.#needsReading().report;
  }

  /** Takes the last correction back. Resolves to whether there was one. */
  async undo(): Promise<boolean> {
    return this.#turn(this.#history.undo(), this.#words.words.undone);
  }

  /** Does again what was taken back last. */
  async redo(): Promise<boolean> {
    return this.#turn(this.#history.redo(), this.#words.words.redone);
  }

  /** The article in a format: a text, or for a format of several files a Blob with a tar of them. */
  async export(format: string, options: { title?: string } = {}): Promise<string | Blob> {
    const { files } = await this.#exported(format, options);
    return files.length === 1 ? (files[0]?.text ?? '') : new Blob(files.map(({ text }) => text), { type: 'text/plain' });
  }

  /** Adds the corrections of `patch` to those that are there. */
  async importCorrections(patch: Patch | string): Promise<AnchorReport> {
    const { joined, correct } = await this.#editing();
    const other = typeof patch === 'string' ? patch : JSON.stringify(patch);
    const all = refusing(() => joined(this.#history.patch, other));
    this.#history.step(all);
    await this.#apply();
    const reading = this.#needsReading();
    const done = JSON.parse(correct(reading.text, this.#base ?? '', all)) as AnchorReport & Record<'applied' | 'reanchored', { id: string }[]>;
    const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
    return { applied: ids(done.applied), reanchored: ids(done.reanchored), orphans: done.orphans };
  }

  /** Moves the keyboard to the article. */
  focusArticle(): void {
    this.#view.focusArticle();
  }

  /** Prints the article with its marks. */
  async print(): Promise<void> {
    this.#view.print(String(await this.export('html')));
  }

  // ── Life ──

  connectedCallback(): void {
    this.#upgrade();
    this.#view.connect();
    this.#resize ??= new ResizeObserver(() => this.#resized());
    this.#resize.observe(this);
    this.#observer ??= new MutationObserver(() => this.#later());
    engine.addEventListener('learnt', this.#learnt);
    engine.addEventListener('progress', this.#progress);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#online);
    void this.#restore().then(() => this.#refresh());
  }

  disconnectedCallback(): void {
    // Moved, not removed: it is connected again before this task ends.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** Moving it keeps all that it is. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return;
    if (/^(published|date-order|max-bytes|for|locale)$/.test(name)) this.#refresh();
    else if (name === 'persist') this.#keep();
    else this.#update();
    if (name === 'types' || name === 'paint' || name === 'ui-lang') this.#paint();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByForm = isDisabled;
    this.#update();
  }

  formResetCallback(): void {
    this.corrections = null;
    this.#keep();
  }

  formStateRestoreCallback(state: string | null): void {
    try {
      const { corrections } = JSON.parse(state ?? '') as { corrections: Patch };
      this.corrections = corrections;
    } catch {
      // Another element's, or of another version.
    }
  }

  #leave(): void {
    this.#asked?.abort();
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#resize?.disconnect();
    engine.removeEventListener('learnt', this.#learnt);
    engine.removeEventListener('progress', this.#progress);
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#online);
    this.#view.disconnect();
  }

  /** Properties that were set before the element was defined are own ones of the object, and hide ours. */
  #upgrade(): void {
    const own = this as unknown as Record<string, unknown>;
    for (const name of Object.keys(this)) {
      if (!(name in NewsMark.prototype)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }

  readonly #learnt = (): void => {
    if (this.#base !== undefined) this.#refresh();
  };

  readonly #progress = (): void => {
    this.#tell('nm-progress', { ...engine.progress });
    this.#update();
  };

  readonly #online = (): void => this.#states();

  #resized(): void {
    const { height } = this.getBoundingClientRect();
    if (Math.abs(height - this.#height) < 1) return;
    this.#height = height;
    this.#tell('nm-resize', { height });
  }

  /** The host has changed something; the article is read again when it has come to rest. */
  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.isConnected && this.#view.hasChanged()) this.#refresh();
    }, SETTLING_MS);
  }

  // ── Reading ──

  #refresh(): void {
    if (!this.isConnected) return;
    this.#read({}).catch(() => {}); // The element shows it, and an event says it.
  }

  async #read(options: Options): Promise<Report> {
    this.#asked?.abort();
    const { signal } = (this.#asked = new AbortController());
    try {
      const text = this.#view.read(this.#text);
      this.#watch();
      if (text.trim() === '') throw new NewsmarkError('empty', this.#words.words.nothing);
      this.#become(engine.progress.done === 0 ? 'loading' : 'busy');
      const base = await engine.annotate(text, await this.#options(text, options), signal);
      if (signal.aborted) throw new NewsmarkError('aborted', 'another text came');
      const isSameText = this.#reading?.text === text;
      this.#base = base;
      if (!isSameText) this.#selected = null;
      await this.#apply(false);
      return this.#needsReading().report;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      throw error;
    }
  }

  async #options(text: string, given: Options): Promise<Options> {
    const order = word(this, 'date-order');
    const day = published(this);
    const options: Options = {
      maxBytes: maxBytes(this),
      ...(order === 'auto' ? {} : { dateOrder: order }),
      ...(day === undefined ? {} : { published: day }),
      ...(this.#lexicon === undefined ? {} : { lexicon: this.#lexicon.names, ignore: this.#lexicon.ignore ?? [] }),
      ...given,
      // What is drawn counts as strings do, and what corrects needs all there is.
      unit: 'utf16',
    };
    delete options.types;
    if (this.#history.isEmpty) return options;
    const { optionsFor } = await this.#editing();
    return JSON.parse(optionsFor(text, this.#history.patch, '', JSON.stringify(options))) as Options;
  }

  /** Shows the report with all corrections that hold. */
  async #apply(mayAsk = true): Promise<void> {
    const [base, text] = [this.#base, this.#view.source?.text];
    if (base === undefined || text === undefined) return;
    let report = base;
    if (!this.#history.isEmpty) {
      const { correct } = await this.#editing();
      const done = JSON.parse(refusing(() => correct(text, base, this.#history.patch))) as { report: Report; unread: boolean };
      if (done.unread && mayAsk) return void (await this.#read({}));
      report = JSON.stringify(done.report);
    }
    const started = performance.now();
    this.#reading = new Reading(text, frozen(JSON.parse(report) as Report));
    this.#paint();
    this.#become('ready');
    this.#keep();
    this.#value();
    this.#tell('nm-result', { result: this.#reading.report, ms: performance.now() - started });
    if (this.#selected !== null) this.#view.select(this.#reading.item(this.#selected), false);
  }

  async #turn(turned: boolean, said: string): Promise<boolean> {
    if (!turned) return false;
    // What was taken back may have been what the engine was asked with.
    await this.#read({});
    this.#view.say(said);
    return true;
  }

  #fail(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    if (code === 'empty') {
      this.#forgetReading();
      this.#become('idle');
      return;
    }
    this.#view.fail(error instanceof Error ? error.message : String(error));
    this.#become('error');
    this.#tell('nm-error', { code, message: error instanceof Error ? error.message : String(error) });
  }

  #refuse(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#view.say(`${this.#words.words.refused} ${message}`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    this.#tell('nm-error', { code, message });
  }

  async #editing(): ReturnType<typeof edit> {
    return edit();
  }

  #needsReading(): Reading {
    if (this.#reading === undefined) throw new NewsmarkError('not-ready', 'there is no report yet');
    return this.#reading;
  }

  #shownJson(): string {
    return JSON.stringify(this.#needsReading().report);
  }

  async #exported(format: string, options: { title?: string }): Promise<Exported> {
    const { exported } = await this.#editing();
    const reading = this.#needsReading();
    return JSON.parse(refusing(() => exported(reading.text, this.#shownJson(), format, JSON.stringify(options)))) as Exported;
  }

  /** Another text: what belonged to the old one goes. */
  #forget(): void {
    this.#history.begin();
    this.#forgetReading();
  }

  #forgetReading(): void {
    [this.#base, this.#reading, this.#selected] = [undefined, undefined, null];
    this.#view.clear();
    this.#value();
  }

  /** Notices what the host changes in its article, which our own marks do as well. */
  #watch(): void {
    const observer = this.#observer;
    observer?.disconnect();
    const root = this.#view.watched;
    if (root !== undefined) observer?.observe(root, { childList: true, characterData: true, subtree: true });
  }

  // ── What is kept, shared and saved ──

  async #restore(): Promise<void> {
    if (this.#isKept) return;
    this.#isKept = true;
    const key = keyOf(this);
    const patch = word(this, 'share') === 'fragment' ? await linked(key) : undefined;
    const stored = kept(word(this, 'persist'), key);
    if (stored?.text !== undefined && this.#text === undefined && word(this, 'input') !== 'none') this.#text = stored.text;
    const found = patch ?? stored?.patch;
    if (found === undefined || !this.#history.isEmpty) return;
    try {
      // Checked as a whole, or not taken.
      this.#history.begin((await this.#editing()).joined(this.#history.patch, found));
    } catch {
      this.#history.begin();
    }
  }

  #keep(): void {
    const store = word(this, 'persist');
    if (store === 'none') return;
    const text = word(this, 'input') === 'none' ? undefined : this.#text;
    const nothing = this.#history.isEmpty && text === undefined;
    const all = { patch: this.#history.patch, ...(text === undefined ? {} : { text }) };
    keep(store, keyOf(this), nothing ? undefined : all);
  }

  async #copyLink(): Promise<void> {
    const { words } = this.#words;
    try {
      const link = await linkWith(keyOf(this), this.#history.patch);
      if (link === undefined) throw new RangeError('too long');
      await navigator.clipboard.writeText(link);
      this.#view.say(words.linkCopied);
    } catch {
      this.#view.say(words.linkFailed);
    }
  }

  async #save(format: string): Promise<void> {
    if (!this.#tell('nm-export', { format }, true)) return;
    try {
      const { files } = await this.#exported(format, { title: document.title });
      for (const { ending, mediaType, text } of files) this.#view.save(`article.${ending}`, mediaType, text);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** The form's value: the report and the corrections. */
  #value(): void {
    if (this.form === null || !this.hasAttribute('name')) return;
    const corrections = JSON.parse(this.#history.patch) as Patch;
    const value = this.#reading === undefined ? null : JSON.stringify({ result: this.#reading.report, corrections });
    this.#internals.setFormValue(value, JSON.stringify({ corrections }));
  }

  // ── What is shown ──

  get #words(): ReturnType<typeof wordsOf> {
    const lang = this.closest('[lang]')?.getAttribute('lang') ?? undefined;
    return wordsOf(this.getAttribute('ui-lang') || undefined, lang, navigator.language);
  }

  #toggle(kind: Kind): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    this.#hidden = hidden;
    this.#update();
  }

  #paint(): void {
    this.#view.paint(this.#shown());
    this.#update();
  }

  #update(): void {
    this.#view.update(this.#shown());
    this.#states();
  }

  #shown(): Shown {
    const { words, language } = this.#words;
    return {
      words,
      language,
      reading: this.#reading,
      kinds: kindsOf(this),
      hidden: this.#hidden,
      selected: this.#selected,
      layout: word(this, 'layout'),
      paint: word(this, 'paint'),
      theme: word(this, 'theme'),
      input: word(this, 'input'),
      boilerplate: word(this, 'boilerplate'),
      shortcuts: word(this, 'shortcuts') === 'on',
      isReview: word(this, 'mode') === 'review' && !this.hasAttribute('readonly'),
      isDisabled: this.#isDisabledByForm || this.hasAttribute('disabled'),
      canShare: word(this, 'share') === 'fragment' && !this.#history.isEmpty,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
      published: published(this) ?? '',
      text: this.#text ?? '',
      state: this.#state,
    };
  }

  #become(state: State): void {
    const before = this.#state;
    this.#state = state;
    this.#update();
    if (state === 'ready' && before !== 'ready') this.#tell('nm-ready', {});
  }

  #states(): void {
    setStates(this.#internals, {
      busy: this.#state === 'busy' || this.#state === 'loading',
      edited: !this.#history.isEmpty,
      offline: !navigator.onLine,
      error: this.#state === 'error',
    });
    this.#internals.ariaBusy = String(this.#state === 'busy' || this.#state === 'loading');
  }

  /** Tells the host; whether it lets us go on. */
  #tell(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail: frozen(detail), bubbles: true, composed: true, cancelable }));
  }
}

/** What the module throws, with its code. */
function refusing<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new NewsmarkError(String(error.code), error.message);
    throw error;
  }
}

reflect(NewsMark.prototype);
