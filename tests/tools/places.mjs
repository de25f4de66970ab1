// The places where a case runs: each turns a case into an outcome with the engine in one of its builds.
// AITER_NATIVE=/path and so on (a place's name in capitals) puts another file in the place of the build's.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readInput, root } from './cases.mjs';
import { maskOutcome } from './mask.mjs';
import { Pool } from './pool.mjs';

/**
 * @typedef {import('./cases.mjs').Case} Case
 * @typedef {import('./cases.mjs').Outcome} Outcome
 * @typedef {object} Place
 * @property {string} name
 * @property {string} artefact  the file without which the place is not there
 * @property {() => {run: (c: Case) => Promise<Outcome>, close: () => Promise<void>}} open
 */

/** How long one case may take, in milliseconds: far more than any needs. */
const LIMIT = 15_000;

/** A case that did not come to its end is an outcome too: one that equals no expectation. @param {string} why */
const broken = why => ({ stdout: '', stderr: why + '\n', status: -1 });

/**
 * Runs the command on a case.
 * @param {string} command @param {Case} c @param {NodeJS.ProcessEnv} env @param {number} limit
 * @returns {Promise<Outcome>}
 */
function spawnCase(command, c, env, limit) {
  return new Promise(resolve => {
    const child = spawn(command, [...(c.virtual ? ['--virtual-time'] : []), c.name, ...c.args], { cwd: c.folder, env });
    /** @type {Buffer[]} */ const stdout = [];
    /** @type {Buffer[]} */ const stderr = [];
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // A program that does not read its input closes the pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(readInput(c));
    child.on('error', error => resolve(broken(String(error))));
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const text = (/** @type {Buffer[]} */ chunks) => Buffer.concat(chunks).toString('utf8');
      const outcome = { stdout: text(stdout), stderr: text(stderr), status: status ?? -1 };
      if (signal === 'SIGKILL') outcome.stderr += `(killed after ${limit / 1000} s)\n`;
      else if (signal === 'SIGINT') outcome.status = 130;
      else if (signal) outcome.stderr += `(killed by ${signal})\n`;
      resolve(outcome);
    });
  });
}

/** A place that is a command of this machine. @param {string} name @param {string} artefact @param {NodeJS.ProcessEnv} extra */
function commandPlace(name, artefact, extra, limit = LIMIT) {
  const env = { ...process.env, ...extra };
  const command = process.env[`AITER_${name.toUpperCase()}`] ?? join(root, artefact);
  return {
    name,
    artefact: command,
    open: () => ({ run: (/** @type {Case} */ c) => spawnCase(command, c, env, limit), close: async () => {} }),
  };
}

/** A place that is a thread of Node. @param {string} name @param {string} artefact @param {string} worker @param {any} data */
function threadPlace(name, artefact, worker, data = {}) {
  const path = process.env[`AITER_${name.toUpperCase()}`] ?? join(root, artefact);
  return {
    name,
    artefact: path,
    open: () => {
      const pool = new Pool(new URL(worker, import.meta.url), {
        limit: LIMIT,
        options: { workerData: { artefact: path, ...data } },
      });
      return {
        async run(/** @type {Case} */ c) {
          const { file, folder, name: filename, args, virtual } = c;
          const answer = await pool.run({ file, folder, filename, args, virtual, stdin: readInput(c) });
          return answer.failure ? broken(answer.failure) : answer;
        },
        close: () => pool.close(),
      };
    },
  };
}

/** @type {Place[]} */
export const places = [
  commandPlace('native', 'build/native/aiter', {}),
  // LeakSanitizer cannot follow tagged pointers; the engine's own accountant reads zero at the end instead.
  commandPlace('sanitize', 'build/sanitize/aiter', { ASAN_OPTIONS: 'detect_leaks=0', UBSAN_OPTIONS: 'print_stacktrace=1' }, 4 * LIMIT),
  threadPlace('node', 'dist/index.js', './place_node.mjs'),
  threadPlace('wasi', 'dist/aiter-wasi.wasm', './place_wasi.mjs', { scratch: mkdtempSync(join(tmpdir(), 'aiter-wasi-')) }),
];

/** @param {Place} place */
export const isThere = place => existsSync(place.artefact);

/**
 * Runs cases in a place, two at a time, and calls back with each outcome, masked.
 * @param {Place} place @param {Case[]} cases @param {(c: Case, outcome: Outcome) => void} each
 */
export async function runCases(place, cases, each) {
  const session = place.open();
  const queue = [...cases];
  const runner = async () => {
    for (let c = queue.shift(); c; c = queue.shift()) each(c, maskOutcome(await session.run(c), c.folder));
  };
  try {
    await Promise.all([runner(), runner()]);
  } finally {
    await session.close();
  }
}
