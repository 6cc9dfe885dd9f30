/** What comes after the first marks, in one file (`xtask/src/rest.rs`), to be damaged or left out. */
import { readFile } from 'node:fs/promises';

const table = JSON.parse(await readFile(new URL('../../www/pkg/app/rest.json', import.meta.url), 'utf8'));

/** The file in a built site, by its path. */
export const REST = /\/rest-[^/]+\.wasm$/;

/** Answers a request for the file with one byte of that part changed. */
export const damaged = (part) => async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  body[(table[part].start + table[part].end) >> 1] ^= 1;
  await route.fulfill({ response, body });
};

/** Answers with what comes before the middle of that part. */
export const brokenOff = (part) => async (route) => {
  const response = await route.fetch();
  const body = (await response.body()).subarray(0, (table[part].start + table[part].end) >> 1);
  const { 'content-length': _, ...headers } = response.headers();
  await route.fulfill({ response, headers, body });
};

export const missing = (route) => route.fulfill({ status: 404 });
