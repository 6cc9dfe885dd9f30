import { scripts, serviceWorkerUrl } from '../lock.ts';

/**
 * Has the browser keep the site for later visits (`sw.ts`). To be called before the lock, which allows
 * no registration; one that has begun goes on, and what the worker fetches is not the page's. Resolves
 * when the browser has taken or refused the worker, and never rejects: without one the page works as
 * long as there is a network.
 */
export async function keepForLater(): Promise<void> {
  if (import.meta.env.DEV) return;
  try {
    // Missing where the connection is not secure; throws in some frames.
    const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
    await workers?.register(scripts.createScriptURL(serviceWorkerUrl));
  } catch {
    // Refused by the browser or by what the reader set: no trouble of theirs.
  }
}
