/** Pages with articles in frames, from another origin, for each test of a file afresh. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { launch, openPage } from './chromium.mjs';
import { ARTICLE } from './desk.mjs';
import { host, page as html } from './hosts.mjs';

export { html };
export const SANDBOX = 'sandbox="allow-scripts allow-downloads"';
const WAIT_MS = 20_000;

/** The article as a page has it. */
export const paragraphs = (text = ARTICLE) =>
  text.trim().split('\n\n').map((each) => `<p>${each.replaceAll('\n', '<br>')}</p>`).join('');

/**
 * Registers the hooks; after each test it proves that no policy was violated and that there was no error.
 *
 * @returns an object whose `page`, servers and helpers are those of the running test; `frame` is always the index
 *   of an iframe on the page
 */
export function useFrames() {
  const frames = {
    iframe: (more = '', fragment = '') =>
      `<iframe src="${frames.cdn.folder}embed.html${fragment}" title="Annotated article" ${more}></iframe>`,
    script: () => `<script type="module" src="${frames.cdn.folder}frame.js"></script>`,
    open: async (body, head = '', headers = {}) => {
      frames.paper.pages['/'] = { html: html(body, head), headers };
      await frames.page.goto(`${frames.paper.origin}/`);
    },
    /** Messages of that type that frames have posted. */
    allPosted: (type, frame) =>
      frames.page.evaluate(
        ([type, frame]) => posted.filter((each) => each.type === type && (frame === null || each.frame === frame)),
        [type, frame ?? null],
      ),
    /** The first of them for which `fits`. */
    posted: async (type, fits = () => true, frame = 0) => {
      for (const start = Date.now(); Date.now() - start < WAIT_MS; await pause(50)) {
        const found = (await frames.allPosted(type, frame)).find(fits);
        if (found !== undefined) return found;
      }
      throw new Error(`no ${type} came that ${fits}`);
    },
    answered: (frame = 0) => frames.posted('result', undefined, frame),
    /** Posts to the frame what the page itself would: `fields` over a message with the frame's id. */
    post: (fields, frame = 0) =>
      frames.page.evaluate(
        ([fields, frame]) => {
          const { id } = posted.findLast((each) => each.type === 'ready' && each.frame === frame);
          document.querySelectorAll('iframe')[frame].contentWindow.postMessage({ ns: 'news-mark', v: 1, id, ...fields }, '*');
        },
        [fields, frame],
      ),
    init: async (text = ARTICLE, options = {}, frame = 0) => {
      await frames.posted('ready', undefined, frame);
      await frames.post({ type: 'init', text, options }, frame);
      return frames.answered(frame);
    },
    inside: (frame = 0) => frames.page.frames().filter((each) => each.url().includes('embed.html'))[frame],
    /** What a frame shows. */
    look: (frame = 0) =>
      frames.inside(frame).evaluate(() => {
        const mark = document.querySelector('news-mark');
        const attributes = Object.fromEntries(Array.from(mark.attributes, ({ name, value }) => [name, value]));
        const { text, state, result } = mark;
        return { text, state, attributes, result: JSON.stringify(result), children: document.body.children.length };
      }),
    /** Waits until the first frame is as high as what is in it. */
    fits: async () => {
      await frames.answered();
      await frames.inside().waitForFunction(() => {
        const { bottom } = document.body.getBoundingClientRect();
        return bottom > 300 && innerHeight >= bottom && innerHeight - bottom < 2;
      });
    },
  };
  before(async () => {
    [frames.browser, frames.paper, frames.cdn] = await Promise.all([launch(), host(), host()]);
  });
  after(async () => {
    await frames.browser?.close();
    await Promise.all([frames.paper?.close(), frames.cdn?.close()]);
  });
  beforeEach(async () => {
    frames.opened = await openPage(frames.browser, { viewport: { width: 900, height: 800 } });
    frames.page = frames.opened.page;
    // Everything that frames post, with who posted it.
    await frames.page.addInitScript(() => {
      if (parent !== globalThis) return;
      globalThis.posted = [];
      addEventListener('message', ({ source, data }) => {
        const all = [...document.querySelectorAll('iframe')];
        posted.push({ frame: all.findIndex(({ contentWindow }) => contentWindow === source), ...data });
      });
    });
  });
  afterEach(async () => {
    assert.deepEqual(frames.opened.troubles, [], 'no violation of a policy and no error');
    await frames.opened.context.close();
  });
  return frames;
}
