/** Posts what it is asked for, as a worker with the core does. */
import init, * as core from '../../target/boundary/boundary.js';
import { posted } from './ways.mjs';

const ways = posted(core);
self.onmessage = async ({ data: { module, report, way } }) => {
  if (module !== undefined) {
    await init({ module_or_path: module });
    core.hold(report);
    self.postMessage('up');
  } else {
    self.postMessage(...ways[way].send());
  }
};
