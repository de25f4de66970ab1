// The WASI build in another runtime than Node's: @bjorn3/browser_wasi_shim, which is JavaScript and has its files in memory.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { dist, root } from './library.js';

const module = await WebAssembly.compile(readFileSync(`${dist}/aiter-wasi.wasm`));
const seed = (/** @type {string} */ name) => readFileSync(`${root}tests/python/seed/${name}.py`, 'utf8');

/** Runs the command. @param {string[]} args @param {Record<string, string>} [files] @param {string} [stdin] */
async function run(args, files = {}, stdin = '') {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const printed = ['', ''];
  const sink = (/** @type {0 | 1} */ i) => new ConsoleStdout(part => void (printed[i] += Buffer.from(part)));
  const folder = new PreopenDirectory('.', new Map(Object.entries(files).map(([name, text]) => [name, new File(bytes(text))])));
  const wasi = new WASI(['aiter', ...args], [], [new OpenFile(new File(bytes(stdin))), sink(0), sink(1), folder], { debug: false });
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
  const status = wasi.start(/** @type {any} */ (instance));
  return { stdout: printed[0], stderr: printed[1], status };
}

test('programs, arguments, input, exit status and messages', async () => {
  const seen = await run(['page.py'], { 'page.py': seed('page_program') });
  assert.match(seen.stdout, /^<__main__\.AsyncIterator object at 0x[0-9a-f]+>\n$/);
  assert.deepEqual([seen.stderr, seen.status], ['', 0]);
  const numbers = await run(['--virtual-time', 'numbers.py'], { 'numbers.py': seed('async_for_iterable') });
  assert.equal(numbers.stdout, '0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n');
  assert.deepEqual(await run(['a.py', 'x'], { 'a.py': 'import sys\nprint(sys.argv)\nsys.exit(3)' }), {
    stdout: "['a.py', 'x']\n", stderr: '', status: 3,
  });
  assert.equal((await run(['-c', 'print(input(), input())'], {}, 'one\n二')).stdout, 'one 二\n');
  assert.match((await run(['-c', '1/0'])).stderr, /\nZeroDivisionError: division by zero\n$/);
  assert.deepEqual(await run(['missing.py']), {
    stdout: '', stderr: "aiter: can't open file 'missing.py': [Errno 2] No such file or directory\n", status: 2,
  });
});

test('sleeping takes its time, and a time limit ends a loop', async () => {
  const start = performance.now();
  assert.equal((await run(['-c', 'import time; time.sleep(0.3); print(1)'])).stdout, '1\n');
  assert(performance.now() - start > 290);
  const { stderr, status } = await run(['--time-limit', '0.2', '-c', 'while True: pass']);
  assert.match(stderr, /\nKeyboardInterrupt\naiter: the time limit of 0\.2 s was reached\n$/);
  assert.equal(status, 130);
});
