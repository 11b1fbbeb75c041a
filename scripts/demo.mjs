#!/usr/bin/env node
/**
 * Five releases of a sample app on the proving ground, under load; exits 1 where anything was not as it must be.
 *
 *   npm run demo             plays it
 *   npm run demo -- --keep   and leaves the world up to look around
 */
import { describe } from '../packages/base/lib/index.js';
import { playDemo } from '../packages/proving-ground/lib/demo/index.js';

const unknown = process.argv.slice(2).filter((argument) => argument !== '--keep');
if (unknown.length > 0) {
  console.error(`demo: unknown argument ${unknown.join(' ')}; there is only --keep`);
  process.exit(1);
}
try {
  const keep = process.argv.includes('--keep');
  const problems = await playDemo({ keep, print: (line) => console.log(line) });
  for (const problem of problems) console.error(`NOT AS IT MUST BE: ${problem}`);
  console.log(problems.length === 0 ? 'every invariant held' : `${problems.length} invariants did not hold`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`demo: ${describe(error)}`);
  process.exitCode = 1;
}
