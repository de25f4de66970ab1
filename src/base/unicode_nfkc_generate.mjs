// unicode_nfkc_generate.mjs: prints unicode_nfkc_table.h from what CPython itself (pyodide, a development dependency) says: the
// characters that may stand in a name and that normalisation form NFKC replaces.
//
//      node src/base/unicode_nfkc_generate.mjs > src/base/unicode_nfkc_table.h
import { loadPyodide } from 'pyodide';

const python = await loadPyodide();
const changed = python.runPython(`
import unicodedata
[i for i in range(0x110000) if ('a' + chr(i)).isidentifier() and unicodedata.normalize('NFKC', chr(i)) != chr(i)]
`).toJs();

/** Distances and lengths in turn, as LEB128. */
const bytes = [];
const put = n => {
  for (; n > 127; n >>= 7) bytes.push((n & 127) | 128);
  bytes.push(n);
};
let end = 0;
for (let i = 0; i < changed.length; ) {
  let length = 1;
  while (changed[i + length] === changed[i] + length) length++;
  put(changed[i] - end);
  put(length);
  end = changed[i] + length;
  i += length;
}
const lines = [];
for (let i = 0; i < bytes.length; i += 24) lines.push('    ' + bytes.slice(i, i + 24).join(', ') + ',');
console.log(`/* Written by unicode_nfkc_generate.mjs. */\nstatic const u8 nfkc_changed[] = {\n${lines.join('\n')}\n};`);
