/** What is promised has tests, by the names that are written beside it: `docs/promises.md` and the help pages. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const PATH = /^[\w/.-]+\.(?:test\.mjs|rs|py)$/;

/** The names of tests in `code`, as patterns: what is filled in may be anything. */
function testsIn(path, code) {
  if (path.endsWith('.rs')) return [...code.matchAll(/^\s*#\[test\]\n\s*fn (\w+)\(/gm)].map(([, name]) => new RegExp(`^${name}$`));
  if (path.endsWith('.py')) return [...code.matchAll(/^def (\w+)\(article\)/gm)].map(([, name]) => new RegExp(`^${name}$`));
  // What is checked after each test of a file has the words that say so.
  const after = [...code.matchAll(/^afterEach\(.*?^\}\);/gms)].flatMap(([hook]) => [...hook.matchAll(/'([^']+)'\);/g)].map(([, words]) => new RegExp(`^${words}$`)));
  return after.concat([...code.matchAll(/(?<![\w.])test\((['`])((?:\\.|(?!\1).)+)\1/g)].map(([, quote, name]) => {
    const parts = quote === '`' ? name.split(/\$\{[^}]*\}/) : [name];
    return new RegExp(`^${parts.map((part) => part.replace(/\\(['`])/g, '$1').replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
  }));
}

/** Names of tests that `said` lists, `[path, name]`, which are not there. */
async function missing(said) {
  const found = [];
  for (const [path, name] of said) {
    const code = await read(path).catch(() => undefined);
    if (code === undefined) found.push(`${path} is not there`);
    else if (!testsIn(path, code).some((pattern) => pattern.test(name))) found.push(`${path} has no test “${name}”`);
  }
  return found;
}

/** What a row names, in order: paths and the names behind them. */
function named(spans) {
  const said = [];
  let path;
  for (const span of spans) {
    if (PATH.test(span)) path = span;
    else if (path !== undefined) said.push([path, span]);
  }
  return said;
}

test('every promise of docs/promises.md has tests, and they are there', async () => {
  const rows = [...(await read('docs/promises.md')).matchAll(/^\| (\d+) \| (.+?) \| (.+) \|$/gm)];
  assert.deepEqual(rows.map(([, number]) => Number(number)), Array.from({ length: 15 }, (_, n) => n + 1));
  for (const [, number, , tests] of rows) {
    const said = named([...tests.matchAll(/`([^`]+)`/g)].map(([, span]) => span));
    assert.ok(said.length > 0, `promise ${number} names no test`);
    assert.deepEqual(await missing(said), [], `promise ${number}`);
  }
});

for (const page of ['help.html', 'help.de.html']) {
  test(`the tests that ${page} names are there`, async () => {
    const html = (await read(page)).replace(/\s+/g, ' ');
    const promises = [.../<ol class="promises">(.*?)<\/ol>/.exec(html)[1].matchAll(/<li>(.*?)<\/li>/g)].map(([, row]) => row);
    assert.ok(promises.length >= 10, `${promises.length}`);
    for (const row of promises) {
      const said = named([...row.matchAll(/<(?:code|q(?: lang="en")?)>(.*?)<\/(?:code|q)>/g)].map(([, span]) => span));
      assert.ok(said.length > 0, row);
      assert.deepEqual(await missing(said), []);
    }
  });
}

test('a file or a test that is not there would be missed', async () => {
  const said = named(['tests/hostile.rs', 'no_such_test', 'tests/no-such.test.mjs', 'anything', 'tests/exports/pages.py', 'main']);
  assert.equal((await missing(said)).length, 3);
  assert.deepEqual(await missing([['tests/browser/engine.test.mjs', 'a worker that is not the one that was built is refused']]), []);
});

test('the help pages say the limit of all promises, in both languages', async () => {
  const [english, german] = await Promise.all(['help.html', 'help.de.html'].map(async (page) => (await read(page)).replace(/\s+/g, ' ')));
  for (const words of ['whoever hosts this page sees that you opened it', 'They do not see what you paste', 'Extensions of your browser', 'can read the screen', 'does not guess anybody’s gender, origin or mood', 'does not say what is true']) {
    assert.ok(english.includes(words), words);
  }
  for (const words of ['Wer diese Seite bereitstellt, sieht, dass Sie sie geöffnet haben', 'Was Sie einfügen, sieht er nicht', 'Erweiterungen Ihres Browsers', 'können den Bildschirm lesen']) {
    assert.ok(german.includes(words), words);
  }
  const privacy = (await read('docs/book/privacy.md')).replace(/\s+/g, ' ');
  for (const words of ['Whoever hosts a page sees that you opened it', 'other scripts of that page can read what the page shows']) assert.ok(privacy.includes(words), words);
});
