/** Marks in the order of reading, and by their ids. */
import type { Mark } from './painter.ts';

/** Marks with a place: outer ones before those that they hold, so that the last one at a place is the innermost. */
export class Placed {
  readonly marks: readonly Mark[];
  readonly #byId = new Map<string, number[]>();

  constructor(marks: readonly Mark[]) {
    this.marks = marks.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
    for (const [index, { id }] of this.marks.entries()) {
      const others = this.#byId.get(id);
      if (others === undefined) this.#byId.set(id, [index]);
      else others.push(index);
    }
  }

  /** The indices of all marks with this id, in the order of reading. */
  of(id: string | null): readonly number[] {
    return (id === null ? undefined : this.#byId.get(id)) ?? [];
  }

  /** The indices of the marks that `at` is in or at the edge of, innermost first. */
  around(at: number): number[] {
    const found: number[] = [];
    for (const [index, { start, end }] of this.marks.entries()) {
      if (start > at) break;
      if (end >= at) found.push(index);
    }
    return found.reverse();
  }
}
