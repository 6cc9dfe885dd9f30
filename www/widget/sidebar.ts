/** The page's own sidebar, a module that comes where the layout shows it. */
import { compiled, fetched } from '../package/load.ts';
import start, { Aside } from '../pkg/aside/aside.js';

/** What a sidebar asks of the element. */
export type AsideHost = {
  /** Selects a mark, or none. */
  select(id: string | null): void;
  /** Shows words that no mark stands on, in UTF-16 units of the text. */
  reveal(start: number, end: number): void;
  /** A screen reader should say this. */
  say(words: string): void;
};

let loading: Promise<void> | undefined;

/** A sidebar in `root`; rejects where its module does not come. */
export async function createAside(root: HTMLElement, host: AsideHost): Promise<Aside> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  await loading;
  return new Aside(root, host);
}

async function load(): Promise<void> {
  const module = await compiled('aside_bg.wasm', new URL('./aside_bg.wasm', import.meta.url), fetched);
  await start({ module_or_path: module });
}

export type { Aside };
