/** Who is measured, and how each is asked. `read` does the whole work on an article and returns what was found. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const installed = createRequire(fileURLToPath(new URL('target/peers/package.json', root)));

const { dependencies: versions } = installed('./package.json');
const bytes = (name) => readFile(new URL(name, root));

async function newsmark() {
  const folder = new URL('www/pkg/core/', root);
  const core = await import(pathToFileURL(fileURLToPath(new URL('core.js', folder))).href);
  core.initSync({ module: await readFile(new URL('core_bg.wasm', folder)) });
  core.learn(await bytes('src/data/tagger.weights'), await bytes('src/data/names.more'));
  return { read: ({ text, published }) => core.annotate(text, { published }) };
}

async function compromise() {
  const nlp = installed('compromise');
  const offset = { offset: true };
  return {
    version: versions.compromise,
    read: ({ text }) => {
      const doc = nlp(text);
      const found = [doc.people(), doc.places(), doc.organizations(), doc.quotations()];
      return found.map((each) => each.json(offset));
    },
  };
}

async function compromiseNames() {
  const nlp = installed('compromise');
  return {
    read: ({ text }) => {
      const doc = nlp(text);
      return [doc.people(), doc.places(), doc.organizations()].map((each) => each.out('array'));
    },
  };
}

async function wink() {
  const nlp = installed('wink-nlp')(installed('wink-eng-lite-web-model'));
  return {
    version: versions['wink-nlp'],
    read: ({ text }) => {
      const doc = nlp.readDoc(text);
      return [doc.entities().out(nlp.its.detail), doc.sentences().out(), doc.tokens().out(nlp.its.pos)];
    },
  };
}

async function chrono() {
  const { parse } = installed('chrono-node');
  return {
    version: versions['chrono-node'],
    read: ({ text, published }) => {
      const reference = published === undefined ? undefined : new Date(`${published}T12:00:00`);
      return parse(text, reference).map(({ index, text, start, end }) => [index, text, start.date(), end?.date()]);
    },
  };
}

/** Those that run in Node: what each does, in words for a reader, and how it is loaded. */
export const PEERS = [
  {
    name: 'newsmark',
    load: newsmark,
    does: ['yes, linked to each other', 'yes, with values', 'yes', 'yes', 'JavaScript, Rust, shell'],
  },
  {
    name: 'compromise',
    load: compromise,
    does: ['yes', 'no (a plugin does)', 'yes', 'no', 'JavaScript'],
  },
  {
    name: 'compromise, names only',
    load: compromiseNames,
    does: ['yes', 'no', 'no', 'no', 'JavaScript'],
  },
  {
    name: 'winkNLP',
    load: wink,
    does: ['no: words and their parts of speech', 'found, without values', 'no', 'no', 'JavaScript'],
  },
  {
    name: 'chrono-node',
    load: chrono,
    does: ['no', 'yes, with values', 'no', 'no', 'JavaScript'],
  },
];

/** The one that runs in Python, by `spacy_peer.py`. */
export const SPACY = {
  name: 'spaCy, small model',
  does: ['yes', 'found, without values', 'no', 'no', 'Python'],
};
