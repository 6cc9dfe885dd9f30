import { crc32, deflateSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Our mark on a square of 16 units: the lines of a newspaper on dark blue, as in `index.html`. */
const SIDE = 16;
const CORNER = 3;
const BLUE = [0x22, 0x33, 0x44] as const;
const WHITE = [0xff, 0xff, 0xff] as const;
const LINES = [
  { x: 4, y: 4, width: 8, height: 2 },
  { x: 4, y: 8, width: 8, height: 1 },
  { x: 4, y: 11, width: 5, height: 1 },
] as const;

/** Draws the icons that the manifest (`public/manifest.webmanifest`) names. */
export function icons(): Plugin {
  return {
    name: 'newsmark:icons',
    apply: 'build',
    generateBundle() {
      const emit = (name: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName: `icons/${name}`, source });
      };
      emit('mark.svg', svg());
      emit('mark-192.png', png(192, CORNER));
      emit('mark-512.png', png(512, CORNER));
      // The system cuts its own shape out of this one; the lines lie within the circle that stays.
      emit('mark-maskable-512.png', png(512, 0));
    },
  };
}

function svg(): string {
  const hex = (colour: readonly number[]): string =>
    `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const lines = LINES.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}H${x}z`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">` +
    `<rect width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="${hex(BLUE)}"/>` +
    `<path d="${lines}" fill="${hex(WHITE)}"/></svg>\n`
  );
}

/** @param size pixels on each side, @param corner the radius of the corners in units of the mark */
function png(size: number, corner: number): Uint8Array {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row += 1) {
    // Each row begins with its filter, none.
    let at = row * (1 + size * 4) + 1;
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [((column + 0.5) * SIDE) / size, ((row + 0.5) * SIDE) / size];
      const alpha = Math.round(255 * covered(x, y, corner, SIDE / size));
      for (const part of [...(isOnLine(x, y) ? WHITE : BLUE), alpha]) rows[at++] = part;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // Eight bits each of red, green, blue and opacity.
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function isOnLine(x: number, y: number): boolean {
  return LINES.some((line) => {
    const [right, below] = [x - line.x, y - line.y];
    return right >= 0 && right < line.width && below >= 0 && below < line.height;
  });
}

/** How much of the pixel at `x`, `y` lies within the rounded square, from 0 to 1. */
function covered(x: number, y: number, corner: number, pixel: number): number {
  if (corner === 0) return 1;
  // How far the point is past the corner's centre, towards the corner.
  const past = (place: number): number => Math.max(0, corner - place, place - (SIDE - corner));
  const inside = corner - Math.hypot(past(x), past(y));
  return Math.min(1, Math.max(0, inside / pixel + 0.5));
}

/** A part of the file: its length, its name, its bytes, and a check sum of the last two. */
function chunk(name: string, bytes: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
