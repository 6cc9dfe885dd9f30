/** What only programs with browser or Node types have. */
import { annotate, init } from 'newsmark';

export async function load(response: Response, compiled: WebAssembly.Module): Promise<void> {
  await init({ core: compiled, names: response, weights: new URL('https://example.org/weights.bin') });
  await annotate('A mill.', {}, { signal: AbortSignal.timeout(1000) });
}

// @ts-expect-error: a signal that is none
void annotate('A mill.', {}, { signal: 'stop' });
