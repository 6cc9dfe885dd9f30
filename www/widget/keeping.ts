/** What a reader corrected, for the next visit of the page: in its storage or in a link, where the host says so. */

export type Store = 'none' | 'session' | 'local';

/** What is kept of an element: its corrections, and its text where a reader gave it. */
export type Kept = { patch: string; text?: string };

const MOST = 8 << 20;

/** Pages may be without storage, and storage may be full: then nothing is kept. */
function storage(store: Store): Storage | undefined {
  try {
    return store === 'none' ? undefined : store === 'session' ? sessionStorage : localStorage;
  } catch {
    return undefined;
  }
}

/** The same for every element of a page with the same id, and no other's. */
export function keyOf(element: Element): string {
  const name = element.id || element.getAttribute('name') || 'article';
  return `newsmark:${location.pathname}:${name}`;
}

/** Keeps it, or with nothing to keep deletes it. Whether it is kept. */
export function keep(store: Store, key: string, kept: Kept | undefined): boolean {
  try {
    const place = storage(store);
    if (kept === undefined) place?.removeItem(key);
    else place?.setItem(key, JSON.stringify(kept));
    return place !== undefined;
  } catch {
    return false;
  }
}

/** What was kept; nothing where that is not what `keep` wrote. */
export function kept(store: Store, key: string): Kept | undefined {
  try {
    return checked(JSON.parse(storage(store)?.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

function checked(value: unknown): Kept | undefined {
  if (typeof value !== 'object' || value === null || !('patch' in value)) return undefined;
  const { patch, text } = value as { patch: unknown; text?: unknown };
  if (typeof patch !== 'string' || patch.length > MOST) return undefined;
  if (text !== undefined && (typeof text !== 'string' || text.length > MOST)) return undefined;
  return text === undefined ? { patch } : { patch, text };
}

const FRAGMENT = 'nm';

/** The longest fragment that is read or made, in characters: longer ones are cut by what links go through. */
const LONGEST = 8_000;

/** The page's address with `patch` in its fragment; undefined where that would be too long. */
export async function linkWith(key: string, patch: string): Promise<string | undefined> {
  const url = new URL(location.href);
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(patch));
  const base64 = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  const data = base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  url.hash = `${FRAGMENT}=${short(key)}.${data}`;
  return url.hash.length > LONGEST ? undefined : url.href;
}

/** The patch in the page's address that is meant for this element. What is no such thing is nothing. */
export async function linked(key: string): Promise<string | undefined> {
  const [, name, data] = new RegExp(`^#${FRAGMENT}=([0-9a-f]{8})\\.([\\w-]+)$`).exec(location.hash) ?? [];
  if (name === undefined || data === undefined || location.hash.length > LONGEST) return undefined;
  if (name !== (short(key))) return undefined;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(new DecompressionStream('deflate-raw'), bytes));
  } catch {
    return undefined;
  }
}

/** Eight hexadecimal digits for a key, the same on every visit. */
function short(key: string): string {
  let hash = 0x811c_9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x0100_0193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** `bytes` after `stream`, which may not make more of them than is allowed. */
async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    const { value } = step;
    length += value.length;
    if (length > MOST) throw new RangeError('more than a patch may have');
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
