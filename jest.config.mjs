/** Tests run on the TypeScript sources: no build is needed, but for those that spawn a bundle. */
const config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{packages,actions}/*/test/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/lib/', '<rootDir>/actions/[^/]+/lib/', '<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^@lockstep/([^/]+)$': '<rootDir>/packages/$1/src/index.ts' },
  testTimeout: 30_000,
};
export default config;
