import { NewsmarkError } from './error.ts';

/** Programs without types may call with anything. */
export function checkText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw new NewsmarkError('bad-option', `the text is no string but ${typeof text}`);
}
