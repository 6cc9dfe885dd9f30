/** Links and files: what comes back of them, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { importBundle } from '../support/typescript.mjs';

const { LINK_LIMIT, decode, decodeFile, encode, encodeFile } = await importBundle(
  new URL('../../www/share.ts', import.meta.url),
);

const PAGE = 'https://news.example/any/where/';
const ARTICLE = {
  text: 'Ferry to Larkhaven stops\n\n“It is over,” said Odile Marsh. 🚢 e\u0301 \u05d0\u05d1 \u0000 \ud800.\r\n',
  published: '2021-10-04',
  patch: '{"schema":"newsmark-patch/1","corrections":[ 1.0 ]}',
  view: '{"done":["q1"]}',
};
const STATE = { articles: [ARTICLE, { text: '' }], lexicon: '{"schema":"newsmark-lexicon/1"}' };

/** A fragment as ours, of any JSON or bytes. */
const fragmentOf = (value, pack = deflateSync) => {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
  return `#n1=${pack(bytes).toString('base64url')}`;
};
const fileOf = (value) => new Blob([Buffer.isBuffer(value) ? value : JSON.stringify(value)]);
const refusal = (code) => (error) => {
  assert.equal(error.name, 'Refused', error.stack);
  assert.equal(error.code, code);
  assert.ok(error.message.length > 5 && error.message.length < 100, error.message);
  return true;
};
/** A generator of numbers from 0 below `n`, the same in each run (mulberry32). */
const numbers = (seed) => (n) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
};
const incompressible = (length) => {
  const below = numbers(length);
  return Array.from({ length }, () => String.fromCharCode(33 + below(90))).join('');
};

test('a link gives back what it was made of, to the last unit', async () => {
  const { link, length } = await encode(STATE, PAGE);
  assert.equal(link.length, length);
  assert.match(link, /^https:\/\/news\.example\/any\/where\/#n1=[\w-]+$/);
  assert.deepEqual(await decode(new URL(link).hash), STATE);
});

test('a link is the same each time, and of its length for every rest of three', async () => {
  for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde']) {
    const { link, length } = await encode({ articles: [{ text }] }, PAGE);
    assert.equal(link.length, length);
    assert.equal((await encode({ articles: [{ text }] }, PAGE)).link, link);
    assert.equal((await decode(new URL(link).hash)).articles[0].text, text);
  }
});

test('a link has nothing of the address behind ? and #, and nothing of the text before #', async () => {
  const { link } = await encode(STATE, `${PAGE}?from=elsewhere#n1=old`);
  const { pathname, search } = new URL(link);
  assert.deepEqual([pathname, search], ['/any/where/', '']);
  assert.ok(link.startsWith(`${PAGE}#n1=`));
});

test('a link is at most as long as the limit; above, its length is told', async () => {
  let longest = 0;
  const text = incompressible(7400);
  for (let size = 6900; size < 7400; size += 1) {
    const made = await encode({ articles: [{ text: text.slice(0, size) }] }, PAGE);
    if (made.link === undefined) {
      assert.equal(made.limit, LINK_LIMIT);
      assert.ok(made.tooLong > LINK_LIMIT && made.tooLong < LINK_LIMIT + 10, `${made.tooLong}`);
      break;
    }
    longest = made.length;
    assert.ok(made.length <= LINK_LIMIT);
  }
  assert.ok(longest > LINK_LIMIT - 10, `${longest}`);
});

test('a text that packs well but would not be opened again becomes no link', async () => {
  const made = await encode({ articles: [{ text: 'mill '.repeat(500_000) }] }, PAGE);
  assert.ok(made.tooLong > 2_000_000);
  const opened = { articles: [{ text: 'mill '.repeat(390_000) }] };
  assert.deepEqual(await decode(new URL((await encode(opened, PAGE)).link).hash), opened);
});

test('an address that is no link of ours is none', async () => {
  for (const fragment of ['', '#', '#main', '#n=', '#nx=abc', '#N1=abc', 'n1=abc', '#m1=abc', '#n1']) {
    assert.equal(await decode(fragment), undefined, fragment);
  }
});

test('a link of a newer version, outside or inside, says so', async () => {
  await assert.rejects(decode('#n2=abcd'), refusal('newer'));
  await assert.rejects(decode('#n10='), refusal('newer'));
  await assert.rejects(decode(fragmentOf({ v: 2, letters: [] })), refusal('newer'));
  await assert.rejects(decodeFile(fileOf({ v: 7 })), refusal('newer'));
});

