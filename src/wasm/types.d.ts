// Made from the Rust types by `cargo xtask schema`; never edited by hand.

/** Another reading of a date. */
export type Alternative = {
  /** Its TIMEX3 value. */
  value: string,
  /** What speaks for it. */
  why: Why,
};

/** A number in the text that says how much or how many. */
export type Amount = {
  /** `a1`, `a2`, … in reading order. */
  id: string,
  /** The words, unit and modifier included. */
  span: Span,
  /** What it counts. */
  kind: AmountKind,
  /** The least value; equal to `high` unless a range is given. */
  low?: number,
  /** The greatest value. */
  high?: number,
  /** How the value is modified. */
  mod?: AmountMod,
  /** ISO 4217, or `ambiguous:$`. */
  currency?: string,
  /** UCUM. */
  unit?: string,
  /** What is counted, in the text. */
  item?: Span,
  /** Per what: `year`, `person`. */
  per?: string,
  /** How sure span and value are. */
  certainty: Certainty,
  /** Why it is marked. */
  why: Why,
};

/** What an amount counts. */
export type AmountKind = "money" | "percent" | "quantity" | "cardinal" | "ordinal" | "age";

/** How an amount is modified. */
export type AmountMod = "about" | "more-than" | "less-than" | "at-least" | "at-most";

/** Words in a text, named so that they can be found again. */
export type Anchor = {
  /** What kind of annotation is meant. */
  kind: What,
  /** The words. */
  exact: string,
  /** Up to 32 characters before them. */
  prefix: string,
  /** Up to 32 characters after them. */
  suffix: string,
  /** Where the words begin, in Unicode code points. */
  start: number,
};

/** What the text did not say and newsmark assumed. */
export type Assumed = "year" | "month" | "week" | "direction" | "century";

/** A part of the text. */
export type Block = {
  /** What part it plays. */
  kind: BlockKind,
  /** Where it stands. */
  span: Span,
  /** Why it is taken for that, where that may surprise; always there for boilerplate. */
  why?: Why,
};

/** What part a block plays in the article. */
export type BlockKind = "headline" | "subheading" | "byline" | "dateline" | "paragraph" | "caption" | "list" | "boilerplate";

/** An entity that may be meant. */
export type Candidate = {
  /** Its id. */
  entity: string,
  /** What speaks for it. */
  why: Why,
};

/**
 * How sure an annotation is, calibrated: of those marked `sure` at least 95 % are right (speakers:
 * 92 %), of `likely` at least 75 %, `check` is the rest.
 */
export type Certainty = "check" | "likely" | "sure";

/** One correction. */
export type Correction = {
  /** No other's in its patch. */
  id: string,
  /**
   * `confirm`, `delete`, `retype`, `resize`, `add`, `merge`, `split`, `setValue`, `setSpeaker`,
   * `boilerplate`, `setPublished`.
   */
  op: string,
  /** The words that are meant; left out for `setPublished`. */
  target?: Anchor,
  /** What the operation needs beside its target. */
  data?: CorrectionData,
  /** Set when the same words elsewhere are meant as well. */
  all?: true,
  /** When it was made, ISO 8601. */
  at?: string,
};

/** What an operation needs beside its target. */
export type CorrectionData = {
  /** retype, add: an entity type, `date`, `amount`, `quote`, or a kind of amount or quote. */
  type?: string,
  /** setValue, setPublished, add: the value. */
  value?: string,
  /** resize: the words that it is. */
  to?: Anchor,
  /** merge: the entity that it is. */
  into?: Anchor,
  /** setSpeaker: an entity of the article; with none and no name, nobody. */
  speaker?: Anchor,
  /** setSpeaker: somebody by name. */
  name?: string,
  /** boilerplate: whether the block is no part of the article. */
  boilerplate?: boolean,
};

/** The word that says that something was said. */
export type Cue = {
  /** The words, without auxiliaries. */
  span: Span,
  /** Dictionary form: `say`. */
  lemma: string,
  /** What kind of saying. */
  class: CueClass,
  /** Set when it was not said: `did not say`. */
  negated?: true,
  /** Words that take the claim back: `reportedly`. */
  hedge?: Span,
};

/** What kind of saying. */
export type CueClass = "say" | "claim" | "deny" | "ask" | "write" | "according-to" | "other";

