/** The package's calls for corrections and exports. */
import { checkText } from './check.ts';
import type { Edit } from './edit.ts';
import { editSource } from './edit-source.ts';
import { asNewsmarkError, NewsmarkError } from './error.ts';
import type { Read } from './load.ts';
import type * as Declared from './types/index.d.ts';

/** Calls that share one instance of the module, made by the first of them. */
export type Editing = Pick<typeof Declared, 'addCorrection' | 'applyCorrections' | 'exportAs' | 'optionsFor'>;

const NO_PATCH: Declared.Patch = { schema: 'newsmark-patch/1', corrections: [] };

/** Makes them. */
export function createEditing(read: Read): Editing {
  let opening: Promise<Edit> | undefined;

  const opened = async (): Promise<Edit> => {
    const { open } = await import('./edit.ts').catch((error) => {
      throw new NewsmarkError('not-loaded', `what corrects and exports did not come (${String(error)})`);
    });
    return open(editSource(), read);
  };
  /** The JSON that `work` answers with, read. */
  const call = async <T>(text: string, work: (edit: Edit) => string): Promise<T> => {
    checkText(text);
    opening ??= opened().catch((error) => {
      opening = undefined;
      throw error;
    });
    try {
      return JSON.parse(work(await opening));
    } catch (error) {
      throw asNewsmarkError(error);
    }
  };

  return {
    exportAs: (text, report, format, options = {}) =>
      call(text, (edit) => edit.exported(text, json(report), String(format), json(options))),
    applyCorrections: (text, report, patch) => call(text, (edit) => edit.correct(text, json(report), json(patch))),
    addCorrection: (text, report, patch, request) =>
      call(text, (edit) => edit.corrected(text, json(report), json(patch ?? NO_PATCH), json(request))),
    optionsFor: (text, patch, options = {}, lexicon) =>
      call(text, (edit) => edit.optionsFor(text, json(patch), lexicon === undefined ? '' : json(lexicon), json(options))),
  };
}

/** As the module reads it; what JSON has no word for is refused there. */
const json = (value: unknown): string => JSON.stringify(value) ?? 'null';
