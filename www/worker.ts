/**
 * The core in a thread of its own. The page posts the compiled module first, so that nothing is
 * fetched here; then requests. One self-contained file: it runs from a Blob.
 */
import { answer } from './answer.ts';
import type { FromThread, Request } from './engine.ts';
import { annotate, initSync } from './pkg/core/core.js';

const post = (message: FromThread): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | Request>): void => {
  if (data instanceof WebAssembly.Module) {
    initSync({ module: data });
    post({ up: true });
  } else {
    post(answer(annotate, data));
  }
};
