// The command line by line: what one invocation prints and ends with, in every build of the command, and where python3 does
// the same, in python3 too.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commands } from './commands.js';
import { root } from './library.js';

const folder = mkdtempSync(join(tmpdir(), 'aiter-table-'));
const usage = "usage: aiter [option] ... [-c CODE | FILE | -] [ARG] ...\nTry `aiter -h' for more information.\n";
const raise = (/** @type {string} */ code) => ({ args: ['-c', `import sys\n${code}`] });

/**
 * @typedef {object} Row
 * @property {string[]} args
 * @property {string | Buffer} [input]
 * @property {string} [out]  what it prints ('' unless told); FOLDER is the folder that it runs in
 * @property {string | RegExp} [err]
 * @property {number} [status]
 * @property {string} [not]  commands that differ, and why: 'python: …; wasi: …'
 */

/** @type {Record<string, Row[]>} */
const table = {
  'exit status': [
    { ...raise('sys.exit(0)') },
    { ...raise('sys.exit(42)'), status: 42 },
    { ...raise('sys.exit(255)'), status: 255 },
    { ...raise('sys.exit(256)'), status: 0 },
    { ...raise('sys.exit(300)'), status: 44 },
    { ...raise('sys.exit(-1)'), status: 255 },
    { ...raise('sys.exit(2**40)'), status: 0 },
    { ...raise('sys.exit(2**70)'), status: 255 },
    { ...raise('sys.exit(-2**70)'), status: 255 },
    { ...raise('sys.exit(True)'), status: 1 },
    { ...raise('sys.exit(None)') },
    { ...raise('sys.exit("")'), err: '\n', status: 1 },
    { ...raise('sys.exit("why")'), err: 'why\n', status: 1 },
    { ...raise('sys.exit(1.5)'), err: '1.5\n', status: 1 },
    { ...raise('sys.exit([])'), err: '[]\n', status: 1 },
    { ...raise('sys.exit((1, 2))'), err: '(1, 2)\n', status: 1 },
    { ...raise('raise SystemExit'), status: 0 },
    { ...raise('raise SystemExit(1, 2)'), err: '(1, 2)\n', status: 1 },
    { ...raise('exit(4)'), status: 4 },
    { ...raise('quit()') },
    { ...raise('import os\nos._exit(7)'), status: 7 },
    { ...raise('try: sys.exit(3)\nfinally: print("finally")'), out: 'finally\n', status: 3 },
    { ...raise('import atexit\natexit.register(print, "bye")\nsys.exit(2)'), out: 'bye\n', status: 2 },
    { ...raise('1/0'), err: /\nZeroDivisionError: division by zero\n$/, status: 1 },
    { ...raise('raise KeyboardInterrupt'), err: /\nKeyboardInterrupt\n$/, status: 130, not: 'python: it sends itself the signal' },
    { args: ['-c', 'print(1'], err: /SyntaxError: '\(' was never closed\n$/, status: 1 },
  ],
  'sys.argv and names': [
    { args: ['argv.py', 'a', '--b', '-c', '', '世界'], out: "['argv.py', 'a', '--b', '-c', '', '世界']\n" },
    { args: ['./argv.py'], out: "['./argv.py']\n" },
    { args: ['directory/../argv.py'], out: "['directory/../argv.py']\n" },
    { args: ['link.py'], out: "['link.py']\n" },
    { args: ['--', 'argv.py', '--', 'x'], out: "['argv.py', '--', 'x']\n" },
    { args: ['x y.py'], out: 'space\n' },
    { args: ['no_suffix'], out: 'no suffix\n' },
    { args: ['-c', 'import sys; print(sys.argv)', '-', '-V'], out: "['-c', '-', '-V']\n" },
    { args: ['-cprint(5)', 'z'], out: '5\n' },
    { args: ['-', '-c', 'x'], input: 'import sys; print(sys.argv)', out: "['-', '-c', 'x']\n" },
    { args: [], input: 'import sys; print(sys.argv)', out: "['']\n" },
    { args: ['-c', 'print(__name__, "__file__" in globals())'], out: '__main__ False\n' },
    { args: ['file.py'], out: 'FOLDER/file.py\n', not: 'wasi: there is no current folder, so the name stays as it was given' },
    { args: ['./file.py'], out: 'FOLDER/./file.py\n', not: 'wasi: as above' },
    { args: ['directory/../file.py'], out: 'FOLDER/directory/../file.py\n', not: 'wasi: as above' },
  ],
  'source text': [
    { args: ['-c', ''] },
    { args: [], input: '' },
    { args: ['empty.py'] },
    { args: ['bom.py'], out: 'byte order mark\n' },
    { args: ['crlf.py'], out: 'a\nb\n' },
    { args: ['latin.py'], out: 'é\n' },
    { args: ['shebang.py'], out: 'shebang\n' },
    { args: ['-'], input: 'print("no line end")', out: 'no line end\n' },
    { args: [], input: 'print(1', err: /File "<stdin>", line 1\n.*SyntaxError: '\(' was never closed\n$/s, status: 1 },
    { args: ['bad_syntax.py'], err: /File ".*bad_syntax\.py", line 1\n {4}def f\(:\n {10}\^\nSyntaxError: invalid syntax\n$/, status: 1 },
  ],
  'standard streams': [
    { args: ['-c', 'print(input(), input())'], input: 'one\n二', out: 'one 二\n' },
    { args: ['-c', 'input()'], input: '', err: /\nEOFError: EOF when reading a line\n$/, status: 1 },
    { args: [], input: 'input()', err: /\nEOFError: EOF when reading a line\n$/, status: 1 },
    { args: ['-c', 'import sys; print(repr(sys.stdin.read()))'], input: 'a\nb', out: "'a\\nb'\n" },
    { args: ['-c', 'import sys; print(sys.stdin.readlines())'], input: 'a\r\nb\r', out: "['a\\r\\n', 'b\\r']\n" },
    { args: ['-c', 'import sys; print([line for line in sys.stdin])'], input: 'a\n\nb', out: "['a\\n', '\\n', 'b']\n" },
    { args: ['-c', 'import sys; r = sys.stdin; print([r.read(3), r.readline(), r.read()])'], input: 'abcdef\nghi\n', out: "['abc', 'def\\n', 'ghi\\n']\n" },
    { args: ['-c', 'import sys; print(sys.stdin.buffer.read())'], input: Buffer.from([255, 0, 10]), out: "b'\\xff\\x00\\n'\n" },
    { args: ['-c', 'import sys; print(sys.stdout.isatty(), sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno())'], out: 'False 0 1 2\n' },
    { args: ['-c', 'import sys; sys.stderr.write("no line end")'], err: 'no line end' },
    { args: ['-c', 'import sys; sys.stderr.write("\\ud800\\n")'], err: '\\ud800\n' },
    { args: ['-c', 'import sys; sys.stdout = None; print(1)'] },
    { args: ['-c', 'print("x", end="")'], out: 'x' },
    { args: ['-c', 'import sys; sys.excepthook = lambda *e: print("hook", e[1]); 1/0'], out: 'hook division by zero\n', status: 1 },
    { args: ['-c', 'print("\\ud800")'], err: /UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed\n$/, status: 1 },
  ],
  'what cannot be run': [
    { args: ['missing.py'], err: "aiter: can't open file 'FOLDER/missing.py': [Errno 2] No such file or directory\n", status: 2, not: 'wasi: the name as it was given' },
    { args: ['argv.py/x'], err: "aiter: can't open file 'FOLDER/argv.py/x': [Errno 20] Not a directory\n", status: 2, not: 'wasi: the name as it was given' },
    { args: ['directory'], err: "aiter: can't find '__main__' module in 'FOLDER/directory'\n", status: 1, not: 'wasi: the name as it was given' },
    { args: ['directory/'], err: "aiter: can't find '__main__' module in 'FOLDER/directory/'\n", status: 1, not: 'wasi: the name as it was given' },
    { args: ['--nope'], err: `unknown option --nope\n${usage}`, status: 2 },
    { args: ['-z'], err: `Unknown option: -z\n${usage}`, status: 2 },
    { args: ['-c'], err: `Argument expected for the -c option\n${usage}`, status: 2 },
    { args: ['-m', 'this'], err: 'aiter: -m is not supported yet: give the program as a FILE or with -c\n', status: 2, not: 'python: it runs modules' },
    { args: ['--virtual-time=1', '-c', '1'], err: `unknown option --virtual-time=1\n${usage}`, status: 2 },
    { args: ['--time-limits', '5'], err: `unknown option --time-limits\n${usage}`, status: 2 },
  ],
  limits: [
    { args: ['--time-limit', '1e3', '-c', 'print(1)'], out: '1\n' },
    { args: ['--time-limit=.5', '--memory-limit=64', '--virtual-time', '-c', 'print(1)'], out: '1\n' },
    { args: ['--memory-limit', '1', '-c', 'print(1)'], out: '1\n' },
    { args: ['--memory-limit', '2047', '-c', 'print(1)'], out: '1\n' },
    { args: ['--time-limit', '0.001', '-c', 'while True: pass'], err: /^(Traceback[^]*\n)?KeyboardInterrupt\naiter: the time limit of 0\.001 s was reached\n$/, status: 130 },
    { args: ['-c', 'import sys; print(sys.argv)', '--time-limit', 'x'], out: "['-c', '--time-limit', 'x']\n" },
    ...['', 'x', '0', '-1', 'nan', 'inf', 'infinity', '0x10', '1s', ' 5', '5 ', '1_0', '0b1', '1e', '.', '1e-9', '1e10'].flatMap(value => [
      { args: ['--time-limit', value, '-c', '1'], err: `aiter: --time-limit wants a number of seconds from 0.001 to 1000000000, not '${value}'\n`, status: 2 },
    ]),
    ...['', 'abc', '0', '0.5', '-5', '1e99', '64M'].flatMap(value => [
      { args: [`--memory-limit=${value}`, '-c', '1'], err: new RegExp(`^aiter: --memory-limit wants a number of MiB from 1 to (2047|16777216), not '${value}'\n$`), status: 2 },
    ]),
    { args: ['--time-limit'], err: "aiter: --time-limit wants a number of seconds from 0.001 to 1000000000, not ''\n", status: 2 },
  ],
};

before(() => {
  const files = {
    'argv.py': 'import sys\nprint(sys.argv)\n',
    'file.py': 'print(__file__)',
    'empty.py': '',
    'bom.py': '\ufeffprint("byte order mark")\n',
    'crlf.py': 'print("a")\r\nif 1:\r\n    print("b")\r\n',
    'latin.py': Buffer.from('# -*- coding: latin-1 -*-\nprint("é")\n', 'latin1'),
    'shebang.py': '#!/usr/bin/env python3\nprint("shebang")',
    'bad_syntax.py': 'def f(:\n  pass\n',
    'x y.py': 'print("space")',
    no_suffix: 'print("no suffix")',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  symlinkSync('argv.py', join(folder, 'link.py'));
  mkdirSync(join(folder, 'directory'));
});
after(() => rmSync(folder, { recursive: true }));

/** @param {string[]} command @param {Row} row @returns {Promise<{out: string, err: string, status: number | null}>} */
function run([program, ...words], { args, input = '' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, ...args], { cwd: folder, env: { ...process.env, PYTHONUTF8: '1', LC_ALL: 'C.UTF-8' } });
    /** @type {Buffer[][]} */ const pieces = [[], []];
    child.stdout.on('data', data => pieces[0].push(data));
    child.stderr.on('data', data => pieces[1].push(data));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', status => {
      const [out, err] = pieces.map(some => Buffer.concat(some).toString().replaceAll(folder, 'FOLDER'));
      resolve({ out, err, status });
    });
  });
}

