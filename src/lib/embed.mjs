// Turns the Python sources of src/lib into build/gen/lib_table.h, one C table that the engine is compiled with.
// src/lib/asyncio/queues.py becomes the module "asyncio.queues", src/lib/asyncio/__init__.py becomes "asyncio".
// The text goes in without what only people read (minify.mjs).

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from './minify.mjs';

const lib = dirname(fileURLToPath(import.meta.url));
const output = resolve(lib, '../../build/gen/lib_table.h');

/** Every .py file under a folder. @param {string} folder @returns {string[]} */
function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pythonFiles(path);
    return entry.name.endsWith('.py') ? [path] : [];
  });
}

/** The dotted module name of a file. @param {string} path */
function moduleName(path) {
  const parts = relative(lib, path).slice(0, -'.py'.length).split(sep);
  if (parts.at(-1) === '__init__') parts.pop();
  return parts.join('.');
}

/**
 * The bytes as C string literals, one a source line. Octal escapes always have three digits, so that a digit after
 * one is never taken into it; '?' is escaped against trigraphs.
 * @param {Buffer} bytes
 */
function literal(bytes) {
  const lines = [];
  let line = '';
  for (const byte of bytes) {
    if (byte === 10) {
      lines.push(`"${line}\\n"`);
      line = '';
    } else if (byte === 34 || byte === 92 || byte === 63) line += '\\' + String.fromCharCode(byte);
    else if (byte >= 32 && byte < 127) line += String.fromCharCode(byte);
    else line += '\\' + byte.toString(8).padStart(3, '0');
  }
  if (line || lines.length === 0) lines.push(`"${line}"`);
  return lines.join('\n    ');
}

const rows = pythonFiles(lib)
  .map(path => ({ name: moduleName(path), bytes: Buffer.from(minify(readFileSync(path, 'utf8'))) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const body = rows.map(({ name, bytes }) => `  {"${name}",\n    ${literal(bytes)},\n    ${bytes.length}},\n`).join('');
// C has no empty arrays: without a library there is one row without a name.
const text = `/* Written by src/lib/embed.mjs from src/lib; the includer defines LibSource. Sorted by name. */
static const LibSource lib_sources[] = {
${body || '  {0, 0, 0},\n'}};
enum { LIB_SOURCE_COUNT = ${rows.length} };
`;

mkdirSync(dirname(output), { recursive: true });
let old = '';
try {
  old = readFileSync(output, 'utf8');
} catch {
  // The first build has no table yet.
}
// Only a changed table gets a new time, so that nothing is compiled again without need.
if (old !== text) writeFileSync(output, text);
