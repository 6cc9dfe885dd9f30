/** Paragraphs of an article of our own that are no part of it. */
import type { TextSource } from './article.ts';
import { set } from './dom.ts';
import type { Reading } from './reading.ts';
import type { Words } from './words.ts';

/** Shows them as the host wants, and headings as headings. */
export function dimmed(source: TextSource, { report }: Reading, how: 'dim' | 'hide' | 'keep', words: Words): void {
  let at = 0;
  for (const { element, start, end } of source.paragraphs) {
    while ((report.blocks[at]?.span.end ?? end) <= start) at += 1;
    const block = report.blocks[at];
    // A paragraph of several blocks is boilerplate if all of them are.
    let isBoilerplate = block !== undefined;
    for (let i = at; isBoilerplate && (report.blocks[i]?.span.start ?? end) < end; i += 1) {
      isBoilerplate = report.blocks[i]?.kind === 'boilerplate';
    }
    const heading = block?.kind === 'headline' ? '2' : block?.kind === 'subheading' ? '3' : undefined;
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

