import { describe, expect, test } from '@jest/globals';
import { RemoteError } from '@lockstep/base';
import {
  type AliasJob,
  alreadyThere,
  describePlan,
  planSwap,
  SWAP_REFUSALS,
  type SwapRefusalCode,
  type SwapRequest,
  type SwapSnapshot,
  verdictOf,
} from '@lockstep/vercel';
import {
  aConfig,
  aDeployment,
  aPlan,
  aProject,
  aRequest,
  aRollout,
  aState,
  aWish,
  type ConfiguredAs,
  NOW,
  rows,
} from './states.ts';

const codesOf = (state: SwapSnapshot, request: SwapRequest) => {
  const planned = planSwap(state, request, NOW);
  return planned.kind === 'plan' ? [] : planned.refusals.map((refusal) => refusal.code);
};

const job = (more: Partial<AliasJob> = {}): AliasJob => ({
  type: 'promote',
  from: 'dpl_a',
  to: 'dpl_c',
  requestedAt: NOW - 5_000,
  status: 'in-progress',
  ...more,
});

const evidence = { deploymentId: 'dpl_b', verdict: 'pass', at: NOW - 60_000 } as const;
const git = { repository: 'acme/shop', branch: 'main' };

const rolls = aProject({ rollingReleases: true });
const rollingRequest = () => aRequest({ strategy: 'rolling', rolling: aWish() });
const configured = (stages: readonly ConfiguredAs[]) => ({ kind: 'on', config: aConfig(stages) }) as const;

test('a ready production deployment with newer code is swapped in', () => {
  expect(planSwap(aState(), aRequest(), NOW)).toEqual({ kind: 'plan', plan: aPlan() });
});

describe('it is refused', () => {
  // Every code has a case that turns it red: the type sees to that.
  const cases: Readonly<Record<SwapRefusalCode, readonly [string, SwapSnapshot, SwapRequest][]>> = {
    'candidate-not-ready': [
      ['while it builds', aState({ candidate: aDeployment('dpl_b', { readyState: 'BUILDING' }) }), aRequest()],
      ['in an unknown state', aState({ candidate: aDeployment('dpl_b', { readyState: 'FROZEN' }) }), aRequest()],
    ],
    'candidate-not-production': [
      ['as a preview', aState({ candidate: aDeployment('dpl_b', { target: undefined }) }), aRequest()],
      ['as staging', aState({ candidate: aDeployment('dpl_b', { target: 'staging' }) }), aRequest()],
    ],
    'candidate-of-other-project': [
      ['of another project', aState({ candidate: aDeployment('dpl_b', { projectId: 'prj_other' }) }), aRequest()],
    ],
    'current-differs': [
      ['when another deployment is live', aState(), aRequest({ expectCurrent: 'dpl_z' })],
      [
        'when nothing is live',
        aState({ project: aProject({ production: undefined }) }),
        aRequest({ expectCurrent: 'dpl_a' }),
      ],
    ],
    superseded: [
      ['with older code', aState(), aRequest({ commitOrder: 'behind' })],
      ['with diverged code', aState(), aRequest({ commitOrder: 'diverged' })],
    ],
    'commit-order-unknown': [['when the order is unknown', aState(), aRequest({ commitOrder: 'unknown' })]],
    'promotion-in-flight': [
      ['during a promotion', aState({ project: aProject({ job: job() }) }), aRequest()],
      [
        'during a rollback',
        aState({ project: aProject({ job: job({ type: 'rollback', status: 'pending' }) }) }),
        aRequest(),
      ],
    ],
    'rolling-release': [
      ['during a rolling release', aState({ rollout: aRollout({ candidate: 'dpl_r' }) }), aRequest()],
      ['where a promote starts one', aState({ project: aProject({ rollingReleases: true }) }), aRequest()],
    ],
    'rolling-not-enabled': [['on a project without them', aState(), rollingRequest()]],
    'rolling-not-available': [
      [
        'on a plan without them',
        aState({
          project: rolls,
          rolling: {
            kind: 'not-available',
            error: new RemoteError('no', { service: 'Vercel', status: 402, retryable: false }),
          },
        }),
        rollingRequest(),
      ],
    ],
    'rolling-automatic': [
      [
        'where stages end without a gate',
        aState({
          project: rolls,
          rolling: configured([{ targetPercentage: 10, duration: 5 }, { targetPercentage: 100 }]),
        }),
        rollingRequest(),
      ],
    ],
    'rolling-without-stages': [
      [
        'where all users get it at once',
        aState({ project: rolls, rolling: configured([{ targetPercentage: 100 }]) }),
        rollingRequest(),
      ],
    ],
    'evidence-missing': [['without evidence', aState(), aRequest({ maxEvidenceAgeMs: 60_000 })]],
    'evidence-stale': [
      [
        'with old evidence',
        aState(),
        aRequest({ evidence: { ...evidence, at: NOW - 90_000 }, maxEvidenceAgeMs: 60_000 }),
      ],
    ],
    'evidence-not-for-candidate': [
      ['with evidence of another build', aState(), aRequest({ evidence: { ...evidence, deploymentId: 'dpl_z' } })],
    ],
    'evidence-not-passed': [
      ['when the gate was not sure', aState(), aRequest({ evidence: { ...evidence, verdict: 'unknown' } })],
    ],
    'git-auto-deploy-enabled': [
      ['when pushes go live', aState({ project: aProject({ git }) }), aRequest()],
      [
        'when they will after it',
        aState({ project: aProject({ git, autoAssign: false, rolledBack: true }) }),
        aRequest(),
      ],
    ],
    'no-production-domains': [['without a domain to move', aState({ productionDomains: [] }), aRequest()]],
    'alias-is-production-domain': [
      ['for a production domain', aState(), aRequest({ strategy: 'alias', aliases: ['shop.example.com'] })],
    ],
    'alias-of-other-project': [
      [
        'for the name of another project',
        aState(),
        aRequest({
          strategy: 'alias',
          aliases: ['b.example.com'],
          foreignAliases: [{ host: 'b.example.com', uid: 'u', deploymentId: 'dpl_q', projectId: 'prj_other' }],
        }),
      ],
    ],
  };
  const table = Object.entries(cases).flatMap(([code, rowsOf]) =>
    rowsOf.map(([name, state, request]) => [name, code, state, request] as const),
  );
  test.each(table)('%s: %s', (_name, code, state, request) => {
    expect(codesOf(state, request)).toEqual([code]);
  });

  test('with every reason at once, and one sure reason makes it a fail', () => {
    const state = aState({ candidate: aDeployment('dpl_b', { readyState: 'ERROR', target: undefined }) });
    const planned = planSwap(state, aRequest({ commitOrder: 'unknown' }), NOW);
    if (planned.kind === 'plan') throw new Error('it was planned');
    expect(planned.refusals.map(({ code }) => code)).toEqual([
      'candidate-not-ready',
      'candidate-not-production',
      'commit-order-unknown',
    ]);
    expect(verdictOf(planned.refusals)).toBe('fail');
    expect(verdictOf(planned.refusals.slice(2))).toBe('unknown');
    expect(SWAP_REFUSALS['commit-order-unknown']).toBe('unknown');
  });
});

