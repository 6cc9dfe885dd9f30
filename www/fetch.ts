/**
 * The hashes of the built files and their lengths in bytes, by name (`build/integrity.ts`); none on the development
 * server.
 */
declare const NEWSMARK_INTEGRITY: Readonly<Record<string, readonly [integrity: string, length: number]>>;

const built = (url: string): readonly [integrity: string, length: number] | undefined =>
  NEWSMARK_INTEGRITY[url.split('/').at(-1) ?? ''];

/** A file of this site; rejects where it does not come, or is not the one that was built. */
export async function get(url: string, priority: RequestPriority = 'auto'): Promise<Response> {
  return ask(url, { integrity: built(url)?.[0] ?? '', priority });
}

/** A file that is read while it comes. Reading fails at the end where it is not the one that was built. */
export type Coming = {
  response: Response;
  /** What reading failed of, for browsers do not say. */
  why(): Error | undefined;
};

/** The same as it comes; `near` is called when no more than `left` bytes are to come. */
export async function getAsItComes(url: string, left: number, near: () => void): Promise<Coming> {
  const [integrity, length] = built(url) ?? [];
  if (integrity === undefined || length === undefined || !canHash()) {
    const response = await get(url);
    near();
    return { response, why: () => undefined };
  }
  const response = await withoutCheck(url);
  let why: Error | undefined;
  const refuse = (): Error => (why = new Error(`${url} is not the file that was built`));
  const whole = new Uint8Array(length);
  let filled = 0;
  const check = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (filled + chunk.length > length) throw refuse();
      whole.set(chunk, filled);
      filled += chunk.length;
      if (length - filled <= left) near();
      controller.enqueue(chunk);
    },
    async flush() {
      if (filled < length || (await hash(whole)) !== integrity) throw refuse();
    },
  });
  const body = response.body?.pipeThrough(check) ?? null;
  return { response: new Response(body, { headers: response.headers }), why: () => why };
}

/** Whether the page's code can work out hashes. */
export function canHash(): boolean {
  // Missing where the connection is not secure.
  return (globalThis.crypto?.subtle as SubtleCrypto | undefined) !== undefined;
}

/** The SHA-384 of `bytes`, as `integrity` attributes name it. */
export async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...digest))}`;
}

/** The same as soon as it begins to come, unchecked: that is for whoever reads it. */
export async function withoutCheck(url: string, priority: RequestPriority = 'auto'): Promise<Response> {
  return ask(url, { priority });
}

async function ask(url: string, how: RequestInit): Promise<Response> {
  const response = await fetch(url, how).catch((error) => {
    // The browser does not tell the two apart, and gives no status where a hash is asked for.
    throw new Error(`${url} did not come, or is not the file that was built (${error})`);
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}
