/** The search: every word that is typed begins a word of a section. */

/** A section, as `xtask/src/book/search.rs` writes it. */
interface Section {
  readonly page: string;
  readonly title: string;
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** How many are shown. */
const SHOWN = 12;
/** How much of a section's text is shown around the first word. */
const AROUND = 70;

let sections: Promise<readonly Section[]> | undefined;

/** Shows the field and fills the list below it. */
export function offerSearch(): void {
  const form = document.querySelector<HTMLFormElement>('#search');
  const field = form?.querySelector('input');
  const results = form?.querySelector<HTMLElement>('#results');
  if (!form || !field || !results) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('focus', () => void loaded(form).catch(() => {}), { once: true });
  field.addEventListener('input', () => void search(form, field, results));
  form.addEventListener('keydown', (event) => steer(event, field, results));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) results.hidden = true;
  });
  field.addEventListener('focus', () => (results.hidden = field.value.trim() === ''));
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const typing = target instanceof HTMLElement && target.matches('input, select, textarea');
    if (key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}

function loaded(form: HTMLFormElement): Promise<readonly Section[]> {
  const { index = '', integrity = '' } = form.dataset;
  sections ??= fetch(index, { integrity }).then((response) => response.json() as Promise<Section[]>);
  // What failed is asked for again.
  sections.catch(() => (sections = undefined));
  return sections;
}

async function search(form: HTMLFormElement, field: HTMLInputElement, results: HTMLElement): Promise<void> {
  const asked = field.value;
  const words = wordsOf(asked);
  const status = results.querySelector('p');
  const list = results.querySelector('ul');
  if (status === null || list === null) return;
  let found: readonly Section[] = [];
  let trouble = '';
  try {
    found = words.length === 0 ? [] : best(await loaded(form), words);
  } catch {
    trouble = 'The search could not be loaded.';
  }
  // Something else has been typed meanwhile.
  if (field.value !== asked) return;
  results.hidden = words.length === 0;
  status.textContent = trouble || `${found.length === 0 ? 'Nothing' : found.length === SHOWN ? `The best ${SHOWN}` : found.length} found`;
  list.replaceChildren(...found.map((section) => shown(section, words)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sections with all words, those with the words in their title or heading first. */
function best(sections: readonly Section[], words: readonly string[]): Section[] {
  const scored = sections.flatMap((section) => {
    let score = 0;
    for (const word of words) {
      const points = 8 * hits(section.heading, word) + 5 * hits(section.title, word) + Math.min(3, hits(section.text, word));
      if (points === 0) return [];
      score += points;
    }
    return [{ section, score }];
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, SHOWN).map(({ section }) => section);
}

/** How many words of `text` begin with `word`; the same word counts twice. */
function hits(text: string, word: string): number {
  let count = 0;
  for (const other of wordsOf(text)) if (other.startsWith(word)) count += other === word ? 2 : 1;
  return count;
}

function shown({ page, title, id, heading, text }: Section, words: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = id === '' ? page : `${page}#${id}`;
  const name = document.createElement('b');
  name.textContent = heading === '' ? title : `${title}: ${heading}`;
  const part = document.createElement('span');
  part.append(...excerpt(text, words));
  link.append(name, part);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** The text around the first word that was searched for, with the words marked. */
function excerpt(text: string, words: readonly string[]): (string | HTMLElement)[] {
  const wanted = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'giu');
  const first = text.search(wanted);
  const from = first < AROUND ? 0 : text.indexOf(' ', first - AROUND) + 1;
  const part = text.slice(from, from + 2 * AROUND + 20);
  const pieces: (string | HTMLElement)[] = [from > 0 ? '… ' : ''];
  let end = 0;
  for (const { 0: word, index } of part.matchAll(wanted)) {
    const mark = document.createElement('mark');
    mark.textContent = word;
    pieces.push(part.slice(end, index), mark);
    end = index + word.length;
  }
  return [...pieces, part.slice(end), from + part.length < text.length ? ' …' : ''];
}

/** Arrows go through the list, Escape closes it. */
function steer(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement): void {
  const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (event.key === 'Escape') {
    results.hidden = true;
    field.value = '';
    field.focus();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  } else if (event.key === 'Enter' && at === 0) {
    stops[1]?.click();
  }
}
