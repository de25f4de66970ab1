// Runs a tool of Binaryen: one on PATH, or where an emsdk keeps it, beside the folder of emcc.

import { spawnSync } from 'node:child_process';
import { accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What our modules use beyond the first WebAssembly. */
export const FEATURES = ['--enable-bulk-memory', '--enable-mutable-globals'];

/** @param {string} name */
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
export function runBinaryen(name, args) {
  const { status, stderr, error } = spawnSync(find(name), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed: ${error ?? stderr}`);
}
