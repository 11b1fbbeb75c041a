/**
 * Loads test files as Node loads any module, in place of jest's own runtime, which links each file's whole import graph
 * anew in a VM context of its own. What lies in a `test` folder is evaluated anew for each file; sources and packages
 * once in each worker (see loader.mjs). Nothing here is mocked, so nothing needs a registry that can be emptied.
 */
const hooks = require('node:async_hooks');
const { join } = require('node:path');
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const { mapFileOf } = require('./transform.cjs');

const GLOBALS = Symbol.for('lockstep.jest.globals');
const OF_CIRCUS = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'].map((name) => Symbol.for(name));
/** The one register that a process has, and that its tests would fill for each other. */
const REDACT = pathToFileURL(join(__dirname, '../../packages/base/src/redact.ts')).href;
const AS_GIVEN = { configurable: true, enumerable: true, writable: true };
let runs = 0;

/** From the address of a module, which stacks name, to the file of its source map. */
class SourceMaps extends Map {
  get(url) {
    return mapFileOf(url);
  }
}

/** What jest-runner and jest-circus ask of a runtime, and no more. */
module.exports = class NativeRuntime {
  #run = ++runs;
  /** Of jest-circus. */
  #storages = [];
  #before = {
    console: globalThis.console,
    env: { ...process.env },
    cwd: process.cwd(),
    exitCode: process.exitCode,
    keys: new Set(Reflect.ownKeys(globalThis)),
  };

  constructor(_config, environment) {
    if (this.#run === 1) register(pathToFileURL(join(__dirname, 'loader.mjs')));
    globalThis.console = environment.global.console;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const { forgetSecrets } = await import(REDACT);
    forgetSecrets();
    return import(`${pathToFileURL(path)}?run=${this.#run}`);
  }

  /** jest-circus, whose state is of one file. */
  requireInternalModule(path) {
    delete require.cache[path];
    const given = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage');
    const { AsyncLocalStorage } = hooks;
    const made = this.#storages;
    class Noted extends AsyncLocalStorage {
      constructor(...args) {
        super(...args);
        made.push(this);
      }
    }
    Object.defineProperty(hooks, 'AsyncLocalStorage', { ...AS_GIVEN, value: Noted });
    try {
      return require(path);
    } finally {
      Object.defineProperty(hooks, 'AsyncLocalStorage', given);
    }
  }

  requireModule(path) {
    throw new Error(`${path} is to be a module`);
  }

  setGlobalsForRuntime(globals) {
    globalThis[GLOBALS] = globals;
  }

  getSourceMaps() {
    return new SourceMaps();
  }

  getAllCoverageInfoCopy() {}
  enterTestCode() {}
  leaveTestCode() {}

  /** The next file finds the process as this one did. */
  teardown() {
    // Each would be handed on with every promise of all later files.
    for (const storage of this.#storages) storage.disable();
    const { console, env, cwd, exitCode, keys } = this.#before;
    globalThis.console = console;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    if (process.cwd() !== cwd) process.chdir(cwd);
    process.exitCode = exitCode;
    for (const key of [...OF_CIRCUS, ...Reflect.ownKeys(globalThis).filter((key) => !keys.has(key))])
      if (Object.getOwnPropertyDescriptor(globalThis, key)?.configurable) delete globalThis[key];
  }
};
