// unicode_generate.mjs: prints unicode_table.h from what CPython itself (pyodide, a development dependency) says of every
// code point.
//
//      node src/base/unicode_generate.mjs > src/base/unicode_table.h
//      node src/base/unicode_generate.mjs --dump       the lines whose checksum the table holds; compare them with
//                                                      those of  build/.../base_unicode --dump
//
// The shape of the tables is explained in unicode.c, which is their only reader.
import { loadPyodide } from 'pyodide';

const MOST = 0x110000;
const CATEGORIES = ['Cn', 'Cc', 'Cf', 'Cs', 'Co', 'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Pc',
    'Pd', 'Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Zs', 'Zl', 'Zp']; // as enum UnicodeCategory in unicode.h
const RUNS_PER_MARK = 64; // as in unicode.c

// ------------------------------------------------------------------------------------------------ what CPython says

// Bits of a code point's word, as the enum in unicode.h: 5 of category, then the flags.
const FLAG = { alpha: 1 << 5, numeric: 1 << 6, space: 1 << 7, printable: 1 << 8, upper: 1 << 9, lower: 1 << 10,
    title: 1 << 11, start: 1 << 12, continue: 1 << 13, ignorable: 1 << 14 };
const python = await loadPyodide();
python.runPython(`
import unicodedata, array, json, _sre
CATEGORIES = ${JSON.stringify(CATEGORIES)}
SIGMA, FINAL = '\\u03a3', '\\u03c2'
words, digits, wide, lower_one = array.array('I'), array.array('i'), bytearray(), array.array('I')
mappings = {}
for i in range(${MOST}):
    c = chr(i)
    # Only through a final sigma and through title() do these two show.
    ignorable = ('A' + c + SIGMA).lower()[-1] == FINAL and (c + SIGMA).lower()[-1] != FINAL
    cased = (c + 'a').title()[-1] == 'a'
    assert cased == (c.isupper() or c.islower() or c.istitle())
    flags = (c.isalpha(), c.isnumeric(), c.isspace(), c.isprintable(), c.isupper(), c.islower(),
             c.istitle() and not c.isupper(), c.isidentifier(), ('a' + c).isidentifier(), ignorable)
    words.append(CATEGORIES.index(unicodedata.category(c)) | sum(flag << (5 + k) for k, flag in enumerate(flags)))
    decimal, digit = unicodedata.decimal(c, -1), unicodedata.digit(c, -1)
    assert (decimal >= 0) == c.isdecimal() == (unicodedata.category(c) == 'Nd') and (digit >= 0) == c.isdigit()
    assert decimal < 0 or decimal == digit
    digits.append(digit)
    wide.append(unicodedata.east_asian_width(c) in 'WF')
    lower_one.append(_sre.unicode_tolower(i))
    full = [c.upper(), c.lower(), c.title(), c.casefold()]
    if full != [c] * 4: mappings[i] = [[ord(x) for x in text] for text in full]
`);
const bytesOf = (expression) => python.runPython(`from pyodide.ffi import to_js; to_js(bytes(${expression}))`).slice();
const words = new Uint32Array(bytesOf('words').buffer);
const digits = new Int32Array(bytesOf('digits').buffer);
const wide = bytesOf('wide');
const lowerOne = new Uint32Array(bytesOf('lower_one').buffer);
const mappings = new Map(Object.entries(JSON.parse(python.runPython('json.dumps(mappings)'))).map(([c, m]) => [+c, m]));
const version = python.runPython('unicodedata.unidata_version');

const full = (c, kind) => mappings.get(c)?.[kind] ?? [c]; // kinds: 0 upper, 1 lower, 2 title, 3 fold
// Mappings to one character: the full one where it is one, else the title case (which is what UnicodeData.txt has there).
const titleOne = (c) => full(c, 2).length === 1 ? full(c, 2)[0] : c;
const upperOne = (c) => full(c, 0).length === 1 ? full(c, 0)[0] : titleOne(c);

// ------------------------------------------------------------------------------------------------ checksum

