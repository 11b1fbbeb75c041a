/**
 * The order of the files: those that take longest first, so that none is left over at the end while other workers have
 * nothing to do. jest goes by how long each took before; a fresh checkout knows that of none, and then by their sizes, which
 * say little of scenarios: those are releases, however short their text.
 */
const { createRequire } = require('node:module');

const inJest = ['jest', '@jest/core', 'jest-config'].reduce((from, name) => createRequire(from.resolve(name)), require);
const Sequencer = inJest('@jest/test-sequencer').default;

const ofUnknownLength = ({ duration, path }) => duration === undefined && /\/test\/(?:e2e|faults)\//.test(path);

module.exports = class ScenariosFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(ofUnknownLength), ...sorted.filter((test) => !ofUnknownLength(test))];
  }
};
