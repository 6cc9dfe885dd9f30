/** A short message above the article: what failed, or what a reader should know. */
import { fill, h } from '../dom.ts';

export class Toast {
  readonly element = h('p', { class: 'message', part: 'toast', role: 'alert', hidden: true });
  readonly #again: () => void;
  #isError = false;

  constructor(again: () => void) {
    this.#again = again;
  }

  /** Shows what failed, with a button that tries it again. `isError`: the element is in the state of an error. */
  fail(message: string, again: string, isError: boolean): void {
    this.#isError = isError;
    this.element.hidden = false;
    fill(this.element, `${message} `, h('button', { type: 'button', part: 'button', onclick: () => this.#again() }, again));
  }

  show(words: string): void {
    this.#isError = false;
    this.element.hidden = false;
    fill(this.element, words);
  }

  /** The error is over. */
  hideError(): void {
    if (this.#isError) this.hide();
  }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }
}
