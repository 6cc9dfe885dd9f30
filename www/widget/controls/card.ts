/** All that is known of the selected mark, and what a reader can say about it. */
import type { CorrectionRequest } from '../../../src/edit/types.d.ts';
import { KINDS, type Kind } from '../attributes.ts';
import { fill, h, set } from '../dom.ts';
import type { Item, Reading } from '../reading.ts';
import type { Shown } from '../shown.ts';
import type { Words } from '../words.ts';

export type CardHost = {
  close(): void;
  correct(request: CorrectionRequest): void;
  reveal(start: number, end: number): void;
};

/** The card. It keeps its place in the tree; what is in it is drawn anew for each mark. */
export class Card {
  readonly element = h('section', { part: 'card', class: 'card', hidden: true, tabindex: -1 });
  readonly #host: CardHost;

  constructor(host: CardHost) {
    this.#host = host;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get hasFocus(): boolean {
    return this.element.matches(':focus-within');
  }

  hide(): void {
    if (!this.isOpen) return;
    if (this.element.popover !== null && this.element.matches(':popover-open')) this.element.hidePopover();
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Shows `item`, in a review with what can be corrected; over the page where the article is not in the element. */
  show(reading: Reading, item: Item, { words, isReview, isDisabled }: Shown, isElsewhere: boolean): void {
    const hadFocus = this.hasFocus;
    const lang = reading.report.document.language;
    set(this.element, {
      'aria-label': `${words.kind[item.kind]}: ${reading.words(item, 60)}`,
      class: `card ${item.kind}${isElsewhere ? ' floating' : ''}`,
    });
    this.element.hidden = false;
    fill(
      this.element,
      h('p', { class: 'card-head' },
        h('b', { class: 'card-kind' }, words.kind[item.kind]),
        h('button', { type: 'button', part: 'button', class: 'close', onclick: () => this.#host.close() }, words.close)),
      h('p', { class: 'card-words', lang: lang === 'und' ? undefined : lang, dir: 'auto' }, reading.words(item)),
      h('dl', {}, ...reading.facts(item, words).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
      isReview && !isDisabled && this.#actions(reading, item, words),
      this.#because(reading, item, words),
      h('slot', { name: 'card-actions' }),
    );
    this.element.scrollTop = 0;
    this.#float(isElsewhere);
    // Buttons that had it have gone.
    if (hadFocus) this.element.focus({ preventScroll: true });
  }

  /** The element has been put elsewhere, where browsers close what was over the page. */
  connect(): void {
    if (this.isOpen) this.#float(this.element.popover !== null);
  }

  /** Above everything of the host's page. */
  #float(floats: boolean): void {
    if (!('showPopover' in this.element)) return;
    set(this.element, { popover: floats ? 'manual' : undefined });
    if (floats && this.element.isConnected && !this.element.matches(':popover-open')) this.element.showPopover();
  }

  #because(reading: Reading, item: Item, words: Words): HTMLElement {
    const evidence = (start: number, end: number): HTMLElement =>
      h('button', { type: 'button', part: 'button', class: 'evidence', onclick: () => this.#host.reveal(start, end) },
        reading.text.slice(start, Math.min(end, start + 40)));
    return h('ul', { class: 'whys', 'aria-label': words.because },
      ...item.whys.map(({ name, why }) => h('li', {},
        name !== '' && h('b', {}, `${name}: `),
        h('span', { lang: 'en' }, why.note), ' ',
        ...why.evidence.map(({ start, end }) => evidence(start, end)),
        h('code', {}, why.rule))));
  }

  #actions(reading: Reading, item: Item, words: Words): HTMLElement {
    const all = h('input', { type: 'checkbox' });
    const ask = (request: CorrectionRequest): void => this.#host.correct({ id: item.id, ...request, ...(all.checked ? { all: true } : {}) });
    const button = (words: string, request: CorrectionRequest): HTMLElement =>
      h('button', { type: 'button', part: 'button', onclick: () => ask(request) }, words);
    return h('div', { class: 'actions', role: 'group', 'aria-label': words.change },
      button(words.confirm, { op: 'confirm' }),
      button(words.remove, { op: 'delete' }),
      this.#kinds(item, words, (type) => ask({ op: 'retype', type })),
      this.#value(reading, item, words, ask),
      h('label', {}, all, ` ${words.all}`));
  }

  #kinds(item: Item, words: Words, choose: (kind: Kind) => void): HTMLElement {
    const select = h('select', { part: 'button', 'aria-label': words.changeTo },
      h('option', { value: '' }, words.changeTo),
      ...KINDS.filter((kind) => kind !== item.kind).map((kind) => h('option', { value: kind }, words.kind[kind])));
    select.addEventListener('change', () => select.value !== '' && choose(select.value as Kind));
    return select;
  }

  /** A name, day or number to write; of a quote, who said it. */
  #value(reading: Reading, item: Item, words: Words, ask: (request: CorrectionRequest) => void): HTMLElement {
    if (item.kind === 'quote') {
      const people = reading.report.entities.filter(({ type }) => type === 'person' || type === 'organisation' || type === 'group');
      const select = h('select', { part: 'button', 'aria-label': words.setSpeaker },
        h('option', { value: '' }, words.setSpeaker),
        h('option', { value: '-' }, words.nobody),
        ...people.map(({ id, name }) => h('option', { value: id }, name)));
      select.addEventListener('change', () => {
        if (select.value === '-') ask({ op: 'setSpeaker' });
        else if (select.value !== '') ask({ op: 'setSpeaker', speaker: select.value });
      });
      return select;
    }
    const entity = item.of.mention?.entity;
    const field = h('input', { type: 'text', 'aria-label': words.value, value: reading.value(item, words), autocomplete: 'off' });
    const set = (event: Event): void => {
      event.preventDefault();
      // A name is the entity's, not of one mention.
      ask({ op: 'setValue', value: field.value, ...(entity === undefined ? {} : { id: entity }) });
    };
    return h('form', { class: 'value', onsubmit: set }, field, h('button', { part: 'button' }, words.setValue));
  }
}
