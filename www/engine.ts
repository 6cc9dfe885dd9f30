/** What a thread posts to the page. */
export type FromThread =
  | { up: true }
  | { learnt: true }
  | { learnt: false; error: { code: string; message: string } }
  /** The report as JSON: a string crosses to the page at once, and is read there once. */
  | { id: number; json: string }
  | { id: number; error: { code: string; message: string } };

/** What the page posts to a thread, after the compiled module. */
export type Request = { id: number; text: string; options: object };

/** The files that make the reading of names better, for the core's `learn`; posted as they are. */
export type Lesson = { weights: Uint8Array; names: Uint8Array };

/** Where the core runs: a worker, or the page (`threads.ts`). */
export interface Thread {
  post(request: Request): void;
  /** What is posted after it is answered with what it teaches. */
  teach(lesson: Lesson): void;
  /** Gives the request at work up, where the thread can. */
  cancel?(): void;
  stop(): void;
}

/** What a thread tells the engine. */
export interface Listener {
  message(message: FromThread): void;
  /** It did not start, or it crashed. */
  failed(reason: string): void;
}

/** Makes a thread. It says `up` when it can take requests. */
export type Way = (listener: Listener) => Thread;

/** A call that failed; `code` is for programs, `message` for people. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}

const unavailable = (message = 'the engine cannot run in this browser'): EngineError =>
  new EngineError('unavailable', message);
const cancelled = (): EngineError => new EngineError('cancelled', 'the call was taken back');

/** So many crashes without an answer in between are no accident. */
export const MAX_CRASHES = 5;

/** Whether a thread posted what threads post; one that broke might post anything. */
function isMessage(message: unknown): message is FromThread {
  if (typeof message !== 'object' || message === null) return false;
  const { up, learnt, id, json, error } = message as Record<string, unknown>;
  if (up === true || learnt === true) return true;
  const { code, message: words } = (error ?? {}) as Record<string, unknown>;
  const says = typeof code === 'string' && typeof words === 'string';
  return learnt === false ? says : typeof id === 'number' && (typeof json === 'string' || says);
}

type Timer = ReturnType<typeof setTimeout>;
type Call = Request & { resolve: (json: string) => void; reject: (error: EngineError) => void };
type Pupil = { resolve: () => void; reject: (error: EngineError) => void };

export type Limits = { start: number; answer: number };

/**
 * Asks a thread to annotate texts, one after the other.
 *
 * Every call settles: with a report, with the core's error and its `code`, or with `crashed`,
 * `timeout`, `unavailable` or `cancelled`. A thread that crashes or takes too long is replaced, and only the call
 * that it was busy with fails; after `MAX_CRASHES` crashes in a row none is made any more, and calls are
 * `unavailable`. Answers to calls that are settled change nothing. What the engine has
 * learnt, every later thread is taught; a lesson that no thread survives is forgotten.
 */
export class Engine {
  /** Settles once, when a thread is up or none can be. */
  readonly ready: Promise<void>;
  /** Where calls run: the index of the way to make a thread that works here. */
  #way = 0;
  readonly #ways: readonly Way[];
  readonly #limits: Limits;
  #thread: Thread | undefined;
  #isUp = false;
  #timer: Timer | undefined;
  #current: Call | undefined;
  #waiting: Call[] = [];
  #lesson: Lesson | undefined;
  /** Whether the thread has been taught and has not said yet what came of it. */
  #isLearning = false;
  /** Who waits for the lesson to be learnt. */
  #pupil: Pupil | undefined;
  #lastId = 0;
  /** Goes up with each thread that is made or dropped. */
  #starts = 0;
  /** Crashes since the last answer. */
  #crashes = 0;
  /** Why no thread is made, where there is more to say than that none can be. */
  #broken: EngineError | undefined;
  #reportReady!: () => void;
  #reportFailure!: (error: EngineError) => void;

  /**
   * @param ways make a thread, the best first; the next is tried when one does not start
   * @param limits milliseconds until a thread must be up, and until a call must be answered
   */
  constructor(ways: readonly Way[], limits: Limits = { start: 10_000, answer: 60_000 }) {
    this.#ways = ways;
    this.#limits = limits;
    this.ready = new Promise((resolve, reject) => {
      this.#reportReady = resolve;
      this.#reportFailure = reject;
    });
    this.ready.catch(() => {}); // Each call says so too.
    this.#start();
  }

