// Rest: aiter-rest.wasm, the part of the engine that is not needed first: functions that share memory and table with
// aiter.wasm (wasm/emscripten/split.mjs divides them), and modules of the Python library. It is loaded when a program first
// needs it. For the library, and for what Python calls, the program waits and nothing else does. A function of C is in the middle
// of something when it calls one that is not there: then the file is read in place, which on a page's main thread holds the page
// for that moment; so there it is fetched in the background from the start, which makes that rare.

import { compileSource, nodeFs } from './module.js';

/** @typedef {string | WebAssembly.Module} RestSource  an address, or the module itself; both can be sent to a worker */

const CANNOT = 'could not load the rest of the engine';
const SAY = 'the option rest of loadAiter() says where aiter-rest.wasm is';

/** Modules that were read in place, by address. @type {Map<string, WebAssembly.Module>} */
const readNow = new Map();

export class Rest {
  #source;
  /** @type {WebAssembly.Exports | undefined} */ #primary;
  #attached = false;
  /** A bit for each place of the table, set where aiter.wasm has a stub. */
  #stubs;

  /** @param {RestSource} source @param {WebAssembly.Module} module  aiter.wasm */
  constructor(source, module) {
    this.#source = source;
    this.#stubs = new Uint8Array(WebAssembly.Module.customSections(module, 'stubs')[0] ?? new ArrayBuffer(0));
  }

  /** What a stub calls: puts the functions of the rest into their places in the table. */
  load() {
    // A place that is still a stub's.
    if (this.#attached) throw new WebAssembly.RuntimeError(`aiter-rest.wasm is of another version than aiter.wasm; ${SAY}`);
    this.#attach(this.#readNow());
  }

  /** Is the function in that place of the table there? @param {number} slot */
  has(slot) {
    return this.#attached || !(this.#stubs[slot >> 3] & (1 << (slot & 7)));
  }

  /**
   * To be told when aiter.wasm has been instantiated. Where nothing can be read in place, the rest is loaded at once; on a
   * page's main thread it begins to come.
   * @param {WebAssembly.Exports} exports
   */
  async complete(exports) {
    this.#primary = exports;
    if (typeof this.#source === 'string' && !isReadableNow(this.#source)) await this.library();
    else if (typeof document !== 'undefined') this.#prefetch();
  }

  /** Loads and attaches it. Answers the rest of the Python library. @returns {Promise<Uint8Array>} */
  async library() {
    let module;
    try {
      module = readNow.get(String(this.#source)) ?? (await compileSource(this.#source, 'rest'));
    } catch (error) {
      throw new Error(`${CANNOT}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
    this.#attach(module);
    return new Uint8Array(WebAssembly.Module.customSections(module, 'library')[0] ?? new ArrayBuffer(0));
  }

  /** Begins to load it, so that it may be there when it is needed; a failure shows when it is. */
  #prefetch() {
    compileSource(this.#source, 'rest').then(module => this.#attach(module)).catch(() => {});
  }

  /** @param {WebAssembly.Module} module */
  #attach(module) {
    if (this.#attached) return;
    new WebAssembly.Instance(module, { primary: /** @type {WebAssembly.ModuleImports} */ (this.#primary) });
    this.#attached = true;
  }

  /** Reads it without giving way to anything. */
  #readNow() {
    if (typeof this.#source !== 'string') return this.#source;
    const address = this.#source;
    let module = readNow.get(address);
    if (!module) {
      try {
        module = new WebAssembly.Module(bytesNow(address));
      } catch (error) {
        throw new WebAssembly.RuntimeError(`${CANNOT} from ${address}: ${error instanceof Error ? error.message : error}; ${SAY}`);
      }
      readNow.set(address, module);
    }
    return module;
  }
}

/** A file in Node, anything in a page or a worker. @param {string} address */
const isReadableNow = address =>
  typeof XMLHttpRequest === 'undefined'
    ? nodeFs() !== undefined && address.startsWith('file:')
    : typeof document === 'undefined' || isCompilableNow();

/** Older browsers compile no more than 4 kB in place on a page's main thread: here is a module of 5 kB with nothing in it. */
function isCompilableNow() {
  const module = new Uint8Array(5000);
  module.set([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, 0xfd, 0x26]); // a custom section of 4989 bytes
  try {
    return Boolean(new WebAssembly.Module(module));
  } catch {
    return false;
  }
}

/** @param {string} address @returns {BufferSource} */
function bytesNow(address) {
  const fs = nodeFs();
  if (fs && address.startsWith('file:')) return fs.readFileSync(new URL(address));
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  // A page's main thread may not ask for an ArrayBuffer in place: so bytes come as characters.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200 && request.status !== 0) throw new Error(`${request.status} ${request.statusText}`);
  return Uint8Array.from(request.responseText, char => char.charCodeAt(0) & 0xff);
}
