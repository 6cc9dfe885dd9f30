/** What the build writes into the package's code (`rolldown.config.ts`). */
declare const NEWSMARK_VERSION: string;
declare const NEWSMARK_HASHES: Readonly<Record<FileName, string>>;

/** The files beside the code that it reads. */
export type FileName = 'core_bg.wasm' | 'edit_bg.wasm' | 'aside_bg.wasm' | 'names.bin' | 'weights.bin';

/** The crate's version. */
export const version: string = NEWSMARK_VERSION;

/** The SHA-384 of a file, as `integrity` attributes name it. */
export const integrity = (file: FileName): string => NEWSMARK_HASHES[file];
