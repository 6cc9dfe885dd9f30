/** A page that annotates, and exports what it read. */
import { annotate, exportAs } from 'newsmark';

globalThis.annotate = annotate;
globalThis.exportAs = exportAs;
