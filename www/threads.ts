/** Where the core can run: each function makes a thread for the engine. */
import { answer } from './answer.ts';
import type { FromThread, Listener, Thread, Way } from './engine.ts';
import { scripts } from './lock.ts';
import { annotate, initSync } from './pkg/core/core.js';

/** A worker from a Blob: it inherits the page's policies, so that it can reach nothing either. */
export function sealedWorker(script: Blob, module: WebAssembly.Module): Way {
  const url = URL.createObjectURL(script);
  return (listener) => started(scripts.createScriptURL(url), module, listener);
}

/** A worker from its own address, for the development server. */
export function plainWorker(url: string, module: WebAssembly.Module): Way {
  return (listener) => started(url, module, listener);
}

function started(url: string, module: WebAssembly.Module, listener: Listener): Thread {
  const worker = new Worker(url, { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromThread>) => listener.message(data);
  worker.onerror = ({ message }) => listener.failed(message || 'the worker stopped');
  worker.onmessageerror = () => listener.failed('the worker posted what cannot be read');
  worker.postMessage(module);
  return {
    post: (request) => worker.postMessage(request),
    stop: () => worker.terminate(),
  };
}

/**
 * The page itself, for browsers and settings that refuse workers. It is part of the page's script
 * because nothing can be fetched after the lock.
 */
export function onThePage(module: WebAssembly.Module): Way {
  return (listener) => {
    let stopped = false;
    // After the page has painted: a busy state must be seen before the work holds it up.
    const later = (work: () => FromThread): void => {
      setTimeout(() => {
        if (stopped) return;
        let message: FromThread;
        try {
          message = work();
        } catch (error) {
          listener.failed(String(error));
          return;
        }
        listener.message(message);
      }, 20);
    };
    later(() => {
      initSync({ module });
      return { up: true };
    });
    return {
      post: (request) => later(() => answer(annotate, request)),
      stop: () => {
        stopped = true;
      },
    };
  };
}
