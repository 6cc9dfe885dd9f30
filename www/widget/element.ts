/** `<news-mark>`: an article with its marks, on a page of somebody else's. */
import type { CorrectionRequest } from '../../src/edit/types.d.ts';
import type { Options, Patch, Report } from '../../src/wasm/types.d.ts';
import { version } from '../package/built.ts';
import { Annotating } from './annotating.ts';
import { OBSERVED, optionsOf, reflect, type Kind, type Lexicon } from './attributes.ts';
import { exported, type AnchorReport } from './corrections.ts';
import { frozen, upgrade } from './dom.ts';
import { engine } from './engine.ts';
import { codeOf, messageOf, told } from './errors.ts';
import { restored, setValue } from './form.ts';
import { setStates } from './internals.ts';
import { Memory } from './memory.ts';
import type { Item } from './reading.ts';
import { download, packed, printPage } from './saving.ts';
import { shownOf, type Shown, type State, type ViewHost } from './shown.ts';
import { View } from './view.ts';
import { Watching } from './watching.ts';

export type { AnchorReport, Lexicon, State };

/** Attributes that change what is read, and those that change what is drawn. */
const READ = /^(published|date-order|max-bytes|for|locale)$/;
const DRAWN = /^(types|paint|ui-lang|boilerplate|lang)$/;

