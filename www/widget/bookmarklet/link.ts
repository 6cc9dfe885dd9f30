/** The bookmarklet's link: small enough for any browser's bookmarks, and it trusts nothing but what it names. */

/** The event by which a link asks whether the bookmarklet is on the page already. */
export const RUN = 'newsmark-run';

/** What a link is made of. */
export type LinkParts = {
  /** The address of `bookmarklet.js`, two folders below newsmark's own page, and its SHA-384 as `integrity` attributes name it. */
  script: string;
  integrity: string;
  /** What it says where the page does not let the script in. */
  words?: { refused: string; copy: string; open: string; close: string };
};

const ENGLISH = {
  refused: 'This page’s policy keeps newsmark out, or it could not be reached. Copy the text and paste it there:',
  copy: 'Copy the text',
  open: 'Open newsmark',
  close: 'Close',
};

/**
 * A `javascript:` link that marks the article of the page it is run on. The script is loaded with its hash. A page
 * with Trusted Types allows no script's address; there it is imported, for which browsers check no hash.
 */
export function linkOf({ script, integrity, words = ENGLISH }: LinkParts): string {
  const [address, hash] = [script, integrity].map((each) => JSON.stringify(each));
  const [refused, copy, open, close] = [words.refused, words.copy, words.open, words.close].map((each) => JSON.stringify(each));
  // Where the script is kept out, all that can be said is said from here.
  const code = `dispatchEvent(new Event("${RUN}",{cancelable:!0}))&&(d=>{`
    + `let u=${address},e=(n,o)=>Object.assign(d.createElement(n),o),s=e("script",{type:"module",integrity:${hash},crossOrigin:"",`
    + 'onload(){s.remove()},onerror(){s.remove();n()}}),n=()=>{'
    + 'let b=e("dialog",{onclose(){b.remove()}});b.append('
    + `${refused}," ",`
    + `e("button",{textContent:${copy},onclick(){navigator.clipboard.writeText(getSelection()+""||(d.querySelector("article,main")||d.body).innerText)}})," ",`
    + `e("a",{href:new URL("../../",u),target:"_blank",rel:"noopener",textContent:${open}})," ",`
    + `e("button",{textContent:${close},onclick(){b.close()}}));`
    + 'd.documentElement.append(b);b.showModal()};'
    + 'try{s.src=u;d.documentElement.append(s)}catch{import(u).catch(n)}})(document)';
  const ascii = code.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // Before its script is run, per cent signs in an address are taken for escapes.
  return `javascript:void(${ascii.replaceAll('%', '%25')})`;
}