  /**
   * Resolves to the report as JSON.
   *
   * @param signal takes the call back; where a thread cannot stop, its answer comes all the same
   */
  annotate(text: string, options: object, signal?: AbortSignal): Promise<string> {
    if (signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const call: Call = { id: ++this.#lastId, text, options, resolve, reject };
      signal?.addEventListener('abort', () => this.#cancel(call), { once: true });
      this.#waiting.push(call);
      this.#next();
    });
  }

  /**
   * Teaches this thread, and each that comes after it. Resolves when calls are answered with what the
   * lesson teaches; rejects with the core's error, or with `crashed`, `timeout` or `unavailable`.
   */
  learn(lesson: Lesson): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pupil?.reject(cancelled());
      this.#pupil = { resolve, reject };
      this.#lesson = lesson;
      if (this.#ways[this.#way] === undefined) this.#unlearn(this.#broken ?? unavailable());
      else if (this.#thread === undefined) this.#start();
      else if (this.#isUp) this.#teach();
    });
  }

  /** Ends the thread for good: calls that have no answer yet, and later ones, reject with `unavailable`. */
  close(): void {
    this.#way = this.#ways.length;
    this.#drop();
    this.#start();
    this.#settle(({ reject }) => reject(unavailable()));
  }

  #teach(): void {
    if (this.#lesson === undefined) return;
    this.#isLearning = true;
    this.#thread?.teach(this.#lesson);
  }

  /** Goes on without the lesson. */
  #unlearn(error: EngineError): void {
    this.#lesson = undefined;
    this.#isLearning = false;
    this.#pupil?.reject(error);
    this.#pupil = undefined;
  }

  #cancel(call: Call): void {
    const place = this.#waiting.indexOf(call);
    if (place >= 0) {
      this.#waiting.splice(place, 1);
      call.reject(cancelled());
    } else if (call === this.#current && this.#thread?.cancel !== undefined) {
      this.#thread.cancel();
      this.#settle(({ reject }) => reject(cancelled()));
    }
  }

  #next(): void {
    if (this.#current !== undefined || this.#waiting.length === 0) return;
    if (this.#thread === undefined) this.#start();
    const thread = this.#thread;
    if (thread === undefined || !this.#isUp) return;
    const call = this.#waiting.shift();
    if (call === undefined) return;
    this.#current = call;
    const { id, text, options } = call;
    try {
      thread.post({ id, text, options });
    } catch (error) {
      // Options that cannot be copied to another thread.
      this.#settle((failed) => failed.reject(new EngineError('bad-option', String(error))));
      return;
    }
    const message = `no answer within ${this.#limits.answer / 1000} s`;
    this.#timer = setTimeout(() => this.#replace('timeout', message), this.#limits.answer);
  }

  #start(): void {
    const way = this.#ways[this.#way];
    if (way === undefined) {
      const error = this.#broken ?? unavailable();
      this.#reportFailure(error);
      this.#unlearn(error);
      for (const call of this.#waiting.splice(0)) call.reject(error);
      return;
    }
    // A thread that has been dropped may still speak; nobody listens then.
    const start = ++this.#starts;
    const listener: Listener = {
      message: (message) => {
        if (start !== this.#starts) return;
        if (isMessage(message)) this.#receive(message);
        else listener.failed('the thread posted what is no message');
      },
      failed: (reason) => {
        if (start !== this.#starts) return;
        if (this.#isUp) this.#crashed(reason);
        else this.#tryNextWay();
      },
    };
    this.#timer = setTimeout(() => this.#tryNextWay(), this.#limits.start);
    try {
      this.#thread = way(listener);
    } catch {
      this.#tryNextWay();
    }
  }

  #receive(message: FromThread): void {
    if ('up' in message) {
      clearTimeout(this.#timer);
      this.#isUp = true;
      this.#reportReady();
      this.#teach();
      this.#next();
    } else if ('learnt' in message) {
      this.#isLearning = false;
      if (message.learnt) this.#pupil?.resolve();
      else this.#unlearn(new EngineError(message.error.code, message.error.message));
      this.#pupil = undefined;
    } else if (message.id === this.#current?.id) {
      this.#crashes = 0;
      this.#settle((call) => {
        if ('json' in message) call.resolve(message.json);
        else call.reject(new EngineError(message.error.code, message.error.message));
      });
    }
  }

  #settle(how: (call: Call) => void): void {
    clearTimeout(this.#timer);
    const call = this.#current;
    this.#current = undefined;
    if (call !== undefined) how(call);
    this.#next();
  }

  #crashed(reason: string): void {
    this.#crashes += 1;
    if (this.#crashes >= MAX_CRASHES) {
      this.#broken = unavailable(`the engine stopped ${MAX_CRASHES} times in a row; last: ${reason}`);
      this.#way = this.#ways.length;
    }
    this.#replace('crashed', reason);
  }

  /** A trapped module never works again, and a busy one cannot be told to stop. */
  #replace(code: string, message: string): void {
    // A thread that falls over the lesson would fall over it again.
    if (this.#isLearning) this.#unlearn(new EngineError(code, message));
    this.#drop();
    this.#settle((call) => call.reject(new EngineError(code, message)));
  }

  #tryNextWay(): void {
    this.#drop();
    this.#way += 1;
    this.#start();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    this.#starts += 1;
    this.#thread?.stop();
    this.#thread = undefined;
    this.#isUp = false;
  }
}
