/** `newsmark` in Node. Nothing is read before the first call, so that `require` works as well. */
import { createApi } from './api.ts';
import type * as Declared from './types/index.d.ts';
import { readHere } from './read-node.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

const api = /* @__PURE__ */ createApi(readHere);

/** Annotates a text; described in `types/index.d.ts`. */
export const annotate: typeof Declared.annotate = api.annotate;
/** Loads what `annotate` needs; described in `types/index.d.ts`. */
export const init: typeof Declared.init = api.init;
