/** What the view shows, and what it asks of the element. */
import type { CorrectionRequest } from '../../src/edit/types.d.ts';
import { kindsOf, maxBytes, word, type Kind } from './attributes.ts';
import type { Corrections } from './corrections.ts';
import type { Reading } from './reading.ts';
import { spoken, wordsOf, type Words } from './words.ts';

/** What the element is doing. */
export type State = 'idle' | 'loading' | 'busy' | 'ready' | 'error';

/** What readers do. */
export type ViewHost = {
  /** `scroll`: brings it to the middle, wherever it is. */
  select(id: string | null, scroll: boolean): void;
  toggle(kind: Kind): void;
  correct(request: CorrectionRequest): void;
  undo(): void;
  redo(): void;
  save(format: string): void;
  copyLink(): void;
  read(text: string): void;
  publish(date: string): void;
  clear(): void;
  again(): void;
};

/** All that is shown. */
export type Shown = {
  words: Words;
  language: string;
  reading: Reading | undefined;
  kinds: readonly Kind[];
  hidden: ReadonlySet<Kind>;
  selected: string | null;
  layout: 'auto' | 'split' | 'article' | 'sidebar' | 'stacked';
  paint: 'auto' | 'highlights' | 'marks';
  theme: 'auto' | 'light' | 'dark';
  input: 'none' | 'paste' | 'full';
  boilerplate: 'dim' | 'hide' | 'keep';
  shortcuts: boolean;
  isReview: boolean;
  isDisabled: boolean;
  canShare: boolean;
  canUndo: boolean;
  canRedo: boolean;
  published: string;
  maxBytes: number;
  text: string;
  state: State;
};

/** What an element has, besides what its attributes say. */
export type Own = {
  reading: Reading | undefined;
  corrections: Corrections;
  hidden: ReadonlySet<Kind>;
  selected: string | null;
  isDisabled: boolean;
  published: string;
  text: string | undefined;
  state: State;
};

/** All that is shown of an element. */
export function shownOf(element: Element, own: Own): Shown {
  const { reading, corrections, hidden, selected, published, state } = own;
  return {
    ...wordsOf(element.getAttribute('ui-lang') || undefined, spoken(element), navigator.language),
    reading,
    kinds: kindsOf(element),
    hidden,
    selected,
    layout: word(element, 'layout'),
    paint: word(element, 'paint'),
    theme: word(element, 'theme'),
    input: word(element, 'input'),
    boilerplate: word(element, 'boilerplate'),
    shortcuts: word(element, 'shortcuts') === 'on',
    isReview: word(element, 'mode') === 'review' && !element.hasAttribute('readonly'),
    isDisabled: own.isDisabled || element.hasAttribute('disabled'),
    canShare: word(element, 'share') === 'fragment' && !corrections.isEmpty,
    canUndo: corrections.canUndo,
    canRedo: corrections.canRedo,
    published,
    maxBytes: maxBytes(element),
    text: own.text ?? '',
    state,
  };
}
