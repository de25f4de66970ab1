// npm test [-- part of a test file's path…]: sets up, builds every target, then runs every *.test.mjs under tests/ with
// Node's test runner, one file after the other (figures are measured in some, and there are two cores).

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './cases.mjs';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, signal } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? (signal ? 1 : 2));
}

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.test.mjs') || entry.name.endsWith('.test.js') ? [relative(root, path)] : [];
  });
}

const filters = process.argv.slice(2);
const files = testFiles(join(root, 'tests')).sort().filter(file => filters.length === 0 || filters.some(part => file.includes(part)));
if (files.length === 0) {
  console.error(`no test file has ${filters.join(' or ')} in its path`);
  process.exit(2);
}
console.log('== tools and builds');
run('bash', ['./build.sh', 'browsers', 'all']);
console.log(`== ${files.length} test files`);
// Node 20 reports TAP when its output is no terminal; people read both.
run(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files]);
