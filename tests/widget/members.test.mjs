/** Properties, methods and events of `<news-mark>`. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hosts } from '../support/element.mjs';
import { SHORT, TEXT } from '../support/stories.mjs';

let site;
before(async () => (site = await hosts('members')));
after(() => site.close());

/** Opens a page with one element that is ready, asks it something, and closes the page. */
async function ask(attributes, question, { content = SHORT, argument, isReady = true, ...options } = {}) {
  const { page, context, ready, troubles } = await site.open(`<news-mark id="mark" ${attributes}>${content}</news-mark>`, options);
  if (isReady) await ready();
  const answer = await page.evaluate(`(async (argument) => { const mark = document.querySelector('news-mark'); return (${question})(mark, argument); })(${JSON.stringify(argument)})`);
  await context.close();
  assert.deepEqual(troubles, []);
  return answer;
}

test('members: what was set before the element was defined holds, and wins over attributes', async () => {
  const init = `addEventListener('DOMContentLoaded', () => {}); document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const mark = document.querySelector('news-mark');
    Object.assign(mark, { text: 'The mill burned on Friday. Quillfeather paid.', published: '2021-10-04', types: 'date', layout: 'article', maxBytes: 5000,
      gazetteer: [{ text: 'Quillfeather', type: 'organisation' }], corrections: { schema: 'newsmark-patch/1', corrections: [] } });
  });`;
  const found = await ask('published="1999-01-01" types="person"', (mark) => [
    mark.text, mark.result.dates[0].timex.value, mark.getAttribute('types'), mark.getAttribute('layout'), mark.maxBytes, mark.result.entities.map(({ name, type }) => [name, type]), Object.keys(mark),
  ], { init });
  assert.deepEqual(found, ['The mill burned on Friday. Quillfeather paid.', '2021-10-01', 'date', 'article', 5000, [['Quillfeather', 'organisation']], []]);
});

test('members: text is what was read, or what is shown instead', async () => {
  const found = await ask('', async (mark, text) => {
    const seen = [mark.text];
    mark.text = 'Odile Marchand came to Lyon.';
    await host.until(() => mark.result?.text.length === 28);
    const [slot, own] = [host.in(mark, '.slotted'), host.in(mark, '.own')];
    seen.push(mark.text, slot.hidden, own.textContent, mark.querySelectorAll('p').length);
    mark.text = null;
    await host.until(() => mark.result?.text.length > 100);
    return [...seen, mark.text === text, slot.hidden, own.hidden];
  }, { argument: TEXT });
  assert.deepEqual(found, [TEXT, 'Odile Marchand came to Lyon.', true, 'Odile Marchand came to Lyon.', 2, true, false, true]);
});

test('members: result is frozen, counts UTF-16 units of text, and cannot be set', async () => {
  const found = await ask('', (mark) => {
    'use strict';
    const { result, text } = mark;
    const odile = result.entities.find(({ name }) => name === 'Odile Marchand');
    const { span } = result.mentions.find(({ id }) => id === odile.mentions[0]);
    const fails = (work) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    return [result.schema, result.text.unit, text.slice(span.start, span.end), [result, result.mentions, result.mentions[0].span].every(Object.isFrozen), fails(() => (mark.result = null)), fails(() => (mark.state = 'idle')), fails(() => (mark.version = '9')), mark.version === result.engine.version, mark.state];
  });
  assert.deepEqual(found, ['newsmark/1', 'utf16', 'Marchand', true, true, true, true, true, 'ready']);
});

test('members: states, as a property and for style sheets', async () => {
  const found = await ask('', async (mark) => {
    const seen = [mark.state, mark.matches(':state(busy)')];
    const states = [];
    addEventListener('nm-progress', () => states.push(mark.state, mark.matches(':state(busy)')));
    mark.append('A farmer, Odile Marchand, came to Brest.');
    await host.until(() => mark.state === 'ready');
    await host.next(mark, 'nm-result');
    await host.until(() => /names/.test(mark.result?.engine.data));
    seen.push(mark.state, mark.matches(':state(busy)'), mark.matches(':state(edited)'));
    await mark.correct({ op: 'delete', id: mark.result.mentions[0].id });
    seen.push(mark.matches(':state(edited)'), mark.matches(':state(offline)'));
    Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
    dispatchEvent(new Event('offline'));
    seen.push(mark.matches(':state(offline)'), mark.matches(':state(error)'));
    mark.maxBytes = 5;
    await host.until(() => mark.state === 'error');
    return [seen, states, mark.matches(':state(error)')];
  }, { content: '', isReady: false });
  assert.deepEqual(found[0], ['idle', false, 'ready', false, false, true, false, true, false]);
  assert.deepEqual(found[1].slice(0, 2), ['loading', true]);
  assert.equal(found[2], true);
});

