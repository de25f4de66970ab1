// loadAiter: options checked, the module fetched and compiled, an engine opened.

import { checkBoolean, checkNumber, checkOptions, checkTexts, describe } from './check.js';
import { openDriver } from './driver.js';
import { Input, checkInput } from './input.js';
import { Interpreter } from './interpreter.js';
import { beside, compileSource, readNodeFs } from './module.js';
import { Output, checkOutput } from './output.js';
import { openRemoteDriver } from './remote-driver.js';

/**
 * @typedef {object} LoadOptions
 * @property {import('./input.js').StdinOption} [stdin]  a text, a function that answers the next line, or an iterable of lines; without it, input has ended
 * @property {import('./output.js').OutputOption} [stdout]  called with text as it is printed; without it: process.stdout, or the console
 * @property {import('./output.js').OutputOption} [stderr]
 * @property {number} [memoryLimit]  bytes at which Python raises MemoryError; 256 MiB in browsers, 1 GiB in Node unless told
 * @property {boolean} [virtualTime]  sleeps do not wait: the clock jumps to the next timer
 * @property {string[]} [args]  sys.argv of runPythonAsync, [''] unless told
 * @property {boolean} [worker]  the engine runs in a web worker (worker.js beside this file); everything else stays the same
 * @property {import('./module.js').WasmSource} [wasm]  where aiter.wasm is, beside this file unless told
 * @property {string | URL | WebAssembly.Module} [rest]
 *   where aiter-rest.wasm is, which is loaded when a program first needs it; beside aiter.wasm (or this file) unless told
 */

const OPTIONS = ['stdin', 'stdout', 'stderr', 'memoryLimit', 'virtualTime', 'args', 'worker', 'wasm', 'rest'];
const MiB = 1 << 20;
const inNode = Boolean(/** @type {any} */ (globalThis).process?.versions?.node);

/**
 * Loads a Python engine of its own: names, modules and memory are shared with no other.
 * @param {LoadOptions} [options]
 * @returns {Promise<Interpreter>}
 */
export async function loadAiter(options = {}) {
  const where = 'loadAiter';
  checkOptions(where, options, OPTIONS);
  checkInput(where, options.stdin);
  checkOutput(where, 'stdout', options.stdout);
  checkOutput(where, 'stderr', options.stderr);
  // The engine itself takes some 100 kB; an Emscripten memory grows to 2 GiB.
  checkNumber(where, 'memoryLimit', options.memoryLimit, MiB, 2047 * MiB, 'bytes');
  checkBoolean(where, 'virtualTime', options.virtualTime);
  checkBoolean(where, 'worker', options.worker);
  checkTexts(where, 'args', options.args);
  const { args = [''], memoryLimit = (inNode ? 1024 : 256) * MiB, virtualTime = false } = options;

  const { wasm = beside.wasm() } = options;
  const rest = options.rest ?? (isAddress(wasm) ? new URL('./aiter-rest.wasm', absolute(wasm)) : beside.rest());
  if (!isAddress(rest) && !(rest instanceof WebAssembly.Module)) {
    throw new TypeError(`loadAiter: rest must be the address of aiter-rest.wasm or a WebAssembly.Module, not ${describe(rest)}`);
  }
  await readNodeFs();
  const module = await compileSource(wasm, 'wasm');
  const output = new Output(options.stdout, options.stderr);
  const input = new Input(options.stdin);
  const engine = { module, rest: rest instanceof WebAssembly.Module ? rest : absolute(rest).href, memoryLimit, virtualTime };
  const driver = options.worker
    ? await openRemoteDriver(engine, output, input)
    : await openDriver(engine, output, input);
  return new Interpreter(driver, { args, memoryLimit });
}

/** @param {unknown} source @returns {source is string | URL} */
const isAddress = source => typeof source === 'string' || source instanceof URL;

/** A relative address is the page's; in Node it is a file of the working directory. @param {string | URL} address */
function absolute(address) {
  const { process, location } = /** @type {any} */ (globalThis);
  return new URL(address, inNode ? `file://${process.cwd()}/` : location.href);
}
