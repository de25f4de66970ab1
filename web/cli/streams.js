// Streams: the process' own standard streams as the library takes them: lines of bytes in, bytes out.

import { writeSync } from 'node:fs';

/**
 * A receiver for the library that writes to a file descriptor before it returns, so that nothing is lost at the end and a
 * closed pipe is found at once.
 * @param {number} fd
 */
export function descriptorWriter(fd) {
  return {
    /** Why writing failed, if it did. @type {NodeJS.ErrnoException | undefined} */
    error: undefined,
    /** The program was told of it, when it went on writing. */
    refused: false,
    /** @param {Uint8Array} bytes */
    write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        try {
          done += writeSync(fd, bytes, done);
        } catch (error) {
          const failure = /** @type {NodeJS.ErrnoException} */ (error);
          if (failure.code !== 'EAGAIN') throw (this.error = failure);
          // A pipe that somebody made non-blocking is full: its reader gets a moment.
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
      }
    },
  };
}

/** Standard input by lines, read only as far as somebody asks. */
export class StdinLines {
  #unread = Buffer.alloc(0);
  #ended = false;
  /** @type {(() => void) | undefined} */ #wake;
  #started = false;

  /** The next line with its newline (the last one may lack it), or null at the end. @returns {Promise<Uint8Array | null>} */
  async next() {
    for (let searched = 0; ; ) {
      const newline = this.#unread.indexOf(10, searched);
      if (newline >= 0) return this.#take(newline + 1);
      if (this.#ended) return this.#unread.length ? this.#take(this.#unread.length) : null;
      searched = this.#unread.length;
      await this.#more();
    }
  }

  /** All that is left. @returns {Promise<Uint8Array>} */
  async rest() {
    while (!this.#ended) await this.#more();
    return this.#take(this.#unread.length);
  }

  /** @param {number} length */
  #take(length) {
    const taken = this.#unread.subarray(0, length);
    this.#unread = this.#unread.subarray(length);
    return taken;
  }

  /** Waits for more input, or its end. */
  #more() {
    if (!this.#started) this.#start();
    return new Promise(resolve => {
      this.#wake = () => {
        // Paused, the stream neither reads ahead nor keeps the process alive.
        process.stdin.pause();
        resolve(undefined);
      };
      process.stdin.resume();
    });
  }

  #start() {
    this.#started = true;
    const end = () => {
      this.#ended = true;
      this.#wake?.();
    };
    process.stdin.on('data', chunk => {
      this.#unread = Buffer.concat([this.#unread, /** @type {Buffer} */ (chunk)]);
      this.#wake?.();
    });
    // A stream that is closed or cannot be read has ended.
    process.stdin.on('end', end).on('error', end).on('close', end);
  }
}
