/** The engine, which all elements of a page share: its files come once, with the first element that has a text. */
import { Engine } from '../engine.ts';
import { bytes, compiled, fetched } from '../package/load.ts';
import { ways } from '../package/workers.ts';

/** How much has come: files done, of how many. */
export type Progress = { done: number; total: number };

const FILES = 3;

/** What elements ask, and what tells them of changes. */
export class SharedEngine extends EventTarget {
  #engine: Promise<Engine> | undefined;
  #done = 0;
  /** Whether names are read with all that can be known of them. */
  isLearnt = false;

  /** How much of what it needs has come. */
  get progress(): Progress {
    return { done: this.#done, total: FILES };
  }

  /**
   * Resolves to the report as JSON, before all is learnt from what has come until then. An event `learnt` says
   * that another call would be answered with more.
   */
  async annotate(text: string, options: object, signal: AbortSignal): Promise<string> {
    this.#engine ??= this.#start().catch((error: unknown) => {
      // The next call tries again.
      this.#engine = undefined;
      throw error;
    });
    const engine = await this.#engine;
    const answer = await engine.annotate(text, options, signal);
    void this.#learn(engine);
    return answer;
  }

  async #start(): Promise<Engine> {
    const core = await compiled('core_bg.wasm', new URL('./core_bg.wasm', import.meta.url), fetched);
    const engine = new Engine(ways(core));
    await engine.ready;
    this.#came();
    return engine;
  }

  /** What makes the reading of names better comes after the first answer: marks do not wait for it. */
  #lesson: Promise<void> | undefined;

  #learn(engine: Engine): Promise<void> {
    this.#lesson ??= Promise.all([
      this.#counted(bytes('names.bin', new URL('./names.bin', import.meta.url), fetched)),
      this.#counted(bytes('weights.bin', new URL('./weights.bin', import.meta.url), fetched)),
    ]).then(
      async ([names, weights]) => {
        await engine.learn({ names, weights });
        this.isLearnt = true;
        this.dispatchEvent(new Event('learnt'));
      },
    ).catch((error: unknown) => {
      this.#lesson = undefined;
      this.#done = 1;
      this.dispatchEvent(new CustomEvent('unlearnt', { detail: error }));
    });
    return this.#lesson;
  }

  async #counted<T>(file: Promise<T>): Promise<T> {
    const came = await file;
    this.#came();
    return came;
  }

  #came(): void {
    this.#done += 1;
    this.dispatchEvent(new Event('progress'));
  }
}

/** The page's. */
export const engine = new SharedEngine();
