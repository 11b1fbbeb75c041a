/** What `@jest/globals` is to a test file: the functions that jest-circus made for it. */
const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } =
  globalThis[Symbol.for('lockstep.jest.globals')];

const jest = {
  /** Of each test and hook of this file, in milliseconds. */
  setTimeout(ms) {
    globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = ms;
    return jest;
  },
};

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test };
