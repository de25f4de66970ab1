// node wasm/emscripten/split.mjs FOLDER: divides FOLDER/whole.wasm into aiter.wasm and aiter-rest.wasm (called by build.sh).
//
// aiter.wasm holds what all programs need, and those of tests/python/seed; the functions that rest.txt names are in aiter-rest.wasm, a module that shares
// memory and table with it. Binaryen's wasm-split does the work; in the place of each function stands a stub that loads the
// rest (stubs.mjs, web/rest.js). Constants go with the functions that use them (data.mjs). Custom sections: "stubs" of aiter.wasm
// has a bit for each place of the table, set where a stub is; "library" of aiter-rest.wasm is the part of the Python library
// that aiter.wasm does not hold (src/lib/embed.mjs).

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FEATURES, runBinaryen } from './binaryen.mjs';
import { divideData } from './data.mjs';
import { customSection, functionNames, plainName } from './module.mjs';
import { bitmap, callByTable } from './stubs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];

const whole = join(folder, 'whole.wasm');
const cold = new Set(readFileSync(join(here, 'rest.txt'), 'utf8').split('\n').filter(line => line && !line.startsWith('#')));
const moved = [...functionNames(readFileSync(whole)).values()].filter(name => cold.has(plainName(name)));
writeFileSync(join(folder, 'moved.txt'), moved.join('\n'));
const [first, rest] = ['first.wasm', 'rest.wasm'].map(name => join(folder, name));
runBinaryen('wasm-split', [...FEATURES, whole, '-o1', first, '-o2', rest, `--split-funcs=@${join(folder, 'moved.txt')}`]);
const texts = [first, rest].map(path => {
  runBinaryen('wasm-dis', [path, '-o', `${path}.wat`]);
  return readFileSync(`${path}.wat`, 'utf8');
});
const modules = callByTable(texts[0], texts[1]);
for (const [path, text] of [[first, modules.first], [rest, modules.rest]]) {
  writeFileSync(`${path}.wat`, text);
  runBinaryen('wasm-as', [...FEATURES, `${path}.wat`, '-o', path]);
}
for (const [from, to] of [[first, 'aiter.wasm'], [rest, 'aiter-rest.wasm']]) {
  runBinaryen('wasm-opt', [...FEATURES, '--strip-debug', '--strip-producers', from, '-o', join(folder, to)]);
}
const [aiter, aiterRest] = ['aiter.wasm', 'aiter-rest.wasm'].map(name => join(folder, name));
const divided = divideData(readFileSync(aiter), readFileSync(aiterRest), readFileSync(join(folder, 'whole.map'), 'utf8'));
writeFileSync(aiter, Buffer.concat([divided.first, customSection('stubs', bitmap(modules.slots))]));
const library = readFileSync(join(folder, '../gen/library_rest.txt'));
writeFileSync(aiterRest, Buffer.concat([divided.rest, customSection('library', library)]));
