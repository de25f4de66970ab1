// Every case in every place where the engine runs, one test for each place and area; and the expectations themselves
// against CPython (all of them: that takes seconds).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { findCases, isRecorded, readExpected } from '../tools/cases.mjs';
import { sameOutcome, showDifference } from '../tools/diff.mjs';
import { isThere, places, runCases } from '../tools/places.mjs';
import { Referee } from '../tools/referee.mjs';

const ci = Boolean(process.env.CI);
/**
 * Cases that the engine does not pass yet, each with the reason: `area/name reason`. They run, and the list may only
 * shrink: one that passes natively has to leave it.
 */
const pending = new Map(
  readFileSync(new URL('./pending.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => /** @type {[string, string]} */ (line.split(/\s+(.*)/s, 2))),
);
const everyCase = findCases();
const cases = everyCase.filter(c => !pending.has(c.id));
const areas = [...new Set(cases.map(c => c.area))].sort();
/** So many differences are shown in full; the rest by name. */
const SHOWN = 8;

/** @param {string[]} differences @param {number} count */
function failWith(differences, count) {
  if (differences.length === 0) return;
  const rest = differences.slice(SHOWN).map(text => text.split('\n', 1)[0]);
  assert.fail([`${differences.length} of ${count} differ`, ...differences.slice(0, SHOWN), ...rest].join('\n\n'));
}

test('every case has an expectation', () => {
  assert.deepEqual(cases.filter(c => !isRecorded(c)).map(c => c.id), [], 'npm run record writes them');
});

for (const place of places) {
  const absent = !isThere(place) && `${place.artefact} is not there: ./build.sh`;
  // With CI=true nothing is skipped: what is not there fails.
  describe(`python in ${place.name}`, { skip: ci ? false : absent }, () => {
    for (const area of areas) {
      const here = cases.filter(c => c.area === area && isRecorded(c) && !c.notOn.has(place.name));
      test(`${area}: ${here.length} cases`, async t => {
        assert.ok(isThere(place), String(absent));
        for (const c of cases.filter(c => c.area === area && c.notOn.has(place.name))) {
          t.diagnostic(`${c.id} is not for ${c.notOn.get(place.name)}`);
        }
        /** @type {string[]} */
        const differences = [];
        await runCases(place, here, (c, outcome) => {
          const expected = readExpected(c);
          if (!sameOutcome(expected, outcome)) differences.push(showDifference(c.id, expected, outcome));
        });
        failWith(differences, here.length);
      });
    }
  });
}

test('what is pending is still so, and is a case', async t => {
  const waiting = everyCase.filter(c => pending.has(c.id));
  assert.deepEqual([...pending.keys()].filter(id => !waiting.some(c => c.id === id)), [], 'in pending.txt, but no case');
  for (const c of waiting) t.diagnostic(`${c.id} is pending: ${pending.get(c.id)}`);
  /** @type {string[]} */
  const passing = [];
  const native = /** @type {import('../tools/places.mjs').Place} */ (places.find(p => p.name === 'native'));
  await runCases(native, waiting.filter(c => isRecorded(c) && !/^only /.test(pending.get(c.id) ?? '')), (c, outcome) => {
    if (sameOutcome(readExpected(c), outcome)) passing.push(c.id);
  });
  assert.deepEqual(passing, [], 'these pass now: take them out of tests/python/pending.txt');
});

test('the committed expectations are what CPython prints', async t => {
  const recorded = everyCase.filter(c => !c.byHand && isRecorded(c));
  t.diagnostic(`${recorded.length} recorded again`);
  const referee = new Referee();
  /** @type {string[]} */
  const differences = [];
  await Promise.all(
    recorded.map(async c => {
      const outcome = await referee.run(c);
      if (!sameOutcome(readExpected(c), outcome)) differences.push(showDifference(c.id, readExpected(c), outcome));
    }),
  );
  await referee.close();
  failWith(differences, recorded.length);
});
