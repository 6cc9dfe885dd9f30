/** The summary beside the article, in the element's shadow tree. */
import type { Report } from '../../src/wasm/types.d.ts';
import { h, scaled, set, sheet } from './dom.ts';
import type { Aside, AsideHost } from './sidebar.ts';
import paletteCss from '../styles/palette.css';
import sidebarCss from '../styles/sidebar.css';
import summaryCss from './sheets/summary.css';

let ownSheet: CSSStyleSheet | undefined;

/** What hosts may style of it, as parts: the sidebar itself knows nothing of them. */
const PARTS = {
  panel: '.panel', 'panel-title': '.panel > summary', row: '.row', count: '.row .number', strip: '.strip',
  timeline: '.timeline', 'timeline-item': '.times .row', quote: '.row.quote', speaker: '.voice-heading h3',
  'key-sentence': '.key', 'check-list': '.checks', button: 'button:not(.row, .key)',
};

/** Its style: that of the page, with the element's variables, and by the element's own size and theme. */
function css(): string {
  const colors = paletteCss.replace(/:root\[.*|color-scheme: light dark;/g, '').replace(':root', ':host');
  const open = colors.replace(/--([\w-]+): (light-dark\(.*?\)|system-ui.*?);/g, (_, name: string, value: string) =>
    `--${name}: var(--nm-${{ line: 'border', sans: 'font' }[name] ?? name}, ${value});`);
  return scaled(`${open}\n${sidebarCss}\n${summaryCss}`);
}

/** The page's sidebar in a shadow tree of its own, so that neither's styles reach the other. */
export class Summary {
  readonly element = h('div', {
    part: 'sidebar', class: 'summary', hidden: true, exportparts: Object.keys(PARTS).join(),
  });
  readonly #host: AsideHost;
  readonly #place = h('div', { class: 'desk' });
  #aside: Promise<Aside> | undefined;
  #shown: { text: string; report: Report } | undefined;
  #drawn: Report | undefined;
  #selected: string | null = null;
  #isOpen = false;

  constructor(host: AsideHost) {
    this.#host = host;
  }

  /** What it is about. It is drawn when it is open. */
  show(text: string, report: Report): void {
    this.#shown = { text, report };
    this.#draw();
  }

  select(id: string | null): void {
    this.#selected = id;
    if (this.#isOpen) void this.#aside?.then((aside) => aside.select(id ?? undefined), () => {});
  }

  /** Opens or closes it, in a language; `failed` is said where it does not come. */
  set(isOpen: boolean, language: string, failed: string): void {
    this.element.hidden = !isOpen;
    const opens = isOpen && !this.#isOpen;
    this.#isOpen = isOpen;
    if (!isOpen) return;
    if (this.#aside === undefined) this.#mount(failed);
    if (this.#language !== language) {
      this.#language = language;
      void this.#aside?.then((aside) => aside.speak(language), () => {});
    }
    if (opens) this.#draw();
  }

  #language = '';

  #mount(failed: string): void {
    if (this.element.shadowRoot === null) {
      const root = this.element.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [(ownSheet ??= sheet(css()))];
      root.append(this.#place);
      new MutationObserver(() => this.#nameParts()).observe(this.#place, { childList: true, subtree: true });
    }
    this.#aside = import('./sidebar.ts').then(({ createAside }) => createAside(this.#place, this.#host));
    this.#aside.then(
      () => this.#draw(),
      () => {
        this.#aside = undefined;
        this.#place.replaceChildren(h('p', { role: 'status' }, failed));
      },
    );
  }

  #nameParts(): void {
    for (const [part, selector] of Object.entries(PARTS)) {
      for (const element of this.#place.querySelectorAll(selector)) element.part.add(part);
    }
  }

  #draw(): void {
    const shown = this.#shown;
    if (!this.#isOpen || shown === undefined || shown.report === this.#drawn) return;
    void this.#aside?.then((aside) => {
      if (this.#shown !== shown) return;
      this.#drawn = shown.report;
      aside.show(shown.text, JSON.stringify(shown.report));
      aside.select(this.#selected ?? undefined);
    }, () => {});
  }

  clear(): void {
    [this.#shown, this.#drawn] = [undefined, undefined];
    set(this.element, { hidden: true });
    this.#isOpen = false;
  }

  /** Takes it away; the next time it is opened it is made anew. */
  unmount(): void {
    void this.#aside?.then((aside) => aside.unmount(), () => {});
    [this.#aside, this.#drawn, this.#isOpen, this.#language] = [undefined, undefined, false, ''];
  }
}