test('members: lexicon and gazetteer name what readers should see', async () => {
  const found = await ask('', async (mark) => {
    const names = () => mark.result.entities.map(({ name }) => name);
    const seen = [mark.lexicon, mark.gazetteer];
    mark.lexicon = { names: [{ text: 'the bridge', type: 'place' }], ignore: ['Brest'] };
    await host.next(mark, 'nm-result');
    seen.push(names().includes('the bridge'), names().includes('Brest'), mark.gazetteer.length);
    mark.gazetteer = [{ text: 'the port', type: 'organisation', entity: 'The port' }];
    await host.next(mark, 'nm-result');
    seen.push(names().includes('the bridge'), names().includes('The port'), mark.lexicon.ignore);
    mark.lexicon = null;
    await host.next(mark, 'nm-result');
    return [...seen, names().includes('Brest')];
  });
  assert.deepEqual(found, [null, null, true, false, 1, false, true, ['Brest'], true]);
});

test('members: annotate answers, with the error’s code where it cannot, and the last call counts', async () => {
  const found = await ask('', async (mark) => {
    const code = (call) => call.then(() => 'none', ({ code, name }) => `${name} ${code}`);
    const report = await mark.annotate('Odile Marchand came on 03/04/2021.', { dateOrder: 'dmy' });
    const seen = [report === mark.result, report.dates[0].timex.value];
    seen.push(await code(mark.annotate('')), mark.state, mark.result);
    seen.push(await code(mark.annotate('A mill.', { publishd: 'x' })), mark.state);
    const [first, second] = [code(mark.annotate('One mill burned.')), mark.annotate('Two mills burned.')];
    seen.push(await first, (await second).text.length, mark.text);
    const alone = document.createElement('news-mark');
    seen.push((await alone.annotate('Odile Marchand came to Lyon.')).mentions.length, alone.state);
    return seen;
  });
  assert.deepEqual(found, [true, '2021-04-03', 'NewsmarkError empty', 'idle', null, 'NewsmarkError bad-option', 'error', 'NewsmarkError aborted', 17, 'Two mills burned.', 2, 'ready']);
});

test('members: clear takes a text that was given, and all that was found', async () => {
  const found = await ask('', async (mark) => {
    await mark.annotate('Odile Marchand came to Lyon.');
    await mark.correct({ op: 'delete', id: 'm1' });
    mark.clear();
    const seen = [mark.result, mark.corrections.corrections.length, host.in(mark, '.own').textContent];
    await host.until(() => mark.state === 'ready');
    seen.push(mark.text.length > 100);
    mark.replaceChildren();
    mark.clear();
    return [...seen, mark.state, mark.result, CSS.highlights.size];
  });
  assert.deepEqual(found, [null, 0, '', true, 'idle', null, 0]);
});

test('members: select shows a card, by the id of a mark or an entity, and fires nothing', async () => {
  const found = await ask('', async (mark) => {
    host.told();
    const card = host.in(mark, '[part=card]');
    const odile = mark.result.entities.find(({ name }) => name === 'Odile Marchand');
    mark.select(odile.id);
    const seen = [card.hidden, card.getAttribute('aria-label'), CSS.highlights.has('nm-selected')];
    mark.select(mark.result.quotes[0].id, { scroll: false });
    seen.push(card.getAttribute('aria-label').split(':')[0]);
    mark.select('nobody');
    seen.push(card.hidden, card.textContent);
    mark.select(mark.result.dates[0].id);
    mark.select(null);
    return [...seen, card.hidden, CSS.highlights.has('nm-selected'), host.told()];
  });
  assert.deepEqual(found, [false, 'Person: Marchand', true, 'Quote', true, '', true, false, []]);
});

test('members: select scrolls, unless it should not', async () => {
  const found = await ask('', async (mark) => {
    mark.before(Object.assign(document.createElement('div'), { id: 'gap' }));
    document.querySelector('#gap').setAttribute('class', 'gap');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.gap { height: 5000px } news-mark { margin-bottom: 3000px }');
    document.adoptedStyleSheets.push(sheet);
    const [first, second] = mark.result.mentions;
    const seen = [scrollY];
    mark.select(first.id);
    seen.push(scrollY > 3000);
    scrollTo(0, 0);
    mark.select(first.id);
    return [...seen, scrollY > 3000];
  });
  assert.deepEqual(found, [0, true, true]);
});

