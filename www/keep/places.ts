/** Where things are kept: the key's file and the database, and how each of them fails. */
import { Refused } from '../refused.ts';

/** Other sites of the same origin, and other copies of this one, keep things too. */
const NAME = `newsmark ${new URL('./', document.baseURI).pathname}`;
const KEY_FILE = `${encodeURIComponent(NAME)}.key`;
/** Of what is in the database, its records and their contents. */
const VERSION = 1;
export const STORE = 'records';
/** The browser waits for other tabs, and may do so for ever. */
const PATIENCE_MS = 3000;

/** What any failure here is to the reader. */
export function told(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  if (name === 'QuotaExceededError') return new Refused('full', 'there is no room for it on this device');
  if (name === 'InvalidStateError') return off(); // The database was closed, for another tab deletes it.
  if (name === 'VersionError') return new Refused('newer', 'a newer version of this page has kept it');
  return new Refused('unavailable', `the browser keeps nothing for this page (${name}: ${message})`);
}

export const inTheWay = (): Refused =>
  new Refused('blocked', 'another tab of this page is in the way: close it');
export const off = (): Refused => new Refused('off', 'nothing is kept');

/** Runs `work` while no other tab switches on or deletes. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(NAME, work) as Promise<T>;
}

/** Nothing where there is none, or only the beginning of one. */
export async function readKey(): Promise<CryptoKey | undefined> {
  const root = await navigator.storage.getDirectory();
  try {
    const handle = await root.getFileHandle(KEY_FILE);
    const bytes = await (await handle.getFile()).arrayBuffer();
    return bytes.byteLength === 32 ? await imported(bytes) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export async function makeKey(): Promise<CryptoKey> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getFileHandle(KEY_FILE, { create: true })).createWritable();
  await file.write(bytes);
  await file.close();
  return imported(bytes.buffer);
}

export async function dropKey(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(KEY_FILE).catch((error) => {
    if (!isMissing(error)) throw error;
  });
}

/** Whether there is a database; nothing where the browser does not say. Leaves no trace of the question. */
export async function hasDatabase(): Promise<boolean | undefined> {
  const listing = (indexedDB as Partial<IDBFactory>).databases?.call(indexedDB);
  // Chromium does not answer as long as a deletion waits for another tab.
  const listed = await Promise.race([listing, new Promise<undefined>((give) => setTimeout(give, PATIENCE_MS))]);
  return listed?.some(({ name }) => name === NAME);
}

/** The database; nothing where there is none, and `make` is false. */
export function openDatabase(make: boolean): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(inTheWay());
    }, PATIENCE_MS);
    request.onupgradeneeded = () => {
      // Giving up the first version of a database leaves none.
      if (late || !make) request.transaction?.abort();
      else request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const db = request.result;
      // At once: who is asked to let go and does not answer then is asked no more.
      db.onversionchange = () => db.close();
      if (late) db.close();
      else resolve(db);
    };
    request.onerror = () => {
      clearTimeout(timer);
      if (request.error?.name === 'AbortError' && !make) resolve(undefined);
      else reject(request.error);
    };
  });
}

/** Deletes the database. `waiting`: another tab has it open still, and it goes when that lets it go. */
export function dropDatabase(): Promise<'deleted' | 'waiting'> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    // Nothing is said where a deletion before this one waits.
    const timer = setTimeout(() => resolve('waiting'), PATIENCE_MS);
    request.onblocked = () => resolve('waiting');
    request.onsuccess = () => {
      clearTimeout(timer);
      resolve('deleted');
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

function imported(bytes: ArrayBuffer): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
