/** Where a reader gives the element a text, if the host lets them. */
import { fill, h, set } from '../dom.ts';
import type { Shown } from '../shown.ts';
import type { Words } from '../words.ts';

export type InputHost = {
  read(text: string): void;
  publish(date: string): void;
  clear(): void;
  /** Says something that the reader should see. */
  tell(words: string): void;
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
  #maxBytes = 0;

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

  update({ words, input, text, published, isDisabled, maxBytes }: Shown): void {
    this.#words = words;
    this.#maxBytes = maxBytes;
    this.#takesFiles = input === 'full' && !isDisabled;
    this.element.hidden = input === 'none';
    set(this.#field, {
      'aria-label': words.input,
      placeholder: input === 'full' ? words.drop : words.placeholder,
      disabled: isDisabled,
    });
    if (this.#field.value !== text && !this.element.matches(':focus-within')) {
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
    const [words, file] = [this.#words, event.dataTransfer?.files[0]];
    if (!this.#takesFiles || file === undefined || words === undefined) return;
    event.preventDefault();
    const trouble = !isText(file) ? words.noFile : file.size > this.#maxBytes ? words.tooLong(file.size, this.#maxBytes) : undefined;
    if (trouble !== undefined) return this.#host.tell(trouble);
    try {
      // Letters that are none would be read as question marks.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      this.#field.value = text;
      this.#host.read(text);
    } catch {
      this.#host.tell(words.noUtf8);
    }
  }
}

/** Systems that do not know an ending name no type. */
function isText({ name, type }: File): boolean {
  return /^(text\/.*)?$/.test(type) && /\.(txt|text|md|markdown)$/i.test(name);
}
