// Run links: page addresses whose fragment carries a program, in the format of the documentation pages that have them:
//
//     #lang=python&input=<I>&code=<C>      <I> and <C> are btoa(encodeURIComponent(text))
//
// in any order, after `#` or `?` (the fragment wins), and as tolerant as people's tools make it necessary: values may be
// percent-encoded again, a `+` may have become a space, a `&` may have become `&amp;`, and the padding may be lost.

/**
 * @typedef {object} RunLink
 * @property {string} code      the program
 * @property {string} input     its standard input
 * @property {string} language  as the link says, or 'python'
 */

/** A link that carries a program which cannot be read. What it carried is in `raw`, so that nothing is lost. */
export class RunLinkError extends Error {
  /** @param {string} parameter  'code' or 'input' @param {string} raw  its value as it stands in the link @param {string} why */
  constructor(parameter, raw, why) {
    super(`The link's parameter "${parameter}" is damaged: ${why}. Was the link copied completely?`);
    this.name = 'RunLinkError';
    this.parameter = parameter;
    this.raw = raw;
  }
}

/**
 * The program that an address carries, or null when it carries none.
 * @param {string | URL} address  a whole address, or only its part from `#` or `?` on
 * @returns {RunLink | null}
 * @throws {RunLinkError}
 */
export function parseRunLink(address) {
  const [, query = '', fragment = ''] = /** @type {RegExpExecArray} */ (/^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(String(address)));
  const parameters = new Map([...readParameters(query), ...readParameters(fragment)]);
  if (!parameters.has('code') && !parameters.has('input')) return null;
  return {
    code: decodeText('code', parameters.get('code') ?? ''),
    input: decodeText('input', parameters.get('input') ?? ''),
    language: unescapePercent(parameters.get('lang') ?? 'python').toLowerCase(),
  };
}

/**
 * The link that opens a page with a program.
 * @param {string | URL} page  the page's address; its own query and fragment are dropped
 * @param {{code: string, input?: string, language?: string}} program
 */
export function makeRunLink(page, { code, input = '', language = 'python' }) {
  const base = String(page).replace(/[?#].*$/s, '');
  return `${base}#lang=${encodeURIComponent(language)}&input=${encodeText(input)}&code=${encodeText(code)}`;
}

/** Names and raw values. URLSearchParams would do more than we want to `+`. @param {string} part @returns {[string, string][]} */
function readParameters(part) {
  return part
    .slice(1)
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [name, ...value] = pair.split('=');
      return [name.replace(/^amp;/, ''), value.join('=')];
    });
}

/** Percent-escapes undone, as often as they were made: the alphabet of base64 has no percent sign. @param {string} text */
function unescapePercent(text) {
  for (let before = ''; before !== text && text.includes('%'); ) {
    before = text;
    try {
      text = decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  return text;
}

/** @param {string} parameter @param {string} raw */
function decodeText(parameter, raw) {
  // A space was a plus; the base64 of addresses writes - and _; line ends come from mail.
  const base64 = unescapePercent(raw).replace(/[\r\n\t]/g, '').replace(/[ -]/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  let escaped;
  try {
    escaped = atob(base64);
  } catch {
    throw new RunLinkError(parameter, raw, 'it is not base64');
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    throw new RunLinkError(parameter, raw, 'its text breaks off or is not percent-encoded UTF-8');
  }
}

/** @param {string} text */
function encodeText(text) {
  // encodeURIComponent refuses half a surrogate pair.
  return btoa(encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')));
}
