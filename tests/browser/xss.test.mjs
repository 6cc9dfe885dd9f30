/** Markup in pasted pages, in texts, links, files and exports: nothing of it runs, loads, navigates or asks. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch, openPage } from '../support/chromium.mjs';
import { ready } from '../support/page.mjs';
import { serve } from '../support/server.mjs';
import { dist } from '../support/site.mjs';
import { importBundle } from '../support/typescript.mjs';
import { articleWith, everything, VECTORS, watched } from '../support/xss.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { encodeFile } = await importBundle(new URL('../../www/share.ts', import.meta.url));
const OPTIONS = { published: '2021-10-04' };
const FORMATS = ['html', 'md', 'csv', 'json', 'jsonl', 'webannotation', 'timeml', 'conll', 'spacy', 'brat', 'ics', 'timelinejs'];

let newsmark;
let browser;
let server;
let opened;
let seen;
before(async () => {
  const folder = `${root}target/element/xss-node`;
  await promisify(execFile)(process.execPath, [`${root}node_modules/rolldown/bin/cli.mjs`, '-c', 'rolldown.config.ts', '--dir', folder], { cwd: root });
  newsmark = await import(`${folder}/node.js`);
  server = await serve(dist);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  if (opened === undefined) return;
  assert.deepEqual(await seen(), []);
  assert.deepEqual(opened.troubles, [], 'no violation of a policy and no error');
  await opened.context.close();
  opened = undefined;
});

/** The page, watched; nothing may be asked for after it is locked. */
async function open(url = server.url) {
  opened = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1280, height: 900 } });
  const { page, context } = opened;
  seen = await watched(context, page, (asked) => asked.startsWith(server.url));
  await page.goto(url);
  await ready(page);
  const loaded = server.requests.length;
  const look = seen;
  seen = async () => [...(await look()), ...server.requests.slice(loaded)];
  return page;
}

const field = () => opened.page.getByRole('textbox', { name: 'Article text' });

