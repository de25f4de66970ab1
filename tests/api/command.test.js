// The command, in its three builds: native, Node, WASI. They agree in everything but what a comment says.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { commands } from './commands.js';

const folder = mkdtempSync(join(tmpdir(), 'aiter-command-'));
writeFileSync(join(folder, 'args.py'), 'import sys\nprint(sys.argv)\n');
writeFileSync(join(folder, 'fails.py'), 'def f():\n    1 / 0\nf()\n');
writeFileSync(join(folder, '-dash.py'), 'print("dash")\n');
mkdirSync(join(folder, 'directory'));
after(() => rmSync(folder, { recursive: true }));

for (const [name, command] of Object.entries(commands)) {
  describe(`the ${name} command`, () => {
    const [program, ...before] = command;
    const run = (/** @type {string[]} */ words, input = '', more = {}) => {
      const { stdout, stderr, status, signal } = spawnSync(program, [...before, ...words], {
        input, cwd: folder, encoding: 'utf8', timeout: 20_000, ...more,
      });
      return { stdout, stderr, status: signal ?? status };
    };
    const inFolder = (/** @type {string} */ file) => (name === 'wasi' ? file : join(folder, file));

    test('-c CODE, its arguments, and options that belong to the program', () => {
      assert.deepEqual(run(['-c', 'import sys; print(sys.argv)', 'a', '-c', '--version', '世界']), {
        stdout: "['-c', 'a', '-c', '--version', '世界']\n", stderr: '', status: 0,
      });
      assert.equal(run(['-cprint("joined")']).stdout, 'joined\n');
    });

    test('FILE and its arguments', () => {
      assert.deepEqual(run(['args.py', '-h', 'x y', '']), { stdout: "['args.py', '-h', 'x y', '']\n", stderr: '', status: 0 });
      assert.equal(run(['./args.py']).stdout, "['./args.py']\n");
      assert.equal(run(['--', '-dash.py']).stdout, 'dash\n');
    });

    test('- and no words at all read the program from standard input', () => {
      assert.equal(run(['-', 'x'], 'import sys\nprint(sys.argv)').stdout, "['-', 'x']\n");
      assert.equal(run([], 'import sys\nprint(sys.argv)').stdout, "['']\n");
      assert.equal(run(['-'], 'print("no newline at the end")').stdout, 'no newline at the end\n');
    });

    test('an uncaught exception: traceback and status 1', () => {
      const { stderr, status } = run(['fails.py']);
      assert.equal(status, 1);
      assert(stderr.startsWith(`Traceback (most recent call last):\n  File "${inFolder('fails.py')}", line 3, in <module>\n`), stderr);
      assert(stderr.endsWith('ZeroDivisionError: division by zero\n'), stderr);
      assert.match(run(['-c', '1/0']).stderr, /File "<string>", line 1/);
      assert.match(run([], '1/0').stderr, /File "<stdin>", line 1/);
    });

    test('sys.exit gives the exit status', () => {
      assert.equal(run(['-c', 'import sys; sys.exit(42)']).status, 42);
      assert.equal(run(['-c', 'import sys; sys.exit()']).status, 0);
      assert.deepEqual(run(['-c', 'import sys; sys.exit("why")']), { stdout: '', stderr: 'why\n', status: 1 });
    });

    test('files that cannot be read', () => {
      assert.deepEqual(run(['missing.py']), {
        stdout: '', stderr: `aiter: can't open file '${inFolder('missing.py')}': [Errno 2] No such file or directory\n`, status: 2,
      });
      assert.deepEqual(run(['directory']), {
        stdout: '', stderr: `aiter: can't find '__main__' module in '${inFolder('directory')}'\n`, status: 1,
      });
    });

    test('help and version', () => {
      for (const word of ['-h', '--help', '-?']) {
        const { stdout, stderr, status } = run([word]);
        assert.match(stdout, /^usage: aiter \[option\] \.\.\. \[-c CODE \| FILE \| -\] \[ARG\] \.\.\.\n/);
        for (const option of ['--virtual-time', '--time-limit', '--memory-limit', '--version']) assert(stdout.includes(option));
        assert.deepEqual([stderr, status], ['', 0]);
      }
      for (const word of ['-V', '--version']) {
        assert.match(run([word]).stdout, /^Python 3\.14\.\d+ \(aiter \d+\.\d+\.\d+\)\n$/);
      }
    });

    test('words that are wrong: usage and status 2', () => {
      const usage = "usage: aiter [option] ... [-c CODE | FILE | -] [ARG] ...\nTry `aiter -h' for more information.\n";
      assert.deepEqual(run(['--nope']), { stdout: '', stderr: `unknown option --nope\n${usage}`, status: 2 });
      assert.deepEqual(run(['-z']), { stdout: '', stderr: `Unknown option: -z\n${usage}`, status: 2 });
      assert.deepEqual(run(['-c']), { stdout: '', stderr: `Argument expected for the -c option\n${usage}`, status: 2 });
      assert.match(run(['-m', 'this']).stderr, /-m is not supported yet/);
    });

    test('standard input by lines', () => {
      const echo = 'while True:\n    try: print(repr(input("? ")))\n    except EOFError: break';
      assert.equal(run(['-c', echo], 'one\n\n世界').stdout, "? 'one'\n? ''\n? '世界'\n? ");
      const long = 'x'.repeat(300_000);
      assert.equal(run(['-c', 'print(len(input()), len(input()))'], `${long}\n${long}\n`).stdout, '300000 300000\n');
    });

    test('a line is read when it is there, not at the end of input', async () => {
      const child = spawn(program, [...before, '-c', 'print("got", input())\nprint("got", input())'], { cwd: folder });
      const closed = once(child, 'close');
      let output = '';
      child.stdout.on('data', data => (output += data));
      const until = async (/** @type {string} */ text) => {
        for (let i = 0; i < 500 && !output.includes(text); i++) await new Promise(resolve => setTimeout(resolve, 10));
        assert(output.includes(text), output);
      };
      child.stdin.write('first\n');
      await until('got first\n');
      child.stdin.write('second\n');
      await until('got second\n');
      // It ends although its input has not.
      assert.equal((await closed)[0], 0);
    });

    test('output shows before a sleep', async () => {
      const child = spawn(program, [...before, '-c', 'import time\nprint("now")\ntime.sleep(30)'], { cwd: folder });
      try {
        assert.equal(String((await once(child.stdout, 'data'))[0]), 'now\n');
      } finally {
        child.kill('SIGKILL');
      }
    });

    test('--virtual-time does not wait', () => {
      const start = performance.now();
      assert.equal(run(['--virtual-time', '-c', 'import time\ntime.sleep(3600)\nprint("done")']).stdout, 'done\n');
      assert(performance.now() - start < 5000);
    });

    for (const [what, code] of Object.entries({
      'a loop': 'while True: pass',
      'a sleep': 'import time\ntime.sleep(100)',
      'an asyncio program': 'import asyncio\nasyncio.run(asyncio.sleep(100))',
      'a long built-in': '10**10**8',
    })) {
      test(`--time-limit ends ${what}`, () => {
        const start = performance.now();
        const { stdout, stderr, status } = run(['--time-limit', '0.2', '-c', `print("made", flush=True)\n${code}`]);
        assert(performance.now() - start < 3000);
        assert.deepEqual([stdout, status], ['made\n', 130]);
        assert.match(stderr, /Traceback[^]*\nKeyboardInterrupt\naiter: the time limit of 0\.2 s was reached\n$/);
      });
    }

    test('--time-limit ends input()', async () => {
      const child = spawn(program, [...before, '--time-limit=0.2', '-c', 'input()'], { cwd: folder });
      let stderr = '';
      child.stderr.on('data', data => (stderr += data));
      assert.equal((await once(child, 'close'))[0], 130);
      assert.match(stderr, /KeyboardInterrupt\naiter: the time limit of 0\.2 s was reached\n$/);
    });

    test('--time-limit ends a program that catches KeyboardInterrupt and goes on', () => {
      const start = performance.now();
      const code = 'while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt: pass';
      const { stderr, status } = run(['--time-limit', '0.2', '-c', code]);
      assert(performance.now() - start < 6000);
      assert.deepEqual([stderr, status], ['aiter: the time limit of 0.2 s was reached\n', 130]);
    });

    test('--memory-limit gives MemoryError', () => {
      const code = 'x = []\ntry:\n    while True: x.append("text " * 1000)\nexcept MemoryError:\n    print("caught")';
      assert.deepEqual(run(['--memory-limit', '16', '-c', code]), { stdout: 'caught\n', stderr: '', status: 0 });
      if (name === 'native') return;
      // The most that one WebAssembly memory has: what is refused before is no crash either.
      const large = 'x = []\ntry:\n    while True: x.append(b"-" * 50_000_000)\nexcept MemoryError:\n    print(len(x) > 30)';
      assert.deepEqual(run(['--memory-limit', '2047', '-c', large]), { stdout: 'True\n', stderr: '', status: 0 });
    });

    // WASI has no signals.
    if (name !== 'wasi') test('Ctrl+C is KeyboardInterrupt, status 130', async () => {
      for (const code of ['while True: pass', 'import time; time.sleep(100)', 'input()', 'import asyncio; asyncio.run(asyncio.sleep(100))']) {
        const child = spawn(program, [...before, '-c', `print("ready", flush=True)\n${code}`], { cwd: folder });
        let stderr = '';
        child.stderr.on('data', data => (stderr += data));
        const closed = once(child, 'close');
        await once(child.stdout, 'data');
        child.kill('SIGINT');
        assert.equal((await closed)[0], 130, code);
        assert.match(stderr, /Traceback[^]*\nKeyboardInterrupt\n$/, code);
      }
    });

    test('a closed pipe ends the program', () => {
      const shell = `${command.map(word => `'${word}'`).join(' ')} -c 'while True: print("x" * 1000)' | head -c 10`;
      const { stdout, stderr } = spawnSync('sh', ['-c', shell], { encoding: 'utf8', timeout: 20_000 });
      assert.equal(stdout, 'xxxxxxxxxx');
      assert.match(stderr, /OSError|BrokenPipeError/);
    });

    const inShell = (/** @type {string} */ code, /** @type {string} */ after) => {
      const words = [...command, '-c', code].map(word => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
      const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${words}; echo "status $?" >&2; } ${after}`], { encoding: 'utf8', timeout: 20_000 });
      return { stdout, stderr };
    };

    test('output that cannot be written at the end is told: status 120, whatever the program says', () => {
      for (const code of ['print(1)', 'print(1); import sys; sys.exit(3)', 'print(1); 1/0']) {
        const { stderr } = inShell(code, '>/dev/full');
        assert.match(stderr, /Exception ignored while flushing sys\.stdout:\nOSError: \[Errno 28\] No space left on device\nstatus 120\n$/, code);
      }
    });

    test('a program that was told of the closed pipe goes its own way', () => {
      const code = 'import sys\ntry:\n    while True: print("x" * 1000)\nexcept BrokenPipeError: sys.stderr.write("caught\\n")';
      assert.deepEqual(inShell(code, '| head -c 1'), { stdout: 'x', stderr: 'caught\nstatus 0\n' });
    });

    test('streams that are closed from the start', () => {
      assert.deepEqual(inShell('print(1)', '<&-'), { stdout: '1\n', stderr: 'status 0\n' });
      assert.match(inShell('input()', '<&-').stderr, /EOFError: EOF when reading a line\nstatus 1\n$/);
      assert.deepEqual(inShell('print(1)', '>&-'), { stdout: '', stderr: 'status 0\n' });
    });

    test('bytes that are not UTF-8 pass through', () => {
      const { stdout } = spawnSync(program, [...before, '-c', 'import sys; sys.stdout.buffer.write(b"\\xff\\x00\\n")']);
      assert.deepEqual([...stdout], [0xff, 0, 10]);
    });
  });
}
