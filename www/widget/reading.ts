/** A report as the element shows it: its marks, and what a card says of one. */
import type { Amount, Certainty, DateMention, Entity, Mention, Quote, Report, Span, Why } from '../../src/wasm/types.d.ts';
import type { Kind } from './attributes.ts';
import type { Mark } from './paint/painter.ts';
import type { Words } from './words.ts';

/** One annotation, with its words. */
export type Item = {
  id: string;
  kind: Kind;
  certainty: Certainty;
  /** Its pieces; only quotes have several. */
  spans: readonly Span[];
  of: { mention?: Mention; date?: DateMention; amount?: Amount; quote?: Quote };
  whys: readonly { name: string; why: Why }[];
};

/** A line of a card. */
export type Fact = readonly [name: string, value: string];

/** The annotations of `report` on `text`, in reading order, with what is said of them. */
export class Reading {
  readonly text: string;
  readonly report: Report;
  readonly items: readonly Item[];
  readonly #byId = new Map<string, Item>();
  readonly #entities = new Map<string, Entity>();
  readonly #counts = new Map<Kind, number>();

  constructor(text: string, report: Report) {
    this.text = text;
    this.report = report;
    for (const entity of report.entities) this.#entities.set(entity.id, entity);
    const items = [
      ...report.mentions.map((mention) => this.#item(mention, mention.type, [mention.span], { mention }, mention.candidates)),
      ...report.dates.map((date) => this.#item(date, 'date', [date.span], { date })),
      ...report.amounts.map((amount) => this.#item(amount, 'amount', [amount.span], { amount })),
      ...report.quotes.map((quote) => this.#item(quote, 'quote', quote.content, { quote }, quote.candidates)),
    ];
    const start = ({ spans }: Item): number => spans[0]?.start ?? 0;
    const end = ({ spans }: Item): number => spans.at(-1)?.end ?? 0;
    // A quote comes before what stands in it.
    this.items = items.sort((a, b) => start(a) - start(b) || end(b) - end(a));
    for (const item of this.items) {
      this.#byId.set(item.id, item);
      this.#counts.set(item.kind, this.count([item.kind]) + 1);
    }
  }

  #item(
    annotation: { id: string; certainty: Certainty; why: Why },
    kind: Kind,
    spans: readonly Span[],
    of: Item['of'],
    candidates: readonly { entity: string; why: Why }[] = [],
  ): Item {
    const { id, why, certainty } = annotation;
    const whys = [{ name: '', why }, ...candidates.map(({ entity, why }) => ({ name: this.name(entity), why }))];
    return { id, kind, certainty, spans, of, whys };
  }

  item(id: string): Item | undefined {
    return this.#byId.get(id);
  }

  /** What stands where `item` of another reading of the same text stood; ids are given anew with each. */
  same({ spans }: Item): Item | undefined {
    const [first] = spans;
    return this.items.find(({ spans: [other] }) => other?.start === first?.start && other?.end === first?.end);
  }

  /** How many there are of these kinds. */
  count(kinds: readonly Kind[]): number {
    return kinds.reduce((sum, kind) => sum + (this.#counts.get(kind) ?? 0), 0);
  }

  /** The entity's name; empty where there is none. */
  name(entity: string): string {
    return this.#entities.get(entity)?.name ?? '';
  }

  /** An item's words, on one line and not too many. */
  words({ spans }: Item, most = 160): string {
    const words = spans.map(({ start, end }) => this.text.slice(start, end)).join(' … ').replace(/\s+/g, ' ');
    const letters = Array.from(words);
    return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words;
  }

  /** What painters draw. */
  marks(words: Words): Mark[] {
    return this.items.flatMap((item) => {
      const label = this.label(item, words);
      const { id, kind, certainty } = item;
      return item.spans.map(({ start, end }) => ({ id, kind, certainty, start, end, label }));
    });
  }

  /** What a screen reader says of it. */
  label(item: Item, words: Words): string {
    const [said, value] = [this.words(item, 80), this.value(item, words)];
    const more = value === '' || value === said ? '' : `, ${value}`;
    return `${words.kind[item.kind]}: ${said}${more}, ${words.certainty[item.certainty]}`;
  }

  /** What it stands for: the entity's name, the day, the number, the speaker. */
  value({ of }: Item, words: Words): string {
    const either = (candidates: readonly { entity: string }[]): string =>
      candidates.map(({ entity }) => this.name(entity)).join(words.or);
    if (of.mention) return of.mention.entity === undefined ? either(of.mention.candidates) : this.name(of.mention.entity);
    if (of.date) return of.date.timex.value;
    if (of.amount) return amountValue(of.amount);
    if (of.quote) return of.quote.speaker ? this.name(of.quote.speaker.entity) : either(of.quote.candidates);
    return '';
  }

  /** The lines of its card; none is empty. */
  facts(item: Item, words: Words): Fact[] {
    const { of, certainty } = item;
    const facts: Fact[] = [];
    const value = this.value(item, words);
    if (of.quote) {
      facts.push([words.speaker, value === '' ? words.notSaid : value]);
      if (of.quote.cue) facts.push([words.cue, this.text.slice(of.quote.cue.span.start, of.quote.cue.span.end)]);
    } else {
      facts.push([words.value, value]);
    }
    const entity = of.mention?.entity === undefined ? undefined : this.#entities.get(of.mention.entity);
    if (entity) {
      const roles = entity.roles.map(({ span }) => this.text.slice(span.start, span.end));
      facts.push([words.role, [...new Set(roles)].join('; ')], [words.aliases, entity.aliases.join(', ')]);
    }
    if (of.date) {
      const { earliest, latest, alternatives } = of.date;
      if (earliest !== undefined && latest !== undefined && earliest !== latest) {
        facts.push([words.range, `${earliest} – ${latest}`]);
      }
      facts.push([words.otherwise, alternatives.map(({ value }) => value).join(words.or)]);
    }
    facts.push([words.sure, words.certainty[certainty]]);
    return facts.filter(([, value]) => value !== '');
  }
}

function amountValue({ low, high, currency, unit, kind }: Amount): string {
  const number = (value: number | undefined): string => (value === undefined ? '' : value.toLocaleString('en'));
  const range = low === high ? number(low) : [number(low), number(high)].filter(Boolean).join(' – ');
  const of = kind === 'percent' ? '%' : (currency ?? unit ?? '');
  return [range, of].filter(Boolean).join(' ');
}
