/** Paragraphs that are no part of the article. */
import type { Report } from '../../src/wasm/types.d.ts';
import type { TextSource } from './article.ts';
import { set, sheet } from './dom.ts';
import { adopt } from './paint/adopt.ts';
import { canHighlight } from './paint/highlights.ts';
import type { Reading } from './reading.ts';
import fadedCss from './sheets/faded.css';
import type { Source } from './source.ts';
import type { Words } from './words.ts';

/** Shows those of a text of our own as the host wants, and headings as headings. */
export function dimmed(source: TextSource, { report }: Reading, how: 'dim' | 'hide' | 'keep', words: Words): void {
  let at = 0;
  for (const { element, start, end } of source.paragraphs) {
    while ((report.blocks[at]?.span.end ?? end) <= start) at += 1;
    const isBoilerplate = isNoArticle(report, at, end);
    const kind = report.blocks[at]?.kind;
    const heading = kind === 'headline' ? '2' : kind === 'subheading' ? '3' : undefined;
    const part = isBoilerplate ? 'paragraph boilerplate' : heading === undefined ? 'paragraph' : 'paragraph heading';
    set(element, {
      part,
      hidden: isBoilerplate && how === 'hide',
      class: isBoilerplate && how === 'dim' ? 'boilerplate' : heading === undefined ? undefined : 'heading',
      role: heading === undefined ? undefined : 'heading',
      'aria-level': heading,
      title: isBoilerplate ? words.notArticle : undefined,
    });
  }
}

/** A paragraph of several blocks is boilerplate if all of them are. */
function isNoArticle({ blocks }: Report, first: number, end: number): boolean {
  for (let at = first; at === first || (blocks[at]?.span.start ?? end) < end; at += 1) {
    if (blocks[at]?.kind !== 'boilerplate') return false;
  }
  return true;
}

const NAME = 'nm-boilerplate';
let fadedSheet: CSSStyleSheet | undefined;

/** Those of a host's article. They are never hidden, since it is the host's, and where browsers cannot fade words they stay. */
export class Faded {
  #ranges: StaticRange[] = [];
  #release: (() => void) | undefined;

  /** Fades what `reading` says is no part of the article, in the place of what was faded. */
  show(source: Source, reading: Reading | undefined): void {
    this.clear();
    const blocks = reading?.report.blocks.filter(({ kind }) => kind === 'boilerplate') ?? [];
    if (blocks.length === 0 || !canHighlight()) return;
    this.#ranges = blocks.flatMap(({ span }) =>
      source.pieces(span.start, span.end).map(
        ({ node, start, end }) => new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      ),
    );
    fadedSheet ??= sheet(fadedCss);
    this.#release = adopt(source.root.getRootNode() as Document | ShadowRoot, fadedSheet);
    const highlight = CSS.highlights.get(NAME) ?? new Highlight();
    for (const range of this.#ranges) highlight.add(range);
    CSS.highlights.set(NAME, highlight);
  }

  clear(): void {
    const highlight = CSS.highlights?.get(NAME);
    for (const range of this.#ranges) highlight?.delete(range);
    if (highlight?.size === 0) CSS.highlights.delete(NAME);
    this.#ranges = [];
    this.#release?.();
    this.#release = undefined;
  }
}
