/** What the page shares and keeps with, without the page, under its policies, for the browser tests. */
import { fileName, files } from '../../../www/files.ts';
import { type Keeping, createKeeping } from '../../../www/keep.ts';
import { lock } from '../../../www/lock.ts';
import { decode, encode, sharing } from '../../../www/share.ts';

lock();
/** Like a host's, with codes as answers: errors lose theirs on the way to a test. */
const keep = createKeeping();
const told = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return (await work) ?? 'done';
  } catch (error) {
    return { refused: (error as { code?: string }).code ?? String(error) };
  }
};
const ended: string[] = [];
keep.onEnded((code) => ended.push(code));
const opened: string[] = [];
sharing.onOpened(() => opened.push(location.hash));
const ask = (method: Exclude<keyof Keeping, 'onEnded'>, what?: unknown): Promise<unknown> =>
  told((keep[method] as (what?: unknown) => Promise<unknown>)(what));
Object.assign(globalThis, { ask, told, ended, opened, sharing, encode, decode, files, fileName });
