/** Tests run on the TypeScript sources: no build is needed, but for those that spawn a bundle. */
const config = {
  // Node's own loader in place of jest's; test/jest says how.
  runtime: '<rootDir>/test/jest/runtime.cjs',
  testEnvironment: '<rootDir>/test/jest/environment.cjs',
  transform: {},
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/fixtures/',
    // Runs for the pictures of the documentation; what happens in them is judged by other tests.
    ...(process.env.LOCKSTEP_GALLERY ? [] : ['<rootDir>/test/gallery/']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/lib/', '<rootDir>/actions/[^/]+/lib/', '<rootDir>/dist/'],
};

const everything = ['<rootDir>/{packages,actions}/*/test/**/*.test.ts', '<rootDir>/test/**/*.test.ts'];

/** What runs on PostgreSQL 15 as well: with every fault all that migrates, else a part of it that touches each side. */
const alsoOn15 = ['all', 'deep'].includes(process.env.LOCKSTEP_FAULTS)
  ? ['packages/postgres', 'packages/migrations', 'actions/migrate'].map((room) => `<rootDir>/${room}/test/**/*.test.ts`)
  : [
      ...['up/pipeline', 'up/up', 'valid', 'data-loss/user-data', 'faults/property'].map(
        (name) => `packages/migrations/test/${name}`,
      ),
      'packages/postgres/test/schema/describe-schema',
      'packages/tenants/test/seven',
      // In CI only: a backup reads and restores all that there is.
      ...(process.env.LOCKSTEP_FAULTS === 'few' ? [] : ['packages/backup/test/round-trip']),
    ].map((name) => `<rootDir>/${name}.test.ts`);

export default {
  // Not with the temp files, which a whole run takes away: in it is how long each file took.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  // Only for what hangs: a machine with other work to do is easily ten times as slow.
  testTimeout: 120_000,
  // The same for a worker that has nothing open and is only slow to end.
  workerGracefulExitTimeout: 10_000,
  testSequencer: '<rootDir>/test/jest/sequencer.cjs',
  projects: [
    { ...config, testMatch: everything },
    {
      ...config,
      displayName: 'PostgreSQL 15',
      testMatch: alsoOn15,
      setupFiles: ['<rootDir>/test/postgres-15.mjs'],
    },
  ],
};
