/**
 * How long the core takes for an article of 480 words in WebAssembly, one thread, the report as a
 * JavaScript object included: `node benches/wasm.mjs [FOLDER]`. With `COMPROMISE` set to the file of
 * that library, its names of the same text in the same process stand beside it.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WORDS = 480;
const WARM_UP = 100;
const RUNS = 50;

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = resolve(process.argv[2] ?? `${root}www/pkg/core`);
const read = (file) => readFile(resolve(root, file));

const core = await import(pathToFileURL(`${folder}/core.js`).href);
core.initSync({ module: await readFile(`${folder}/core_bg.wasm`) });

const golden = (await read('tests/golden/business.txt')).toString();
const text = golden.slice(0, [...golden.matchAll(/\S+/g)][WORDS].index);

/** Best and median milliseconds of `work`. */
function times(work) {
  for (let run = 0; run < WARM_UP; run += 1) work();
  const all = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return [all[0], all[RUNS / 2]].map((time) => time.toFixed(2));
}

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
row('what', 'best ms', 'median ms');
row('---', '---', '---');
const options = { published: '2021-10-04' };
row('by rules', ...times(() => core.annotate(text, options)));
core.learn(await read('src/data/tagger.weights'), await read('src/data/names.more'));
row('with the weights', ...times(() => core.annotate(text, options)));
row('with the weights, in steps', ...times(() => {
  core.begin(text, options);
  while (core.step() === undefined);
}));
let written = text;
row('with the weights, a letter typed', ...times(() => {
  const at = written.indexOf('.', written.length / 2);
  written = `${written.slice(0, at)}s${written.slice(at)}`;
  core.revise(written, options);
}));
if (process.env.COMPROMISE) {
  const { default: nlp } = await import(pathToFileURL(process.env.COMPROMISE).href);
  row(`compromise ${nlp.version ?? ''}`, ...times(() => {
    const doc = nlp(text);
    return [doc.people(), doc.places(), doc.organizations()].map((found) => found.out('array'));
  }));
}
