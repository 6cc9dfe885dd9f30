/**
 * Links, files and what is kept, changed at random, always in the same way: what comes in is refused with a code or
 * is what may be held, and nothing else happens. `FUZZ_SECONDS` and `FUZZ_SEED` give it more time, or other numbers.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { importBundle } from '../support/typescript.mjs';

const bundle = (path) => importBundle(new URL(`../../www/${path}`, import.meta.url));
const { LINK_LIMIT, decode, decodeFile, encode, encodeFile } = await bundle('share.ts');
const { shared } = await bundle('envelope.ts');
const { keep, kept, linkWith, linked } = await bundle('widget/keeping.ts');

const SECONDS = Number(process.env.FUZZ_SECONDS ?? 6);
const SEED = Number(process.env.FUZZ_SEED ?? 2021);
const CODES = ['damaged', 'newer', 'too-large', 'too-slow', 'unavailable', 'wrong-shape'];
const PAGE = 'https://news.example/any/where/';

/** Numbers from 0 below `n`, the same in each run (mulberry32). */
let state = SEED | 0;
const below = (n) => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
};
const pick = (list) => list[below(list.length)];

const STRINGS = [
  '', 'a', '2021-10-04', '2021-10-04\n', '“It is over,” said Odile Marsh.', '\ud800', '\0', '<script>', '__proto__',
  'constructor', 'x'.repeat(70_000), '{"schema":"newsmark-patch/1","corrections":[]}', '🚢', 'e\u0301',
];
const NAMES = ['v', 'articles', 'lexicon', 'text', 'published', 'patch', 'view', '__proto__', 'toString', 'length', '0'];

/** Any JSON, mostly of the shape that links have. */
function value(depth = 0) {
  const kind = below(depth > 4 ? 6 : 12);
  if (kind < 3) return pick(STRINGS);
  if (kind < 6) return pick([0, 1, 2, -1, 1.5, 1e300, true, null]);
  if (kind < 8) return Array.from({ length: below(4) }, () => value(depth + 1));
  if (kind < 10) return object(below(4), depth);
  const article = { text: pick(STRINGS) };
  if (below(2)) article.published = pick(STRINGS);
  if (below(2)) article.patch = pick(STRINGS);
  if (below(9) === 0) article[pick(NAMES)] = value(depth + 1);
  return depth > 0 ? article : { v: below(8) ? 1 : value(3), articles: [article, value(depth + 1)].slice(0, 1 + below(2)) };
}

function object(count, depth) {
  const made = {};
  for (let i = 0; i < count; i += 1) {
    // `__proto__` as JSON has it: a field of its own.
    Object.defineProperty(made, pick(NAMES), { value: value(depth + 1), enumerable: true, configurable: true, writable: true });
  }
  return made;
}

/** `bytes` with some of them changed, moved, doubled or left out. */
function mutated(bytes) {
  let made = Buffer.from(bytes);
  for (let i = 1 + below(4); i > 0; i -= 1) {
    const at = below(made.length + 1);
    const end = Math.min(made.length, at + below(9));
    switch (below(5)) {
      case 0: made = Buffer.concat([made.subarray(0, at), made.subarray(end)]); break;
      case 1: made = Buffer.concat([made.subarray(0, end), made.subarray(at)]); break;
      case 2: made = Buffer.concat([made.subarray(0, at), Buffer.from(pick(STRINGS).slice(0, 40)), made.subarray(at)]); break;
      case 3: made = Buffer.concat([made.subarray(0, at), Buffer.from([below(256)]), made.subarray(end)]); break;
      default: if (at < made.length) made[at] ^= 1 << below(8);
    }
  }
  return made;
}

/** What was taken in has what such a thing may have, and nothing else. */
function sound(taken) {
  assert.deepEqual(Object.keys(taken).filter((name) => !['articles', 'lexicon'].includes(name)), []);
  assert.ok(Array.isArray(taken.articles) && taken.articles.length > 0 && taken.articles.length <= 1000);
  assert.ok(taken.lexicon === undefined || typeof taken.lexicon === 'string');
  for (const article of taken.articles) {
    assert.equal(Object.getPrototypeOf(article), Object.prototype);
    for (const [name, text] of Object.entries(article)) {
      assert.ok(['text', 'published', 'patch', 'view'].includes(name), name);
      assert.equal(typeof text, 'string');
    }
    assert.equal(typeof article.text, 'string');
    if (article.published !== undefined) assert.match(article.published, /^\d{4}-\d\d-\d\d$/);
  }
  assert.deepEqual(shared(taken), taken, 'what was taken in is taken in again');
  assert.equal({}.text, undefined, 'no prototype was touched');
}

/** What `work` gives; nothing where it is refused as it should be. */
async function taken(work) {
  try {
    return await work();
  } catch (error) {
    assert.equal(error.name, 'Refused', error.stack);
    assert.ok(CODES.includes(error.code), error.code);
    assert.ok(error.message.length > 5 && error.message.length < 160, error.message);
    return undefined;
  }
}

const counts = {};

