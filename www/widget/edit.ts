/** What corrects and exports: a module of its own, which comes when it is asked for. */
import { compiled, fetched } from '../package/load.ts';
import start, {
  cited, correct, corrected, exported, joined, moved, optionsFor,
} from '../pkg/edit/edit.js';

export type Edit = {
  cited: typeof cited;
  correct: typeof correct;
  corrected: typeof corrected;
  exported: typeof exported;
  joined: typeof joined;
  moved: typeof moved;
  optionsFor: typeof optionsFor;
};

let loading: Promise<Edit> | undefined;

/** The module. A failure is told, and the next call tries again. */
export function edit(): Promise<Edit> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Edit> {
  const module = await compiled('edit_bg.wasm', new URL('./edit_bg.wasm', import.meta.url), fetched);
  await start({ module_or_path: module });
  return { cited, correct, corrected, exported, joined, moved, optionsFor };
}
