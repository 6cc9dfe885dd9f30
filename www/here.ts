import { answerInSteps, teach } from './answer.ts';
import type { FromThread, Request, Way } from './engine.ts';
import init, { begin, learn, step } from './pkg/core/core.js';

/**
 * The page itself, for browsers and settings that refuse workers: the core works in steps, and the
 * page does what else it has to do between them. It is part of the page's script because nothing can
 * be fetched after the lock.
 */
export function onThePage(module: WebAssembly.Module): Way {
  return (listener) => {
    // The request at work. Another value, or none, ends the work on the one before.
    let current: Request | undefined;
    let stopped = false;
    const attempt = async (work: () => Promise<FromThread | undefined>): Promise<void> => {
      // After the page has painted: a busy state must be seen before the work holds it up.
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (stopped) return;
      try {
        const message = await work();
        if (message !== undefined && !stopped) listener.message(message);
      } catch (error) {
        if (!stopped) listener.failed(String(error));
      }
    };
    void attempt(async () => {
      await init({ module_or_path: module });
      return { up: true };
    });
    return {
      post: (request) => {
        current = request;
        void attempt(() => answerInSteps({ begin, step }, request, () => current === request));
      },
      teach: (lesson) => {
        void attempt(async () => teach(learn, lesson));
      },
      cancel: () => {
        current = undefined;
      },
      stop: () => {
        stopped = true;
        current = undefined;
      },
    };
  };
}
