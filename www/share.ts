/**
 * Articles and corrections on their way to somebody else: in a link, behind its `#`, which browsers
 * send to no server; or in a file, where a link would be too long.
 *
 * `#n1=` stands before the base64url of the zlib-compressed JSON `{"v":1,"articles":[{"text":…}]}`.
 * zlib and not its bare inner format: its checksum (8 characters) tells a link that lost or changed a
 * character on its way from one that says something else.
 */
import { type Shared, shared } from './envelope.ts';
import { Refused } from './refused.ts';

const VERSION = 1;
const PREFIX = `#n${VERSION}=`;
/** Characters of a whole link. Longer ones are cut by messengers and mail programs. */
export const LINK_LIMIT = 8000;
/** Bytes of a link's JSON: what compresses to 6 kB may be 6 MB. */
const OPENED_LIMIT = 2_000_000;
/** Bytes of a file. */
const FILE_LIMIT = 20_000_000;
const PATIENCE_MS = 5000;

/** A link, or how long it would have been: in characters, or bytes of JSON where that is above its limit. */
export type Link = { link: string; length: number; limit: number } | { tooLong: number; limit: number };

/** What the page's Rust code is given to share with, as `share` of its host. */
export type Sharing = {
  /** A link to this page with what is shared behind the `#`. Rejects with `Refused`. */
  link(what: Shared): Promise<Link>;
  /**
   * What the page's own address holds, or nothing where it is no such link. Rejects with `Refused`. The
   * address stays as it is, so that a reload opens the link again: taking it away would not take it out
   * of the browser's history.
   */
  opened(): Promise<Shared | undefined>;
  /** Calls `listener` when another link is opened in this page: browsers do not load it anew then. */
  onOpened(listener: () => void): void;
  /** Takes what was shared out of the address: when what the link held was deleted. */
  forget(): void;
  /** A file of the kind `.newsmark` with what is shared. Rejects with `Refused`. */
  file(what: Shared): Promise<Blob>;
  /** What such a file holds. Rejects with `Refused`. */
  fromFile(file: Blob): Promise<Shared>;
};

/** @param page the page's address; what stands behind `?` or `#` in it is left out */
export async function encode(what: Shared, page: string): Promise<Link> {
  const bytes = new TextEncoder().encode(json(what));
  if (bytes.length > OPENED_LIMIT) return { tooLong: bytes.length, limit: LINK_LIMIT };
  const packed = await through(stream('CompressionStream'), bytes, Infinity);
  const start = bare(page) + PREFIX;
  const length = start.length + Math.ceil((packed.length * 4) / 3);
  if (length > LINK_LIMIT) return { tooLong: length, limit: LINK_LIMIT };
  const base64 = btoa(String.fromCharCode(...packed));
  const link = start + base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return { link, length, limit: LINK_LIMIT };
}

/** Of an address from its `#` on; nothing if that is not of our kind. Rejects with `Refused`. */
export async function decode(fragment: string): Promise<Shared | undefined> {
  const version = /^#n(\d{1,9})=/.exec(fragment)?.[1];
  if (version === undefined) return undefined;
  if (Number(version) > VERSION) throw newer();
  if (!fragment.startsWith(PREFIX)) throw damaged('it names a version that never was');
  if (fragment.length > LINK_LIMIT) throw new Refused('too-large', `longer than ${LINK_LIMIT} characters`);
  const packed = unbase64(fragment.slice(PREFIX.length));
  const bytes = await through(stream('DecompressionStream'), packed, OPENED_LIMIT);
  return parsed(bytes);
}

/** The same as a file, to be read by people, too. */
export async function encodeFile(what: Shared): Promise<Blob> {
  const file = new Blob([json(what, 2), '\n'], { type: 'application/json' });
  if (file.size > FILE_LIMIT) throw tooLargeFile(file.size);
  return file;
}

export async function decodeFile(file: Blob): Promise<Shared> {
  if (file.size > FILE_LIMIT) throw tooLargeFile(file.size);
  // A file can be gone, or become unreadable, between its choice and this.
  const bytes = await file.arrayBuffer().catch(() => {
    throw damaged('the file cannot be read');
  });
  return parsed(bytes);
}

export const sharing: Sharing = {
  link: (what) => encode(what, location.href),
  opened: () => decode(location.hash),
  onOpened: (listener) => {
    addEventListener('hashchange', () => {
      if (/^#n\d/.test(location.hash)) listener();
    });
  },
  forget: () => history.replaceState(history.state, '', location.pathname + location.search),
  file: encodeFile,
  fromFile: decodeFile,
};

function json(what: Shared, indent = 0): string {
  return JSON.stringify({ v: VERSION, ...shared(what) }, undefined, indent);
}

function parsed(bytes: BufferSource): Shared {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged('it is not JSON in UTF-8');
  }
  const v: unknown = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
  if (typeof v === 'number' && Number.isInteger(v) && v > VERSION) throw newer();
  if (v !== VERSION) throw new Refused('wrong-shape', 'it names no version');
  return shared(value);
}

function unbase64(text: string): Uint8Array<ArrayBuffer> {
  // `atob` alone would overlook spaces and take the other alphabet.
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) throw damaged('a character is wrong or missing');
  const base64 = text.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
}

function stream(name: 'CompressionStream' | 'DecompressionStream'): GenericTransformStream {
  if (!(name in globalThis)) throw new Refused('unavailable', 'this browser cannot compress');
  return new globalThis[name]('deflate');
}

/** All that comes out of `stream`, as long as that is no more than `limit` bytes and comes in time. */
async function through(
  stream: GenericTransformStream,
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let refusal: Refused | undefined;
  const stop = (why: Refused): void => {
    refusal ??= why;
    // Ends the read that waits.
    reader.cancel().catch(() => {});
  };
  const timer = setTimeout(() => stop(new Refused('too-slow', 'it takes too long')), PATIENCE_MS);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (refusal !== undefined) throw refusal;
      if (done) break;
      size += value.length;
      if (size > limit) stop(new Refused('too-large', `it holds more than ${limit} bytes`));
      else parts.push(value);
    }
  } catch {
    throw refusal ?? damaged('it was cut or changed');
  } finally {
    clearTimeout(timer);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The address without what stands behind `?` and `#`. */
function bare(page: string): string {
  return page.replace(/[?#].*$/s, '');
}

const damaged = (how: string): Refused => new Refused('damaged', how);
const newer = (): Refused => new Refused('newer', 'it was made by a newer version of this page');
const tooLargeFile = (size: number): Refused =>
  new Refused('too-large', `the file is ${size} bytes long; the limit is ${FILE_LIMIT}`);
