/** What an article in a frame and the page around it post to each other, and how both check it. */

/** What every message has. The id is the frame's: it makes one each time that it is loaded. */
export type Message = { ns: 'news-mark'; v: 1; id: string; type: string; readonly [field: string]: unknown };

/** The longest id of a frame or of an annotation, in characters. */
const LONGEST_ID = 64;

/** Whether this is a message of this protocol. What its type asks for, whoever reads it checks. */
export function isMessage(data: unknown): data is Message {
  if (typeof data !== 'object' || data === null) return false;
  const { ns, v, id, type } = data as Record<string, unknown>;
  return ns === 'news-mark' && v === 1 && isId(id) && typeof type === 'string';
}

/** Whether this may be the id of a frame or of an annotation. */
export const isId = (value: unknown): value is string => isText(value, LONGEST_ID) && value !== '';

/** Whether this is a text of at most so many UTF-16 units. */
export const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;

/** A message, ready to be posted. */
export const message = (id: string, type: string, fields: object): Message => ({ ns: 'news-mark', v: 1, ...fields, id, type });
