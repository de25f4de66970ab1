// npm run record [-- --all] [-- --check] [path or part of a name…]: writes what CPython 3.14 prints for the cases that
// have no expectation yet; with --all for every case; with --check it writes nothing and tells which ones are stale.

import { findCases, isRecorded, readExpected, writeExpected } from './cases.mjs';
import { sameOutcome, showDifference } from './diff.mjs';
import { Referee } from './referee.mjs';

const flags = process.argv.slice(2).filter(word => word.startsWith('--'));
const filters = process.argv.slice(2).filter(word => !word.startsWith('--'));
const check = flags.includes('--check');
const all = check || flags.includes('--all');

const cases = findCases(filters).filter(c => !c.byHand && (all || !isRecorded(c)));
const referee = new Referee(Math.min(2, cases.length));
let written = 0;
let stale = 0;
let failed = 0;
await Promise.all(
  cases.map(async c => {
    try {
      const outcome = await referee.run(c);
      const same = isRecorded(c) && sameOutcome(readExpected(c), outcome);
      if (same) return;
      if (check) {
        stale++;
        console.log(showDifference(c.id, readExpected(c), outcome));
      } else {
        writeExpected(c, outcome);
        written++;
        console.log(`recorded ${c.id}${outcome.status ? ` (status ${outcome.status})` : ''}`);
      }
    } catch (error) {
      failed++;
      console.error(String(/** @type {Error} */ (error).message));
    }
  }),
);
await referee.close();
console.log(check ? `${cases.length - stale} fresh, ${stale} stale, ${failed} failed` : `${written} recorded, ${failed} failed`);
process.exit(failed || stale ? 1 : 0);
