// Driver: keeps one engine running in the host's event loop. It turns what `run` answers into a macrotask (MORE), a timer
// (WAIT) or a question for a line (HOST), hands on output, and says of every run when it has ended. When no run is under way
// it holds no timer and no task, so a Node process can end.

import { postMacrotask } from './macrotask.js';
import { REQUEST, STATE, openInstance } from './instance.js';
import { readNodeFs } from './module.js';
import { Rest } from './rest.js';
import { Timer } from './timer.js';

/**
 * @typedef {object} Ended  how a run ended
 * @property {number} status  exit status as python3's
 * @property {Uint8Array} [result]  encoded
 * @property {Uint8Array} [error]  encoded
 *
 * @typedef {object} Run
 * @property {number} number
 * @property {(ended: Ended) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

/**
 * What an engine is made of; all of it can be sent to a worker.
 * @typedef {object} EngineOptions
 * @property {WebAssembly.Module} module
 * @property {import('./rest.js').RestSource} rest
 * @property {number} memoryLimit
 * @property {boolean} virtualTime
 */

/**
 * An engine in this thread.
 * @param {EngineOptions} options
 * @param {import('./output.js').Output} output @param {import('./input.js').Input} input
 */
export async function openDriver({ module, rest, memoryLimit, virtualTime }, output, input) {
  await readNodeFs();
  const write = output.write.bind(output);
  const more = new Rest(rest, module);
  return new Driver(await openInstance(module, { memoryLimit, virtualTime, write, rest: more }), more, output, input);
}

export class Driver {
  /** Let go when the engine is closed: it holds the memory. @type {import('./instance.js').Instance | undefined} */
  #instance;
  /** Let go likewise. @type {Rest | undefined} */
  #rest;
  /** The rest of the library is on its way. */
  #restAsked = false;
  #output;
  #input;
  /** The runs that have not ended. @type {Map<number, Run>} */
  #runs = new Map();
  #timer = new Timer();
  /** A macrotask that will turn is posted. */
  #posted = false;
  /** Why the engine takes no more runs. @type {Error | undefined} */
  #closed;

  /**
   * @param {import('./instance.js').Instance} instance
   * @param {Rest} rest
   * @param {import('./output.js').Output} output
   * @param {import('./input.js').Input} input
   */
  constructor(instance, rest, output, input) {
    this.#instance = instance;
    this.#rest = rest;
    this.#output = output;
    this.#input = input;
  }

  /**
   * Calls into the engine. An error that comes out of WebAssembly (a trap, a stack overflow) leaves the engine in the middle
   * of something, with its stack pointer where it was: so it is never entered again. Errors of our own pass.
   * @template T @param {(instance: import('./instance.js').Instance) => T} use
   */
  call(use) {
    if (this.#closed) throw this.#closed;
    try {
      return use(/** @type {import('./instance.js').Instance} */ (this.#instance));
    } catch (error) {
      if (!isCrash(error)) throw error;
      const crash = new Error(`the Python engine crashed (${error}); loadAiter() gives a new one`, { cause: error });
      this.close(crash);
      throw crash;
    }
  }

  /**
   * Starts a run.
   * @param {string | Uint8Array} source @param {string} filename @param {number} flags @param {string[]} args  sys.argv
   * @returns {{number: number, ended: Promise<Ended>}}
   */
  start(source, filename, flags, args) {
    const number = this.call(instance => {
      instance.setArgs(args);
      return instance.start(source, filename, flags);
    });
    const ended = new Promise((resolve, reject) => void this.#runs.set(number, { number, resolve, reject }));
    this.wake();
    return { number, ended };
  }

  /** KeyboardInterrupt in one run, if it has not ended. @param {number} number */
  interrupt(number) {
    if (this.#closed || !this.#runs.has(number)) return;
    this.call(instance => instance.interrupt(number));
    this.wake();
  }

  /** The numbers of the runs that have not ended. */
  get running() {
    return [...this.#runs.keys()];
  }

  /** Bytes used, the peak of that, and bytes taken from the system. */
  get memory() {
    return this.call(instance => instance.memory);
  }

  /** Runs that have not ended are rejected with the reason; so is everything after. @param {Error} reason */
  close(reason) {
    if (this.#closed) return;
    this.#closed = reason;
    this.#instance = this.#rest = undefined;
    this.#timer.stop();
    this.#input.close();
    for (const run of this.#runs.values()) run.reject(reason);
    this.#runs.clear();
    this.#output.end();
  }

  /** Something happened: the engine is to run soon, whatever it was waiting for. */
  wake() {
    if (this.#closed || this.#posted) return;
    this.#timer.stop();
    this.#posted = true;
    postMacrotask(() => {
      this.#posted = false;
      if (this.#closed) return;
      try {
        this.#turn();
      } catch {
        // A crash: every run was told.
      }
    });
  }

  #turn() {
    const state = this.call(instance => instance.run());
    this.#output.flush();
    // A receiver of the output may have closed the engine.
    if (this.#closed) return;
    this.#settle();
    this.#plan(state);
  }

  /** Tells the runs that have ended. */
  #settle() {
    for (let number = this.call(i => i.ended()); number; number = this.call(i => i.ended())) {
      const run = this.#runs.get(number);
      this.#runs.delete(number);
      const ended = this.call(instance => {
        const status = instance.status(number);
        const values = { status, result: instance.result(number), error: instance.error(number) };
        instance.forget(number);
        return values;
      });
      if (this.#runs.size === 0) this.#output.end();
      run?.resolve(ended);
    }
  }

  /** When the engine runs next. @param {number} state */
  #plan(state) {
    if (this.#runs.size === 0) {
      this.#input.withdraw();
      return;
    }
    if (state === STATE.MORE) return this.wake();
    const request = this.call(instance => instance.request());
    if (request === REQUEST.LINE) this.#giveLine();
    else this.#input.withdraw();
    if (request === REQUEST.LIBRARY) this.#giveLibrary();
    const wait = this.call(instance => instance.waitMs());
    if (state === STATE.WAIT) this.#timer.start(Math.max(0, wait), () => this.wake());
    // After HOST a wait above 0 is another fiber's timer.
    else if (state === STATE.HOST && wait > 0 && wait < Infinity) this.#timer.start(wait, () => this.wake());
    else if (state === STATE.IDLE) this.close(new Error('the Python engine forgot a run: please report this'));
  }

  async #giveLibrary() {
    if (this.#restAsked || !this.#rest) return;
    this.#restAsked = true;
    const give = await this.#rest.library().then(
      text => (/** @type {import('./instance.js').Instance} */ instance) => instance.library(text),
      error => (/** @type {import('./instance.js').Instance} */ instance) => instance.noLibrary(String(error.message)),
    );
    this.#restAsked = false;
    try {
      this.call(give);
    } catch {
      // A crash, or closed meanwhile: every run was told.
    }
    this.wake();
  }

  #giveLine() {
    const line = this.#input.take();
    if (!line) return this.#input.request(() => this.wake());
    this.call(instance => instance.input(line));
    this.wake();
  }
}

/** WebAssembly's own errors, and the engines' for a full stack. @param {unknown} error */
function isCrash(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  // "Maximum call stack size exceeded" in Chromium and Node, "too much recursion" in Firefox.
  return (error instanceof RangeError || error instanceof Error) && /call stack|recursion/.test(error.message);
}
