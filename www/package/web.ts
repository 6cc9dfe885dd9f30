/** `newsmark` in browsers, their workers, and whatever else has `fetch`. */
import { createApi } from './api.ts';
import { fetched } from './load.ts';
import type * as Declared from './types/index.d.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

// Its members are called and not handed on: bundlers take reading one for an effect, and keep all of this.
const api = /* @__PURE__ */ createApi(fetched);

/** Annotates a text; described in `types/index.d.ts`. */
export const annotate: typeof Declared.annotate = (text, options, call) => api.annotate(text, options, call);
/** Loads what `annotate` needs; described in `types/index.d.ts`. */
export const init: typeof Declared.init = (sources) => api.init(sources);
