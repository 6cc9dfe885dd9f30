/** Long work in slices, between which the page answers. */

/**
 * How long the first slice may hold the page up, so that what is on the screen comes at once; and the others. Much
 * shorter ones take much longer in all, since the page is laid out after each.
 */
const FIRST_MS = 30;
const SLICE_MS = 25;
/** How long the page may put the next one off. */
const PATIENCE_MS = 50;

/** Does one part after another: the first ones at once, the others in the page's idle times. */
export class Slices<Part> {
  readonly #work: (part: Part) => void;
  #parts: readonly Part[] = [];
  #next = 0;
  #cancel: (() => void) | undefined;
  #settle: (() => void) | undefined;
  /** Settled when all is done, or has been dropped. */
  done: Promise<void> = Promise.resolve();

  constructor(work: (part: Part) => void) {
    this.#work = work;
  }

  /** Does these parts in the place of what is left of others. */
  start(parts: readonly Part[]): void {
    this.stop();
    this.#parts = parts;
    this.#next = 0;
    this.done = new Promise((settle) => (this.#settle = settle));
    this.#slice(FIRST_MS);
  }

  /** Drops what is left. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#parts = [];
    this.#settle?.();
  }

  #slice(most: number): void {
    this.#cancel = undefined;
    const end = performance.now() + most;
    for (let part = this.#parts[this.#next]; part !== undefined; part = this.#parts[this.#next]) {
      this.#next += 1;
      this.#work(part);
      if (performance.now() >= end) break;
    }
    if (this.#next < this.#parts.length) this.#cancel = later(() => this.#slice(SLICE_MS));
    else this.#settle?.();
  }
}

function later(work: () => void): () => void {
  // Missing in Safari.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work, 16);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
