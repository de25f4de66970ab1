// The library as the tests of this folder use it: the built one, whose output is gathered.

import { existsSync } from 'node:fs';
import { pathToFileURL, fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The folder of the build; AITER_DIST names another. */
export const dist = process.env.AITER_DIST ?? root + 'dist';

if (!existsSync(`${dist}/index.js`)) throw new Error(`${dist}/index.js is not there: run ./build.sh dist first`);

/** @type {typeof import('../../web/index.js')} */
export const library = await import(pathToFileURL(`${dist}/index.js`).href);
export const { loadAiter, PythonError, PythonObject, Interpreter, parseRunLink, makeRunLink, RunLinkError } = library;

/**
 * An engine and what it printed: `printed.stdout`, `printed.stderr`, and `printed.all` in order.
 * @param {import('../../web/index.js').LoadOptions} [options]
 */
export async function load(options = {}) {
  const printed = { stdout: '', stderr: '', all: '' };
  const to = (/** @type {'stdout' | 'stderr'} */ name) => (/** @type {string} */ text) => {
    printed[name] += text;
    printed.all += text;
  };
  const py = await loadAiter({ stdout: to('stdout'), stderr: to('stderr'), ...options });
  return { py, printed };
}

/** The error that a promise rejects with. @param {Promise<unknown>} promise @returns {Promise<any>} */
export async function rejection(promise) {
  const value = await promise.catch(error => ({ error }));
  if (value && typeof value === 'object' && 'error' in value) return value.error;
  throw new Error(`the promise was fulfilled, with ${String(value)}`);
}
