// A thread that runs cases under node:wasi. The three streams are files, since node:wasi takes file descriptors.

import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import { parentPort, threadId, workerData } from 'node:worker_threads';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const module = await WebAssembly.compile(readFileSync(workerData.artefact));
const path = (/** @type {string} */ name) => join(workerData.scratch, `${threadId}-${name}`);

/**
 * The functions of node:wasi, each behind a JavaScript function. Node 20 calls them by a fast path of V8 that keeps the old
 * address of a memory that has grown: after some hundred megabytes the process itself breaks.
 * @param {WASI} wasi
 */
function importsOf(wasi) {
  const imports = /** @type {any} */ (wasi.getImportObject());
  for (const [name, f] of Object.entries(imports.wasi_snapshot_preview1)) {
    imports.wasi_snapshot_preview1[name] = (/** @type {any[]} */ ...args) => f(...args);
  }
  return imports;
}

port.on('message', async ({ folder, filename, args, virtual, stdin }) => {
  writeFileSync(path('stdin'), stdin);
  const fds = [openSync(path('stdin'), 'r'), openSync(path('stdout'), 'w'), openSync(path('stderr'), 'w')];
  try {
    const wasi = new WASI({
      version: 'preview1',
      args: ['aiter', ...(virtual ? ['--virtual-time'] : []), filename, ...args],
      preopens: { '.': folder },
      stdin: fds[0],
      stdout: fds[1],
      stderr: fds[2],
      returnOnExit: true,
    });
    const instance = await WebAssembly.instantiate(module, importsOf(wasi));
    const status = wasi.start(instance);
    port.postMessage({ stdout: readFileSync(path('stdout'), 'utf8'), stderr: readFileSync(path('stderr'), 'utf8'), status });
  } catch (error) {
    const printed = readFileSync(path('stdout'), 'utf8') + readFileSync(path('stderr'), 'utf8');
    port.postMessage({ failure: `${printed}${/** @type {Error} */ (error)?.stack ?? error}` });
  } finally {
    fds.forEach(fd => closeSync(fd));
  }
});
port.postMessage({ ready: true });
