/** A page that annotates through the package's worker. */
import { createWorker } from 'newsmark/worker';

globalThis.createWorker = createWorker;
const { annotate } = createWorker();
globalThis.annotate = annotate;
