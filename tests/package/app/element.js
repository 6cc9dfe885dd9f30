/** A page with the element; `annotate` asks it, and waits until it has learnt all. */
import { NewsMark, version } from 'newsmark/element';

const element = document.querySelector('news-mark');
const learnt = new Promise((resolve) => {
  element.addEventListener('nm-result', ({ detail }) => detail.result.engine.data.endsWith('+names') && resolve());
});

globalThis.annotate = async (text, options) => {
  if (!(element instanceof NewsMark)) throw new Error('the element is not defined');
  await element.annotate(text, options);
  await learnt;
  const report = await element.annotate(text, options);
  if (report.engine.version !== version) throw new Error('the version is another');
  return report;
};
