/** Several files in one: a ZIP archive, which every system opens. Nothing in it is compressed. */

type Entry = { name: string; text: string };
type Field = [bytes: 2 | 4, value: number];

/** The first day that an archive can name: the same files are the same bytes on any day. */
const DAY = 0x0021;
const UTF8 = 0x0800;
const VERSION = 20;

/** An archive of `files`. */
export function zip(files: readonly Entry[]): Blob {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const index: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const [path, data] = [encoder.encode(name), encoder.encode(text)];
    const common: Field[] = [
      [2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, crc32(data)], [4, data.length], [4, data.length],
      [2, path.length], [2, 0],
    ];
    const head = fields([[4, 0x0403_4b50], ...common]);
    parts.push(head, path, data);
    index.push(fields([[4, 0x0201_4b50], [2, VERSION], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), path);
    at += head.length + path.length + data.length;
  }
  const length = index.reduce((sum, part) => sum + part.length, 0);
  const { length: count } = files;
  const end = fields([[4, 0x0605_4b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, at], [2, 0]]);
  return new Blob([...parts, ...index, end], { type: 'application/zip' });
}

/** Numbers one after another, the lowest byte first. */
function fields(list: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(list.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of list) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function crc32(data: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
