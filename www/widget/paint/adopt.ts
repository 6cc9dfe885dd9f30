/** Style sheets that painters share. Each counts who needs it where, so that the last one takes it away. */

type Scope = Document | ShadowRoot;

const users = new WeakMap<CSSStyleSheet, Map<Scope, number>>();

/** Adopts `sheet` in `scope`, and where what is in its slots may come from. Returns what takes it back. */
export function adopt(scope: Scope, sheet: CSSStyleSheet): () => void {
  const scopes: Scope[] = [];
  for (let each: Node = scope; ; each = (each as ShadowRoot).host.getRootNode()) {
    // A document, a shadow root, or what is in neither.
    if (!('adoptedStyleSheets' in each)) break;
    scopes.push(each as Scope);
    if (!('host' in each)) break;
  }
  for (const each of scopes) count(each, sheet, 1);
  let isTaken = true;
  return () => {
    if (isTaken) for (const each of scopes) count(each, sheet, -1);
    isTaken = false;
  };
}

function count(scope: Scope, sheet: CSSStyleSheet, by: number): void {
  let counts = users.get(sheet);
  if (counts === undefined) users.set(sheet, (counts = new Map()));
  const now = (counts.get(scope) ?? 0) + by;
  if (now > 0) counts.set(scope, now);
  else counts.delete(scope);
  const has = scope.adoptedStyleSheets.includes(sheet);
  // A host that sets the list anew has taken ours away: then there is nothing to take.
  if (now > 0 && !has) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
  else if (now <= 0 && has) scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((each) => each !== sheet);
}