describe('it is not refused', () => {
  test.each<[string, SwapSnapshot, SwapRequest]>([
    ['when older code is allowed', aState(), aRequest({ commitOrder: undefined })],
    ['when Vercel has no commit for what is live', aState(), aRequest({ commitOrder: 'not-recorded' })],
    ['for the same commit again', aState(), aRequest({ commitOrder: 'identical' })],
    ['when what is live is what was expected', aState(), aRequest({ expectCurrent: 'dpl_a' })],
    ['after a promotion that ended', aState({ project: aProject({ job: job({ status: 'succeeded' }) }) }), aRequest()],
    [
      'during a job that has not moved for a quarter of an hour',
      aState({ project: aProject({ job: job({ requestedAt: NOW - 16 * 60_000 }) }) }),
      aRequest(),
    ],
    ['when pushes only build', aState({ project: aProject({ git, autoAssign: false }) }), aRequest()],
    [
      'when the caller answers for the pushes',
      aState({ project: aProject({ git }) }),
      aRequest({ skipGitDeploymentCheck: true }),
    ],
    ['with fresh evidence', aState(), aRequest({ evidence, maxEvidenceAgeMs: 120_000 })],
    [
      'for a preview behind an alias',
      aState({ candidate: aDeployment('dpl_b', { target: undefined }) }),
      aRequest({ strategy: 'alias', aliases: ['staging.example.com'] }),
    ],
  ])('%s', (_name, state, request) => {
    expect(codesOf(state, request)).toEqual([]);
  });
});

describe('the plan', () => {
  test('says where each name, the pointer and the crons go', () => {
    const state = aState({
      project: aProject({ crons: 'dpl_a' }),
      aliases: rows({ 'shop.example.com': 'dpl_a', 'web.vercel.app': 'dpl_x' }),
    });
    const planned = planSwap(state, aRequest(), NOW);
    expect(describePlan(planned.plan).slice(1, 5)).toEqual([
      'shop.example.com: dpl_a -> dpl_b',
      'web.vercel.app: dpl_x -> dpl_b',
      'production pointer: dpl_a -> dpl_b',
      'cron jobs: dpl_a -> dpl_b',
    ]);
    expect(planned.plan.notes).toEqual([expect.stringContaining('web.vercel.app (dpl_x)')]);
  });

  test('says that a first release cannot be undone', () => {
    const state = aState({ project: aProject({ production: undefined }), current: undefined, aliases: rows({}) });
    const planned = planSwap(state, aRequest({ commitOrder: 'not-recorded' }), NOW);
    expect(planned.kind).toBe('plan');
    expect(planned.plan.notes).toHaveLength(1);
  });

  test('knows that there is nothing to do only when names, pointer and crons agree', () => {
    const hosts = aPlan().hosts.map((move) => ({ ...move, from: 'dpl_b' }));
    expect(alreadyThere(aPlan({ hosts, from: 'dpl_b' }))).toBe(true);
    expect(alreadyThere(aPlan({ hosts, from: 'dpl_b', crons: 'dpl_a' }))).toBe(false);
    expect(alreadyThere(aPlan({ hosts }))).toBe(false);
    expect(alreadyThere(aPlan({ from: 'dpl_b' }))).toBe(false);
    expect(alreadyThere(aPlan({ strategy: 'alias', hosts }))).toBe(true);
  });
});
