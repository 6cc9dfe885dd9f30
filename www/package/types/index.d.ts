/**
 * newsmark reads a news article and marks its people, organisations, places, dates, amounts and quotes,
 * on the device it runs on. What a report holds is said with the types below; `docs/package.md` of the
 * repository has the ways to load this package.
 */
import type { Corrected, CorrectionRequest, Exported, ExportFormat, ExportOptions } from '../../../src/edit/types.d.ts';
import type { Lexicon, Options, Patch, Report } from '../../../src/wasm/types.d.ts';

export type * from '../../../src/edit/types.d.ts';
export type * from '../../../src/wasm/types.d.ts';

/** What the program's libraries call so; nothing where they do not know it, as Node has no `Response` without its types. */
type Known<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer T }> ? T : never;

/** An object at least: the declaration of `WebAssembly.Module` has no members, and would take anything. */
type CompiledModule = typeof globalThis extends { WebAssembly: Record<'Module', { prototype: infer T }> }
  ? T & object
  : never;

/**
 * Where a file of this package is: its address, its bytes, an answer that holds it, or, for the wasm
 * files, the compiled module. In Node a string that is no `https:` or `file:` address is a path.
 * What comes from an address must be the file of this version; bytes and modules are taken as they are.
 */
export type Source = string | Known<'URL'> | Known<'Response'> | ArrayBuffer | ArrayBufferView | CompiledModule;

/** Where the files are, for programs whose bundler does not find them by itself. */
export type Sources = {
  /** `newsmark/core_bg.wasm`: what reads articles. */
  core?: Source,
  /** `newsmark/names.bin`: the second part of the gazetteers. */
  names?: Source,
  /** `newsmark/weights.bin`: the model that decides on names. */
  weights?: Source,
  /** `newsmark/edit_bg.wasm`: what corrects and exports. It is not loaded before it is needed. */
  edit?: Source,
  /** False to do without `names` and `weights`: less to load, and names are read by rules only. */
  knowledge?: boolean,
};

/** How to make a call. */
export type Call = {
  /** Takes the call back: it rejects with the code `aborted`. */
  signal?: Known<'AbortSignal'>,
};

/**
 * Annotates `text`. The first call loads what is needed, once; calls may overlap. Spans count
 * `options.unit`: UTF-16 code units unless told otherwise, as strings do here. Equal text, options and
 * version give an equal report.
 *
 * Rejects with a `NewsmarkError`: `too-long`, `bad-date`, `bad-option`, `aborted`, `not-loaded`,
 * `wrong-file`, `bad-knowledge` or `crashed`.
 */
export function annotate(text: string, options?: Options, call?: Call): Promise<Report>;

/**
 * Loads what `annotate` needs, before the first article is there or from elsewhere. What was said first
 * counts: a later call waits for the same. After a failure the next call tries again.
 *
 * Rejects with a `NewsmarkError`: `not-loaded`, `wrong-file` or `bad-knowledge`.
 */
export function init(sources?: Sources): Promise<void>;

/**
 * `report`, the answer about `text` with all types, in another format. The first call of this and of what
 * follows loads `newsmark/edit_bg.wasm`, which `annotate` does without.
 *
 * Rejects with a `NewsmarkError`: `bad-report`, `bad-format`, `bad-option`, `not-loaded` or `wrong-file`.
 */
export function exportAs(text: string, report: Report, format: ExportFormat, options?: ExportOptions): Promise<Exported>;

/**
 * The report with the corrections of `patch`, and what became of each. `report` is the answer about `text`
 * with all types; where the text has changed since a correction was made, its words are looked for.
 *
 * Rejects with a `NewsmarkError`: `bad-report`, `bad-patch`, `not-loaded` or `wrong-file`.
 */
export function applyCorrections(text: string, report: Report, patch: Patch): Promise<Corrected>;

/**
 * `patch` with one correction more, or a new one. The request names what is meant by ids and spans of
 * `report`, which is the one with the corrections of `patch` applied.
 *
 * Rejects with a `NewsmarkError`: `bad-report`, `bad-patch`, `bad-request`, `unknown-id`, `unfit`, `bad-value`,
 * `bad-span`, `too-many`, `not-loaded` or `wrong-file`.
 */
export function addCorrection(text: string, report: Report, patch: Patch | undefined, request: CorrectionRequest): Promise<Patch>;

/**
 * What to call `annotate` with so that it reads what a reader's corrections and names say: `options`, and
 * with them the publication date and the blocks of `patch`, and the names of `lexicon`.
 *
 * Rejects with a `NewsmarkError`: `bad-patch`, `bad-lexicon`, `bad-option`, `not-loaded` or `wrong-file`.
 */
export function optionsFor(text: string, patch: Patch, options?: Options, lexicon?: Lexicon): Promise<Options>;

/** The version of this package, which is that of the engine in every report. */
export const version: string;

/** Why a call could not be answered. Analysis itself cannot fail: a text that no rule knows has no marks. */
export class NewsmarkError extends Error {
  /**
   * For programs, and stable; the message is for people.
   * - `too-long`: the text is longer than `options.maxBytes`
   * - `bad-date`: `options.published` is no day
   * - `bad-option`: an option that is not known, or of the wrong form; also a text that is no string
   * - `aborted`: the call's signal took it back
   * - `not-loaded`: a file of this package did not come: it is missing there, or the network is
   * - `wrong-file`: what came is not the file of this version
   * - `bad-knowledge`: `names` and `weights` are no such files, or of another version
   * - `bad-report`, `bad-patch`, `bad-lexicon`, `bad-format`: no such thing, or of another version
   * - `bad-request`, `unknown-id`, `unfit`, `bad-value`, `bad-span`, `too-many`: a correction that cannot be made
   * - `crashed`: the engine broke; a worker is replaced by itself
   * - `timeout`, `unavailable`, `closed`: only from `newsmark/worker`
   */
  readonly code: string;
  constructor(code: string, message: string);
}
