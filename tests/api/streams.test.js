// Standard streams: input from a text or a function, output to a function or a writer, in order and in whole characters.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, load } from './library.js';

const echo = 'try:\n    while True:\n        print(repr(input()))\nexcept EOFError:\n    print("end")';

test('stdin may be a text', async () => {
  for (const [stdin, expected] of [
    ['one\ntwo\n', "'one'\n'two'\nend\n"],
    ['one\ntwo', "'one'\n'two'\nend\n"],
    ['\n世界\n', "''\n'世界'\nend\n"],
    ['', 'end\n'],
  ]) {
    const { py, printed } = await load({ stdin });
    await py.runProgram(echo);
    assert.equal(printed.stdout, expected);
    py.close();
  }
});

test('without stdin, input has ended', async () => {
  const { py, printed } = await load();
  await py.runProgram(echo);
  assert.equal(printed.stdout, 'end\n');
  py.close();
});

test('stdin may be a function, asked for one line at a time, that answers at once or later', async () => {
  const answers = ['one', 'two\n', Promise.resolve('three'), new TextEncoder().encode('four\n'), '', 'five\nsix', null];
  const { py, printed } = await load({ stdin: () => /** @type {any} */ (answers.shift()) });
  await py.runProgram('print(input())');
  assert.equal(answers.length, 6, 'lazily');
  await py.runProgram(echo);
  assert.equal(printed.stdout, "one\n'two'\n'three'\n'four'\n''\n'five'\n'six'\nend\n");
  py.close();
});

test('stdin may be an iterable of lines, asynchronous or not, and bytes', async () => {
  async function* lines() {
    yield 'one';
    await new Promise(resolve => setTimeout(resolve, 5));
    yield 'two\n';
  }
  for (const stdin of [lines(), ['one', 'two'], new Set(['one', 'two\n']), new TextEncoder().encode('one\ntwo')]) {
    const { py, printed } = await load({ stdin });
    await py.runProgram(echo);
    assert.equal(printed.stdout, "'one'\n'two'\nend\n");
    py.close();
  }
});

test('bytes are a stream: their lines end where they end', async () => {
  const parts = ['o', 'ne\ntw', 'o\n', '\n世', '界\nlast'].map(text => new TextEncoder().encode(text));
  const { py, printed } = await load({ stdin: parts });
  await py.runProgram(echo);
  assert.equal(printed.stdout, "'one'\n'two'\n''\n'世界'\n'last'\nend\n");
  py.close();
});

test('an iterable is read as far as it is wanted, and told when the engine is closed', async () => {
  let given = 0;
  let ended = false;
  async function* lines() {
    try {
      for (;;) yield `line ${++given}`;
    } finally {
      ended = true;
    }
  }
  const { py } = await load({ stdin: lines() });
  assert.equal(given, 0);
  assert.equal(await py.runPythonAsync('input(), input()').then(String), 'line 1,line 2');
  assert.equal(given, 2);
  assert.equal(ended, false);
  py.close();
  await new Promise(resolve => setTimeout(resolve, 5));
  assert.equal(ended, true);
});

test('an iterable that fails is the end of input, and its error is reported', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    process.on('uncaughtException', error => console.log('uncaught:', error.message));
    const py = await loadAiter({ stdin: [1] });
    console.log((await py.runPythonAsync('input()').catch(e => e)).type);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  const told = 'uncaught: stdin must answer a string, a Uint8Array, or null at the end of input, not 1';
  assert.deepEqual(new Set(stdout.trim().split('\n')), new Set([told, 'EOFError']));
});

