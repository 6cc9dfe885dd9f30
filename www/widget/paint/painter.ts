/** What draws marks on an article: two ways behind one interface, so that the element need not know which. */
import type { Source } from '../source.ts';

/** Words of the article that a reader should see marked. A quote of several parts is several marks with one id. */
export type Mark = {
  /** Whose mark it is; what `hit` answers and the other methods take. */
  id: string;
  /** `person`, `organisation` … `quote`: in class names, parts and the names of highlights. */
  kind: string;
  certainty: 'sure' | 'likely' | 'check';
  /** Where in the source's text, in UTF-16 units, end-exclusive. */
  start: number;
  end: number;
  /** What a screen reader says of it. */
  label: string;
};

/** Draws on one article. Nothing of it throws because the article has changed meanwhile. */
export interface Painter {
  /** Draws `marks` in the place of what was drawn before. They may nest and cross. */
  paint(source: Source, marks: readonly Mark[]): void;
  /** Only marks of these kinds are visible from now on, and after the next `paint`. At first all are. */
  show(kinds: ReadonlySet<string>): void;
  /** The mark that looks selected, if one should. */
  select(id: string | null): void;
  /**
   * The innermost visible mark at an event: where it points to; for a key, where the focus is, or the caret
   * where marks take no focus.
   */
  hit(event: MouseEvent | PointerEvent | KeyboardEvent): string | undefined;
  /** Where the first line of a mark is on the screen. Nothing for what is not rendered. */
  rect(id: string): DOMRect | undefined;
  /** Brings a mark to the middle of what can be scrolled. */
  scrollTo(id: string, behavior: ScrollBehavior): void;
  /** Moves the keyboard's focus to a mark, without scrolling. False where marks take no focus. */
  focus(id: string): boolean;
  /** Takes everything away: the article is as it was, the same nodes with the same data. */
  clear(): void;
}
