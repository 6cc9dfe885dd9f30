/** What an element keeps for the next visit, if its host says so: a reader's corrections, and the text that they gave. */
import { word } from './attributes.ts';
import type { Corrections } from './corrections.ts';
import { keep, kept, keyOf, linked, linkWith, type Store } from './keeping.ts';

export class Memory {
  readonly #element: Element;
  readonly #corrections: Corrections;
  #isRestored = false;

  constructor(element: Element, corrections: Corrections) {
    this.#element = element;
    this.#corrections = corrections;
  }

  /**
   * Takes up what was kept, once; what a link brings comes before what is stored. Resolves to the text that a reader
   * gave, if there is one.
   */
  async restore(): Promise<string | undefined> {
    if (this.#isRestored) return undefined;
    this.#isRestored = true;
    const key = keyOf(this.#element);
    const patch = word(this.#element, 'share') === 'fragment' ? await linked(key) : undefined;
    const stored = kept(word(this.#element, 'persist'), key);
    for (const found of [patch, stored?.patch]) {
      // One that is no patch is nothing, as if it were not there.
      if (found !== undefined && this.#corrections.isEmpty) await this.#corrections.take(found);
    }
    return this.#keepsTexts ? stored?.text : undefined;
  }

  /** A text that the host gives is the host's to keep. */
  get #keepsTexts(): boolean {
    return word(this.#element, 'input') !== 'none';
  }

  /** Keeps what is there now, with the text that was given. */
  keep(given: string | undefined): void {
    const store = word(this.#element, 'persist');
    // Nothing is overwritten before it was taken up.
    if (store === 'none' || !this.#isRestored) return;
    const text = this.#keepsTexts ? given : undefined;
    const all = { patch: this.#corrections.json, ...(text === undefined ? {} : { text }) };
    keep(store, keyOf(this.#element), this.#corrections.isEmpty && text === undefined ? undefined : all);
  }

  /** Nothing stays in a place that the host does not name any more. */
  leave(store: string | null): void {
    if (store === 'session' || store === 'local') keep(store satisfies Store, keyOf(this.#element), undefined);
  }

  /** Copies the page's address with the corrections. Rejects where it cannot. */
  async copyLink(): Promise<void> {
    const link = await linkWith(keyOf(this.#element), this.#corrections.json);
    if (link === undefined) throw new RangeError('the link is too long');
    await navigator.clipboard.writeText(link);
  }
}
