import type { FromThread, Lesson, Request } from './engine.ts';

type Annotate = (text: string, options: object) => object;
type Learn = (weights: Uint8Array, names: Uint8Array) => void;

/** The core's calls for an analysis in steps: `step` returns the report when it is done. */
export type Steps = { begin(text: string, options: object): void; step(): object | undefined };

/**
 * Answers `request`, with a report or with the error that the core threw. Anything else that is
 * thrown is a crash, and left to whoever called.
 */
export function answer(annotate: Annotate, { id, text, options }: Request): FromThread {
  try {
    return { id, json: JSON.stringify(annotate(text, options)) };
  } catch (error) {
    return refusal(id, error);
  }
}

/** Gives the core what makes its reading of names better; one that it refuses changes nothing. */
export function teach(learn: Learn, { weights, names }: Lesson): FromThread {
  try {
    learn(weights, names);
    return { learnt: true };
  } catch (error) {
    return { learnt: false, error: coded(error) };
  }
}

/**
 * Answers `request` as `answer` does, each step of it in a task of its own, so that the thread can do
 * other things between them. Resolves to nothing as soon as the answer is not `wanted` any more.
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
      if (report !== undefined) return { id, json: JSON.stringify(report) };
    }
  } catch (error) {
    return refusal(id, error);
  }
}

function refusal(id: number, error: unknown): FromThread {
  return { id, error: coded(error) };
}

/** The core's error; throws what is none again. */
function coded(error: unknown): { code: string; message: string } {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return { code: error.code, message: error.message };
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