test('process.stdin may be given as it is', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    const py = await loadAiter({ stdin: process.stdin });
    await py.runProgram(${JSON.stringify('import sys\nprint(repr(input()))\nprint(sum(len(line) for line in sys.stdin))')});
    py.close();`;
  const input = 'one\n' + `${'x'.repeat(999)}\n`.repeat(1000);
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', input });
  assert.deepEqual({ stdout, stderr }, { stdout: "'one'\n1000000\n", stderr: '' });
});

test('other code runs while a line is awaited', async () => {
  let asked = () => {};
  const question = new Promise(resolve => (asked = () => resolve(undefined)));
  /** @type {(line: string) => void} */ let answer = () => {};
  const { py, printed } = await load({
    stdin: () => {
      asked();
      return new Promise(resolve => (answer = resolve));
    },
  });
  const waiting = py.runPythonAsync('input()');
  await question;
  assert.equal(await py.runPythonAsync('import time\ntime.sleep(0.05)\nprint("meanwhile")\n1'), 1);
  assert.equal(printed.stdout, 'meanwhile\n');
  answer('now');
  assert.equal(await waiting, 'now');
  py.close();
});

test('a question is withdrawn when the program is interrupted, and its line is kept for the next', async () => {
  /** @type {AbortSignal[]} */ const signals = [];
  /** @type {(line: string) => void} */ let answer = () => {};
  const { py } = await load({
    stdin: ({ signal }) => {
      signals.push(signal);
      return new Promise(resolve => (answer = resolve));
    },
  });
  const interrupted = py.runProgram('input()');
  while (signals.length === 0) await new Promise(resolve => setTimeout(resolve, 1));
  py.interrupt();
  assert.equal((await interrupted).status, 130);
  assert.equal(signals[0].aborted, true);
  answer('late');
  assert.equal(await py.runPythonAsync('input()'), 'late');
  assert.equal(signals.length, 1);
  py.close();
});

test('sys.stdin can be read by lines and as a whole', async () => {
  const { py, printed } = await load({ stdin: 'one\ntwo\nthree\nfour' });
  await py.runProgram('import sys\nprint(repr(sys.stdin.readline()))\nfor line in sys.stdin:\n    print(repr(line))');
  assert.equal(printed.stdout, "'one\\n'\n'two\\n'\n'three\\n'\n'four'\n");
  py.close();
});

test('output streams while the program runs', async () => {
  /** @type {number[]} */ const times = [];
  const { py } = await load({ stdout: () => times.push(performance.now()) });
  await py.runPythonAsync('import time\nfor i in range(3):\n    print(i)\n    time.sleep(0.1)');
  assert.equal(times.length, 3);
  assert(times[2] - times[0] > 150);
  py.close();
});

test('output also streams while the program only computes', async () => {
  let first = 0;
  const { py } = await load({ stdout: () => (first ||= performance.now()) });
  await py.runPythonAsync('print("first")\nn = 0\nwhile n < 2_000_000: n += 1');
  assert(performance.now() - first > 20);
  py.close();
});

test('both streams arrive in the order in which they were written', async () => {
  const { py, printed } = await load();
  await py.runProgram('import sys\nfor i in range(3):\n    print("out", i)\n    print("err", i, file=sys.stderr)');
  assert.equal(printed.all, 'out 0\nerr 0\nout 1\nerr 1\nout 2\nerr 2\n');
  py.close();
});

test('characters stay whole, however the bytes are written', async () => {
  const { py, printed } = await load();
  const text = 'é世🐍';
  const bytes = [...new TextEncoder().encode(text)];
  await py.runProgram(`import sys, time\nfor b in ${JSON.stringify(bytes)}:\n    sys.stdout.buffer.write(bytes([b]))\n    sys.stdout.flush()\n    time.sleep(0.01)`);
  assert.equal(printed.stdout, text);
  py.close();
});

test('a writer gets the bytes', async () => {
  /** @type {number[]} */ const bytes = [];
  const { py } = await load({ stdout: { write: (/** @type {Uint8Array} */ part) => bytes.push(...part) } });
  await py.runProgram('print("é")');
  assert.deepEqual(bytes, [0xc3, 0xa9, 10]);
  py.close();
});

test('ten megabytes come through', async () => {
  let length = 0;
  const { py } = await load({ stdout: text => (length += text.length) });
  await py.runProgram('print("x" * 10_000_000)\nfor i in range(10_000): print("y" * 99)');
  assert.equal(length, 10_000_001 + 1_000_000);
  py.close();
});

test('a writer that throws is a broken stream: the program gets OSError', async () => {
  const { py, printed } = await load({
    stdout: {
      write() {
        throw new Error('closed');
      },
    },
  });
  const { status } = await py.runProgram('import time\nwhile True:\n    print("x")\n    time.sleep(0.01)');
  assert.equal(status, 1);
  assert.match(printed.stderr, /OSError|BrokenPipeError/);
  py.close();
});

test('a receiver may call the library', async () => {
  const texts = [];
  const { py } = await load({
    stdout: text => {
      texts.push(text);
      if (text === 'stop me\n') py.interrupt();
    },
  });
  assert.equal((await py.runProgram('print("stop me")\nwhile True: pass')).status, 130);
  py.close();
});

test('what functions throw is reported as uncaught, and the engine lives', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    process.on('uncaughtException', error => console.log('uncaught:', error.message));
    const py = await loadAiter({
      stdout() { throw new Error('from stdout') },
      stdin() { throw new Error('from stdin') },
      stderr() {},
    });
    console.log((await py.runProgram('print(1)')).status, await py.runPythonAsync('1 + 1'));
    console.log((await py.runPythonAsync('input()').catch(e => e)).type);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.deepEqual(new Set(stdout.trim().split('\n')), new Set(['uncaught: from stdout', '0 2', 'uncaught: from stdin', 'EOFError']));
});

test('without receivers, output goes to the process', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    await (await loadAiter()).runProgram('import sys; print("out"); print("err", file=sys.stderr)');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.deepEqual({ stdout, stderr }, { stdout: 'out\n', stderr: 'err\n' });
});
