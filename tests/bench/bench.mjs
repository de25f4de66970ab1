// npm run bench [-- --rounds N] [part of a name…]: the same programs in aiter (Node and native), CPython, Pyodide and, where
// it has the same, JavaScript; interleaved, so that a busy moment of the machine hits all alike. Prints medians in
// milliseconds, and how many times faster (above 1) or slower aiter is. Then the sizes, raw and compressed.
//
// A row is a program with `scale = 5`, which CPython runs in 0.1 s or more: what code costs once the JavaScript engine has
// optimised the module. The rows called short are the same with `scale = 1`: there the slow code of the first 10 ms shows.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../tools/cases.mjs';

const here = join(root, 'tests/bench');
const words = process.argv.slice(2);
const at = words.indexOf('--rounds');
const rounds = at < 0 ? 5 : Number(words[at + 1]);
const filters = words.filter((word, i) => !word.startsWith('--') && (at < 0 || i !== at + 1));
const native = join(root, 'build/native/aiter');
const library = join(root, 'dist/index.js');
const cpython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const seed = join(root, 'tests/python/seed/page_program.py');
const SHORT = ['async_for_class', 'async_for_generator', 'await_coroutine', 'dict_and_string', 'fib', 'list_and_comprehension', 'many_tasks', 'sleep_zero'];
const JAVASCRIPT = ['async_for_class', 'async_for_generator', 'await_coroutine'];

/** The milliseconds that a command prints. @param {string} command @param {string[]} args */
function printed(command, args) {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0 && stdout.trim()) return Number(stdout.trim().split('\n').at(-1));
  console.error(`${basename(command)} ${args.map(arg => basename(arg)).join(' ')}: status ${status} ${stderr.split('\n').slice(-2)[0]}`);
  return NaN;
}

/** The milliseconds from starting a command to its first output. @param {string} command @param {string[]} args @returns {Promise<number>} */
function toFirstOutput(command, args) {
  return new Promise(resolve => {
    const begin = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => resolve(performance.now() - begin));
    child.on('close', () => resolve(NaN));
  });
}

/** One Pyodide for all rounds. */
function pyodide() {
  const child = spawn(process.execPath, [join(here, 'in_pyodide.mjs'), '--serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {string} file */
    async run(file) {
      child.stdin.write(file + '\n');
      return Number((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

const warm = pyodide();
/** Place to a way of measuring a file. @type {Record<string, (file: string) => number | Promise<number>>} */
const places = {
  'aiter node': file => (existsSync(library) ? printed(process.execPath, [join(here, 'in_node.mjs'), file]) : NaN),
  'aiter native': file => (existsSync(native) ? printed(native, [file]) : NaN),
  cpython: file => printed(cpython, [file]),
  pyodide: file => warm.run(file),
  javascript: file => {
    const name = basename(file, '.py');
    return JAVASCRIPT.includes(name) ? printed(process.execPath, [join(here, 'javascript.mjs'), name, dirname(file) === here ? '5' : '1']) : NaN;
  },
};
/** The same for the time to first output. @type {typeof places} */
const starts = {
  'aiter node': file => (existsSync(library) ? printed(process.execPath, [join(here, 'in_node.mjs'), '--start', file]) : NaN),
  'aiter native': file => (existsSync(native) ? toFirstOutput(native, [file]) : NaN),
  cpython: file => toFirstOutput(cpython, [file]),
  pyodide: file => printed(process.execPath, [join(here, 'in_pyodide.mjs'), '--start', file]),
  javascript: () => NaN,
};

/** @param {number[]} values */
function median(values) {
  const sorted = values.filter(value => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : NaN;
}

const names = Object.keys(places);
const number = (/** @type {number} */ value) => (Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(13);
const ratio = (/** @type {number} */ value) => (Number.isNaN(value) ? '–' : value.toFixed(2)).padStart(13);

const files = readdirSync(here).filter(name => name.endsWith('.py')).sort();
const shorter = mkdtempSync(join(tmpdir(), 'aiter-bench-'));
process.on('exit', () => rmSync(shorter, { recursive: true }));
for (const name of SHORT) {
  writeFileSync(join(shorter, `${name}.py`), readFileSync(join(here, `${name}.py`), 'utf8').replace(/^scale = 5.*/m, 'scale = 1'));
}
const rows = [
  { name: 'start to first output', file: seed, measures: starts },
  ...files.map(name => ({ name: name.slice(0, -'.py'.length), file: join(here, name), measures: places })),
  ...SHORT.map(name => ({ name: `${name}, short`, file: join(shorter, `${name}.py`), measures: places })),
].filter(row => filters.length === 0 || filters.some(part => row.name.includes(part)));

/** @type {Map<string, Record<string, number[]>>} */
const results = new Map(rows.map(row => [row.name, Object.fromEntries(names.map(name => [name, []]))]));
for (let round = 1; round <= rounds; round++) {
  console.error(`round ${round} of ${rounds}`);
  for (const row of rows) {
    for (const name of names) results.get(row.name)?.[name].push(await row.measures[name](row.file));
  }
}
warm.close();

const version = spawnSync(cpython, ['--version'], { encoding: 'utf8' }).stdout.trim();
console.log(`Medians of ${rounds} rounds, in ms. Node ${process.version}, ${version}, the referee's Pyodide (warm).`);
console.log(`${''.padEnd(30)}${names.map(name => name.padStart(13)).join('')} | node: cpython/  pyodide/  | native: cpython/`);
/** @type {number[]} */ const against = [];
/** @type {number[]} */ const againstShort = [];
for (const [name, measured] of results) {
  const m = Object.fromEntries(names.map(place => [place, median(measured[place])]));
  const times = m.cpython / m['aiter node'];
  if (Number.isFinite(times) && name !== 'start to first output') (name.endsWith('short') ? againstShort : against).push(times);
  console.log(
    name.padEnd(30) + names.map(place => number(m[place])).join('') +
      ' |' + ratio(times) + ratio(m.pyodide / m['aiter node']) + ' |' + ratio(m.cpython / m['aiter native']),
  );
}
for (const [what, values] of /** @type {const} */ ([['programs', against], ['short programs', againstShort]])) {
  if (!values.length) continue;
  const mean = Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
  console.log(`Geometric mean of the ${what}, aiter in Node against native CPython: ${mean.toFixed(2)} times as fast.`);
}

console.log('\nSizes in bytes, raw and brotli:');
/** @param {string} title @param {string[]} paths */
function sizes(title, paths) {
  const present = paths.map(path => join(root, path)).filter(existsSync);
  if (present.length < paths.length) return console.log(`${title.padEnd(44)} not built`);
  const contents = present.map(path => readFileSync(path));
  const raw = contents.reduce((sum, bytes) => sum + bytes.length, 0);
  const small = contents.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
  console.log(`${title.padEnd(44)}${raw.toLocaleString('en').padStart(12)}${small.toLocaleString('en').padStart(12)}`);
}
sizes('dist/aiter.wasm', ['dist/aiter.wasm']);
sizes('dist/aiter.wasm and dist/index.js', ['dist/aiter.wasm', 'dist/index.js']);
sizes('dist/aiter-rest.wasm (loaded when needed)', ['dist/aiter-rest.wasm']);
sizes('dist/aiter-wasi.wasm', ['dist/aiter-wasi.wasm']);
sizes('pyodide: module, glue, library', ['pyodide.asm.wasm', 'pyodide.asm.mjs', 'python_stdlib.zip'].map(name => `node_modules/pyodide/${name}`));
