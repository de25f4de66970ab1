// Module: gets the engine's WebAssembly modules from wherever they lie, and compiles each once for each place.

import { describe } from './check.js';

/** @typedef {string | URL | Response | PromiseLike<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module} WasmSource */

/** Modules by address, so that many engines on a page compile one. @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** The files beside this one. Written so that bundlers see them and take them along. */
export const beside = {
  wasm: () => new URL('./aiter.wasm', import.meta.url),
  rest: () => new URL('./aiter-rest.wasm', import.meta.url),
};

/** @typedef {keyof typeof beside} Which  an option of loadAiter that says where a module is */

/** @param {WasmSource} source @param {Which} which @returns {Promise<WebAssembly.Module>} */
export function compileSource(source, which) {
  if (source instanceof WebAssembly.Module) return Promise.resolve(source);
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(/** @type {ArrayBuffer} */ (source));
  }
  if (typeof source === 'string' || source instanceof URL) return getModuleAt(source, which);
  if (typeof source === 'object' && source !== null && ('then' in source || 'arrayBuffer' in source)) {
    return Promise.resolve(source).then(response => compileResponse(response, which));
  }
  return Promise.reject(
    new TypeError(
      `loadAiter: ${which} must be the address of ${FILES[which]}, a Response, its bytes or a WebAssembly.Module, not ${describe(source)}`,
    ),
  );
}

const FILES = { wasm: 'aiter.wasm', rest: 'aiter-rest.wasm' };

/** @param {string | URL} address @param {Which} which */
function getModuleAt(address, which) {
  const key = String(address);
  let module = modules.get(key);
  if (!module) {
    module = isFile(key) ? compileFile(key, which) : fetchModule(address, which);
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

/** Node's module fs: what is used of it. @typedef {{readFileSync(path: string | URL): Uint8Array<ArrayBuffer>}} NodeFs */
/** @type {NodeFs | undefined} */
let fs;
/** The same, once readNodeFs has been awaited; undefined elsewhere. */
export const nodeFs = () => fs;
/** Asked of the process (before Node 20.16: imported by a name that no bundler sees), so that this file runs everywhere. */
export async function readNodeFs() {
  if (node) fs ??= node.getBuiltinModule?.('node:fs') ?? (await import(['node', 'fs'].join(':')));
  return /** @type {NodeFs} */ (fs);
}

/** @param {string} address @param {Which} which */
async function compileFile(address, which) {
  const { readFileSync } = await readNodeFs();
  let bytes;
  try {
    bytes = readFileSync(address.startsWith('file:') ? new URL(address) : address);
  } catch (error) {
    throw new Error(`loadAiter: could not read ${address}; the option ${which} says where ${FILES[which]} is`, { cause: error });
  }
  return WebAssembly.compile(bytes);
}

/** @param {string | URL} address @param {Which} which */
async function fetchModule(address, which) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    throw new Error(`loadAiter: could not fetch ${address}; the option ${which} says where ${FILES[which]} is`, { cause: error });
  }
  return compileResponse(response, which);
}

/** @param {Response} response @param {Which} which */
async function compileResponse(response, which) {
  if (!(response instanceof Response)) {
    throw new TypeError(`loadAiter: ${which} was a promise of ${describe(response)}; it must be a Response`);
  }
  if (!response.ok) {
    throw new Error(`loadAiter: could not get ${FILES[which]} from ${response.url}: ${response.status} ${response.statusText}`);
  }
  // A server that does not know the type application/wasm costs a little time, not the page.
  if (response.headers.get('content-type')?.split(';')[0].trim() === 'application/wasm') {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
