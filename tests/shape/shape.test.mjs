// The shape of the source tree: the map names what is there, includes follow the arrows of the rooms, C has no mutable
// globals, every file says what it is for, and no expectation is left without its program.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { findCases, root } from '../tools/cases.mjs';

/**
 * What each room may include, besides itself (src/README.md explains it). `headers` marks the rooms that show mod only
 * their headers.
 * @type {Record<string, string[]>}
 */
const ARROWS = {
  base: [],
  text: ['base'],
  tree: ['base', 'text'],
  obj: ['base'],
  code: ['base', 'text', 'tree', 'obj'],
  vm: ['base', 'obj', 'code'],
  loop: ['base', 'obj', 'vm'],
  mod: ['base', 'obj', 'vm', 'loop'],
  host: ['base', 'text', 'tree', 'obj', 'code', 'vm', 'loop', 'mod'],
};
const rooms = Object.keys(ARROWS);

/** Every file under a folder. @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const src = join(root, 'src');
const sources = filesUnder(src);
const cFiles = [...sources, ...filesUnder(join(root, 'wasm')), ...filesUnder(join(root, 'tests/unit'))].filter(f => /\.[ch]$/.test(f));
const short = (/** @type {string} */ path) => relative(root, path);

test('src/README.md names every room and every file of src, and nothing that is not there', () => {
  const map = readFileSync(join(src, 'README.md'), 'utf8');
  // Paths in back quotes: `src/obj/`, `obj/list.c`, `list.c` within the part of a room, `list.h/.c`.
  const named = new Set([...map.matchAll(/`([\w./-]+)`/g)].map(match => match[1].replace(/^src\//, '')));
  const unnamed = [];
  for (const file of sources) {
    const path = relative(src, file);
    if (path === 'README.md') continue;
    const name = /** @type {string} */ (path.split('/').at(-1));
    const stem = name.replace(/\.[^.]*$/, '');
    if (![path, name, stem, `${path.slice(0, -name.length)}${stem}`].some(form => named.has(form))) unnamed.push(path);
  }
  for (const room of readdirSync(src)) {
    if (statSync(join(src, room)).isDirectory() && !named.has(`${room}/`)) unnamed.push(`${room}/`);
  }
  assert.deepEqual(unnamed, [], 'in src but not in src/README.md');
  const files = new Set(sources.flatMap(file => [relative(src, file), relative(src, file).split('/').at(-1)]));
  const absent = [...named].filter(name => /\.(c|h|def|py|mjs)$/.test(name)).filter(name => !files.has(name) && !existsSync(join(root, name)));
  assert.deepEqual(absent, [], 'in src/README.md but not there');
});

test('no #include runs against the arrows', () => {
  const wrong = [];
  for (const file of cFiles.filter(f => f.startsWith(src + '/'))) {
    const room = relative(src, file).split('/')[0];
    for (const [, included] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
      const near = resolve(dirname(file), included);
      const target = existsSync(near) ? relative(src, near).split('/')[0] : included.split('/')[0];
      if (target === room || !rooms.includes(target)) continue;
      if (!ARROWS[room]?.includes(target)) wrong.push(`${short(file)} includes ${included}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('wasm/ reaches the engine only through src/host/aiter.h and src/base/host.h', () => {
  const wrong = [];
  for (const file of filesUnder(join(root, 'wasm')).filter(f => /\.[ch]$/.test(f))) {
    for (const [, included] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
      if (rooms.includes(included.split('/')[0]) && !['host/aiter.h', 'base/host.h'].includes(included)) {
        wrong.push(`${short(file)} includes ${included}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('every C file opens with a comment that says what it is for', () => {
  const silent = cFiles.filter(file => !/^\s*\/[/*]/.test(readFileSync(file, 'utf8')));
  assert.deepEqual(silent.map(short), []);
});

test('the engine has no mutable globals', t => {
  const objects = filesUnder(join(root, 'build/native/obj/src')).filter(f => f.endsWith('.o'));
  if (objects.length === 0) {
    assert.ok(!process.env.CI, 'build/native is not there');
    return t.skip('build/native is not there: ./build.sh native');
  }
  const { stdout, status } = spawnSync('objdump', ['-t', ...objects], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, 'objdump');
  const mutable = [];
  let object = '';
  for (const line of stdout.split('\n')) {
    object = /^(.*\.o): +file format/.exec(line)?.[1] ?? object;
    // address, flags (O: an object), section, size, name. Tables of pointers sit in .data.rel.ro, which is constant.
    const symbol = /^[0-9a-f]+ .{6}O (\S+)\s+[0-9a-f]+ (.*)$/.exec(line);
    if (symbol && /^(\.t?data$|\.t?bss$|\.data\.(?!rel\.ro)|\.bss\.|\*COM\*)/.test(symbol[1])) mutable.push(`${short(object)}: ${symbol[2]}`);
  }
  assert.deepEqual(mutable, []);
});

test('every expectation has its program, and no program shadows a module', () => {
  const cases = findCases();
  const programs = new Set(cases.map(c => c.file));
  const orphans = ['tests/python', 'tests/differences']
    .flatMap(folder => filesUnder(join(root, folder)))
    .filter(file => /\.(out|err|status|in)$/.test(file) && !programs.has(file.replace(/\.\w+$/, '.py')));
  assert.deepEqual(orphans.map(short), []);
  // sys.path[0] is the folder of the program: a case called re.py would be imported by its neighbours.
  const modules = new Set('abc ast asyncio builtins collections copy dataclasses datetime decimal enum errno fractions functools gc heapq inspect io itertools json keyword linecache logging math operator os queue random re selectors signal socket string struct sys textwrap threading time token tokenize traceback types typing warnings weakref'.split(' '));
  assert.deepEqual(cases.map(c => c.name).filter(name => modules.has(name.slice(0, -'.py'.length))), []);
});

test('every difference says why', () => {
  const silent = findCases().filter(c => c.area === 'differences' && !c.reasonGiven);
  assert.deepEqual(silent.map(c => c.id), [], 'a line "# by-hand: reason" is missing');
});

test('the lock file names no download addresses', () => {
  assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved"/);
});
