import { describe, expect, test } from '@jest/globals';
import {
  type BeginFacts,
  type BeginPlan,
  blockingRecord,
  type Live,
  planBegin,
  planCommit,
  type ReleaseRecord,
  type SwapRecord,
} from '../src/index.ts';
import { build, ended, running, viewOf } from './records.ts';

type Began = Extract<BeginPlan, { kind: 'begin' }>;

function begun(plan: BeginPlan): Began {
  if (plan.kind !== 'begin') throw new Error(`not begun: ${JSON.stringify(plan)}`);
  return plan;
}

const facts = (live: Live, author?: BeginFacts['author']): BeginFacts => ({ candidate: 'dpl_new', live, author });

describe('a release may begin', () => {
  test('after one that was released and is live', () => {
    const plan = begun(planBegin(viewOf([{ state: 'released' }]), facts(build('r1'))));
    expect(plan).toMatchObject({ complete: undefined, adopt: undefined, previous: { id: 'r1' }, warnings: [] });
  });

  test.each(['rolled-back', 'partly-rolled-back', 'acknowledged'] as const)('after one that is %s', (state) => {
    const view = viewOf([{ state }, { state: 'released' }]);
    expect(begun(planBegin(view, facts(build('r1')))).previous?.id).toBe('r1');
  });

  test('after one whose end GitHub could not be told: its run ended well and its candidate is live', () => {
    const view = viewOf([{ state: 'begun' }, { state: 'released' }], [{ release: 'r2' }]);
    const plan = begun(planBegin(view, facts(build('r2'), ended('success'))));
    expect(plan).toMatchObject({ complete: { id: 'r2' }, previous: { id: 'r2' }, adopt: undefined });
  });

  test('as the first one: what is live is adopted', () => {
    const plan = begun(planBegin(viewOf([]), facts(build('found'))));
    expect(plan).toMatchObject({ adopt: build('found'), previous: undefined, warnings: [] });
  });

  test('as the first one on an unknown commit, with a warning', () => {
    const live = { deployment: 'dpl_found', commit: null };
    expect(begun(planBegin(viewOf([]), facts(live))).warnings).toEqual([
      'the commit of dpl_found is not known: it cannot be checked whether this release is newer',
    ]);
  });

  test('as the first one with nothing live, and says that there is nothing to go back to', () => {
    const plan = begun(planBegin(viewOf([]), facts('nothing')));
    expect(plan).toMatchObject({ adopt: undefined, previous: undefined });
    expect(plan.warnings).toEqual(['first release, and nothing is live: there is nothing to roll back to']);
  });

  test('without a look at what is live, and says so', () => {
    expect(begun(planBegin(viewOf([]), facts('not-asked'))).warnings[0]).toContain('vercel-project');
    expect(begun(planBegin(viewOf([{ state: 'released' }]), facts('not-asked'))).warnings).toEqual([]);
  });

  test('on top of what somebody else made live, which is adopted', () => {
    const plan = begun(planBegin(viewOf([{ state: 'released' }]), facts(build('dashboard'))));
    expect(plan).toMatchObject({ adopt: build('dashboard'), previous: undefined });
    expect(plan.warnings[0]).toContain('dpl_dashboard is live, though release r1 brought dpl_r1');
  });

  test('next to records that are not counted, which are named', () => {
    const one = { record: 7, task: 'lockstep', creator: 'octocat', createdAt: 'today' };
    const ignored = [{ ...one, why: 'other-creator' } as const, { ...one, why: 'unreadable' } as const];
    const plan = begun(planBegin({ ...viewOf([{ state: 'released' }]), ignored }, facts(build('r1'))));
    expect(plan.warnings).toHaveLength(2);
    expect(plan.warnings[0]).toContain('written by octocat');
  });

  test('after a swap that was overtaken by a settled release', () => {
    const view = viewOf([{ state: 'rolled-back' }, { state: 'released' }], [{ release: 'r2', state: 'unresolved' }]);
    expect(planBegin(view, facts(build('r1'))).kind).toBe('begin');
  });
});

