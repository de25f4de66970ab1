// A thread that runs cases through the library, as a Node program would: one engine for each, many in one process.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { loadAiter } = await import(pathToFileURL(workerData.artefact).href);

port.on('message', async ({ file, filename, args, virtual, stdin }) => {
  const answer = { stdout: '', stderr: '', status: -1 };
  try {
    const py = await loadAiter({
      stdin,
      stdout: (/** @type {string} */ text) => (answer.stdout += text),
      stderr: (/** @type {string} */ text) => (answer.stderr += text),
      virtualTime: virtual,
    });
    const { status } = await py.runProgram(readFileSync(file), { filename, args });
    answer.status = status;
    await py.close?.();
    port.postMessage(answer);
  } catch (error) {
    port.postMessage({ failure: `${answer.stdout}${answer.stderr}${/** @type {Error} */ (error)?.stack ?? error}` });
  }
});
port.postMessage({ ready: true });