/** Does `once` for a share of the time, and for some rounds however slow the machine is. */
async function rounds(name, share, once) {
  const end = performance.now() + SECONDS * 1000 * share;
  let done = 0;
  for (; done < 20 || performance.now() < end; done += 1) {
    const from = state;
    const start = performance.now();
    try {
      await once();
    } catch (error) {
      error.message += `\n(round ${done} of ${name}; FUZZ_SEED=${from} begins with it)`;
      throw error;
    }
    assert.ok(performance.now() - start < 10_000, `round ${done} of ${name} took too long`);
  }
  counts[name] = done;
}

after(() => console.log(Object.entries(counts).map(([name, n]) => `${name}: ${n} rounds`).join(', ')));

const fragment = (bytes, pack = deflateSync) => `#n1=${pack(bytes).toString('base64url')}`;

test('a link of any JSON is refused, or what a link holds', () =>
  rounds('links', 0.2, async () => {
    const json = Buffer.from(JSON.stringify(value()));
    const held = await taken(() => decode(fragment(json)));
    if (held !== undefined) sound(held);
    const file = await taken(() => decodeFile(new Blob([json])));
    if (held !== undefined) assert.deepEqual(file, held, 'a link and a file say the same');
  }));

const GOOD = JSON.stringify({
  v: 1,
  articles: [{ text: '“It is over,” said Odile Marsh. 🚢', published: '2021-10-04', patch: '{}', view: '{}' }],
  lexicon: '{"schema":"newsmark-lexicon/1"}',
});

test('a link that was changed inside is refused, or what a link holds', () =>
  rounds('changed JSON', 0.2, async () => {
    const bytes = mutated(Buffer.from(GOOD));
    for (const held of [await taken(() => decode(fragment(bytes))), await taken(() => decodeFile(new Blob([bytes])))]) {
      if (held !== undefined) sound(held);
    }
  }));

test('a link that was changed on its way is refused, or still the same', () =>
  rounds('changed links', 0.2, async () => {
    const link = fragment(Buffer.from(GOOD));
    const held = await taken(() => decode(mutated(Buffer.from(link)).toString('latin1')));
    // Behind its checksum a packed text may be followed by what no reader looks at.
    if (held !== undefined) assert.deepEqual(held, shared(JSON.parse(GOOD)));
  }));

test('whatever is shared comes back', () =>
  rounds('there and back', 0.15, async () => {
    const article = { text: Array.from({ length: below(40) }, () => pick(STRINGS.filter((s) => s.length < 99))).join(' ') };
    if (below(2)) article.published = '2021-10-04';
    if (below(2)) article.patch = pick(STRINGS);
    const what = { articles: [article] };
    const made = await encode(what, PAGE);
    if (made.link === undefined) assert.ok(made.tooLong > LINK_LIMIT);
    else {
      assert.ok(made.link.length <= LINK_LIMIT && made.link.length === made.length);
      assert.deepEqual(await decode(new URL(made.link).hash), JSON.parse(JSON.stringify(what)));
    }
    assert.deepEqual(await decodeFile(await encodeFile(what)), what);
  }));

/** What the widget reads its address and storage from. */
const store = new Map();
globalThis.location = { hash: '', href: PAGE, pathname: '/any/where/' };
globalThis.sessionStorage = {
  getItem: (key) => store.get(key) ?? null,
  setItem: (key, text) => store.set(key, text),
  removeItem: (key) => store.delete(key),
};

/** Few bytes that become more than a patch may have. */
const BOMB = deflateRawSync(Buffer.alloc(9 << 20));

test('an element takes of an address the patch that is meant for it, or nothing', () =>
  rounds('fragments of elements', 0.15, async () => {
    const patch = pick(STRINGS);
    const address = await linkWith('key', patch);
    if (address === undefined) return;
    location.hash = new URL(address).hash;
    assert.equal(await linked('key'), patch.toWellFormed());
    assert.equal(await linked('another'), undefined);
    location.hash = mutated(Buffer.from(location.hash)).toString('latin1');
    const changed = await linked('key');
    assert.ok(changed === undefined || typeof changed === 'string');
    const packed = below(9) ? mutated(deflateRawSync(Buffer.from(GOOD))) : BOMB;
    location.hash = location.hash.replace(/\..*$/s, `.${packed.toString('base64url')}`);
    const other = await linked('key');
    assert.ok(other === undefined || (typeof other === 'string' && other.length <= 8 << 20));
  }));

test('an element takes of its storage what it wrote, or nothing', () =>
  rounds('storage', 0.1, () => {
    store.set('key', mutated(Buffer.from(JSON.stringify(below(2) ? value() : { patch: '{}', text: 'a' }))).toString());
    const held = kept('session', 'key');
    if (held !== undefined) {
      assert.deepEqual(Object.keys(held).filter((name) => !['patch', 'text'].includes(name)), []);
      assert.ok(Object.values(held).every((text) => typeof text === 'string'));
      assert.ok(keep('session', 'key', held));
      assert.deepEqual(kept('session', 'key'), held);
    }
    assert.equal(keep('none', 'key', { patch: '{}' }), false);
  }));