/** An expression of time in the text, with its value. */
export type DateMention = {
  /** `d1`, `d2`, … in reading order. */
  id: string,
  /** The words. */
  span: Span,
  /** The TIMEX3 value. */
  timex: Timex,
  /** The value in the Extended Date/Time Format, where that can say it. */
  edtf?: string,
  /** First day covered, ISO 8601. */
  earliest?: string,
  /** Last day covered, ISO 8601, inclusive. */
  latest?: string,
  /** What the text did not say. */
  assumed: Array<Assumed>,
  /** Other readings. */
  alternatives: Array<Alternative>,
  /** How sure span and value are. */
  certainty: Certainty,
  /** Why it is marked. */
  why: Why,
};

/** The order of day, month and year in dates written with numbers only. */
export type DateOrder = "mdy" | "dmy" | "ymd";

/** What is known of the article as a whole. */
export type DocumentInfo = {
  /** ISO 639-1 code, `en` when the recognisers of names ran; `und` when there is too little text. */
  language: string,
  /** The headline. */
  headline?: Span,
  /** Who wrote it, as the article says. */
  byline?: Span,
  /** Where and when it was filed: `KYIV, March 3`. */
  dateline?: Span,
  /** The agency or paper that it names as its source. */
  source?: Span,
  /** The publication date. */
  published: Published,
};

/** Which newsmark wrote a report. */
export type Engine = {
  /** The version of the code. */
  version: string,
  /** The version of the word lists and gazetteers. */
  data: string,
};

/** Someone or something that the article names. */
export type Entity = {
  /** `e1`, `e2`, … in order of first mention. */
  id: string,
  /** What it is. */
  type: EntityType,
  /** More closely: government, company, party, country, city, facility, nationality, weapon, … */
  subtype?: string,
  /** The best full form in the text, possessive and title removed. */
  name: string,
  /** Other forms in the text. */
  aliases: Array<string>,
  /** Ids of its mentions. */
  mentions: Array<string>,
  /** How many. */
  count: number,
  /** Offices and occupations. */
  roles: Array<Role>,
  /** ISO 3166-1 alpha-2 for countries, nationalities, and cities where sure. */
  country?: string,
  /** How sure the name and type are. */
  certainty: Certainty,
};

/** What an entity is. */
export type EntityType = "person" | "organisation" | "place" | "group" | "event" | "product" | "work";

/** How an entity is named. */
export type Form = "name" | "short" | "acronym" | "description" | "pronoun";

/** Where the publication date comes from. */
export type Found = "given" | "found" | "solved" | "none";

/** A sentence that carries much of the article. */
export type KeySentence = {
  /** The sentence. */
  span: Span,
  /** Per mille of the best sentence's score. */
  score: number,
  /** What it carries. */
  why: Why,
};

/** The reader's own names, and strings never to mark, for all articles. */
export type Lexicon = {
  /** Always `newsmark-lexicon/1`. */
  schema: "newsmark-lexicon/1",
  /** The reader's own names. */
  names: Array<LexiconEntry>,
  /** Strings never to mark, whatever their capitals are. */
  ignore: Array<string>,
};

/** One of the reader's own names. */
export type LexiconEntry = {
  /** The name as it stands in articles. */
  text: string,
  /** Its type. */
  type: EntityType,
  /** The entity it belongs to, by name; names with the same `entity` are one. */
  entity?: string,
};

/** The state of a quote's marks. */
export type Marks = "ok" | "unclosed" | "continued" | "mismatched" | "repaired" | "none";

/** A place in the text where an entity is named. */
export type Mention = {
  /** `m1`, `m2`, … in reading order. */
  id: string,
  /** The words, without possessive and title. */
  span: Span,
  /** The entity; left out when the text does not decide, and then `candidates` has two or more. */
  entity?: string,
  /** Whom it may mean, when the text does not decide. */
  candidates: Array<Candidate>,
  /** `government` for a capital or house that stands for one: Tokyo, the Kremlin. */
  actsAs?: string,
  /** How the entity is named. */
  form: Form,
  /** What it is. */
  type: EntityType,
  /** How sure span and type are. */
  certainty: Certainty,
  /** Why it is marked. */
  why: Why,
};

/**
 * What a reader may ask of one analysis. An unknown name is an error, not ignored: a misspelt
 * option would otherwise be a silent guess.
 */
