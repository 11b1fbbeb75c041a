#!/usr/bin/env node
/**
 * Measures what the design promises, as ratios taken in one run, and exits 1 where a budget does not hold.
 *
 *   npm run bench                 all of it
 *   npm run bench -- cold-start   one of the files beside this one
 *
 * Each bench exports `bench()`, an async generator of rows of { what, measured, budget, ok }; each row is printed as it
 * comes.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.replace(/\.mjs$/, ''))
  .sort();
const wanted = process.argv.slice(2);
const strangers = wanted.filter((name) => !known.includes(name));
if (strangers.length > 0) {
  console.error(`bench: no such bench: ${strangers.join(', ')}; there are ${known.join(', ')}`);
  process.exit(1);
}
let over = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n${name}`);
  const { bench } = await import(`./${name}.mjs`);
  for await (const { what, measured, budget, ok } of bench()) {
    if (!ok) over++;
    console.log(`  ${ok ? 'ok  ' : 'OVER'}  ${what}: ${measured} (budget ${budget})`);
  }
}
console.log(over === 0 ? '\nevery budget holds' : `\n${over} over budget`);
process.exitCode = over === 0 ? 0 : 1;
