/** Where the core runs for the package and the element: in a worker where the page's policies allow one. */
import type { FromThread, Listener, Thread, Way } from '../engine.ts';
import { onThePage } from '../here.ts';
import { workerScript } from './script.ts';

/** The ways to make a thread, the best first. */
export const ways = (core: WebAssembly.Module): Way[] => [fromBlob(core), fromFile(core), onThePage(core)];

/**
 * A worker from a Blob: it works from any server, and what the page's policies forbid, it cannot do either.
 * Its text is part of this file, so that nothing is fetched and no bundler need find it.
 */
function fromBlob(core: WebAssembly.Module): Way {
  return (listener) => {
    const url = URL.createObjectURL(new Blob([workerScript()], { type: 'text/javascript' }));
    return started(new Worker(asScript(url)), core, listener, () => URL.revokeObjectURL(url));
  };
}

/** The same from its file, for pages whose policy allows workers of their own server only. */
function fromFile(core: WebAssembly.Module): Way {
  return (listener) =>
    // In this very form: bundlers look for it.
    started(new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }), core, listener, () => {});
}

function started(worker: Worker, core: WebAssembly.Module, listener: Listener, up: () => void): Thread {
  worker.onmessage = ({ data }: MessageEvent<FromThread>) => {
    if ('up' in data) up();
    listener.message(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    listener.failed(event.message || 'the worker stopped');
  };
  worker.onmessageerror = () => listener.failed('the worker posted what cannot be read');
  worker.postMessage(core);
  return {
    post: (request) => worker.postMessage(request),
    // A copy: the thread that comes after a crash is taught the same.
    teach: (lesson) => worker.postMessage(lesson),
    stop: () => {
      up();
      worker.terminate();
    },
  };
}

type Policy = { createScriptURL(url: string): string };
type Factory = { createPolicy(name: string, rules: Policy): Policy };
let policy: Policy | undefined;

/** The address of a Blob of ours as pages with Trusted Types want it, where they allow a policy `newsmark`. */
function asScript(url: string): string {
  const rules: Policy = {
    createScriptURL: (url) => {
      if (url.startsWith('blob:')) return url;
      throw new TypeError(`no Blob's address: ${url}`);
    },
  };
  try {
    policy ??= (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('newsmark', rules) ?? rules;
  } catch {
    // The name is taken or not allowed. Where that matters no worker starts, and the next way is taken.
    policy = rules;
  }
  return policy.createScriptURL(url);
}