export type Options = {
  /** The publication date, `YYYY-MM-DD`; wins over what the text says. */
  published?: string,
  /** How to read 03/04/2021; by default decided from the text, else shown both ways. */
  dateOrder?: DateOrder,
  /**
   * What the spans of the serialised report count; `utf16` by default. The report in Rust always
   * counts bytes.
   */
  unit?: Unit,
  /**
   * Which annotations to return: entity types, `date`, `amount`, `quote`. Filters the output,
   * not the analysis; all by default.
   */
  types?: Array<string>,
  /**
   * Places to read although they look like boilerplate; spans in `Options::unit` on the wire,
   * bytes in Rust.
   */
  body?: Array<Span>,
  /** The reader's own names; they win over every rule. */
  lexicon?: Array<LexiconEntry>,
  /** Strings never to mark. */
  ignore?: Array<string>,
  /** The longest text accepted, in UTF-8 bytes; `MAX_BYTES` by default. */
  maxBytes?: number,
};

/** A reader's corrections of one article. */
export type Patch = {
  /** Always `newsmark-patch/1`. */
  schema: "newsmark-patch/1",
  /** The corrections, in the order in which they were made. */
  corrections: Array<Correction>,
};

/** A piece of a quote. */
export type Piece = {
  /** Whether it stands in quotation marks. */
  marked: boolean,
  start: number,
  end: number,
};

/** The publication date, and where it comes from. */
export type Published = {
  /** ISO 8601 day; left out when it is not known. */
  value?: string,
  /** Where the value comes from. */
  from: Found,
  /** Where it stands in the text. */
  span?: Span,
  /** Days that fit what the text says, best first, when it does not say one. */
  candidates: Array<PublishedCandidate>,
};

/** A day that fits what the text says. */
export type PublishedCandidate = {
  /** ISO 8601 day. */
  value: string,
  /** What it fits. */
  why: Why,
};

/** Something said, written or so called. */
export type Quote = {
  /** `q1`, `q2`, … in reading order. */
  id: string,
  /** What kind of quote. */
  kind: QuoteKind,
  /**
   * At least one piece; marks included; no piece crosses a paragraph. direct, partial: the marked
   * pieces; mixed: marked and unmarked in order; indirect: unmarked.
   */
  content: Array<Piece>,
  /** The word that says that it was said. */
  cue?: Cue,
  /** The words that name the speaker. */
  source?: Source,
  /** What it was said or written in: `told the BBC`, `wrote on X`. */
  medium?: Span,
  /** To whom. */
  addressee?: Span,
  /** Who said it, where the text decides. */
  speaker?: Speaker,
  /** Who may have said it; more than one: the text does not decide. */
  candidates: Array<Candidate>,
  /** Parts of one utterance share it. */
  utterance: string,
  /** The quote that this one stands in. */
  parent?: string,
  /** The state of its marks. */
  marks: Marks,
  /** Words quoted. */
  words: number,
  /** How sure span and kind are. */
  certainty: Certainty,
  /** Why it is marked. */
  why: Why,
};

/** What kind of quote. */
export type QuoteKind = "direct" | "indirect" | "mixed" | "partial" | "term" | "title" | "nickname" | "other";

/** Everything that was found in one article. */
export type Report = {
  /** Always `SCHEMA`. */
  schema: "newsmark/1",
  /** Which newsmark wrote this. */
  engine: Engine,
  /** What was read. */
  text: TextInfo,
  /** What is known of the article as a whole. */
  document: DocumentInfo,
  /** The parts of the text in order, boilerplate included; together they cover every word. */
  blocks: Array<Block>,
  /** The sentences of all blocks but boilerplate. */
  sentences: Array<Span>,
  /** Whom and what the mentions stand for, in order of first mention. */
  entities: Array<Entity>,
  /** Where the entities are named. */
  mentions: Array<Mention>,
  /** Expressions of time. */
  dates: Array<DateMention>,
  /** Money, shares, measures and counts. */
  amounts: Array<Amount>,
  /** What was said, and by whom. */
  quotes: Array<Quote>,
  /** The article in numbers, and its key sentences. */
  summary: Summary,
  /** The dates in the order of the calendar; those without a place there come last. */
  timeline: Array<TimelineEntry>,
  /** What a reader should look at twice. */
  warnings: Array<Warning>,
};

/** An office or occupation that the article gives someone. */
export type Role = {
  /** `r1`, `r2`, … in reading order. */
  id: string,
  /** The words: `Prime Minister`. */
  title: string,
  /** The entity whose office it is. */
  of?: string,
  /** Whether it is held at the time of the article. */
  when: RoleTime,
  /** Where it stands. */
  span: Span,
};

