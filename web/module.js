// Module: gets the engine's WebAssembly module from wherever it lies, and compiles it once for each place.

import { describe } from './check.js';

/** @typedef {string | URL | Response | PromiseLike<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module} WasmSource */

/** Modules by address, so that many engines on a page compile one. @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** The file beside this one. Written so that bundlers see it and take the file along. */
const beside = () => new URL('./aiter.wasm', import.meta.url);

/** @param {WasmSource} [source] @returns {Promise<WebAssembly.Module>} */
export function getModule(source = beside()) {
  if (source instanceof WebAssembly.Module) return Promise.resolve(source);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(/** @type {ArrayBuffer} */ (source));
  }
  if (typeof source === 'string' || source instanceof URL) return getModuleAt(source);
  if (typeof source === 'object' && source !== null && ('then' in source || 'arrayBuffer' in source)) {
    return Promise.resolve(source).then(compileResponse);
  }
  return Promise.reject(
    new TypeError(
      `loadAiter: wasm must be the address of aiter.wasm, a Response, its bytes or a WebAssembly.Module, not ${describe(source)}`,
    ),
  );
}

/** @param {string | URL} address */
function getModuleAt(address) {
  const key = String(address);
  let module = modules.get(key);
  if (!module) {
    module = isFile(key) ? compileFile(key) : fetchModule(address);
    modules.set(key, module);
    // A failure is not kept: the next call may find the network again.
    module.catch(() => modules.delete(key));
  }
  return module;
}

/** Node's process, or undefined elsewhere. @type {any} */
const node = /** @type {any} */ (globalThis).process?.versions?.node ? /** @type {any} */ (globalThis).process : undefined;

/** In Node, everything that fetch would not take is a file. @param {string} address */
const isFile = address => node !== undefined && !/^(https?|data|blob):/.test(address);

/** @param {string} address */
async function compileFile(address) {
  // Asked of the process (before Node 20.16: imported by a name that no bundler sees), so that this file runs everywhere.
  const { readFileSync } = node.getBuiltinModule?.('node:fs') ?? (await import(['node', 'fs'].join(':')));
  let bytes;
  try {
    bytes = readFileSync(address.startsWith('file:') ? new URL(address) : address);
  } catch (error) {
    throw new Error(`loadAiter: could not read ${address}; the option wasm says where aiter.wasm is`, { cause: error });
  }
  return WebAssembly.compile(bytes);
}

/** @param {string | URL} address */
async function fetchModule(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new Error(`loadAiter: could not fetch ${address}; the option wasm says where aiter.wasm is`, { cause: error });
  }
  return compileResponse(response);
}

/** @param {Response} response */
async function compileResponse(response) {
  if (!(response instanceof Response)) {
    throw new TypeError(`loadAiter: wasm was a promise of ${describe(response)}; it must be a Response`);
  }
  if (!response.ok) {
    throw new Error(`loadAiter: could not get aiter.wasm from ${response.url}: ${response.status} ${response.statusText}`);
  }
  // A server that does not know the type application/wasm costs a little time, not the page.
  if (response.headers.get('content-type')?.split(';')[0].trim() === 'application/wasm') {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
