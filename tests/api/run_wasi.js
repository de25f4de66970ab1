// node run_wasi.js MODULE ARGS…: runs a WASI command under node:wasi, in the current folder, with this process' streams.

import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';

const [module, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: ['aiter', ...args], preopens: { '.': '.' }, returnOnExit: true });
const compiled = await WebAssembly.compile(readFileSync(module));
process.exitCode = wasi.start(await WebAssembly.instantiate(compiled, /** @type {any} */ (wasi.getImportObject())));
