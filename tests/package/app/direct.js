/** A page that does nothing but annotate. */
import { annotate } from 'newsmark';

globalThis.annotate = annotate;
