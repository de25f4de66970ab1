// Input: standard input, by lines, from a text, from a function that is asked for one line at a time, or from an iterable.

import { describe } from './check.js';

/**
 * A text, or its bytes; or a function that answers the next line (with or without its newline), null at the end, or a promise of that; or
 * an iterable of such lines, asynchronous or not. Bytes are a stream: taken exactly as they are, wherever their lines end
 * (so process.stdin will do). The function's signal is aborted when the program does not want the line any more (it was
 * interrupted); what is answered then is kept for the next question.
 * @typedef {string | Uint8Array | ((options: {signal: AbortSignal}) => Line | PromiseLike<Line>) | Iterable<Line> | AsyncIterable<Line>} StdinOption
 * @typedef {string | Uint8Array | null | undefined} Line
 */

const encoder = new TextEncoder();
const END = new Uint8Array(0);
const NEWLINE = 10;

export class Input {
  /** @type {(options: {signal: AbortSignal}) => Line | PromiseLike<Line>} */ #ask;
  /** Lines that were answered and not yet wanted. @type {Uint8Array[]} */ #lines = [];
  /** The beginning of a line whose end has not come yet. @type {Uint8Array} */ #begun = END;
  /** The question that is under way. @type {AbortController | undefined} */ #question;
  /** Made when a line is first wanted. @type {Iterator<Line> | AsyncIterator<Line> | undefined} */ #iterator;

  /** @param {StdinOption | undefined} source */
  constructor(source) {
    if (typeof source === 'function') {
      this.#ask = source;
    } else if (typeof source === 'object' && !(source instanceof Uint8Array)) {
      this.#ask = async () => {
        const iterable = /** @type {any} */ (source);
        this.#iterator ??= /** @type {Iterator<Line>} */ ((iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator]).call(iterable));
        const { done, value } = await this.#iterator.next();
        return done ? null : value;
      };
    } else {
      this.#ask = () => null;
      if (source) this.#lines = splitLines(typeof source === 'string' ? encoder.encode(source) : source);
    }
  }

  /**
   * The next line, if it is known at once. No bytes: the end of input.
   * @returns {Uint8Array | undefined}
   */
  take() {
    return this.#lines.shift();
  }

  /** Asks for a line, unless a question is under way; calls back when `take` has something. @param {() => void} ready */
  request(ready) {
    // The line that an interrupted program asked for is as good for this one.
    if (this.#question) return;
    const question = new AbortController();
    this.#question = question;
    const answer = (/** @type {Uint8Array[]} */ lines) => {
      this.#question = undefined;
      // Nobody waits for the end that a withdrawn question got: the next one asks anew.
      if (!(question.signal.aborted && lines[0] === END)) this.#lines = this.#lines.concat(lines);
      ready();
    };
    const fail = (/** @type {unknown} */ error) => {
      answer([END]);
      // The program sees the end of its input; the error is the function's, and goes where uncaught errors go.
      if (!question.signal.aborted) {
        queueMicrotask(() => {
          throw error;
        });
      }
    };
    // In a promise's job: the function may call anything, and its exceptions and answers are all dealt with in one place.
    Promise.resolve()
      .then(() => this.#ask({ signal: question.signal }))
      .then(line => answer(this.#toLines(line)))
      .catch(fail);
  }

  /** The engine does not want a line now: the question, if one is under way, is withdrawn. */
  withdraw() {
    if (this.#question && !this.#question.signal.aborted) {
      this.#question.abort(new DOMException('the program does not read any more', 'AbortError'));
    }
  }

  /** The whole lines that an answer gives. @param {Line} line */
  #toLines(line) {
    let bytes = line ?? END;
    if (typeof bytes === 'string') bytes = encoder.encode(bytes.endsWith('\n') ? bytes : bytes + '\n');
    if (bytes.length === 0) return this.#begun.length > 0 ? [this.#takeBegun(END), END] : [END];
    if (!(bytes instanceof Uint8Array)) throw new TypeError(`stdin must answer a string, a Uint8Array, or null at the end of input, not ${describe(line)}`);
    const lines = splitLines(this.#takeBegun(bytes));
    if (lines.length > 0 && lines[lines.length - 1].at(-1) !== NEWLINE) this.#begun = /** @type {Uint8Array} */ (lines.pop());
    return lines;
  }

  /** What has begun, and what comes behind it. @param {Uint8Array} bytes */
  #takeBegun(bytes) {
    if (this.#begun.length === 0) return bytes;
    const all = new Uint8Array(this.#begun.length + bytes.length);
    all.set(this.#begun);
    all.set(bytes, this.#begun.length);
    this.#begun = END;
    return all;
  }

  /** The engine is closed: an iterable is told that nobody reads on. */
  close() {
    this.withdraw();
    const iterator = this.#iterator;
    this.#iterator = undefined;
    (async () => iterator?.return?.())().catch(() => {});
  }
}

/** Each line with its newline; the last one may lack it. @param {Uint8Array} bytes */
function splitLines(bytes) {
  const lines = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

/** @param {string} where @param {unknown} stdin */
export function checkInput(where, stdin) {
  if (stdin === undefined || typeof stdin === 'string' || typeof stdin === 'function') return;
  if (typeof stdin === 'object' && stdin !== null && (Symbol.asyncIterator in stdin || Symbol.iterator in stdin)) return;
  throw new TypeError(
    `${where}: stdin must be a string, bytes, a function that answers the next line (or a promise of it), or an iterable of lines, not ${describe(stdin)}`,
  );
}
