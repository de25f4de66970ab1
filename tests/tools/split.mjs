// npm run split: decides anew which functions are part of aiter.wasm and which of aiter-rest.wasm, and writes the latter into
// wasm/emscripten/rest.txt. Programs of tests/python run in an instrumented module that notes which functions are called;
// those that belong to what aiter is for have to run without the rest. To be done when functions have come or gone, or when
// the first module has grown; what rest.txt does not name stays in the first.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FEATURES, runBinaryen } from '../../wasm/emscripten/binaryen.mjs';
import { customSection, functionNames, plainName } from '../../wasm/emscripten/module.mjs';
import { findCases, readInput, root } from './cases.mjs';

/**
 * Of how many programs of an area must call a function, so that it is in the first module. Natives, which Python calls, may well
 * be in the rest: the program waits for them. For others the page does (web/rest.js).
 */
const NEEDED_BY = {
  seed: { native: 1, other: 1 },
  docs: { native: 6, other: 2 },
  primer: { native: 8, other: 5 },
  asyncio: { native: 24, other: 8 },
};

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}`);
}

run('bash', ['build.sh', 'emscripten', 'web']);
const folder = join(root, 'build/emscripten');
const [whole, instrumented] = ['whole.wasm', 'instrumented.wasm'].map(name => join(folder, name));
runBinaryen('wasm-split', [...FEATURES, '--instrument', whole, '-o', instrumented]);

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
// The library alone, without functions: the module has them all.
const library = customSection('library', readFileSync(join(root, 'build/gen/library_rest.txt')));
const rest = new WebAssembly.Module(Buffer.concat([Buffer.from(HEADER), library]));
const wasm = new WebAssembly.Module(readFileSync(instrumented));

const names = functionNames(readFileSync(whole));
const imported = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(whole))).filter(({ kind }) => kind === 'function').length;

/** Functions that Python calls. @type {Set<string>} */
const natives = new Set();
/** The exports of the instance made last. @type {any} */
let exports;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {WebAssembly.Module} */ module, /** @type {any} */ imports) => {
    imports.env.has_function = (/** @type {number} */ slot) => {
      // The name of a function that WebAssembly exports is its index.
      natives.add(plainName(names.get(Number(exports.__indirect_function_table.get(slot).name)) ?? ''));
      return 1;
    };
    const instance = await instantiate(module, imports);
    exports = instance.exports;
    return instance;
  }
);
const { loadAiter } = await import(pathToFileURL(join(root, 'dist/index.js')).href);

/**
 * What any program may come to, beside what the cases do: every kind of value and an exception that go to JavaScript, and being
 * stopped. The first two need the rest, and there is none.
 */
const ENDS = [
  'import fractions',
  'a = = 1',
  'while True: pass',
  'import time; time.sleep(10)',
"[None, True, 1, 10**20, 0.5, 'text', b'bytes', (1,), {'a': {2}}, object()]",
  '1 + 2 * 3 - 4 / 5, 7 // 2, 7 % 2, -1, 2 ** 10, 0.1 + 0.2, "a" + "b" * 3, not 1 < 2',
  'raise ValueError(1)',
  'await missing',
];

/** The functions that a case calls. @param {import('./cases.mjs').Case} c @returns {Promise<Set<string>>} */
async function called(c) {
  const py = await loadAiter({ wasm, rest, stdin: readInput(c).toString(), stdout() {}, stderr() {}, virtualTime: true });
  await py.runProgram(readFileSync(c.file), { filename: c.name, args: c.args });
  return profile();
}

/** The same for ENDS. */
async function calledAtEnds() {
  const py = await loadAiter({ wasm, rest: '/no/such/aiter-rest.wasm', stdout() {}, stderr() {} });
  for (const code of ENDS) await py.runPythonAsync(code, { timeout: 100 }).catch(() => {});
  for (const code of ENDS) await py.runProgram(code, { timeout: 100 });
  return profile();
}

/** The functions that the last instance has called. @returns {Set<string>} */
function profile() {
  // After a hash of 8 bytes a number for each function: 0, or when it was first called.
  const size = exports.__write_profile(0, 0);
  const at = exports.alloc(size);
  exports.__write_profile(at, size);
  const times = new Uint32Array(exports.memory.buffer.slice(at + 8, at + size));
  return new Set([...times.keys()].filter(i => times[i]).map(i => plainName(names.get(imported + i) ?? '')));
}

const first = await calledAtEnds();
for (const [area, least] of Object.entries(NEEDED_BY)) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const cases = findCases().filter(c => c.area === area);
  for (const c of cases) for (const name of await called(c)) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) if (count >= (natives.has(name) ? least.native : least.other)) first.add(name);
  console.log(`${area}: ${cases.length} programs, ${first.size} functions up to here`);
}
const others = [...new Set([...names.values()].map(plainName))].filter(name => !first.has(name)).sort();
const head = '# The functions of aiter-rest.wasm (see split.mjs), one a line. Written by `npm run split`.\n';
writeFileSync(join(root, 'wasm/emscripten/rest.txt'), head + others.join('\n') + '\n');
run('bash', ['build.sh', 'emscripten']);
console.log(`${others.length} functions in the rest; npm run bench shows the sizes`);
