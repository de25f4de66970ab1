// How the two modules call each other: by the table that they share. wasm-split gives each function that the other module calls
// an import there and an export here, and these cost: a thousand imports or exports take milliseconds whenever the module is
// instantiated. So the imports become functions of the module (stubs) that call what is in a place of the table:
//
//   in aiter.wasm, for a function of the rest: first it asks the host for the rest (env.load_rest), which puts the real function
//   into that place, where so far the stub was;
//   in aiter-rest.wasm, for a function of aiter.wasm: that module has put it into a place behind all others.

const IMPORT = /^ \(import "(placeholder|primary)" "([^"]+)" \(func (\S+)((?: \(param [^)]*\))?)((?: \(result \w+\))?)\)\)\n/gm;
const TYPE = /^ \(type (\S+) \(func((?: \(param [^)]*\))?)((?: \(result \w+\))?)\)\)$/gm;
const TABLE = /\((table \S+) (\d+) (\d+) funcref\)/;

/**
 * A module with its imports of functions from the other module made into stubs.
 * @param {string} wat  as wasm-dis prints it
 * @param {(name: string) => number} slotOf  the place in the table for a name
 * @param {string} before  what a stub does first
 */
function withStubs(wat, slotOf, before) {
  const types = new Map([...wat.matchAll(TYPE)].map(([, name, params, result]) => [params + result, name]));
  /** @type {string[]} */ const functions = [];
  const text = wat.replace(IMPORT, (_, _from, name, symbol, params, result) => {
    const kinds = params.replace(' (param ', '').replace(')', '').split(' ').filter(Boolean);
    const declared = kinds.map((/** @type {string} */ kind, /** @type {number} */ i) => ` (param $${i} ${kind})`).join('');
    const passed = kinds.map((/** @type {string} */ _kind, /** @type {number} */ i) => ` (local.get $${i})`).join('');
    const type = `(type ${types.get(params + result)})`;
    functions.push(` (func ${symbol}${declared}${result} ${before}(call_indirect ${type}${passed} (i32.const ${slotOf(name)})))\n`);
    return '';
  });
  if (functions.length === 0) throw new Error('wasm-split left no imports');
  const end = text.lastIndexOf(')');
  return text.slice(0, end) + functions.join('') + ')\n';
}

/** Puts lines behind the imports. @param {string} wat @param {string} lines */
function insert(wat, lines) {
  const at = wat.indexOf('\n', wat.lastIndexOf('\n (import ') + 1) + 1;
  return wat.slice(0, at) + lines + wat.slice(at);
}

/**
 * @param {string} first @param {string} rest  the two modules as wasm-dis prints them
 * @returns {{first: string, rest: string, slots: number[]}}  the same with stubs, and the places of those in the first
 */
export function callByTable(first, rest) {
  const slots = [...first.matchAll(IMPORT)].map(([, , slot]) => Number(slot));
  const exported = new Map([...first.matchAll(/^ \(export "([^"]+)" \(func (\S+)\)\)\n/gm)].map(([, name, symbol]) => [name, symbol]));
  const table = TABLE.exec(first);
  if (!table) throw new Error('no table of a fixed size');
  const size = Number(table[2]);
  const names = [...rest.matchAll(IMPORT)].map(([, , name]) => name);
  const places = new Map(names.map((name, i) => [name, size + i]));
  const grow = (/** @type {string} */ _, /** @type {string} */ name) => `(${name} ${size + names.length} ${size + names.length} funcref)`;
  const elements = names.map(name => exported.get(name)).join(' ');
  const needed = new Set(names);
  const smaller = first
    .replace(/^ \(export "([^"]+)" \(func \S+\)\)\n/gm, (line, name) => (needed.has(name) ? '' : line))
    .replace(TABLE, (_, name) => `${grow(_, name)}\n (elem (i32.const ${size}) ${elements})`);
  return {
    first: insert(withStubs(smaller, Number, '(call $load_rest) '), ' (import "env" "load_rest" (func $load_rest))\n'),
    rest: withStubs(rest, name => /** @type {number} */ (places.get(name)), '').replace(TABLE, grow),
    slots,
  };
}

/** Numbers as a bit each. @param {number[]} numbers */
export function bitmap(numbers) {
  const bits = Buffer.alloc((Math.max(...numbers) >> 3) + 1);
  for (const number of numbers) bits[number >> 3] |= 1 << (number & 7);
  return bits;
}
