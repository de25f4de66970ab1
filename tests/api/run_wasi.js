// node run_wasi.js MODULE ARGS…: runs a WASI command under node:wasi, in the current folder, with this process' streams.

import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';

const [module, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: ['aiter', ...args], preopens: { '.': '.' }, returnOnExit: true });
// Each function behind one of JavaScript: Node 20 calls its own by a fast path of V8 that keeps the old address of a memory
// that has grown, and after some hundred megabytes the process itself breaks.
const imports = /** @type {any} */ (wasi.getImportObject());
for (const [name, f] of Object.entries(imports.wasi_snapshot_preview1)) {
  imports.wasi_snapshot_preview1[name] = (/** @type {any[]} */ ...args) => f(...args);
}
const compiled = await WebAssembly.compile(readFileSync(module));
process.exitCode = wasi.start(await WebAssembly.instantiate(compiled, imports));
