// A pool of worker threads behind one `run(message)`: each thread does one job at a time and answers with one message.
// A thread that throws, ends, or takes too long is replaced, and its job is reported as failed.

import { Worker } from 'node:worker_threads';

/** One thread and the job that it is at. */
class Thread {
  /** @type {Worker} */ worker;
  /** @type {Promise<void>} */ ready;
  /** @type {((answer: any) => void) | undefined} */ answered;

  /** @param {URL} url @param {import('node:worker_threads').WorkerOptions} options */
  constructor(url, options) {
    this.url = url;
    this.options = options;
    this.start();
  }

  start() {
    const worker = (this.worker = new Worker(this.url, this.options));
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', message => ('ready' in message ? resolve() : this.answered?.(message)));
      for (const event of ['error', 'exit']) {
        worker.on(event, reason => {
          const failure = `the thread ended: ${reason?.stack ?? reason}`;
          reject(new Error(failure));
          if (worker === this.worker) this.answered?.({ failure });
        });
      }
    });
    // Whoever waits for it is told; nobody else need be.
    this.ready.catch(() => {});
  }

  /** @param {any} message @param {number} limit */
  async run(message, limit) {
    await this.ready;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const answer = await new Promise(resolve => {
      this.answered = resolve;
      timer = setTimeout(() => resolve({ failure: `no end after ${limit / 1000} s` }), limit);
      this.worker.postMessage(message);
    });
    clearTimeout(timer);
    if (answer.failure) {
      // After a crash nothing in the thread can be trusted.
      const old = this.worker;
      this.start();
      await old.terminate();
    }
    return answer;
  }
}

export class Pool {
  /**
   * @param {URL} url the module that a thread runs; it posts {ready: true} once, then an answer for each message
   * @param {{size?: number, limit?: number, options?: import('node:worker_threads').WorkerOptions}} [settings]
   */
  constructor(url, { size = 2, limit = 60_000, options = {} } = {}) {
    this.limit = limit;
    /** @type {Thread[]} */
    this.all = Array.from({ length: size }, () => new Thread(url, options));
    /** @type {Thread[]} */
    this.idle = [...this.all];
    /** @type {((thread: Thread) => void)[]} */
    this.waiting = [];
  }

  /** @param {any} message @returns {Promise<any>} the answer, or {failure} */
  async run(message) {
    /** @type {Thread} */
    const thread = this.idle.pop() ?? (await new Promise(resolve => this.waiting.push(resolve)));
    try {
      return await thread.run(message, this.limit);
    } finally {
      const next = this.waiting.shift();
      if (next) next(thread);
      else this.idle.push(thread);
    }
  }

  async close() {
    await Promise.all(this.all.map(thread => thread.worker.terminate()));
  }
}
