/** Why something was refused: `code` is stable and for programs, `message` is for people. */
export type RefusalCode =
  /** Made by a newer version of this page. */
  | 'newer'
  /** Cut, changed on its way, or no such thing at all. */
  | 'damaged'
  /** Whole, but it holds what such a thing never holds. */
  | 'wrong-shape'
  | 'too-large'
  | 'too-slow'
  /** The browser, or what the reader set in it, does not allow it. */
  | 'unavailable'
  /** There is no room on the device. */
  | 'full'
  /** Another tab is in the way. */
  | 'blocked'
  /** Keeping is not switched on, or not any more. */
  | 'off';

export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }
}
