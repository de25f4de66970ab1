// Decode: Python values that left the engine as bytes become JavaScript values. The encoding is described in
// src/host/aiter.h. What a value becomes follows Pyodide's toJs(), except that objects of other types come as descriptions:
//
//   None undefined · bool boolean · int number, or BigInt outside ±(2^53 - 1) · float number · str string
//   bytes, bytearray Uint8Array · list, tuple Array · dict Map · set, frozenset Set · anything else PythonObject

/** A Python object of a type that has no counterpart: what it is and how it shows. */
export class PythonObject {
  /** @param {string} type  its type's name @param {string} repr  what repr() gives */
  constructor(type, repr) {
    this.type = type;
    this.repr = repr;
  }

  toString() {
    return this.repr;
  }
}

/**
 * @typedef {undefined | boolean | number | bigint | string | Uint8Array | PythonObject} PythonScalar
 * @typedef {PythonScalar | PythonValue[] | Map<PythonValue, PythonValue> | Set<PythonValue>} PythonValue
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @param {Uint8Array} bytes @returns {PythonValue} */
export function decode(bytes) {
  return new Reader(bytes).value();
}

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  length() {
    const length = this.view.getUint32(this.at, true);
    this.at += 4;
    return length;
  }

  float() {
    const number = this.view.getFloat64(this.at, true);
    this.at += 8;
    return number;
  }

  part() {
    const length = this.length();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return decoder.decode(this.part());
  }

  items() {
    return Array.from({ length: this.length() }, () => this.value());
  }

  /** @returns {PythonValue} */
  value() {
    const kind = String.fromCharCode(this.bytes[this.at++]);
    switch (kind) {
      case 'N': return undefined;
      case 'T': return true;
      case 'F': return false;
      case 'i': return safeInteger(this.float());
      case 'I': return BigInt(this.text());
      case 'f': return this.float();
      case 's': return this.text();
      case 'b': return this.part().slice();
      case 'l':
      case 't': return this.items();
      case 'S': return new Set(this.items());
      case 'd': {
        const map = new Map();
        for (let count = this.length(); count > 0; count--) map.set(this.value(), this.value());
        return map;
      }
      case 'o': {
        const type = /** @type {string} */ (this.value());
        return new PythonObject(type, /** @type {string} */ (this.value()));
      }
      default: throw new Error(`the engine sent a value of an unknown kind, ${JSON.stringify(kind)}`);
    }
  }
}

/** @param {number} number an integer */
const safeInteger = number => (Number.isSafeInteger(number) ? number : BigInt(number));
