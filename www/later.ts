/**
 * The part of the page that comes after its first marks (`src/app/later.rs`). The page's code waits for it
 * from the start; it is asked for when what is needed sooner has come.
 */
import laterUrl from './pkg/app/later.wasm?url';
import { get } from './fetch.ts';

let arrive!: (response: Promise<Response>) => void;
const arrived = new Promise<Response>((resolve) => (arrive = resolve));
arrived.catch(() => {}); // Whoever waits is told.

/** The module, for the page's code (`pkg/app/link.js`). */
export function later(): Promise<Response> {
  return arrived;
}

/** Asks for it, which must happen before the page is locked. */
export function askForLater(): Promise<Response> {
  const asked = get(laterUrl, 'low');
  arrive(asked);
  return asked;
}
