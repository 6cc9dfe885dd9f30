/** The engine in Chromium: its sealed worker, its replacements, and the lock. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { launch, openPage } from '../support/chromium.mjs';
import { serveEngine } from '../support/engine-site.mjs';
import { REST, damaged, missing } from '../support/rest.mjs';

const TEXT = 'Mill shuts\n\nThe mill paid $3.5 million to 120 people on 4 October 2021.\n';

let browser;
let server;
let opened;

before(async () => {
  server = await serveEngine();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  await opened?.context.close();
  opened = await openPage(browser);
});

/** Opens the page and waits until the engine answers or cannot, and has learnt or cannot. */
async function start({ page } = opened) {
  await page.goto(server.page);
  await page.waitForFunction(() => globalThis.host !== undefined);
  return page.evaluate(async () => {
    const lock = await globalThis.host.lock;
    const state = await globalThis.host.engineState.then(
      () => 'ready',
      (error) => String(error),
    );
    await globalThis.host.learnt.catch(() => {});
    return { lock, state };
  });
}

/** The report on `TEXT`, or the code of the error. */
function annotate(options = {}, text = TEXT) {
  return opened.page.evaluate(
    ([text, options]) =>
      globalThis.host.annotate(text, options).then(
        (json) => ({ report: JSON.parse(json) }),
        ({ code, message }) => ({ code, message }),
      ),
    [text, options],
  );
}

test('a sealed worker answers, without a violation of any policy', async () => {
  assert.deepEqual(await start(), { lock: 'locked', state: 'ready' });
  assert.equal(opened.page.workers().length, 1);
  assert.match(opened.page.workers()[0].url(), /^blob:/);
  const { report } = await annotate({ unit: 'utf8' });
  assert.deepEqual(report.text, { unit: 'utf8', length: TEXT.length });
  assert.deepEqual(opened.troubles, []);
});

test('the worker learns what comes later, and so does the one in its place', async () => {
  await start();
  assert.match((await annotate()).report.engine.data, /\+names$/);
  await crash();
  assert.match((await annotate()).report.engine.data, /\+names$/);
});

for (const [what, answer, says] of [
  ['weights', damaged('weights'), /not the file that was built/],
  ['second gazetteer', damaged('names'), /not the file that was built/],
  ['file with both', missing, /404/],
]) {
  test(`without the ${what} the engine answers by its rules, and says what is missing`, async () => {
    await opened.page.route(REST, answer);
    assert.deepEqual(await start(), { lock: 'locked', state: 'ready' });
    const why = await opened.page.evaluate(() => globalThis.host.learnt.catch(String));
    assert.match(why, says);
    const { report } = await annotate();
    assert.ok(report.amounts.length > 0);
    assert.doesNotMatch(report.engine.data, /names/);
  });
}

test('errors of the core keep their codes across the worker', async () => {
  await start();
  assert.equal((await annotate({ published: 'May' })).code, 'bad-date');
  assert.equal((await annotate({ publishd: '2021-10-04' })).code, 'bad-option');
  assert.equal((await annotate({ maxBytes: 3 })).code, 'too-long');
  assert.ok((await annotate()).report);
});

test('each file is fetched once', async () => {
  const from = server.requests.length;
  await start();
  const asked = server.requests.slice(from);
  assert.deepEqual([...new Set(asked)], asked);
  assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 2, 'the core, and the rest');
});

/** Every way to reach a server that a script has and that does not leave the page. */
const tries = async (url) => {
  const outcome = (promise) => promise.then(() => 'went through', () => 'refused');
  const loads = (element, attribute, name) =>
    new Promise((resolve, reject) => {
      Object.assign(element, { onload: resolve, onerror: reject });
      element[attribute] = `${url}${name}`;
      document.body.append(element);
      setTimeout(reject, 500);
    });
  const xhr = () =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      Object.assign(request, { onload: resolve, onerror: reject });
      request.open('GET', `${url}xhr`);
      request.send();
    });
  const opens = (Kind, address) =>
    new Promise((resolve, reject) => {
      const connection = new Kind(address);
      Object.assign(connection, { onopen: resolve, onerror: reject });
    });
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
  const frame = Object.assign(document.createElement('iframe'), { name: 'frame' });
  const form = document.createElement('form');
  Object.assign(form, { action: `${url}form`, method: 'post', target: 'frame' });
  document.body.append(frame, form);
  navigator.sendBeacon(`${url}beacon`, 'x');
  form.submit();
  return {
    fetch: await outcome(fetch(`${url}fetch`)),
    noCors: await outcome(fetch(`${url}no-cors`, { mode: 'no-cors', keepalive: true })),
    xhr: await outcome(xhr()),
    image: await outcome(loads(new Image(), 'src', 'image')),
    style: await outcome(loads(link, 'href', 'style')),
    script: await outcome(import(`${url}import.js`)),
    socket: await outcome(opens(WebSocket, `${url.replace('http', 'ws')}socket`)),
    events: await outcome(opens(EventSource, `${url}events`)),
  };
};

test('after the lock nothing on the page reaches even its own server', async () => {
  await start();
  const from = server.requests.length;
  const outcomes = await opened.page.evaluate(tries, server.url);
  assert.deepEqual([...new Set(Object.values(outcomes))], ['refused'], JSON.stringify(outcomes));
  await opened.page.waitForTimeout(300);
  assert.deepEqual(server.requests.slice(from), []);
});

