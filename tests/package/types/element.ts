/** The element, as pages in TypeScript use it. */
import { NewsMark, version } from 'newsmark/element';
import type { NewsMarkKind, Report } from 'newsmark/element';

const element: NewsMark = document.createElement('news-mark');
element.published = '2021-10-04';
element.layout = 'split';
element.text = null;
element.addEventListener('nm-result', ({ detail }) => console.log(detail.result.dates.length, detail.ms));
document.addEventListener('click', ({ target }) => console.log(target instanceof NewsMark, version));

export async function marks(text: string): Promise<NewsMarkKind[]> {
  const report: Report = await element.annotate(text, { published: '2021-10-04' });
  element.select(report.mentions[0]?.id ?? null, { scroll: false });
  await element.correct({ op: 'delete', id: 'm1' });
  const undone: boolean = await element.undo();
  return undone ? ['person'] : [];
}

// @ts-expect-error: no layout
element.layout = 'wide';
