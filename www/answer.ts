import type { FromThread, Request } from './engine.ts';

type Annotate = (text: string, options: object) => object;

/**
 * Answers `request`, with a report or with the error that the core threw. Anything else that is
 * thrown is a crash, and left to whoever called.
 */
export function answer(annotate: Annotate, { id, text, options }: Request): FromThread {
  try {
    return { id, report: annotate(text, options) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      return { id, error: { code: error.code, message: error.message } };
    }
    throw error;
  }
}
