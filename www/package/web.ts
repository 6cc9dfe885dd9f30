/** `newsmark` in browsers, their workers, and whatever else has `fetch`. */
import { createApi } from './api.ts';
import type * as Declared from './types/index.d.ts';
import { fetched } from './load.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

const api = /* @__PURE__ */ createApi(fetched);

/** Annotates a text; described in `types/index.d.ts`. */
export const annotate: typeof Declared.annotate = api.annotate;
/** Loads what `annotate` needs; described in `types/index.d.ts`. */
export const init: typeof Declared.init = api.init;
