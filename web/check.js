// Checks of arguments: each throws a TypeError or RangeError that names the value it got and says what would be right.

/** A value as an error message shows it. @param {unknown} value */
export function describe(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? value.slice(0, 40) + '…' : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return `an object of class ${value.constructor?.name ?? 'null'}`;
  return `a ${typeof value}`;
}

/**
 * An options object, or undefined, with no name that is not known.
 * @param {string} where  the function's name, for the message
 * @param {unknown} options
 * @param {string[]} known
 */
export function checkOptions(where, options, known) {
  if (options === undefined) return;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${where}: options must be an object, such as {${known[0]}: …}, not ${describe(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${where}: there is no option '${name}'; the options are ${known.join(', ')}`);
  }
}

/** @param {string} where @param {string} name @param {unknown} value @param {string} hint @returns {asserts value is string} */
export function checkText(where, name, value, hint = '') {
  if (typeof value !== 'string') throw new TypeError(`${where}: ${name} must be a string, not ${describe(value)}${hint}`);
}

/** A text that C code takes as terminated. @param {string} where @param {string} name @param {unknown} value */
export function checkName(where, name, value) {
  checkText(where, name, value);
  if (value.includes('\0')) throw new RangeError(`${where}: ${name} must not contain a NUL character: ${describe(value)}`);
}

/** @param {string} where @param {string} name @param {unknown} value */
export function checkBoolean(where, name, value) {
  if (value !== undefined && typeof value !== 'boolean') {
    throw new TypeError(`${where}: ${name} must be true or false, not ${describe(value)}`);
  }
}

/** @param {string} where @param {string} name @param {unknown} value */
export function checkTexts(where, name, value) {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw new TypeError(`${where}: ${name} must be an array of strings, not ${describe(value)}`);
  value.forEach((item, i) => checkName(where, `${name}[${i}]`, item));
}

/**
 * A number in a range, or undefined.
 * @param {string} where @param {string} name @param {unknown} value
 * @param {number} least @param {number} most @param {string} unit
 */
export function checkNumber(where, name, value, least, most, unit) {
  if (value === undefined) return;
  if (typeof value !== 'number') throw new TypeError(`${where}: ${name} must be a number of ${unit}, not ${describe(value)}`);
  if (!(value >= least && value <= most)) {
    throw new RangeError(`${where}: ${name} must be from ${least} to ${most} ${unit}, not ${value}`);
  }
}

/** @param {string} where @param {unknown} signal */
export function checkSignal(where, signal) {
  // Not by instanceof: the signal of another frame or realm is as good.
  if (signal !== undefined && typeof (/** @type {any} */ (signal)?.aborted) !== 'boolean') {
    throw new TypeError(`${where}: signal must be an AbortSignal (new AbortController().signal), not ${describe(signal)}`);
  }
}
