/** Reads every golden article and relative time while the clock says `process.argv[2]`, and prints a
 * hash of all reports. The zone is the environment's. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';

const now = new Date(process.argv[2]).getTime();
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length ? given : [now]));
  }
  static now() {
    return now;
  }
};
const { annotate, initSync } = await import('../../www/pkg/core/core.js');
const file = (path) => new URL(`../../${path}`, import.meta.url);
initSync({ module: await readFile(file('www/pkg/core/core_bg.wasm')) });
const hash = createHash('sha256');
const read = (text, options) => hash.update(JSON.stringify(annotate(text, options)));
for (const name of (await readdir(file('tests/golden'))).sort()) {
  if (!name.endsWith('.txt')) continue;
  const text = await readFile(file(`tests/golden/${name}`), 'utf8');
  read(text, {});
  read(text, { published: '2021-10-04' });
}
for (const line of (await readFile(file('tests/dates/relative.tsv'), 'utf8')).split('\n')) {
  const [text] = line.replaceAll(/[⟦⟧]/g, '').split('\t');
  if (text) for (const published of [undefined, '2021-10-09']) read(text, { published });
}
console.log(`${new Date().getFullYear()} ${hash.digest('hex')}`);
