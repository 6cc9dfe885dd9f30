/**
 * What leaves the page because the reader says so: a file to the downloads, or words to the clipboard. Both
 * need no connection and work after the lock, which forbids loading, not handing over.
 */

/** How it went. `handed`: the browser took it; whether the reader then cancels, no page is told. */
export type Handed = { state: 'handed' } | { state: 'refused'; message: string };

/** What the page's Rust code is given, as `files` of its host. To be called from a click or a key only. */
export type Files = {
  /**
   * Hands a file to the browser's downloads.
   *
   * @param stem the name as far as it is the reader's or the text's; what no file name may have is left out
   * @param ending of the name, with its dot
   */
  save(stem: string, ending: string, type: string, content: string | Blob): Handed;
  /** Puts words into the clipboard: plain, and as HTML for programs that take it. */
  copy(plain: string, html?: string): Promise<Handed>;
};

/** Browsers read the Blob some time after the click, and do not say when they have. */
const UNTIL_READ_MS = 60_000;
const NAME_LENGTH = 80;

function save(stem: string, ending: string, type: string, content: string | Blob): Handed {
  try {
    const url = URL.createObjectURL(new Blob([content], { type }));
    const link = document.createElement('a');
    if (!('download' in link)) return refused('this browser does not save files from a page');
    link.href = url;
    link.download = fileName(stem) + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), UNTIL_READ_MS);
    return { state: 'handed' };
  } catch (error) {
    return refused(error);
  }
}

/** `stem` without what could hide the ending, name a folder or be refused by a system. Never empty. */
export function fileName(stem: string): string {
  const words = stem
    .replace(/[\p{C}\p{Z}<>:"/\\|?*]+/gu, ' ')
    // By code points, so that no character is cut in two.
    .replace(new RegExp(`^[ .]*(.{0,${NAME_LENGTH}}).*$`, 'su'), '$1')
    .replace(/[ .]+$/, '');
  // The names of devices on Windows, whatever their ending.
  return /^(con|prn|aux|nul|com\d|lpt\d)?(\.|$)/i.test(words) ? `newsmark ${words}`.trim() : words;
}

async function copy(plain: string, html?: string): Promise<Handed> {
  try {
    await write(plain, html);
    return { state: 'handed' };
  } catch (error) {
    return command(plain, html) ? { state: 'handed' } : refused(error);
  }
}

function write(plain: string, html?: string): Promise<void> {
  // Missing where the connection is not secure.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) throw new Error('this browser has no clipboard for this page');
  if (html === undefined || !('ClipboardItem' in globalThis)) return clipboard.writeText(plain);
  const blob = (type: string, words: string): Blob => new Blob([words], { type });
  const item = { 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) };
  return clipboard.write([new ClipboardItem(item)]);
}

/** The older way, which is allowed where the newer is not. What is selected stays so. */
function command(plain: string, html?: string): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    // Nobody else's business, and nothing of what is selected.
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    taken = event.clipboardData !== null;
  };
  addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    removeEventListener('copy', fill, { capture: true });
  }
}

function refused(why: unknown): Handed {
  return { state: 'refused', message: why instanceof Error ? why.message : String(why) };
}

export const files: Files = { save, copy };
