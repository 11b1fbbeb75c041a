import { describe, expect, test } from '@jest/globals';
import { planConfig, planSwap, showStages } from '@lockstep/vercel';
import { aConfig, aProject, aRequest, aState, aWish, type ConfiguredAs, NOW } from '../states.ts';

const approved: readonly ConfiguredAs[] = [
  { targetPercentage: 10, requireApproval: true },
  { targetPercentage: 50, requireApproval: true, duration: 20 },
  { targetPercentage: 100 },
];
const check = { type: 'error-rate-5xx', minSampleSize: 50 };
const gate = (more: object = {}) => ({ enabled: true, dryRun: false, action: 'rollback', checks: [check], ...more });

describe('the stages', () => {
  test('come from the project, with minutes as minutes, and nothing is written', () => {
    expect(planConfig(aConfig(approved), aWish())).toEqual({
      kind: 'plan',
      plan: {
        stages: [
          { percentage: 10, watchMs: 300_000 },
          { percentage: 50, watchMs: 1_200_000 },
        ],
        write: undefined,
        writeStages: undefined,
        gate: undefined,
      },
    });
  });

  test('that were given are written once, and wait for approval', () => {
    const stages = [{ percentage: 25, watchMs: 60_000 }];
    const planned = planConfig(
      aConfig([{ targetPercentage: 5, duration: 3 }, { targetPercentage: 100 }]),
      aWish({ stages }),
    );
    const body = {
      enabled: true,
      advancementType: 'manual-approval',
      stages: [{ targetPercentage: 25, requireApproval: true }, { targetPercentage: 100 }],
    };
    expect(planned).toMatchObject({ kind: 'plan', plan: { stages, write: body, writeStages: body } });
    const there = planConfig(
      aConfig([{ targetPercentage: 25, requireApproval: true }, { targetPercentage: 100 }]),
      aWish({ stages }),
    );
    expect(there).toMatchObject({ plan: { write: undefined } });
  });

  test('that end by themselves are not waited for by any gate', () => {
    const own = aConfig([{ targetPercentage: 10, duration: 5 }, { targetPercentage: 100 }]);
    expect(planConfig(own, aWish())).toEqual({ kind: 'advances-by-itself', percentage: 10 });
    expect(planConfig(own, aWish({ stages: [{ percentage: 10, watchMs: 1 }] }))).toMatchObject({
      plan: { write: { advancementType: 'manual-approval' } },
    });
  });

  test('are at least one below 100 %', () => {
    expect(planConfig(aConfig([{ targetPercentage: 100 }]), aWish())).toEqual({ kind: 'no-stages' });
  });

  test('are shown to people', () => {
    expect(showStages({ stages: [{ percentage: 10, watchMs: 300_000 }] })).toBe('10 % for 5 min, then all users');
  });
});

describe("Vercel's own gate", () => {
  test.each([
    ['is set up where there is none', aConfig(approved), { checks: [{ type: 'error-rate-5xx', minSampleSize: 100 }] }],
    [
      'is made to act where it only reports',
      aConfig(approved, { gate: gate({ dryRun: true }) }),
      { dryRun: false, checks: [check] },
    ],
    ['is switched on', aConfig(approved, { gate: gate({ enabled: false }) }), { enabled: true }],
    [
      'takes the action that was asked for',
      aConfig(approved, { gate: gate({ action: 'pause' }) }),
      { action: 'rollback' },
    ],
    ['gets a check', aConfig(approved, { gate: gate({ checks: [] }) }), { checks: [{ type: 'error-rate-5xx' }] }],
  ])('%s', (_name, before, expected) => {
    expect(planConfig(before, aWish({ serverGate: 'rollback' }))).toMatchObject({
      plan: { write: { gate: expected }, writeStages: undefined, gate: 'rollback' },
    });
  });

  test('is left as it is where it acts already, and where nobody asked', () => {
    expect(planConfig(aConfig(approved, { gate: gate() }), aWish({ serverGate: 'rollback' }))).toMatchObject({
      plan: { write: undefined },
    });
    expect(planConfig(aConfig(approved), aWish())).toMatchObject({ plan: { write: undefined, gate: undefined } });
  });

  test('survives a change of the stages alone', () => {
    const before = aConfig([{ targetPercentage: 5 }, { targetPercentage: 100 }], {
      gate: gate(),
      canaryResponseHeader: true,
    });
    const planned = planConfig(before, aWish({ stages: [{ percentage: 25, watchMs: 1 }] }));
    expect(planned).toMatchObject({ plan: { write: { gate: gate(), canaryResponseHeader: true } } });
  });
});

describe('a rolling release is planned', () => {
  const rolling = {
    project: aProject({ rollingReleases: true }),
    rolling: { kind: 'on', config: aConfig(approved) },
  } as const;
  const request = aRequest({ strategy: 'rolling', rolling: aWish() });

  test('with its stages, and with clients that stay where they are', () => {
    const planned = planSwap(aState(rolling), request, NOW);
    expect(planned).toMatchObject({
      kind: 'plan',
      plan: {
        strategy: 'rolling',
        rolls: true,
        pinsClients: true,
        rolling: { stages: [{ percentage: 10 }, { percentage: 50 }] },
      },
    });
  });

  test('as a promote where nothing is live to roll from', () => {
    const planned = planSwap(
      aState({ ...rolling, project: aProject({ rollingReleases: true, production: undefined }), current: undefined }),
      request,
      NOW,
    );
    expect(planned).toMatchObject({ kind: 'plan', plan: { strategy: 'promote' } });
    expect(planned.plan.rolling).toBeUndefined();
  });
});
