/** The addresses of the files, as bundlers give them. */
import { init } from 'newsmark';
import core from 'newsmark/core_bg.wasm';
import edit from 'newsmark/edit_bg.wasm';
import names from 'newsmark/names.bin';
import weights from 'newsmark/weights.bin';

export const loaded: Promise<void> = init({ core, edit, names, weights });
