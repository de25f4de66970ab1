// Options: the command line as python3 reads it; the same as wasm/command/options.c.

export const VERSION = 'Python 3.14.2 (aiter 0.1.0)';

const USAGE = 'usage: aiter [option] ... [-c CODE | FILE | -] [ARG] ...\n';

const HELP = `Runs a Python program.
  -c CODE               the program is CODE
  FILE                  the program is in a file
  -                     the program comes from standard input (also when nothing is given, except at a terminal)
  ARG ...               what the program finds in sys.argv[1:]
Options:
  --virtual-time        sleeps do not wait: the clock jumps to the next timer
  --time-limit SECONDS  KeyboardInterrupt after so long; exit status 130
  --memory-limit MIB    MemoryError when the program holds so many MiB (default 1024)
  -h, --help            this text
  -V, --version         the version
`;

/**
 * @typedef {object} Options
 * @property {'stdin' | 'code' | 'file'} source
 * @property {string} text      the code of -c, or the name of the file as given
 * @property {string} script    sys.argv[0]
 * @property {string[]} args    sys.argv[1:]
 * @property {number} [timeLimit]  seconds
 * @property {number} memoryLimit  MiB
 * @property {boolean} virtualTime
 */

/** The command is over: what it says, and its exit status. */
export class Exit {
  /** @param {number} status @param {{stdout?: string, stderr?: string}} [said] */
  constructor(status, { stdout = '', stderr = '' } = {}) {
    this.status = status;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

/** @param {string} message */
const usage = message => new Exit(2, { stderr: `${message}\n${USAGE}Try \`aiter -h' for more information.\n` });

/** @param {string} name @param {string} value @param {string} unit @param {number} least @param {number} most */
function limitNumber(name, value, unit, least, most) {
  const number = /^[\d.eE+-]+$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new Exit(2, { stderr: `aiter: ${name} wants a number of ${unit} from ${least} to ${most}, not '${value}'\n` });
}

/**
 * @param {string[]} words  the command line after the command's name
 * @returns {Options}
 * @throws {Exit}
 */
export function parseOptions(words) {
  /** @type {Options} */
  const options = { source: 'stdin', text: '', script: '', args: [], memoryLimit: 1024, virtualTime: false };
  let i = 0;
  /** The value after `=` or in the next word. @param {string} name */
  const value = name => (words[i] === name ? (words[++i] ?? '') : words[i].slice(name.length + 1));
  for (; i < words.length && words[i].startsWith('-') && words[i] !== '-'; i++) {
    const word = words[i];
    const name = word.split('=')[0];
    if (word === '--') {
      i++;
      break;
    }
    if (word.startsWith('-c')) {
      options.text = word.slice(2) || words[++i];
      if (options.text === undefined) throw usage('Argument expected for the -c option');
      return { ...options, source: 'code', script: '-c', args: words.slice(i + 1) };
    }
    if (word === '-h' || word === '--help' || word === '-?') throw new Exit(0, { stdout: USAGE + HELP });
    if (word === '-V' || word === '--version') throw new Exit(0, { stdout: VERSION + '\n' });
    if (word === '--virtual-time') options.virtualTime = true;
    else if (name === '--time-limit') options.timeLimit = limitNumber(name, value(name), 'seconds', 0.001, 1e9);
    // What one WebAssembly memory gives the C library here.
    else if (name === '--memory-limit') options.memoryLimit = limitNumber(name, value(name), 'MiB', 1, 2047);
    else if (word.startsWith('-m')) {
      throw new Exit(2, { stderr: 'aiter: -m is not supported yet: give the program as a FILE or with -c\n' });
    } else throw usage(word.startsWith('--') ? `unknown option ${word}` : `Unknown option: -${word[1]}`);
  }
  if (i === words.length) return options;
  const [script, ...args] = words.slice(i);
  return { ...options, source: script === '-' ? 'stdin' : 'file', text: script, script, args };
}
