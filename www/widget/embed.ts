/**
 * The page of a frame: one article, which the page around the frame gives by messages (`docs/embed.md`). Without
 * such a page, or while it says nothing, readers have a field for a text of their own; what they read there
 * stays here.
 */
import './news-mark.ts';
import type { Report } from '../../src/wasm/types.d.ts';
import type { NewsMark } from './element.ts';
import { isId, isMessage, isText, message } from './messages.ts';
import { apply, type Settings, settingsIn, settingsOf } from './settings.ts';
import css from './sheets/embed.css';

/** The longest text that is taken, in UTF-16 units; what the core takes is less, unless `maxBytes` says otherwise. */
const LONGEST_TEXT = 16 << 20;
/** The longest name of a format, and the longest title of an exported article. */
const [LONGEST_FORMAT, LONGEST_TITLE] = [32, 500];
/** How often the frame says that it is ready: soon at first, and ever more rarely. In milliseconds. */
const [SOON_MS, RARELY_MS] = [100, 5_000];
/** How long the page around it may say nothing before readers have a field. */
const SILENT_MS = 3_000;

const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const { documentElement: root, body } = document;

let mark: NewsMark;
/** The text that the page gave; undefined before it has given one. */
let given: string | undefined;
/** What the article is shown with. */
let shown: Settings | undefined;
/** The page's origin, known with its first message; nothing but `ready` is told before. */
let origin: string | undefined;
/** The last `init`: the same once more changes nothing. */
let last: string | undefined;
let height = 0;
/** The selected annotation, as the page knows it. */
let selected: string | null = null;

function tell(type: string, fields: object = {}): void {
  if (origin === undefined && type !== 'ready') return;
  // A page without an origin, such as a file, has no other address.
  parent.postMessage(message(id, type, fields), origin === undefined || origin === 'null' ? '*' : origin);
}

function tellError(code: string, words: string): void {
  tell('error', { code, message: words });
}

// ── What is shown ──

/** Shows an article anew: with nothing left of the settings, the corrections and the text before. */
function show(settings: Settings, text: string | undefined): void {
  const next = document.createElement('news-mark') as HTMLElement as NewsMark;
  apply(settings, next);
  if (text !== undefined) next.text = text;
  if (settings.corrections !== undefined) next.corrections = settings.corrections;
  root.dataset['theme'] = settings.attributes.theme ?? '';
  root.lang = settings.attributes.uiLang ?? 'en';
  // Those of before are not to answer for those of now.
  [mark, shown, selected] = [next, settings, null];
  body.replaceChildren(mark);
}

/** Readers' own text, where there is no page that gives one. */
function offer(): void {
  const settings = settingsIn(location.hash);
  settings.attributes.input ??= 'paste';
  show(settings, undefined);
}

/** Whether what is shown is the page's: what readers paste here is theirs. */
const isGiven = (): boolean => given !== undefined && mark.text === given;

/** Tells the page how high the article is with its card, if that has changed or `always`. */
function measure(always = false): void {
  const card = mark.shadowRoot?.querySelector('[part~="card"]:not([hidden])');
  const now = Math.ceil(Math.max(body.getBoundingClientRect().bottom, card?.getBoundingClientRect().bottom ?? 0) + scrollY);
  if (now === height && !always) return;
  height = now;
  tell('resize', { height });
}

/** Puts the card below the selected mark, and tells the page which that is if it is another one. */
function follow(): void {
  const found = mark.shadowRoot?.querySelector<HTMLElement>('mark.nm-selected');
  const box = found?.getBoundingClientRect();
  root.toggleAttribute('data-whole', box !== undefined && (root.hasAttribute('data-whole') || height <= innerHeight + 1));
  if (box !== undefined) mark.style.setProperty('--card-top', `${Math.round(box.bottom - mark.getBoundingClientRect().top) + 6}px`);
  requestAnimationFrame(() => measure());
  const annotation = found?.dataset['nmId'] ?? null;
  if (annotation === selected || !isGiven()) return;
  selected = annotation;
  const kind = /mark-(\w+)/.exec(found?.getAttribute('part') ?? '')?.[1] ?? null;
  tell('select', { annotation, kind, top: box === undefined ? null : Math.round(box.top + scrollY) });
}

// ── What the page around the frame says ──

/** A message of a known type, whose fields are to be checked. What does not fit changes nothing. */
function take(type: string, fields: Readonly<Record<string, unknown>>, from: string): void {
  if (type === 'init') {
    const settings = settingsOf(fields['options']);
    const text = fields['text'];
    if (settings === undefined || !isText(text, LONGEST_TEXT)) return tellError('bad-message', 'init: text and options');
    origin = from;
    const all = JSON.stringify([text, settings]);
    if (all !== last) begin(text, settings);
    last = all;
  } else if (origin === undefined) {
    // Nothing is asked for before there is an article.
  } else if (type === 'select') {
    const annotation = fields['annotation'];
    if (annotation !== null && !isId(annotation)) return tellError('bad-message', 'select: annotation');
    // No event says what a program selects.
    mark.select(annotation);
    follow();
  } else if (type === 'export') {
    const { format, title = '' } = fields;
    if (isText(format, LONGEST_FORMAT) && isText(title, LONGEST_TITLE)) void send(format, title);
    else tellError('bad-message', 'export: format and title');
  }
}

function begin(text: string, settings: Settings): void {
  given = text;
  show(settings, text === '' ? undefined : text);
  measure(true);
}

async function send(format: string, title: string): Promise<void> {
  if (!isGiven()) return tellError('not-ready', 'there is no article of the page’s');
  try {
    tell('export', { format, content: await mark.export(format, title === '' ? {} : { title }) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    tellError(code, error instanceof Error ? error.message : String(error));
  }
}

/** Says that the frame is ready until the page has answered. */
function announce(wait: number, silent: number): void {
  if (origin !== undefined) return;
  tell('ready');
  if (silent >= SILENT_MS && mark === undefined) offer();
  setTimeout(announce, wait, Math.min(wait * 2, RARELY_MS), silent + wait);
}

// ── Start ──

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets = [sheet];

type Detail = { result: Report; ms: number } & { op: unknown; patch: unknown } & { code: string; message: string };
/** Listens to the element of now, and only while it shows what the page gave. */
const on = (name: string, then: (detail: Detail) => void): void =>
  body.addEventListener(name, (event) => {
    if (event.target === mark && isGiven()) then((event as CustomEvent<Detail>).detail);
  });

on('nm-result', ({ result, ms }) => {
  tell('result', { result, ms });
  // A tab that is hidden draws nothing and observes no sizes.
  measure();
});
on('nm-correction', ({ op, patch }) => tell('correction', { op, patch }));
on('nm-error', ({ code, message }) => {
  tellError(code, message);
  if (code !== 'bad-patch' || mark.result !== null || shown?.corrections === undefined) return;
  // The article comes without corrections that are none.
  const { corrections: _, ...rest } = shown;
  show(rest, given);
});
body.addEventListener('nm-select', follow);
new ResizeObserver(() => mark !== undefined && measure()).observe(body);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && mark !== undefined) measure(true);
});

if (parent === window) {
  offer();
} else {
  addEventListener('message', ({ source, data, origin: from }) => {
    // Only the page around the frame, in messages for this very frame, and for as long as it is that page.
    if (source === parent && isMessage(data) && data.id === id && (origin === undefined || from === origin)) take(data.type, data, from);
  });
  announce(SOON_MS, 0);
}
