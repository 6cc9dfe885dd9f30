import { Engine } from './engine.ts';
import { type Files, files } from './files.ts';
import { type Keeping, createKeeping } from './keep.ts';
import { developmentWorker, load, type Sample } from './load.ts';
import { lock } from './lock.ts';
import { holdModules } from './rest.ts';
import { type Sharing, sharing } from './share.ts';
import { onThePage, plainWorker, sealedWorker } from './threads.ts';

/** What the page's Rust code is given (`src/app`). */
export type Host = {
  /**
   * Resolves to a report as JSON, or rejects with an `Error` that has a `code`. The page shows one article: a
   * call takes back the one before it, if that has no answer yet.
   */
  annotate(text: string, options: object): Promise<string>;
  samples(): Promise<Sample[]>;
  /** `locked`, or `refused: ` and why. */
  lock: Promise<string>;
  /** Resolves when the engine can answer, rejects with the reason when it cannot. */
  engineState: Promise<void>;
  /** Resolves when names are read with all that can be known of them, rejects where that will not be. */
  learnt: Promise<void>;
  /** To be called when the first reading is drawn, or nothing is asked for: what comes later may begin. */
  settled(): void;
  /** Links and files with what is on the page. */
  share: Sharing;
  /** What stays on the device, if the reader wants that. */
  keep: Keeping;
  /** Downloads and the clipboard. */
  files: Files;
};

/** How long the page may be busy before it is interrupted, in milliseconds. */
const PATIENCE_MS = 500;

/** Resolves when the page has nothing to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Not every browser says when that is.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
    else setTimeout(resolve, PATIENCE_MS / 10);
  });
}

/**
 * Starts loading, locks the page when all is there that it cannot be used without, and then starts the
 * engine. What only makes it better is asked for before the lock as well, and may still be coming in
 * after it.
 *
 * @param first what else must have come before the lock
 * @param late asks for what else may come after the lock, and is called when the core is nearly there; where
 *   a service worker answers, at once
 */
export function createHost(first: Promise<unknown>, late: () => void = () => {}): Host {
  const { core, workerScript, samples, lesson, begun } = load(late);

  // Nothing is asked of the network any more, whether it came or not.
  const locked: Promise<string> = Promise.allSettled([first, core, workerScript, samples, begun]).then(() => {
    if (import.meta.env.DEV) return 'refused: the development server keeps its connection';
    try {
      lock();
      return 'locked';
    } catch (error) {
      return `refused: ${String(error)}`;
    }
  });

  const engine: Promise<Engine> = locked.then(async () => {
    const [module, script] = await Promise.all([core, workerScript]);
    const worker = import.meta.env.DEV
      ? plainWorker(developmentWorker, module)
      : sealedWorker(script, module);
    return new Engine([worker, onThePage(module)]);
  });
  const engineState = engine.then(({ ready }) => ready);
  // Every call tells the reason, too.
  engineState.catch(() => {});
  samples.catch(() => {});
  const learnt = Promise.all([engine, lesson]).then(([engine, lesson]) => engine.learn(lesson));
  learnt.catch(() => {}); // The page asks for the reason.

  let last: AbortController | undefined;
  const annotate = async (text: string, options: object): Promise<string> => {
    last?.abort();
    const { signal } = (last = new AbortController());
    const running = await engine;
    return running.annotate(text, options, signal);
  };
  // A text that is there already is marked first.
  let settled!: () => void;
  holdModules(new Promise<void>((resolve) => (settled = resolve)).then(idle));

  return {
    annotate,
    settled,
    samples: () => samples,
    lock: locked,
    engineState,
    learnt,
    share: sharing,
    keep: createKeeping(),
    files,
  };
}
