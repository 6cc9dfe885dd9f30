/** An article with names that nothing but the tagger sees: no cue, no list, no first name. */
export const NAMES_ARTICLE = `Village saves its cinema

The Regent will stay open after residents of Ashcombe raised the money. Wrenfield, who runs it with Dale Okonjo, cried when the last cheque came in. The film shown on the first night was Salt Harvest. Members of the Lanternists gave half of the sum, and Thornbury Dairies the rest. Kirsi and Anselm sold the tickets.
`;

export const TAGGERS_NAMES = ['Ashcombe', 'Wrenfield', 'Kirsi', 'Anselm'];

/** Those of them that a report on `text` in UTF-16 has. */
export function namesSeen(text, { mentions }) {
  const found = mentions.map(({ span }) => text.slice(span.start, span.end));
  return TAGGERS_NAMES.filter((name) => found.includes(name));
}
