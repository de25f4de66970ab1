// The programs of tests/python in browsers: in the page itself, by its Run button, where time is real; all of them through
// the library on the main thread; some in a worker.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findCases, isRecorded, readExpected, readInput } from '../tools/cases.mjs';
import { sameOutcome, showDifference } from '../tools/diff.mjs';
import { maskOutcome } from '../tools/mask.mjs';
import { inEachBrowser, root } from './browsers.js';
import { fragment } from './the_page.js';

/** @typedef {import('../tools/cases.mjs').Case} Case */

/** What the engine does not pass yet, as tests/python/python.test.mjs reads it: each line a case, then the reason. */
const pending = new Set(
  readFileSync(`${root}tests/python/pending.txt`, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(' ')[0]),
);
const everyCase = findCases();
const cases = everyCase.filter(c => isRecorded(c) && !pending.has(c.id) && !c.notOn.has('page') && !c.notOn.has('node'));
/**
 * Cases that the page's Run button can not repeat, by the reason: there time is real. (Through the library every case runs
 * in the page as well, see below.)
 */
const notByButton = new Map(
  Object.entries({
    'has timers that end at the same time, to the microsecond': `docs/asyncio_queue_workers asyncio/random_task_programs
      asyncio/random_synchronisation_programs`,
    'reads a last line without a line end, which the page adds': 'builtins/input_and_stdin_lines',
    'is given arguments': 'language/script_arguments',
    'prints a part of the name of its file': 'asyncio/foreign_futures_and_coroutines',
  }).flatMap(([reason, ids]) => ids.split(/\s+/).map(id => /** @type {[string, string]} */ ([id, reason]))),
);
const inPage = cases.filter(c => !notByButton.has(c.id));
/** So many pages run programs at a time: most of them sleep. */
const PAGES = 4;
/** Programs that may print something when the interpreter ends: the page keeps their names, so it does not end. */
const AT_EXIT = /__del__|atexit|weakref|Exception ignored|never (awaited|retrieved)/;
/** Each program has so many tries: on a machine that is busy a tenth of a second can become two. */
const TRIES = 3;

/** What a case by the Run button must print, or did: as everywhere, but for how long things took. @param {Case} c @param {Outcome} outcome */
function withoutTimes(c, { stdout, stderr, status }) {
  const mask = (/** @type {string} */ text) =>
    /\b(perf_counter|monotonic|time)\(\)/.test(readFileSync(c.file, 'utf8')) ? text.replace(/\b\d+\.\d+\b/g, '?.?') : text;
  return { stdout: mask(stdout), stderr: mask(stderr), status };
}

/**
 * Puts a program into the page, as its link does, presses Run and reads what the page shows at the end. Runs in the page.
 * @param {string} hash
 */
async function runByButton(hash) {
  const get = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const pause = () => new Promise(resolve => setTimeout(resolve, 5));
  get('clear').click();
  if (location.hash !== hash) {
    const changed = new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
    location.hash = hash;
    await changed;
  }
  while (get('status').textContent !== 'Ready') await pause();
  get('run').click();
  for (const end = performance.now() + 40_000; !/^(Exit|Ended)/.test(get('status').textContent ?? ''); await pause()) {
    // Behind the lines of the box the page asks for more: a file would have ended.
    if (!get('ask').hidden) get('ask-end').click();
    if (performance.now() > end) break;
  }
  const text = (/** @type {string} */ kind) =>
    [...document.querySelectorAll(`#output .${kind}`)].map(part => part.textContent).join('');
  const status = get('status').textContent ?? '';
  return { stdout: text('stdout'), stderr: text('stderr'), status: Number(status.replace('Exit status ', '')) };
}

/**
 * Runs programs in the document or worker that this is sent to, through the library that stands at an address.
 * @param {{library: string, programs: Array<{code: string, filename: string, args: string[], stdin: string, virtual: boolean}>}} job
 */