test('members: correct, undo and redo change the report, in turn, and fire no event for it', async () => {
  const found = await ask('', async (mark) => {
    host.told();
    const types = () => mark.result.entities.map(({ name, type }) => `${name} ${type}`).filter((each) => /^(Brest|Paul)/.test(each));
    const id = (name) => mark.result.mentions.find(({ span }) => mark.text.slice(span.start, span.end) === name).id;
    const seen = [types()];
    // Two at once: the second meets the report of the first.
    const [one, two] = await Promise.all([mark.correct({ op: 'delete', id: id('Brest'), all: true }), mark.correct({ op: 'retype', id: id('Paul Brennan'), type: 'organisation' })]);
    seen.push(one !== two, two === mark.result, types().length, mark.corrections.corrections.map(({ op }) => op));
    seen.push(await mark.undo(), types(), await mark.undo(), types(), await mark.undo());
    seen.push(await mark.redo(), types().length, await mark.redo(), await mark.redo());
    const refused = await mark.correct({ op: 'retype', id: 'm99', type: 'person' }).catch(({ name, code }) => `${name} ${code}`);
    return [...seen, refused, host.told().filter((name) => name !== 'result')];
  });
  assert.deepEqual(found[0], ['Brest place', 'Paul Brennan person']);
  assert.deepEqual(found.slice(1, 5), [true, true, found[3], ['delete', 'retype']]);
  assert.deepEqual(found.slice(5, 10), [true, ['Paul Brennan person'], true, found[0], false]);
  assert.deepEqual(found.slice(10, 13), [true, found[11], true]);
  assert.equal(found[13], false);
  assert.match(found[14], /^NewsmarkError \S+$/);
  assert.deepEqual(found[15], []);
});

test('members: corrections can be taken along, set, and imported with a word on each', async () => {
  const found = await ask('', async (mark) => {
    const brest = mark.result.mentions.find(({ span }) => mark.text.slice(span.start, span.end) === 'Brest').id;
    await mark.correct({ op: 'delete', id: brest });
    const patch = structuredClone(mark.corrections);
    const seen = [Object.isFrozen(mark.corrections), patch.schema];
    mark.corrections = null;
    await host.next(mark, 'nm-result');
    const places = () => mark.result.mentions.filter(({ type }) => type === 'place').length;
    seen.push(places(), mark.corrections.corrections.length);
    mark.corrections = patch;
    await host.next(mark, 'nm-result');
    seen.push(places());
    mark.corrections = null;
    await host.next(mark, 'nm-result');
    const lost = structuredClone(patch.corrections[0]);
    Object.assign(lost, { id: 'lost', target: { ...lost.target, exact: 'Nantes' } });
    const anchored = await mark.importCorrections({ ...patch, corrections: [...patch.corrections, lost] });
    seen.push(anchored.applied.length, anchored.reanchored, anchored.orphans, places());
    seen.push(await mark.importCorrections('no patch').catch(({ name }) => name), mark.corrections.corrections.length);
    return seen;
  });
  assert.deepEqual(found, [true, 'newsmark-patch/1', 2, 0, 1, 1, [], [{ id: 'lost', reason: 'gone' }], 1, 'NewsmarkError', 2]);
});

test('members: corrections that are none are told, and the article stays', async () => {
  const found = await ask('', async (mark) => {
    const seen = [];
    for (const none of [{ schema: 'something', corrections: [{ op: 'explode' }] }, 'words', 7, true, [], {}, { corrections: 'all' }]) {
      mark.corrections = none;
      const { code } = await host.next(mark, 'nm-error');
      seen.push(typeof code, mark.state, mark.querySelectorAll('p').length);
      mark.corrections = null;
      await host.next(mark, 'nm-result');
      seen.push(mark.state);
    }
    return seen;
  });
  assert.deepEqual(found, Array(7).fill(['string', 'error', 2, 'ready']).flat());
});

