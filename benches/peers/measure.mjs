/**
 * newsmark and what one would take in its place, over the same articles in one run:
 * `node --expose-gc benches/peers/measure.mjs FILE` writes the page, `cargo xtask peers` installs the peers before.
 * `SPACY` names a Python that has spaCy, or `NO_SPACY` says why there is none. Fails where the gate is missed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { own, real } from './articles.mjs';
import { PEERS, SPACY } from './peers.mjs';
import { page } from './page.mjs';

const WARM_UP = 4;
const PASSES = 7;
/** Articles that are read before memory is looked at. */
const ALONE = 10;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** CPU milliseconds of this process for `work`, the collection of its own garbage included. */
function cpu(work) {
  globalThis.gc();
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/** Starts spaCy, which answers one line with one line. */
async function startSpacy() {
  const script = fileURLToPath(new URL('spacy_peer.py', import.meta.url));
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const child = spawn(process.env.SPACY, [script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line) => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('spaCy ended early');
    return JSON.parse(value);
  };
  return { ask, stop: () => child.stdin.end() };
}

/** In a process of its own: load time, the first article and memory of the peer `name`, printed as JSON. */
async function alone(name) {
  const peer = PEERS.find((each) => each.name === name);
  const articles = own();
  const start = performance.now();
  const { read } = await peer.load();
  const load = performance.now() - start;
  read(articles[0]);
  const first = performance.now() - start - load;
  for (const article of articles.slice(1, ALONE)) read(article);
  const [, peak] = readFileSync('/proc/self/status', 'ascii').match(/VmHWM:\s*(\d+)/);
  console.log(JSON.stringify({ load, first, memory: peak / 1e3 }));
}

function startAlone(name) {
  const { stdout, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--alone', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${name} alone ended with ${status}`);
  return JSON.parse(stdout);
}

/** Loads spaCy by itself; what it answers is a row as of `startAlone`. */
async function spacyAlone(folder) {
  const [first, some] = [`${folder}/first.json`, `${folder}/some.json`];
  await writeFile(first, JSON.stringify(own().slice(0, 1)));
  await writeFile(some, JSON.stringify(own().slice(1, ALONE)));
  const spacy = await startSpacy();
  const { load, version } = await spacy.ask('load');
  const start = performance.now();
  await spacy.ask(`read ${first}`);
  const took = performance.now() - start;
  await spacy.ask(`read ${some}`);
  const { memory } = await spacy.ask('memory');
  spacy.stop();
  return { load, first: took, memory, version };
}

/**
 * Milliseconds an article, for each set of `sets` and each peer by name, pass after pass: all read all in turn, so that
 * all meet the same machine, and none is still warming up when it is measured.
 */
async function passes(loaded, sets, spacy, folder) {
  const names = [...loaded.keys(), ...(spacy ? [SPACY.name] : [])];
  const times = sets.map(() => Object.fromEntries(names.map((name) => [name, []])));
  const files = sets.map((_, set) => `${folder}/${set}.json`);
  await Promise.all(sets.map((articles, set) => writeFile(files[set], JSON.stringify(articles))));
  for (let pass = 0; pass < WARM_UP + PASSES; pass += 1) {
    for (const [set, articles] of sets.entries()) {
      const add = (name, ms) => pass >= WARM_UP && times[set][name].push(ms / articles.length);
      for (const [name, { read }] of loaded) add(name, cpu(() => articles.forEach(read)));
      if (spacy) add(SPACY.name, (await spacy.ask(`read ${files[set]}`)).ms);
    }
    console.error(`pass ${pass + 1} of ${WARM_UP + PASSES}`);
  }
  return times;
}

/** For each peer milliseconds, median and best, and the median of what they are beside newsmark's in the same pass. */
function summary(times) {
  const ours = times.newsmark;
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      { ms: median(all), best: Math.min(...all), ratio: median(all.map((ms, pass) => ms / ours[pass])) },
    ]),
  );
}

async function main(output) {
  const folder = await mkdtemp(`${tmpdir()}/newsmark-peers-`);
  try {
    const by = Object.fromEntries(PEERS.map(({ name }) => [name, startAlone(name)]));
    if (process.env.SPACY) by[SPACY.name] = await spacyAlone(folder);
    const loaded = new Map();
    for (const { name, load } of PEERS) loaded.set(name, await load());
    const spacy = process.env.SPACY ? await startSpacy() : undefined;
    const sets = { own: own() };
    if (process.env.NEWSMARK_DATA) sets.real = await real(process.env.NEWSMARK_DATA);
    const times = await passes(loaded, Object.values(sets), spacy, folder);
    const speeds = Object.fromEntries(
      Object.entries(sets).map(([what, { length }], set) => [what, { count: length, of: summary(times[set]) }]),
    );
    spacy?.stop();
    const versions = Object.fromEntries([...loaded].map(([name, { version }]) => [name, version]));
    versions[SPACY.name] = by[SPACY.name]?.version;
    const machine = `${cpus()[0].model}, Node ${process.versions.node}`;
    const { text, missed } = page({ by, speeds, versions, machine, without: process.env.NO_SPACY });
    await writeFile(output, text);
    console.log(text);
    if (missed.length > 0) throw new Error(missed.join('; '));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [first, second] = process.argv.slice(2);
await (first === '--alone' ? alone(second) : main(first));
