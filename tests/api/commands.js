// The command in its three builds, as the words that start it. With CI=true each has to be there.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dist, root } from './library.js';

const wasiRunner = fileURLToPath(new URL('run_wasi.js', import.meta.url));

/** @type {Record<string, string[]>} */
const builds = {
  native: [process.env.AITER_NATIVE ?? `${root}build/native/aiter`],
  node: [process.execPath, `${dist}/cli.js`],
  wasi: [process.execPath, '--no-warnings', wasiRunner, `${dist}/aiter-wasi.wasm`],
};

for (const [name, command] of Object.entries(builds)) {
  const artefact = /** @type {string} */ (command.at(-1));
  if (existsSync(artefact)) continue;
  if (process.env.CI === 'true') throw new Error(`${artefact} is not there`);
  console.log(`the ${name} command is not tested: ${artefact} is not there (./build.sh)`);
  delete builds[name];
}

export const commands = builds;
