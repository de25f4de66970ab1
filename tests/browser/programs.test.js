// The programs of tests/python in browsers: the main ones in the page itself, by its Run button; all of them through the
// library on the main thread; some in a worker.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findCases, isRecorded, readExpected, readInput } from '../tools/cases.mjs';
import { maskOutcome } from '../tools/mask.mjs';
import { inEachBrowser, root } from './browsers.js';
import { openProgram, outputText, untilEnd } from './the_page.js';

/** @typedef {import('../tools/cases.mjs').Case} Case */

/** What the engine does not pass yet, as tests/python/python.test.mjs reads it: each line a case, then the reason. */
const pending = new Set(
  readFileSync(`${root}tests/python/pending.txt`, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(' ')[0]),
);
const cases = findCases().filter(c => isRecorded(c) && !pending.has(c.id) && !c.notOn.has('page') && !c.notOn.has('node'));
/**
 * What runs by the page's Run button: the whole area `seed` and one case of each kind that the page has to master. Not all:
 * there time is real, and the names of a program that has ended stay, so what prints times or happens at exit differs.
 */
const byButton = new Set(
  `asyncio/queue_producer_consumer asyncio/producer_consumer_pipeline asyncio/gather_results_in_order asyncio/gather_exception
  asyncio/create_task_order asyncio/wait_for_timeout asyncio/cancel_task asyncio/cancel_through_awaits asyncio/aclosing
  asyncio/async_context_manager asyncio/task_group asyncio/task_group_uncaught asyncio/exception_through_await_chain
  asyncio/many_tasks asyncio/order_of_events asyncio/timeout_context asyncio/coroutine_never_awaited
  suspend/input_in_coroutine
  suspend/input_lines suspend/sleep_in_comparison_and_hash suspend/deep_call_stack_sleeps errors/syntax_error_assignment
  limits/recursion_depth limits/recursion_in_coroutines limits/list_without_end_is_stopped_by_memory
  limits/integer_of_5000_digits limits/integer_of_5000_digits_uncaught`.split(/\s+/),
);
const inPage = cases.filter(c => c.area === 'seed' || byButton.has(c.id));

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
      // Behind the lines of the box the page asks for more: a file would have ended.
      await page.click('#run');
      const asked = () => page.waitForSelector('#ask:not([hidden])').then(() => page.click('#ask-end'));
      if (readInput(c)) await Promise.race([untilEnd(page), asked().catch(() => {})]);
      const status = Number((await untilEnd(page)).replace('Exit status ', ''));
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
