/**
 * What keeps articles on the device. The page's own policy (`build/csp.ts`) lets it load from its
 * own server only; when all is loaded, `lock` adds a second one that allows no connection at all.
 * Policies only ever add up, so that no script can lift it again.
 */
const LOCKED = [
  "default-src 'none'",
  // Names no address to load a script from; Firefox asks for it to start a compiled module.
  "script-src 'wasm-unsafe-eval'",
  // Pictures that come with their address: the icons of the manifest, when the page is installed.
  'img-src data:',
  'worker-src blob:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

/** From here on the page and every worker it starts from a Blob can reach nothing. */
export function lock(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = LOCKED;
  leaveManifest();
  document.head.append(meta);
}

/**
 * Browsers ask for the manifest soon after the page has loaded, and complain where that is forbidden.
 * One that has not asked by now cannot any more.
 */
function leaveManifest(): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  if (link !== null && performance.getEntriesByName(link.href).length === 0) link.remove();
}

/** Beside the page, so that it answers for everything in this folder and nothing else. */
export const serviceWorkerUrl = new URL('./sw.js', document.baseURI).href;

/** The only script addresses that may become code: Blobs that this page made, and its service worker. */
function ownScript(url: string): string {
  if (url.startsWith(`blob:${location.origin}/`) || url === serviceWorkerUrl) return url;
  throw new TypeError(`not a script of this page: ${url}`);
}

/** The page's Trusted Types policy; where there are none, the same check. */
export const scripts: ScriptUrlPolicy = (() => {
  const rules = { createScriptURL: ownScript };
  try {
    const { trustedTypes } = globalThis as { trustedTypes?: Factory };
    return trustedTypes?.createPolicy('newsmark', rules) ?? rules;
  } catch {
    // The name is refused only where somebody else's policy holds; then the plain check serves.
    return rules;
  }
})();
