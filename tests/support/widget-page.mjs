/** What tests of the widget do in a page, in any browser. */

/** What tests do in a page. Nothing from outside of the function is there. */
export function inPage() {
  /** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
  const random = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  const WORDS = ['Odile', 'Marchand', 'said', '“no”', 'on', 'Monday', 'née', 'cafe\u0301', '👩‍👩‍👧', '𝒳', 'a', 'of', 'Brest\u00a0Nord', '—'];
  const SPACES = [' ', ' ', ' ', '  ', '\n', '\n    ', '\t', ''];
  const INLINE = ['b', 'i', 'a', 'span', 'em', 'q', 'time', 'code'];
  const BLOCK = ['p', 'div', 'h2', 'ul', 'li', 'blockquote', 'section', 'figure', 'figcaption', 'pre', 'td'];
  const OTHER = ['br', 'img', 'script', 'style', 'button', 'svg', 'template', 'hr', 'wbr', 'input'];

  /** An article that nobody would write. */
  const article = (seed, size = 60) => {
    const next = random(seed);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const top = document.createElement('article');
    const open = [top];
    for (let made = 0; made < size; made += 1) {
      const parent = open.at(-1);
      const dice = next();
      if (dice < 0.45) {
        let data = '';
        for (let words = Math.floor(next() * 7); words >= 0; words -= 1) data += pick(SPACES) + pick(WORDS);
        parent.append(document.createTextNode(data + pick(SPACES)));
      } else if (dice < 0.5) {
        parent.append(document.createTextNode(pick(['', ' ', '\n  '])));
      } else if (dice < 0.55) {
        parent.append(document.createComment('no words'));
      } else if (dice < 0.62) {
        const element = document.createElement(pick(OTHER));
        if (!['br', 'img', 'hr', 'wbr', 'input'].includes(element.localName)) element.append('never read');
        parent.append(element);
      } else if (dice < 0.84) {
        const element = document.createElement(pick(next() < 0.6 ? INLINE : BLOCK));
        if (next() < 0.06) element.hidden = true;
        if (next() < 0.05) element.setAttribute('style', pick(['display:flex', 'float:left', 'white-space:pre-line', 'display:none', 'visibility:hidden']));
        parent.append(element);
        open.push(element);
      } else if (open.length > 1) open.pop();
    }
    return top;
  };

  /** All nodes in `top`, in order, with what they hold. */
  const snapshot = (top) => {
    const nodes = [];
    const walker = document.createTreeWalker(top);
    for (let node = walker.currentNode; node !== null; node = walker.nextNode()) {
      nodes.push({ node, data: node.nodeValue, attributes: node.attributes ? [...node.attributes].map((a) => a.cloneNode()) : [] });
    }
    return { nodes, copy: top.cloneNode(true) };
  };

  /** What differs from the snapshot; empty, if the same nodes are there with the same data. */
  const differences = (top, { nodes, copy }) => {
    const now = snapshot(top).nodes;
    const found = [];
    if (!top.isEqualNode(copy)) found.push('not equal');
    if (now.length !== nodes.length) found.push(`${now.length} nodes for ${nodes.length}`);
    for (const [index, { node, data }] of nodes.entries()) {
      if (now[index]?.node !== node) found.push(`another node at ${index}`);
      else if (now[index].data !== data) found.push(`other data at ${index}`);
    }
    return found.slice(0, 5);
  };

  /** Marks on the words in `words` wherever they stand. */
  const marksOf = (source, words) =>
    words.flatMap(([exact, kind, certainty = 'sure'], word) => {
      const found = [];
      for (let start = source.text.indexOf(exact); start >= 0; start = source.text.indexOf(exact, start + 1)) {
        found.push({ id: `m${word}.${found.length}`, kind, certainty, start, end: start + exact.length, label: `${kind}: ${exact}` });
      }
      return found;
    });

  const KINDS = ['person', 'organisation', 'place', 'group', 'event', 'product', 'work', 'date', 'amount', 'quote'];
  /** Marks that nest and cross as they like. */
  const anyMarks = (source, seed, count) => {
    const next = random(seed);
    return Array.from({ length: count }, (_, index) => {
      const start = Math.floor(next() * source.text.length);
      const end = Math.min(source.text.length, start + Math.floor(next() ** 3 * 200));
      const certainty = ['sure', 'likely', 'check'][Math.floor(next() * 3)];
      return { id: `a${index}`, kind: KINDS[Math.floor(next() * KINDS.length)], certainty, start, end, label: `mark ${index}` };
    });
  };

  const sheetOf = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };

  /** What is wrong with the texts of many articles and the places in them; and how many letters were looked at. */
  const sourceTroubles = (seeds) => {
    const bad = [];
    let letters = 0;
    for (let seed = 0; seed < seeds; seed += 1) {
      const top = article(seed);
      // Some are not rendered.
      if (seed % 5 > 0) document.querySelector('main').replaceChildren(top);
      const before = snapshot(top);
      const source = widget.readSource(top);
      const { text } = source;
      if (differences(top, before).length > 0) bad.push(`${seed}: changed`);
      const shown = (pieces) => pieces.map(({ node, start, end }) => node.data.slice(start, end)).join('');
      const bare = (words) => words.replace(/[ \t\n\r\f]+/g, '');
      // Quotation marks of a q are the browser's: told apart by another letter in the text.
      const all = source.pieces(0, text.length);
      if (bare(shown(all)) !== bare(text) && !/q>/.test(top.outerHTML)) bad.push(`${seed}: ${shown(all)} for ${text}`);
      if (/^\s|[^\S\u00a0]$|\n{3}/.test(text)) bad.push(`${seed}: edges of ${JSON.stringify(text)}`);
      if (all.some(({ node, start, end }) => start >= end || end > node.data.length || !top.contains(node))) bad.push(`${seed}: empty piece`);
      const next = random(seed + 1000);
      for (let at = 0; at < text.length; at += 1) {
        const [piece, ...more] = source.pieces(at, at + 1);
        if (more.length > 0) bad.push(`${seed}: several pieces for one letter`);
        if (piece === undefined) continue;
        letters += 1;
        if (source.at(piece.node, piece.start) !== at) bad.push(`${seed}: ${at} is at ${source.at(piece.node, piece.start)}`);
        const letter = piece.node.data[piece.start];
        if (letter !== text[at] && !/\s/.test(letter)) bad.push(`${seed}: ${letter} for ${text[at]}`);
      }
      for (let tries = 0; tries < 20 && text.length > 0; tries += 1) {
        const start = Math.floor(next() * text.length);
        const end = start + 1 + Math.floor(next() * (text.length - start));
        const pieces = source.pieces(start, end);
        const joined = bare(shown(pieces));
        if (!/q>/.test(top.outerHTML) && joined !== bare(text.slice(start, end))) bad.push(`${seed}: ${joined} for ${text.slice(start, end)}`);
        const last = pieces.at(-1);
        if (last && source.at(last.node, last.end) > end) bad.push(`${seed}: ends after its end`);
      }
    }
    return { bad: bad.slice(0, 5), letters };
  };

  /** What is wrong with many articles while marks are drawn on them, and after; and how many elements there were. */
  const markTroubles = async (css, seeds) => {
    const bad = [];
    let drawn = 0;
    const painter = widget.markPainter(document, sheetOf(css));
    for (let seed = 0; seed < seeds; seed += 1) {
      const story = article(seed, 80);
      document.querySelector('main').replaceChildren(story);
      const before = snapshot(story);
      const words = story.textContent;
      const source = widget.readSource(story);
      // No word has more marks than may stand around one.
      const marks = anyMarks(source, seed, seed % 2 === 0 ? 12 : 40).slice(0, source.text.length);
      const isDeep = marks.length > 12;
      painter.paint(source, marks);
      await painter.painted;
      drawn += story.querySelectorAll('.nm-mark').length;
      if (story.textContent !== words) bad.push(`${seed}: other words while painted`);
      // What is marked is what was to be marked.
      for (const { id, start, end } of marks.slice(0, 10)) {
        const exact = source.pieces(start, end);
        if (!isDeep && exact.length > 0 && !story.querySelector(`[data-nm-id=${id}]`)) bad.push(`${seed}: ${id} is missing`);
      }
      // The article reads the same, node by node, while it is painted.
      const again = widget.readSource(story);
      if (!widget.isSameSource(source, again)) bad.push(`${seed}: reads ${again.text}`);
      for (let at = 0; at < source.text.length; at += 7) {
        const [one, other] = [source.pieces(at, at + 1)[0], again.pieces(at, at + 1)[0]];
        if (one?.node !== other?.node || one?.start !== other?.start) bad.push(`${seed}: ${at} is elsewhere`);
      }
      if (seed % 3 === 0) painter.paint(again, anyMarks(again, seed + 7, 10));
      if (seed % 3 === 1) painter.show(new Set(['person']));
      painter.clear();
      bad.push(...differences(story, before).map((each) => `${seed}: ${each}`));
    }
    return { bad: bad.slice(0, 5), drawn };
  };

  /** An article of 100 kB in the page's `main`. */
  const longArticle = () => {
    const top = document.createElement('article');
    for (let paragraph = 0; paragraph < 180; paragraph += 1) {
      const p = document.createElement('p');
      p.append('Odile Marchand said that it is so and so, many times over. '.repeat(10));
      top.append(p);
    }
    document.querySelector('main').append(top);
    return top;
  };

  return { longArticle, sourceTroubles, markTroubles, random, article, snapshot, differences, marksOf, anyMarks, sheetOf };
}
