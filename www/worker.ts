/**
 * The core in a thread of its own. The page posts the compiled module first, so that nothing is
 * fetched here; then requests, and once or never the lesson. The requests are taken for one text that is
 * being written: only what changed is worked on again. One self-contained file: it runs from a Blob.
 */
import { answer, teach } from './answer.ts';
import type { FromThread, Lesson, Request } from './engine.ts';
import { initSync, learn, revise } from './pkg/core/core.js';

const post = (message: FromThread): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<WebAssembly.Module | Lesson | Request>): void => {
  if (data instanceof WebAssembly.Module) {
    initSync({ module: data });
    post({ up: true });
  } else if ('weights' in data) {
    post(teach(learn, data));
  } else {
    post(answer(revise, data));
  }
};