describe('what users have already', () => {
  const again = (live: Live, author?: BeginFacts['author'], candidate = 'dpl_r1') => ({
    ...facts(live, author),
    candidate,
  });

  test.each<[string, Live]>([
    ['which is live', build('r1')],
    ['where nobody looked at what is live', 'not-asked'],
  ])('is not released again: the release of the same deployment is over, %s', (_, live) => {
    const plan = planBegin(viewOf([{ state: 'released' }]), again(live));
    expect(plan).toMatchObject({ kind: 'already-released', release: { id: 'r1' }, complete: false });
  });

  test('is not released again behind what came to nothing since', () => {
    const view = viewOf([{ state: 'rolled-back' }, { state: 'released' }]);
    expect(planBegin(view, again(build('r1')))).toMatchObject({ kind: 'already-released', release: { id: 'r1' } });
  });

  test('is not released again where only the ledger did not know yet, which is told', () => {
    const plan = planBegin(viewOf([{ state: 'begun' }]), again(build('r1'), ended('success')));
    expect(plan).toMatchObject({ kind: 'already-released', release: { id: 'r1' }, complete: true });
  });

  test.each<[string, Partial<ReleaseRecord>[]]>([
    ['by no release', []],
    ['while the last release brought another', [{ state: 'released' }]],
    ['after its release was rolled back', [{ state: 'rolled-back', deployment: 'dpl_new' }, { state: 'released' }]],
    ['while nobody knows what the last release brought', [{ state: 'released', deployment: null }]],
  ])('is refused where it went live %s: nobody could go back from it', (_, releases) => {
    const plan = planBegin(viewOf(releases), facts(build('new')));
    expect(plan).toMatchObject({ kind: 'refuse', reason: 'candidate-live' });
  });

  test('may be released anew where users have something else by now, and goes back to that', () => {
    const plan = begun(planBegin(viewOf([{ state: 'released' }]), again(build('dashboard'))));
    expect(plan).toMatchObject({ adopt: build('dashboard') });
    expect(planBegin(viewOf([{ state: 'released' }]), again('nothing')).kind).toBe('begin');
    expect(
      planBegin(viewOf([{ state: 'rolled-back' }, { state: 'released' }]), again(build('r1'), undefined, 'dpl_r2'))
        .kind,
    ).toBe('begin');
  });

  test('is never what a release goes back to, whatever the ledger and Vercel say', () => {
    const builds = ['a', 'b'].map(build);
    const states = ['released', 'rolled-back', 'partly-rolled-back', 'acknowledged'] as const;
    const lives: Live[] = [...builds, 'nothing', 'not-asked'];
    for (const first of states)
      for (const second of states)
        for (const deployment of ['dpl_a', 'dpl_b', null])
          for (const live of lives)
            for (const candidate of ['dpl_a', 'dpl_b']) {
              const view = viewOf([
                { state: first, deployment },
                { state: second, deployment: 'dpl_a' },
              ]);
              const plan = planBegin(view, { candidate, live, author: undefined });
              if (plan.kind !== 'begin') continue;
              expect(typeof live === 'object' ? live.deployment : 'something else').not.toBe(candidate);
              expect(plan.adopt?.deployment ?? 'something else').not.toBe(candidate);
            }
  });
});

describe('a release may not begin', () => {
  const hint = 'the rollback action, "to: finish", "environment: production", "service: web"';

  test.each<[string, Partial<ReleaseRecord>, BeginFacts, string, string]>([
    ['while another is under way', {}, facts(build('r1'), running), 'release-in-progress', 'wait for https://'],
    ['while nobody knows of its run', {}, facts(build('r1')), 'release-in-progress', 'wait for https://'],
    ['after one whose run failed', {}, facts(build('r1'), ended('failure')), 'release-found-dead', hint],
    ['after one that was cancelled', {}, facts(build('r1'), ended('cancelled')), 'release-found-dead', hint],
    ['after one whose run is gone', {}, facts(build('r2'), ended(null)), 'release-found-dead', hint],
    ['after a live one whose run failed', {}, facts(build('r2'), ended('failure')), 'release-found-dead', hint],
    ['after a green one that is not live', {}, facts(build('r1'), ended('success')), 'release-found-dead', hint],
    ['after a green one, when nobody looked', {}, facts('not-asked', ended('success')), 'release-found-dead', hint],
    ['while one is held', { state: 'held', message: 'bake' }, facts(build('r2')), 'release-held', '"command: commit"'],
    ['while one is held, or rolled back', { state: 'held' }, facts(build('r2')), 'release-held', hint],
    ['after one that is unresolved', { state: 'unknown' }, facts(build('r2')), 'release-unresolved', hint],
  ])('%s', (_, newest, known, reason, told) => {
    const plan = planBegin(viewOf([newest, { state: 'released' }]), known);
    expect(plan).toMatchObject({ kind: 'refuse', reason });
    expect(plan.kind === 'refuse' && plan.message).toContain(told);
  });

  test.each<[string, Partial<ReleaseRecord>, BeginFacts, string]>([
    ['under way', {}, facts(build('r2'), running), 'release-in-progress'],
    ['dead', {}, facts(build('r2'), ended('failure')), 'release-found-dead'],
    ['held', { state: 'held' }, facts(build('r2')), 'release-held'],
    ['unresolved', { state: 'unknown' }, facts(build('r2')), 'release-unresolved'],
  ])('while the first of two that began at once is %s, though the second withdrew', (_, first, known, reason) => {
    const view = viewOf([{ state: 'rolled-back' }, first, { state: 'released' }]);
    expect(blockingRecord(view)).toMatchObject({ id: 'r2' });
    expect(planBegin(view, known)).toMatchObject({ kind: 'refuse', reason });
  });

  test('while the first of two is held, above what the second found live and recorded', () => {
    const found = { state: 'released', adopted: true } as const;
    const view = viewOf([{ state: 'rolled-back' }, found, { state: 'held' }, { state: 'released' }]);
    expect(planBegin(view, facts(build('r2')))).toMatchObject({ kind: 'refuse', reason: 'release-held' });
  });

  test('but may after one that a later release overtook', () => {
    const view = viewOf([{ state: 'released' }, { state: 'rolled-back' }, { state: 'held' }, { state: 'released' }]);
    expect(planBegin(view, facts(build('r4'))).kind).toBe('begin');
  });

  test.each<[string, Partial<SwapRecord>, BeginFacts, string]>([
    ['while a swap by itself is under way', {}, facts(build('r1'), running), 'release-in-progress'],
    ['after a swap whose run ended without a word', {}, facts(build('r1'), ended('failure')), 'swap-unresolved'],
    ['after an unresolved swap', { state: 'unresolved' }, facts(build('r1'), running), 'swap-unresolved'],
  ])('%s', (_, swap, known, reason) => {
    const view = viewOf([{ state: 'released', record: 1 }], [swap]);
    expect(blockingRecord(view)).toMatchObject({ kind: 'lockstep-swap/1' });
    expect(planBegin(view, known)).toMatchObject({ kind: 'refuse', reason });
  });
});

