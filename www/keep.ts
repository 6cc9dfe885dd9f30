/**
 * Keeping articles on this device, from when the reader switches it on until the reader deletes it.
 *
 * **What stays after deletion.** A browser's database does not forget: after `deleteDatabase` and closing,
 * Chromium 156 leaves the deleted values in its profile, readable, and a key that was stored beside them
 * would stay like them. So values are encrypted (AES-GCM, a new key each time that keeping is switched on),
 * and the key is a file of its own in the origin's private file system, which is a file of the profile as
 * well: deleted, it is gone from there, and what the database may still have is noise. Not reached: the
 * blocks of a disk that held a deleted file, which no page can overwrite. While keeping is on, whoever
 * can read the profile, and every page of the same origin, can read what is kept.
 *
 * Hence the key decides: without it nothing is kept. A database without a key is what a deletion has left
 * that could not end, and is deleted when it is seen.
 *
 * **Two tabs** have the same database. What a tab has neither read from it nor put there it leaves alone;
 * what another tab has changed meanwhile it does not overwrite: an article that both have changed becomes
 * two. An article that one tab closes is not kept any more, unless another one changes it later.
 */
import {
  alone,
  dropDatabase,
  dropKey,
  hasDatabase,
  inTheWay,
  makeKey,
  off,
  openDatabase,
  readKey,
  told,
} from './keep/places.ts';
import { change, read } from './keep/records.ts';
import { type Kept, LEXICON_NAME, type Ledger, changes, lexiconOf, understood } from './keep/state.ts';
import { type RefusalCode, Refused } from './refused.ts';

export type Saved = {
  /** The ids of articles that another tab has changed, too. Both are kept; this tab goes on with its own. */
  forked: string[];
  /**
   * The lexicon that another tab has kept meanwhile. This tab's was not saved: join the two and save again.
   */
  lexicon?: string;
};

/** What the page's Rust code is given to keep with, as `keep` of its host. All rejections are `Refused`. */
export type Keeping = {
  /** Stores nothing. `on`: `restore` comes next. */
  state(): Promise<'on' | 'off'>;
  /** To be called from a click only. Saves nothing yet. A tab that was open before stays as it is. */
  switchOn(): Promise<void>;
  /**
   * Reads what is kept, and has this tab save to it. What is `damaged` or `newer` stays as it is until
   * `deleteAll`, and nothing can be saved before that.
   */
  restore(): Promise<Kept>;
  /** All or, where it rejects, nothing of it. `off` where this tab has not switched on or restored. */
  save(what: Kept): Promise<Saved>;
  /**
   * Deletes all, of every tab. `waiting`: another tab has it open and does not answer. It cannot be read
   * by anybody any more, and goes when that tab does, or at the next visit.
   */
  deleteAll(): Promise<{ state: 'deleted' | 'waiting' }>;
  /** Calls `listener` when this tab can save no more: deleted by another tab (`off`), and so on. */
  onEnded(listener: (code: RefusalCode) => void): void;
};

type Session = { db: IDBDatabase; key: CryptoKey };

export function createKeeping(): Keeping {
  const keeper = new Keeper();
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, for each builds upon what the one before has left. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work).catch((error: unknown) => {
      throw told(error);
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    state: () => inTurn(() => keeper.state()),
    switchOn: () => inTurn(() => keeper.switchOn()),
    restore: () => inTurn(() => keeper.restore()),
    save: (what) => inTurn(() => keeper.save(what)),
    deleteAll: () => inTurn(() => keeper.deleteAll()),
    onEnded: (listener) => {
      keeper.listener = listener;
    },
  };
}

class Keeper {
  listener: (code: RefusalCode) => void = () => {};
  /** Only while this tab saves: a tab that has lost it never begins again of its own accord. */
  #session: Session | undefined;
  /** Why there is none. */
  #reason = off();
  #ledger: Ledger = new Map();