const FORMATS = ['html', 'md', 'csv', 'json', 'jsonl', 'webannotation', 'timeml', 'conll', 'spacy', 'ics', 'timelinejs'];
test('members: export writes every format, and several files as one archive that tools open', async () => {
  const found = await ask('', async (mark, formats) => {
    host.told();
    const texts = [];
    for (const format of formats) texts.push(await mark.export(format, { title: 'A title of its own' }));
    const archive = await mark.export('brat');
    const again = await mark.export('brat');
    const bytes = async (blob) => [...new Uint8Array(await blob.arrayBuffer())];
    const wrong = await mark.export('word').catch(({ name, code }) => `${name} ${code}`);
    return [texts.map((text) => [typeof text, text.includes('Odile Marchand') || text.includes('Odile\\nMarchand') || text.length > 100]), archive.type, await bytes(archive), JSON.stringify(await bytes(again)) === JSON.stringify(await bytes(archive)), wrong, host.told()];
  }, { argument: FORMATS });
  for (const each of found[0]) assert.deepEqual(each, ['string', true]);
  assert.equal(found[1], 'application/zip');
  assert.ok(found[3], 'the same bytes for the same files');
  assert.match(found[4], /^NewsmarkError /);
  assert.deepEqual(found[5], []);
  const folder = await mkdtemp(join(tmpdir(), 'brat-'));
  await writeFile(join(folder, 'brat.zip'), Buffer.from(found[2]));
  // Checks the sums of the files as it unpacks them.
  execFileSync('python3', ['-m', 'zipfile', '-e', 'brat.zip', 'out'], { cwd: folder });
  const [text, notes] = await Promise.all(['txt', 'ann'].map((ending) => readFile(join(folder, 'out', `article.${ending}`), 'utf8')));
  await rm(folder, { recursive: true });
  const [, start, end, words] = /^T\d+\t\w+ (\d+) (\d+)\t(Paul Brennan)$/m.exec(notes);
  assert.equal([...text].slice(Number(start), Number(end)).join(''), words);
});

test('members: focusArticle moves the keyboard to the article', async () => {
  const own = await ask('', async (mark) => {
    await mark.annotate('Odile Marchand came to Lyon.');
    mark.focusArticle();
    return mark.shadowRoot.activeElement.className;
  });
  assert.equal(own, 'own');
  assert.equal(await ask('paint="marks"', (mark) => (mark.focusArticle(), document.activeElement.localName)), 'mark');
  // Highlights take no focus: the controls do that lead through them.
  assert.equal(await ask('paint="highlights"', (mark) => (mark.focusArticle(), mark.shadowRoot.activeElement.localName)), 'button');
});

test('members: print prints the article with its marks, where frames are allowed, and else the page', async () => {
  const init = 'window.print = () => { Object.defineProperty(globalThis, "printed", { value: document.body?.textContent.slice(0, 400) }); };';
  const printed = async (mark) => {
    await mark.print();
    const frame = host.in(mark, 'iframe');
    return [globalThis.printed !== undefined, frame?.contentWindow.printed?.includes('Odile Marchand')];
  };
  assert.deepEqual(await ask('', printed, { init }), [false, true]);
  const csp = (from) => `default-src 'none'; script-src ${from} 'wasm-unsafe-eval'; connect-src ${from}; worker-src blob:`;
  const { page, context, ready } = await site.open(`<news-mark>${SHORT}</news-mark>`, { init, csp });
  await ready();
  assert.deepEqual(await page.evaluate(`(${printed})(document.querySelector('news-mark'))`), [true, undefined]);
  await context.close();
});

test('members: events tell what goes on, frozen, through shadow roots', async () => {
  const inside = `<div><template shadowrootmode="open"><section></section></template></div>`;
  const { page, context } = await site.open(inside);
  const found = await page.evaluate(async (story) => {
    const mark = document.createElement('news-mark');
    mark.append(...new DOMParser().parseFromString(story, 'text/html').body.childNodes);
    document.querySelector('div').shadowRoot.querySelector('section').append(mark);
    await host.until(() => /names/.test(mark.result?.engine.data));
    const { events } = host;
    const of = (name) => events.filter((each) => each.name === name);
    const progress = of('progress').map(({ detail }) => `${detail.done}/${detail.total}`);
    const [result] = of('result').slice(-1);
    const all = [events.every(({ isFrozen, cancelable }) => isFrozen && !cancelable), of('ready').map(({ detail }) => detail.version === mark.version), progress, result.detail.result === mark.result, result.detail.ms > 0, of('resize').at(-1).detail.height === mark.getBoundingClientRect().height];
    mark.maxBytes = 9;
    await host.until(() => mark.state === 'error');
    return [...all, of('error').map(({ detail }) => [detail.code, detail.message.length > 10])];
  }, SHORT);
  assert.deepEqual(found, [true, [true], ['1/3', '2/3', '3/3'], true, true, true, [['too-long', true]]]);
  await context.close();
});

test('members: nm-resize tells the height, once for each', async () => {
  const found = await ask('', async (mark) => {
    host.events.length = 0;
    mark.append('A line. '.repeat(400));
    await host.until(() => host.events.some(({ name }) => name === 'resize'));
    const heights = host.events.filter(({ name }) => name === 'resize').map(({ detail }) => detail.height);
    return [heights.at(-1) === mark.getBoundingClientRect().height, new Set(heights).size === heights.length];
  });
  assert.deepEqual(found, [true, true]);
});
