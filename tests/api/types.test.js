// The library's types, as a TypeScript program sees them, and our own JavaScript against them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dist, root } from './library.js';

const tsc = (/** @type {string[]} */ ...words) => {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  return { stdout, status };
};

test('our JavaScript is what its comments say', () => {
  assert.deepEqual(tsc('-p', 'web/tsconfig.json'), { stdout: '', status: 0 });
});

test('a TypeScript program gets the types', t => {
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, 'build/types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'program.ts');
  writeFileSync(
    program,
    `import { loadAiter, PythonError, PythonObject, Interpreter, parseRunLink, makeRunLink, type LoadOptions, type PythonValue } from '${dist}/index.js';
     const options: LoadOptions = { stdin: async ({ signal }) => signal.aborted ? null : 'x', stdout: text => text.trim(), memoryLimit: 2 ** 26 };
     const py: Interpreter = await loadAiter(options);
     const value: PythonValue = await py.runPythonAsync('1', { signal: AbortSignal.timeout(5), timeout: 5, filename: 'x.py' });
     const { status, cause }: { status: number; cause?: unknown } = await py.runProgram('1', { args: ['a'] });
     try {} catch (error) { if (error instanceof PythonError) error.type.trim() + error.traceback + error.status.toFixed() }
     if (value instanceof PythonObject) value.repr.trim();
     const code: string | undefined = parseRunLink(makeRunLink('', { code: '' }))?.code;
     py.interrupt(); py.close(); py.memory.used.toFixed();
     // @ts-expect-error
     await loadAiter({ memorylimit: 5 });
     // @ts-expect-error
     await py.runPythonAsync(5);
     // @ts-expect-error
     await py.runPythonAsync('', { timeout: '5' });
     export { value, status, cause, code };`,
  );
  const words = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', ''];
  assert.deepEqual(tsc(...words, program), { stdout: '', status: 0 });
});
