// Runner: the page's engine. Programs run on the main thread, in slices, in one namespace whose names stay until they are
// cleared or the engine is lost.

import { loadAiter } from '../index.js';

const wasm = new URL('../aiter.wasm', import.meta.url);

/**
 * @typedef {object} Streams
 * @property {(options: {signal: AbortSignal}) => Promise<string | null>} readLine
 * @property {(text: string) => void} stdout
 * @property {(text: string) => void} stderr
 *
 * @typedef {object} Outcome
 * @property {number} [status]  the exit status
 * @property {string} [lost]    why there is none: the engine was lost under the program
 */

export class Runner {
  #streams;
  /** @type {Promise<import('../index.js').Interpreter> | undefined} */ #engine;
  #resetWhy = '';

  /** @param {Streams} streams */
  constructor(streams) {
    this.#streams = streams;
  }

  /** Gets the engine ready, so that the first run starts at once. */
  load() {
    const { readLine: stdin, stdout, stderr } = this.#streams;
    this.#engine ??= loadAiter({ wasm, stdin, stdout, stderr });
    return this.#engine;
  }

  /** @param {string} code @returns {Promise<Outcome>} */
  async run(code) {
    const engine = this.load();
    try {
      return await (await engine).runProgram(code, { shared: true, topLevelAwait: true, filename: 'main.py' });
    } catch (error) {
      // Not the program's failure, which is a status, but the engine's.
      if (this.#engine !== engine) return { lost: this.#resetWhy };
      this.#engine = undefined;
      return { lost: `${/** @type {Error} */ (error).message} The names of earlier runs are gone.` };
    }
  }

  /** KeyboardInterrupt in the program. */
  async interrupt() {
    (await this.#engine)?.interrupt();
  }

  /** Ends the engine: a program that runs is lost, and so are all names. @param {string} [why] */
  async reset(why = '') {
    const engine = this.#engine;
    this.#engine = undefined;
    this.#resetWhy = why;
    (await engine?.catch(() => undefined))?.close();
  }
}
