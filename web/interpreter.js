// Interpreter: what loadAiter() gives: calls that run Python and answer with promises. Here Python's outcomes become
// JavaScript's; when the engine runs is the Driver's business.

import { checkBoolean, checkName, checkNumber, checkOptions, checkSignal, checkText, checkTexts } from './check.js';
import { decode } from './decode.js';
import { START } from './instance.js';
import { PythonError } from './python-error.js';
import { Timer } from './timer.js';

/**
 * @typedef {object} CallOptions
 * @property {AbortSignal} [signal]  ends the run with KeyboardInterrupt
 * @property {number} [timeout]      milliseconds, after which the run ends with KeyboardInterrupt; a program that goes on
 *   regardless is interrupted again, and two seconds later its engine is closed
 * @property {string} [filename]     as tracebacks show it
 * @property {boolean} [topLevelAwait]  `await`, `async for` and `async with` outside functions
 *
 * @typedef {CallOptions} RunOptions  for runPythonAsync; topLevelAwait: true unless told
 *
 * @typedef {object} ProgramOnly
 * @property {string[]} [args]    sys.argv[1:]
 * @property {string} [script]    sys.argv[0]; the filename unless told
 * @property {boolean} [shared]   run in the namespace of runPythonAsync, whose names stay, and not in a fresh one
 * @typedef {CallOptions & ProgramOnly} ProgramOptions  for runProgram; topLevelAwait: false unless told
 *
 * @typedef {object} ProgramResult
 * @property {number} status  the exit status, as python3's: 0, 1 after an uncaught exception, 130 after KeyboardInterrupt,
 *   otherwise what sys.exit() was given
 * @property {unknown} [cause]  the signal's reason, or a DOMException named TimeoutError, when one of them interrupted the run
 *
 * @typedef {object} MemoryFigures  bytes
 * @property {number} used      held by Python's objects now
 * @property {number} peak      the most that was held
 * @property {number} limit     where MemoryError begins
 * @property {number} reserved  taken from the system
 *   (of an engine in a worker: the figures when a run last ended)
 */

const CALL_OPTIONS = ['signal', 'timeout', 'filename', 'topLevelAwait'];
const PROGRAM_OPTIONS = [...CALL_OPTIONS, 'args', 'script', 'shared'];
const LONGEST_TIMEOUT = Number.MAX_SAFE_INTEGER;

// A program may catch KeyboardInterrupt and go on: after the time limit it gets it again, and then no more time.
const INTERRUPT_AGAIN = 250;
const GRACE = 2000;

/** What python3 ends with after KeyboardInterrupt. */
const STATUS_INTERRUPTED = 130;

export class Interpreter {
  #driver;
  #args;
  #memoryLimit;

  /**
   * Made by loadAiter().
   * @hidden
   * @param {import('./driver.js').Driver | import('./remote-driver.js').RemoteDriver} driver @param {{args: string[], memoryLimit: number}} options
   */
  constructor(driver, { args, memoryLimit }) {
    this.#driver = driver;
    this.#args = args;
    this.#memoryLimit = memoryLimit;
  }

  /**
   * Runs Python in the namespace `__main__`, whose names stay for the next call, and answers the value of the last
   * expression (undefined when the last statement is not one). Rejects with PythonError when an exception is not caught.
   * @param {string | Uint8Array} code  source text, or the bytes of a source file
   * @param {RunOptions} [options]
   * @returns {Promise<import('./decode.js').PythonValue>}
   */
  async runPythonAsync(code, options) {
    const where = 'runPythonAsync';
    checkCall(where, code, options, CALL_OPTIONS);
    const { topLevelAwait = true, filename = '<string>', signal } = options ?? {};
    if (signal?.aborted) throw neverStarted(signal);
    const flags = START.SHARED | START.RESULT | (topLevelAwait ? START.TOP_LEVEL_AWAIT : 0);
    const { status, result, error, cause } = await this.#run(code, filename, flags, this.#args, options);
    if (error) {
      const [type, value, traceback] = /** @type {string[]} */ (decode(error));
      // The cause belongs to the exception that it raised, not to another one that the program raised meanwhile.
      const interrupted = type === 'KeyboardInterrupt' && cause !== undefined;
      throw new PythonError({ type, value, traceback, status }, interrupted ? { cause } : undefined);
    }
    // Without memory to describe the exception there is still the status.
    if (status !== 0) {
      throw new PythonError({ type: 'MemoryError', value: 'the exception could not be described', traceback: '', status });
    }
    return result && decode(result);
  }

