import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { release } from './whole-release.ts';
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

describe('a release that goes through', () => {
  test('stands in the ledger from its begin to its end, and what was live before is adopted', async () => {
    const live = await world.goLive();
    const job = world.job();
    const begun = await job.begin({ evidence: world.evidence('dpl_next'), 'database-version': '20261122000000' });
    expect(begun).toMatchObject({ status: 0, outputs: { reason: 'begun', 'previous-deployment-id': live } });
    expect(begun.outputs['release-id']).toMatch(/^\d{8}T\d{6}Z-[0-9a-f]{6}$/);
    expect(begun.summary).toContain('| Deployment | `dpl_next` |');
    expect(world.ledger()).toEqual(['lockstep success released: found live', 'lockstep in_progress begun']);
    expect(world.repo.deployments()[1]?.payload).toMatchObject({
      id: begun.outputs['release-id'],
      service: 'web',
      author: { runId: job.runId, runAttempt: 1 },
      actor: 'octocat',
      candidate: { deployment: 'dpl_next', commit: world.sha },
      before: { deployment: live, commit: world.sha, release: begun.outputs['previous-release-id'] },
      databaseVersion: '20261122000000',
    });
    expect(job.step('x').read()).toMatchObject({
      state: 'open',
      release: {
        id: begun.outputs['release-id'],
        environment: 'production',
        service: 'web',
        undoDeadlineMs: 240_000,
        commitBefore: world.sha,
      },
    });

    const committed = await job.commit();
    expect(committed.outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
    expect(job.step('x').read().state).toBe('committed');
    const end = await job.tellEnd('success');
    expect(end).toMatchObject({
      status: 0,
      annotations: [{ level: 'notice' }],
    });
    expect(world.ledger()[1]).toBe('lockstep success released: dpl_next is live');
    expect(world.repo.deployments()[1]?.statuses).toHaveLength(2);
  });

  test('is what the next one goes back to', async () => {
    const { id, deployment } = await release(world);
    const next = await world.job().begin();
    expect(next.outputs).toMatchObject({ 'previous-release-id': id, 'previous-deployment-id': deployment });
  });

  test('is committed once, however often commit runs', async () => {
    const job = world.job();
    await job.begin();
    await job.commit();
    expect((await job.commit()).outputs['verdict']).toBe('pass');
    await job.tellEnd('success');
    expect(world.repo.deployments()[0]?.statuses).toHaveLength(2);
  });

  test('stays released when a later step fails: only the job is red', async () => {
    const job = world.job();
    await job.begin();
    await job.commit();
    expect((await job.tellEnd('failure')).status).toBe(0);
    expect(world.ledger()).toEqual(['lockstep success released']);
  });

  test('does not wait for another service of the environment', async () => {
    await world.job().begin();
    expect((await world.job({ service: 'api' }).begin()).outputs).toMatchObject({ reason: 'begun' });
    expect((await world.job().begin()).outputs).toMatchObject({ reason: 'release-in-progress' });
  });
});

describe('what is found live', () => {
  test('nothing: there is nothing to go back to, and it says so', async () => {
    const begun = await world.job().begin();
    expect(begun.annotations.map(({ message }) => message)).toEqual([
      'first release, and nothing is live: there is nothing to roll back to',
    ]);
    expect(begun.outputs).toMatchObject({ 'previous-release-id': '', 'previous-deployment-id': '' });
  });

  test('something that somebody else put there: it is adopted, and everybody is told', async () => {
    await release(world);
    const foreign = await world.goLive('c'.repeat(40));
    const job = world.job();
    const begun = await job.begin();
    expect(job.step('x').read().release.commitBefore).toBe('c'.repeat(40));
    expect(begun.annotations[0]?.message).toContain(`${foreign} is live, though release`);
    expect(begun.outputs['previous-deployment-id']).toBe(foreign);
    expect(world.repo.deployments().at(-2)?.payload).toMatchObject({
      adopted: true,
      candidate: { deployment: foreign, commit: 'c'.repeat(40) },
    });
  });

  test('not known: a first release warns', async () => {
    const begun = await world.job().begin({ 'vercel-token': '', 'vercel-project': '' });
    expect(begun.outputs['reason']).toBe('begun');
    expect(begun.annotations).toMatchObject([{ level: 'warning' }]);
    expect(world.vercel.exchanges).toEqual([]);
  });
});

describe('a release that does not go through', () => {
  test('was rolled back, when every change was undone', async () => {
    const job = world.job();
    await job.begin();
    job.step('migrate').began('migrate');
    job.step('migrate').note('failure', { reason: 'sick', message: 'HTTP 503' });
    job.step('migrate').undone('migrate', { verdict: 'pass', reason: 'undone', message: 'down' });
    const end = await job.tellEnd('failure');
    expect(end.status).toBe(1);
    expect(end.annotations[0]).toMatchObject({ level: 'error', title: 'release: rolled-back' });
    expect(world.ledger()).toEqual(['lockstep failure rolled-back: migrate: sick: HTTP 503']);
    job.over('failure');
    expect((await world.job().begin()).outputs['reason']).toBe('begun');
  });

  test('was partly rolled back, when the schema was kept: the next one may begin', async () => {
    const job = world.job();
    await job.begin();
    job.step('migrate').began('migrate');
    job.step('migrate').undone('migrate', { verdict: 'pass', reason: 'kept-data', message: 'kept', kept: true });
    await job.tellEnd('failure');
    expect(world.ledger()[0]).toMatch(/^lockstep failure partly-rolled-back: remaining: migrate; /);
    job.over('failure');
    expect((await world.job().begin()).outputs['reason']).toBe('begun');
  });

  test('was rolled back, when the job went green without a commit: the job turns red', async () => {
    const job = world.job();
    await job.begin();
    const end = await job.tellEnd('success');
    expect(end.status).toBe(1);
    expect(world.ledger()[0]).toContain('rolled-back: nothing was changed; ');
  });

  test('ended unresolved, when nobody knows where traffic goes: the next one is told how to go on', async () => {
    const job = world.job();
    await job.begin();
    job.step('alias-swap').began('alias-swap');
    job.step('alias-swap').traffic('reached');
    const end = await job.tellEnd('cancelled');
    expect(end.log).toContain('the rollback action, "to: finish", "environment: production", "service: web"');
    expect(world.ledger()[0]).toContain(
      'lockstep error unknown: remaining: traffic, alias-swap; the job was cancelled',
    );
    job.over('cancelled');
    const next = await world.job().begin();
    expect(next.outputs).toMatchObject({ verdict: 'fail', reason: 'release-unresolved' });
    expect(next.annotations[0]?.message).toContain('"to: finish", "environment: production", "service: web"');
  });

  test('is in the way while its run goes on, and dead when that has ended without a word', async () => {
    const job = world.job();
    await job.begin();
    const early = await world.job().begin();
    expect(early.outputs).toMatchObject({ verdict: 'fail', reason: 'release-in-progress' });
    expect(early.log).toContain(`wait for https://github.example/acme/shop/actions/runs/${job.runId}/attempts/1`);
    job.over('cancelled');
    const late = await world.job().begin();
    expect(late.outputs).toMatchObject({ verdict: 'fail', reason: 'release-found-dead' });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('a held release', () => {
  async function held(live = true) {
    const deployment = await world.standReady(world.sha);
    const job = world.job();
    await job.begin({ evidence: world.evidence(deployment) });
    if (live) await world.promote(deployment);
    job.step('alias-swap').began('alias-swap');
    job.step('alias-swap').finished('alias-swap');
    job.step('alias-swap').traffic('reached', { to: deployment });
    job.step('health-gate').held('bake-unknown');
    const end = await job.tellEnd('failure');
    expect(end.annotations[0]).toMatchObject({ title: 'release: held' });
    job.over('failure');
    return deployment;
  }

  test('stops the next one, and is ended by a commit where it is live', async () => {
    const live = await held();
    expect(world.ledger().at(-1)).toBe('lockstep pending held: in place: alias-swap; held: bake-unknown');
    expect((await world.job().begin()).outputs['reason']).toBe('release-held');
    const person = await world.job().commit();
    expect(person.outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
    expect(world.ledger().at(-1)).toBe(`lockstep success released: ${live} is live; committed by octocat`);
    expect((await world.job().begin()).outputs['reason']).toBe('begun');
  });

  test('is not committed where something else is live', async () => {
    await world.goLive();
    await held(false);
    expect((await world.job().commit()).outputs).toMatchObject({ verdict: 'fail', reason: 'candidate-not-live' });
    expect(world.ledger().at(-1)).toContain('lockstep pending held');
  });

  test('is not committed in its own job', async () => {
    const job = world.job();
    await job.begin();
    job.step('health-gate').held('bake-unknown');
    expect((await job.commit()).outputs).toMatchObject({ verdict: 'fail', reason: 'release-held' });
    expect(job.step('x').read().state).toBe('held');
  });
});

describe('commit refuses', () => {
  test('a release with a change that did not finish, also after continue-on-error', async () => {
    const job = world.job();
    await job.begin();
    job.step('migrate').began('migrate');
    const refused = await job.commit();
    expect(refused.outputs).toMatchObject({ verdict: 'fail', reason: 'release-incomplete' });
    expect(refused.log).toContain('migrate began and did not finish');
    job.step('migrate').finished('migrate');
    expect((await job.commit()).outputs['reason']).toBe('committed');
  });

  test('a release whose traffic was taken back', async () => {
    const job = world.job();
    await job.begin();
    job.step('alias-swap').traffic('restored');
    expect((await job.commit()).outputs['reason']).toBe('traffic-restored');
  });

  test('another line than the one that was begun', async () => {
    const job = world.job();
    await job.begin();
    expect((await job.commit({ service: 'api' })).outputs['reason']).toBe('other-release');
  });

  test('where there is nothing to commit', async () => {
    expect((await world.job().commit()).outputs).toMatchObject({ verdict: 'fail', reason: 'nothing-to-commit' });
  });
});

test('what was migrated is in the ledger with the digests of its texts, once, and no commit hangs on it', async () => {
  const texts = [
    { version: '20260105090000', up: 'a'.repeat(64), down: 'b'.repeat(64) },
    { version: '20260106090000', up: 'c'.repeat(64), down: null },
  ];
  const deployment = await world.standReady(world.sha);
  const job = world.job();
  const begun = await job.begin({ evidence: world.evidence(deployment) });
  job.step('migrate').began('migrate');
  // A line of another step has no digests.
  job.step('migrate').finished('migrate', { applied: [], texts: [texts[0], { version: 'x', up: 'none' }] });
  // Another one, as it may be of another database; and one that had nothing to do.
  job.step('migrate-2').finished('migrate', { applied: [], texts: [texts[1]] });
  job.step('migrate-3').finished('migrate', { applied: [], texts: [] });
  const written = () => world.repo.deployments('lockstep:migrated');
  expect((await job.commit()).outputs).toMatchObject({ verdict: 'pass', reason: 'committed' });
  expect((await job.tellEnd('success')).status).toBe(0);
  expect(written().map(({ payload, statuses }) => [payload, statuses.map(({ state }) => state)])).toEqual([
    [
      expect.objectContaining({ release: begun.outputs['release-id'], service: 'web', applied: texts, steps: 2 }),
      ['inactive'],
    ],
  ]);
});

test('a gate that somebody overrode stands in the ledger with its reason; what is no reason is refused', async () => {
  const deployment = await world.standReady(world.sha);
  const job = world.job();
  const evidence = world.evidence(deployment);
  const none = await job.begin({ evidence, overrides: 'error-budget' });
  expect(none).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  expect(none.log).toContain('expected GATE: REASON');
  const begun = await job.begin({ evidence, overrides: 'error-budget: this release ends the | outage' });
  expect(begun.outputs).toMatchObject({ reason: 'begun' });
  expect(world.repo.deployments('lockstep').at(-1)?.payload).toMatchObject({
    overrides: [{ gate: 'error-budget', reason: 'this release ends the | outage' }],
  });
  expect(begun.summary).toContain('| error-budget overridden by octocat | `this release ends the / outage` |');
});

test('a dry run looks and decides, and writes nothing', async () => {
  const live = await world.goLive();
  const job = world.job();
  const dry = await job.begin({ 'dry-run': 'true' });
  expect(dry.outputs).toMatchObject({ verdict: 'pass', reason: 'dry-run', 'previous-deployment-id': live });
  expect(dry.env).toEqual({});
  expect(world.ledger()).toEqual([]);
  await job.begin();
  expect((await job.commit({ 'dry-run': 'true' })).outputs['reason']).toBe('dry-run');
  expect(job.step('x').read().state).toBe('open');
});

test('no token is in any log, output or summary', async () => {
  const job = world.job();
  const steps = [await job.begin(), await job.commit(), await job.tellEnd('success')];
  for (const step of steps) {
    const seen = step.log + step.summary + JSON.stringify([step.outputs, step.annotations]);
    expect(seen).not.toContain(world.vercel.token);
    expect(seen).not.toMatch(/ghs_/);
  }
});
