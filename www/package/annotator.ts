/** The calls of `newsmark/worker`, wherever its thread runs. */
import { Engine, type Way } from '../engine.ts';
import { checkText } from './check.ts';
import { aborted, asNewsmarkError, NewsmarkError } from './error.ts';
import type { Call, Options, Report, Sources } from './types/index.d.ts';
import { type Loaded, load, type Read } from './load.ts';
import type { Annotator } from './types/off.d.ts';

const closed = (): NewsmarkError => new NewsmarkError('closed', 'the worker was closed');

/**
 * Makes an annotator whose engine starts with the first call.
 *
 * @param ways the ways to make a thread, the best first
 */
export function createAnnotator(sources: Sources, read: Read, ways: (loaded: Loaded) => Way[]): Annotator {
  let starting: Promise<Engine> | undefined;
  const closing = new AbortController();

  const start = async (): Promise<Engine> => {
    const loaded = await load(sources, read);
    if (closing.signal.aborted) throw closed();
    const engine = new Engine(ways(loaded));
    closing.signal.addEventListener('abort', () => engine.close(), { once: true });
    // No answer may come from an engine that does not know all yet.
    if (loaded.lesson === undefined) await engine.ready;
    else await engine.learn(loaded.lesson);
    return engine;
  };
  const engine = (): Promise<Engine> => {
    starting ??= start().catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };

  const ask = async (text: string, options: Options | undefined, signal: AbortSignal): Promise<Report> => {
    const running = await engine();
    return JSON.parse(await running.annotate(text, options ?? {}, signal));
  };

  return {
    annotate: async (text, options, { signal }: Call = {}) => {
      checkText(text);
      if (closing.signal.aborted) throw closed();
      if (signal?.aborted) throw aborted();
      // The engine's own: that of the program may outlive many calls.
      const back = new AbortController();
      const signals = [closing.signal, ...(signal === undefined ? [] : [signal])];
      let stop!: () => void;
      const taken = new Promise<never>((_, reject) => {
        stop = () => {
          back.abort();
          reject(closing.signal.aborted ? closed() : aborted());
        };
      });
      for (const each of signals) each.addEventListener('abort', stop);
      try {
        return await Promise.race([ask(text, options, back.signal), taken]);
      } catch (error) {
        throw asNewsmarkError(error);
      } finally {
        for (const each of signals) each.removeEventListener('abort', stop);
      }
    },
    close: () => closing.abort(),
  };
}
