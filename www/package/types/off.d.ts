/** newsmark in a thread of its own: the page, or the program, stays free while it reads. */
import type { Call, Sources } from './index.d.ts';
import type { Options, Report } from '../../../src/wasm/types.d.ts';

export type * from './index.d.ts';
export { NewsmarkError, version } from './index.d.ts';

/** Reads articles, one after the other, in the order in which they were asked about. */
export interface Annotator {
  /**
   * Annotates `text` as `annotate` of `newsmark` does, with the same report. A text that is much like the
   * one before takes less time.
   *
   * Rejects with a `NewsmarkError`: what `annotate` of `newsmark` says, or `timeout` (no answer within a
   * minute), `unavailable` (it can run nowhere here, or crashed five times in a row) or `closed`.
   */
  annotate(text: string, options?: Options, call?: Call): Promise<Report>;
  /** Ends the thread. Calls that have no answer yet reject with `closed`, and so do later ones. */
  close(): void;
}

/**
 * Makes a thread: in browsers a worker, in Node one of `worker_threads`. It starts with the first call. One
 * that crashes is replaced. Where a page's policy refuses workers, the page itself does the work, in steps
 * between which it can do what else it has to do.
 *
 * @param sources where the files are, if the bundler does not find them; as for `init`
 */
export function createWorker(sources?: Sources): Annotator;
