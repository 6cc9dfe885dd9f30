/** What becomes of a correction that holds. */
export type AppliedCorrection = {
  /** The correction's. */
  id: string,
  /** Where its words stand; none for the publication date. */
  span?: Span,
  /** How many annotations it changed, added or removed. */
  places: number,
};

/** A report after corrections. Every correction is in exactly one of the three lists. */
export type Corrected = {
  report: Report,
  /** Those that stand where they stood when they were made. */
  applied: AppliedCorrection[],
  /** Those whose words stand somewhere else by now. */
  reanchored: AppliedCorrection[],
  /** Those that changed nothing: `gone`, `ambiguous`, `unmarked`, `unfit` or `too-much`. */
  orphans: { id: string, reason: string }[],
  /** Whether the core is to be asked again, with `optionsFor`. */
  unread: boolean,
};

/** A correction by ids and spans of a report. */
export type CorrectionRequest = {
  op: "confirm" | "delete" | "retype" | "resize" | "add" | "merge" | "split" | "setValue" | "setSpeaker" | "boilerplate" | "setPublished",
  /** A mention, entity, date, amount or quote of the report; not for add, boilerplate and setPublished. */
  id?: string,
  /** resize, add: the words. */
  span?: Span,
  /** retype, add: an entity type, `date`, `amount`, `quote`, or a kind of amount or quote. */
  type?: string,
  /** setValue, setPublished, add: the value. */
  value?: string,
  /** merge: the entity that it is. */
  into?: string,
  /** setSpeaker: an entity of the report; with none and no name, nobody. */
  speaker?: string,
  /** setSpeaker: somebody by name. */
  name?: string,
  /** boilerplate: which block, as an index. */
  block?: number,
  /** boilerplate: whether the block is no part of the article. */
  boilerplate?: boolean,
  /** The same words elsewhere are meant as well. */
  all?: boolean,
  /** When it is made, ISO 8601. */
  at?: string,
};

/** The names of the formats. */
export type ExportFormat = "html" | "md" | "csv" | "json" | "jsonl" | "webannotation" | "timeml" | "conll" | "spacy" | "brat" | "ics" | "timelinejs";

/** What an export may be told. */
export type ExportOptions = {
  /** What the article is called where it has no headline. */
  title?: string,
  /** What the spans of JSON and JSON lines count; by default what the report counts. */
  unit?: Unit,
};

/** The files of one article in one format. */
export type Exported = {
  /** One; brat has two, which share the name before their ending. */
  files: { ending: string, mediaType: string, text: string }[],
  /** What the format has no place for. */
  leftOut: { id: string, reason: string }[],
};
