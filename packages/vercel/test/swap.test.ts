import { describe, expect } from '@jest/globals';
import { applySwap, type ProbeHost, planSwap, readSwapSnapshot } from '@lockstep/vercel';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aRequest } from './states.ts';
import { useSwapping } from './swapping.ts';

const stage = useSwapping();

describe('a swap', () => {
  test('of a project whose pushes go live automatically is refused, unless those make no deployments', async () => {
    const link = { org: 'acme', repo: 'web', productionBranch: 'main' };
    stage.ground.vercel.configure(stage.ground.project, { link });
    await expect(stage.swap()).rejects.toThrow('git-auto-deploy-enabled');
    stage.ground.vercel.configure(stage.ground.project, { link, createDeployments: 'disabled' });
    expect(await stage.swap()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  });

  test('moves every domain, the pointer and the crons, and every host says so', async () => {
    const end = await stage.swap({}, { probe: stage.ground.askEdge });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'swapped', readBack: { confirmed: { length: 3 } } });
    expect(stage.holders()).toEqual([stage.v2.id]);
    expect(stage.pointers()).toEqual([stage.v2.id, stage.v2.id]);
  });

  test('is planned with every host as it is', async () => {
    const { hosts } = await stage.plan(stage.ground.client());
    expect(hosts).toEqual(
      [...stage.ground.domains].sort().map((host) => ({ host, from: stage.v1.id, to: stage.v2.id })),
    );
  });

  test('makes as many calls for thirty domains as for three', async () => {
    const count = async () => {
      const before = stage.ground.vercel.exchanges.length;
      await stage.swap({}, { probe: async () => ({ kind: 'served', deploymentId: stage.v2.id, commit: undefined }) });
      return stage.ground.vercel.exchanges.length - before;
    };
    stage.ground.vercel.jobs.usually({ pendingMs: 0 });
    const few = await count();
    await stage.ground.vercel.actAs('ann').rollback(stage.v1.id);
    await stage.ground.vercel.settled();
    for (let i = 0; i < 27; i++) stage.ground.vercel.addDomain(stage.ground.project, `d${i}.localhost`);
    expect(await count()).toBeLessThanOrEqual(few + 2);
    expect(few).toBeLessThanOrEqual(14);
  });

  test('waits until every host shows it', async () => {
    stage.ground.vercel.setPropagation(300);
    expect(await stage.swap({}, { probe: stage.ground.askEdge })).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  });

  test('does not believe a job that says it succeeded', async () => {
    stage.ground.vercel.jobs.plan({ cronsStay: true });
    const { autoAssign } = stage.ground.vercel.project(stage.ground.project.id);
    expect(autoAssign).toBe(true);
    const end = await stage.swap({}, { timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'swap-incomplete' });
    expect(end.readBack?.differs).toMatchObject([{ kind: 'crons', now: stage.v1.id }]);
  });

  test('is unknown where a host does not say which build it is', async () => {
    const mute: ProbeHost = async (host, signal) =>
      host === 'shop.localhost' ? { kind: 'silent', why: 'names no build' } : stage.ground.askTable(host, signal);
    const end = await stage.swap({}, { probe: mute, timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(end.readBack?.unclear).toMatchObject([{ kind: 'host', name: 'shop.localhost' }]);
  });

  test('fails where a host serves another build, whatever the tables say', async () => {
    const odd: ProbeHost = async () => ({ kind: 'served', deploymentId: stage.v1.id, commit: undefined });
    expect(await stage.swap({}, { probe: odd, timeoutMs: 2_000 })).toMatchObject({
      verdict: 'fail',
      reason: 'swap-incomplete',
    });
  });

  test.each([
    ['the candidate', 'bbbbbbb', 'pass', 'swapped'],
    ['what was live before', 'aaaaaaa', 'fail', 'swap-incomplete'],
  ])('takes the commit of %s, which a host names alone, for its build', async (_name, commit, verdict, reason) => {
    const probe: ProbeHost = async () => ({ kind: 'served', deploymentId: undefined, commit });
    expect(await stage.swap({}, { probe, timeoutMs: 2_000 })).toMatchObject({ verdict, reason });
  });

  test('takes a commit for no build where both were built from it', async () => {
    const api = stage.ground.client();
    const made = { ...(await stage.plan(api)), fromCommit: stage.v2.commit };
    const probe: ProbeHost = async () => ({ kind: 'served', deploymentId: undefined, commit: stage.v2.commit });
    const end = await applySwap(api, made, { probe, timeoutMs: 2_000 });
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(end.readBack?.unclear).toMatchObject([{ kind: 'host' }, { kind: 'host' }, { kind: 'host' }]);
  });
});

test('a first release replaces nothing, and cannot be undone', async () => {
  const other = stage.ground.vercel.addProject({ name: 'new', domains: ['new.localhost'] });
  const first = await stage.ground.deploy('first', { projectId: other.id, projectName: 'new' });
  const api = stage.ground.client();
  const planned = planSwap(
    await readSwapSnapshot(api, 'new', first.id),
    aRequest({ commitOrder: 'not-recorded' }),
    api.clock.now(),
  );
  expect(planned.kind).toBe('plan');
  expect(planned.plan).toMatchObject({ from: undefined, notes: { length: 1 } });
  expect(await applySwap(api, planned.plan, { probe: stage.ground.askTable, timeoutMs: 20_000 })).toMatchObject({
    verdict: 'pass',
  });
  expect(await stage.undo(planned.plan)).toMatchObject({
    verdict: 'fail',
    reason: 'no-previous-deployment',
    traffic: 'reached',
  });
});

test('a token of the project alone is enough', async () => {
  const token = stage.ground.vercel.projectToken(stage.ground.project);
  const end = await stage.swap({ token, team: '' });
  expect(end.verdict).toBe('pass');
  expect((await stage.undo(end.plan, { token, team: '' })).verdict).toBe('pass');
});

test('domains and aliases that come in pages are all seen', async () => {
  for (let i = 0; i < 120; i++) stage.ground.vercel.addDomain(stage.ground.project, `p${i}.localhost`);
  expect((await stage.plan(stage.ground.client())).hosts.filter(({ from }) => from === stage.v1.id)).toHaveLength(123);
});