  /**
   * Runs a program as `python3 FILE ARGS` does: in a fresh `__main__`; an uncaught exception is printed to stderr.
   * @param {string | Uint8Array} code  source text, or the bytes of a source file
   * @param {ProgramOptions} [options]
   * @returns {Promise<ProgramResult>}
   */
  async runProgram(code, options) {
    const where = 'runProgram';
    checkCall(where, code, options, PROGRAM_OPTIONS);
    checkBoolean(where, 'shared', options?.shared);
    checkTexts(where, 'args', options?.args);
    if (options?.script !== undefined) checkName(where, 'script', options.script);
    const { topLevelAwait = false, shared = false, filename = 'main.py', script = filename, args = [], signal } = options ?? {};
    if (signal?.aborted) return { status: STATUS_INTERRUPTED, cause: signal.reason };
    const flags = (shared ? START.SHARED : START.PROGRAM) | (topLevelAwait ? START.TOP_LEVEL_AWAIT : 0);
    const { status, cause } = await this.#run(code, filename, flags, [script, ...args], options);
    return cause === undefined ? { status } : { status, cause };
  }

  /** KeyboardInterrupt in every run that is under way. */
  interrupt() {
    for (const run of this.#driver.running) this.#driver.interrupt(run);
  }

  /** Ends the engine and gives its memory back. Calls that are under way reject; so does every later one. */
  close() {
    this.#driver.close(new Error('this Python engine was closed; loadAiter() gives a new one'));
  }

  /** @returns {MemoryFigures} */
  get memory() {
    return { ...this.#driver.memory, limit: this.#memoryLimit };
  }

  /**
   * Starts a run and waits for its end, while a signal and a time limit may interrupt it.
   * @param {string | Uint8Array} code @param {string} filename @param {number} flags @param {string[]} args @param {CallOptions} [options]
   * @returns {Promise<import('./driver.js').Ended & {cause?: unknown}>}
   */
  async #run(code, filename, flags, args, { signal, timeout = Infinity } = {}) {
    const { number, ended } = this.#driver.start(code, filename, flags, args);
    /** @type {unknown} */ let cause;
    const interrupt = (/** @type {unknown} */ why) => {
      cause ??= why;
      this.#driver.interrupt(number);
    };
    const onAbort = () => interrupt(signal?.reason);
    const timer = new Timer();
    signal?.addEventListener('abort', onAbort);
    if (timeout !== Infinity) {
      const limit = new DOMException(`the time limit of ${timeout} ms was reached`, 'TimeoutError');
      let grace = GRACE;
      const insist = () => {
        interrupt(limit);
        grace -= INTERRUPT_AGAIN;
        if (grace >= 0) return timer.start(INTERRUPT_AGAIN, insist);
        const message = `${limit.message}, and the program went on after KeyboardInterrupt: its engine was closed`;
        this.#driver.close(new Error(message, { cause: limit }));
      };
      timer.start(timeout, insist);
    }
    try {
      return { ...(await ended), cause };
    } finally {
      timer.stop();
      signal?.removeEventListener('abort', onAbort);
    }
  }
}

/** What a run ends with whose signal was aborted before. @param {AbortSignal} signal */
function neverStarted(signal) {
  const exception = { type: 'KeyboardInterrupt', value: '', traceback: 'KeyboardInterrupt\n', status: STATUS_INTERRUPTED };
  return new PythonError(exception, { cause: signal.reason });
}

/** What both calls check. @param {string} where @param {unknown} code @param {CallOptions | undefined} options @param {string[]} known */
function checkCall(where, code, options, known) {
  if (!(code instanceof Uint8Array)) checkText(where, 'code', code, '; it is the Python source text');
  checkOptions(where, options, known);
  if (!options) return;
  if (options.filename !== undefined) checkName(where, 'filename', options.filename);
  if (options.timeout !== undefined && options.timeout !== Infinity) {
    checkNumber(where, 'timeout', options.timeout, 1, LONGEST_TIMEOUT, 'milliseconds');
  }
  checkBoolean(where, 'topLevelAwait', options.topLevelAwait);
  checkSignal(where, options.signal);
}
