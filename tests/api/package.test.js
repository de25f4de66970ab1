// The package as a user gets it: packed, installed into an empty project, and used by its commands, from JavaScript and from
// TypeScript.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './library.js';

const folder = mkdtempSync(join(tmpdir(), 'aiter-package-'));
const project = join(folder, 'project');
after(() => rmSync(folder, { recursive: true }));

/** @param {string} command @param {string[]} words @param {import('node:child_process').SpawnSyncOptions} [more] */
function run(command, words, more = {}) {
  // npm tells its own scripts about this project, which is not the one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const { stdout, stderr, status } = spawnSync(command, words, { cwd: project, encoding: 'utf8', timeout: 60_000, env, ...more });
  return { stdout: String(stdout), stderr: String(stderr), status };
}

describe('the package, installed', () => {
  before(() => {
    mkdirSync(project);
    const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
    assert.equal(packed.status, 0, packed.stderr);
    writeFileSync(join(project, 'package.json'), '{"name": "project", "private": true, "type": "module"}');
    const installed = run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.stdout.trim())]);
    assert.equal(installed.status, 0, installed.stderr);
  });

  test('it brings nothing else along', () => {
    assert.deepEqual(readdirSync(join(project, 'node_modules')).filter(name => !name.startsWith('.')), ['aiter-wasm']);
  });

  test('everything that it exports is there', () => {
    const { exports, bin, types } = JSON.parse(readFileSync(join(project, 'node_modules/aiter-wasm/package.json'), 'utf8'));
    /** @param {any} value @returns {string[]} */
    const paths = value => (typeof value === 'string' ? [value] : Object.values(value).flatMap(paths));
    for (const path of paths([exports, bin, types])) {
      const file = join(project, 'node_modules/aiter-wasm', path.replace('*', 'aiter'));
      assert(existsSync(file), `${path} is not in the package`);
    }
  });

  test('npx aiter-wasm and npx aiter run a file, a text, standard input', () => {
    writeFileSync(join(project, 'demo.py'), 'import sys\nprint(sys.argv, input())\nsys.exit(3)\n');
    for (const name of ['aiter-wasm', 'aiter']) {
      assert.deepEqual(run('npx', ['--offline', name, 'demo.py', 'a', '--b'], { input: '世界\n' }), {
        stdout: "['demo.py', 'a', '--b'] 世界\n", stderr: '', status: 3,
      });
    }
    assert.deepEqual(run('npx', ['--offline', 'aiter', '-'], { input: 'print(6 * 7)' }), { stdout: '42\n', stderr: '', status: 0 });
    const failed = run('npx', ['--offline', 'aiter', '--virtual-time', '-c', 'import asyncio; asyncio.run(asyncio.sleep(999)); 1/0']);
    assert.deepEqual([failed.stdout, failed.status], ['', 1]);
    assert.match(failed.stderr, /\nZeroDivisionError: division by zero\n$/);
  });

  test('import, and import.meta.resolve of the module', () => {
    writeFileSync(
      join(project, 'use.js'),
      `import { loadAiter } from 'aiter-wasm';
       import { readFileSync } from 'node:fs';
       const py = await loadAiter({ stdin: 'one\\n' });
       await py.runPythonAsync('print("hello", input())');
       const bytes = readFileSync(new URL(import.meta.resolve('aiter-wasm/aiter.wasm')));
       const second = await loadAiter({ wasm: bytes });
       console.log(await second.runPythonAsync('sum(range(10))'), await py.runPythonAsync('6 * 7'));
       py.close();
       console.log(await second.runPythonAsync('"still there"'));`,
    );
    assert.deepEqual(run(process.execPath, ['use.js']), { stdout: 'hello one\n45 42\nstill there\n', stderr: '', status: 0 });
  });

  test('import() from a CommonJS program', () => {
    writeFileSync(join(project, 'use.cjs'), `import('aiter-wasm').then(async ({ loadAiter }) => console.log(await (await loadAiter()).runPythonAsync('1 + 1')));`);
    assert.deepEqual(run(process.execPath, ['use.cjs']), { stdout: '2\n', stderr: '', status: 0 });
  });

  test('its types are found, and are right', () => {
    writeFileSync(
      join(project, 'program.ts'),
      `import { loadAiter, PythonError, type Interpreter, type LoadOptions } from 'aiter-wasm';
       declare const lines: AsyncIterable<string>;
       const options: LoadOptions = { stdin: lines, stdout: text => { text.toUpperCase(); }, stderr: { write(bytes) { bytes.length } }, memoryLimit: 1 << 26 };
       const py: Interpreter = await loadAiter(options);
       try {
         const value = await py.runPythonAsync('1', { signal: new AbortController().signal, timeout: 100, filename: 'a.py' });
         if (typeof value === 'number') value.toFixed();
       } catch (error) {
         if (error instanceof PythonError) error.traceback.trim();
       }
       await loadAiter({ stdin: ['a'] });
       // @ts-expect-error
       await loadAiter({ stdin: 5 });
       // @ts-expect-error
       await py.runPythonAsync('1', { timeout: '1 s' });
       // @ts-expect-error
       (await py.runProgram('1')).status.trim();`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    for (const resolution of [['--module', 'nodenext'], ['--module', 'esnext', '--moduleResolution', 'bundler']]) {
      const words = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom,esnext.disposable', '--types', ''];
      assert.deepEqual(run(process.execPath, [tsc, ...words, ...resolution, 'program.ts']), { stdout: '', stderr: '', status: 0 });
    }
  });
});
