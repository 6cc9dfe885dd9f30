/** `newsmark/worker` in browsers. */
import { createAnnotator } from './annotator.ts';
import { fetched, type Loaded } from './load.ts';
import type * as Declared from './types/off.d.ts';
import { ways } from './workers.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

/** Makes a worker; described in `types/off.d.ts`. */
export const createWorker: typeof Declared.createWorker = (sources = {}) =>
  createAnnotator(sources, fetched, ({ core }: Loaded) => ways(core));
