// node wasm/emscripten/split.mjs FOLDER: divides FOLDER/whole.wasm into aiter.wasm and aiter-rest.wasm (called by build.sh).
//
// aiter.wasm holds what all programs need, and those of tests/python/seed; the functions that rest.txt names are in aiter-rest.wasm, a module that shares
// memory and table with it. Binaryen's wasm-split does the work; in the place of each function stands a stub that loads the
// rest (stubs.mjs, web/rest.js). Constants go with the functions that use them (data.mjs). Custom sections: "stubs" of aiter.wasm
// has a bit for each place of the table, set where a stub is; "library" of aiter-rest.wasm is the part of the Python library
// that aiter.wasm does not hold (src/lib/embed.mjs).

import { spawnSync } from 'node:child_process';
import { accessSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { divideData } from './data.mjs';
import { customSection, functionNames, plainName } from './module.mjs';
import { bitmap, callByTable } from './stubs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
const FEATURES = ['--enable-bulk-memory', '--enable-mutable-globals'];

/** A tool of Binaryen: on PATH, or where an emsdk keeps it, beside the folder of emcc. @param {string} name */
function find(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of [...folders.map(each => join(each, name)), ...folders.map(each => join(each, '../bin', name))]) {
    try {
      accessSync(path);
      return path;
    } catch {
      // Not there.
    }
  }
  throw new Error(`${name} is not on PATH: it comes with Emscripten (Debian's package binaryen)`);
}

/** @param {string} name @param {string[]} args */
function run(name, args) {
  const { status, stderr, error } = spawnSync(find(name), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed: ${error ?? stderr}`);
}

const whole = join(folder, 'whole.wasm');
const cold = new Set(readFileSync(join(here, 'rest.txt'), 'utf8').split('\n').filter(line => line && !line.startsWith('#')));
const moved = [...functionNames(readFileSync(whole)).values()].filter(name => cold.has(plainName(name)));
writeFileSync(join(folder, 'moved.txt'), moved.join('\n'));
const [first, rest] = ['first.wasm', 'rest.wasm'].map(name => join(folder, name));
run('wasm-split', [...FEATURES, whole, '-o1', first, '-o2', rest, `--split-funcs=@${join(folder, 'moved.txt')}`]);
const texts = [first, rest].map(path => {
  run('wasm-dis', [path, '-o', `${path}.wat`]);
  return readFileSync(`${path}.wat`, 'utf8');
});
const modules = callByTable(texts[0], texts[1]);
for (const [path, text] of [[first, modules.first], [rest, modules.rest]]) {
  writeFileSync(`${path}.wat`, text);
  run('wasm-as', [...FEATURES, `${path}.wat`, '-o', path]);
}
for (const [from, to] of [[first, 'aiter.wasm'], [rest, 'aiter-rest.wasm']]) {
  run('wasm-opt', [...FEATURES, '--strip-debug', '--strip-producers', from, '-o', join(folder, to)]);
}
const [aiter, aiterRest] = ['aiter.wasm', 'aiter-rest.wasm'].map(name => join(folder, name));
const divided = divideData(readFileSync(aiter), readFileSync(aiterRest), readFileSync(join(folder, 'whole.map'), 'utf8'));
writeFileSync(aiter, Buffer.concat([divided.first, customSection('stubs', bitmap(modules.slots))]));
const library = readFileSync(join(folder, '../gen/library_rest.txt'));
writeFileSync(aiterRest, Buffer.concat([divided.rest, customSection('library', library)]));
