// Turns the Python sources of src/lib into build/gen/lib_table.h, one C table that the engine is compiled with.
// src/lib/asyncio/queues.py becomes the module "asyncio.queues", src/lib/asyncio/__init__.py becomes "asyncio".
// The text goes in without what only people read (minify.mjs).
//
// What first.txt does not name lies apart where the engine is sent to browsers (AITER_LIBRARY_APART): its texts, one behind
// the other, are build/gen/library_rest.txt, and the table has their places. `_grammar` is src/tree/grammar.def: the words for
// syntax errors, in the form that tree/recognizer.h takes.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from './minify.mjs';

const lib = dirname(fileURLToPath(import.meta.url));
const output = resolve(lib, '../../build/gen/lib_table.h');
const outputRest = resolve(lib, '../../build/gen/library_rest.txt');
const first = new Set(
  readFileSync(join(lib, 'first.txt'), 'utf8')
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .flatMap(line => line.split(/\s+/).filter(Boolean)),
);

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

/** The rules of grammar.def: for each its name, with a + before it for MEMO, and its text, each terminated. */
function grammar() {
  const source = readFileSync(resolve(lib, '../tree/grammar.def'), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  return [...source.matchAll(/(RULE|MEMO)\((\w+),((?:\s*"(?:\\.|[^"\\])*")+)\)/g)]
    .map(([, kind, name, literals]) => {
      const text = [...literals.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, part]) => JSON.parse(`"${part}"`)).join('');
      return `${kind === 'MEMO' ? '+' : ''}${name}\0${text}\0`;
    })
    .join('');
}

const rows = pythonFiles(lib)
  .map(path => ({ name: moduleName(path), bytes: Buffer.from(minify(readFileSync(path, 'utf8'))) }))
  .concat({ name: '_grammar', bytes: Buffer.from(grammar()) })
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const unknown = [...first].filter(name => !rows.some(row => row.name === name));
if (unknown.length) throw new Error(`src/lib/first.txt names ${unknown.join(', ')}: no such file`);

/** @type {Buffer[]} */
const rest = [];
let offset = 0;
const body = rows.map(({ name, bytes }) => {
  if (first.has(name)) return `  {"${name}",\n    ${literal(bytes)},\n    ${bytes.length}, 0},\n`;
  // Terminated like the literals.
  rest.push(bytes, Buffer.from([0]));
  offset += bytes.length + 1;
  return `  {"${name}", APART(\n    ${literal(bytes)}),\n    ${bytes.length}, ${offset - bytes.length - 1}},\n`;
});
const text = `/* Written by src/lib/embed.mjs from src/lib; the includer defines LibSource. Sorted by name. */
#ifdef AITER_LIBRARY_APART
#define APART(text) NULL
#else
#define APART(text) text
#endif
static const LibSource lib_sources[] = {
${body.join('')}};
enum { LIB_REST_LENGTH = ${offset} };
`;

mkdirSync(dirname(output), { recursive: true });
/** Only a changed file gets a new time, so that nothing is compiled again without need. @param {string} path @param {Buffer} bytes */
function write(path, bytes) {
  try {
    if (readFileSync(path).equals(bytes)) return;
  } catch {
    // The first build has none yet.
  }
  writeFileSync(path, bytes);
}
write(output, Buffer.from(text));
write(outputRest, Buffer.concat(rest));
