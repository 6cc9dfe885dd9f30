/** What an element notices while it is in a page: changes of the article, of its own size, of the engine, of the network. */
import { engine } from './engine.ts';

/** How long a host's changes of the article are waited for, in milliseconds. */
const SETTLING_MS = 300;

export type WatchingHost = {
  /** The article may have changed, and has come to rest. */
  changed(): void;
  /** It has another size, and perhaps another height, in pixels. */
  resized(height: number | undefined): void;
  /** Names can be read with all that can be known of them. */
  learnt(): void;
  unlearnt(error: unknown): void;
  /** More of the engine's files has come. */
  came(): void;
  /** The network has gone, or is back. */
  online(): void;
};

export class Watching {
  readonly #host: WatchingHost;
  readonly #element: Element;
  readonly #resize: ResizeObserver;
  readonly #observer: MutationObserver;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leaving: AbortController | undefined;
  #height = -1;

  constructor(element: Element, host: WatchingHost) {
    this.#host = host;
    this.#element = element;
    this.#resize = new ResizeObserver(() => this.#resized());
    this.#observer = new MutationObserver(() => this.#later());
  }

  /** Begins; a second time changes nothing. */
  begin(): void {
    if (this.#leaving !== undefined) return;
    const { signal } = (this.#leaving = new AbortController());
    this.#resize.observe(this.#element);
    const host = this.#host;
    engine.addEventListener('learnt', () => host.learnt(), { signal });
    engine.addEventListener('unlearnt', (event) => host.unlearnt((event as CustomEvent<unknown>).detail), { signal });
    engine.addEventListener('progress', () => host.came(), { signal });
    for (const name of ['online', 'offline']) addEventListener(name, () => host.online(), { signal });
  }

  end(): void {
    this.#leaving?.abort();
    this.#leaving = undefined;
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#resize.disconnect();
  }

  /** Looks after this article, if there is one, in the place of the one before. Our own marks are changes as well. */
  lookAfter(article: Element | undefined): void {
    this.#observer.disconnect();
    if (article === undefined || this.#leaving === undefined) return;
    this.#observer.observe(article, { childList: true, characterData: true, subtree: true });
  }

  #resized(): void {
    const { height } = this.#element.getBoundingClientRect();
    const isNew = Math.abs(height - this.#height) >= 1;
    if (isNew) this.#height = height;
    this.#host.resized(isNew ? height : undefined);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#host.changed(), SETTLING_MS);
  }
}
