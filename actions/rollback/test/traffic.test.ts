import { describe, expect, test } from '@jest/globals';
import type { ReleaseRecord, RollbackTarget } from '@lockstep/github';
import type { Rollout, SwapSnapshot } from '@lockstep/vercel';
import { aDeployment, aProject, aRollout, aState, NOW, rows, STAGES } from '../../../packages/vercel/test/states.ts';
import type { Inputs } from '../src/inputs.ts';
import { showPlan } from '../src/plan.ts';
import { planTraffic, type TrafficPlan } from '../src/traffic.ts';

/** From dpl_b back to dpl_a. */
function back(more: Partial<RollbackTarget> = {}, state: ReleaseRecord['state'] = 'released'): RollbackTarget {
  return {
    kind: 'roll-back',
    to: { deployment: 'dpl_a', commit: 'a' },
    release: 'r1',
    from: 'dpl_b',
    fromCommit: 'b',
    releases: [{ id: 'r2', state } as ReleaseRecord],
    aliases: undefined,
    autoAssign: undefined,
    ...more,
  };
}

const target = aDeployment('dpl_a', { substate: 'PROMOTED' });
function where(
  production: string,
  shop = production,
  web = production,
  more: Partial<SwapSnapshot> = {},
): SwapSnapshot {
  return aState({
    project: aProject({ production }),
    candidate: target,
    current: undefined,
    aliases: rows({ 'shop.example.com': shop, 'web.vercel.app': web }),
    ...more,
  });
}

const short = (plan: TrafficPlan) =>
  plan.kind === 'refuse' ? plan.reason : plan.kind === 'move' ? plan.first.kind : `${plan.kind}: ${plan.live}`;

const job = (type: string, to: string, status: string) => ({
  type,
  to,
  from: 'dpl_b',
  requestedAt: NOW - 1_000,
  status,
});

describe('where traffic stands decides how it goes back', () => {
  test.each<[string, SwapSnapshot, RollbackTarget, string]>([
    ['all on what is left: one job', where('dpl_b'), back(), 'rollback'],
    ['all there already: nothing', where('dpl_a'), back(), 'nothing'],
    ['half way: the rest', where('dpl_a', 'dpl_b'), back(), 'reassign'],
    ['a third deployment: not fought', where('dpl_c'), back(), 'foreign-release'],
    [
      'a third deployment, and ours never came to its end: left to them',
      where('dpl_c'),
      back({}, 'begun'),
      'other-release-live: dpl_c',
    ],
    ['a third deployment beside ours: not fought', where('dpl_c', 'dpl_b'), back({}, 'held'), 'foreign-release'],
    ['nobody wrote down what it brought, and nothing moved', where('dpl_a'), back({ from: null }, 'begun'), 'nothing'],
    [
      'somebody’s promotion is at work',
      where('dpl_b', 'dpl_b', 'dpl_b', {
        project: aProject({ production: 'dpl_b', job: job('promote', 'dpl_c', 'pending') }),
      }),
      back(),
      'promotion-in-flight',
    ],
    [
      'our own rollback is at work',
      where('dpl_b', 'dpl_b', 'dpl_b', {
        project: aProject({ production: 'dpl_b', job: job('rollback', 'dpl_a', 'pending') }),
      }),
      back(),
      'wait',
    ],
    [
      'a rolling release is at work',
      where('dpl_b', 'dpl_b', 'dpl_b', { rollout: aRollout({ candidate: 'dpl_r' }) }),
      back(),
      'rolling-release',
    ],
    [
      'half of its rolling release: it is aborted',
      where('dpl_a', 'dpl_a', 'dpl_a', { rollout: aRollout() }),
      back({}, 'begun'),
      'abort',
    ],
    [
      'half of a rolling release from another base: not to here',
      where('dpl_c', 'dpl_c', 'dpl_c', { rollout: aRollout({ base: 'dpl_c' }) }),
      back({}, 'begun'),
      'rolling-release',
    ],
    [
      'a later release is rolled out from what is rolled back: not fought',
      where('dpl_b', 'dpl_b', 'dpl_b', { rollout: aRollout({ base: 'dpl_b', candidate: 'dpl_c' }) }),
      back(),
      'rolling-release',
    ],
    [
      'the target was never live',
      where('dpl_b', 'dpl_b', 'dpl_b', { candidate: aDeployment('dpl_a', { substate: 'STAGED' }) }),
      back(),
      'target-never-live',
    ],
    [
      'the target is a preview',
      where('dpl_b', 'dpl_b', 'dpl_b', { candidate: aDeployment('dpl_a', { target: undefined }) }),
      back(),
      'target-not-ready',
    ],
  ])('%s', (_name, state, way, expected) => {
    expect(short(planTraffic(way, state, NOW))).toBe(expected);
  });

  test('of half a rolling release, the plan says from which stage', () => {
    const plan = (rollout: Rollout) => {
      const traffic = planTraffic(back({}, 'held'), where('dpl_a', 'dpl_a', 'dpl_a', { rollout }), NOW);
      if (traffic.kind === 'refuse') throw new Error(traffic.message);
      return showPlan({ target: back({}, 'held'), traffic, schema: undefined }, {} as Inputs, NOW);
    };
    const begins = '- traffic: the rolling release of dpl_b is aborted';
    expect(plan(aRollout({ active: STAGES[1] }))).toContain(`${begins} at stage 2 of 3 (50 %): `);
    expect(plan(aRollout({ active: undefined }))).toContain(`${begins}: `);
  });

  test('names outside of production go back to their own holders', () => {
    const state = where('dpl_a', 'dpl_a', 'dpl_a', { candidate: aDeployment('dpl_a', { target: undefined }) });
    const aliases = rows({ 'qa.example.com': 'dpl_b', 'new.example.com': 'dpl_b' });
    const names = { 'qa.example.com': 'dpl_a', 'new.example.com': null };
    const plan = planTraffic(back({ aliases: names, releases: [] }), { ...state, aliases }, NOW);
    expect(plan).toMatchObject({
      kind: 'move',
      first: {
        kind: 'reassign',
        hosts: [
          { host: 'qa.example.com', to: 'dpl_a' },
          { host: 'new.example.com', to: undefined },
        ],
      },
    });
  });

  test('auto-assignment is put back as it was before the project was rolled back', () => {
    const rolledBack = where('dpl_a', 'dpl_a', 'dpl_a', {
      project: aProject({ production: 'dpl_a', autoAssign: false, rolledBack: true }),
    });
    expect(planTraffic(back({ autoAssign: true }), rolledBack, NOW)).toMatchObject({ swap: { autoAssign: true } });
    expect(planTraffic(back({ autoAssign: false }), rolledBack, NOW)).toMatchObject({ swap: { autoAssign: false } });
    // Where nobody wrote it down, nothing is switched on that lets pushes go live around the gates.
    expect(planTraffic(back(), rolledBack, NOW)).toMatchObject({ swap: { autoAssign: false } });
    const byHand = where('dpl_b', 'dpl_b', 'dpl_b', { project: aProject({ production: 'dpl_b', autoAssign: false }) });
    expect(planTraffic(back(), byHand, NOW)).toMatchObject({ swap: { autoAssign: false } });
  });
});
