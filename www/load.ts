import type { Lesson } from './engine.ts';
import { type Coming, get, getAsItComes } from './fetch.ts';
import samplesList from './samples/index.json';
import coreUrl from './pkg/core/core_bg.wasm?url';
import { askForRest, part } from './rest.ts';
import workerUrl from './worker.ts?worker&url';

export type Sample = { id: string; title: string; text: string };
type Listed = { id: string; title: string; file: string };

/** Where each file of `samples/` is served. */
const sampleUrls = import.meta.glob<string>('./samples/*.txt', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** How much of the core is to come still, in bytes, when the rest is asked for: that takes a way to the server and back. */
const NEARLY = 50_000;

/**
 * Everything that the page fetches beside its own files: at once what an article is read with, and the rest
 * when that is nearly there, for a slow line has no room for both.
 *
 * @param late asks for what else may come then
 */
export function load(late: () => void): {
  core: Promise<WebAssembly.Module>;
  workerScript: Promise<Blob>;
  samples: Promise<Sample[]>;
  /** Large, and the page can be used without it. */
  lesson: Promise<Lesson>;
  /**
   * When the lock may come for all it matters: all has been asked for, and an answer has begun where browsers
   * look at it once more, as they do at a service worker's.
   */
  begun: Promise<unknown>;
} {
  let near!: () => void;
  const nearlyThere = new Promise<void>((resolve) => (near = resolve));
  const core = getAsItComes(coreUrl, NEARLY, near).then(compile);
  // Where the core does not come, the rest still may.
  core.catch(near);
  const inTurn = isKept() ? Promise.resolve() : nearlyThere;
  const rest = inTurn.then(askForRest);
  rest.catch(() => {}); // Whoever waits for a part is told.
  void inTurn.then(late);
  return {
    core,
    workerScript: script(workerUrl),
    samples: samples(),
    lesson: learnt(),
    begun: isKept() ? settled(rest) : inTurn.then(() => {}),
  };
}

/** Whether a service worker answers, from this device: there is no line to be shared. */
function isKept(): boolean {
  // Missing where the connection is not secure; throws in some frames.
  try {
    return Boolean((navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller);
  } catch {
    return false;
  }
}

function settled(promise: Promise<unknown>): Promise<void> {
  return promise.then(() => {}, () => {});
}

async function learnt(): Promise<Lesson> {
  const [weights, names] = await Promise.all([part('weights'), part('names')]);
  return { weights, names };
}

async function compile({ response, why }: Coming): Promise<WebAssembly.Module> {
  const isWasm = response.headers.get('content-type')?.startsWith('application/wasm') ?? false;
  try {
    if (isWasm) return await WebAssembly.compileStreaming(response);
    // Some servers do not know the type of wasm files.
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw why() ?? error;
  }
}

async function script(url: string): Promise<Blob> {
  return new Blob([await (await get(url)).arrayBuffer()], { type: 'text/javascript' });
}

async function samples(): Promise<Sample[]> {
  const listed: readonly Listed[] = samplesList;
  return Promise.all(
    listed.map(async ({ id, title, file }) => {
      const url = sampleUrls[`./samples/${file}`];
      if (url === undefined) throw new Error(`samples/index.json names ${file}, which is not there`);
      return { id, title, text: await (await get(url)).text() };
    }),
  );
}

/** The worker's address where it need not be sealed: on the development server. */
export const developmentWorker = workerUrl;
