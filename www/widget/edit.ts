/** What corrects and exports: a module of its own, which comes when it is asked for. */
import type { Edit } from '../package/edit.ts';
import { NewsmarkError } from '../package/error.ts';
import { fetched } from '../package/load.ts';

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
  const { open } = await import('../package/edit.ts').catch((error: unknown) => {
    throw new NewsmarkError('not-loaded', `what corrects and exports did not come (${String(error)})`);
  });
  return open(undefined, fetched);
}
