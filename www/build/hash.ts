import { createHash } from 'node:crypto';

/** The hash of `content` as policies and `integrity` attributes name it. */
export function hashed(algorithm: 'sha256' | 'sha384', content: string | Uint8Array): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}
