// Input: standard input, by lines, from a text or from a function that is asked for one line at a time.

import { describe } from './check.js';

/**
 * A text; or a function that answers the next line (with or without its newline), null at the end, or a promise of that.
 * Bytes are taken exactly as they are. Its signal is aborted when the program does not want the line any more (it was
 * interrupted); what is answered then is kept for the next question.
 * @typedef {string | ((options: {signal: AbortSignal}) => Line | PromiseLike<Line>)} StdinOption
 * @typedef {string | Uint8Array | null | undefined} Line
 */

const encoder = new TextEncoder();
const END = new Uint8Array(0);

export class Input {
  /** @type {(options: {signal: AbortSignal}) => Line | PromiseLike<Line>} */ #ask;
  /** Lines that were answered and not yet wanted. @type {Uint8Array[]} */ #lines = [];
  /** The question that is under way. @type {AbortController | undefined} */ #question;

  /** @param {StdinOption | undefined} source */
  constructor(source) {
    if (typeof source === 'function') {
      this.#ask = source;
    } else {
      this.#ask = () => null;
      if (source) this.#lines = splitLines(encoder.encode(source));
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
      .then(line => answer(toLines(line)))
      .catch(fail);
  }

  /** The engine does not want a line now: the question, if one is under way, is withdrawn. */
  withdraw() {
    if (this.#question && !this.#question.signal.aborted) {
      this.#question.abort(new DOMException('the program does not read any more', 'AbortError'));
    }
  }
}

/** @param {Line} line */
function toLines(line) {
  if (line === null || line === undefined) return [END];
  if (typeof line === 'string') return splitLines(encoder.encode(line.endsWith('\n') ? line : line + '\n'));
  if (line instanceof Uint8Array) return line.length === 0 ? [END] : splitLines(line);
  throw new TypeError(`stdin must answer a string, a Uint8Array, or null at the end of input, not ${describe(line)}`);
}

/** Each line with its newline; the last one may lack it. @param {Uint8Array} bytes */
function splitLines(bytes) {
  const lines = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}

/** @param {string} where @param {unknown} stdin */
export function checkInput(where, stdin) {
  if (stdin !== undefined && typeof stdin !== 'string' && typeof stdin !== 'function') {
    throw new TypeError(
      `${where}: stdin must be a string, or a function that answers the next line (or a promise of it), not ${describe(stdin)}`,
    );
  }
}
