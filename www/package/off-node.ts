/** `newsmark/worker` in Node: the same script as in browsers, in a thread of `worker_threads`. */
import { Worker } from 'node:worker_threads';
import type { FromThread, Way } from '../engine.ts';
import { createAnnotator } from './annotator.ts';
import type { Loaded } from './load.ts';
import type * as Declared from './types/off.d.ts';
import { readHere } from './read-node.ts';
import { workerScript } from './script.ts';

export { version } from './built.ts';
export { NewsmarkError } from './error.ts';

/** Makes a thread; described in `types/off.d.ts`. */
export const createWorker: typeof Declared.createWorker = (sources = {}) =>
  createAnnotator(sources, readHere, ({ core }: Loaded) => [inThread(core)]);

/** Gives the script what it finds in browsers. */
const AS_IN_BROWSERS = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = globalThis;
  self.postMessage = (message) => parentPort.postMessage(message);
  parentPort.on('message', (data) => self.onmessage({ data }));
`;

/** A thread that keeps the program alive only while it has something to answer. */
function inThread(core: WebAssembly.Module): Way {
  return (listener) => {
    const thread = new Worker(AS_IN_BROWSERS + workerScript(), { eval: true });
    let open = 0;
    const post = (message: unknown): void => {
      open += 1;
      thread.ref();
      thread.postMessage(message);
    };
    thread.on('message', (message: FromThread) => {
      open -= 1;
      if (open === 0) thread.unref();
      listener.message(message);
    });
    thread.on('error', (error) => listener.failed(error.message));
    thread.on('exit', () => listener.failed('the thread ended'));
    post(core);
    return { post, teach: post, stop: () => void thread.terminate() };
  };
}
