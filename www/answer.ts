import type { FromThread, Request } from './engine.ts';

type Annotate = (text: string, options: object) => object;

/** The core's calls for an analysis in steps: `step` returns the report when it is done. */
export type Steps = { begin(text: string, options: object): void; step(): object | undefined };

/**
 * Answers `request`, with a report or with the error that the core threw. Anything else that is
 * thrown is a crash, and left to whoever called.
 */
export function answer(annotate: Annotate, { id, text, options }: Request): FromThread {
  try {
    return { id, report: annotate(text, options) };
  } catch (error) {
    return refusal(id, error);
  }
}

/**
 * The same, each step of it in a task of its own, so that the thread can do other things between
 * them. Resolves to nothing as soon as the answer is not `wanted` any more.
 */
export async function answerInSteps(
  core: Steps,
  { id, text, options }: Request,
  wanted: () => boolean,
): Promise<FromThread | undefined> {
  try {
    if (!wanted()) return undefined;
    core.begin(text, options);
    for (;;) {
      await nextTask();
      if (!wanted()) return undefined;
      const report = core.step();
      if (report !== undefined) return { id, report };
    }
  } catch (error) {
    return refusal(id, error);
  }
}

function refusal(id: number, error: unknown): FromThread {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return { id, error: { code: error.code, message: error.message } };
  }
  throw error;
}

/**
 * Resolves in a later task: what the reader did meanwhile, timers and painting get their turn.
 * `scheduler.yield` would come back before the timers.
 */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
