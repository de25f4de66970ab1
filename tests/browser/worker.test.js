// loadAiter({worker: true}): the engine in a web worker, behind the same interface.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './browsers.js';

inEachBrowser('the library in a worker', place => {
  /**
   * Calls a function in the page with the library.
   * @template T @param {(library: typeof import('../../web/index.js')) => Promise<T>} use
   */
  async function withLibrary(use) {
    const page = await place.open(new URL('../index.d.ts', place.address).href);
    try {
      return await page.evaluate(
        async ({ address, source }) => (0, eval)(`(${source})`)(await import(address)),
        { address: new URL('../index.js', place.address).href, source: use.toString() },
      );
    } finally {
      await page.context().close();
    }
  }

  test('values, streams, names and errors are the same', async () => {
    const seen = await withLibrary(async ({ loadAiter, PythonError }) => {
      let printed = '';
      const print = (/** @type {string} */ text) => void (printed += text);
      const py = await loadAiter({ worker: true, stdin: 'one\ntwo\n', stdout: print, stderr: print });
      const value = await py.runPythonAsync('import sys\nprint(input())\nprint("err", file=sys.stderr)\nx = input()\n[x, 2**60]');
      const error = await py.runPythonAsync('x, 1 / 0').catch(error => error);
      const { status } = await py.runProgram('import sys; sys.exit(7)');
      const { used, limit } = py.memory;
      py.close();
      const closed = await py.runPythonAsync('1').catch(error => error.message);
      return {
        printed, value: String(value), status, closed, memory: used > 0 && limit > used,
        error: error instanceof PythonError && error.type,
      };
    });
    assert.deepEqual(seen, {
      printed: 'one\nerr\n', value: 'two,1152921504606846976', status: 7, memory: true, error: 'ZeroDivisionError',
      closed: 'this Python engine was closed; loadAiter() gives a new one',
    });
  });

  test('signals, time limits and interrupt() end runs, and questions are withdrawn', async () => {
    const seen = await withLibrary(async ({ loadAiter }) => {
      let asked = 0;
      const py = await loadAiter({
        worker: true,
        stderr: () => {},
        stdin: ({ signal }) => {
          asked++;
          return asked > 1 ? 'line' : new Promise(resolve => signal.addEventListener('abort', () => resolve(null)));
        },
      });
      const limit = await py.runPythonAsync('while True: pass', { timeout: 100 }).catch(error => error);
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error('enough')), 50);
      const aborted = await py.runPythonAsync('import time; time.sleep(100)', { signal: controller.signal }).catch(error => error);
      setTimeout(() => py.interrupt(), 50);
      const { status } = await py.runProgram('input()');
      const line = await py.runPythonAsync('input()');
      py.close();
      return [limit.type, limit.cause.name, aborted.type, aborted.cause.message, status, line, asked];
    });
    assert.deepEqual(seen, ['KeyboardInterrupt', 'TimeoutError', 'KeyboardInterrupt', 'enough', 130, 'line', 2]);
  });
});
