/** Written by the build. */
declare const NEWSMARK_WORKER: string;

/** The text of `worker.js`. A file of its own: only `newsmark/worker` carries it. */
export const workerScript = (): string => NEWSMARK_WORKER;
