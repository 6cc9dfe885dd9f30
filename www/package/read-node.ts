import { readFile } from 'node:fs/promises';
import { NewsmarkError } from './error.ts';
import { fetched, type Read } from './load.ts';

/** Reads files by path or `file:` address, and the rest by `fetch`. */
export const readHere: Read = async (address, check) => {
  // A drive's letter looks like a scheme.
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(String(address));
  const url = isAddress ? new URL(address) : undefined;
  if (url !== undefined && url.protocol !== 'file:') return fetched(url, check);
  try {
    return new Uint8Array(await readFile(url ?? address));
  } catch (error) {
    throw new NewsmarkError('not-loaded', `${String(address)} cannot be read (${String(error)})`);
  }
};
