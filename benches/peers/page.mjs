/** The page with the tables, and whether the gate was met. */
import { WORDS } from './articles.mjs';
import { PEERS, SPACY } from './peers.mjs';

const MOST_MS = 4;
const LEAST_RATIO = 6;
const SETS = { own: 'our own articles', real: 'real articles' };

const table = (head, rows, numbers) =>
  [head, head.map((_, column) => (column < numbers ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const all = [...PEERS, SPACY];

function whatEachDoes(versions) {
  const rows = all.map(({ name, does }) => [[name, versions[name]].filter(Boolean).join(' '), ...does]);
  return table(['what', 'persons, places, organisations', 'dates', 'quotes', 'speakers', 'called from'], rows, 6);
}

function speed(speeds, without) {
  const sets = Object.entries(speeds);
  const rows = all.map(({ name }) => [
    name,
    ...sets.flatMap(([, { of }]) => {
      if (of[name] === undefined) return ['not measured', '–', without ?? '–'];
      return ['ms', 'best', 'ratio'].map((what) => of[name][what].toFixed(2));
    }),
  ]);
  const head = sets.flatMap(([set, { count }]) => [
    `CPU ms, ${SETS[set]} (${count})`,
    'best pass',
    'times newsmark',
  ]);
  return table(['what', ...head], rows, 1);
}

function starting(by) {
  const rows = all
    .filter(({ name }) => by[name] !== undefined)
    .map(({ name }) => [name, ...['load', 'first', 'memory'].map((what) => Math.round(by[name][what]))]);
  return table(['what', 'load, ms', 'the first article, ms', 'memory at its highest, MB'], rows, 1);
}

/** Each gate as a row, and in words where it is missed. */
function gate(speeds) {
  const checks = Object.entries(speeds).flatMap(([set, { of }]) => [
    [`CPU ms, ${SETS[set]}`, of.newsmark.ms, `at most ${MOST_MS}`, of.newsmark.ms <= MOST_MS],
    [
      `times as fast as compromise, ${SETS[set]}`,
      of.compromise.ratio,
      `at least ${LEAST_RATIO}`,
      of.compromise.ratio >= LEAST_RATIO,
    ],
  ]);
  const rows = checks.map(([what, measured, wanted]) => [what, measured.toFixed(2), wanted]);
  const missed = checks
    .filter(([, , , met]) => !met)
    .map(([what, measured, wanted]) => `${what}: ${measured.toFixed(2)}, wanted ${wanted}`);
  return { text: table(['what', 'measured', 'wanted'], rows, 1), missed };
}

/** The page in Markdown, and the gates that were missed. */
export function page({ by, speeds, versions, machine, without }) {
  const { text: gates, missed } = gate(speeds);
  const note = speeds.real === undefined ? '' : ' The real articles are of train splits and are no part of this repository.';
  const text = `# Beside others

Printed by \`cargo xtask peers\`, which installs the others first (\`benches/peers/\`).

What one would take in newsmark's place reads the same articles, each of ${WORDS} words, in one run: pass after pass
all read all of them in turn, so that what else the machine does hits all alike. A time is the median of the passes,
a ratio the median of what both took in the same pass. CPU time of one process, warm, one thread; Python's is its
own process; what else the machine does makes it longer, never shorter, so the best pass stands beside it.${note} ${machine}.

## What each does

${whatEachDoes(versions)}

Who is right more often is another question: [accuracy](accuracy.md). compromise is asked for people, places,
organisations and quotations with their places in the text, or for the names alone as words; winkNLP for
entities, sentences and parts of speech; spaCy for its entities, after its whole pipeline.

## Speed

${speed(speeds, without)}

newsmark is the module of the page with all that it learns; what it does besides (amounts, key sentences, the
timeline, boilerplate, the language) is in its time, and so is the report as an object. Who asks for one of these
things alone has it faster from what does nothing else.

${gates}

## Start and memory

Each in a process of its own, Node or Python included: time by the clock until it is ready, and
memory after ten articles.

${starting(by)}
`;
  return { text, missed };
}
