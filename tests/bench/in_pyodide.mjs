// node in_pyodide.mjs --start FILE: milliseconds from loadPyodide() to the first output.
// node in_pyodide.mjs --serve: reads file names from standard input and answers each with its milliseconds; the
// interpreter stays, so its figures are those of a warm one. asyncio.run() needs a newer Node there: main() is awaited.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadPyodide } from 'pyodide';

const begin = performance.now();
let printed = '';
/** @type {number | undefined} */
let first;
const py = await loadPyodide({
  stdout: text => {
    first ??= performance.now() - begin;
    printed = text;
  },
});
/** @param {string} file */
async function run(file) {
  const source = readFileSync(file, 'utf8').replace('asyncio.run(main())', 'await main()');
  const globals = py.toPy({ __name__: '__main__' });
  await py.runPythonAsync(source, { globals });
  globals.destroy();
}
if (process.argv[2] === '--start') {
  await run(process.argv[3]);
  console.log(first);
  process.exit(0);
}
for await (const file of createInterface({ input: process.stdin })) {
  await run(file);
  console.log(printed);
}
