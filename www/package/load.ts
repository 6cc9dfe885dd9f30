/** The files of the package, from beside its code or from where the program says. */
import type { Lesson } from '../engine.ts';
import { canHash, hash } from '../fetch.ts';
import { type FileName, integrity, version } from './built.ts';
import { NewsmarkError } from './error.ts';
import type { Source, Sources } from './types/index.d.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads what is at an address; `check` is a hash that it may leave to whoever reads. */
export type Read = (address: URL | string, check: string | undefined) => Promise<Response | Bytes>;

/** What an engine starts with. */
export type Loaded = { core: WebAssembly.Module; lesson: Lesson | undefined };

/**
 * Loads everything at once. Addresses are written out, each in one piece: bundlers look for exactly this
 * to find the files.
 */
export async function load(sources: Sources, read: Read): Promise<Loaded> {
  const knows = sources.knowledge !== false;
  const [core, names, weights] = await Promise.all([
    compiled('core_bg.wasm', sources.core ?? new URL('./core_bg.wasm', import.meta.url), read),
    knows ? bytes('names.bin', sources.names ?? new URL('./names.bin', import.meta.url), read) : undefined,
    knows ? bytes('weights.bin', sources.weights ?? new URL('./weights.bin', import.meta.url), read) : undefined,
  ]);
  const lesson = names !== undefined && weights !== undefined ? { names, weights } : undefined;
  return { core, lesson };
}

/** A wasm file, ready to be started. */
export async function compiled(file: FileName, source: Source, read: Read): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  const content = await bytes(file, source, read);
  try {
    return await WebAssembly.compile(content);
  } catch (error) {
    // Bytes that the program gave, or a policy of the page's that allows no wasm.
    throw new NewsmarkError('not-loaded', `${file} cannot be compiled (${String(error)})`);
  }
}

/** The content of one of the files. */
export async function bytes(file: FileName, source: Source, read: Read): Promise<Bytes> {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
  }
  if (typeof source === 'string' || source instanceof URL) {
    // Where the code cannot work out hashes, whoever fetches the file can.
    const came = await read(source, canHash() ? undefined : integrity(file));
    return checked(file, String(source), came instanceof Response ? await body(came) : came);
  }
  if (source instanceof Response) return checked(file, source.url || 'what the program gave', await body(source));
  throw new NewsmarkError('bad-option', `${file}: neither an address nor bytes nor an answer`);
}

async function body(response: Response): Promise<Bytes> {
  if (!response.ok) {
    throw new NewsmarkError('not-loaded', `${response.url}: ${response.status} ${response.statusText}`.trimEnd());
  }
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new NewsmarkError('not-loaded', `${response.url} did not come to its end (${String(error)})`);
  }
}

async function checked(file: FileName, where: string, content: Bytes): Promise<Bytes> {
  if (!canHash() || (await hash(content)) === integrity(file)) return content;
  // Some servers answer with a page where a file is missing.
  const hint = content[0] === '<'.charCodeAt(0) ? '; it looks like a page' : '';
  throw new NewsmarkError('wrong-file', `${where} is not ${file} of newsmark ${version}${hint}`);
}

/** Reads by `fetch`. */
export async function fetched(address: URL | string, check: string | undefined): Promise<Response> {
  try {
    return await fetch(address, check === undefined ? {} : { integrity: check });
  } catch (error) {
    throw new NewsmarkError('not-loaded', `${String(address)} did not come (${String(error)})`);
  }
}
