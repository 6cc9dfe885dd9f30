/** TypeScript of `www/widget/` as a page's script, and pages of the tests' own that use it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { launch } from './chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const widget = `${root}www/widget/`;

/**
 * Joins modules of `www/widget/` to one script, which leaves all that they export in `globalThis.widget`. A copy
 * stays in `target/widget/` for whoever wants to look at it.
 *
 * @param {string[]} names of files, without `.ts`
 */
export async function bundle(...names) {
  const entry = names.map((name) => `export * from ${JSON.stringify(`${widget}${name}.ts`)};`).join('\n');
  const joined = await rolldown({
    input: 'entry.ts',
    logLevel: 'silent',
    plugins: [
      {
        name: 'newsmark:entry',
        resolveId: (id) => (id === 'entry.ts' ? id : undefined),
        load: (id) => (id === 'entry.ts' ? entry : undefined),
      },
    ],
  });
  const { output } = await joined.generate({ format: 'iife', name: 'widget' });
  await joined.close();
  await mkdir(`${root}target/widget`, { recursive: true });
  await writeFile(`${root}target/widget/${names.join('-').replaceAll('/', '-')}.js`, output[0].code);
  // The name is not to be seen by programs of the page.
  return `${output[0].code}\nObject.defineProperty(globalThis, 'widget', { value: widget });`;
}

/** A style sheet of the widget, as text. */
export const sheet = (name) => readFile(`${widget}sheets/${name}.css`, 'utf8');

/**
 * A browser, and pages with the modules `names` in them. The tests' own helpers in the page are in
 * `globalThis.helpers`.
 */
export async function widgetPages(...names) {
  const [script, browser] = await Promise.all([bundle(...names), launch()]);
  const helpers = `${inPage.toString()}; Object.defineProperty(globalThis, 'helpers', { value: inPage() });`;
  return {
    browser,
    close: () => browser.close(),
    /** Opens a page with `body`, and with `headers` of its answer. */
    open: async (body, { headers = {}, head = '', context: options = {} } = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript({ content: `${script}\n${helpers}` });
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>${head}</head><body>${body}</body></html>`;
      await page.route('http://article.test/', (route) =>
        route.fulfill({ body: html, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
      );
      await page.goto('http://article.test/');
      return { page, context, errors };
    },
  };
}

/** What tests do in a page. Nothing from outside of the function is there. */
function inPage() {
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

  return { random, article, snapshot, differences, marksOf, anyMarks, sheetOf };
}
