/** What an element has read: its article's report, with the corrections that hold. */
import type { Options, Report } from '../../src/wasm/types.d.ts';
import { asNewsmarkError, NewsmarkError } from '../package/error.ts';
import { Corrections, type AnchorReport } from './corrections.ts';
import { frozen } from './dom.ts';
import { engine } from './engine.ts';
import { Reading } from './reading.ts';

export type AnnotatingHost = {
  /** Reads the article, as it is now. */
  text(): string;
  /** What the element says of how to read it. */
  options(): Options;
  /** The engine is asked. */
  begun(): void;
  /** There is a report; `ms` is how long the reading took. */
  done(reading: Reading, ms: number): void;
  failed(error: unknown): void;
};

/** Failures that are over as soon as the engine's files come. */
const UNTIL_LOADED = /^(not-loaded|wrong-file|unavailable)$/;

export class Annotating {
  readonly corrections = new Corrections();
  readonly #host: AnnotatingHost;
  /** The core's report, before corrections. */
  #base: string | undefined;
  #reading: Reading | undefined;
  #asked: AbortController | undefined;
  #running: Promise<Report> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Whether the reading is with all that is known of names, and with all that the element says. */
  #isWhole = false;
  /** The code of the last error. */
  #failure = '';

  constructor(host: AnnotatingHost) {
    this.#host = host;
  }

  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** Whether asking once more would say nothing new of this text. */
  isUpToDate(text: string): boolean {
    return this.#reading?.text === text && this.#isWhole && this.#running === undefined;
  }

  /** Whether all that is missing is files, which may have come by now. */
  get waits(): boolean {
    return this.#running === undefined && UNTIL_LOADED.test(this.#failure);
  }

  /** Something is other than when it was read. */
  touch(): void {
    this.#isWhole = false;
  }

  /** Asks the engine, with `given` before what the element says. A later call takes an earlier one back. */
  read(given: Options = {}): Promise<Report> {
    const reading = this.#read(given).finally(() => {
      if (this.#running === reading) this.#running = undefined;
    });
    // Who waits for it hears of it; nobody need wait.
    reading.catch(() => {});
    return (this.#running = reading);
  }

  async #read(given: Options): Promise<Report> {
    this.#asked?.abort();
    const { signal } = (this.#asked = new AbortController());
    const started = performance.now();
    this.#failure = '';
    try {
      const text = this.#host.text();
      if (text.trim() === '') throw new NewsmarkError('empty', 'there is no text');
      this.#host.begun();
      // What is drawn counts as strings do, and what corrects needs all that there is.
      const { types: _, ...options } = { ...this.#host.options(), ...given, unit: 'utf16' as const };
      const isLearnt = engine.isLearnt;
      const base = await engine.annotate(text, await this.corrections.optionsFor(text, options), signal);
      if (signal.aborted) throw new NewsmarkError('aborted', 'another call came');
      this.#base = base;
      await this.#apply(text, started, true);
      this.#isWhole = isLearnt;
      return this.#needed().report;
    } catch (error) {
      const told = asNewsmarkError(error);
      if (!signal.aborted) {
        this.#failure = told.code;
        this.#host.failed(told);
      }
      throw told;
    }
  }

  /** Shows the report with all corrections that hold. */
  async apply(): Promise<void> {
    await this.#apply(this.#needed().text, performance.now(), false);
  }

  async #apply(text: string, started: number, isRead: boolean): Promise<void> {
    const { report, unread } = await this.corrections.applied(text, this.#base ?? '');
    // Something was corrected that the core has to know before it reads.
    if (unread && !isRead) return void (await this.read());
    this.#reading = new Reading(text, frozen(report));
    this.#host.done(this.#reading, performance.now() - started);
  }

  /** Does this after all that is being done, so that each correction meets the report that the last one made. */
  inTurn<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    return this.after(async () => work(await this.settled()));
  }

  /** The same, whether there is a report or not. */
  after<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** What is read when all that was asked is answered. */
  async settled(): Promise<Reading> {
    while (this.#running !== undefined) {
      await this.#running.catch((error: unknown) => {
        // Else another call has taken its place.
        if (this.#running === undefined) throw error;
      });
    }
    return this.#needed();
  }

  anchored(): Promise<AnchorReport> {
    return this.corrections.anchored(this.#needed().text, this.#base ?? '');
  }

  #needed(): Reading {
    if (this.#reading === undefined) throw new NewsmarkError('not-ready', 'there is no report yet');
    return this.#reading;
  }

  /** Forgets what was read. */
  forget(): void {
    [this.#base, this.#reading] = [undefined, undefined];
  }

  /** Takes back what is asked. */
  stop(): void {
    if (this.#running !== undefined) this.touch();
    this.#asked?.abort();
  }
}
