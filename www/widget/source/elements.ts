/** What the elements of an article mean for its text. */
import { attribute, firstChild, isText, localName, nextSibling } from '../nodes.ts';

/** What an element does to the text around it and in it. */
export type Effect = 'inline' | 'block' | 'cell' | 'break' | 'quote' | 'nothing';

/** How white space in it counts, as CSS names it. */
export type Space = 'collapse' | 'preserve' | 'preserve-breaks';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Not text: code, pictures, controls; and marks above letters, which would come between the parts of a word. */
const NOTHING = set(
  'script style template noscript svg math iframe frame object embed audio video canvas map head title link meta ' +
    'input textarea select option optgroup datalist button output meter progress rt rp ' +
    'noframes noembed img picture area param source track wbr news-mark',
);
/** Blocks by their names, for what is not rendered. */
const BLOCKS = set(
  'p h1 h2 h3 h4 h5 h6 div section article header footer main aside figure figcaption blockquote ul ol li dl dt dd ' +
    'table thead tbody tfoot tr caption hr address details summary hgroup fieldset legend body html center search nav ' +
    'menu dialog form pre listing xmp plaintext',
);
const PREFORMATTED = set('pre listing xmp plaintext');
/** Longest text of a first letter that is set apart, with a quotation mark before it. */
const INITIAL = 3;

/** An element's effect, and its style where it is rendered. */
export function effectOf(element: Element): { effect: Effect; style: CSSStyleDeclaration } {
  const name = localName(element);
  const style = getComputedStyle(element);
  return { effect: isLeftOut(element, name) ? 'nothing' : displayed(element, name, style), style };
}

function isLeftOut(element: Element, name: string): boolean {
  return NOTHING.has(name) || attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true';
}

function displayed(element: Element, name: string, style: CSSStyleDeclaration): Effect {
  const { display } = style;
  if (display === 'none') return 'nothing';
  if (name === 'br') return 'break';
  if (display === 'table-cell' || (display === '' && (name === 'td' || name === 'th'))) return 'cell';
  if (display === '' ? BLOCKS.has(name) : isBlock(display)) return isInitial(element, name, style) ? 'inline' : 'block';
  return name === 'q' && hasMarks(element, style) ? 'quote' : 'inline';
}

/** `contents` and what begins with `inline` run on. */
function isBlock(display: string): boolean {
  return !/^(inline|contents|ruby|none)/.test(display);
}

/** Floated letters are blocks for CSS, and the begin of a word for readers. */
function isInitial(element: Element, name: string, style: CSSStyleDeclaration): boolean {
  if (BLOCKS.has(name) || style.float === 'none' || style.float === '') return false;
  let length = 0;
  for (let node = firstChild(element); node !== null; node = nextSibling(node)) {
    if (!isText(node)) return false;
    length += node.data.trim().length;
  }
  return length <= INITIAL;
}

/** Whether the browser puts quotation marks around a `<q>`, which are no part of the document. */
function hasMarks(element: Element, { display, quotes }: CSSStyleDeclaration): boolean {
  if (display === '') return true;
  return quotes !== 'none' && /quote/.test(getComputedStyle(element, '::before').content);
}

/** How white space counts in `element`. */
export function spaceOf(element: Element, style: CSSStyleDeclaration): Space {
  // Older browsers have the shorthand only.
  const collapse = style.getPropertyValue('white-space-collapse') || style.whiteSpace;
  if (collapse === '') return PREFORMATTED.has(localName(element)) ? 'preserve' : 'collapse';
  if (collapse === 'preserve-breaks' || collapse === 'pre-line') return 'preserve-breaks';
  return /^(preserve|pre|break-spaces|pre-wrap)$/.test(collapse) ? 'preserve' : 'collapse';
}
