/** Which part of any page is its article. */

/** What pages call their article, the surest first. */
const ARTICLES = ['main article', 'article', '[itemprop~="articleBody"]', 'main'];
/** An element with less text than this is a teaser, in UTF-16 units. */
const SHORTEST = 200;

/** The article that a reader means: what they have selected something in, or what looks like one. */
export function findArticle(): Element | undefined {
  return selected() ?? named() ?? fullest();
}

/** A selector of this element alone, which should hold when the page puts something else beside it. */
export function selectorOf(element: Element): string {
  const name = CSS.escape(element.localName);
  const itemprop = element.getAttribute('itemprop');
  const short = [
    element.id && `#${CSS.escape(element.id)}`,
    name,
    itemprop && `${name}[itemprop="${CSS.escape(itemprop)}"]`,
    ...Array.from(element.classList, (each) => `${name}.${CSS.escape(each)}`),
  ];
  const found = short.find((selector) => selector && document.querySelectorAll(selector).length === 1);
  if (found) return found;
  const parent = element.parentElement;
  if (parent === null) return ':root';
  const alike = Array.from(parent.children).filter(({ localName }) => localName === element.localName);
  return `${selectorOf(parent)} > ${name}:nth-of-type(${alike.indexOf(element) + 1})`;
}

/** The smallest block around the selection. */
function selected(): Element | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.toString().trim() === '') return undefined;
  const node = selection.getRangeAt(0).commonAncestorContainer;
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && /^(inline|contents)/.test(getComputedStyle(element).display)) element = element.parentElement;
  // What is in a shadow tree cannot be named by a selector.
  return element !== null && element.getRootNode() === document ? element : undefined;
}

function named(): Element | undefined {
  for (const selector of ARTICLES) {
    const best = longest(document.querySelectorAll(selector), textOf);
    if (best !== undefined && textOf(best) >= SHORTEST) return best;
  }
  return undefined;
}

/** The element whose own paragraphs have the most text; where nothing is a paragraph, the whole page. */
function fullest(): Element | undefined {
  const own = new Map<Element, number>();
  for (const paragraph of document.querySelectorAll('p')) {
    const parent = paragraph.parentElement;
    if (parent !== null && isSeen(paragraph)) own.set(parent, (own.get(parent) ?? 0) + lengthOf(paragraph));
  }
  const best = longest(own.keys(), (element) => own.get(element) ?? 0);
  if (best !== undefined && (own.get(best) ?? 0) >= SHORTEST) return best;
  return document.body.innerText.trim().length >= SHORTEST ? document.body : best;
}

/** How much there is to read in paragraphs. */
function textOf(element: Element): number {
  let length = 0;
  for (const paragraph of element.querySelectorAll('p')) if (isSeen(paragraph)) length += lengthOf(paragraph);
  return length;
}

const lengthOf = (element: Element): number => element.textContent?.trim().length ?? 0;
const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

function longest(elements: Iterable<Element>, length: (element: Element) => number): Element | undefined {
  let [best, most]: [Element | undefined, number] = [undefined, -1];
  for (const element of elements) {
    const now = length(element);
    if (now > most) [best, most] = [element, now];
  }
  return best;
}
