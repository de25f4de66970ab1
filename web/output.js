// Output: what the program prints, on its way to the receivers. The engine writes bytes in the middle of a slice; they are
// gathered here, and handed on, in order across both streams, when the engine has returned: so a receiver may call anything.

import { describe } from './check.js';

/**
 * Who gets a stream: a function that gets text, or an object whose `write` gets the bytes as they are
 * (process.stdout, a WritableStreamDefaultWriter). When it throws, the program gets OSError from then on; what a function
 * threw is reported as an uncaught error too, since only a stream fails by throwing.
 * @typedef {((text: string) => void) | {write(bytes: Uint8Array): unknown}} OutputOption
 */

/** More than this is not held back: it becomes a piece of its own. */
const PIECE = 1 << 16;

/** One stream: turns bytes into what its receiver takes. */
class Stream {
  /** @param {OutputOption} receiver */
  constructor(receiver) {
    this.receiver = receiver;
    this.decoder = typeof receiver === 'function' ? new TextDecoder('utf-8', { ignoreBOM: true }) : undefined;
    /** The receiver threw: it is not called again, and the program gets OSError. */
    this.broken = false;
  }

  /** @param {Uint8Array | undefined} bytes  undefined: the run has ended; an incomplete character shows as U+FFFD */
  send(bytes) {
    if (this.broken) return;
    try {
      if (this.decoder) {
        const text = this.decoder.decode(bytes, { stream: bytes !== undefined });
        if (text) /** @type {(text: string) => void} */ (this.receiver)(text);
      } else if (bytes) {
        const written = /** @type {{write(bytes: Uint8Array): unknown}} */ (this.receiver).write(bytes);
        // A writer of a stream answers a promise: its failure is found later.
        if (written instanceof Promise) written.catch(error => this.#break(error));
      }
    } catch (error) {
      this.#break(error);
    }
  }

  /** @param {unknown} error */
  #break(error) {
    this.broken = true;
    if (!this.decoder) return;
    queueMicrotask(() => {
      throw error;
    });
  }
}

export class Output {
  /** @type {Stream[]} streams 1 and 2 */
  #streams;
  /** Finished pieces, in order. @type {Array<{stream: Stream, bytes: Uint8Array}>} */
  #pieces = [];
  /** The piece that grows: its bytes and whose they are. */
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** @type {Stream | undefined} */ #current;

  /** @param {OutputOption | undefined} stdout @param {OutputOption | undefined} stderr */
  constructor(stdout, stderr) {
    this.#streams = [new Stream(stdout ?? defaultReceiver(1)), new Stream(stderr ?? defaultReceiver(2))];
  }

  /** Takes bytes from the engine. False: the stream is broken. @param {number} number @param {Uint8Array} bytes */
  write(number, bytes) {
    const stream = this.#streams[number - 1];
    if (!stream || stream.broken) {
      // The command tells of a failure that the program was not told of.
      if (stream && 'refused' in stream.receiver) stream.receiver.refused = true;
      return false;
    }
    if (stream !== this.#current || this.#length >= PIECE || bytes.length >= PIECE) this.#finishPiece();
    this.#current = stream;
    if (bytes.length >= PIECE) {
      this.#pieces.push({ stream, bytes: bytes.slice() });
      return true;
    }
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
    return true;
  }

  #finishPiece() {
    if (this.#current && this.#length > 0) {
      this.#pieces.push({ stream: this.#current, bytes: this.#bytes.slice(0, this.#length) });
    }
    this.#length = 0;
  }

  /** Hands everything on. Receivers may call back into the library, but the pieces stay in order. */
  flush() {
    this.#finishPiece();
    for (let piece = this.#pieces.shift(); piece; piece = this.#pieces.shift()) piece.stream.send(piece.bytes);
  }

  /** All runs have ended: what is left of an incomplete character is shown. */
  end() {
    this.flush();
    for (const stream of this.#streams) stream.send(undefined);
  }
}

/** Where output goes when nobody said: the process' own streams, or the console, by lines. @param {1 | 2} number @returns {OutputOption} */
function defaultReceiver(number) {
  const process = /** @type {any} */ (globalThis).process;
  if (process?.versions?.node) return bytes => void (number === 1 ? process.stdout : process.stderr).write(bytes);
  let line = '';
  return text => {
    const lines = (line + text).split('\n');
    line = /** @type {string} */ (lines.pop());
    for (const whole of lines) number === 1 ? console.log(whole) : console.error(whole);
  };
}

/** @param {string} where @param {string} name @param {unknown} receiver */
export function checkOutput(where, name, receiver) {
  if (receiver === undefined || typeof receiver === 'function') return;
  if (typeof receiver === 'object' && receiver !== null && typeof (/** @type {any} */ (receiver).write) === 'function') return;
  throw new TypeError(
    `${where}: ${name} must be a function that gets text, or an object with a method write(bytes), not ${describe(receiver)}`,
  );
}
