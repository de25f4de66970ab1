// Shows where two outcomes of one case differ, in the lines that matter.

/** @typedef {import('./cases.mjs').Outcome} Outcome */

/** Lines around a difference, and at most this many lines of it. */
const CONTEXT = 2;
const MOST = 40;

/** @param {Outcome} a @param {Outcome} b */
export const sameOutcome = (a, b) => a.stdout === b.stdout && a.stderr === b.stderr && a.status === b.status;

/** Long lines are cut. @param {string} line */
const cut = line => (line.length > 300 ? `${line.slice(0, 300)}… (${line.length} characters)` : line);

/**
 * The lines between the first and the last difference of two texts.
 * @param {string} expected @param {string} actual
 */
function differingLines(expected, actual) {
  const a = expected.split('\n');
  const b = actual.split('\n');
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const show = (/** @type {string[]} */ lines, /** @type {string} */ mark) => {
    const rows = lines.slice(head, lines.length - tail).map(line => `  ${mark} ${cut(line)}`);
    return rows.length > MOST ? [...rows.slice(0, MOST), `  ${mark} … ${rows.length - MOST} more`] : rows;
  };
  const before = a.slice(Math.max(0, head - CONTEXT), head).map(line => `    ${cut(line)}`);
  return [...before, ...show(a, '-'), ...show(b, '+')];
}

/** @param {string} title @param {Outcome} expected @param {Outcome} actual */
export function showDifference(title, expected, actual) {
  const lines = [`== ${title}   (- expected, + printed)`];
  for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
    if (expected[stream] === actual[stream]) continue;
    lines.push(` ${stream}:`, ...differingLines(expected[stream], actual[stream]));
  }
  if (expected.status !== actual.status) lines.push(` status: expected ${expected.status}, got ${actual.status}`);
  return lines.join('\n');
}
