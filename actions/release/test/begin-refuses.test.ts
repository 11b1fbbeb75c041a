import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  expect(world.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
});

describe('begin refuses', () => {
  test('a second release in one job', async () => {
    const job = world.job();
    await job.begin();
    expect((await job.begin()).outputs).toMatchObject({ verdict: 'fail', reason: 'already-begun' });
  });

  test.each([
    ['of another commit', { commit: 'd'.repeat(40) }, 'evidence-of-other-commit'],
    ['that does not say pass', { verdicts: { 'health-gate:pre': 'unknown' as const } }, 'evidence-not-passed'],
  ])('evidence %s', async (_, more, reason) => {
    const begun = await world.job().begin({ evidence: world.evidence('dpl_next', more) });
    expect(begun.outputs).toMatchObject({ verdict: 'fail', reason });
    expect(world.ledger()).toEqual([]);
  });

  test('evidence that is older than it may be, and takes it while it is not', async () => {
    const evidence = world.evidence('dpl_next', { at: new Date(Date.now() - 3_600_000).toISOString() });
    const stale = await world.job().begin({ evidence, 'max-evidence-age': '30m' });
    expect(stale.outputs).toMatchObject({ verdict: 'fail', reason: 'evidence-stale' });
    expect(world.ledger()).toEqual([]);
    const fresh = await world.job().begin({ evidence, 'max-evidence-age': '2h' });
    expect(fresh.outputs['reason']).toBe('begun');
  });

  test('whatever comes in a freeze, in its dry run too, and names it', async () => {
    const freeze = '2020-01-01..2019-12-31 wrong way round';
    expect((await world.job().begin({ freeze })).outputs['reason']).toBe('invalid-input');
    const holds = `2020-01-01..2020-01-02 over\n2020-01-01..2999-12-31 until further notice`;
    for (const dryRun of ['true', 'false']) {
      const begun = await world.job().begin({ freeze: holds, 'freeze-zone': 'Europe/Berlin', 'dry-run': dryRun });
      expect(begun.outputs).toMatchObject({ verdict: 'fail', reason: 'frozen' });
      expect(begun.log).toContain('until further notice (Europe/Berlin)');
    }
    expect(world.ledger()).toEqual([]);
    expect((await world.job().begin({ freeze: '2020-01-01..2020-01-02 over' })).outputs['reason']).toBe('begun');
  });

  test('evidence that was changed by hand, and inputs that do not fit, all of them at once', async () => {
    const forged = world.evidence('dpl_next').replace('dpl_next', 'dpl_evil');
    expect((await world.job().begin({ evidence: forged })).log).toContain('changed after it was sealed');
    const step = await world
      .job()
      .begin({ environment: '', 'commit-sha': 'abc', 'undo-deadline': '4', 'dry-run': 'yes' });
    expect(step.annotations.map(({ message }) => message.split(':')[0])).toEqual([
      'input "environment"',
      'input "commit-sha"',
      'input "undo-deadline"',
      'input "dry-run"',
    ]);
    const half = await world.job().begin({ 'vercel-token': '', 'github-token': '', 'undo-deadline': '5m' });
    expect(half.annotations).toHaveLength(3);
  });

  test('a ledger that would not count its own records', async () => {
    const step = await world.job({ login: 'release-bot[bot]' }).begin();
    expect(step.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    expect(step.log).toContain('set ledger-creator: release-bot[bot]');
    expect((await world.job().begin()).outputs['reason']).toBe('begun');
  });

  test.each([
    ['deployments: write', { deployments: 'read', actions: 'read' }, false],
    ['actions: read', { deployments: 'write' }, true],
  ] as const)('without %s, and names it', async (needed, permissions, inTheWay) => {
    if (inTheWay) await world.job().begin();
    const step = await world.job({ permissions }).begin();
    expect(step).toMatchObject({ status: 1, outputs: { reason: 'remote-error' } });
    expect(step.log).toContain(`the job needs permissions: ${needed}`);
  });

  test('one of two that begin at once', async () => {
    const steps = await Promise.all([world.job().begin(), world.job().begin()]);
    const reasons = steps.map((step) => step.outputs['reason']).sort();
    expect(reasons).toEqual(['begun', 'release-in-progress']);
    expect(world.ledger().filter((line) => line === 'lockstep in_progress begun')).toHaveLength(1);
  });
});
