/** `newsmark` in browsers, their workers, and whatever else has `fetch`. */
import { createApi } from './api.ts';
import { createEditing } from './editing.ts';
import { fetched } from './load.ts';
import type * as Declared from './types/index.d.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

// Their members are called and not handed on: bundlers take reading one for an effect, and keep all of this.
const api = /* @__PURE__ */ createApi(fetched);
const editing = /* @__PURE__ */ createEditing(fetched);

/** Annotates a text; described in `types/index.d.ts`. */
export const annotate: typeof Declared.annotate = (text, options, call) => api.annotate(text, options, call);
/** Loads what `annotate` needs; described in `types/index.d.ts`. */
export const init: typeof Declared.init = (sources) => api.init(sources);
/** Exports a report; described in `types/index.d.ts`. */
export const exportAs: typeof Declared.exportAs = (text, report, format, options) =>
  editing.exportAs(text, report, format, options);
/** Corrects a report; described in `types/index.d.ts`. */
export const applyCorrections: typeof Declared.applyCorrections = (text, report, patch) =>
  editing.applyCorrections(text, report, patch);
/** Makes a correction; described in `types/index.d.ts`. */
export const addCorrection: typeof Declared.addCorrection = (text, report, patch, request) =>
  editing.addCorrection(text, report, patch, request);
/** What to ask with; described in `types/index.d.ts`. */
export const optionsFor: typeof Declared.optionsFor = (text, patch, options, lexicon) =>
  editing.optionsFor(text, patch, options, lexicon);
