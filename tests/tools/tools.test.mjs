// The tools that decide about the others: what is masked, what a difference looks like, how a case is read, and that the
// referee runs a program as python3 does.

import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCase } from './cases.mjs';
import { sameOutcome, showDifference } from './diff.mjs';
import { mask } from './mask.mjs';
import { Referee } from './referee.mjs';

/** A case in a folder of its own. @param {string} source */
function caseOf(source) {
  const file = join(mkdtempSync(join(tmpdir(), 'aiter-case-')), 'program.py');
  writeFileSync(file, source);
  return readCase(file);
}

test('addresses and the folder of the program are masked, other hexadecimal numbers are not', () => {
  assert.equal(mask('<A object at 0x7f00ab> 0xff\n', '/x'), '<A object at 0x…> 0xff\n');
  assert.equal(mask('  File "/x/a.py", line 1, in f\n', '/x'), '  File "a.py", line 1, in f\n');
});

test('frames of library code are dropped with their source, carets and repetitions', () => {
  const shown = [
    'Traceback (most recent call last):',
    '  File "/x/a.py", line 3, in <module>',
    '    run()',
    '    ~~~^^',
    '  File "/lib/python314.zip/asyncio/runners.py", line 204, in run',
    '    return runner.run(main)',
    '           ~~~~~~~~~~^^^^^^',
    '  [Previous line repeated 3 more times]',
    '  File "<frozen asyncio>", line 2, in step',
    '  File "/x/a.py", line 1, in main',
    '    1 / 0',
    '    ~~^~~',
    'ZeroDivisionError: division by zero',
    '',
  ];
  assert.equal(mask(shown.join('\n'), '/x'), [...shown.slice(0, 4), ...shown.slice(9)].join('\n').replaceAll('/x/', ''));
});

test('in an exception group the margin is kept, and a heading without frames goes', () => {
  const shown = [
    '  | Traceback (most recent call last):',
    '  |   File "/lib/python3.14/x.py", line 1, in f',
    '  |     f()',
    '  | ValueError: 1',
  ];
  assert.equal(mask(shown.join('\n'), '/x'), '  | ValueError: 1');
});

test('directives are read from the leading comments only', () => {
  const c = caseOf('# args: a b\n# virtual-time: no\n# not-on: wasi, it has no signals\nprint(1)\n# args: c\n');
  assert.deepEqual([c.args, c.virtual, c.notOn.get('wasi')], [['a', 'b'], false, 'wasi, it has no signals']);
});

test('a difference shows the lines that differ and what stands before them', () => {
  const outcome = { stdout: 'a\nb\nc\n', stderr: '', status: 0 };
  assert.ok(sameOutcome(outcome, { ...outcome }));
  const text = showDifference('case', outcome, { stdout: 'a\nX\nc\n', stderr: '', status: 1 });
  assert.match(text, / {4}a\n {2}- b\n {2}\+ X\n status: expected 0, got 1$/);
});

test('the referee counts recursion from the file, and no case sees another', async () => {
  const referee = new Referee(1);
  const count = 'n = 0\ndef f():\n    global n\n    n += 1\n    f()\ntry: f()\nexcept RecursionError: print(n)\n';
  assert.equal((await referee.run(caseOf(count))).stdout, '999\n');
  await referee.run(caseOf('import builtins, sys\nbuiltins.leak = 1\nsys.setrecursionlimit(50)\nsys.path.clear()\n'));
  const clean = await referee.run(caseOf('import sys, json\nprint(sys.getrecursionlimit(), __name__)\ntry: leak\nexcept NameError as e: print(e)\n'));
  assert.equal(clean.stdout, "1000 __main__\nname 'leak' is not defined\n");
  const exit = await referee.run(caseOf('import sys\nsys.exit("why")\n'));
  assert.deepEqual(exit, { stdout: '', stderr: 'why\n', status: 1 });
  await referee.close();
});
