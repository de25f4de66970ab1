// What two correct runs of one program may print differently, made equal: addresses, the folders that a program and the library lie in,
// and the frames of library code in tracebacks (CPython's asyncio is written in Python, ours is not).

/** A frame of a traceback; an exception group draws a margin before it. */
const FRAME = /^([ |]*)  File "([^"]*)", line \d+, in /;
/** Files whose frames are dropped: the standard library, and the referee's own. */
const LIBRARY = /^((?:\/usr)?\/lib\/python3|<frozen |<referee>|<lib)/;
const HEADER = /^[ |+]*Traceback \(most recent call last\):$|Exception Group Traceback \(most recent call last\):$/;

/** @param {string} text */
function dropLibraryFrames(text) {
  const kept = [];
  /** The margin of the frame that is being dropped, or null. @type {string | null} */
  let dropping = null;
  for (const line of text.split('\n')) {
    const frame = FRAME.exec(line);
    if (frame) {
      dropping = LIBRARY.test(frame[2]) ? frame[1] : null;
      if (dropping !== null) continue;
    } else if (dropping !== null) {
      // Its source, its carets, and its repetitions.
      if (line.startsWith(dropping + '    ') || line.startsWith(dropping + '  [Previous line repeated')) continue;
      dropping = null;
    }
    kept.push(line);
  }
  return kept;
}

/** A heading whose frames were all dropped says nothing. @param {string[]} lines */
function dropEmptyHeaders(lines) {
  return lines.filter((line, i) => !(HEADER.test(line) && !line.includes('Group') && !FRAME.test(lines[i + 1] ?? '')));
}

/**
 * @param {string} text what a program printed
 * @param {string} folder where it lies
 */
export function mask(text, folder) {
  let masked = text.replaceAll(folder + '/', '').replaceAll('/lib/python314.zip/', '/usr/lib/python3.14/').replace(/\bat 0x[0-9a-fA-F]+/g, 'at 0x…').replace(/\bwhen=[\d.]+/g, 'when=…');
  if (masked.includes('  File "')) masked = dropEmptyHeaders(dropLibraryFrames(masked)).join('\n');
  return masked;
}

/**
 * @param {import('./cases.mjs').Outcome} outcome @param {string} folder
 * @returns {import('./cases.mjs').Outcome}
 */
export function maskOutcome({ stdout, stderr, status }, folder) {
  return { stdout: mask(stdout, folder), stderr: mask(stderr, folder), status };
}
