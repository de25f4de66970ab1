// loadAiter: where the module may come from, and what is said of options that are wrong.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, load, loadAiter, rejection } from './library.js';

const file = `${dist}/aiter.wasm`;

test('the module comes from an address, a file, a Response, bytes or a compiled module', async () => {
  const bytes = readFileSync(file);
  const rest = readFileSync(file.replace('aiter.wasm', 'aiter-rest.wasm'));
  const type = 'application/wasm';
  const server = createServer((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end();
    else if (request.url === '/aiter-rest.wasm') response.end(rest);
    else response.writeHead(200, request.url === '/typed' ? { 'content-type': type } : {}).end(bytes);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
  try {
    const sources = {
      default: undefined,
      path: file,
      'file address': pathToFileURL(file),
      'file address as text': pathToFileURL(file).href,
      'http address': `${address}/typed`,
      'http address with another type': new URL(`${address}/untyped`),
      Response: new Response(bytes, { headers: { 'content-type': type } }),
      'promise of a Response': fetch(`${address}/typed`),
      Uint8Array: bytes,
      ArrayBuffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
      'WebAssembly.Module': await WebAssembly.compile(bytes),
    };
    for (const [name, wasm] of Object.entries(sources)) {
      const { py } = await load({ wasm });
      assert.equal(await py.runPythonAsync('6 * 7'), 42, name);
      py.close();
    }
    assert.match((await rejection(loadAiter({ wasm: `${address}/missing` }))).message, /404/);
    // A failure is not remembered.
    assert.match((await rejection(loadAiter({ wasm: `${address}/missing` }))).message, /404/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('a module that cannot be found says how to tell where it is', async () => {
  const error = await rejection(loadAiter({ wasm: '/no/such/aiter.wasm' }));
  assert.match(error.message, /\/no\/such\/aiter\.wasm.*option wasm/);
  assert.equal(error.cause.code, 'ENOENT');
  assert.match((await rejection(loadAiter({ wasm: 'http://127.0.0.1:9/aiter.wasm' }))).message, /could not fetch .*option wasm/);
  assert((await rejection(loadAiter({ wasm: new Uint8Array([1, 2, 3]) }))) instanceof WebAssembly.CompileError);
});

test('wrong options get an error that names the value and the way out', async () => {
  /** @type {[any, Function, RegExp][]} */
  const cases = [
    [5, TypeError, /options must be an object.*not 5/],
    [null, TypeError, /options must be an object.*not null/],
    [[], TypeError, /options must be an object/],
    [{ memorylimit: 1 }, TypeError, /no option 'memorylimit'; the options are .*memoryLimit/],
    [{ memoryLimit: '64 MB' }, TypeError, /memoryLimit must be a number of bytes, not "64 MB"/],
    [{ memoryLimit: 64 }, RangeError, /memoryLimit must be from 1048576 to \d+ bytes, not 64/],
    [{ memoryLimit: NaN }, RangeError, /memoryLimit .* not NaN/],
    [{ memoryLimit: 2 ** 40 }, RangeError, /memoryLimit/],
    [{ virtualTime: 1 }, TypeError, /virtualTime must be true or false, not 1/],
    [{ worker: 'yes' }, TypeError, /worker must be true or false, not "yes"/],
    [{ worker: true }, TypeError, /there are no web workers here; leave it out/],
    [{ stdin: 5 }, TypeError, /stdin must be a string, bytes, a function.*not 5/],
    [{ stdin: {} }, TypeError, /stdin must be .* an iterable of lines, not an object of class Object/],
    [{ stdin: null }, TypeError, /stdin must be .*not null/],
    [{ stdout: 'x' }, TypeError, /stdout must be a function.*write\(bytes\), not "x"/],
    [{ stderr: {} }, TypeError, /stderr must be a function/],
    [{ args: 'x' }, TypeError, /args must be an array of strings, not "x"/],
    [{ args: ['a', 1] }, TypeError, /args\[1\] must be a string, not 1/],
    [{ args: ['a\0b'] }, RangeError, /args\[0\] must not contain a NUL/],
    [{ wasm: 5 }, TypeError, /wasm must be the address.*not 5/],
    [{ wasm: {} }, TypeError, /wasm must be/],
  ];
  for (const [options, kind, message] of cases) {
    const error = await rejection(loadAiter(options));
    assert(error instanceof kind, String(error));
    assert.match(/** @type {Error} */ (error).message, message);
  }
});

test('engines share nothing', async () => {
  const [a, b] = await Promise.all([load(), load()]);
  await a.py.runPythonAsync('x = 1; print("a")');
  assert.equal((await rejection(b.py.runPythonAsync('x'))).type, 'NameError');
  assert.equal(b.printed.all, '');
  a.py.close();
  assert.equal(await b.py.runPythonAsync('1 + 1'), 2);
  b.py.close();
});

test('many engines may come and go', async () => {
  for (let i = 0; i < 150; i++) {
    const { py } = await load();
    assert.equal(await py.runPythonAsync(`${i} + 1`), i + 1);
    py.close();
  }
});

test('closing gives the memory back, also while somebody holds the engine', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    const held = [];
    for (let i = 0; i < 4; i++) {
      const py = await loadAiter();
      held.push(py);
      await py.runPythonAsync('x = "a" * 100_000_000');
      py.close();
    }
    for (let i = 0; i < 20 && process.memoryUsage().external > 50e6; i++) {
      gc();
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    console.log(held.length, process.memoryUsage().external < 50e6);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.deepEqual({ stdout, stderr }, { stdout: '4 true\n', stderr: '' });
});

test('args are sys.argv', async () => {
  const { py } = await load({ args: ['me', '--flag', '世界'] });
  assert.deepEqual(await py.runPythonAsync('import sys; sys.argv'), ['me', '--flag', '世界']);
  py.close();
});

test('the virtual clock does not wait', async () => {
  const { py, printed } = await load({ virtualTime: true });
  const start = performance.now();
  await py.runPythonAsync('import asyncio\nfor i in range(3):\n    await asyncio.sleep(1000)\n    print(i)');
  assert(performance.now() - start < 1000);
  assert.equal(printed.stdout, '0\n1\n2\n');
  py.close();
});

test('a process with an idle engine ends by itself', () => {
  const program = `
    import { loadAiter } from ${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)};
    const py = await loadAiter();
    await py.runPythonAsync('import time; time.sleep(0.05); print("done")', { timeout: 60_000, signal: new AbortController().signal });`;
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  assert.deepEqual({ stdout, stderr, status }, { stdout: 'done\n', stderr: '', status: 0 });
  assert(performance.now() - start < 10_000);
});

test('memory tells its figures', async () => {
  const { py } = await load({ memoryLimit: 64 * 2 ** 20 });
  await py.runPythonAsync('x = bytes(5_000_000)');
  const held = py.memory;
  assert(held.used > 5_000_000 && held.used <= held.peak && held.peak <= held.limit, JSON.stringify(held));
  assert.equal(held.limit, 64 * 2 ** 20);
  assert(held.reserved >= held.used);
  await py.runPythonAsync('del x');
  assert(py.memory.used < 5_000_000);
  py.close();
});

test('at the memory limit a program gets MemoryError, and the engine goes on', async () => {
  const { py } = await load({ memoryLimit: 16 * 2 ** 20 });
  const error = await rejection(py.runPythonAsync('x = []\nwhile True:\n    x.append("text " * 1000)'));
  assert.equal(error.type, 'MemoryError');
  assert.equal(await py.runPythonAsync('del x\n"still here"\n'), 'still here');
  py.close();
});
