// One CPython 3.14 in a worker thread. It runs case after case, and before each it puts the whole memory of the
// interpreter back to what it was after start-up, so that no case can see another.
// Enters: {name, source, args, stdin, virtual}. Leaves: {stdout, stderr, status} or {failure}.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const here = dirname(fileURLToPath(import.meta.url));

const py = await loadPyodide({ stdout: () => {}, stderr: () => {} });
const C = /** @type {any} */ (py)._module;
const FS = /** @type {any} */ (py).FS;

FS.mkdir('/referee');
FS.writeFile('/referee/referee.py', readFileSync(join(here, 'referee.py')));
// Compiled under a name that the mask knows, so that its few frames in tracebacks are dropped.
py.runPython(`
import sys, types
referee = types.ModuleType("referee")
exec(compile(open("/referee/referee.py").read(), "<referee>", "exec"), referee.__dict__)
sys.modules["referee"] = referee
referee.install()
`);
const harness = py.pyimport('referee');
const { prepare, status, leave, collect } = harness;
const harnessAddress = py.runPython('id(referee)');
const modulesAddress = py.runPython('import sys; id(sys.modules)');

/** A NUL-terminated C string that lives as long as the interpreter. @param {string} text */
function cString(text) {
  const bytes = Buffer.from(text + '\0');
  const address = C._malloc(bytes.length);
  C.HEAPU8.set(bytes, address);
  return address;
}
const ERROR = cString('error');
const MAIN = cString('__main__');

const stack = C.stackSave();
const pristine = C.HEAPU8.slice();

/** Puts memory back; what grew since start-up is cleared, as fresh memory is. */
function restore() {
  C.HEAPU8.set(pristine);
  C.HEAPU8.fill(0, pristine.length);
  C.stackRestore(stack);
}

/** Empties the folder of the cases. */
function cleanFiles() {
  FS.chdir('/');
  for (const name of FS.readdir('/case')) if (name !== '.' && name !== '..') FS.unlink('/case/' + name);
}

/** @param {{name: string, source: Uint8Array, args: string[], stdin: string, virtual: boolean}} request */
function runCase({ name, source, args, stdin, virtual }) {
  restore();
  cleanFiles();
  FS.writeFile('/case/' + name, source);
  const answer = prepare(JSON.stringify({ name, args, stdin, virtual }));
  if (answer) {
    const { code, names } = JSON.parse(answer);
    const result = C._PyEval_EvalCode(code, names, names);
    if (result) C._Py_DecRef(result);
    else {
      const error = C._PyErr_GetRaisedException();
      C._PyObject_SetAttrString(harnessAddress, ERROR, error);
      C._Py_DecRef(error);
    }
  }
  const exit = status();
  leave();
  C._PyDict_DelItemString(modulesAddress, MAIN);
  C._PyGC_Collect();
  collect();
  const text = (/** @type {string} */ file) => Buffer.from(FS.readFile(file)).toString('utf8');
  return { stdout: text('/stdout'), stderr: text('/stderr'), status: exit };
}

port.on('message', request => {
  try {
    port.postMessage(runCase(request));
  } catch (error) {
    port.postMessage({ failure: String(/** @type {Error} */ (error)?.stack ?? error) });
  }
});
port.postMessage({ ready: true });
