/**
 * The page's side of an article in a frame. With this script on a page, a frame that names an article of the page
 * shows it with its marks:
 *
 *   <iframe src="https://…/news-mark/1.0.0/embed.html" data-news-mark="#story" data-published="2021-10-04"
 *     title="Annotated article" sandbox="allow-scripts allow-downloads" loading="lazy"></iframe>
 *
 * The frame becomes as high as its article. Nothing else of the page is changed, and nothing is removed from it.
 * What the frame says arrives as events of the iframe: `nm-ready`, `nm-resize`, `nm-result`, `nm-select`,
 * `nm-correction`, `nm-export` and `nm-error`, with the message's fields as `detail`.
 */
import { isMessage, isText, message } from './messages.ts';

/** The highest that a frame may make itself, in pixels. */
const HIGHEST = 200_000;

/** What a frame is told besides its text: the element's attributes, by names such as `dateOrder`; `lexicon`; `corrections`. */
export type FrameOptions = { readonly [name: string]: unknown };

/** The fields of each message of a frame that this script passes on, with what each must be. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  ready: {},
  resize: { height: (value) => typeof value === 'number' && value >= 0 && value <= HIGHEST },
  result: { result: isObject, ms: Number.isFinite },
  select: { annotation: isTextOrNull, kind: isTextOrNull, top: (value) => value === null || Number.isFinite(value) },
  correction: { op: isObject, patch: isObject },
  export: { format: isName, content: (value) => typeof value === 'string' || value instanceof Blob },
  error: { code: isName, message: (value) => isText(value, 10_000) },
};

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isName(value: unknown): boolean {
  return isText(value, 64);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isName(value);
}

/** Shows a text in a frame, and later others. */
export class Frame {
  readonly #iframe: HTMLIFrameElement;
  #text: string;
  #options: FrameOptions;
  /** The frame's own, new each time that it is loaded. */
  #id: string | undefined;
  #origin = '*';

  /** @param iframe an iframe that shows `embed.html` */
  constructor(iframe: HTMLIFrameElement, text: string, options: FrameOptions = {}) {
    [this.#iframe, this.#text, this.#options] = [iframe, text, options];
    addEventListener('message', this.#receive);
  }

  /** Shows another text, or the same one with other options. */
  show(text: string, options: FrameOptions = this.#options): void {
    [this.#text, this.#options] = [text, options];
    this.#post('init', { text, options });
  }

  /** Selects an annotation of the result by its id, or none. */
  select(annotation: string | null): void {
    this.#post('select', { annotation });
  }

  /** Asks for the article in a format; it comes with `nm-export`. */
  export(format: string, title = ''): void {
    this.#post('export', { format, title });
  }

  /** Listens no more. The iframe stays as it is. */
  close(): void {
    removeEventListener('message', this.#receive);
  }

  #post(type: string, fields: object): void {
    if (this.#id !== undefined) this.#iframe.contentWindow?.postMessage(message(this.#id, type, fields), this.#origin);
  }

  readonly #receive = ({ source, data, origin }: MessageEvent<unknown>): void => {
    if (source === null || source !== this.#iframe.contentWindow || !isMessage(data)) return;
    // A sandboxed frame has no origin that could be named: its window is what is known of it.
    if (origin !== 'null' && origin !== new URL(this.#iframe.src, document.baseURI).origin) return;
    const fields = Object.hasOwn(FIELDS, data.type) ? FIELDS[data.type] : undefined;
    if (fields === undefined || (data.type !== 'ready' && data.id !== this.#id)) return;
    const names = Object.keys(fields);
    if (!names.every((name) => fields[name]?.(data[name]))) return;
    if (data.type === 'ready') {
      // It is said again and again until it is answered.
      if (data.id === this.#id) return;
      [this.#id, this.#origin] = [data.id, origin === 'null' ? '*' : origin];
      this.show(this.#text);
    } else if (data.type === 'resize') {
      const iframe = this.#iframe;
      const border = getComputedStyle(iframe).boxSizing === 'border-box' ? iframe.offsetHeight - iframe.clientHeight : 0;
      iframe.style.height = `${Number(data['height']) + border}px`;
    }
    const detail = Object.fromEntries(names.map((name) => [name, data[name]]));
    this.#iframe.dispatchEvent(new CustomEvent(`nm-${data.type}`, { detail, bubbles: true }));
  };
}

for (const iframe of document.querySelectorAll<HTMLIFrameElement>('iframe[data-news-mark]')) {
  const { newsMark = '', ...options } = iframe.dataset;
  try {
    const article = document.querySelector<HTMLElement>(newsMark);
    if (article === null) throw new RangeError('nothing on this page');
    new Frame(iframe, article.innerText, options);
  } catch (error) {
    console.warn(`newsmark: data-news-mark="${newsMark}"`, error);
  }
}
