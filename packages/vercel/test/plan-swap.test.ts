import { describe, expect, test } from '@jest/globals';
import {
  type AliasJob,
  alreadyThere,
  planSwap,
  REFUSALS,
  type RefusalCode,
  type SwapRequest,
  type SwapState,
  showPlan,
  verdictOf,
} from '@lockstep/vercel';
import { aDeployment, aPlan, aProject, aState, aWish, NOW, rows } from './states.ts';

const codesOf = (state: SwapState, wish: SwapRequest) => {
  const planned = planSwap(state, wish, NOW);
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

test('a ready production deployment with newer code is swapped in', () => {
  expect(planSwap(aState(), aWish(), NOW)).toEqual({ kind: 'plan', plan: aPlan() });
});

describe('it is refused', () => {
  // Every code has a case that turns it red: the type sees to that.
  const cases: Readonly<Record<RefusalCode, readonly [string, SwapState, SwapRequest][]>> = {
    'candidate-not-ready': [
      ['while it builds', aState({ candidate: aDeployment('dpl_b', { readyState: 'BUILDING' }) }), aWish()],
      ['in a state nobody knows', aState({ candidate: aDeployment('dpl_b', { readyState: 'FROZEN' }) }), aWish()],
    ],
    'candidate-not-production': [
      ['as a preview', aState({ candidate: aDeployment('dpl_b', { target: undefined }) }), aWish()],
      ['as staging', aState({ candidate: aDeployment('dpl_b', { target: 'staging' }) }), aWish()],
    ],
    'candidate-of-other-project': [
      ['of another project', aState({ candidate: aDeployment('dpl_b', { projectId: 'prj_other' }) }), aWish()],
    ],
    'current-differs': [
      ['when another deployment is live', aState(), aWish({ expectCurrent: 'dpl_z' })],
      [
        'when nothing is live',
        aState({ project: aProject({ production: undefined }) }),
        aWish({ expectCurrent: 'dpl_a' }),
      ],
    ],
    superseded: [
      ['with older code', aState(), aWish({ commitOrder: 'behind' })],
      ['with code from beside', aState(), aWish({ commitOrder: 'diverged' })],
    ],
    'commit-order-unknown': [['when nobody knows the order', aState(), aWish({ commitOrder: 'unknown' })]],
    'promotion-in-flight': [
      ['during a promotion', aState({ project: aProject({ job: job() }) }), aWish()],
      [
        'during a rollback',
        aState({ project: aProject({ job: job({ type: 'rollback', status: 'pending' }) }) }),
        aWish(),
      ],
    ],
    'rolling-release': [
      ['during a rolling release', aState({ rollingTo: 'dpl_r' }), aWish()],
      ['where a promote starts one', aState({ project: aProject({ rollingReleases: true }) }), aWish()],
    ],
    'evidence-missing': [['without evidence', aState(), aWish({ maxEvidenceAgeMs: 60_000 })]],
    'evidence-stale': [
      ['with old evidence', aState(), aWish({ evidence: { ...evidence, at: NOW - 90_000 }, maxEvidenceAgeMs: 60_000 })],
    ],
    'evidence-not-for-candidate': [
      ['with evidence of another build', aState(), aWish({ evidence: { ...evidence, deploymentId: 'dpl_z' } })],
    ],
    'evidence-not-passed': [
      ['when the gate was not sure', aState(), aWish({ evidence: { ...evidence, verdict: 'unknown' } })],
    ],
    'vercel-deploys-by-itself': [
      ['when pushes go live', aState({ project: aProject({ git }) }), aWish()],
      ['when they will after it', aState({ project: aProject({ git, autoAssign: false, rolledBack: true }) }), aWish()],
    ],
    'no-production-domains': [['without a domain to move', aState({ productionDomains: [] }), aWish()]],
    'alias-is-production-domain': [
      ['for a production domain', aState(), aWish({ strategy: 'alias', aliases: ['shop.example.com'] })],
    ],
    'alias-of-other-project': [
      [
        'for the name of another project',
        aState(),
        aWish({
          strategy: 'alias',
          aliases: ['b.example.com'],
          foreignAliases: [{ host: 'b.example.com', uid: 'u', deploymentId: 'dpl_q', projectId: 'prj_other' }],
        }),
      ],
    ],
  };
  const table = Object.entries(cases).flatMap(([code, rowsOf]) =>
    rowsOf.map(([name, state, wish]) => [name, code, state, wish] as const),
  );
  test.each(table)('%s: %s', (_name, code, state, wish) => {
    expect(codesOf(state, wish)).toEqual([code]);
  });

  test('with every reason at once, and one sure reason makes it a fail', () => {
    const state = aState({ candidate: aDeployment('dpl_b', { readyState: 'ERROR', target: undefined }) });
    const planned = planSwap(state, aWish({ commitOrder: 'unknown' }), NOW);
    if (planned.kind === 'plan') throw new Error('it was planned');
    expect(planned.refusals.map(({ code }) => code)).toEqual([
      'candidate-not-ready',
      'candidate-not-production',
      'commit-order-unknown',
    ]);
    expect(verdictOf(planned.refusals)).toBe('fail');
    expect(verdictOf(planned.refusals.slice(2))).toBe('unknown');
    expect(REFUSALS['commit-order-unknown']).toBe('unknown');
  });
});

describe('it is not refused', () => {
  test.each<[string, SwapState, SwapRequest]>([
    ['when older code is allowed', aState(), aWish({ commitOrder: undefined })],
    ['when nobody told Vercel what is live', aState(), aWish({ commitOrder: 'untold' })],
    ['for the same commit again', aState(), aWish({ commitOrder: 'identical' })],
    ['when what is live is what was expected', aState(), aWish({ expectCurrent: 'dpl_a' })],
    ['after a promotion that ended', aState({ project: aProject({ job: job({ status: 'succeeded' }) }) }), aWish()],
    [
      'beside a job that stands still for a quarter of an hour',
      aState({ project: aProject({ job: job({ requestedAt: NOW - 16 * 60_000 }) }) }),
      aWish(),
    ],
    ['when pushes only build', aState({ project: aProject({ git, autoAssign: false }) }), aWish()],
    [
      'when the caller answers for the pushes',
      aState({ project: aProject({ git }) }),
      aWish({ allowGitDeployments: true }),
    ],
    ['with fresh evidence', aState(), aWish({ evidence, maxEvidenceAgeMs: 120_000 })],
    [
      'for a preview behind an alias',
      aState({ candidate: aDeployment('dpl_b', { target: undefined }) }),
      aWish({ strategy: 'alias', aliases: ['staging.example.com'] }),
    ],
  ])('%s', (_name, state, wish) => {
    expect(codesOf(state, wish)).toEqual([]);
  });
});

describe('the plan', () => {
  test('says where each name, the pointer and the crons go', () => {
    const state = aState({
      project: aProject({ crons: 'dpl_a' }),
      aliases: rows({ 'shop.example.com': 'dpl_a', 'web.vercel.app': 'dpl_x' }),
    });
    const planned = planSwap(state, aWish(), NOW);
    const text = showPlan(planned.plan);
    expect(text).toContain('**Promote dpl_b (bbbbbbb)** of web, 2 hosts; live is dpl_a (aaaaaaa)');
    expect(text).toContain('| shop.example.com | dpl_a | dpl_b |');
    expect(text).toContain('| web.vercel.app | dpl_x | dpl_b |');
    expect(text).toContain('| `crons` | dpl_a | dpl_b |');
    expect(text).toContain('web.vercel.app (dpl_x): not on the production deployment now');
  });

  test('says that a first release has no way back', () => {
    const state = aState({ project: aProject({ production: undefined }), current: undefined, aliases: rows({}) });
    const planned = planSwap(state, aWish({ commitOrder: 'untold' }), NOW);
    expect(planned.kind).toBe('plan');
    expect(showPlan(planned.plan)).toContain('nothing to swap back to');
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
