/**
 * What the page needs after its first marks, in one file (`xtask/src/rest.rs`): its parts come in the order in
 * which they are needed, whatever server and browser make of several requests, and each can be used before the
 * next is there.
 */
import { canHash, get, hash, withoutCheck } from './fetch.ts';
import table from './pkg/app/rest.json';
import restUrl from './pkg/app/rest.wasm?url';

export type Part = keyof typeof table & string;
type Bytes = Uint8Array<ArrayBuffer>;
type Waiting = { promise: Promise<Bytes>; resolve: (bytes: Bytes) => void; reject: (why: unknown) => void };

/** In the order in which they come. */
const names = (Object.keys(table) as Part[]).sort((a, b) => table[a].start - table[b].start);
const waiting = new Map<Part, Waiting>();
for (const name of names) {
  const coming = deferred();
  coming.promise.catch(() => {}); // Whoever waits is told.
  waiting.set(name, coming);
}

/** One part, when it has come; rejects where it does not, or is not the one that was built. */
export function part(name: Part): Promise<Bytes> {
  return (waiting.get(name) as Waiting).promise;
}

/**
 * A part that is a module, for the page's code (`pkg/app/link.js`), which may wait for it from the start. It is
 * compiled as it comes, and whole only if it is the one that was built.
 */
export async function module(name: Part): Promise<Response> {
  await modulesMayStart;
  const { start, end } = table[name];
  let at = start;
  const body = new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        while (filled <= at && at < end) await Promise.race([moreComes(), part(name)]);
        if (at === end) await part(name);
      } catch (why) {
        // Browsers do not say what reading failed of.
        console.error(why);
        throw why;
      }
      if (at === end) return controller.close();
      const to = Math.min(filled, end);
      controller.enqueue(whole.slice(at, to));
      at = to;
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/wasm' } });
}

/** Modules that are compiled take the processor from what the page does then: they wait until `calm`. */
export function holdModules(calm: Promise<unknown>): void {
  calm.then(letModules, letModules);
}

let letModules!: () => void;
const modulesMayStart = new Promise<void>((resolve) => (letModules = resolve));

/**
 * Asks for the file, which must happen before the page is locked. Resolves when the answer has begun: the
 * rest may come after the lock.
 */
export async function askForRest(): Promise<void> {
  try {
    // Where the page's code cannot work out hashes, the browser looks at the whole file.
    const checks = canHash();
    const response = await (checks ? withoutCheck(restUrl, 'low') : get(restUrl, 'low'));
    void receive(response, checks).catch(give);
  } catch (error) {
    give(error);
    throw error;
  }
}

function give(error: unknown): void {
  for (const { reject } of waiting.values()) reject(error);
}

/** What has come, up to `filled`. */
const whole = new Uint8Array(Math.max(...names.map((name) => table[name].end)));
let filled = 0;
let listeners: (() => void)[] = [];

/** Resolves when another portion is there. */
function moreComes(): Promise<void> {
  return new Promise((resolve) => listeners.push(resolve));
}

async function receive(response: Response, checks: boolean): Promise<void> {
  let next = 0;
  for await (const chunk of chunks(response)) {
    whole.set(chunk.subarray(0, whole.length - filled), filled);
    filled = Math.min(whole.length, filled + chunk.length);
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
    for (; next < names.length; next += 1) {
      const name = names[next] as Part;
      const { start, end, integrity } = table[name];
      if (filled < end) break;
      const { resolve, reject } = waiting.get(name) as Waiting;
      const bytes = whole.slice(start, end);
      (checks ? check(name, bytes, integrity) : Promise.resolve(bytes)).then(resolve, reject);
    }
  }
  if (next < names.length) throw new Error(`${restUrl} broke off after ${filled} bytes`);
}

/** What comes, as it comes. */
async function* chunks({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function check(name: Part, bytes: Bytes, wanted: string): Promise<Bytes> {
  if ((await hash(bytes)) === wanted) return bytes;
  throw new Error(`${name} in ${restUrl} is not the file that was built`);
}

function deferred(): Waiting {
  let resolve!: (bytes: Bytes) => void;
  let reject!: (why: unknown) => void;
  const promise = new Promise<Bytes>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
