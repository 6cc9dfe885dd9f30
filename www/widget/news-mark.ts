/** `<news-mark>`, defined once for the page however often this is loaded. */
import { NewsMark } from './element.ts';

export { version } from '../package/built.ts';
export { NewsMark };

if (customElements.get('news-mark') === undefined) customElements.define('news-mark', NewsMark);
