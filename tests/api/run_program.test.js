// runProgram: a program as python3 runs it: fresh names, exit status, tracebacks on stderr.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, rejection } from './library.js';

test('exit status and tracebacks are python3’s', async () => {
  const { py, printed } = await load();
  assert.deepEqual(await py.runProgram('print("hi")'), { status: 0 });
  assert.deepEqual(await py.runProgram('import sys; sys.exit(7)'), { status: 7 });
  assert.deepEqual(await py.runProgram('import sys; sys.exit()'), { status: 0 });
  assert.equal(printed.all, 'hi\n');
  assert.deepEqual(await py.runProgram('raise SystemExit("sorry")'), { status: 1 });
  assert.equal(printed.stderr, 'sorry\n');
  assert.deepEqual(await py.runProgram('print(undefined_name)', { filename: 'demo.py' }), { status: 1 });
  assert.match(printed.stderr, /File "demo\.py", line 1, in <module>\n.*\n.*\nNameError: name 'undefined_name' is not defined\n$/);
  assert.deepEqual(await py.runProgram('1 +'), { status: 1 });
  assert.match(printed.stderr, /SyntaxError: invalid syntax\n$/);
  py.close();
});

test('every program has names of its own, unless it shares', async () => {
  const { py, printed } = await load();
  await py.runPythonAsync('x = 1');
  assert.equal((await py.runProgram('x')).status, 1);
  assert.match(printed.stderr, /NameError/);
  await py.runProgram('print(x); y = 2', { shared: true });
  assert.equal(printed.stdout, '1\n');
  assert.equal(await py.runPythonAsync('y'), 2);
  py.close();
});

test('the value of a last expression is not printed', async () => {
  const { py, printed } = await load();
  await py.runProgram('5');
  assert.equal(printed.all, '');
  py.close();
});

test('sys.argv is the filename, or the script, and the arguments', async () => {
  const { py, printed } = await load();
  await py.runProgram('import sys; print(sys.argv)', { filename: '/tmp/demo.py', args: ['-x', '世界', ''] });
  await py.runProgram('import sys; print(sys.argv)', { filename: '/tmp/demo.py', script: 'demo.py' });
  assert.equal(printed.stdout, "['/tmp/demo.py', '-x', '世界', '']\n['demo.py']\n");
  py.close();
});

test('top-level await is an error unless it is allowed', async () => {
  const { py, printed } = await load();
  const code = 'import asyncio\nawait asyncio.sleep(0)\nprint("slept")';
  assert.equal((await py.runProgram(code)).status, 1);
  assert.match(printed.stderr, /SyntaxError: 'await' outside function/);
  assert.equal((await py.runProgram(code, { topLevelAwait: true })).status, 0);
  assert.equal(printed.stdout, 'slept\n');
  py.close();
});

test('wrong arguments get an error that names the value', async () => {
  const { py } = await load();
  /** @type {[any, RegExp][]} */
  const cases = [
    [{ args: 'a b' }, /args must be an array of strings, not "a b"/],
    [{ args: [5] }, /args\[0\] must be a string, not 5/],
    [{ shared: 1 }, /shared must be true or false, not 1/],
    [{ script: 1 }, /script must be a string, not 1/],
    [{ name: 'x' }, /no option 'name'/],
  ];
  for (const [options, message] of cases) {
    const error = await rejection(py.runProgram('', options));
    assert(error instanceof TypeError);
    assert.match(error.message, message);
  }
  py.close();
});