async function runPrograms({ library, programs }) {
  const { loadAiter } = await import(library);
  const outcomes = [];
  for (const { code, filename, args, stdin, virtual } of programs) {
    const outcome = { stdout: '', stderr: '', status: -1 };
    try {
      const py = await loadAiter({
        stdin,
        virtualTime: virtual,
        stdout: (/** @type {string} */ text) => (outcome.stdout += text),
        stderr: (/** @type {string} */ text) => (outcome.stderr += text),
      });
      outcome.status = (await py.runProgram(code, { filename, args, timeout: 20_000 })).status;
      py.close();
    } catch (error) {
      outcome.stderr += `\n${error}`;
    }
    outcomes.push(outcome);
  }
  return outcomes;
}

/** @param {Case} c */
const toProgram = c => ({
  code: readFileSync(c.file, 'utf8'),
  filename: c.name,
  args: c.args,
  stdin: readInput(c),
  virtual: c.virtual,
});

/** @typedef {import('../tools/cases.mjs').Outcome} Outcome */
const asItIs = (/** @type {Case} */ c, /** @type {Outcome} */ outcome) => outcome;

/** @param {Case} c @param {Outcome} outcome @param {typeof asItIs} view */
function isExpected(c, outcome, view) {
  const expected = view(c, readExpected(c));
  const seen = view(c, maskOutcome(outcome, c.folder));
  if (sameOutcome(expected, seen)) return true;
  if (view === asItIs || !AT_EXIT.test(readFileSync(c.file, 'utf8') + expected.stderr)) return false;
  return expected.status === seen.status && expected.stdout.startsWith(seen.stdout) && expected.stderr.startsWith(seen.stderr);
}

/** @param {Case[]} checked @param {Outcome[]} outcomes @param {typeof asItIs} [view]  what of an outcome counts */
function compare(checked, outcomes, view = asItIs) {
  const differences = checked.flatMap((c, i) =>
    isExpected(c, outcomes[i], view) ? [] : [showDifference(c.id, view(c, readExpected(c)), view(c, maskOutcome(outcomes[i], c.folder)))],
  );
  assert.deepEqual(differences.join('\n\n'), '', `${differences.length} of ${checked.length} differ`);
}

inEachBrowser('programs', place => {
  test('by the Run button', async t => {
    for (const [id, reason] of notByButton) t.diagnostic(`${id} ${reason}`);
    assert.deepEqual([...notByButton.keys()].filter(id => !everyCase.some(c => c.id === id)), [], 'no such cases');
    /** @type {Outcome[]} */ const outcomes = [];
    let next = 0;
    const runSome = async () => {
      const page = await place.open();
      while (next < inPage.length) {
        const i = next++;
        const c = inPage[i];
        const own = (/** @type {string} */ text) => text.replaceAll('main.py', c.name);
        for (let tries = 0; tries < TRIES && !(outcomes[i] && isExpected(c, outcomes[i], withoutTimes)); tries++) {
          const outcome = await page.evaluate(runByButton, fragment(readFileSync(c.file, 'utf8'), readInput(c)));
          outcomes[i] = { stdout: own(outcome.stdout), stderr: own(outcome.stderr), status: outcome.status };
        }
      }
      await page.context().close();
    };
    await Promise.all(Array.from({ length: PAGES }, runSome));
    compare(inPage, outcomes, withoutTimes);
  });

  test('on the main thread', async () => {
    const page = await place.open();
    const library = new URL('../index.js', place.address).href;
    const outcomes = await page.evaluate(runPrograms, { library, programs: cases.map(toProgram) });
    await page.context().close();
    compare(cases, outcomes);
  });

  test('in a worker', async () => {
    const page = await place.open();
    const library = new URL('../index.js', place.address).href;
    const source = `import { loadAiter } from '${library}';
      ${runPrograms.toString().replace(/const \{ loadAiter \} = await import\(library\);/, '')}
      onmessage = async ({ data }) => postMessage(await runPrograms(data));`;
    const some = cases.filter((c, i) => c.area === 'seed' || i % 10 === 0);
    // A page without the Content-Security-Policy of ours, under which workers come from files only.
    await page.goto(new URL('../index.d.ts', place.address).href);
    const outcomes = await page.evaluate(
      ({ source, job }) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = event => reject(new Error(event.message));
          worker.postMessage(job);
        }),
      { source, job: { library, programs: some.map(toProgram) } },
    );
    await page.context().close();
    compare(some, outcomes);
  });
});
