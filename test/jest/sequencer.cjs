/**
 * The order of the files: those that take longest first, so that none is left over at the end while other workers have
 * nothing to do. jest goes by how long each took before; a fresh checkout knows that of none, and then by their sizes, which
 * say little: first come those that are known to be long, then scenarios, which are releases, however short their text.
 */
const { createRequire } = require('node:module');
const { join, relative, sep } = require('node:path');

const inJest = ['jest', '@jest/core', 'jest-config'].reduce((from, name) => createRequire(from.resolve(name)), require);
const Sequencer = inJest('@jest/test-sequencer').default;
const root = join(__dirname, '../..');

/** Longest first, as CI found them: each takes as long as dozens of others. */
const KNOWN_AS_LONG = [
  'packages/tenants/test/zoo.test.ts',
  'test/e2e/reruns-of-others.test.ts',
  'test/e2e/reruns.test.ts',
  'test/e2e/audits.test.ts',
  'packages/cli/test/migrations.test.ts',
  'packages/backup/test/files/files.test.ts',
  'test/e2e/staging.test.ts',
  'packages/contract/test/mutations/mutations.test.ts',
  'packages/migrations/test/valid.test.ts',
  'packages/migrations/test/supabase-cli.test.ts',
  'packages/backup/test/source.test.ts',
  'test/scripts/first-release.test.ts',
  'actions/alias-swap/test/alias-swap.test.ts',
  'actions/alias-swap/test/words.test.ts',
];

/** The place of a file of which jest knows no time, among such files: the less, the sooner. */
function place({ path }) {
  const file = relative(root, path).split(sep).join('/');
  const known = KNOWN_AS_LONG.indexOf(file);
  if (known >= 0) return known;
  return /^test\/(?:e2e|faults)\//.test(file) ? KNOWN_AS_LONG.length : undefined;
}

module.exports = class LongestFirst extends Sequencer {
  static KNOWN_AS_LONG = KNOWN_AS_LONG;

  sort(tests) {
    const sorted = super.sort(tests);
    const isFirst = (test) => test.duration === undefined && place(test) !== undefined;
    const first = sorted.filter(isFirst).sort((a, b) => place(a) - place(b));
    return [...first, ...sorted.filter((test) => !isFirst(test))];
  }
};
