#!/usr/bin/env node
/**
 * Writes everything that is made from something else, but for the bundles: tables and pages of the documentation, the
 * starters in plain steps, the pictures of the workflows, and the consumers of the tests.
 *
 *   node scripts/generate.mjs            writes
 *   node scripts/generate.mjs --check    exits 1 where something is not what it would write
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const makers = ['scripts/docs.mjs', 'scripts/plain-steps.mjs', 'scripts/pictures.mjs'];
// The consumers are compared by a test, which knows what in them is their own.
if (!check) makers.push('test/fixtures/consumers/install.mjs');
for (const maker of makers) {
  const { status } = spawnSync(process.execPath, [join(root, maker), ...(check ? ['--check'] : [])], {
    stdio: 'inherit',
    cwd: root,
  });
  if (status !== 0) process.exitCode = 1;
}
