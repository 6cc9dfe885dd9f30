/** `newsmark` in Node. Nothing is read before the first call, so that `require` works as well. */
import { createApi } from './api.ts';
import { readHere } from './read-node.ts';
import type * as Declared from './types/index.d.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

// Its members are called and not handed on: bundlers take reading one for an effect, and keep all of this.
const api = /* @__PURE__ */ createApi(readHere);

/** Annotates a text; described in `types/index.d.ts`. */
export const annotate: typeof Declared.annotate = (text, options, call) => api.annotate(text, options, call);
/** Loads what `annotate` needs; described in `types/index.d.ts`. */
export const init: typeof Declared.init = (sources) => api.init(sources);
