/** What a reader has corrected: the patch that holds, and the steps before and after it. */
import type { Patch } from '../../src/wasm/types.d.ts';

export const NO_CORRECTIONS: Patch = { schema: 'newsmark-patch/1', corrections: [] };

/** Patches are JSON here, as the module that applies them takes and gives them. */
export class History {
  #now = JSON.stringify(NO_CORRECTIONS);
  #before: string[] = [];
  #after: string[] = [];

  /** The patch that holds. */
  get patch(): string {
    return this.#now;
  }

  /** What a program has set may be no patch: it is not empty, and refused where it is applied. */
  get isEmpty(): boolean {
    return (JSON.parse(this.#now) as Partial<Patch>).corrections?.length === 0;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /** A step: this patch holds now. What was undone is given up. */
  step(patch: string): void {
    if (patch === this.#now) return;
    this.#before.push(this.#now);
    this.#after = [];
    this.#now = patch;
  }

  /** Begins anew with `patch`, which cannot be undone. */
  begin(patch: string = JSON.stringify(NO_CORRECTIONS)): void {
    [this.#now, this.#before, this.#after] = [patch, [], []];
  }

  /** The same corrections of an edited text, in every step. */
  carry(how: (patch: string) => string): void {
    this.#now = how(this.#now);
    this.#before = this.#before.map(how);
    this.#after = this.#after.map(how);
  }

  undo(): boolean {
    const before = this.#before.pop();
    if (before === undefined) return false;
    this.#after.push(this.#now);
    this.#now = before;
    return true;
  }

  redo(): boolean {
    const after = this.#after.pop();
    if (after === undefined) return false;
    this.#before.push(this.#now);
    this.#now = after;
    return true;
  }
}