const hex = (n) => n.toString(16);
const list = (codes) => codes.map(hex).join(',');
function* dump() {
    for (let c = 0; c < MOST; c++) {
        yield `${hex(c)} ${hex(words[c])} ${CATEGORIES[words[c] & 31] === 'Nd' ? digits[c] : -1} ${digits[c]} ${wide[c]} ` +
            `${hex(lowerOne[c])} ${hex(upperOne(c))} ${hex(titleOne(c))} ` +
            `${list(full(c, 0))} ${list(full(c, 1))} ${list(full(c, 2))} ${list(full(c, 3))}\n`;
    }
}
let checksum = 0x811c9dc5; // FNV-1a
for (const line of dump()) {
    if (process.argv[2] === '--dump') process.stdout.write(line);
    for (let i = 0; i < line.length; i++) checksum = Math.imul(checksum ^ line.charCodeAt(i), 0x01000193);
}
if (process.argv[2] === '--dump') process.exit();

// ------------------------------------------------------------------------------------------------ tables

const lines = [];
const must = (condition, text) => { if (!condition) throw new Error(text); };
function table(type, name, values, print = String) {
    lines.push(`static const ${type} ${name}[${values.length}] = {`);
    let line = '   ';
    for (const value of values) {
        const item = ` ${print(value)},`;
        if (line.length + item.length > 120) { lines.push(line); line = '   '; }
        line += item;
    }
    lines.push(line, '};');
}
const hexed = (n) => '0x' + hex(n);
function varint(n) { // 7 bits a byte, the upper ones first
    const bytes = [n & 127];
    while (n >>= 7) bytes.unshift(128 | (n & 127));
    return bytes;
}

// Numeric letters (the CJK numerals) stand in a list of their own and do not cut the long runs of ideographs.
const numerals = [];
for (let c = 0; c < MOST; c++) {
    const byCategory = [13, 14, 15].includes(words[c] & 31);
    must(!byCategory || words[c] & FLAG.numeric, 'a number that is not numeric');
    if (words[c] & FLAG.numeric && !byCategory) numerals.push(c);
}
const word = (c) => numerals.includes(c) ? words[c] & ~FLAG.numeric : words[c];

// Runs: a length, and a record or (two records in turn, as in Latin Extended) a pair of them.
const records = [], pairs = [];
const idIn = (ids, key) => { let i = ids.indexOf(key); if (i < 0) i = ids.push(key) - 1; return i; };
const runs = [];
{
    const w = Array.from({ length: MOST }, (_, c) => c < 0x100 ? -1 : words[c]);
    for (const c of numerals) w[c] = word(c);
    for (let i = 0x100; i < MOST;) {
        let j = i + 1;
        while (j < MOST && w[j] === w[i]) j++;
        if (j === i + 1 && w[i + 2] === w[i] && w[i + 3] === w[i + 1]) {
            for (j = i + 4; j < MOST && w[j] === w[j - 2];) j++;
            const pair = idIn(records, w[i]) << 8 | idIn(records, w[i + 1]);
            runs.push({ start: i, id: 128 + idIn(pairs, pair), length: j - i });
        } else runs.push({ start: i, id: idIn(records, w[i]), length: j - i });
        i = j;
    }
    must(records.length <= 128 && pairs.length <= 128, 'too many records');
    must(Math.max(...records) <= 0xFFFF, 'a record has 16 bits');
    // Digits of a run of Nd count from its start.
    for (const run of runs) {
        if ((records[run.id] & 31) !== 13) continue;
        for (let k = 0; k < run.length; k++) must(digits[run.start + k] === k % 10, 'a decimal out of order');
    }
}
const marks = [], lengths = [];
runs.forEach((run, i) => {
    if (i % RUNS_PER_MARK === 0) marks.push({ start: run.start, at: lengths.length });
    lengths.push(...varint(run.length));
});

lines.push('// The words of U+0100 and up, in runs.');
table('u16', 'records', records, hexed);
table('u16', 'pairs', pairs, hexed);
table('u8', 'run_ids', runs.map((run) => run.id));
table('u8', 'run_lengths', lengths);
table('u32', 'mark_starts', marks.map((mark) => mark.start), hexed);
table('u16', 'mark_offsets', marks.map((mark) => mark.at));

lines.push('', '// Letters that are numeric: in the first plane, and in the third (their lower 16 bits).');
must(numerals.every((c) => c >> 16 === 0 || c >> 16 === 2), 'a numeral in another plane');
table('u16', 'numerals', numerals.map((c) => c & 0xFFFF), hexed);
lines.push(`#define NUMERALS_PLANE_0 ${numerals.filter((c) => c < 0x10000).length}`);