export class NewsMark extends HTMLElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = OBSERVED;

  readonly #internals = this.attachInternals();
  readonly #view: View;
  readonly #annotating: Annotating;
  readonly #memory: Memory;
  readonly #watching: Watching;
  #text: string | undefined;
  #lexicon: Lexicon | undefined;
  /** The day that a reader gave. */
  #day: string | undefined;
  #state: State = 'idle';
  #selected: Item | undefined;
  #hidden: ReadonlySet<Kind> = new Set();
  #isLive = false;
  #wasReady = false;
  #isDisabledByForm = false;

  constructor() {
    super();
    this.#view = new View(this, this.#readers());
    this.#annotating = new Annotating({
      text: () => this.#readText(),
      options: () => optionsOf(this, this.published, this.#lexicon),
      begun: () => this.#become(engine.progress.done === 0 ? 'loading' : 'busy'),
      done: (_, ms) => this.#show(ms),
      failed: (error) => this.#fail(error),
    });
    this.#memory = new Memory(this, this.#annotating.corrections);
    this.#watching = new Watching(this, {
      changed: () => this.#view.marking.hasChanged() && this.#refresh(),
      resized: (height) => this.#resized(height),
      learnt: () => this.#annotating.reading && this.#refresh(),
      unlearnt: (error) => this.#unlearnt(error),
      came: () => this.#came(),
      online: () => this.#states(),
    });
  }

  /** What readers do, which the host is told; what the host does itself, it knows. */
  #readers(): ViewHost {
    const doing = (work: Promise<unknown>): void => void work.catch((error: unknown) => this.#refuse(error));
    return {
      select: (id, scroll) => this.#pick(id, scroll),
      toggle: (kind) => this.#toggle(kind),
      correct: (request) => doing(this.#correct(request, true)),
      undo: () => doing(this.undo().then(() => this.#view.say(this.#words.undone))),
      redo: () => doing(this.redo().then(() => this.#view.say(this.#words.redone))),
      save: (format) => doing(this.#save(format)),
      copyLink: () => void this.#copyLink(),
      read: (text) => void this.annotate(text).catch(() => {}),
      publish: (date) => {
        this.#day = date;
        this.#refresh();
      },
      clear: () => this.clear(),
      again: () => this.#refresh(),
    };
  }

  // ── Properties ──

  /** The text that is shown instead of what is in the element; of the latter, as it was read. */
  get text(): string {
    return this.#text ?? this.#view.marking.source?.text ?? '';
  }

  set text(text: string | null) {
    this.#give(text);
    this.#refresh();
  }

  /** The report, with the corrections; null before there is one. Frozen. */
  get result(): Report | null {
    return this.#annotating.reading?.report ?? null;
  }

  /** The reader's corrections. Setting them replaces those that are there. */
  get corrections(): Patch {
    return frozen(this.#annotating.corrections.patch);
  }

  set corrections(patch: Patch | null) {
    this.#annotating.corrections.begin(patch === null || patch === undefined ? undefined : JSON.stringify(patch));
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

  get gazetteer(): Lexicon['names'] | null {
    return this.#lexicon?.names ?? null;
  }

  set gazetteer(names: Lexicon['names'] | null) {
    this.lexicon = names === null ? null : { ...this.#lexicon, names };
  }

  /** The publication date: the reader's where they gave one, else the attribute's. */
  get published(): string {
    return this.#day ?? this.getAttribute('published')?.trim() ?? '';
  }

  set published(day: string | null) {
    this.#day = undefined;
    if (day === null || day === undefined) this.removeAttribute('published');
    else this.setAttribute('published', day);
    this.#refresh();
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

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  // ── Methods ──

  /** Annotates `text`, or once more what is there. Rejects with a `NewsmarkError`. */
  async annotate(text?: string, options: Options = {}): Promise<Report> {
    if (text !== undefined) this.#give(text);
    return this.#annotating.read(options);
  }

  /** Takes the text that was given away, with all that was found. What the host has in the element is read again. */
  clear(): void {
    this.#give(null);
    this.#memory.keep(this.#text);
    if (this.#isLive) this.#refresh();
    else this.#become('idle');
  }

  /** Selects an annotation by its id, or none. Ids of entities mean their first mention. */
  select(id: string | null, { scroll = true }: { scroll?: boolean } = {}): void {
    const { reading } = this.#annotating;
    const mention = reading?.report.entities.find((entity) => entity.id === id)?.mentions[0];
    const item = id === null ? undefined : reading?.item(mention ?? id);
    this.#choose(item, scroll);
  }

  /** Corrects something, and resolves to the report with it. Rejects with what is wrong with it. */
  async correct(op: CorrectionRequest): Promise<Report> {
    return this.#correct(op, false);
  }

  /** Takes the last correction back. Resolves to whether there was one. */
  async undo(): Promise<boolean> {
    return this.#turn(() => this.#annotating.corrections.undo());
  }

  /** Does again what was taken back last. */
  async redo(): Promise<boolean> {
    return this.#turn(() => this.#annotating.corrections.redo());
  }

  /** The article in a format: a text, or for a format of several files a Blob with a ZIP archive of them. */
  async export(format: string, options: { title?: string } = {}): Promise<string | Blob> {
    return packed(await exported(await this.#annotating.settled(), format, options));
  }

  /** Adds the corrections of `patch` to those that are there. */
  async importCorrections(patch: Patch | string): Promise<AnchorReport> {
    return this.#annotating.inTurn(async () => {
      await this.#annotating.corrections.join(typeof patch === 'string' ? patch : JSON.stringify(patch));
      await this.#annotating.apply();
      return this.#annotating.anchored();
    });
  }

  /** Moves the keyboard to the article. */
  focusArticle(): void {
    this.#view.focusArticle();
  }

  /** Prints the article with its marks. */
  async print(): Promise<void> {
    await printPage(this.#view.root, String(await this.export('html')));
  }

  // ── Life ──

  connectedCallback(): void {
    upgrade(this, NewsMark.prototype);
    this.#isLive = true;
    this.#view.connect();
    this.#watching.begin();
    void this.#restore();
  }

  disconnectedCallback(): void {
    // Moved, not removed: it is connected again before this task ends.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  connectedMoveCallback(): void {
    this.#begin();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    if (name === 'published') this.#day = undefined;
    if (READ.test(name)) this.#refresh();
    if (!this.#isLive) return;
    if (name === 'persist') {
      this.#memory.leave(before);
      this.#memory.keep(this.#text);
    }
    if (name === 'name') this.#value();
    if (DRAWN.test(name)) this.#paint();
    else this.#update();
  }

  formAssociatedCallback(): void {
    this.#value();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#isDisabledByForm = isDisabled;
    this.#update();
  }

  formResetCallback(): void {
    this.corrections = null;
    this.#memory.keep(this.#text);
  }

  formStateRestoreCallback(state: unknown): void {
    const corrections = restored(state);
    if (corrections === undefined) return;
    void this.#annotating.corrections.take(corrections).then((isTaken) => isTaken && this.#refresh());
  }

  #leave(): void {
    this.#isLive = false;
    this.#annotating.stop();
    this.#watching.end();
    this.#selected = undefined;
    this.#view.disconnect();
  }

  /** It is in its place: what was read before still holds where the text is the same. */
  #begin(): void {
    if (!this.#isLive) return;
    try {
      if (this.#annotating.isUpToDate(this.#readText())) return this.#paint();
    } catch {
      // Reading it says what is wrong.
    }
    this.#refresh();
  }

  async #restore(): Promise<void> {
    const text = await this.#memory.restore();
    if (this.#text === undefined) this.#text = text;
    this.#begin();
  }

  #unlearnt(error: unknown): void {
    this.#view.fail(messageOf(error), false);
    this.#tell('nm-error', told(error));
  }

  #came(): void {
    this.#tell('nm-progress', { ...engine.progress });
    // Another element's reader has tried again.
    if (this.#annotating.waits) this.#refresh();
  }

  #resized(height: number | undefined): void {
    this.#view.resized();
    if (height !== undefined) this.#tell('nm-resize', { height });
  }

  /** Another text, or with null that of the host's article: what belonged to the old one goes. */
  #give(text: string | null | undefined): void {
    this.#text = text === null || text === undefined ? undefined : String(text);
    this.#annotating.corrections.begin();
    this.#forget();
  }

  #forget(): void {
    this.#annotating.forget();
    this.#selected = undefined;
    this.#view.clear();
    this.#value();
  }

  #readText(): string {
    const text = this.#view.read(this.#text);
    this.#watching.lookAfter(this.#view.marking.watched);
    return text;
  }

  /** Reads again. The element shows what comes of it, and an event says it. */
  #refresh(): void {
    this.#annotating.touch();
    if (this.#isLive) void this.#annotating.read().catch(() => {});
  }

  #show(ms: number): void {
    const { reading } = this.#annotating;
    if (reading === undefined) return;
    const selected = this.#selected;
    this.#selected = selected && reading.same(selected);
    this.#paint();
    this.#become('ready');
    this.#memory.keep(this.#text);
    this.#value();
    if (selected !== undefined) this.#view.select(this.#selected, false, this.#shown());
    this.#tell('nm-result', { result: reading.report, ms });
  }

  #fail(error: unknown): void {
    if (codeOf(error) === 'empty') {
      this.#forget();
      return this.#become('idle');
    }
    this.#become('error');
    this.#view.fail(messageOf(error), true);
    this.#tell('nm-error', told(error));
  }

  // ── Corrections, and what is kept, shared and saved ──

  #correct(op: CorrectionRequest, isReader: boolean): Promise<Report> {
    // Ids are those of the report that is there when it is asked for; each report numbers its own anew.
    const seen = this.#annotating.reading;
    return this.#annotating.inTurn(async (reading) => {
      const allows = (patch: Patch): boolean => !isReader || this.#tell('nm-correction', { op, patch }, true);
      if (await this.#annotating.corrections.add(seen?.text === reading.text ? seen : reading, op, allows)) {
        const selected = this.#selected;
        await this.#annotating.apply();
        if (isReader) this.#view.say(this.#words.corrected);
        // What was corrected away is not selected any more.
        if (isReader && selected !== undefined && this.#selected === undefined) this.#tell('nm-select', { id: null, kind: null });
      }
      return (await this.#annotating.settled()).report;
    });
  }

  #turn(turned: () => boolean): Promise<boolean> {
    return this.#annotating.after(async () => {
      const isTurned = turned();
      // What was taken back may have been what the engine was asked with.
      if (isTurned) await this.#annotating.read();
      return isTurned;
    });
  }

  /** Tells a reader what could not be done. */
  #refuse(error: unknown): void {
    this.#view.tell(`${this.#words.refused} ${messageOf(error)}`);
    this.#tell('nm-error', told(error));
  }

  async #copyLink(): Promise<void> {
    const copied = this.#memory.copyLink().then(() => 'linkCopied' as const, () => 'linkFailed' as const);
    this.#view.tell(this.#shown().words[await copied]);
  }

  async #save(format: string): Promise<void> {
    if (!this.#tell('nm-export', { format }, true)) return;
    download(await exported(await this.#annotating.settled(), format, { title: document.title }));
  }

  #value(): void {
    const { reading, corrections } = this.#annotating;
    setValue(this, this.#internals, reading?.report, corrections.patch);
  }

  get #words(): Shown['words'] {
    return this.#shown().words;
  }

  #choose(item: Item | undefined, scroll: boolean): void {
    if (item?.id === this.#selected?.id) {
      if (item !== undefined && scroll) this.#view.scrollTo(item.id);
      return;
    }
    this.#selected = item;
    // What is picked must be seen.
    if (item !== undefined && this.#hidden.has(item.kind)) this.#toggle(item.kind);
    this.#view.select(item, scroll, this.#shown());
  }

  #pick(id: string | null, scroll: boolean): void {
    const before = this.#selected;
    if (id !== null && this.#shown().isDisabled) return;
    this.select(id, { scroll });
    const now = this.#selected;
    if (now === before) return;
    if (now !== undefined) this.#view.sayOf(now);
    this.#tell('nm-select', { id: now?.id ?? null, kind: now?.kind ?? null });
  }

  #toggle(kind: Kind): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    this.#hidden = hidden;
    if (this.#selected?.kind === kind && hidden.has(kind)) this.#pick(null, false);
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
    const { corrections, reading } = this.#annotating;
    return shownOf(this, {
      reading,
      corrections,
      hidden: this.#hidden,
      selected: this.#selected?.id ?? null,
      isDisabled: this.#isDisabledByForm,
      published: this.published,
      text: this.#text,
      state: this.#state,
    });
  }

  #become(state: State): void {
    this.#state = state;
    this.#update();
    if (state !== 'ready' || this.#wasReady) return;
    this.#wasReady = true;
    this.#tell('nm-ready', { version });
  }

  #states(): void {
    const busy = this.#state === 'busy' || this.#state === 'loading';
    const edited = !this.#annotating.corrections.isEmpty;
    setStates(this.#internals, { busy, edited, offline: !navigator.onLine, error: this.#state === 'error' });
    this.#internals.ariaBusy = String(busy);
  }

  /** Tells the host; whether it lets us go on. */
  #tell(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail: frozen(detail), bubbles: true, composed: true, cancelable }));
  }
}

reflect(NewsMark.prototype);
