/** Exports and corrections by the package, in Node. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { article, FORMATS, nativeCorrected, nativeExport } from './support/edited.mjs';
import { project, run } from './support/projects.mjs';
import { recipes } from './support/recipes.mjs';

let folder;

before(async () => {
  folder = await project('edit', { 'article.json': JSON.stringify(article) });
});

const START = `
  import { readFileSync } from 'node:fs';
  import { addCorrection, annotate, applyCorrections, exportAs, init, optionsFor } from 'newsmark';
  const [text, options] = JSON.parse(readFileSync('article.json', 'utf8'));
  const report = await annotate(text, options);
  const codeOf = (promise) => promise.then(() => 'none', ({ code }) => code);
`;

/** Runs a script in the project; resolves to what it printed, as JSON. */
async function printed(name, script) {
  await writeFile(join(folder, name), START + script);
  return JSON.parse(await run(folder, process.execPath, name));
}

test('every format is that of the command, to the byte', async () => {
  const script = `
    const formats = ${JSON.stringify(FORMATS)};
    console.log(JSON.stringify(await Promise.all(formats.map((format) => exportAs(text, report, format)))));`;
  const all = await printed('export.mjs', script);
  assert.equal(all.length, FORMATS.length);
  for (const [index, { files, leftOut }] of all.entries()) {
    const texts = Object.fromEntries(files.map(({ ending, text }) => [ending, text]));
    assert.deepEqual(texts, await nativeExport(FORMATS[index]), FORMATS[index]);
    for (const { mediaType } of files) assert.match(mediaType, /^(text|application)\/[\w+.-]+(;|$)/);
    for (const { id, reason } of leftOut) assert.ok(id.length > 1 && reason.length > 3);
  }
});

test('corrections are applied as the command applies them', async () => {
  const script = `
    const person = report.entities.find(({ type, count }) => type === 'person' && count > 1);
    const [date] = report.dates;
    let patch = await addCorrection(text, report, undefined, { op: 'retype', id: person.id, type: 'organisation', all: true });
    const first = await applyCorrections(text, report, patch);
    patch = await addCorrection(text, first.report, patch, { op: 'delete', id: first.report.quotes[0].id });
    patch = await addCorrection(text, first.report, patch, { op: 'setValue', id: date.id, value: '2020-02-29' });
    patch = await addCorrection(text, first.report, patch, { op: 'setPublished', value: '2023-01-02' });
    const corrected = await applyCorrections(text, report, patch);
    const asked = await optionsFor(text, patch, options);
    const again = await applyCorrections(text, await annotate(text, asked), patch);
    console.log(JSON.stringify({ patch, corrected, asked, again }));`;
  const { patch, corrected, asked, again } = await printed('correct.mjs', script);
  assert.deepEqual(patch.corrections.map(({ op }) => op), ['retype', 'delete', 'setValue', 'setPublished']);
  assert.equal(corrected.unread, true, 'another publication date is for the core to read');
  assert.deepEqual(asked, { ...article[1], published: '2023-01-02' });
  assert.equal(again.unread, false);
  assert.equal(again.applied.length, 4);
  assert.deepEqual(again.orphans, []);
  assert.deepEqual(again.report, await nativeCorrected(patch));
});

test('what is documented prints what is documented', async () => {
  await writeFile(join(folder, 'corrected.mjs'), recipes['corrected.mjs']);
  assert.equal(await run(folder, process.execPath, 'corrected.mjs'), 'place true\n');
});

test('what cannot be done has a code, and does no harm', async () => {
  const script = `
    const patch = { schema: 'newsmark-patch/1', corrections: [] };
    const codes = [
      await codeOf(exportAs(text, report, 'html')),
      await codeOf(exportAs(text, report, 'docx')),
      await codeOf(exportAs(text, report, 'html', { titel: 'x' })),
      await codeOf(exportAs(text, { schema: 'other' }, 'html')),
      await codeOf(exportAs(text, undefined, 'html')),
      await codeOf(exportAs(undefined, report, 'html')),
      await codeOf(applyCorrections(text, report, { schema: 'other' })),
      await codeOf(addCorrection(text, report, patch, { op: 'fly' })),
      await codeOf(addCorrection(text, report, patch, { op: 'delete', id: 'm9999' })),
      await codeOf(optionsFor(text, patch, { publishd: 'x' })),
      await codeOf(optionsFor(text, patch, {}, { schema: 'other' })),
      await codeOf(exportAs(text, report, 'md')),
    ];
    console.log(JSON.stringify(codes));`;
  const expected = [
    'none', 'bad-format', 'bad-option', 'bad-report', 'bad-report', 'bad-option', 'bad-patch', 'bad-request',
    'unknown-id', 'bad-option', 'bad-lexicon', 'none',
  ];
  assert.deepEqual(await printed('codes.mjs', script), expected);
});

test('what corrects and exports may be somewhere else, and is told when it is not', async () => {
  const script = `
    const gone = new URL('./nowhere.wasm', import.meta.url);
    await init({ edit: gone });
    const codes = [await codeOf(exportAs(text, report, 'md'))];
    await init({ edit: new URL(import.meta.resolve('newsmark/core_bg.wasm')) });
    codes.push(await codeOf(exportAs(text, report, 'md')));
    await init({ edit: readFileSync(new URL(import.meta.resolve('newsmark/edit_bg.wasm'))) });
    codes.push(await codeOf(exportAs(text, report, 'md')));
    console.log(JSON.stringify(codes));`;
  assert.deepEqual(await printed('elsewhere.mjs', script), ['not-loaded', 'wrong-file', 'none']);
});