/** When an office is held. */
export type RoleTime = "current" | "then" | "former" | "acting" | "elect" | "deputy";

/** The words that name the speaker. */
export type Source = {
  /** Where. */
  span: Span,
  /** How the speaker is named. */
  form: SourceForm,
  /** Set when a continuing quote names the nearest earlier mention of its speaker. */
  inherited?: true,
};

/** How a speaker is named. */
export type SourceForm = "name" | "description" | "pronoun" | "organisation" | "document" | "unnamed";

/** A half-open range of the text that was given, in the unit that `text.unit` names. */
export type Span = {
  start: number,
  end: number,
};

/** Who said it. */
export type Speaker = {
  /** Id of the entity. */
  entity: string,
  /** How sure. */
  certainty: Certainty,
};

/** How much of the quoted words one speaker has. */
export type SpeakerShare = {
  /** Id of the entity; null for quotes without a decided speaker. */
  entity: string | null,
  /** Direct, mixed and partial quotes. */
  quotes: number,
  /** Their marked words. */
  words: number,
  /** Per mille of all marked words. */
  share: number,
  /** Indirect quotes. */
  indirectQuotes: number,
  /** Their words. */
  indirectWords: number,
};

/** The article in numbers, and its key sentences. */
export type Summary = {
  /** Tokens with a letter or digit, boilerplate left out. */
  words: number,
  /** Sentences, boilerplate left out. */
  sentences: number,
  /** Rounded up, at 230 words a minute. */
  readingMinutes: number,
  /** Verbatim, in reading order, 3 to 5; all when there are fewer. */
  keySentences: Array<KeySentence>,
  /** How many entities of each type, dates, amounts and quotes. */
  counts: { [key in string]: number },
  /** Who is quoted, most quoted words first; the unattributed last. */
  speakers: Array<SpeakerShare>,
};

/** What was read. */
export type TextInfo = {
  /** What every span of this report counts. */
  unit: Unit,
  /** The length of the text in that unit. */
  length: number,
};

/** A date on the timeline. */
export type TimelineEntry = {
  /** The TIMEX3 value. */
  value: string,
  /** First day covered, ISO 8601; empty when not placed. */
  earliest: string,
  /** Last day covered, ISO 8601, inclusive; empty when not placed. */
  latest: string,
  /** Id of the `DateMention`. */
  date: string,
  /** Index of the sentence that it stands in. */
  sentence: number,
  /** Whether it has a place on the calendar. */
  placed: boolean,
};

/** The attributes of a TIMEX3 element. Points are `t0` (publication) or the id of a date. */
export type Timex = {
  /** The kind of time. */
  type: TimexType,
  /** ISO 8601 with TIMEX3's extensions: `2021-W39`, `P3Y`, `XXXX-09-12`, `PAST_REF`. */
  value: string,
  /** How the value is modified. */
  mod?: TimexMod,
  /** For sets: `EVERY`. */
  quant?: string,
  /** For sets: `2X`. */
  freq?: string,
  /** The date that this one is counted from. */
  anchor?: string,
  /** Where a duration begins. */
  beginPoint?: string,
  /** Where a duration ends. */
  endPoint?: string,
};

/** The modifiers that TIMEX3 knows. */
export type TimexMod = "BEFORE" | "AFTER" | "ON_OR_BEFORE" | "ON_OR_AFTER" | "LESS_THAN" | "MORE_THAN" | "EQUAL_OR_LESS" | "EQUAL_OR_MORE" | "START" | "MID" | "END" | "APPROX";

/** The kinds of time that TIMEX3 knows. */
export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** What a span on the wire counts. */
export type Unit = "utf16" | "utf8" | "codepoint";

/** Something in the text that a reader should look at twice. */
export type Warning = {
  /** Stable: `weekday-mismatch`, `other-language`, `marks-repaired`, `speaker-undecided`, … */
  code: string,
  /** For people. */
  message: string,
  /** Where. */
  spans: Array<Span>,
};

/** What kind of annotation is meant. */
export type What = "mention" | "date" | "amount" | "quote" | "block" | "entity";

/** Why an annotation was made. */
export type Why = {
  /** The rule: a stable dotted id, listed in `crate::rules::all`. */
  rule: string,
  /** A short reason for people. */
  note: string,
  /** The words that decided, in the text. */
  evidence: Array<Span>,
};
