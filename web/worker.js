// Worker: the other end of remote-driver.js: a Driver in a web worker, told what to do by messages.

import { openDriver } from './driver.js';
import { Input } from './input.js';
import { Output } from './output.js';

/**
 * @typedef {import('./remote-driver.js').ToWorker} ToWorker
 * @typedef {import('./remote-driver.js').FromWorker} FromWorker
 */

const scope = /** @type {{postMessage(message: FromWorker): void, onmessage: ((event: {data: ToWorker}) => void) | null}} */ (
  /** @type {unknown} */ (globalThis)
);

/** @type {import('./driver.js').Driver} */ let driver;
/** Numbers of our runs by the numbers that the other side gave them. @type {Map<number, number>} */
const runs = new Map();
/** Streams that the other side cannot write any more. @type {Set<number>} */
const broken = new Set();
/** Answers the question that is under way. @type {((line: Uint8Array | null) => void) | undefined} */
let answer;

/** @param {number} stream */
const receiver = stream => ({
  write(/** @type {Uint8Array} */ bytes) {
    if (broken.has(stream)) throw new Error('the stream is closed');
    scope.postMessage({ kind: 'output', stream, bytes });
  },
});

/** A line from the other side. @param {{signal: AbortSignal}} options @returns {Promise<Uint8Array | null>} */
function ask({ signal }) {
  return new Promise(resolve => {
    answer = resolve;
    signal.addEventListener('abort', () => scope.postMessage({ kind: 'withdraw' }));
    scope.postMessage({ kind: 'ask' });
  });
}

/** @param {unknown} error */
const lose = error => scope.postMessage({ kind: 'lost', error: error instanceof Error ? error : new Error(String(error)) });

/** @param {Extract<ToWorker, {kind: 'start'}>} message */
async function start({ run, source, filename, flags, args }) {
  try {
    const { number, ended } = driver.start(source, filename, flags, args);
    runs.set(run, number);
    const how = await ended;
    scope.postMessage({ kind: 'ended', run, ended: how, memory: driver.memory });
  } catch (error) {
    lose(error);
  } finally {
    runs.delete(run);
  }
}

scope.onmessage = async ({ data }) => {
  switch (data.kind) {
    case 'open':
      try {
        driver = await openDriver(data.options, new Output(receiver(1), receiver(2)), new Input(ask));
        scope.postMessage({ kind: 'opened', memory: driver.memory });
      } catch (error) {
        lose(error);
      }
      break;
    case 'start':
      start(data);
      break;
    case 'interrupt':
      driver.interrupt(runs.get(data.run) ?? 0);
      break;
    case 'line':
      answer?.(data.bytes);
      break;
    case 'broken':
      broken.add(data.stream);
      break;
  }
};
