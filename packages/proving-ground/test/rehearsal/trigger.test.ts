import { describe, expect, test } from '@jest/globals';
import { planTrigger, pushMisses, readOn, type Trigger, type TriggerWish } from '../../src/rehearsal/trigger.ts';

const plan = (on: string, wish: Partial<TriggerWish> = {}) =>
  planTrigger('x.yml', readOn(`on: ${on}`), { event: undefined, inputs: {}, comment: undefined, ...wish });

describe('a workflow is started by', () => {
  test.each<[string, string, Partial<TriggerWish>, Trigger]>([
    ['a push, where it runs on one', '[workflow_dispatch, push]', {}, { kind: 'push' }],
    ['a button', 'workflow_dispatch', {}, { kind: 'dispatch', inputs: {} }],
    [
      'a button, where inputs are given',
      '[push, workflow_dispatch]',
      { inputs: { to: 'previous' } },
      { kind: 'dispatch', inputs: { to: 'previous' } },
    ],
    ['what is wished', '[push, schedule]', { event: 'schedule' }, { kind: 'bare', event: 'schedule' }],
    ['a pull request', 'pull_request', {}, { kind: 'pull-request', event: 'pull_request', action: 'opened' }],
    [
      'a pull request that is closed',
      '{ pull_request: { types: [closed] } }',
      {},
      { kind: 'pull-request', event: 'pull_request', action: 'closed' },
    ],
    ['a comment', 'issue_comment', { comment: '/go' }, { kind: 'comment', body: '/go' }],
    [
      'a run of another workflow',
      '{ workflow_run: { workflows: [Release, Promote] } }',
      {},
      { kind: 'follow', workflows: ['Release', 'Promote'] },
    ],
    ['a merge queue', 'merge_group', {}, { kind: 'bare', event: 'merge_group' }],
  ])('%s', (_what, on, wish, trigger) => {
    expect(plan(on, wish)).toEqual(trigger);
  });

  test.each<[string, string, Partial<TriggerWish>, RegExp]>([
    ['an event that it does not run on', 'push', { event: 'release' }, /does not run on release; it runs on push/],
    ['a button that it does not have', 'push', { inputs: { a: 'b' } }, /does not run on workflow_dispatch/],
    ['a comment that nobody wrote', 'issue_comment', {}, /say it by --comment TEXT/],
    ['nobody but another workflow', 'workflow_call', {}, /another workflow calls it/],
  ])('not %s', (_what, on, wish, said) => {
    expect(() => plan(on, wish)).toThrow(said);
  });
});

test.each([
  ['{ push: { branches: [main] } }', 'master', /a push to master, which is checked out, does not start it/],
  ['{ push: { branches: [main] } }', 'main', undefined],
  ['{ push: { branches: ["release/**"] } }', 'master', undefined],
  ['push', 'master', undefined],
  ['{ push: { branches: [main] } }', '', undefined],
] as const)('on %s with %s checked out', (on, branch, said) => {
  const told = pushMisses(readOn(`on: ${on}`), branch);
  if (said === undefined) expect(told).toBeUndefined();
  else expect(told).toMatch(said);
});
