/** Where the core can run: each function makes a thread for the engine. */
import type { FromThread, Listener, Thread, Way } from './engine.ts';
import { scripts } from './lock.ts';

export { onThePage } from './here.ts';

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
    // A copy: the thread that comes after a crash is taught the same.
    teach: (lesson) => worker.postMessage(lesson),
    stop: () => worker.terminate(),
  };
}
