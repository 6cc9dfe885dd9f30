/** Says why a page cannot be marked, and what a reader can do instead. */
import { fill, h, sheet } from '../dom.ts';
import css from '../sheets/refusal.css';
import type { BookmarkletWords } from './words.ts';

/** A dialog over the page. It goes without a trace when it is closed. */
export class Refusal {
  readonly #place = document.createElement('div');

  /**
   * @param reason what went wrong
   * @param text the article's, for the clipboard; with none there is nothing to copy
   * @param site the address of newsmark's own page
   */
  constructor(words: BookmarkletWords, reason: string, text: string, site: string) {
    const root = this.#place.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet(css)];
    const said = h('p', { role: 'status' });
    const field = h('textarea', { rows: 6, readonly: true, 'aria-label': words.text, hidden: true });
    field.value = text;
    const copy = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(text);
        fill(said, words.copied);
      } catch {
        // No clipboard for pages that are not safe, or that forbid it.
        fill(said, words.byHand);
        field.hidden = false;
        field.select();
      }
    };
    const dialog = h('dialog', { 'aria-labelledby': 'title', onclose: () => this.close() },
      h('h2', { id: 'title' }, words.title),
      h('p', {}, reason),
      text !== '' && h('p', {}, words.wayOut),
      h('div', { class: 'actions' },
        text !== '' && h('button', { type: 'button', onclick: () => void copy() }, words.copy),
        h('a', { href: site, target: '_blank', rel: 'noopener noreferrer' }, words.open),
        h('button', { type: 'button', onclick: () => this.close() }, words.close)),
      said, field);
    root.append(dialog);
    document.documentElement.append(this.#place);
    dialog.showModal();
  }

  get isOpen(): boolean {
    return this.#place.isConnected;
  }

  close(): void {
    this.#place.remove();
  }
}
