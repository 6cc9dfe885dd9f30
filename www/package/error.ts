/** Why a call could not be answered (`types/index.d.ts` lists the codes). */
export class NewsmarkError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'NewsmarkError';
    this.code = code;
  }
}

export const aborted = (): NewsmarkError => new NewsmarkError('aborted', 'the call was taken back');

/** What the core or the engine threw, as this package's error. Other errors are crashes. */
export function asNewsmarkError(error: unknown): NewsmarkError {
  if (error instanceof NewsmarkError) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code === 'cancelled' ? aborted() : new NewsmarkError(error.code, error.message);
  }
  return new NewsmarkError('crashed', String(error));
}
