/** No clock and no zone reaches a report. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../support/under-clock.mjs', import.meta.url));

test('three system dates and four zones give the same bytes', () => {
  const hashes = new Set();
  const years = new Set();
  for (const day of ['1999-12-31T23:59:59Z', '2024-02-29T12:00:00Z', '2038-01-19T03:14:08Z']) {
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/Adak', 'Asia/Kathmandu']) {
      const output = execFileSync(process.execPath, [script, day], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      const [year, hash] = output.trim().split(' ');
      years.add(year);
      hashes.add(hash);
    }
  }
  assert.ok(years.has('2024') && years.has('2038'), 'the clock was set');
  assert.equal(hashes.size, 1);
});
