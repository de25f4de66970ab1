// node in_node.mjs FILE: runs a benchmark in aiter through the library; it prints its own milliseconds.
// node in_node.mjs --start FILE: prints the milliseconds from calling loadAiter() to the program's first output.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const starting = process.argv[2] === '--start';
const source = readFileSync(/** @type {string} */ (process.argv.at(-1)), 'utf8');
const library = pathToFileURL(process.env.AITER_DIST ?? resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/index.js')).href;
const { loadAiter } = await import(library);

const begin = performance.now();
/** @type {number | undefined} */
let first;
const py = await loadAiter({
  stdout: (/** @type {string} */ text) => {
    first ??= performance.now() - begin;
    if (!starting) process.stdout.write(text);
  },
  stderr: (/** @type {string} */ text) => process.stderr.write(text),
});
const { status } = await py.runProgram(source, { filename: 'bench.py' });
if (starting) console.log(first);
process.exit(status);
