// Constant data that only functions of the rest use: it goes to the rest too, as segments for the same addresses, and leaves
// zeros, which compress to nothing. Which data that is follows from the linker's map (where every constant lies) and from
// every number in the code and in the data that may be an address.

import { SECTION, codeConstants, dataSegments, leb, section, sections, signedLeb } from './module.mjs';

/** @typedef {{start: number, end: number, text: boolean}} Range */

/**
 * The ranges of read-only data that `map` (wasm-ld --print-map) names. Merged strings are one input section there: each string,
 * ended by its zero, is a range of its own.
 * @param {string} map @param {(address: number) => number} byteAt @returns {Range[]}
 */
function constants(map, byteAt) {
  /** @type {Range[]} */
  const found = [];
  for (const [, address, size, place] of map.matchAll(/^ +([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) {9}(\S.*)$/gm)) {
    const start = parseInt(address, 16);
    const end = start + parseInt(size, 16);
    if (place === '<internal>:(.rodata)') {
      for (let at = start, from = start; at < end; at++) {
        if (byteAt(at) !== 0) continue;
        found.push({ start: from, end: at + 1, text: true });
        from = at + 1;
      }
    } else if (/:\(\.rodata[.)]/.test(place) && end > start) found.push({ start, end, text: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * @param {Buffer} first @param {Buffer} rest @param {string} map
 * @returns {{first: Buffer, rest: Buffer}}
 */
export function divideData(first, rest, map) {
  const segments = dataSegments(first);
  const segmentAt = (/** @type {number} */ address) => segments.find(s => address >= s.address && address < s.address + s.length);
  const placeOf = (/** @type {number} */ address) => {
    const segment = segmentAt(address);
    return segment ? segment.at + address - segment.address : -1;
  };
  const ranges = constants(map, address => first[placeOf(address)]).filter(range => placeOf(range.start) >= 0);
  if (ranges.length < 100) throw new Error(`the linker's map names only ${ranges.length} constants`);

  /** The ranges that a number may point into; one just behind a range may be its end. @param {number} address @returns {Range[]} */
  const pointed = address => {
    let low = 0, high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle].start <= address) low = middle + 1;
      else high = middle;
    }
    return ranges.slice(Math.max(0, low - 2), low).filter(range => address >= range.start && address <= range.end);
  };
  /** The range that a number in data means as a pointer: to the beginning, or anywhere in a text (the linker lets one text be
   * the end of another). @param {number} address */
  const meant = address => pointed(address).filter(range => address < range.end && (range.text || address === range.start));
  /** All that is reached from some ranges, by the pointers in it. @param {Range[]} todo @param {Set<Range>} reached */
  const reach = (todo, reached) => {
    for (let range = todo.pop(); range; range = todo.pop()) {
      if (reached.has(range)) continue;
      reached.add(range);
      if (range.text) continue;
      for (let at = (range.start + 3) & ~3; at + 4 <= range.end; at += 4) todo.push(...meant(first.readUInt32LE(placeOf(at))));
    }
    return reached;
  };
  // 0x80000 and its neighbours are flags and limits, which happen to be addresses too.
  const isRound = (/** @type {number} */ number) => Math.abs(number - 2 ** Math.round(Math.log2(number))) <= 8;
  const usedBy = (/** @type {Buffer} */ module) =>
    [...codeConstants(module)].flatMap(number => (isRound(number) ? meant(number) : pointed(number)));
  const hot = reach(usedBy(first), new Set());
  // Data that is written to may point at anything too.
  const constantAt = (/** @type {number} */ address) => pointed(address).some(range => address < range.end);
  for (const { address, length, at } of segments) {
    for (let i = 0; i + 4 <= length; i += 4) if (!constantAt(address + i)) reach(meant(first.readUInt32LE(at + i)), hot);
  }
  const cold = [...reach(usedBy(rest), new Set())].filter(range => !hot.has(range)).sort((a, b) => a.start - b.start);

  const divided = Buffer.from(first);
  /** Ranges that lie so close that a segment more would cost more than what is between them. @type {Range[]} */
  const runs = [];
  for (const range of cold) {
    const last = runs.at(-1);
    if (last && range.start - last.end < 8 && segmentAt(range.start) === segmentAt(last.start)) last.end = range.end;
    else runs.push({ ...range });
    divided.fill(0, placeOf(range.start), placeOf(range.start) + range.end - range.start);
  }
  const data = Buffer.concat([
    Buffer.from(leb(runs.length)),
    ...runs.flatMap(({ start, end }) => [
      Buffer.from([0, 0x41, ...signedLeb(start), 0x0b, ...leb(end - start)]),
      first.subarray(placeOf(start), placeOf(start) + end - start),
    ]),
  ]);
  if (sections(rest).some(({ id }) => id === SECTION.DATA)) throw new Error('the rest has data already');
  return { first: divided, rest: Buffer.concat([rest, section(SECTION.DATA, data)]) };
}