/** The browser's own clipboard would clean what is pasted; other programs put there what they like. */
const paste = (type, data) =>
  field().evaluate(
    (element, [type, data]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(type, data);
      element.focus();
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [type, data],
  );

/** Looks at everything that is made of an article: marks with their cards, the sidebar, what is taken along. */
async function look(page) {
  const marks = page.locator('article .mark');
  await marks.first().waitFor();
  for (let n = 0; n < 12; n += 1) {
    const mark = marks.nth((n * 7) % (await marks.count()));
    await mark.dispatchEvent('click');
    await page.getByRole('region', { name: 'Selected mark' }).waitFor();
  }
  await page.locator('.sidebar details').evaluateAll((all) => all.forEach((each) => (each.open = true)));
  await page.getByRole('button', { name: 'Take along' }).click();
  await page.locator('dialog.along:not(.offered)').waitFor();
  await page.waitForTimeout(200);
  assert.equal(await page.locator('#app :is(script, iframe, object, embed, img, math, video, audio, base, meta, link, template, x-element, news-mark, svg a, svg image, svg use, [onerror], [onload], [onclick], [onfocus])').count(), 0);
}

test('pasted pages with each of them are read as words', async () => {
  const page = await open();
  // The field makes room for the article as soon as that is read.
  const empty = async () => {
    const clear = page.getByRole('button', { name: 'Clear', exact: true });
    await page.locator('.editor textarea, article').first().waitFor();
    const held = () => field().inputValue({ timeout: 1000 }).catch(() => 'folded away');
    for (let tries = 0; (await held()) !== ''; tries += 1) {
      assert.ok(tries < 60, 'the field can be emptied');
      await clear.click({ timeout: 1000 }).catch(() => {});
    }
  };
  await paste('text/html', '<p>Mayor Odile Marsh came.</p>');
  await page.waitForFunction(() => /Mayor Odile Marsh came/.test(document.querySelector('.editor textarea')?.value ?? document.querySelector('article').textContent));
  await empty();
  for (const vector of VECTORS) {
    // In the body, in attributes, and by itself.
    const html = `<h1>Mill ${vector}</h1><p title="${vector}" data-x='${vector}'>Mayor Odile Marsh ${vector} came.</p>`;
    for (const pasted of [html, vector]) {
      await paste('text/html', pasted);
      await empty();
    }
    assert.deepEqual(await seen(), [], vector);
  }
});

test('an article with all of them is shown, marked, selected and taken along as words', async () => {
  const page = await open();
  await paste('text/plain', everything());
  await look(page);
});

/** What a reader who means ill may send: an article with all of them, and corrections that are full of them. */
async function sent() {
  const text = everything();
  const report = await newsmark.annotate(text, OPTIONS);
  let patch;
  let current = report;
  for (const [n, vector] of VECTORS.filter((each) => !/[\0-\x1f]/.test(each) && each.length < 120).entries()) {
    const quote = current.quotes[n];
    const entity = current.entities[n % current.entities.length];
    const request = n % 2 === 0 && quote !== undefined ? { op: 'setSpeaker', id: quote.id, name: vector } : { op: 'setValue', id: entity.id, value: vector };
    patch = await newsmark.addCorrection(text, current, patch, request).catch(() => patch);
    if (n > 60) break;
  }
  assert.ok(patch.corrections.length > 30, `${patch.corrections.length} corrections`);
  ({ report: current } = await newsmark.applyCorrections(text, report, patch));
  return { text, report: current, patch };
}

test('a link and a file full of them open as words', async () => {
  const { text, patch } = await sent();
  const articles = [{ text, published: '2021-10-04', patch: JSON.stringify(patch) }, ...VECTORS.slice(0, 20).map((vector) => ({ text: vector }))];
  const buffer = Buffer.from(await (await encodeFile({ articles })).arrayBuffer());
  const page = await open();
  await page.locator('.input input[type=file]').setInputFiles({ name: `${VECTORS[10].replaceAll('/', ' ')}.newsmark`, mimeType: 'application/json', buffer });
  const offered = page.locator('dialog.offered');
  await page.locator('article .mark, dialog.offered[open]').first().waitFor();
  if (await offered.isVisible()) await offered.getByRole('button').first().click();
  await look(page);
  assert.deepEqual(await seen(), []);
  const { link } = await (await importBundle(new URL('../../www/share.ts', import.meta.url))).encode({ articles: [{ text: articleWith(VECTORS[0] + VECTORS[10]) , published: '2021-10-04' }] }, server.url);
  assert.ok(link !== undefined, 'short enough');
  await opened.context.close();
  const linked = await open(link);
  await linked.locator('article .mark, dialog.offered[open]').first().waitFor();
  if (await linked.locator('dialog.offered').isVisible()) await linked.locator('dialog.offered').getByRole('button').first().click();
  await look(linked);
});

test('all of this would be seen: where the words are markup, scripts run and files are asked for', async () => {
  const page = await shown({ empty: { contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' } });
  await page.goto('http://export.test/empty');
  const kinds = new Set();
  for (const vector of VECTORS.filter((each) => !/refresh|javascript:parent|base /.test(each))) {
    await page.evaluate((html) => void (document.body.innerHTML = html), vector).catch(() => {});
  }
  await page.waitForTimeout(300);
  for (const trouble of await seen()) kinds.add(trouble.split(' ').slice(0, 2).join(' '));
  assert.deepEqual([...kinds].sort(), ['a script', 'asked for', 'went to']);
  await opened.context.close();
  opened = undefined;
});

/** An export as a browser shows it that is given it without its policy. */
async function shown(files) {
  opened = await openPage(browser);
  const { page, context } = opened;
  seen = await watched(context, page, (url) => url.startsWith('http://export.test/'));
  await page.route('http://export.test/**', (route) => {
    const file = files[decodeURIComponent(new URL(route.request().url()).pathname.slice(1))];
    return file === undefined ? route.fulfill({ status: 204 }) : route.fulfill(file);
  });
  return page;
}

test('every export of an article and corrections full of them runs nothing, with no policy to help', async () => {
  const { text, report } = await sent();
  const files = {};
  const exported = {};
  for (const format of FORMATS) {
    exported[format] = (await newsmark.exportAs(text, report, format, { title: VECTORS[0] + VECTORS[11] })).files.map((each) => each.text);
  }
  const [html] = exported.html;
  const policy = /<meta http-equiv="?Content-Security-Policy"?[^>]*>/i;
  assert.match(html, policy);
  files['page.html'] = { contentType: 'text/html; charset=utf-8', body: html.replace(policy, '') };
  // XML as a program that shows XML takes it, in which `script` could be one, too.
  files.empty = { contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' };
  files['times.xml'] = { contentType: 'application/xml', body: exported.timeml[0] };
  const page = await shown(files);
  await page.goto('http://export.test/page.html');
  assert.ok((await page.locator('mark').count()) > 100);
  await page.locator('mark').first().hover();
  assert.equal(await page.locator(':is(script, iframe, object, embed, img, svg, math, form, input, base, link, template, [onerror], [onload], [onclick])').count(), 0);
  assert.deepEqual(await page.locator('a').evaluateAll((all) => all.map((a) => a.protocol).filter((name) => !/^https?:$/.test(name))), []);
  await page.goto('http://export.test/times.xml');
  const spaces = await page.evaluate((xml) => {
    const all = new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('*');
    return [...new Set(Array.from(all, ({ namespaceURI, localName }) => `${namespaceURI} ${localName}`))];
  }, exported.timeml[0]);
  assert.deepEqual(spaces.filter((name) => !/^null (TimeML|DOCID|DCT|TITLE|EXTRAINFO|TEXT|TIMEX3)$/.test(name)), []);
  assert.deepEqual(await seen(), []);
  // What TimelineJS takes as markup.
  const timeline = JSON.parse(exported.timelinejs[0]);
  const strings = [];
  JSON.stringify(timeline, (_, value) => (typeof value === 'string' && strings.push(value), value));
  await page.goto('http://export.test/empty');
  const strange = await page.evaluate((strings) => {
    for (const string of strings) document.body.insertAdjacentHTML('beforeend', `<div>${string}</div>`);
    return document.body.querySelectorAll(':not(div, p, br)').length;
  }, strings);
  assert.equal(strange, 0, 'no element comes of the words of a timeline');
  await page.waitForTimeout(200);
});

test('exports that are no markup hold the words and no formula, property or field of theirs', async () => {
  const { text, report } = await sent();
  const of = async (format, title = VECTORS.at(-1)) => (await newsmark.exportAs(text, report, format, { title })).files.map((each) => each.text);
  for (const format of ['json', 'webannotation', 'spacy', 'timelinejs']) assert.ok(JSON.parse((await of(format))[0]), format);
  for (const line of (await of('jsonl'))[0].trim().split('\n')) JSON.parse(line);
  const [csv] = await of('csv');
  // A cell begins behind a comma, a line break or a quotation mark that opens it.
  const cells = csv.replace(/^\ufeff/, '').match(/(?<=^|,|\r\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)/g);
  assert.ok(cells.length > 1000);
  assert.deepEqual(cells.map((cell) => cell.replace(/^"/, '')).filter((cell) => /^[\s"]*[=+\-@\t\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?[\d.]+$/.test(cell)), []);
  const [calendar] = await of('ics');
  const names = new Set(calendar.replace(/\r\n[ \t]/g, '').trim().split('\r\n').map((line) => line.split(/[:;]/)[0]));
  for (const name of names) assert.match(name, /^(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|NAME|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|DESCRIPTION|STATUS|TRANSP|CLASS|CATEGORIES|X-[A-Z-]+)$/);
  const [markdown] = await of('md');
  assert.ok(!/(?<!\\)<[a-z!/?]/i.test(markdown), 'no tag that is not escaped');
  assert.ok(!/(?<!\\)\]\(/.test(markdown), 'no link');
  for (const line of (await of('conll'))[0].split('\n')) assert.match(line, /^(|-DOCSTART-.*|[^\t ]+[\t ][^\n]*)$/);
  const [words, marks] = await of('brat');
  assert.ok(words.length > 1000);
  for (const line of marks.trim().split('\n')) assert.match(line, /^([TENRAM#]\d+\t|\*\t)/);
});
