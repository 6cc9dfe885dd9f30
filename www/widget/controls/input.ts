/** Where a reader gives the element a text, if the host lets them. */
import { fill, h, set } from '../dom.ts';
import type { Words } from '../words.ts';

export type InputHost = {
  read(text: string): void;
  publish(date: string): void;
  clear(): void;
  say(words: string): void;
};

/** The text field, with its buttons and the publication date. */
export class Input {
  readonly element = h('form', { part: 'input', class: 'input', hidden: true });
  readonly #host: InputHost;
  readonly #field = h('textarea', { rows: 6, spellcheck: 'true', dir: 'auto' });
  readonly #drop = h('div', { part: 'dropzone', class: 'dropzone' });
  // No submit button: in a sandboxed frame without forms nothing is submitted, and no event says so.
  readonly #annotate = h('button', { type: 'button', part: 'button' });
  readonly #clear = h('button', { type: 'button', part: 'button' });
  readonly #date = h('input', { type: 'date' });
  readonly #dateName = h('span');
  #words: Words | undefined;
  #takesFiles = false;

  constructor(host: InputHost) {
    this.#host = host;
    this.#drop.append(this.#field);
    const date = h('label', { part: 'datebar', class: 'datebar' }, this.#dateName, ' ', this.#date);
    this.element.append(this.#drop, h('div', { class: 'input-row' }, this.#annotate, this.#clear, date));
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.#annotate.addEventListener('click', () => host.read(this.#field.value));
    this.#clear.addEventListener('click', () => {
      this.#field.value = '';
      host.clear();
      this.#field.focus();
    });
    this.#date.addEventListener('change', () => host.publish(this.#date.value));
    this.#field.addEventListener('paste', () => setTimeout(() => host.read(this.#field.value)));
    this.#drop.addEventListener('dragover', (event) => this.#takesFiles && event.preventDefault());
    this.#drop.addEventListener('drop', (event) => void this.#dropped(event));
  }

  update({ words, input, text, published, isDisabled }: {
    words: Words; input: 'none' | 'paste' | 'full'; text: string; published: string; isDisabled: boolean;
  }): void {
    this.#words = words;
    this.#takesFiles = input === 'full' && !isDisabled;
    this.element.hidden = input === 'none';
    set(this.#field, {
      'aria-label': words.input,
      placeholder: input === 'full' ? words.drop : words.placeholder,
      disabled: isDisabled,
    });
    if (this.#field.value !== text && document.activeElement !== this.#field && !this.element.matches(':focus-within')) {
      this.#field.value = text;
    }
    for (const button of [this.#annotate, this.#clear]) button.disabled = isDisabled;
    this.#date.disabled = isDisabled;
    if (this.#date.value !== published) this.#date.value = published;
    fill(this.#annotate, words.annotate);
    fill(this.#clear, words.clear);
    fill(this.#dateName, words.published);
  }

  async #dropped(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (!this.#takesFiles || file === undefined) return;
    event.preventDefault();
    if (!/^text\/|^$/.test(file.type) || !/\.(txt|text|md|markdown)$/i.test(file.name)) {
      this.#host.say(this.#words?.noFile ?? '');
      return;
    }
    const text = await file.text();
    this.#field.value = text;
    this.#host.read(text);
  }
}
