/**
 * Articles of growing length, and what each costs in WebAssembly; for `cargo xtask growth`.
 *
 * `node benches/growth.mjs texts FOLDER BYTES…` writes the articles as FOLDER/BYTES.txt.
 *
 * `node benches/growth.mjs read ROUNDS FILE` reads one of them so often, and then again after a letter was typed. It
 * prints bytes of the text, nanoseconds of the processor for each of the two at best, and the bytes by which the
 * module's memory grew.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { longArticle } from '../tests/support/long.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [how, first, ...rest] = process.argv.slice(2);
if (how === 'texts') await write(first, rest.map(Number));
else if (how === 'read') console.log((await cost(Number(first), await readFile(rest[0], 'utf8'))).join(' '));
else throw new Error('usage: growth.mjs texts FOLDER BYTES… | read ROUNDS FILE');

async function write(folder, sizes) {
  // Longer than is needed, since letters may be several bytes; what is left of the last one is dropped.
  const bytes = Buffer.from(longArticle(Math.max(...sizes)));
  for (const size of sizes) {
    const text = new TextDecoder().decode(bytes.subarray(0, size), { stream: true });
    await writeFile(`${folder}/${size}.txt`, text);
  }
}

async function cost(rounds, text) {
  const core = await import(pathToFileURL(`${root}www/pkg/core/core.js`).href);
  const { memory } = core.initSync({ module: await readFile(`${root}www/pkg/core/core_bg.wasm`) });
  core.learn(await readFile(`${root}src/data/tagger.weights`), await readFile(`${root}src/data/names.more`));
  core.annotate('The mill in Oslo shut on Monday, said Anna Marsh.');
  const length = Buffer.byteLength(text);
  const before = memory.buffer.byteLength;
  core.annotate(text);
  const grown = memory.buffer.byteLength - before;
  const whole = best(rounds, () => core.annotate(text));
  let written = text;
  // The longest article that is usually read, and a letter.
  const options = { maxBytes: 2 ** 32 - 1 };
  core.revise(written, options);
  const keystroke = best(rounds, () => core.revise(written, options), () => {
    const at = written.indexOf('.', written.length / 2);
    const end = at < 0 ? written.length : at;
    written = `${written.slice(0, end)}s${written.slice(end)}`;
  });
  return [length, whole, keystroke, grown];
}

/** The least time of this process for `work`, in nanoseconds, after what prepares each time. */
function best(rounds, work, prepare = () => {}) {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    prepare();
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, user + system);
  }
  return Math.round(least * 1000);
}
