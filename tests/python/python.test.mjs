// Every case in every place where the engine runs, one test for each place and area; and the expectations themselves
// against CPython (all of them: that takes seconds).

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findCases, isRecorded, readExpected } from '../tools/cases.mjs';
import { sameOutcome, showDifference } from '../tools/diff.mjs';
import { isThere, places, runCases } from '../tools/places.mjs';
import { Referee } from '../tools/referee.mjs';

const ci = Boolean(process.env.CI);
const cases = findCases();
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

test('the committed expectations are what CPython prints', async t => {
  const recorded = cases.filter(c => !c.byHand && isRecorded(c));
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
