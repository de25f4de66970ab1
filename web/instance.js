// Instance: one WebAssembly instance with one engine in it: the functions that it imports, and its exports as methods that
// take and give JavaScript values. It knows nothing of time, promises or streams.

/**
 * What wasm/emscripten/exports.c exports; every pointer and length is a number.
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {(size: number) => number} alloc
 * @property {(memory: number) => void} free
 * @property {(memoryLimit: number, virtualTime: number, sliceMs: number) => number} open
 * @property {(engine: number) => number} close
 * @property {(engine: number, count: number, args: number) => number} set_args
 * @property {(engine: number, source: number, length: number, filename: number, flags: number) => number} start
 * @property {(engine: number) => number} run
 * @property {(engine: number) => number} wait_ms
 * @property {(engine: number) => number} request
 * @property {(engine: number, line: number, length: number) => number} input
 * @property {(engine: number, text: number, length: number) => number} library
 * @property {(engine: number, why: number) => void} no_library
 * @property {(engine: number, run: number) => number} interrupt
 * @property {(engine: number) => number} ended
 * @property {(engine: number, run: number) => number} status
 * @property {(engine: number, run: number, length: number) => number} result
 * @property {(engine: number, run: number, length: number) => number} error
 * @property {(engine: number, run: number) => void} forget
 * @property {(engine: number) => number} memory_used
 * @property {(engine: number) => number} memory_peak
 */

/** What `start` may be told; as AiterStartFlags in src/host/aiter.h. */
export const START = { PROGRAM: 0, SHARED: 1, RESULT: 2, TOP_LEVEL_AWAIT: 4 };
/** What `run` answers; as AiterState. */
export const STATE = { IDLE: 0, MORE: 1, WAIT: 2, HOST: 3 };
/** What `request` answers; as AiterRequest. */
export const REQUEST = { NONE: 0, LINE: 1, LIBRARY: 2 };

const encoder = new TextEncoder();

/**
 * @typedef {object} InstanceOptions
 * @property {number} memoryLimit  bytes
 * @property {boolean} virtualTime
 * @property {import('./rest.js').Rest} rest
 * @property {(stream: number, bytes: Uint8Array) => boolean} write
 *   gets what the program prints; the bytes are the engine's own memory and good only until it returns
 */

/** Makes an instance with an open engine. @param {WebAssembly.Module} module @param {InstanceOptions} options */
export async function openInstance(module, options) {
  /** @type {Exports} */
  let exports;
  const bytesAt = (/** @type {number} */ at, /** @type {number} */ length) => new Uint8Array(exports.memory.buffer, at, length);
  /** @type {Record<string, Function>} */
  const functions = {
    clock_ms: () => performance.now(),
    time: () => Date.now() / 1000,
    random(/** @type {number} */ at, /** @type {number} */ length) {
      // getRandomValues gives 65,536 bytes at most.
      for (let done = 0; done < length; done += 65536) {
        crypto.getRandomValues(bytesAt(at + done, Math.min(65536, length - done)));
      }
      return 1;
    },
    load_rest: () => options.rest.load(),
    has_function: (/** @type {number} */ slot) => Number(options.rest.has(slot)),
    write: (/** @type {number} */ stream, /** @type {number} */ at, /** @type {number} */ length) =>
      options.write(stream, bytesAt(at, length)) ? 1 : 0,
  };
  const instance = await WebAssembly.instantiate(module, makeImports(module, functions));
  exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  await options.rest.complete(instance.exports);
  exports._initialize?.();
  const engine = exports.open(options.memoryLimit, Number(options.virtualTime), 0);
  if (engine === 0) throw new RangeError(`loadAiter: memoryLimit ${options.memoryLimit} is too small to start the engine`);
  return new Instance(exports, engine);
}

/**
 * The imports that this module asks for. Beside ours, another Emscripten may want a few of its own: they do nothing, and
 * WASI's answer EBADF, since with success its library would ask for ever.
 * @param {WebAssembly.Module} module @param {Record<string, Function>} functions
 */
function makeImports(module, functions) {
  /** @type {Record<string, Record<string, Function>>} */
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = (from === 'env' && functions[name]) || (() => (from === 'wasi_snapshot_preview1' ? 8 : 0));
  }
  return /** @type {WebAssembly.Imports} */ (imports);
}