  async state(): Promise<'on' | 'off'> {
    if (this.#session !== undefined) return 'on';
    const has = await hasDatabase();
    if (has === false) return 'off';
    if ((await readKey()) !== undefined) return 'on';
    if (has) {
      // Only if no other tab is switching on just now. That it goes matters, not when.
      await alone(async () => {
        if ((await readKey()) === undefined) await dropDatabase();
      });
    }
    return 'off';
  }

  async switchOn(): Promise<void> {
    if (this.#session !== undefined) return;
    await alone(async () => {
      const there = await this.#stored();
      if (there !== undefined) return this.#begin(there.session, new Map());
      if ((await dropDatabase()) === 'waiting') throw inTheWay();
      try {
        const key = await makeKey();
        const db = await openDatabase(true);
        if (db === undefined) throw off();
        this.#begin({ db, key }, new Map());
      } catch (error) {
        await dropKey().catch(() => {});
        throw error;
      }
    });
    // Else the browser may delete what is kept when the disk is full. Some ask the reader.
    navigator.storage.persist?.().catch(() => {});
  }

  async restore(): Promise<Kept> {
    this.#end(off());
    try {
      const there = await this.#stored();
      if (there === undefined) throw off();
      this.#begin(there.session, there.ledger);
      return there.kept;
    } catch (error) {
      throw (this.#reason = told(error));
    }
  }

  async save(what: Kept): Promise<Saved> {
    const session = this.#session;
    if (session === undefined) throw this.#reason;
    const ledger = this.#ledger;
    const wanted = changes(what, ledger);
    const saved: Saved = { forked: [] };
    if (wanted.length === 0) return saved;
    const rev = crypto.randomUUID();
    const outcomes = await change(session.db, session.key, rev, wanted);
    for (const [at, { name, key, json, otherwise }] of wanted.entries()) {
      const outcome = outcomes[at];
      if (json === undefined) ledger.delete(name);
      else if (outcome === 'done') ledger.set(name, { key, rev, json });
      else if (outcome === 'written elsewhere' && typeof otherwise === 'object') {
        ledger.set(name, { key: otherwise.writeTo, rev, json });
        saved.forked.push(name.slice(1));
      }
    }
    if (outcomes.some((outcome, at) => outcome === 'left' && wanted[at]?.name === LEXICON_NAME)) {
      const theirs = (await read(session.db, session.key, LEXICON_NAME)).get(LEXICON_NAME);
      if (theirs !== undefined) {
        ledger.set(LEXICON_NAME, { key: LEXICON_NAME, ...theirs });
        saved.lexicon = lexiconOf(theirs) ?? '';
      }
    }
    // Another tab has deleted all meanwhile.
    if (this.#session !== session) throw this.#reason;
    return saved;
  }

  async deleteAll(): ReturnType<Keeping['deleteAll']> {
    this.#end(off());
    return alone(async () => {
      await dropKey();
      if ((await dropDatabase()) === 'waiting') return { state: 'waiting' };
      if ((await hasDatabase()) || (await readKey()) !== undefined) {
        throw new Refused('unavailable', 'the browser has not deleted what is kept');
      }
      return { state: 'deleted' };
    });
  }

  /** What is kept; nothing where keeping is off. Rejects where it cannot be read. */
  async #stored(): Promise<{ session: Session; kept: Kept; ledger: Ledger } | undefined> {
    const key = await readKey();
    const db = key && (await openDatabase(false));
    if (key === undefined || db === undefined) return undefined;
    try {
      return { session: { db, key }, ...understood(await read(db, key)) };
    } catch (error) {
      db.close();
      throw error;
    }
  }

  #begin(session: Session, ledger: Ledger): void {
    const { db } = session;
    this.#session = session;
    this.#ledger = ledger;
    const ended = (why: Refused): void => {
      db.close();
      if (this.#session !== session) return;
      this.#end(why);
      this.listener(why.code);
    };
    db.onversionchange = ({ newVersion }) => {
      ended(newVersion === null ? off() : new Refused('newer', 'a newer version of this page has taken over'));
    };
    db.onclose = () => ended(new Refused('unavailable', 'the browser has closed what is kept'));
  }

  #end(why: Refused): void {
    this.#session?.db.close();
    this.#session = undefined;
    this.#reason = why;
  }
}
