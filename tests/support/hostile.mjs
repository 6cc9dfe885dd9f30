/** Texts that nobody writes: a little something over and over, for natively and here the same ones. */
import { readFile } from 'node:fs/promises';

const listed = JSON.parse(await readFile(new URL('../common/hostile.json', import.meta.url), 'utf8'));

/** What only JavaScript can hold: half a character, which becomes one that stands for what cannot be read. */
const HALVES = {
  'first halves of characters': ['\ud83d'],
  'second halves of characters': ['\ude00'],
  'halves the wrong way round': ['\ude00\ud83d'],
  'first halves with words': ['\ud83d said Odile Marsh. '],
  'a half in each word': ['Mar\udc00sh '],
  'a half in each quote': ['“\ud800a\udfff,” he said. '],
};

/** What is written over and over, by name: each part of a list for its share of the length. */
export const shapes = { ...listed, ...HALVES };

/** A text of about so many bytes. */
export const written = (parts, length) =>
  parts.map((part) => part.repeat(length / parts.length / Buffer.byteLength(part))).join('');
