/** What is in the database: sealed texts by their keys, and transactions over all of them. */
import { Refused } from '../refused.ts';
import { STORE } from './places.ts';

/** `rev` is another one after each change, and says nothing else. */
type Sealed = { rev: string; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
export type Opened = { rev: string; json: string };

/** A change to one record: another text, or none any more. */
export type Change = {
  /** What the page calls it, which this file does not look at. */
  name: string;
  key: string;
  /** The revision that this change was made to; none where there was no record. */
  from: string | undefined;
  json: string | undefined;
  /** What is to be done where the record has another revision by now: leave it, or what else. */
  otherwise: 'leave' | 'overwrite' | { writeTo: string };
};
export type Outcome = 'done' | 'left' | 'written elsewhere';

/** All records, or the one at `only`. Rejects with `damaged` where one cannot be opened. */
export async function read(db: IDBDatabase, key: CryptoKey, only?: string): Promise<Map<string, Opened>> {
  const store = db.transaction(STORE).objectStore(STORE);
  const [keys, values] = await Promise.all([asked(store.getAllKeys(only)), asked<unknown[]>(store.getAll(only))]);
  const opened = keys.map(async (name, at): Promise<[string, Opened]> => {
    try {
      const { rev, iv, data } = values[at] as Sealed;
      const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data);
      return [String(name), { rev: String(rev), json: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }];
    } catch {
      throw new Refused('damaged', 'what is kept on this device cannot be read any more');
    }
  });
  return new Map(await Promise.all(opened));
}

/**
 * Makes all of `changes` or, where it rejects, none: also when the browser is killed meanwhile. Written
 * records get the revision `rev`.
 */
export async function change(db: IDBDatabase, key: CryptoKey, rev: string, changes: Change[]): Promise<Outcome[]> {
  // Before the transaction, which would end while this is waited for.
  const sealed = await Promise.all(changes.map(({ json }) => (json === undefined ? undefined : seal(key, rev, json))));
  const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
  const over = ended(transaction);
  // It is waited for below; what fails before makes it fail as well.
  over.catch(() => {});
  const store = transaction.objectStore(STORE);
  const outcomes = changes.map(async ({ key, from, otherwise }, at): Promise<Outcome> => {
    const stored = await asked<Sealed | undefined>(store.get(key));
    const isOther = stored !== undefined && stored.rev !== from;
    if (isOther && otherwise === 'leave') return 'left';
    const elsewhere = isOther && typeof otherwise === 'object';
    const box = sealed[at];
    if (box === undefined) store.delete(key);
    else store.put(box, elsewhere ? otherwise.writeTo : key);
    return elsewhere ? 'written elsewhere' : 'done';
  });
  // The transaction's own error says why, where a request failed because of it.
  const [done] = await Promise.all([Promise.allSettled(outcomes), over]);
  return done.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

async function seal(key: CryptoKey, rev: string, json: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(json));
  return { rev, iv, data };
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser gave the transaction up'));
  });
}
