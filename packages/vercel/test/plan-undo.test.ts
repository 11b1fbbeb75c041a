import { expect, test } from '@jest/globals';
import { planUndo, type Rollout, type SwapPlan, type UndoPlan } from '@lockstep/vercel';
import { aPlan, aProject, aRollout, NOW, rows, STAGES } from './states.ts';

type Where = { readonly production: string; readonly hosts: readonly [string, string] };

const job = (type: string, to: string, status: string) => ({
  type,
  to,
  from: 'dpl_a',
  requestedAt: NOW - 1_000,
  status,
});

const stateOf = ({ production, hosts }: Where, more: Parameters<typeof aProject>[0] = {}) => ({
  project: aProject({ production, ...more }),
  aliases: rows({ 'shop.example.com': hosts[0], 'web.vercel.app': hosts[1] }),
  rollout: undefined as Rollout | undefined,
});

const after: Where = { production: 'dpl_b', hosts: ['dpl_b', 'dpl_b'] };
const before: Where = { production: 'dpl_a', hosts: ['dpl_a', 'dpl_a'] };

test.each<[string, ReturnType<typeof stateOf>, Partial<SwapPlan>, UndoPlan['kind']]>([
  ['all shows the candidate: one rollback', stateOf(after), {}, 'rollback'],
  ['nothing moved: nothing', stateOf(before), {}, 'nothing'],
  [
    'the pointer moved and one name did not: one rollback',
    stateOf({ ...after, hosts: ['dpl_b', 'dpl_a'] }),
    {},
    'rollback',
  ],
  [
    'one name moved and the pointer did not: that name',
    stateOf({ ...before, hosts: ['dpl_b', 'dpl_a'] }),
    {},
    'reassign',
  ],
  ['the pointer shows a third: conflict', stateOf({ ...after, production: 'dpl_c' }), {}, 'conflict'],
  ['one name shows a third: conflict', stateOf({ ...after, hosts: ['dpl_b', 'dpl_c'] }), {}, 'conflict'],
  ['our promote is under way: wait', stateOf(before, { job: job('promote', 'dpl_b', 'pending') }), {}, 'wait'],
  ['another one is under way: conflict', stateOf(after, { job: job('promote', 'dpl_c', 'pending') }), {}, 'conflict'],
  ['our rollback is under way: wait', stateOf(after, { job: job('rollback', 'dpl_a', 'in-progress') }), {}, 'wait'],
  [
    'a foreign rollback is under way: conflict',
    stateOf(after, { job: job('rollback', 'dpl_z', 'pending') }),
    {},
    'conflict',
  ],
  ['a rollback that ended: nothing', stateOf(before, { job: job('rollback', 'dpl_a', 'succeeded') }), {}, 'nothing'],
  ['a part of the users has it: abort', { ...stateOf(before), rollout: aRollout() }, {}, 'abort'],
  [
    'a part of them, from another base: conflict',
    { ...stateOf(before), rollout: aRollout({ base: 'dpl_z' }) },
    {},
    'conflict',
  ],
  [
    'a later one is rolled out from it: conflict',
    { ...stateOf(after), rollout: aRollout({ base: 'dpl_b', candidate: 'dpl_c' }) },
    {},
    'conflict',
  ],
  [
    'another one is rolled out from before: nothing',
    { ...stateOf(before), rollout: aRollout({ candidate: 'dpl_c' }) },
    {},
    'nothing',
  ],
  [
    'the abort is under way: wait',
    { ...stateOf(before, { job: job('rollback', 'dpl_a', 'pending') }), rollout: aRollout() },
    {},
    'wait',
  ],
  ['a first release: nothing to restore', stateOf(after), { from: undefined }, 'no-previous-deployment'],
])('%s', (_name, state, more, kind) => {
  expect(planUndo(aPlan(more), state, NOW).kind).toBe(kind);
});

test('an abort knows the stage that it ends, where Vercel says which', () => {
  const state = { ...stateOf(before), rollout: aRollout({ active: STAGES[1] }) };
  expect(planUndo(aPlan(), state, NOW)).toEqual({ kind: 'abort', to: 'dpl_a', at: { stage: STAGES[1], of: 3 } });
  const unsaid = { ...stateOf(before), rollout: aRollout({ active: undefined }) };
  expect(planUndo(aPlan(), unsaid, NOW)).toEqual({ kind: 'abort', to: 'dpl_a', at: undefined });
});

test('a name that was moved by hand may be restored to either', () => {
  const hosts = [
    { host: 'shop.example.com', from: 'dpl_a', to: 'dpl_b' },
    { host: 'web.vercel.app', from: 'dpl_x', to: 'dpl_b' },
  ];
  const state = stateOf({ production: 'dpl_a', hosts: ['dpl_a', 'dpl_a'] });
  expect(planUndo(aPlan({ hosts }), state, NOW)).toEqual({ kind: 'nothing' });
});

test('a conflict names every place that differs', () => {
  const state = stateOf({ production: 'dpl_c', hosts: ['dpl_b', 'dpl_c'] });
  expect(planUndo(aPlan(), state, NOW)).toEqual({
    kind: 'conflict',
    differs: [
      expect.objectContaining({ kind: 'production', now: 'dpl_c' }),
      expect.objectContaining({ kind: 'name', name: 'web.vercel.app', now: 'dpl_c' }),
    ],
  });
});

test('single aliases are decided one by one, and a new one is removed', () => {
  const plan = aPlan({
    strategy: 'alias',
    hosts: [
      { host: 'staging.example.com', from: 'dpl_s', to: 'dpl_b' },
      { host: 'next.example.com', from: undefined, to: 'dpl_b' },
      { host: 'taken.example.com', from: 'dpl_s', to: 'dpl_b' },
      { host: 'same.example.com', from: 'dpl_b', to: 'dpl_b' },
    ],
  });
  const aliases = rows({
    'staging.example.com': 'dpl_b',
    'next.example.com': 'dpl_b',
    'taken.example.com': 'dpl_z',
    'same.example.com': 'dpl_b',
  });
  expect(planUndo(plan, { project: aProject(), aliases, rollout: undefined }, NOW)).toEqual({
    kind: 'reassign',
    hosts: [
      { host: 'staging.example.com', from: 'dpl_b', to: 'dpl_s' },
      { host: 'next.example.com', from: 'dpl_b', to: undefined },
    ],
    differs: [expect.objectContaining({ kind: 'name', name: 'taken.example.com', now: 'dpl_z' })],
  });
});
