/**
 * What it takes to hand a long report to JavaScript, by way: `node benches/boundary.mjs`. Prints tables in Markdown.
 * The module is `benches/boundary/`, which `cargo xtask boundary` compiles into target/boundary.
 */
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { launch, openPage } from '../tests/support/chromium.mjs';
import { golden } from '../tests/support/long.mjs';
import { serve } from '../tests/support/server.mjs';
import { times, toJson, within } from './boundary/ways.mjs';

const ANNOTATIONS = 300;

const root = fileURLToPath(new URL('../', import.meta.url));
const compiled = await readFile(`${root}target/boundary/boundary_bg.wasm`);
const held = await import('../target/boundary/boundary.js');

/** The report on as many golden articles as make so many annotations, as JSON. */
async function longReport() {
  const core = await import('../www/pkg/core/core.js');
  core.initSync({ module: await readFile(`${root}www/pkg/core/core_bg.wasm`) });
  core.learn(await readFile(`${root}src/data/tagger.weights`), await readFile(`${root}src/data/names.more`));
  for (let count = 1; ; count += 1) {
    const report = core.annotate(golden.slice(0, count).join('\n\n'), { published: '2021-10-04' });
    const { mentions, dates, amounts, quotes } = report;
    const annotations = mentions.length + dates.length + amounts.length + quotes.length;
    if (annotations >= ANNOTATIONS || count === golden.length) return { json: JSON.stringify(report), annotations };
  }
}

/** Bytes of the module without each of the exports, and of what is left without all: what each adds. */
async function sizes() {
  const folder = await mkdtemp(`${tmpdir()}/newsmark-boundary-`);
  const without = async (names) => {
    const graph = WebAssembly.Module.exports(new WebAssembly.Module(compiled))
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => ({ name: `keep ${name}`, root: true, export: name }));
    await writeFile(`${folder}/graph.json`, JSON.stringify(graph));
    const tool = `${root}node_modules/binaryen/bin/wasm-metadce`;
    execFileSync(process.execPath, [
      tool, '--all-features', `${root}target/boundary/boundary_bg.wasm`,
      '--graph-file', `${folder}/graph.json`, '-o', `${folder}/out.wasm`,
    ]);
    return brotliCompressSync(await readFile(`${folder}/out.wasm`)).length;
  };
  try {
    const ways = { object: ['object'], json: ['json'], packed: ['numbers', 'strings'] };
    const none = await without(Object.values(ways).flat());
    const sizes = {};
    for (const name of Object.keys(ways)) {
      const others = Object.keys(ways).filter((other) => other !== name).flatMap((other) => ways[other]);
      sizes[name] = (await without(others)) - none;
    }
    return sizes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** In the page: the same as here, and what a worker posts. */
async function inPage({ address, report }) {
  const { default: init, ...core } = await import(`${address}target/boundary/boundary.js`);
  const ways = await import(`${address}benches/boundary/ways.mjs`);
  const module = await WebAssembly.compileStreaming(fetch(`${address}target/boundary/boundary_bg.wasm`));
  await init({ module_or_path: module });
  core.hold(report);
  const worker = new Worker(`${address}benches/boundary/worker.mjs`, { type: 'module' });
  const ask = (message) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(message);
    });
  await ask({ module, report });
  const posted = Object.entries(ways.posted(core)).map(([way, { take }]) => [way, async () => take(await ask({ way }))]);
  return {
    within: await ways.times(ways.within(core)),
    toJson: await ways.times(ways.toJson(core)),
    posted: await ways.times(Object.fromEntries(posted)),
  };
}

function table(head, rows) {
  const lines = [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows];
  console.log(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}

/** Times as cells: milliseconds, and beside the first way. */
function cells(measured) {
  const [first] = Object.values(measured);
  return Object.values(measured).map((ms) => [ms.toFixed(2), (ms / first).toFixed(2)]);
}

const { json, annotations } = await longReport();
held.initSync({ module: compiled });
held.hold(json);
for (const [way, take] of Object.entries(within(held))) deepStrictEqual(take(), JSON.parse(json), way);
for (const [way, take] of Object.entries(toJson(held))) deepStrictEqual(take(), json, way);
const node = { within: await times(within(held)), toJson: await times(toJson(held)) };

const server = await serve(root);
const browser = await launch();
const { page } = await openPage(browser);
await page.goto(`${server.url}plain`);
const chromium = await page.evaluate(inPage, { address: server.url, report: json });
await browser.close();
await server.close();

const numbers = held.numbers();
const strings = held.strings();
const bytes = [
  '–',
  Buffer.byteLength(json),
  numbers.byteLength + Buffer.byteLength(strings),
];
const added = Object.values(await sizes());
console.log(`A report with ${annotations} annotations.\n`);
const [inNode, inChromium] = [cells(node.within), cells(chromium.within)];
table(
  ['to an object in the same thread', 'Node, ms', 'to the first', 'Chromium, ms', 'to the first', 'bytes', 'code, bytes of brotli'],
  Object.keys(node.within).map((way, at) => [way, ...inNode[at], ...inChromium[at], bytes[at], added[at]]),
);
const [jsonNode, jsonChromium] = [cells(node.toJson), cells(chromium.toJson)];
table(
  ['to JSON in the same thread', 'Node, ms', 'to the first', 'Chromium, ms', 'to the first'],
  Object.keys(node.toJson).map((way, at) => [way, ...jsonNode[at], ...jsonChromium[at]]),
);
table(
  ['from a worker to an object, there and back', 'Chromium, ms', 'to the first'],
  Object.entries(cells(chromium.posted)).map(([at, times]) => [Object.keys(chromium.posted)[at], ...times]),
);
