// The library: what `import … from 'aiter-wasm'` gives. Only re-exports.

export { loadAiter } from './load.js';
export { Interpreter } from './interpreter.js';
export { PythonError } from './python-error.js';
export { PythonObject } from './decode.js';
export { parseRunLink, makeRunLink, RunLinkError } from './run-link.js';

/**
 * @typedef {import('./load.js').LoadOptions} LoadOptions
 * @typedef {import('./module.js').WasmSource} WasmSource
 * @typedef {import('./input.js').StdinOption} StdinOption
 * @typedef {import('./output.js').OutputOption} OutputOption
 * @typedef {import('./interpreter.js').RunOptions} RunOptions
 * @typedef {import('./interpreter.js').ProgramOptions} ProgramOptions
 * @typedef {import('./interpreter.js').ProgramResult} ProgramResult
 * @typedef {import('./interpreter.js').MemoryFigures} MemoryFigures
 * @typedef {import('./decode.js').PythonValue} PythonValue
 * @typedef {import('./run-link.js').RunLink} RunLink
 */