describe('a person may commit', () => {
  test.each<[string, Partial<ReleaseRecord>, BeginFacts]>([
    ['a held release that is live', { state: 'held' }, facts(build('r1'))],
    ['an unresolved release that is live', { state: 'unknown' }, facts(build('r1'))],
    ['a dead release that is live', {}, facts(build('r1'), ended('failure'))],
  ])('%s', (_, newest, known) => {
    expect(planCommit(viewOf([newest]), known)).toMatchObject({ kind: 'commit', release: { id: 'r1' } });
  });

  test('a held release above which another one withdrew', () => {
    const view = viewOf([{ state: 'rolled-back' }, { state: 'held' }, { state: 'released' }]);
    expect(planCommit(view, facts(build('r2')))).toMatchObject({ kind: 'commit', release: { id: 'r2' } });
  });

  describe('a release whose rollback did not finish', () => {
    const [kept, other, done] = [
      { id: 'i1', takesBack: ['r2', 'r1'], state: 'unresolved' as const },
      { id: 'i2', takesBack: [] },
      { id: 'i3', takesBack: ['r2'], state: 'put-back' as const },
    ];
    const view = viewOf(
      [{ state: 'unknown' }, { state: 'released' }],
      [kept, other, done].map((one, at) => ({ ...one, record: 2_000 - at })),
    );

    test('and that rollback is over with it', () => {
      expect(planCommit(view, facts(build('r2')))).toMatchObject({ kind: 'commit', rollbacks: [{ id: 'i1' }] });
    });

    test('but not while the run of the rollback goes on', () => {
      const plan = planCommit(view, { ...facts(build('r2')), rollback: view.swaps[0] });
      expect(plan).toMatchObject({ kind: 'refuse', reason: 'release-in-progress' });
    });
  });

  test.each<[string, Partial<ReleaseRecord>[], BeginFacts, string]>([
    ['nothing, where there is no release', [], facts(build('r1')), 'nothing-to-commit'],
    ['nothing, where the newest is settled', [{ state: 'rolled-back' }], facts(build('r1')), 'nothing-to-commit'],
    ['no release that is under way', [{}], facts(build('r1'), running), 'release-in-progress'],
    ['no held release that is not live', [{ state: 'held' }], facts(build('other')), 'candidate-not-live'],
    ['no held release without a look', [{ state: 'held' }], facts('not-asked'), 'candidate-not-live'],
    ['no held release with nothing live', [{ state: 'held' }], facts('nothing'), 'candidate-not-live'],
    [
      'no release that does not name its candidate',
      [{ state: 'held', deployment: null }],
      facts({ deployment: null, commit: 'c' }),
      'candidate-not-live',
    ],
  ])('%s', (_, releases, known, reason) => {
    expect(planCommit(viewOf(releases), known)).toMatchObject({ kind: 'refuse', reason });
  });
});
