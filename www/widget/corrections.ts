/** What a reader has corrected in one article, and the module that applies it. */
import type { Corrected as Wire, CorrectionRequest, Exported } from '../../src/edit/types.d.ts';
import type { Options, Patch, Report } from '../../src/wasm/types.d.ts';
import { NewsmarkError } from '../package/error.ts';
import { edit } from './edit.ts';
import { History } from './history.ts';
import type { Reading } from './reading.ts';

/** What became of the corrections of an imported patch: their ids. */
export type AnchorReport = { applied: string[]; reanchored: string[]; orphans: { id: string; reason: string }[] };

type Corrected = Omit<Wire, 'report'> & { report: Report };

/** The corrections of an element. The module comes with the first one. */
export class Corrections {
  readonly #history = new History();

  get isEmpty(): boolean {
    return this.#history.isEmpty;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** All of them, as JSON. */
  get json(): string {
    return this.#history.patch;
  }

  get patch(): Patch {
    return JSON.parse(this.#history.patch) as Patch;
  }

  /** Begins with others, or none. */
  begin(patch?: string): void {
    this.#history.begin(patch);
  }

  /** The same, with what may be anything: it is checked as a whole, or not taken. Whether it was. */
  async take(patch: string): Promise<boolean> {
    try {
      this.#history.begin((await edit()).joined(new History().patch, patch));
      return true;
    } catch {
      return false;
    }
  }

  undo(): boolean {
    return this.#history.undo();
  }

  redo(): boolean {
    return this.#history.redo();
  }

  /** Corrects something in `reading`, if `allows` does. Whether it did. */
  async add(reading: Reading, op: CorrectionRequest, allows: (patch: Patch) => boolean): Promise<boolean> {
    const { corrected } = await edit();
    const request = JSON.stringify({ at: new Date().toISOString(), ...op });
    const patch = refusing(() => corrected(reading.text, JSON.stringify(reading.report), this.#history.patch, request));
    if (!allows(JSON.parse(patch) as Patch)) return false;
    this.#history.step(patch);
    return true;
  }

  /** Adds those of a patch, as one step. */
  async join(patch: string): Promise<void> {
    const { joined } = await edit();
    this.#history.step(refusing(() => joined(this.#history.patch, patch)));
  }

  /** What is to be asked of the core, so that it reads what was corrected. */
  async optionsFor(text: string, options: Options): Promise<Options> {
    if (this.isEmpty) return options;
    const { optionsFor } = await edit();
    return JSON.parse(refusing(() => optionsFor(text, this.#history.patch, '', JSON.stringify(options)))) as Options;
  }

  /** A report with all that hold; `base` is the core's. */
  async applied(text: string, base: string): Promise<Pick<Corrected, 'report' | 'unread'>> {
    return this.isEmpty ? { report: JSON.parse(base) as Report, unread: false } : this.#corrected(text, base);
  }

  /** Which of them have found their place. */
  async anchored(text: string, base: string): Promise<AnchorReport> {
    const { applied, reanchored, orphans } = await this.#corrected(text, base);
    const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
    return { applied: ids(applied), reanchored: ids(reanchored), orphans };
  }

  async #corrected(text: string, base: string): Promise<Corrected> {
    const { correct } = await edit();
    return JSON.parse(refusing(() => correct(text, base, this.#history.patch))) as Corrected;
  }
}

/** An article in a format. */
export async function exported({ text, report }: Reading, format: string, options: object): Promise<Exported> {
  const { exported } = await edit();
  return JSON.parse(refusing(() => exported(text, JSON.stringify(report), format, JSON.stringify(options)))) as Exported;
}

/** What the module throws, with its code. */
function refusing<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new NewsmarkError(String(error.code), error.message);
    throw error;
  }
}
