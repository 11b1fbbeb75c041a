/** The process itself: test files run where Node runs any module (see runtime.cjs). */
module.exports = class NativeEnvironment {
  /** Takes what jest would put into a context: its console, its settings. */
  global = {};
  moduleMocker = null;
  fakeTimers = null;
  fakeTimersModern = null;

  async setup() {}
  async teardown() {}

  getVmContext() {
    return null;
  }

  exportConditions() {
    return [];
  }
};
