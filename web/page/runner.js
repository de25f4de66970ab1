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

  /** Gets the engine ready, so that the first run starts at once. After a failure the next call tries again. */
  load() {
    if (this.#engine) return this.#engine;
    const { readLine: stdin, stdout, stderr } = this.#streams;
    const engine = loadAiter({ wasm, stdin, stdout, stderr }).catch(error => {
      if (this.#engine === engine) this.#engine = undefined;
      throw new Error(`The Python engine could not be loaded: ${error.message}`);
    });
    return (this.#engine = engine);
  }

  /** @param {string} code @returns {Promise<Outcome>} */
  async run(code) {
    const engine = this.load();
    try {
      const python = await engine;
      try {
        return await python.runProgram(code, { shared: true, topLevelAwait: true, filename: 'main.py' });
      } catch (error) {
        // Not the program's failure, which is a status, but the engine's.
        if (this.#engine !== engine) return { lost: this.#resetWhy };
        this.#engine = undefined;
        return { lost: `${/** @type {Error} */ (error).message} The names of earlier runs are gone.` };
      }
    } catch (error) {
      return { lost: /** @type {Error} */ (error).message };
    }
  }

  /** KeyboardInterrupt in the program. */
  async interrupt() {
    (await this.#engine?.catch(() => undefined))?.interrupt();
  }

  /** Ends the engine: a program that runs is lost, and so are all names. @param {string} [why] */
  async reset(why = '') {
    const engine = this.#engine;
    this.#engine = undefined;
    this.#resetWhy = why;
    (await engine?.catch(() => undefined))?.close();
  }
}
