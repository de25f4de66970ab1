// node tests/tools/run.mjs [--place native|sanitize|node|wasi|all] [--names] [--verbose] [path or part of a name…]
// For developers: runs cases, prints how the failing ones differ (--names: only their names), ends with a summary.

import { findCases, isRecorded, readExpected } from './cases.mjs';
import { sameOutcome, showDifference } from './diff.mjs';
import { isThere, places, runCases } from './places.mjs';

const words = process.argv.slice(2);
const names = words.includes('--names');
const verbose = words.includes('--verbose');
const at = words.indexOf('--place');
const wanted = at < 0 ? 'native' : words[at + 1];
const filters = words.filter((word, i) => !word.startsWith('--') && (at < 0 || i !== at + 1));

const chosen = places.filter(place => wanted === 'all' || wanted.split(',').includes(place.name));
if (chosen.length === 0) {
  console.error(`no such place: ${wanted} (${places.map(place => place.name).join(', ')}, all)`);
  process.exit(2);
}
const cases = findCases(filters);
const unrecorded = cases.filter(c => !isRecorded(c));
if (unrecorded.length) console.log(`without expectation (npm run record): ${unrecorded.map(c => c.id).join(' ')}`);
let passed = 0;
let failed = 0;
for (const place of chosen) {
  if (!isThere(place)) {
    console.log(`${place.name}: ${place.artefact} is not there (./build.sh)`);
    failed++;
    continue;
  }
  const fit = cases.filter(c => isRecorded(c) && !c.notOn.has(place.name));
  const start = Date.now();
  /** @type {Map<string, [number, number]>} */
  const areas = new Map();
  await runCases(place, fit, (c, outcome) => {
    const expected = readExpected(c);
    const good = sameOutcome(expected, outcome);
    const counts = areas.get(c.area) ?? [0, 0];
    counts[good ? 0 : 1]++;
    areas.set(c.area, counts);
    if (good) passed++;
    else failed++;
    const title = `${place.name} ${c.id}`;
    if (!good) console.log(names ? `failed ${title}` : showDifference(title, expected, outcome) + '\n');
    else if (verbose) console.log(`passed ${title}`);
  });
  const summary = [...areas].map(([area, [good, bad]]) => `${area} ${good}/${good + bad}`).join(', ');
  console.log(`${place.name}: ${summary}; ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
