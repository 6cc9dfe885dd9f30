/** The row of buttons above the article: which kinds are shown, from mark to mark, the summary, exports. */
import type { Kind } from '../attributes.ts';
import { fill, h, set } from '../dom.ts';
import type { Words } from '../words.ts';

/** The letter that stands for a kind where colour does not reach. */
const LETTERS: Record<Kind, string> = {
  person: 'P', organisation: 'O', place: 'L', group: 'G', event: 'E', product: 'W', work: 'B', date: 'D', amount: 'N', quote: '“',
};

const FORMATS = [
  ['html', 'HTML'], ['md', 'Markdown'], ['csv', 'CSV'], ['json', 'JSON'], ['jsonl', 'JSON lines'],
  ['webannotation', 'Web Annotation'], ['timeml', 'TimeML'], ['conll', 'CoNLL'], ['spacy', 'spaCy'], ['brat', 'brat'],
  ['ics', 'iCalendar'], ['timelinejs', 'TimelineJS'],
] as const;

export type ToolbarHost = {
  toggle(kind: Kind): void;
  step(by: 1 | -1): void;
  toggleSummary(): void;
  save(format: string): void;
  undo(): void;
  redo(): void;
  copyLink(): void;
};

/** What the toolbar shows. */
export type ToolbarState = {
  words: Words;
  /** The kinds that can be switched, with how many there are. */
  kinds: readonly { kind: Kind; count: number; isShown: boolean }[];
  /** How many marks are visible. */
  count: number;
  /** What goes on, or nothing. */
  status: string;
  hasReading: boolean;
  /** Whether the summary can be opened, and is. */
  summary: 'none' | 'open' | 'closed';
  isReview: boolean;
  canUndo: boolean;
  canRedo: boolean;
  canShare: boolean;
  isDisabled: boolean;
};

/** The toolbar. Its buttons stay the same elements while what they do is the same, so that focus stays. */
export class Toolbar {
  readonly element = h('div', { part: 'toolbar', class: 'toolbar', role: 'group' });
  readonly #host: ToolbarHost;
  readonly #legend = h('div', { part: 'legend', class: 'legend', role: 'group' });
  readonly #kinds = new Map<Kind, HTMLButtonElement>();
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #summary: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #link: HTMLButtonElement;
  readonly #formats: HTMLSelectElement;
  readonly #status = h('span', { class: 'status', role: 'status' });

  constructor(host: ToolbarHost) {
    this.#host = host;
    const button = (onclick: () => void): HTMLButtonElement => h('button', { type: 'button', part: 'button', onclick });
    this.#previous = button(() => host.step(-1));
    this.#next = button(() => host.step(1));
    this.#summary = button(() => host.toggleSummary());
    this.#undo = button(() => host.undo());
    this.#redo = button(() => host.redo());
    this.#link = button(() => host.copyLink());
    this.#formats = h('select', { class: 'formats', part: 'button', onchange: () => this.#save() });
    fill(this.#previous, '‹');
    fill(this.#next, '›');
    this.element.append(
      this.#legend, this.#previous, this.#next, this.#undo, this.#redo, this.#link, this.#formats, this.#summary, this.#status,
    );
  }

  /** Moves the focus to the first button that takes it. */
  focus(): void {
    this.element.querySelector<HTMLElement>('button:enabled:not([hidden])')?.focus({ preventScroll: true });
  }

  #save(): void {
    const { value } = this.#formats;
    this.#formats.selectedIndex = 0;
    if (value !== '') this.#host.save(value);
  }

  update(state: ToolbarState): void {
    const { words, kinds, summary } = state;
    const noMarks = state.count === 0 || state.isDisabled;
    set(this.element, { 'aria-label': words.toolbar });
    set(this.#legend, { 'aria-label': words.legend });
    for (const [kind, button] of this.#kinds) if (!kinds.some((each) => each.kind === kind)) {
      button.remove();
      this.#kinds.delete(kind);
    }
    for (const { kind, count, isShown } of kinds) {
      const button = this.#kindButton(kind);
      set(button, { 'aria-pressed': String(isShown), disabled: state.isDisabled });
      fill(button, h('b', { class: 'letter', part: 'letter', 'aria-hidden': 'true' }, LETTERS[kind]), `${words.kinds[kind]} `,
        h('span', { part: 'count', class: 'count' }, String(count)));
      if (button.parentNode !== this.#legend) this.#legend.append(button);
    }
    set(this.#previous, { 'aria-label': words.previous, title: words.previous, disabled: noMarks });
    set(this.#next, { 'aria-label': words.next, title: words.next, disabled: noMarks });
    set(this.#undo, { hidden: !state.isReview, disabled: !state.canUndo });
    set(this.#redo, { hidden: !state.isReview, disabled: !state.canRedo });
    set(this.#link, { hidden: !state.canShare });
    set(this.#summary, { hidden: summary === 'none', 'aria-pressed': String(summary === 'open'), disabled: !state.hasReading });
    fill(this.#undo, words.undo);
    fill(this.#redo, words.redo);
    fill(this.#link, words.copyLink);
    fill(this.#summary, words.summary);
    this.#formatsIn(words, noMarks);
    if (this.#status.textContent !== state.status) fill(this.#status, state.status);
  }

  #kindButton(kind: Kind): HTMLButtonElement {
    let button = this.#kinds.get(kind);
    if (button === undefined) {
      button = h('button', { type: 'button', class: `kind ${kind}`, part: `button kind-${kind}`, onclick: () => this.#host.toggle(kind) });
      this.#kinds.set(kind, button);
    }
    return button;
  }

  #formatsIn(words: Words, isDisabled: boolean): void {
    set(this.#formats, { 'aria-label': words.export, disabled: isDisabled });
    if (this.#formats.options[0]?.text === words.export) return;
    fill(
      this.#formats,
      h('option', { value: '' }, words.export),
      ...FORMATS.map(([value, name]) => h('option', { value }, name)),
    );
  }
}
