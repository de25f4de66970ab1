// The library in a page: the engine on the main thread or, with loadAiter({worker: true}), in a web worker, behind the same
// interface.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEachBrowser } from './browsers.js';

inEachBrowser('the library', place => {
  /**
   * Calls a function in the page with the library.
   * @template T @param {boolean} worker @param {(library: typeof import('../../web/index.js'), worker: boolean) => Promise<T>} use
   */
  async function withLibrary(worker, use) {
    const page = await place.open(new URL('../index.d.ts', place.address).href);
    try {
      return await page.evaluate(
        async ({ address, source, worker }) => (0, eval)(`(${source})`)(await import(address), worker),
        { address: new URL('../index.js', place.address).href, source: use.toString(), worker },
      );
    } finally {
      await page.context().close();
    }
  }

  for (const worker of [false, true]) {
    const where = worker ? 'in a worker' : 'on the main thread';

    test(`values, streams, names and errors ${where}`, async () => {
      const seen = await withLibrary(worker, async ({ loadAiter, PythonError }, worker) => {
        let printed = '';
        const print = (/** @type {string} */ text) => void (printed += text);
        const py = await loadAiter({ worker, stdin: 'one\ntwo\n', stdout: print, stderr: print });
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

    test(`signals, time limits and interrupt() end runs, and questions are withdrawn ${where}`, async () => {
      const seen = await withLibrary(worker, async ({ loadAiter }, worker) => {
        let asked = 0;
        const py = await loadAiter({
          worker,
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

    test(`a time limit ends every endless program ${where}, and the names stay`, async () => {
      const seen = await withLibrary(worker, async ({ loadAiter }, worker) => {
        const py = await loadAiter({ worker });
        const results = [];
        for (const code of [
          'while True: pass',
          'class C:\n    def __lt__(self, other):\n        while True: pass\nsorted([C(), C()])',
          'sum(range(10**10))',
          '10**10**8',
          'import time; time.sleep(1000)',
          'import asyncio\nawait asyncio.sleep(1000)',
        ]) {
          const start = performance.now();
          const error = await py.runPythonAsync(`made = 41\n${code}`, { timeout: 100 }).catch(error => error);
          const soon = performance.now() - start < 2000;
          results.push([error.type, error.cause?.name, soon, await py.runPythonAsync('made + 1')].join());
        }
        py.close();
        return results;
      });
      assert.deepEqual(seen, Array(6).fill('KeyboardInterrupt,TimeoutError,true,42'));
    });

    test(`a second engine beside the first, wrong arguments, and use after close ${where}`, async () => {
      const seen = await withLibrary(worker, async ({ loadAiter }, worker) => {
        const [a, b] = await Promise.all([loadAiter({ worker }), loadAiter({ worker })]);
        await a.runPythonAsync('x = 1');
        const said = (/** @type {Promise<unknown>} */ promise) => promise.then(String, error => error.message.split('\n').at(-1));
        const results = [
          await said(b.runPythonAsync('x')),
          await said(a.runPythonAsync('x', { timeout: /** @type {any} */ ('1 s') })),
          await said(loadAiter({ worker, stdin: /** @type {any} */ (5) })),
        ];
        a.close();
        results.push(await said(a.runPythonAsync('x')), await said(b.runPythonAsync('"still here"')));
        b.close();
        return results;
      });
      assert.deepEqual(seen, [
        "NameError: name 'x' is not defined",
        'runPythonAsync: timeout must be a number of milliseconds, not "1 s"',
        'loadAiter: stdin must be a string, bytes, a function that answers the next line (or a promise of it), or an iterable of lines, not 5',
        'this Python engine was closed; loadAiter() gives a new one',
        'still here',
      ]);
    });
  }
});