// A python3 of any version serves: messages and statuses of this table have been the same for long.
if (!existsSync('/usr/bin/python3')) console.log('/usr/bin/python3 is not there: the table is not held against it');
const all = { ...commands, ...(existsSync('/usr/bin/python3') ? { python: ['/usr/bin/python3'] } : {}) };

for (const [name, command] of Object.entries(all)) {
  for (const [part, rows] of Object.entries(table)) {
    if (name === 'python' && part === 'limits') continue;
    test(`${name}: ${part}`, async () => {
      /** @type {object[]} */ const wrong = [];
      const check = async (/** @type {Row} */ row) => {
        const { out = '', err = '', status = 0, not = '' } = row;
        const seen = await run(command, row);
        if (name === 'python') {
          // It calls itself by another name, and shows another usage.
          if (not.includes('python:')) return;
          seen.err = seen.err.replace(/^\S*python3: /, 'aiter: ');
          if (seen.err.includes('usage:')) seen.err = seen.err.replace(/usage:[^]*$/, usage);
        }
        const expected = { out, err, status };
        // Under WASI a file is shown by the name that it was given.
        if (name === 'wasi' && not.includes('wasi:')) {
          expected.out = out.replace('FOLDER/', '');
          expected.err = typeof err === 'string' ? err.replace('FOLDER/', '') : err;
        }
        const same = typeof expected.err === 'string' ? seen.err === expected.err : expected.err.test(seen.err);
        if (!same || seen.out !== expected.out || seen.status !== status) wrong.push({ args: row.args, seen, expected });
      };
      // Two at a time, as there are two cores.
      const queue = [...rows];
      const work = async () => {
        for (let row = queue.shift(); row; row = queue.shift()) await check(row);
      };
      await Promise.all([work(), work()]);
      assert.deepEqual(wrong, []);
    });
  }
}

test('help and version are the same everywhere, and say the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  for (const word of ['-h', '-V']) {
    const said = await Promise.all(Object.values(commands).map(command => run(command, { args: [word] })));
    for (const one of said) assert.deepEqual(one, said[0]);
    if (word === '-V') assert.match(said[0].out, new RegExp(`^Python 3\\.14\\.\\d+ \\(aiter ${version.replaceAll('.', '\\.')}\\)\n$`));
  }
  const [{ out }] = await Promise.all([run(commands.node, { args: ['-c', 'import sys\nprint(sys.version.split()[0])'] })]);
  const [{ out: whole }] = await Promise.all([run(commands.node, { args: ['-V'] })]);
  assert.equal(whole.split(' ')[1], out.trim());
});
