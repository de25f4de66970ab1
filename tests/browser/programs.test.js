// The programs of tests/python in browsers. Those of the areas that are the page's own business run in the page itself, by
// its Run button; all run through the library on the main thread, and some in a worker.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findCases, isRecorded, readExpected, readInput } from '../tools/cases.mjs';
import { maskOutcome } from '../tools/mask.mjs';
import { inEachBrowser, root } from './browsers.js';
import { openProgram, outputText, run } from './the_page.js';

/** @typedef {import('../tools/cases.mjs').Case} Case */

/** What the engine does not pass yet, as tests/python/python.test.mjs reads it: each line a case, then the reason. */
const pending = new Set(
  readFileSync(`${root}tests/python/pending.txt`, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(' ')[0]),
);
const cases = findCases().filter(c => isRecorded(c) && !pending.has(c.id) && !c.notOn.has('page') && !c.notOn.has('node'));
/** Cases of which the page makes something else, and why. @type {Record<string, string>} */
const notInPage = {
  'asyncio/blocking_sleep_stalls_the_loop': 'prints times, which are real ones in the page',
  'asyncio/call_later_order': 'prints times',
  'asyncio/retry_with_back_off': 'prints times',
  'asyncio/coroutine_never_awaited_at_exit': 'the page keeps the names of a program that has ended',
  'asyncio/future': 'the page keeps the names, so a future is not dropped at the end',
};
/** In the page: sleeps take their time there, and there are no arguments. */
const inPage = cases.filter(c => ['seed', 'asyncio'].includes(c.area) && c.args.length === 0 && !(c.id in notInPage));

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

/** @param {Case[]} checked @param {import('../tools/cases.mjs').Outcome[]} outcomes */
function compare(checked, outcomes) {
  const wrong = checked.filter((c, i) => {
    try {
      assert.deepEqual(maskOutcome(outcomes[i], c.folder), readExpected(c));
      return false;
    } catch {
      return true;
    }
  });
  if (wrong.length === 0) return;
  // The names of all, and the first in full.
  console.log(`${wrong.length} of ${checked.length} differ: ${wrong.map(c => c.id).join(' ')}`);
  const first = checked.indexOf(wrong[0]);
  assert.deepEqual(maskOutcome(outcomes[first], wrong[0].folder), readExpected(wrong[0]), wrong[0].id);
}

inEachBrowser('programs', place => {
  test('in the page', { skip: inPage.length === 0 && 'no cases' }, async () => {
    const page = await place.open();
    const outcomes = [];
    for (const c of inPage) {
      await page.click('#clear');
      await openProgram(page, readFileSync(c.file, 'utf8'), readInput(c));
      const status = Number((await run(page)).replace('Exit status ', ''));
      const read = async (/** @type {string} */ part) => (await outputText(page, part)).replaceAll('main.py', c.name);
      outcomes.push({ stdout: await read('.stdout'), stderr: await read('.stderr'), status });
    }
    await page.context().close();
    compare(inPage, outcomes);
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
