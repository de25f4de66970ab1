// runPythonAsync: what comes back, which names stay, and how exceptions arrive.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PythonError, PythonObject, load, rejection } from './library.js';

test('values become JavaScript values', async () => {
  const { py } = await load();
  /** @type {[string, unknown][]} */
  const cases = [
    ['None', undefined],
    ['True', true],
    ['False', false],
    ['0', 0],
    ['-7', -7],
    ['2**53 - 1', Number.MAX_SAFE_INTEGER],
    ['2**53', 2n ** 53n],
    ['-2**53', -(2n ** 53n)],
    ['2**70 + 1', 2n ** 70n + 1n],
    ['-10**40', -(10n ** 40n)],
    ['1.5', 1.5],
    ['-0.0', -0],
    ['float("inf")', Infinity],
    ['float("nan")', NaN],
    ['""', ''],
    ['"世界 🐍\\x00"', '世界 🐍\0'],
    ['b"\\x00\\xff"', new Uint8Array([0, 255])],
    ['[1, "two", [3.5, None]]', [1, 'two', [3.5, undefined]]],
    ['(1, (2,))', [1, [2]]],
    ['()', []],
    ['{1, 2}', new Set([1, 2])],
    ['{"a": 1, 2: [3]}', new Map(/** @type {any} */ ([['a', 1], [2, [3]]]))],
    ['{}', new Map()],
    ['range(3)', new PythonObject('range', 'range(0, 3)')],
  ];
  for (const [code, expected] of cases) assert.deepEqual(await py.runPythonAsync(code), expected, code);
  const object = await py.runPythonAsync('class C:\n    def __repr__(self): return "a C"\nC()');
  assert(object instanceof PythonObject);
  assert.deepEqual({ ...object }, { type: 'C', repr: 'a C' });
  assert.equal(`${object}`, 'a C');
  py.close();
});

test('only a last expression has a value', async () => {
  const { py } = await load();
  assert.equal(await py.runPythonAsync(''), undefined);
  assert.equal(await py.runPythonAsync('x = 5'), undefined);
  assert.equal(await py.runPythonAsync('x'), 5);
  assert.equal(await py.runPythonAsync('x; y = 1'), undefined);
  assert.equal(await py.runPythonAsync('if True:\n    x'), undefined);
  py.close();
});

test('names stay for the next call', async () => {
  const { py } = await load();
  await py.runPythonAsync('def double(x): return 2 * x\nn = 21');
  assert.equal(await py.runPythonAsync('double(n)'), 42);
  assert.equal(await py.runPythonAsync('__name__'), '__main__');
  py.close();
});

test('source may be bytes', async () => {
  const { py } = await load();
  assert.equal(await py.runPythonAsync(new TextEncoder().encode('"世界"')), '世界');
  py.close();
});

test('top-level await is allowed, unless it is switched off', async () => {
  const { py } = await load();
  const code = 'import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 3\nawait f()';
  assert.equal(await py.runPythonAsync(code), 3);
  const error = await rejection(py.runPythonAsync(code, { topLevelAwait: false }));
  assert.equal(error.type, 'SyntaxError');
  assert.match(error.message, /'await' outside function/);
  py.close();
});

test('an uncaught exception rejects with its traceback', async () => {
  const { py, printed } = await load();
  const error = await rejection(py.runPythonAsync('def f():\n    return 1 / 0\nf()', { filename: 'demo.py' }));
  assert(error instanceof PythonError);
  assert(error instanceof Error);
  assert.equal(error.name, 'PythonError');
  assert.equal(error.type, 'ZeroDivisionError');
  assert.equal(error.value, 'division by zero');
  assert.equal(error.status, 1);
  assert.match(error.traceback, /^Traceback \(most recent call last\):\n {2}File "demo\.py", line 3, in <module>\n/);
  assert.match(error.traceback, /ZeroDivisionError: division by zero\n$/);
  assert.equal(error.message, error.traceback.trimEnd());
  assert.equal(printed.all, '', 'nothing is printed as well');
  py.close();
});

test('a syntax error rejects too', async () => {
  const { py } = await load();
  const error = await rejection(py.runPythonAsync('x = (1,\ny = 2'));
  assert.equal(error.type, 'SyntaxError');
  assert.match(error.message, /'\(' was never closed/);
  py.close();
});

test('sys.exit rejects with SystemExit and its status', async () => {
  const { py } = await load();
  const error = await rejection(py.runPythonAsync('import sys; sys.exit(3)'));
  assert.deepEqual([error.type, error.value, error.status], ['SystemExit', '3', 3]);
  py.close();
});

test('several calls may be under way at once', async () => {
  const { py, printed } = await load();
  await py.runPythonAsync('import asyncio\nasync def say(after, text):\n    await asyncio.sleep(after)\n    print(text)\n    return text');
  const start = performance.now();
  const values = await Promise.all([
    py.runPythonAsync('await say(0.8, "c")'),
    py.runPythonAsync('await say(0.1, "a")'),
    py.runPythonAsync('await say(0.2, "b")'),
    py.runPythonAsync('import time; time.sleep(0.4); print("d")'),
  ]);
  assert.deepEqual(values, ['c', 'a', 'b', undefined]);
  assert.equal(printed.stdout, 'a\nb\nd\nc\n');
  assert(performance.now() - start < 1400, 'together, not one after the other');
  py.close();
});

test('wrong arguments get an error that names the value and the way out', async () => {
  const { py } = await load();
  /** @type {[unknown, any, Function, RegExp][]} */
  const cases = [
    [undefined, {}, TypeError, /code must be a string, not undefined/],
    [5, {}, TypeError, /code must be a string, not 5; it is the Python source text/],
    ['1', 5, TypeError, /options must be an object/],
    ['1', { timeot: 5 }, TypeError, /no option 'timeot'.*timeout/],
    ['1', { timeout: '5' }, TypeError, /timeout must be a number of milliseconds, not "5"/],
    ['1', { timeout: 0 }, RangeError, /timeout must be from 1/],
    ['1', { timeout: -5 }, RangeError, /not -5/],
    ['1', { timeout: NaN }, RangeError, /not NaN/],
    ['1', { filename: 5 }, TypeError, /filename must be a string, not 5/],
    ['1', { filename: 'a\0' }, RangeError, /filename must not contain a NUL/],
    ['1', { signal: {} }, TypeError, /signal must be an AbortSignal/],
    ['1', { signal: new AbortController() }, TypeError, /signal must be an AbortSignal \(new AbortController\(\)\.signal\), not/],
    ['1', { topLevelAwait: 'yes' }, TypeError, /topLevelAwait must be true or false, not "yes"/],
  ];
  for (const [code, options, kind, message] of cases) {
    const error = await rejection(py.runPythonAsync(/** @type {any} */ (code), options));
    assert(error instanceof kind, String(error));
    assert.match(/** @type {Error} */ (error).message, message);
  }
  assert.equal(await py.runPythonAsync('1', { timeout: Infinity, signal: undefined, filename: undefined }), 1);
  py.close();
});
