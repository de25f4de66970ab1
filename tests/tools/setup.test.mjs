// What build.sh does on a machine where something is missing: it installs it when it can, and otherwise says exactly what to
// install. The machines are made up: a PATH of a few links and stubs, and a folder with nothing but the script.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { root } from './cases.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aiter-setup-'));
after(() => rmSync(folder, { recursive: true }));
let machines = 0;

/** @param {string} command */
const find = command => /** @type {string} */ (
  (process.env.PATH ?? '').split(delimiter).map(part => join(part, command)).find(path => existsSync(path))
);

/**
 * Runs build.sh on a machine that has nothing but these commands, each with the shell script that it is.
 * @param {string[]} targets @param {Record<string, string>} stubs
 */
function build(targets, stubs) {
  const machine = join(folder, String(++machines));
  const bin = join(machine, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const name of 'bash cat cut dirname env grep head id ls mkdir node printf rm sed sleep sort tail tr'.split(' ')) {
    if (!(name in stubs)) symlinkSync(find(name), join(bin, name));
  }
  for (const [name, script] of Object.entries(stubs)) writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  copyFileSync(join(root, 'build.sh'), join(machine, 'build.sh'));
  const env = { PATH: bin, BIN: bin, HOME: machine };
  const { stderr, status } = spawnSync(find('bash'), [join(machine, 'build.sh'), ...targets], { encoding: 'utf8', env });
  return { stderr, status, machine };
}
const user = { id: 'echo 1000' };
const superuser = { id: 'echo 0' };

test('who is not root is told the one command that installs everything', () => {
  const { stderr, status } = build(['emscripten', 'wasi', 'sanitize'], { ...user, 'apt-get': 'echo called >&2' });
  assert.equal(status, 1);
  const packages = 'clang clang-14 emscripten libclang-rt-14-dev libclang-rt-14-dev-wasm32 lld-14 wasi-libc';
  assert.equal(
    stderr,
    `Debian packages are missing, and only root can install them. Please run
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}
and then this command again.
`,
  );
});

test('without apt-get each missing program is named', () => {
  for (const who of [user, superuser]) {
    const { stderr, status } = build(['native', 'emscripten'], who);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `These are missing, and there is no apt-get to install them with:
  clang or gcc
  emcc (https://emscripten.org/docs/getting_started/downloads.html)
`,
    );
  }
});

test('root gets what is missing installed, with progress, and then the build begins', () => {
  const { stderr, machine } = build(['emscripten'], {
    ...superuser,
    'apt-get': `echo "$@"; [ "$1" = update ] || { sleep 10.5; printf '#!/bin/bash\\n' >"$BIN/emcc"; /bin/chmod +x "$BIN/emcc"; }`,
  });
  assert.match(stderr, /^Installing emscripten \(once, .*\n {2}… 10 s: install -y --no-install-recommends emscripten\n/);
  assert.match(stderr, /no C sources found\n$/);
  assert.match(readFileSync(join(machine, 'build/apt.log'), 'utf8'), /^update\ninstall /);
});

test('an installation that fails shows its end and where all of it is', () => {
  const { stderr, status } = build(['emscripten'], { ...superuser, 'apt-get': 'echo "E: Unable to locate package"; exit 100' });
  assert.equal(status, 1);
  assert.match(stderr, /E: Unable to locate package\nbuild\.sh: apt-get failed; the whole log is in build\/apt\.log\n$/);
});

test('an installation that does not bring it says what is still missing', () => {
  const { stderr, status } = build(['emscripten'], { ...superuser, 'apt-get': 'exit 0' });
  assert.equal(status, 1);
  assert.match(stderr, /build\.sh: still missing after the installation: emcc \(https:.*\); what was done is in build\/apt\.log\n$/);
});

test('an emcc on PATH is used as it is', () => {
  const { stderr } = build(['emscripten'], { ...user, emcc: 'exit 0' });
  assert.match(stderr, /no C sources found\n$/);
});

test('a Node that is too old, or none, is told', () => {
  const old = build(['emscripten'], { ...user, emcc: '', node: 'case $1 in -p) echo false ;; -v) echo v18.19.0 ;; esac' });
  assert.deepEqual([old.status, old.stderr], [1, 'build.sh: Node 20 or newer is needed (https://nodejs.org/en/download), and this is v18.19.0\n']);
});

test('npm packages that cannot be installed are told before anything is compiled', () => {
  const { stderr, status } = build(['emscripten', 'web'], { ...user, emcc: '', npm: 'echo "npm error network" >&2; exit 1' });
  assert.equal(status, 1);
  assert.match(stderr, /^Installing npm packages .*\nnpm error network\nbuild\.sh: the npm packages could not be installed/);
});