const whole = fragmentOf({ v: 1, articles: [ARTICLE] });
const damaged = {
  'is empty': '#n1=',
  'has a version that never was': '#n0=abcd',
  'has a version written otherwise': `#n01=${whole.slice(4)}`,
  'has another alphabet': `${whole.slice(0, -2)}+/`,
  'has a space': `${whole.slice(0, 20)} ${whole.slice(20)}`,
  'has a full stop at its end': `${whole}.`,
  'is padded': `${whole}=`,
  'is packed in another way': fragmentOf({ v: 1, articles: [ARTICLE] }, deflateRawSync),
  'is not packed': `#n1=${Buffer.from('{"v":1}').toString('base64url')}`,
  'is not UTF-8': fragmentOf(Buffer.from([0x22, 0xff, 0x22])),
  'has a surrogate in UTF-8': fragmentOf(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])),
  'is not JSON': fragmentOf(Buffer.from('{"v":1,"articles":[}')),
  'is an empty text': fragmentOf(Buffer.alloc(0)),
  'is nested without end': fragmentOf(Buffer.from('['.repeat(1_900_000))),
};
for (const [how, fragment] of Object.entries(damaged)) {
  test(`a link that ${how} is refused`, () => assert.rejects(decode(fragment), refusal('damaged')));
}

test('a link that was cut anywhere is refused', async () => {
  for (let end = 5; end < whole.length; end += 1) {
    await assert.rejects(decode(whole.slice(0, end)), refusal('damaged'), `cut at ${end}`);
  }
});

const proto = JSON.parse('{"v":1,"articles":[{"text":"x"}],"__proto__":{"text":"y"}}');
const wrong = {
  null: null,
  'a number': 1,
  'a list': [],
  'no version': { articles: [ARTICLE] },
  'a version in words': { v: '1', articles: [ARTICLE] },
  'half a version': { v: 1.5, articles: [ARTICLE] },
  'an inherited version': JSON.parse('{"__proto__":{"v":1},"articles":[]}'),
  'no articles': { v: 1 },
  'an empty list': { v: 1, articles: [] },
  'articles in an object': { v: 1, articles: { 0: ARTICLE, length: 1 } },
  'an article that is null': { v: 1, articles: [null] },
  'an article that is a list': { v: 1, articles: [['text']] },
  'an article without text': { v: 1, articles: [{ published: '2021-10-04' }] },
  'a text that is a number': { v: 1, articles: [{ text: 1 }] },
  'a text that is null': { v: 1, articles: [{ text: null }] },
  'a date that is none': { v: 1, articles: [{ text: '', published: '4 Oct.' }] },
  'a date with a line after it': { v: 1, articles: [{ text: '', published: '021-10-04\n' }] },
  'a patch that is an object': { v: 1, articles: [{ text: '', patch: {} }] },
  'another field': { v: 1, articles: [ARTICLE], settings: '{}' },
  'another field of an article': { v: 1, articles: [{ ...ARTICLE, id: '1' }] },
  'a prototype': proto,
  'a prototype of an article': { v: 1, articles: [JSON.parse('{"text":"x","__proto__":{}}')] },
  'an inherited name': { v: 1, articles: [ARTICLE], toString: 'x' },
  'a lexicon that is a list': { v: 1, articles: [ARTICLE], lexicon: [] },
};
for (const [what, value] of Object.entries(wrong)) {
  test(`a link and a file that hold ${what} are refused`, async () => {
    await assert.rejects(decode(fragmentOf(value)), refusal('wrong-shape'));
    await assert.rejects(decodeFile(fileOf(value)), refusal('wrong-shape'));
    assert.equal({}.text, undefined);
  });
}

test('no message repeats what was refused', async () => {
  const value = { v: 1, articles: [{ text: '', 'Call 555 for your text': '' }] };
  await assert.rejects(decode(fragmentOf(value)), ({ message }) => !/Call/.test(message));
});

test('what is too large is refused before it is whole', async () => {
  const bomb = fragmentOf(Buffer.alloc(5_900_000, ' '));
  assert.ok(bomb.length < LINK_LIMIT, 'it is no longer than a link may be');
  await assert.rejects(decode(bomb), refusal('too-large'));
  await assert.rejects(decode(`#n1=${'A'.repeat(LINK_LIMIT)}`), refusal('too-large'));
  const patch = '1'.repeat((1 << 20) + 1);
  await assert.rejects(decode(fragmentOf({ v: 1, articles: [{ text: '', patch }] })), refusal('too-large'));
  const articles = Array.from({ length: 1001 }, () => ({ text: '' }));
  await assert.rejects(decode(fragmentOf({ v: 1, articles })), refusal('too-large'));
  await assert.rejects(decodeFile(new Blob([Buffer.alloc(20_000_001, ' ')])), refusal('too-large'));
});

