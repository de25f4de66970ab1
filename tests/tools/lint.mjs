// npm run lint: types of the JavaScript (tsc over JSDoc), and syntax of every script.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cases.mjs';

const tsc = join(root, 'node_modules/typescript/bin/tsc');
const projects = ['web/tsconfig.json', 'tests/tools/tsconfig.json'].filter(path => existsSync(join(root, path)));
let failed = false;
for (const project of projects) {
  const { status } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', join(root, project)], { stdio: 'inherit' });
  console.log(`${project}: ${status === 0 ? 'fine' : 'errors'}`);
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
