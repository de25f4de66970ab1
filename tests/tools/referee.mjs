// The referee: runs a case in CPython 3.14 as `python3 FILE` would, and answers what it printed, masked.
// The interpreter is the npm package pyodide, several in parallel, each in a thread (referee_worker.mjs).

import { readFileSync } from 'node:fs';
import { readInput } from './cases.mjs';
import { maskOutcome } from './mask.mjs';
import { Pool } from './pool.mjs';

/** A deep stack, so that it is CPython's own limit that a recursion meets, and not the JavaScript engine's. */
const options = { resourceLimits: { stackSizeMb: 200, maxOldGenerationSizeMb: 4096 } };

export class Referee {
  constructor(size = 2) {
    this.pool = new Pool(new URL('./referee_worker.mjs', import.meta.url), { size, options });
  }

  /** @param {import('./cases.mjs').Case} c @returns {Promise<import('./cases.mjs').Outcome>} */
  async run(c) {
    const { name, args, virtual } = c;
    const answer = await this.pool.run({ name, args, virtual, source: readFileSync(c.file), stdin: readInput(c) });
    if (answer.failure) throw new Error(`${c.id}: the referee failed: ${answer.failure}`);
    return maskOutcome(answer, '/case');
  }

  close() {
    return this.pool.close();
  }
}