lines.push('', '// Digits that are not decimals: first code point << 8 | its value << 4 | how many.');
const digitRuns = [];
for (let c = 0; c < MOST; c++) {
    if (digits[c] < 0 || (words[c] & 31) === 13) continue;
    const last = digitRuns.at(-1);
    if (last && last.c + last.n === c && last.value + last.n === digits[c]) last.n++;
    else digitRuns.push({ c, value: digits[c], n: 1 });
}
table('u32', 'digit_runs', digitRuns.map(({ c, value, n }) => c * 256 + value * 16 + n), hexed);

lines.push('', '// Wide characters: how many are not, how many are, and so on.');
const widths = [];
for (let c = 0, of = 0; c < MOST; of = 1 - of) {
    const start = c;
    while (c < MOST && wide[c] === of) c++;
    if (c < MOST || of) widths.push(...varint(c - start));
}
table('u8', 'width_runs', widths);

// Case pairs: upper and lower map to each other, at one distance over a range of every or every second code point.
const pairRanges = [];
const paired = (u) => lowerOne[u] !== u && upperOne(lowerOne[u]) === u;
const done = new Set();
for (let u = 0; u < MOST; u++) {
    if (!paired(u) || done.has(u)) continue;
    const distance = lowerOne[u] - u;
    const count = (step) => {
        let n = 1;
        while (paired(u + n * step) && !done.has(u + n * step) && lowerOne[u + n * step] - (u + n * step) === distance) n++;
        return n;
    };
    // Two ranges may not overlap: of every second one only where what lies between is not paired as an upper.
    let n = count(1), step = 1;
    if (n === 1) {
        n = count(2), step = 2;
        for (let k = 0; k < n - 1; k++) if (paired(u + 2 * k + 1)) n = k + 1;
        if (n === 1) step = 1;
    }
    for (let k = 0; k < n; k++) done.add(u + k * step);
    must(u < 0x20000 && n < 128 && (u >> 16) === (lowerOne[u] >> 16), 'a case range too great');
    pairRanges.push({ upper: u, lower: lowerOne[u], n, step });
}
const order = pairRanges.map((_, i) => i).sort((a, b) => pairRanges[a].lower - pairRanges[b].lower);
must(order.length < 256, 'too many case ranges');
lines.push('', '// Upper and lower case, there and back: upper << 8 | step 2 << 7 | how many; the lower 16 bits of the first lower');
lines.push('// one; and the ranges in the order of their lower ones.');
table('u32', 'case_uppers', pairRanges.map((r) => r.upper * 256 + (r.step - 1) * 128 + r.n), hexed);
table('u16', 'case_lowers', pairRanges.map((r) => r.lower & 0xFFFF), hexed);
table('u8', 'case_by_lower', order);

lines.push('', '// Mapped one way only: from, to.');
const oneWay = (map, other) => {
    const result = [];
    for (let c = 0; c < MOST; c++) if (map(c) !== c && other(map(c)) !== c) result.push(c, map(c));
    must(result.every((c) => c < 0x10000), 'a one-way mapping past 16 bits');
    return result;
};
table('u16', 'upper_only', oneWay(upperOne, (c) => lowerOne[c]), hexed);
table('u16', 'lower_only', oneWay((c) => lowerOne[c], upperOne), hexed);

lines.push('', '// Upper case of more than one character: from, and three characters (0: none).');
const specials = [...mappings.keys()].filter((c) => full(c, 0).length > 1);
must(specials.every((c) => c < 0x10000), 'a special past 16 bits');
table('u16', 'special_from', specials, hexed);
table('u16', 'special_to', specials.flatMap((c) => [0, 1, 2].map((k) => full(c, 0)[k] ?? 0)), hexed);

lines.push('', '// The words of the first 256.', '#define LOW_WORDS \\');
const low = Array.from({ length: 256 }, (_, c) => hexed(words[c]));
for (let i = 0; i < 256; i += 12) lines.push('    ' + low.slice(i, i + 12).join(', ') + (i + 12 < 256 ? ', \\' : ''));

process.stdout.write(`// clang-format off
// unicode_table.h: Unicode ${version} as CPython has it. Do not edit; made by
//      node src/base/unicode_generate.mjs > src/base/unicode_table.h

#define UNICODE_VERSION "${version}"
#define UNICODE_CHECKSUM ${hexed(checksum >>> 0)}u // of what all functions say of all code points (tests/unit/base_unicode.c)

${lines.join('\n')}
`);
