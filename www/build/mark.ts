import { crc32, deflateSync } from 'node:zlib';

/** Our mark on a square of 16 units: the lines of a newspaper on dark blue, as in `index.html`. */
const SIDE = 16;
const CORNER = 3;
export const BLUE = '#223344';
export const WHITE = '#ffffff';
const LINES = [
  { x: 4, y: 4, width: 8, height: 2 },
  { x: 4, y: 8, width: 8, height: 1 },
  { x: 4, y: 11, width: 5, height: 1 },
] as const;

export function svg(): string {
  const lines = LINES.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}H${x}z`).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">` +
    `<rect width="${SIDE}" height="${SIDE}" rx="${CORNER}" fill="${BLUE}"/>` +
    `<path d="${lines}" fill="${WHITE}"/></svg>`
  );
}

/** Sixteen colours, four bits a pixel: blue from clear to full, for smooth corners, and white. */
const CLEAR_TO_FULL = 14;
const WHITE_ENTRY = 15;

/**
 * @param size pixels on each side; even
 * @param cut whether the corners are left out; systems that cut a shape of their own want them. The
 * lines lie within the circle that stays of any shape.
 */
export function png(size: number, cut: 'rounded' | 'whole'): Buffer {
  const bytesInRow = 1 + size / 2;
  const rows = Buffer.alloc(size * bytesInRow);
  const unit = SIDE / size;
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const [column, row] = [pixel % size, Math.floor(pixel / size)];
    const [x, y] = [(column + 0.5) * unit, (row + 0.5) * unit];
    const shade = cut === 'whole' ? CLEAR_TO_FULL : Math.round(CLEAR_TO_FULL * covered(x, y, unit));
    const entry = isOnLine(x, y) ? WHITE_ENTRY : shade;
    // Each row begins with its filter, 0 for none; the left one of two pixels has the high bits.
    const at = row * bytesInRow + 1 + (column >> 1);
    rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? entry << 4 : entry);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([4, 3], 8); // Four bits for each pixel, which name an entry of the palette.
  const blue = Array.from({ length: WHITE_ENTRY }, () => BLUE.slice(1));
  const alpha = blue.map((_, shade) => Math.round((255 * shade) / CLEAR_TO_FULL));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...blue, WHITE.slice(1)].join(''), 'hex')),
    chunk('tRNS', Buffer.from(alpha)),
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

/** How much of the pixel around `x`, `y` lies within the rounded square, from 0 to 1. */
function covered(x: number, y: number, pixel: number): number {
  // How far the point is past the centre of the corner's circle, towards the corner.
  const past = (place: number): number => Math.max(0, CORNER - place, place - (SIDE - CORNER));
  const inside = CORNER - Math.hypot(past(x), past(y));
  return Math.min(1, Math.max(0, inside / pixel + 0.5));
}

/** A part of the file: its length, its name, its bytes, and a check sum of the last two. */
function chunk(name: string, bytes: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
