// The cases: finds them, reads their directives, their input and what is expected of them.
//
// A case is tests/python/<area>/<behaviour>.py. Beside it stand <behaviour>.out (standard output) and, where there is
// something to say, .err (standard error), .status (exit status), .in (standard input). Directives are comments before
// the first line of code:
//   # args: one two            what follows the file on the command line
//   # virtual-time: no         sleeps take their time
//   # not-on: wasi, because …  places where the case makes no sense, and why
//   # by-hand: because …       the expectation is ours, not recorded (all of tests/differences is)

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{stdout: string, stderr: string, status: number}} Outcome
 * @typedef {object} Case
 * @property {string} file    absolute path of the program
 * @property {string} folder  where it runs
 * @property {string} name    the file's name, as the program sees it
 * @property {string} id      area/behaviour
 * @property {string} area
 * @property {string[]} args
 * @property {boolean} virtual
 * @property {Map<string, string>} notOn  place to reason
 * @property {string} byHand  why the expectation is not recorded, or ''
 * @property {boolean} reasonGiven  there is a by-hand directive
 */

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folders = ['tests/python', 'tests/differences'].map(folder => join(root, folder));

/** Every program under a folder, sorted. @param {string} folder @returns {string[]} */
function programs(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return programs(path);
      return entry.name.endsWith('.py') ? [path] : [];
    });
}

/** The directives at the top of a program. @param {string} text @returns {[string, string][]} */
function directives(text) {
  const found = /** @type {[string, string][]} */ ([]);
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    const match = /^# ([a-z-]+): *(.*)$/.exec(line);
    if (match) found.push([match[1], match[2].trim()]);
  }
  return found;
}

/** @param {string} file @returns {Case} */
export function readCase(file) {
  const folder = dirname(file);
  const top = folders.find(candidate => file.startsWith(candidate + '/')) ?? folder;
  const id = relative(top, file).slice(0, -'.py'.length);
  /** @type {Case} */
  const found = {
    file,
    folder,
    name: basename(file),
    id: top === folders[1] ? `differences/${id}` : id,
    area: top === folders[1] ? 'differences' : id.split('/')[0],
    args: [],
    virtual: true,
    notOn: new Map(),
    byHand: top === folders[1] ? 'a difference' : '',
    reasonGiven: false,
  };
  for (const [key, value] of directives(readFileSync(file, 'latin1'))) {
    if (key === 'args') found.args = value.split(/ +/);
    else if (key === 'virtual-time') found.virtual = value !== 'no';
    else if (key === 'not-on') found.notOn.set(value.split(/[ ,]/)[0], value);
    else if (key === 'by-hand' && value) Object.assign(found, { byHand: value, reasonGiven: true });
  }
  return found;
}

/**
 * The cases whose path or id holds one of the filters (all without filters).
 * @param {string[]} [filters]
 */
export function findCases(filters = []) {
  const wanted = filters.map(filter => (existsSync(filter) ? resolve(filter) : filter));
  return folders
    .flatMap(programs)
    .filter(file => wanted.length === 0 || wanted.some(filter => file.includes(filter)))
    .map(readCase);
}

/** A file that stands beside a case. @param {Case} c @param {string} extension */
export const beside = (c, extension) => c.file.replace(/\.py$/, extension);

/** @param {Case} c @param {string} extension */
function read(c, extension) {
  const path = beside(c, extension);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** @param {Case} c */
export const readInput = c => read(c, '.in');

/** @param {Case} c */
export const isRecorded = c => existsSync(beside(c, '.out'));

/** @param {Case} c @returns {Outcome} */
export function readExpected(c) {
  return { stdout: read(c, '.out'), stderr: read(c, '.err'), status: Number(read(c, '.status') || 0) };
}

/** @param {Case} c @param {Outcome} outcome */
export function writeExpected(c, { stdout, stderr, status }) {
  writeFileSync(beside(c, '.out'), stdout);
  for (const [extension, text] of [['.err', stderr], ['.status', status ? `${status}\n` : '']]) {
    if (text) writeFileSync(beside(c, extension), text);
    else rmSync(beside(c, extension), { force: true });
  }
}
