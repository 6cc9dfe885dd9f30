/** Runs before the page is drawn: the colours that the reader has chosen, if any. */
import { chosenTheme, showTheme } from './colours.ts';

showTheme(chosenTheme());
