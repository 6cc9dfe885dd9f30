/** The module that corrects and exports. It is imported when a call needs it. */
import start, { cited, correct, corrected, exported, joined, moved, optionsFor } from '../pkg/edit/edit.js';
import { compiled, type Read } from './load.ts';
import type { Source } from './types/index.d.ts';

/** Its functions, JSON in and out. */
export type Edit = Pick<typeof import('../pkg/edit/edit.js'), 'cited' | 'correct' | 'corrected' | 'exported' | 'joined' | 'moved' | 'optionsFor'>;

/** Starts it. */
export async function open(source: Source | undefined, read: Read): Promise<Edit> {
  const module = await compiled('edit_bg.wasm', source ?? new URL('./edit_bg.wasm', import.meta.url), read);
  await start({ module_or_path: module });
  return { cited, correct, corrected, exported, joined, moved, optionsFor };
}
