/** What readers do in the article and the controls, by pointer and keys. */
import type { Painter } from './paint/painter.ts';

/** What their doings mean. */
export type PointingHost = {
  painter(): Painter | undefined;
  /** Whether single letters are keys. */
  hasShortcuts(): boolean;
  /** A mark was pointed at, or opened by a key. */
  pick(id: string, isByKey: boolean): void;
  step(by: 1 | -1): void;
  /** Whether there was something to close. */
  close(): boolean;
  turn(isBack: boolean): boolean;
};

/** What has its own use for Enter and the space bar. */
const ACTIVE = 'a[href], button, input, select, textarea, summary, audio, video';
const WRITING = 'input, textarea, select';

/** Listens to an article, wherever it is, and to the controls in the shadow tree. */
export class Pointing {
  readonly #host: PointingHost;
  readonly #controls: ReadonlySet<EventTarget>;
  readonly #tree: ShadowRoot;
  #article: Element | undefined;

  /** @param controls what is the element's own, though it may stand in what is listened to */
  constructor(tree: ShadowRoot, controls: readonly EventTarget[], host: PointingHost) {
    this.#host = host;
    this.#tree = tree;
    this.#controls = new Set(controls);
    tree.addEventListener('keydown', this.#key);
  }

  /** Listens to this article from here on, and to no other one. */
  to(article: Element | undefined): void {
    if (this.#article === article) return;
    this.#article?.removeEventListener('click', this.#click);
    this.#article?.removeEventListener('keydown', this.#press);
    this.#article = article;
    article?.addEventListener('click', this.#click);
    article?.addEventListener('keydown', this.#press);
  }

  #isControl(event: Event): boolean {
    return event.composedPath().some((node) => this.#controls.has(node));
  }

  readonly #click = (event: Event): void => {
    // A link is followed, and what a reader selects is theirs.
    const inLink = event.composedPath().some((node) => node instanceof Element && node.matches(ACTIVE));
    if (inLink || event.defaultPrevented || this.#isControl(event) || getSelection()?.isCollapsed === false) return;
    const id = this.#host.painter()?.hit(event as MouseEvent);
    if (id !== undefined) this.#host.pick(id, false);
  };

  readonly #press = (event: Event): void => {
    if (event.defaultPrevented || this.#isControl(event)) return;
    const { key } = event as KeyboardEvent;
    // What stands in the element's own tree has been there already.
    if (key !== 'Enter' && key !== ' ') {
      if (!event.composedPath().includes(this.#tree)) this.#key(event);
      return;
    }
    const [target] = event.composedPath();
    if (!(target instanceof HTMLElement) || target.matches(ACTIVE) || target.isContentEditable) return;
    const id = this.#host.painter()?.hit(event as KeyboardEvent);
    if (id === undefined) return;
    event.preventDefault();
    this.#host.pick(id, true);
  };

  readonly #key = (event: Event): void => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
    const [target] = event.composedPath();
    const isWriting = target instanceof HTMLElement && (target.matches(WRITING) || target.isContentEditable);
    let isOurs = false;
    if (key === 'Escape') isOurs = this.#host.close();
    else if (isWriting || altKey) return;
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') isOurs = this.#host.turn(!shiftKey);
    else if (!ctrlKey && !metaKey && this.#host.hasShortcuts() && /^[np]$/.test(key)) {
      this.#host.step(key === 'n' ? 1 : -1);
      isOurs = true;
    }
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
