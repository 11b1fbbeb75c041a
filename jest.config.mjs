/** Tests run on the TypeScript sources: no build is needed, but for those that spawn a bundle. */
const config = {
  testEnvironment: 'node',
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/lib/', '<rootDir>/actions/[^/]+/lib/', '<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: {
    '^@lockstep/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@lockstep/([^/]+)/([^/]+)$': ['<rootDir>/packages/$1/src/$2/index.ts', '<rootDir>/packages/$1/src/$2.ts'],
  },
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
    ].map((name) => `<rootDir>/${name}.test.ts`);

export default {
  testTimeout: 30_000,
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
