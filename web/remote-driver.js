// RemoteDriver: a Driver whose engine runs in a worker. It has the same methods; what they do goes there as messages, and
// output, questions and ends of runs come back. Streams and signals stay on this side, so that callers see no difference.

/**
 * @typedef {import('./driver.js').Ended} Ended
 * @typedef {import('./driver.js').EngineOptions} EngineOptions
 * @typedef {{used: number, peak: number, reserved: number}} Figures
 *
 * What goes to the worker:
 * @typedef {{kind: 'open', options: EngineOptions}
 *   | {kind: 'start', run: number, source: string | Uint8Array, filename: string, flags: number, args: string[]}
 *   | {kind: 'interrupt', run: number}
 *   | {kind: 'line', bytes: Uint8Array | null}
 *   | {kind: 'broken', stream: number}} ToWorker
 *
 * What comes back:
 * @typedef {{kind: 'opened', memory: Figures}
 *   | {kind: 'output', stream: number, bytes: Uint8Array}
 *   | {kind: 'ask'} | {kind: 'withdraw'}
 *   | {kind: 'ended', run: number, ended: Ended, memory: Figures}
 *   | {kind: 'lost', error: Error}} FromWorker
 */

/** @param {EngineOptions} options @param {import('./output.js').Output} output @param {import('./input.js').Input} input */
export async function openRemoteDriver(options, output, input) {
  if (typeof Worker === 'undefined') {
    throw new TypeError('loadAiter: worker is true, but there are no web workers here; leave it out to run in this thread');
  }
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    // A file that is not there, or a Content-Security-Policy: the browser does not say which.
    worker.onerror = event => {
      worker.terminate();
      reject(new Error(`loadAiter: the worker could not be started: ${event.message ?? 'is worker.js beside index.js?'}`));
    };
    worker.onmessage = ({ data }) => {
      const message = /** @type {FromWorker} */ (data);
      if (message.kind === 'opened') return resolve(new RemoteDriver(worker, output, input, message.memory));
      worker.terminate();
      reject(message.kind === 'lost' ? message.error : new Error(`loadAiter: the worker said ${message.kind}`));
    };
    worker.postMessage(/** @type {ToWorker} */ ({ kind: 'open', options }));
  });
}

export class RemoteDriver {
  #worker;
  #output;
  #input;
  /** The last figures that the worker told. */
  #memory;
  /** @type {Map<number, {resolve: (ended: Ended) => void, reject: (reason: unknown) => void}>} */
  #runs = new Map();
  #lastRun = 0;
  /** The worker waits for a line. */
  #asked = false;
  /** @type {Error | undefined} */ #closed;

  /**
   * @param {Worker} worker
   * @param {import('./output.js').Output} output @param {import('./input.js').Input} input
   * @param {Figures} memory
   */
  constructor(worker, output, input, memory) {
    this.#worker = worker;
    this.#output = output;
    this.#input = input;
    this.#memory = memory;
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = event => this.close(new Error(`the Python worker failed: ${event.message}`));
  }

  /** @param {ToWorker} message */
  #send(message) {
    this.#worker.postMessage(message);
  }

  /** @param {FromWorker} message */
  #receive(message) {
    if (this.#closed) return;
    switch (message.kind) {
      case 'output':
        if (!this.#output.write(message.stream, message.bytes)) this.#send({ kind: 'broken', stream: message.stream });
        this.#output.flush();
        break;
      case 'ask':
        this.#asked = true;
        this.#giveLine();
        break;
      case 'withdraw':
        this.#input.withdraw();
        // Unless the line is on its way already, the worker is told that none comes.
        if (this.#asked) this.#send({ kind: 'line', bytes: null });
        this.#asked = false;
        break;
      case 'ended': {
        const run = this.#runs.get(message.run);
        this.#runs.delete(message.run);
        this.#memory = message.memory;
        if (this.#runs.size === 0) this.#output.end();
        run?.resolve(message.ended);
        break;
      }
      case 'lost':
        this.close(message.error);
        break;
    }
  }

  #giveLine() {
    if (!this.#asked || this.#closed) return;
    const bytes = this.#input.take();
    if (!bytes) return this.#input.request(() => this.#giveLine());
    this.#asked = false;
    this.#send({ kind: 'line', bytes });
  }

  /** @param {string | Uint8Array} source @param {string} filename @param {number} flags @param {string[]} args */
  start(source, filename, flags, args) {
    if (this.#closed) throw this.#closed;
    const run = ++this.#lastRun;
    const ended = new Promise((resolve, reject) => void this.#runs.set(run, { resolve, reject }));
    this.#send({ kind: 'start', run, source, filename, flags, args });
    return { number: run, ended: /** @type {Promise<Ended>} */ (ended) };
  }

  /** @param {number} run */
  interrupt(run) {
    if (!this.#closed && this.#runs.has(run)) this.#send({ kind: 'interrupt', run });
  }

  get running() {
    return [...this.#runs.keys()];
  }

  get memory() {
    if (this.#closed) throw this.#closed;
    return this.#memory;
  }

  /** @param {Error} reason */
  close(reason) {
    if (this.#closed) return;
    this.#closed = reason;
    this.#worker.terminate();
    this.#input.close();
    for (const run of this.#runs.values()) run.reject(reason);
    this.#runs.clear();
    this.#output.end();
  }
}
