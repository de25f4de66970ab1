// aiter-rest.wasm: what runs without it, when it is loaded, and what is said when it can not be.

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { dist, load, loadAiter, rejection, root } from './library.js';

const wasm = join(dist, 'aiter.wasm');
const missing = '/no/such/aiter-rest.wasm';

test('the programs of the documentation page and its siblings run without the rest', async () => {
  const folder = join(root, 'tests/python/seed');
  const programs = readdirSync(folder).filter(name => name.endsWith('.py'));
  assert(programs.length >= 14);
  for (const name of programs) {
    const { py, printed } = await load({ rest: missing, virtualTime: true });
    const { status } = await py.runProgram(readFileSync(join(folder, name)), { filename: name });
    const expected = readFileSync(join(folder, name.replace('.py', '.out')), 'utf8');
    assert.equal(printed.stdout.replace(/0x[0-9a-f]+/g, '0x…'), expected, name);
    assert(status === 0 || printed.stderr.includes('Traceback'), `${name}: ${printed.stderr}`);
    py.close();
  }
});

test('what is sent first, the module and the library for JavaScript, is below 200 kB', () => {
  const bytes = ['aiter.wasm', 'index.js'].map(name => brotliCompressSync(readFileSync(join(dist, name))).length);
  assert(bytes[0] + bytes[1] < 200_000, `${bytes.join(' + ')} bytes`);
});

test('a module of the library, a function and the words of a syntax error come from the rest', async () => {
  for (const [code, expected] of [
    ['import statistics\nstatistics.mean([1, 2, 6])', 3],
    ['str(1j ** 2)', '(-1+0j)'],
    ["try:\n    compile('a = = 1', 'name', 'exec')\nexcept SyntaxError as error:\n    text = str(error)\ntext", 'invalid syntax (name, line 1)'],
  ]) {
    const { py } = await load();
    assert.equal(await py.runPythonAsync(String(code)), expected);
    py.close();
  }
});

test('a program waits for the library, and nothing else does', async () => {
  const { py, printed } = await load();
  const ticks = [];
  const timer = setInterval(() => ticks.push(0), 1);
  const other = py.runPythonAsync("print('meanwhile')");
  await py.runPythonAsync('import fractions\nprint(fractions.Fraction(1, 3))');
  await other;
  clearInterval(timer);
  assert.equal(printed.stdout, 'meanwhile\n1/3\n');
});

test('the address of the rest may be given, or it is beside aiter.wasm', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aiter-'));
  try {
    copyFileSync(wasm, join(folder, 'aiter.wasm'));
    copyFileSync(join(dist, 'aiter-rest.wasm'), join(folder, 'elsewhere.wasm'));
    const rest = join(folder, 'elsewhere.wasm');
    const module = await WebAssembly.compile(readFileSync(rest));
    for (const each of [rest, pathToFileURL(rest), module]) {
      const { py } = await load({ wasm: join(folder, 'aiter.wasm'), rest: each });
      assert.equal(await py.runPythonAsync('import fractions\nstr(fractions.Fraction(2, 4)) + str(1j)'), '1/21j');
      py.close();
    }
    const { py } = await load({ wasm: join(folder, 'aiter.wasm') });
    assert.match((await rejection(py.runPythonAsync('import fractions'))).message, /aiter-rest\.wasm/);
    py.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('when the rest can not be loaded, the error says which file and which option, and the engine goes on', async () => {
  const { py } = await load({ rest: missing });
  for (const code of ['import fractions', 'a = = 1']) {
    const error = await rejection(py.runPythonAsync(code));
    assert.equal(error.type, 'ImportError');
    assert.match(error.message, /could not load the rest of the engine: .*\/no\/such\/aiter-rest\.wasm; the option rest/);
  }
  assert.equal(await py.runPythonAsync('1 + 1'), 2);
  // In the middle of C there is no going on.
  const error = await rejection(py.runPythonAsync('1j ** 2'));
  assert.match(error.message, /crashed.*could not load the rest of the engine from .*no\/such\/aiter-rest\.wasm.*option rest/);
});

test('the rest of another build is refused', async () => {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const rest = await WebAssembly.compile(new Uint8Array([...header, 0, 9, 7, ...Buffer.from('library'), 33]));
  const { py } = await load({ rest });
  assert.match((await rejection(py.runPythonAsync('import fractions'))).message, /of another version than the engine/);
  py.close();
});

test('a wrong value of the option rest is named', async () => {
  assert.match((await rejection(loadAiter({ rest: /** @type {any} */ (5) }))).message, /rest must be the address of aiter-rest\.wasm .* not 5/);
});

test('over the network, where Node can read nothing in place, the rest is loaded with the engine', async () => {
  const error = await rejection(loadAiter({ rest: 'http://127.0.0.1:9/aiter-rest.wasm', wasm }));
  assert.match(error.message, /could not load the rest of the engine: .*http:\/\/127\.0\.0\.1:9\/aiter-rest\.wasm/);
});