/** Thrown when the engine could not get memory for what JavaScript hands it. */
const shortOfMemory = () => new RangeError('the engine is out of memory');

export class Instance {
  /** @type {Exports} */ #exports;
  /** @type {number} */ #engine;

  /** @param {Exports} exports @param {number} engine */
  constructor(exports, engine) {
    this.#exports = exports;
    this.#engine = engine;
  }

  /** Copies bytes in, and a final zero; calls back with where they are. @template T @param {Uint8Array} bytes @param {(at: number) => T} use */
  #withBytes(bytes, use) {
    const at = this.#exports.alloc(bytes.length + 1);
    if (at === 0) throw shortOfMemory();
    // The view is made after the allocation: that may have moved the memory.
    const memory = new Uint8Array(this.#exports.memory.buffer, at, bytes.length + 1);
    memory.set(bytes);
    memory[bytes.length] = 0;
    try {
      return use(at);
    } finally {
      this.#exports.free(at);
    }
  }

  /** sys.argv of the runs that follow. @param {string[]} args */
  setArgs(args) {
    const bytes = encoder.encode(args.map(arg => arg + '\0').join(''));
    this.#withBytes(bytes, at => {
      if (!this.#exports.set_args(this.#engine, args.length, at)) throw shortOfMemory();
    });
  }

  /** Starts a run and gives its number. @param {string | Uint8Array} source @param {string} filename @param {number} flags */
  start(source, filename, flags) {
    const bytes = typeof source === 'string' ? encoder.encode(source) : source;
    const run = this.#withBytes(bytes, at =>
      this.#withBytes(encoder.encode(filename), name => this.#exports.start(this.#engine, at, bytes.length, name, flags)),
    );
    if (run === 0) throw shortOfMemory();
    return run;
  }

  /** Runs for about a slice; answers a STATE. */
  run() {
    return this.#exports.run(this.#engine);
  }

  waitMs() {
    return this.#exports.wait_ms(this.#engine);
  }

  /** What the engine waits for; a REQUEST. */
  request() {
    return this.#exports.request(this.#engine);
  }

  /** A line of standard input; no bytes: its end. @param {Uint8Array} line */
  input(line) {
    this.#withBytes(line, at => {
      if (!this.#exports.input(this.#engine, at, line.length)) throw shortOfMemory();
    });
  }

  /** The rest of the Python library, as request() asked for it. @param {Uint8Array} text */
  library(text) {
    this.#withBytes(text, at => {
      if (!this.#exports.library(this.#engine, at, text.length)) throw shortOfMemory();
    });
  }

  /** It can not be had. @param {string} why */
  noLibrary(why) {
    this.#withBytes(encoder.encode(why), at => this.#exports.no_library(this.#engine, at));
  }

  /** KeyboardInterrupt in a run. @param {number} run */
  interrupt(run) {
    return this.#exports.interrupt(this.#engine, run) !== 0;
  }

  /** A run that has ended, or 0. */
  ended() {
    return this.#exports.ended(this.#engine);
  }

  /** @param {number} run */
  status(run) {
    return this.#exports.status(this.#engine, run);
  }

  /** Its last expression's value, encoded (a copy). @param {number} run */
  result(run) {
    return this.#encoded(this.#exports.result, run);
  }

  /** Its uncaught exception, encoded (a copy). @param {number} run */
  error(run) {
    return this.#encoded(this.#exports.error, run);
  }

  /** @param {(engine: number, run: number, length: number) => number} ask @param {number} run */
  #encoded(ask, run) {
    return this.#withBytes(new Uint8Array(4), cell => {
      const at = ask(this.#engine, run, cell);
      if (at === 0) return undefined;
      const { buffer } = this.#exports.memory;
      return new Uint8Array(buffer, at, new DataView(buffer).getUint32(cell, true)).slice();
    });
  }

  /** @param {number} run */
  forget(run) {
    this.#exports.forget(this.#engine, run);
  }

  /** Bytes: in use, the most there were, and what the engine holds of the system's memory. */
  get memory() {
    return {
      used: this.#exports.memory_used(this.#engine),
      peak: this.#exports.memory_peak(this.#engine),
      reserved: this.#exports.memory.buffer.byteLength,
    };
  }
}
