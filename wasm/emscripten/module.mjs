// A WebAssembly module as bytes: its sections, the names of its functions, and the constants in its code; as much of the
// binary format as dividing a module needs.

/** Reads numbers and texts from `at` on. */
export class Reader {
  /** @param {Uint8Array} bytes @param {number} [at] */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned LEB128 number of up to 32 bits. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** A signed LEB128 number, as its low 32 bits. */
  signed() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return (shift < 25 && byte & 64 ? value | (-1 << (shift + 7)) : value) >>> 0;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length).toString();
  }
}

export const SECTION = { CUSTOM: 0, CODE: 10, DATA: 11 };

/** @param {Uint8Array} wasm @returns {{id: number, start: number, end: number}[]} */
export function sections(wasm) {
  const reader = new Reader(wasm, 8);
  const found = [];
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const length = reader.number();
    found.push({ id, start: reader.at, end: reader.at + length });
    reader.at += length;
  }
  return found;
}

/** The names of a module's functions by their index, from its name section. @param {Uint8Array} wasm */
export function functionNames(wasm) {
  /** @type {Map<number, string>} */
  const names = new Map();
  for (const { id, start, end } of sections(wasm)) {
    const reader = new Reader(wasm, start);
    if (id !== SECTION.CUSTOM || reader.text() !== 'name') continue;
    while (reader.at < end) {
      const kind = reader.byte();
      const length = reader.number();
      const next = reader.at + length;
      if (kind === 1) {
        for (let count = reader.number(); count > 0; count--) {
          const index = reader.number();
          names.set(index, reader.text());
        }
      }
      reader.at = next;
    }
  }
  return names;
}

/** A name without the number by which the linker tells static functions of one name apart. @param {string} name */
export const plainName = name => name.replace(/\.\d+$/, '');

/** The segments of active data: where they go, and where their bytes are in the file. @param {Uint8Array} wasm */
export function dataSegments(wasm) {
  const segments = [];
  for (const { id, start } of sections(wasm)) {
    if (id !== SECTION.DATA) continue;
    const reader = new Reader(wasm, start);
    for (let count = reader.number(); count > 0; count--) {
      if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error('a data segment that is not simply active');
      const address = reader.signed();
      reader.byte();
      const length = reader.number();
      segments.push({ address, length, at: reader.at });
      reader.at += length;
    }
  }
  return segments;
}

/** Every number in the code that may be an address: i32.const, and the offsets of loads and stores. @param {Uint8Array} wasm */
export function codeConstants(wasm) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const { id, start } of sections(wasm)) {
    if (id !== SECTION.CODE) continue;
    const reader = new Reader(wasm, start);
    for (let count = reader.number(); count > 0; count--) {
      const length = reader.number();
      bodyConstants(reader, reader.at + length, found);
    }
  }
  return found;
}

/** One function body. @param {Reader} reader @param {number} end @param {Set<number>} found */
function bodyConstants(reader, end, found) {
  for (let locals = reader.number(); locals > 0; locals--) {
    reader.number();
    reader.byte();
  }
  while (reader.at < end) {
    const op = reader.byte();
    if (op === 0x41) found.add(reader.signed());
    else if (op === 0x42) reader.signed();
    else if (op === 0x43) reader.at += 4;
    else if (op === 0x44) reader.at += 8;
    else if (op >= 0x28 && op <= 0x3e) {
      reader.number();
      found.add(reader.number());
    } else if (op === 0x11) {
      reader.number();
      reader.number();
    } else if ((op >= 0x02 && op <= 0x04) || op === 0x3f || op === 0x40) reader.byte(); // a block's type, memory 0
    else if (op === 0x0c || op === 0x0d || op === 0x10 || (op >= 0x20 && op <= 0x24)) reader.number();
    else if (op === 0x0e) for (let count = reader.number(); count >= 0; count--) reader.number();
    else if (op === 0xfc) {
      const more = reader.number();
      if (more === 10) reader.at += 2;
      else if (more === 11) reader.at += 1;
      else if (more > 7) throw new Error(`instruction 0xfc ${more} is not known here`);
    } else if (!(op < 0x02 || op === 0x05 || op === 0x0b || op === 0x0f || op === 0x1a || op === 0x1b || (op >= 0x45 && op <= 0xc4))) {
      throw new Error(`instruction ${op} is not known here`);
    }
  }
}

/** An unsigned number as LEB128. @param {number} value */
export function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}

/** A signed number as LEB128. @param {number} value  32 bits */
export function signedLeb(value) {
  const bytes = [];
  value |= 0;
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

/** @param {number} id @param {Uint8Array} content */
export const section = (id, content) => Buffer.concat([Buffer.from([id, ...leb(content.length)]), content]);

/** @param {string} name  short @param {Uint8Array} content */
export const customSection = (name, content) => section(SECTION.CUSTOM, Buffer.concat([Buffer.from([name.length]), Buffer.from(name), content]));
