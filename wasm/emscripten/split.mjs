// node wasm/emscripten/split.mjs FOLDER: divides FOLDER/whole.wasm into aiter.wasm and aiter-rest.wasm (called by build.sh).
//
// aiter.wasm holds what most programs need; the functions that rest.txt names are in aiter-rest.wasm, a module that shares
// memory and table with it. Binaryen's wasm-split does the work: in the place of each it puts an import
// `placeholder.<slot of the table>`, which web/rest.js answers by loading the rest. The custom section "library" of
// aiter-rest.wasm is the part of the Python library that aiter.wasm does not hold (src/lib/embed.mjs).

import { spawnSync } from 'node:child_process';
import { accessSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** An unsigned number as LEB128. @param {number} n */
function leb(n) {
  const bytes = [];
  do {
    bytes.push((n & 127) | (n > 127 ? 128 : 0));
    n >>>= 7;
  } while (n);
  return bytes;
}

/** The names of a module's functions, by its name section. @param {Buffer} wasm @returns {Set<string>} */
function functionNames(wasm) {
  const names = new Set();
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const text = () => {
    const length = number();
    return wasm.toString('utf8', at, (at += length));
  };
  while (at < wasm.length) {
    const id = wasm[at++];
    const end = number() + at;
    if (id === 0 && text() === 'name') {
      while (at < end) {
        const kind = wasm[at++];
        const next = number() + at;
        if (kind === 1) {
          for (let count = number(); count > 0; count--) {
            number();
            names.add(text());
          }
        }
        at = next;
      }
    }
    at = end;
  }
  return names;
}

const whole = join(folder, 'whole.wasm');
/** Names without the number by which the linker tells static functions of one name apart: they stay or go together. */
const cold = new Set(readFileSync(join(here, 'rest.txt'), 'utf8').split('\n').filter(line => line && !line.startsWith('#')));
const moved = [...functionNames(readFileSync(whole))].filter(name => cold.has(name.replace(/\.\d+$/, '')));
writeFileSync(join(folder, 'moved.txt'), moved.join('\n'));
const [first, rest] = ['first.wasm', 'rest.wasm'].map(name => join(folder, name));
run('wasm-split', [...FEATURES, whole, '-o1', first, '-o2', rest, `--split-funcs=@${join(folder, 'moved.txt')}`]);
for (const [from, to] of [[first, 'aiter.wasm'], [rest, 'aiter-rest.wasm']]) {
  run('wasm-opt', [...FEATURES, '--strip-debug', '--strip-producers', from, '-o', join(folder, to)]);
}
const library = readFileSync(join(folder, '../gen/library_rest.txt'));
const section = Buffer.concat([Buffer.from([7]), Buffer.from('library'), library]);
const path = join(folder, 'aiter-rest.wasm');
writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([0, ...leb(section.length)]), section]));
