#!/usr/bin/env node
// The commands `aiter` and `aiter-wasm`: run a Python file in Node with streams, Ctrl+C and exit status as python3's.

import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, sep } from 'node:path';
import { isatty } from 'node:tty';
import { getSystemErrorMap } from 'node:util';
import { loadAiter } from './index.js';
import { Exit, parseOptions } from './cli/options.js';
import { StdinLines, descriptorWriter } from './cli/streams.js';

/**
 * @typedef {import('./cli/options.js').Options} Options
 * @typedef {{source: string | Uint8Array, filename: string}} Program
 */

/** "[Errno 2] No such file or directory", as Python shows a failure. @param {NodeJS.ErrnoException} error */
function showErrno(error) {
  const [, text] = getSystemErrorMap().get(error.errno ?? 0) ?? ['', error.message];
  return `[Errno ${-(error.errno ?? 0)}] ${text[0].toUpperCase()}${text.slice(1)}`;
}

/** @param {Options} options @param {StdinLines} stdin @returns {Promise<Program>} @throws {Exit} */
async function readProgram({ source, text, script }, stdin) {
  if (source === 'code') return { source: text, filename: '<string>' };
  if (source === 'stdin') {
    if (script !== '-' && isatty(0)) {
      const hint = 'give a FILE, -c CODE, or - to read the program from standard input';
      throw new Exit(2, { stderr: `aiter: there is no interactive prompt yet: ${hint}\n` });
    }
    return { source: await stdin.rest(), filename: '<stdin>' };
  }
  // As python3 puts them together: `./` and `..` stay.
  const filename = isAbsolute(text) ? text : process.cwd().replace(/\/$/, '') + sep + text;
  try {
    if (statSync(filename).isDirectory()) {
      throw new Exit(1, { stderr: `aiter: can't find '__main__' module in '${filename}'\n` });
    }
    return { source: readFileSync(filename), filename };
  } catch (error) {
    if (error instanceof Exit) throw error;
    const why = showErrno(/** @type {NodeJS.ErrnoException} */ (error));
    throw new Exit(2, { stderr: `aiter: can't open file '${filename}': ${why}\n` });
  }
}

/** Ctrl+C interrupts the program; the third one that it ignores ends the process. @param {() => void} interrupt */
function handleInterrupts(interrupt) {
  let count = 0;
  process.on('SIGINT', () => {
    if (++count >= 3) process.exit(130);
    interrupt();
  });
}

/** @param {string[]} words */
async function main(words) {
  const options = parseOptions(words);
  const stdin = new StdinLines();
  const program = await readProgram(options, stdin);
  const stdout = descriptorWriter(1);
  const stderr = descriptorWriter(2);
  const py = await loadAiter({
    stdin: () => stdin.next(),
    stdout,
    stderr,
    memoryLimit: options.memoryLimit * 2 ** 20,
    virtualTime: options.virtualTime,
  });
  handleInterrupts(() => py.interrupt());
  const { status, limited } = await runWithin(py, program, options);
  py.close();
  if (limited) throw new Exit(130, { stderr: `aiter: the time limit of ${options.timeLimit} s was reached\n` });
  if (stdout.error && !stdout.refused) {
    // As python3 says when nobody reads what was printed, and the program was not told; whatever its own status.
    const type = stdout.error.code === 'EPIPE' ? 'BrokenPipeError' : 'OSError';
    const message = `Exception ignored while flushing sys.stdout:\n${type}: ${showErrno(stdout.error)}\n`;
    throw new Exit(120, { stderr: message });
  }
  throw new Exit(status);
}

/**
 * @param {import('./interpreter.js').Interpreter} py @param {Program} program @param {Options} options
 * @returns {Promise<{status: number, limited: boolean}>}
 */
async function runWithin(py, { source, filename }, { script, args, timeLimit }) {
  const isLimit = (/** @type {unknown} */ cause) => cause instanceof DOMException && cause.name === 'TimeoutError';
  try {
    const timeout = timeLimit === undefined ? undefined : timeLimit * 1000;
    const { status, cause } = await py.runProgram(source, { filename, args: [...args], script, timeout });
    return { status, limited: isLimit(cause) };
  } catch (error) {
    // The program went on after the limit's KeyboardInterrupt.
    if (isLimit(/** @type {Error} */ (error).cause)) return { status: 130, limited: true };
    throw error;
  }
}

main(process.argv.slice(2)).catch(end => {
  if (!(end instanceof Exit)) {
    descriptorWriter(2).write(Buffer.from(`aiter: ${end?.message ?? end}\n`));
    process.exit(1);
  }
  descriptorWriter(1).write(Buffer.from(end.stdout));
  descriptorWriter(2).write(Buffer.from(end.stderr));
  // Not only the exit code: a terminal's input that is half read would keep the process alive.
  process.exit(end.status);
});
