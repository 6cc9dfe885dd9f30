/** The core with little memory: what it does when there is no more, it does here after a few pages of 64 kB. */
import { readFile } from 'node:fs/promises';

const CORE = new URL('../../www/pkg/core/core_bg.wasm', import.meta.url);
const MEMORY = 5;

/** An unsigned number of LEB128 at `at`, and where it ends. */
function number(bytes, at) {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}

/**
 * The module's bytes, with a maximum in its memory section: `more` pages than it starts with.
 *
 * @param {Uint8Array} bytes of a module without such a maximum
 */
export function limited(bytes, more) {
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    if (bytes[at] === MEMORY) {
      const [count, flags] = number(bytes, start);
      const [pages] = number(bytes, flags + 1);
      if (count !== 1 || bytes[flags] !== 0) throw new Error('another memory than was expected');
      const section = [1, 1, ...written(pages), ...written(pages + more)];
      const head = [MEMORY, ...written(section.length), ...section];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(head), bytes.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error('no memory');
}

/** The core with `more` pages than it starts with, and no more. */
export const coreWith = async (more) => limited(await readFile(CORE), more);

/**
 * Has pages post that core to their workers, instead of theirs: `await context.addInitScript(await posting(160))`. What
 * the pages fetch and check is what was built.
 */
export async function posting(more) {
  const bytes = (await coreWith(more)).toString('base64');
  return `{
    const bytes = Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0));
    // Here: the page's policies may forbid it later.
    const little = new WebAssembly.Module(bytes);
    const post = Worker.prototype.postMessage;
    globalThis.workersStarted = 0;
    Worker.prototype.postMessage = function (message) {
      if (!(message instanceof WebAssembly.Module)) return post.apply(this, arguments);
      globalThis.workersStarted += 1;
      return post.call(this, little);
    };
  }`;
}