test('all of these attempts arrive where there is no lock', async () => {
  const { page } = opened;
  await page.goto(`${server.url}plain`);
  const from = server.requests.length;
  await page.evaluate(tries, server.url);
  const arrived = server.requests.slice(from).map((path) => path.split('/').at(-1));
  const names = 'beacon events fetch form image import.js no-cors socket style xhr';
  assert.deepEqual([...new Set(arrived)].sort().join(' '), names);
});

test('after the lock nothing in the worker reaches the server', async () => {
  await start();
  const from = server.requests.length;
  const [worker] = opened.page.workers();
  const outcomes = await worker.evaluate(async (url) => {
    const outcome = (promise) => promise.then(() => 'went through', () => 'refused');
    return [await outcome(fetch(`${url}fetch`)), await outcome(import(`${url}import.js`))];
  }, server.url);
  assert.deepEqual(outcomes, ['refused', 'refused']);
  assert.deepEqual(server.requests.slice(from), []);
});

/** Ends the worker as a trap would. */
async function crash() {
  const [worker] = opened.page.workers();
  const gone = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('crash');
    });
  });
  await gone;
}

test('a crashed worker is replaced, by another sealed one', async () => {
  await start();
  await crash();
  assert.ok((await annotate()).report);
  assert.equal(opened.page.workers().length, 1);
  assert.match(opened.page.workers()[0].url(), /^blob:/);
});

/** From now on no page of `opened` can start a worker. */
function refuseWorkers() {
  return opened.page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('no workers', 'SecurityError');
      }
    };
  });
}

/** Some 4,000 words. */
const LONG = `Mill shuts\n\n${'The mill paid $3.5 million to Ida Brenn on 4 October 2021. “We wept,” she said.\n\n'.repeat(250)}`;

test('where workers are refused the page itself answers', async () => {
  await refuseWorkers();
  assert.deepEqual(await start(), { lock: 'locked', state: 'ready' });
  assert.equal(opened.page.workers().length, 0);
  assert.match((await annotate()).report.engine.data, /\+names$/);
  assert.equal((await annotate({ published: 'May' })).code, 'bad-date');
  assert.deepEqual(opened.troubles, []);
});

test('the page answers as the worker does, in many tasks', async () => {
  await start();
  const ofWorker = await annotate({}, LONG);
  assert.ok(ofWorker.report.quotes.length > 100);
  await opened.context.close();
  opened = await openPage(browser);
  await refuseWorkers();
  await start();
  const { outcome, tasks, frames } = await opened.page.evaluate(async (text) => {
    const seen = { tasks: 0, frames: 0 };
    let over = false;
    const task = () => {
      seen.tasks += 1;
      if (!over) setTimeout(task, 0);
    };
    const frame = () => {
      seen.frames += 1;
      if (!over) requestAnimationFrame(frame);
    };
    const call = globalThis.host.annotate(text, {});
    // The work begins some time after the call: what counts is what runs during it.
    await new Promise((resolve) => setTimeout(resolve, 30));
    task();
    frame();
    const report = JSON.parse(await call);
    over = true;
    return { outcome: { report }, ...seen };
  }, LONG);
  assert.deepEqual(outcome, ofWorker);
  assert.ok(tasks >= 5, `${tasks} other tasks while the page worked`);
  assert.ok(frames >= 2, `${frames} frames while the page worked`);
});

test('a later question takes back the one that the page is working on', async () => {
  await refuseWorkers();
  await start();
  const [first, second] = await opened.page.evaluate(async (text) => {
    const outcome = (promise) =>
      promise.then((json) => JSON.parse(json).text.length, ({ code }) => code);
    const first = outcome(globalThis.host.annotate(text, {}));
    await new Promise((resolve) => setTimeout(resolve, 40));
    const second = outcome(globalThis.host.annotate('The mill shut.', {}));
    return Promise.all([first, second]);
  }, LONG);
  assert.deepEqual([first, second], ['cancelled', 'The mill shut.'.length]);
});

test('where the core does not come, the engine says why, and the page is locked all the same', async () => {
  await opened.page.route('**/*core_bg*.wasm', (route) => route.fulfill({ status: 503 }));
  const { lock, state } = await start();
  assert.equal(lock, 'locked');
  assert.match(state, /core_bg.*: 503/);
  assert.match((await annotate()).message, /core_bg.*: 503/);
});

for (const [what, files, tail] of [
  ['core', '**/*core_bg*.wasm', '\0\u0001\0'], // an empty custom section: still a valid module
  ['worker', '**/worker*.js', '\n// changed\n'],
]) {
  test(`a ${what} that is not the one that was built is refused`, async () => {
    let changed = 0;
    await opened.page.route(files, async (route) => {
      const response = await route.fetch();
      changed += 1;
      await route.fulfill({ response, body: Buffer.concat([await response.body(), Buffer.from(tail)]) });
    });
    const { lock, state } = await start();
    assert.deepEqual([lock, changed], ['locked', 1]);
    assert.match(state, /is not the file that was built/);
    // The core is compiled as it comes: the page's own code looks at it.
    const byBrowser = opened.troubles.some((trouble) => /integrity/.test(trouble));
    assert.equal(byBrowser, what !== 'core', String(opened.troubles));
  });
}
