/** What tests of the element do in a host's page, whatever the page does to its prototypes. */

/** Runs before the page's first script. Nothing from outside of the function is there. */
export function inHost() {
  const events = [];
  const violations = [];
  const NAMES = ['ready', 'progress', 'result', 'select', 'correction', 'export', 'error', 'resize'];
  for (const name of NAMES) {
    document.addEventListener(`nm-${name}`, (event) => {
      events.push({ name, id: event.target.id, detail: event.detail, cancelable: event.cancelable, isFrozen: Object.isFrozen(event.detail) });
    });
  }
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  /** All nodes of the page but the elements themselves, with what they hold and where they are. */
  const nodesIn = (tops) => {
    const nodes = [];
    for (const top of tops) {
      const walker = document.createTreeWalker(top);
      for (let node = walker.currentNode; node !== null; node = walker.nextNode()) {
        const attributes = [...(node.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).join();
        nodes.push({ node, parent: node.parentNode, data: node.nodeValue, attributes });
      }
    }
    return nodes;
  };
  /** What the page's programs see besides nodes. */
  const globals = () => [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(document)].sort();
  const host = {
    events,
    violations,
    /** The page as it is now. */
    snapshot: () => ({
      nodes: nodesIn([document.documentElement]),
      copies: [...document.querySelectorAll('.story')].map((story) => [story, story.cloneNode(true)]),
      sheets: [...document.adoptedStyleSheets],
      highlights: CSS.highlights.size,
      globals: globals(),
    }),
    /** What is other than in `before`, though `removed` are no part of the page any more. */
    differences: (before, removed = []) => {
      const now = nodesIn([document.documentElement, ...removed]);
      const found = [];
      const at = new Map(now.map((each) => [each.node, each]));
      if (now.length !== before.nodes.length) found.push(`${now.length} nodes for ${before.nodes.length}`);
      for (const { node, parent, data, attributes } of before.nodes) {
        const each = at.get(node);
        const name = `${node.nodeName} ${node.id ?? ''}`;
        if (each === undefined) found.push(`gone: ${name}`);
        else if (each.data !== data || each.attributes !== attributes) found.push(`changed: ${name} ${each.attributes}`);
        else if (each.parent !== parent && !removed.includes(node)) found.push(`moved: ${name}`);
      }
      for (const [story, copy] of before.copies) if (!story.isEqualNode(copy)) found.push(`not equal: ${story.id}`);
      if (document.adoptedStyleSheets.length !== before.sheets.length || before.sheets.some((sheet, i) => document.adoptedStyleSheets[i] !== sheet)) found.push('other style sheets');
      if (CSS.highlights.size !== before.highlights) found.push('highlights are left');
      const more = globals().filter((name) => !before.globals.includes(name));
      if (more.length > 0) found.push(`globals: ${more}`);
      return found.slice(0, 5);
    },
    /** The names of events since the last call, without those that tell how far it is. */
    told: () => events.splice(0).map(({ name }) => name).filter((name) => name !== 'progress' && name !== 'resize'),
    /** Waits for an event of an element. */
    next: (target, name) => new Promise((resolve, reject) => {
      target.addEventListener(name, (event) => resolve(event.detail), { once: true });
      setTimeout(() => reject(new Error(`no ${name} came`)), 8000);
    }),
    /** In an element's own tree. */
    in: (target, selector) => target.shadowRoot.querySelector(selector),
    all: (target, selector) => [...target.shadowRoot.querySelectorAll(selector)],
    /** Waits until `holds`. */
    until: async (holds, ms = 15_000) => {
      const end = Date.now() + ms;
      while (!holds()) {
        if (Date.now() > end) throw new Error(`it never came about that ${holds}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
  Object.defineProperty(globalThis, 'host', { value: host });
  // After the page's nodes are there, and before its modules run.
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') host.before = host.snapshot();
  });
}
