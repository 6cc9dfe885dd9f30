/** What is told of errors: a code for programs, words for people. */

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The code of a `NewsmarkError`, or of one of the core's; `failed` for others. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'failed');

/** What events tell. */
export const told = (error: unknown): { code: string; message: string } => ({ code: codeOf(error), message: messageOf(error) });
