/** A browser's profile as files: what an examination of the device would find. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The files in `folder` that have one of `needles`, in bytes or as UTF-16. */
export async function filesWith(folder, ...needles) {
  const sought = needles.flatMap((needle) =>
    Buffer.isBuffer(needle) ? [needle] : [Buffer.from(needle), Buffer.from(needle, 'utf16le')],
  );
  const found = [];
  let seen = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    seen += 1;
    if (sought.some((needle) => bytes.includes(needle))) found.push(path.slice(folder.length));
  }
  assert.ok(seen > 10, 'there is a profile');
  return found;
}

/** Runs `work` with a folder that is gone afterwards. */
export async function inFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'newsmark-profile-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
