/** The package's calls, wherever its files are read from. */
import start, { annotate, learn } from '../pkg/core/core.js';
import { checkText } from './check.ts';
import { editFrom } from './edit-source.ts';
import { aborted, asNewsmarkError } from './error.ts';
import { load, type Read } from './load.ts';
import type * as Declared from './types/index.d.ts';

/** Calls that share one instance of the core, which is the only one of its program. */
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
    if (sources.edit !== undefined) editFrom(sources.edit);
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
