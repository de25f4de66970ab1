// Ending runs: AbortSignal, time limit, interrupt() and close(), wherever the program is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PythonError, load, rejection } from './library.js';

/** Programs that do not end by themselves, or not soon. */
const endless = {
  'an empty loop': 'while True: pass',
  'a sleep': 'import time; time.sleep(1000)',
  'an asyncio program': 'import asyncio\nasync def main():\n    await asyncio.sleep(1000)\nasyncio.run(main())',
  'a top-level await': 'import asyncio\nawait asyncio.sleep(1000)',
  'input()': 'input()',
  'a loop in __lt__': 'class C:\n    def __lt__(self, other):\n        while True: pass\nsorted([C(), C()])',
  'a long sum': 'sum(range(10**10))',
  'a huge power': '10**10**8',
};

for (const [name, code] of Object.entries(endless)) {
  test(`a time limit ends ${name}`, async () => {
    const { py } = await load({ stdin: () => new Promise(() => {}) });
    await py.runPythonAsync('before = 1');
    const start = performance.now();
    const error = await rejection(py.runPythonAsync(`made = 2\n${code}`, { timeout: 100 }));
    const took = performance.now() - start;
    assert(error instanceof PythonError, String(error));
    assert.equal(error.type, 'KeyboardInterrupt');
    assert.equal(error.status, 130);
    const cause = /** @type {DOMException} */ (error.cause);
    assert.equal(cause.name, 'TimeoutError');
    assert.match(cause.message, /100 ms/);
    assert(took > 90 && took < 3000, `${took} ms`);
    assert.deepEqual(await py.runPythonAsync('before, made'), [1, 2], 'the names are still there');
    py.close();
  });
}

test('a signal ends a run at once, and its reason is the cause', async () => {
  const { py } = await load();
  const controller = new AbortController();
  const reason = new Error('the user went away');
  const run = rejection(py.runPythonAsync('while True: pass', { signal: controller.signal }));
  await new Promise(resolve => setTimeout(resolve, 50));
  const start = performance.now();
  controller.abort(reason);
  const error = await run;
  assert(performance.now() - start < 1000);
  assert.equal(error.type, 'KeyboardInterrupt');
  assert.equal(error.cause, reason);
  py.close();
});

test('with a signal that is aborted already, nothing runs', async () => {
  const { py, printed } = await load();
  const error = await rejection(py.runPythonAsync('print(1)\nwhile True: pass', { signal: AbortSignal.abort() }));
  assert.equal(error.type, 'KeyboardInterrupt');
  assert.equal(error.cause.name, 'AbortError');
  const { status, cause } = await py.runProgram('print(1)', { signal: AbortSignal.abort('why') });
  assert.deepEqual([status, cause], [130, 'why']);
  assert.equal(printed.all, '');
  py.close();
});

test('a signal touches only its own call', async () => {
  const { py } = await load();
  const controller = new AbortController();
  const ended = rejection(py.runPythonAsync('import asyncio\nawait asyncio.sleep(1000)', { signal: controller.signal }));
  const other = py.runPythonAsync('import asyncio\nawait asyncio.sleep(0.1)\n"fine"');
  setTimeout(() => controller.abort(), 30);
  assert.equal((await ended).type, 'KeyboardInterrupt');
  assert.equal(await other, 'fine');
  py.close();
});

test('an exception of the program does not get the cause of an interruption', async () => {
  const { py } = await load();
  const code = 'try:\n    while True: pass\nexcept KeyboardInterrupt:\n    raise ValueError("mine")';
  const error = await rejection(py.runPythonAsync(code, { timeout: 50 }));
  assert.equal(error.type, 'ValueError');
  assert.equal(error.cause, undefined);
  py.close();
});

test('a program may catch KeyboardInterrupt and end in its own way', async () => {
  const { py } = await load();
  const code = 'try:\n    while True: pass\nexcept KeyboardInterrupt:\n    result = "tidy"\nresult';
  assert.equal(await py.runPythonAsync(code, { timeout: 50 }), 'tidy');
  py.close();
});

test('runProgram answers 130 and prints the traceback', async () => {
  const { py, printed } = await load();
  const { status, cause } = await py.runProgram('while True: pass', { timeout: 50 });
  assert.equal(status, 130);
  assert.equal(/** @type {any} */ (cause).name, 'TimeoutError');
  assert.match(printed.stderr, /Traceback[^]*KeyboardInterrupt\n$/);
  py.close();
});

test('a program that goes on after the time limit loses its engine', async () => {
  const { py } = await load();
  const start = performance.now();
  const code = 'while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass';
  const error = await rejection(py.runPythonAsync(code, { timeout: 50 }));
  assert(performance.now() - start < 4000);
  assert.match(error.message, /went on after KeyboardInterrupt/);
  assert.equal(error.cause.name, 'TimeoutError');
  assert.match((await rejection(py.runPythonAsync('1'))).message, /closed/);
});

test('interrupt() ends every run', async () => {
  const { py } = await load();
  const runs = Promise.all([
    rejection(py.runPythonAsync('while True: pass')),
    rejection(py.runPythonAsync('import time; time.sleep(1000)')),
    py.runProgram('import asyncio\nasyncio.run(asyncio.sleep(1000))'),
  ]);
  setTimeout(() => py.interrupt(), 50);
  const [a, b, c] = await runs;
  assert.deepEqual([a.type, b.type, c.status], ['KeyboardInterrupt', 'KeyboardInterrupt', 130]);
  assert.equal(a.cause, undefined);
  py.interrupt(); // without runs: nothing
  assert.equal(await py.runPythonAsync('1'), 1);
  py.close();
});

test('the event loop lives while Python computes', async () => {
  const { py } = await load();
  let longest = Infinity;
  // A machine that is busy with other things makes everything seem long: the best of a few times counts.
  for (let i = 0; i < 5 && longest >= 50; i++) {
    longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await rejection(py.runPythonAsync('while True: pass', { timeout: 500 }));
    clearInterval(beat);
  }
  assert(longest < 50, `${longest} ms without the event loop`);
  py.close();
});

test('close() ends everything, and may be called twice', async () => {
  const { py } = await load();
  const runs = Promise.all(['while True: pass', 'import time; time.sleep(1000)'].map(code => rejection(py.runPythonAsync(code))));
  setTimeout(() => py.close(), 30);
  for (const error of await runs) assert.match(error.message, /was closed; loadAiter\(\) gives a new one/);
  py.close();
  py.interrupt();
  assert.match((await rejection(py.runPythonAsync('1'))).message, /was closed/);
  assert.match((await rejection(py.runProgram('1'))).message, /was closed/);
  assert.throws(() => py.memory, /was closed/);
});

test('a sleep of more than 2^31 ms does not end at once', async () => {
  const { py } = await load();
  const error = await rejection(py.runPythonAsync('import time; time.sleep(10_000_000)', { timeout: 100 }));
  assert.equal(error.type, 'KeyboardInterrupt');
  const other = await rejection(py.runPythonAsync('while True: pass', { timeout: 2 ** 31 + 5, signal: AbortSignal.timeout(60) }));
  assert.equal(other.cause.name, 'TimeoutError');
  py.close();
});
