import type { Source } from './types/index.d.ts';

let source: Source | undefined;

/** Says where the module is that corrects and exports. */
export function editFrom(where: Source): void {
  source = where;
}

/** What was said last. */
export const editSource = (): Source | undefined => source;
