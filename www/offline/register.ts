import { scripts, serviceWorkerUrl } from '../lock.ts';

/** The page does not wait longer for the service worker's file: it can be used without. */
const PATIENCE_MS = 2000;

/**
 * Has the browser keep the site for later visits (`sw.ts`). To be called before the lock, which allows
 * no registration; what the worker fetches after it is not the page's. Resolves when the browser has
 * taken or refused the worker, and never rejects: without one the page works as long as there is a
 * network.
 */
export async function keepForLater(): Promise<void> {
  if (import.meta.env.DEV) return;
  try {
    // Missing where the connection is not secure; throws in some frames.
    const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
    const taken = workers?.register(scripts.createScriptURL(serviceWorkerUrl));
    await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  } catch {
    // Refused by the browser or by what the reader set: no trouble of theirs.
  }
}
