// minify(source): a Python source text without what only people read: comments, docstrings, blank lines, deep indentation,
// spaces that separate nothing. It goes by tokens, so strings stay as they are. Library frames show no source lines, and
// docstrings of the library are not CPython's, so no program sees the difference.

const STRING_START = /^(?:[rR]?[bBfFtT]?|[bBfFtT][rR]|[uU])('''|"""|'|")/;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const NUMBER = /^(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/;
const OPERATOR = /^(?:\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%@&|^=<>!:]=|\*\*|\/\/|>>|<<|->|[-+*/%@&|^~<>()[\]{},:;.=])/;

/** @typedef {{kind: 'word' | 'string' | 'operator', text: string}} Token */

/**
 * The end of a string that begins at `at`: the index after its closing quote. Replacement fields of f-strings may hold
 * strings with the same quotes.
 * @param {string} source @param {number} at @param {string} prefix
 */
function stringEnd(source, at, prefix) {
  const formatted = /[ftFT]/.test(prefix);
  const quote = source.startsWith(source[at].repeat(3), at) ? source[at].repeat(3) : source[at];
  let i = at + quote.length;
  while (!source.startsWith(quote, i)) {
    if (i >= source.length) throw new Error(`unterminated string: ${source.slice(at, at + 60)}`);
    if (source[i] === '\\') i += 2;
    else if (formatted && source.startsWith('{{', i)) i += 2;
    else if (formatted && source[i] === '{') i = fieldEnd(source, i + 1);
    else i++;
  }
  return i + quote.length;
}

/** The index after the } of a replacement field. @param {string} source @param {number} at */
function fieldEnd(source, at) {
  let depth = 0;
  for (let i = at; i < source.length; ) {
    const string = STRING_START.exec(source.slice(i, i + 6));
    if (string && !/[\p{L}\p{N}_]/u.test(source[i - 1])) {
      i = stringEnd(source, i + string[0].length - string[1].length, string[0].slice(0, -string[1].length));
      continue;
    }
    if ('([{'.includes(source[i])) depth++;
    else if (source[i] === '}' && depth === 0) return i + 1;
    else if (')]}'.includes(source[i])) depth--;
    i++;
  }
  throw new Error('unterminated replacement field');
}

/**
 * Logical lines with their indentation.
 * @param {string} source @returns {{indent: number, tokens: Token[]}[]}
 */
function logicalLines(source) {
  /** @type {{indent: number, tokens: Token[]}[]} */
  const lines = [];
  /** @type {Token[]} */
  let tokens = [];
  let indent = 0, depth = 0, at = 0;
  const end = () => {
    if (tokens.length) lines.push({ indent, tokens });
    tokens = [];
  };
  while (at < source.length) {
    if (tokens.length === 0) {
      const space = /^ */.exec(source.slice(at, at + 200))?.[0].length ?? 0;
      indent = space;
      at += space;
    }
    const rest = source.slice(at, at + 200), c = source[at];
    let match;
    if (c === '\n') {
      if (depth === 0) end();
      at++;
    } else if (c === ' ') at++;
    else if (c === '\\' && source[at + 1] === '\n') at += 2;
    else if (c === '#') {
      while (at < source.length && source[at] !== '\n') at++;
    } else if ((match = STRING_START.exec(rest))) {
      const prefix = match[0].slice(0, -match[1].length);
      const stop = stringEnd(source, at + prefix.length, prefix);
      tokens.push({ kind: 'string', text: source.slice(at, stop) });
      at = stop;
    } else if ((match = NAME.exec(rest) ?? NUMBER.exec(rest))) {
      tokens.push({ kind: 'word', text: match[0] });
      at += match[0].length;
    } else if ((match = OPERATOR.exec(rest))) {
      if ('([{'.includes(c)) depth++;
      if (')]}'.includes(c)) depth--;
      tokens.push({ kind: 'operator', text: match[0] });
      at += match[0].length;
    } else throw new Error(`not a Python token: ${rest.slice(0, 40)}`);
  }
  end();
  return lines;
}

/** Must a space stand between two tokens? @param {Token} a @param {Token} b */
function separated(a, b) {
  if (a.kind === 'operator' && b.kind === 'operator') {
    const both = a.text + b.text;
    return OPERATOR.exec(both)?.[0] !== a.text;
  }
  // 1 .real, 1. if
  if (a.kind === 'word' && b.text.startsWith('.')) return /^\d/.test(a.text);
  return a.kind !== 'operator' && b.kind !== 'operator';
}

/** @param {string} source @returns {string} */
export function minify(source) {
  const lines = logicalLines(source);
  /** @type {string[]} */
  const out = [];
  const levels = [0];
  lines.forEach(({ indent, tokens }, i) => {
    while (indent < /** @type {number} */ (levels.at(-1))) levels.pop();
    const deeper = indent > /** @type {number} */ (levels.at(-1));
    if (deeper) levels.push(indent);
    if (tokens.every(token => token.kind === 'string')) { // a docstring
      if ((deeper || i === 0) && (i === 0 || lines[i + 1]?.indent === indent)) return;
      if (deeper) tokens = [{ kind: 'word', text: 'pass' }];
    }
    let text = ' '.repeat(levels.length - 1);
    tokens.forEach((token, k) => {
      if (k && separated(tokens[k - 1], token)) text += ' ';
      text += token.text;
    });
    out.push(text);
  });
  return out.join('\n') + '\n';
}
