import { spawnAction } from '@lockstep/proving-ground/action';
import type { Scope } from '@lockstep/proving-ground/scope';
import { checkout } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const EVENT = { event: 'access-change', subject: 'production', 'event-code': 'reviewed' };
const LINE = ['--event', 'access-change', '--subject', 'production', '--code', 'reviewed'];

interface Record {
  readonly to?: string;
  readonly id?: string;
  readonly result?: string;
  readonly inputs?: Asked['inputs'];
  readonly args?: Asked['args'];
}

function record(scope: Scope, options: Record = {}): Asked {
  const { args = [], id = 'one', inputs = {}, result = 'pass', to = checkout(scope) } = options;
  return {
    cwd: checkout(scope, { 'review.md': 'reviewed', 'a/list.md': 'one', 'b/list.md': 'two' }),
    inputs: { command: 'record', to, ...EVENT, 'event-id': id, 'event-result': result, ...inputs },
    args: ['--to', to, ...LINE, '--id', id, '--result', result, ...args],
  };
}

/** A trail with one record, and what keeps its anchor. */
async function begun(scope: Scope) {
  const [to, anchors] = [checkout(scope), checkout(scope)];
  const first = { command: 'record', to, ...EVENT, 'event-id': 'one', 'event-result': 'pass' };
  await spawnAction('evidence', { ...first, 'anchor-to': anchors });
  return { to, anchors };
}

export const pair: Pair = {
  command: 'evidence record',
  action: 'evidence',
  cases: {
    'an event, with the file that proves it': {
      ...{ verdict: 'pass', reason: 'recorded', changes: true },
      ask: (scope) =>
        record(scope, {
          inputs: { files: 'a/list.md\nb/list.md' },
          args: ['--file', 'a/list.md', '--file', 'b/list.md'],
        }),
    },
    'what is there already': {
      ...{ verdict: 'pass', reason: 'already-recorded' },
      ask: async (scope) => record(scope, { to: (await begun(scope)).to }),
    },
    'an id that is taken by something else': {
      ...{ verdict: 'unknown', reason: 'recorded-otherwise' },
      ask: async (scope) => record(scope, { to: (await begun(scope)).to, result: 'fail' }),
    },
    'an anchor in a place that shows no lock': {
      ...{ verdict: 'unknown', reason: 'anchor-not-locked', changes: true },
      ask: (scope) => {
        const anchors = checkout(scope);
        return record(scope, { inputs: { 'anchor-to': anchors }, args: ['--anchor-to', anchors] });
      },
    },
    'an anchor of another trail': {
      ...{ verdict: 'fail', reason: 'anchors-differ' },
      ask: async (scope) => {
        const { anchors } = await begun(scope);
        return record(scope, { inputs: { 'anchor-to': anchors }, args: ['--anchor-to', anchors] });
      },
    },
    'what is still to come': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => {
        const at = '2999-01-01T00:00:00.000Z';
        return record(scope, { inputs: { 'happened-at': at }, args: ['--happened-at', at] });
      },
    },
    'a person without a number, a file that is not there, and an id that is none': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) =>
        record(scope, {
          id: 'a b',
          inputs: { 'actor-id': 'jane', files: 'none.md' },
          args: ['--actor-id', 'jane', '--file', 'none.md'],
        }),
    },
  },
};
