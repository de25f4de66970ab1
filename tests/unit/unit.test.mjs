// Runs the unit tests in C (built under the sanitizers by ./build.sh unit), and the two programs that hold the front end
// against CPython and the compiler's output against its own rules.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
/** Programs to be run with allocations refused. */
const REFUSED = [
  'docs/tutorial_classes.py',
  'docs/tutorial_errors.py',
  'docs/asyncio_queue_workers.py',
  'asyncio/task_group_errors.py',
  'language/match_classes.py',
  'suspend/in_containers_with_python_keys.py',
  'suspend/in_class_creation_hooks.py',
  'suspend/in_generators.py',
  'suspend/in_imports.py',
  'suspend/in_with_and_exceptions.py',
  'suspend/in_finalizers_and_weakrefs.py',
  'suspend/in_conversions_and_text.py',
];
/** Programs that are no tests by themselves, with the arguments that make them one (null: run by another test). */
const ARGUMENTS = {
  tree_dump: null,
  code_check: cases(() => true),
  engine_slices: cases(path => path.startsWith('suspend/')),
  engine_refused: cases(path => REFUSED.includes(path)),
};

/** Programs of tests/python. @param {(path: string) => boolean} chosen */
function cases(chosen) {
  const folder = join(root, 'tests/python');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter(path => path.endsWith('.py') && chosen(path))
    .map(path => join(folder, path));
}

const programs = readdirSync(here)
  .filter(file => file.endsWith('.c') && /\bmain\(/.test(readFileSync(join(here, file), 'utf8')))
  .map(file => file.slice(0, -2));

for (const name of programs) {
  const args = name in ARGUMENTS ? ARGUMENTS[/** @type {keyof typeof ARGUMENTS} */ (name)] : [];
  if (args === null) continue;
  test(`unit: ${name}`, () => {
    const program = join(root, 'build/unit', name);
    assert.ok(existsSync(program), `${program} is not there: ./build.sh unit`);
    const { status, stdout, stderr } = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' }, // it can not follow tagged pointers; the engine counts its bytes
    });
    assert.equal(status, 0, (stdout + stderr).slice(-3000));
  });
}

test('syntax trees, scopes and syntax errors are CPython\'s', { timeout: 300_000 }, t => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'tree_compare.mjs'), '--quick'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, TREE_DUMP: join(root, 'build/unit/tree_dump') },
  });
  t.diagnostic(stdout.trim().split('\n').at(-1) ?? '');
  assert.equal(status, 0, (stdout + stderr).slice(-3000));
});