test('no more is read than the limit, however much would come', async () => {
  let produced = 0;
  const Real = globalThis.DecompressionStream;
  globalThis.DecompressionStream = class {
    writable = new WritableStream();
    readable = new ReadableStream({
      pull: (controller) => {
        produced += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
  };
  try {
    await assert.rejects(decode(whole), refusal('too-large'));
  } finally {
    globalThis.DecompressionStream = Real;
  }
  assert.ok(produced <= 2_500_000, `${produced}`);
});

test('a stream that never ends is given up', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const Real = globalThis.DecompressionStream;
  globalThis.DecompressionStream = class {
    writable = new WritableStream();
    readable = new ReadableStream();
  };
  try {
    const opening = assert.rejects(decode(whole), refusal('too-slow'));
    t.mock.timers.tick(5001);
    await opening;
  } finally {
    globalThis.DecompressionStream = Real;
  }
});

test('where the browser cannot compress it says so', async () => {
  const { CompressionStream, DecompressionStream } = globalThis;
  delete globalThis.CompressionStream;
  delete globalThis.DecompressionStream;
  try {
    await assert.rejects(encode(STATE, PAGE), refusal('unavailable'));
    await assert.rejects(decode(whole), refusal('unavailable'));
    assert.deepEqual(await decodeFile(await encodeFile(STATE)), STATE, 'files need none of it');
  } finally {
    Object.assign(globalThis, { CompressionStream, DecompressionStream });
  }
});

test('what could not be opened again is not shared', async () => {
  await assert.rejects(encode({ articles: [] }, PAGE), refusal('wrong-shape'));
  await assert.rejects(encode({ articles: [{ text: 'x', id: '1' }] }, PAGE), refusal('wrong-shape'));
  await assert.rejects(encodeFile({ articles: [{ text: 'x', published: 'today' }] }), refusal('wrong-shape'));
});

test('a file gives back what it was made of, in the same bytes', async () => {
  const file = await encodeFile(STATE);
  assert.equal(file.type, 'application/json');
  assert.deepEqual(await decodeFile(file), STATE);
  assert.equal(await (await encodeFile(await decodeFile(file))).text(), await file.text());
  // Editors put a byte order mark before it.
  assert.deepEqual(await decodeFile(new Blob(['\ufeff', file])), STATE);
});

test('a file that cannot be read, is cut or no file of ours is refused', async () => {
  const gone = fileOf({});
  gone.arrayBuffer = () => Promise.reject(new Error('it was moved'));
  await assert.rejects(decodeFile(gone), refusal('damaged'));
  const text = await (await encodeFile(STATE)).text();
  for (let end = 0; end < text.length - 2; end += 7) {
    await assert.rejects(decodeFile(new Blob([text.slice(0, end)])), refusal('damaged'));
  }
  await assert.rejects(decodeFile(fileOf(Buffer.from([0xff, 0xfe, 0]))), refusal('damaged'));
});

test('20,000 links with changes at random are refused, or say what was shared', async () => {
  const below = numbers(20_261_127);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const ways = [
    (text, at) => text.slice(0, at) + alphabet[below(64)] + text.slice(at + 1),
    (text, at) => text.slice(0, at) + text.slice(at + 1),
    (text, at) => text.slice(0, at) + alphabet[below(64)] + text.slice(at),
    (text, at) => text.slice(0, at) + text.slice(at, at + below(20)) + text.slice(at),
    (text, at) => text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
    (text, at) => text.slice(0, at) + String.fromCharCode(below(0x500)) + text.slice(at + 1),
  ];
  const codes = new Map();
  for (let run = 0; run < 20_000; run += 1) {
    let body = whole.slice(4);
    for (let times = 1 + below(3); times > 0; times -= 1) body = ways[below(ways.length)](body, below(body.length));
    const said = await decode(`#n1=${body}`).catch((error) => {
      assert.equal(error.name, 'Refused', error.stack);
      return error.code;
    });
    if (typeof said === 'object') assert.deepEqual(said, { articles: [ARTICLE] }, 'never another text');
    const key = typeof said === 'object' ? 'opened' : said;
    codes.set(key, (codes.get(key) ?? 0) + 1);
  }
  assert.ok(codes.get('damaged') > 19_000, JSON.stringify([...codes]));
});

test('5,000 envelopes with changes at random inside are refused, or of the right shape', async () => {
  const below = numbers(7);
  const json = JSON.stringify({ v: 1, articles: [ARTICLE, { text: 'x' }], lexicon: '{}' });
  const pieces = ['{', '}', '[', ']', '"', ',', ':', 'null', '1e999', '-0', '"text"', '"v"', '\\u0000', '__proto__', ' '];
  const allowed = { text: true, published: true, patch: true, view: true };
  const codes = new Map();
  for (let run = 0; run < 5000; run += 1) {
    let text = json;
    for (let times = 1 + below(4); times > 0; times -= 1) {
      const at = below(text.length);
      text = text.slice(0, at) + pieces[below(pieces.length)] + text.slice(at + below(8));
    }
    const said = await decode(fragmentOf(Buffer.from(text))).catch((error) => {
      assert.equal(error.name, 'Refused', error.stack);
      return error.code;
    });
    if (typeof said === 'object') {
      for (const article of said.articles) {
        assert.equal(typeof article.text, 'string');
        for (const [name, value] of Object.entries(article)) assert.ok(allowed[name] && typeof value === 'string');
      }
    }
    const key = typeof said === 'object' ? 'opened' : said;
    codes.set(key, (codes.get(key) ?? 0) + 1);
  }
  for (const code of ['opened', 'damaged', 'wrong-shape']) assert.ok(codes.get(code) > 10, JSON.stringify([...codes]));
});
