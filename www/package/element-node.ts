/** `newsmark/element` where there are no elements: servers that make pages import what the pages import. */
import { NewsmarkError } from './error.ts';

export { version } from './built.ts';

/** Stands for the element's class, so that it can be named; pages get the element itself. */
export class NewsMark {
  constructor() {
    throw new NewsmarkError('unavailable', '<news-mark> needs a page: on a server its text stands for it');
  }
}
