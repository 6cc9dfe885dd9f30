/** The package's calls, wherever its files are read from. */
import start, { annotate, learn } from '../pkg/core/core.js';
import { aborted, asNewsmarkError, NewsmarkError } from './error.ts';
import type * as Declared from './types/index.d.ts';
import { load, type Read } from './load.ts';

/** Calls that share one module, which is the only one of its program. */
export type Api = Pick<typeof Declared, 'annotate' | 'init'>;

/** Makes them. */
export function createApi(read: Read): Api {
  let loading: Promise<void> | undefined;

  const begin = async (sources: Declared.Sources): Promise<void> => {
    const { core, lesson } = await load(sources, read);
    try {
      await start({ module_or_path: core });
      if (lesson !== undefined) learn(lesson.weights, lesson.names);
    } catch (error) {
      throw asNewsmarkError(error);
    }
  };
  const init = (sources: Declared.Sources = {}): Promise<void> => {
    loading ??= begin(sources).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };

  return {
    init,
    annotate: async (text, options, { signal } = {}) => {
      checkText(text);
      if (signal?.aborted) throw aborted();
      await init();
      if (signal?.aborted) throw aborted();
      try {
        return annotate(text, options);
      } catch (error) {
        throw asNewsmarkError(error);
      }
    },
  };
}

/** Programs without types may call with anything. */
export function checkText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw new NewsmarkError('bad-option', `the text is no string but ${typeof text}`);
}
