/** Uses the package as a strict program does; the compiler is the test. */
import { addCorrection, annotate, applyCorrections, exportAs, init, NewsmarkError, optionsFor, version } from 'newsmark';
import type { Corrected, Entity, ExportFormat, Options, Patch, Report, Span } from 'newsmark';
import { createWorker, NewsmarkError as Same } from 'newsmark/worker';
import type { Annotator } from 'newsmark/worker';

const options: Options = { published: '2021-10-04', types: ['date', 'person'], unit: 'utf16' };

export async function days(text: string): Promise<string[]> {
  await init({ knowledge: true, core: new Uint8Array(4) });
  const report: Report = await annotate(text, options);
  const spans: Span[] = report.dates.map(({ span }) => span);
  const people: Entity[] = report.entities.filter(({ type }) => type === 'person');
  return [version, ...people.map(({ name }) => name), ...spans.map(({ start, end }) => text.slice(start, end))];
}

export async function inThread(text: string): Promise<number> {
  const worker: Annotator = createWorker({ names: '/names.bin' });
  try {
    const { document } = await worker.annotate(text);
    return document.published.candidates.length;
  } catch (error) {
    if (error instanceof NewsmarkError || error instanceof Same) return error.code.length;
    throw error;
  } finally {
    worker.close();
  }
}

export async function page(text: string, format: ExportFormat): Promise<string | undefined> {
  const report = await annotate(text);
  const patch: Patch = await addCorrection(text, report, undefined, { op: 'setPublished', value: '2021-10-04' });
  const again: Corrected = await applyCorrections(text, await annotate(text, await optionsFor(text, patch)), patch);
  const { files, leftOut } = await exportAs(text, again.report, format, { title: 'An article' });
  return leftOut.length > 0 ? leftOut[0]?.reason : files[0]?.text;
}

// @ts-expect-error: an option that is not known
void annotate('A mill.', { publishd: '2021-10-04' });
// @ts-expect-error: a text that is none
void annotate(17);
// @ts-expect-error: no source
void init({ core: 17 });
// @ts-expect-error: no format
void annotate('A mill.').then((report) => exportAs('A mill.', report, 'docx'));
