import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { sealEvidence } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aWorld, said, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(async () => {
  expect(world.ground.vercel.unmodelled).toEqual([]);
  world.github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

const changes = () =>
  world.ground.vercel.exchanges.filter(({ method, path }) => method !== 'GET' && !/files|v13/.test(path));
const evidence = (more: object = {}) =>
  JSON.stringify(
    sealEvidence({
      deployment: world.next.id,
      commit: world.commits.next,
      planDigest: null,
      folderDigest: null,
      verdicts: { 'health-gate:pre': 'pass' },
      run: 'https://github.com/acme/shop/actions/runs/1',
      at: new Date().toISOString(),
      ...more,
    }),
  );

describe('alias-swap', () => {
  test('moves all traffic, asks every host, and keeps the token to itself', async () => {
    const swap = await world.swap({ evidence: evidence(), 'max-evidence-age': '1h', 'expect-current': world.live.id });
    expect(swap.outputs).toMatchObject({
      verdict: 'pass',
      reason: 'swapped',
      swapped: 'true',
      'previous-deployment-id': world.live.id,
    });
    expect(world.holders()).toEqual([world.next.id]);
    expect(JSON.parse(swap.outputs['plan'] ?? '')).toMatchObject({ from: world.live.id, to: world.next.id });
    expect(swap.log + swap.summary + JSON.stringify(swap.outputs)).not.toContain(world.ground.vercel.token);
    // Alone, and without an environment, there is no release line to write for.
    expect(world.intents()).toEqual([]);
  });

  test('reads a wildcard back where it can be visited and where not, and restores it', async () => {
    const { vercel, project } = world.ground;
    for (const name of [`*.shop.localhost:${vercel.edge.port}`, '*.shop.invalid'])
      vercel.addDomain(project, { name, verified: true });
    const swap = await world.swap({ 'on-failure': 'undo' });
    expect(swap.outputs).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(vercel.holder('clinic.shop.invalid')).toBe(world.next.id);
    const undo = await world.post(swap, { 'on-failure': 'undo' }, { jobStatus: 'failure' });
    expect(undo).toMatchObject({ status: 0 });
    expect(vercel.holder('clinic.shop.invalid')).toBe(world.live.id);
  });

  test('only shows its plan in a dry run', async () => {
    const swap = await world.swap({ 'dry-run': 'true' });
    expect(swap.outputs).toMatchObject({ verdict: 'pass', reason: 'dry-run', swapped: 'false' });
    const planned = world.ground.domains.map((host) => ({ host, from: world.live.id, to: world.next.id }));
    expect(JSON.parse(swap.outputs['plan'] ?? '').hosts).toEqual(expect.arrayContaining(planned));
    expect(changes()).toEqual([]);
    expect(world.holders()).toEqual([world.live.id]);
  });

  test.each([
    ['superseded', async () => ({ 'deployment-id': (await world.deploy(world.commits.old)).id })],
    ['superseded', async () => ({ 'deployment-id': (await world.deploy(world.commits.diverged)).id })],
    ['current-differs', async () => ({ 'expect-current': 'dpl_other' })],
    ['evidence-missing', async () => ({ 'max-evidence-age': '1h' })],
    ['evidence-stale', async () => ({ 'max-evidence-age': '1h', evidence: evidence({ at: '2026-01-01T00:00:00Z' }) })],
    ['evidence-not-for-candidate', async () => ({ evidence: evidence({ deployment: 'dpl_other' }) })],
    ['evidence-not-passed', async () => ({ evidence: evidence({ verdicts: { 'health-gate:pre': 'unknown' } }) })],
    [
      'candidate-not-production',
      async () => ({
        'deployment-id': (await world.deploy(world.commits.next, { target: 'preview', staged: false })).id,
      }),
    ],
  ])('refuses with %s and changes nothing', async (reason, inputsOf) => {
    const swap = await world.swap(await inputsOf());
    expect(swap).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason, swapped: 'false' } });
    expect(changes()).toEqual([]);
    expect((await world.post(swap, {}, { jobStatus: 'failure' })).status).toBe(0);
    expect(changes()).toEqual([]);
  });

  test('moves to an older commit where that is allowed', async () => {
    const old = await world.deploy(world.commits.old);
    const swap = await world.swap({ 'deployment-id': old.id, 'require-newer-commit': 'false' });
    expect(swap.outputs).toMatchObject({ verdict: 'pass' });
    expect(world.holders()).toEqual([old.id]);
  });

  test('does not know the order of commits without GitHub, and then does not swap', async () => {
    world.ground.faults.plant({
      service: 'github',
      path: /compare/,
      times: 9,
      effect: { kind: 'status', status: 403 },
    });
    const swap = await world.swap();
    expect(swap.outputs).toMatchObject({ verdict: 'unknown', reason: 'commit-order-unknown' });
    expect(changes()).toEqual([]);
  });

  test('passes without a change where all of it was done before', async () => {
    await world.swap();
    const before = changes().length;
    expect((await world.swap()).outputs).toMatchObject({ verdict: 'pass', reason: 'already-live', swapped: 'false' });
    expect(changes()).toHaveLength(before);
  });

  test('reports every bad input at once', async () => {
    const swap = await world.swap({ strategy: 'alias', 'swap-timeout': 'soon', 'dry-run': 'yes' });
    expect(swap.outputs).toMatchObject({ verdict: 'fail', reason: 'invalid-input' });
    const named = swap.annotations.map(({ message }) => /"([a-z-]+)"/.exec(message)?.[1]);
    expect(named.sort()).toEqual(['aliases', 'dry-run', 'swap-timeout']);
    const aliases = await world.swap({ strategy: 'alias' });
    expect(aliases.annotations.map(({ message }) => /"([a-z-]+)"/.exec(message)?.[1])).toEqual(['aliases']);
  });
});

describe('alone', () => {
  test('it undoes its own failed swap', async () => {
    world.ground.vercel.jobs.plan({ failAliases: ['shop.localhost'] });
    const swap = await world.swap();
    expect(swap.outputs).toMatchObject({ verdict: 'fail', reason: 'promote-failed' });
    const post = await world.post(swap, {}, { jobStatus: 'failure' });
    expect(said(post)).toEqual({ verdict: 'pass', reason: 'swap-undone' });
    expect(world.holders()).toEqual([world.live.id]);
  });

  test('it leaves a good swap to later steps, unless on-failure: undo says otherwise', async () => {
    const swap = await world.swap({ 'on-failure': 'undo' });
    expect((await world.post(swap, { 'on-failure': 'auto' }, { jobStatus: 'success' })).status).toBe(0);
    expect(world.holders()).toEqual([world.next.id]);
    const post = await world.post(swap, { 'on-failure': 'undo' }, { jobStatus: 'failure' });
    expect(said(post)).toEqual({ verdict: 'pass', reason: 'swap-undone' });
    expect(world.holders()).toEqual([world.live.id]);
    expect(world.ground.vercel.project(world.ground.project.id).autoAssign).toBe(true);
  });
});

describe('in a release', () => {
  test('it writes the intent first, and the journal, and the end of both', async () => {
    const { env, read } = world.release();
    const seen: string[] = [];
    world.ground.faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /promote/,
      effect: { kind: 'actor', act: () => void seen.push(...world.intents(), read().traffic) },
    });
    const swap = await world.swap({}, { env });
    expect(swap.outputs).toMatchObject({ verdict: 'pass' });
    expect(seen).toEqual(['open', 'reached']);
    expect(world.intents()).toEqual(['swapped: swapped']);
    const [intent] = [...world.github.repository('acme/shop').state.deployments.values()];
    expect(intent).toMatchObject({
      environment: 'production',
      payload: { release: 'r1', from: world.live.id, to: world.next.id },
    });
    expect(read().entries.map(({ kind }) => kind)).toEqual(['release', 'began', 'traffic', 'finished']);
  });

  test('that was not committed, the swap is undone, read back on every host, and recorded', async () => {
    const { env, read } = world.release();
    const swap = await world.swap({}, { env });
    const post = await world.post(swap, {}, { env, jobStatus: 'failure' });
    expect(post.status).toBe(0);
    expect(read()).toMatchObject({
      traffic: 'restored',
      undone: [{ action: 'alias-swap', verdict: 'pass', reason: 'swap-undone' }],
    });
    expect(world.intents()).toEqual(['put-back: swap-undone']);
    expect(world.holders()).toEqual([world.live.id]);
  });

  test('it notes for the schema that skew protection keeps clients on the candidate', async () => {
    const { env, read } = world.release();
    world.ground.vercel.configure(world.ground.project, { skewProtectionMaxAge: 3_600 });
    const swap = await world.swap({}, { env });
    await world.post(swap, {}, { env, jobStatus: 'failure' });
    const last = read().entries.findLast(({ kind }) => kind === 'traffic');
    expect(last).toMatchObject({ traffic: 'restored', detail: { pinned: true } });
  });

  test('it leaves a foreign release alone', async () => {
    const { env, read } = world.release();
    const swap = await world.swap({}, { env });
    const foreign = await world.deploy(world.commits.diverged);
    await world.ground.vercel.actAs('ann').promote(foreign.id);
    await world.ground.vercel.settled();
    const post = await world.post(swap, {}, { env, jobStatus: 'failure' });
    expect(post.status).toBe(1);
    expect(read()).toMatchObject({ traffic: 'unconfirmed', undone: [{ verdict: 'fail', reason: 'conflict' }] });
    expect(world.intents()).toEqual(['unresolved: conflict']);
    expect(world.holders()).toEqual([foreign.id]);
  });

  test('a swap that could not be confirmed is held, not undone', async () => {
    const { env, read } = world.release();
    world.ground.vercel.jobs.plan({ pendingMs: Number.POSITIVE_INFINITY });
    const swap = await world.swap({ 'swap-timeout': '1s' }, { env });
    expect(swap.outputs).toMatchObject({ verdict: 'unknown', reason: 'swap-unconfirmed' });
    expect(read()).toMatchObject({ state: 'held', heldBecause: 'swap-unconfirmed' });
    expect(said(await world.post(swap, {}, { env, jobStatus: 'failure' }))).toBeUndefined();
    expect(world.holders()).toEqual([world.live.id]);
  });

  test('what cannot be recorded in the ledger is not begun', async () => {
    const { env, read } = world.release();
    world.ground.faults.plant({
      service: 'github',
      method: 'POST',
      times: 99,
      effect: { kind: 'status', status: 403 },
    });
    const swap = await world.swap({}, { env });
    expect(swap.outputs).toMatchObject({ verdict: 'unknown', reason: 'remote-error' });
    expect(changes()).toEqual([]);
    expect(read().traffic).toBe('untouched');
  });

  test('killed between the request and its answer, it is found and undone', async () => {
    const { env, read } = world.release();
    world.ground.vercel.jobs.plan({ pendingMs: 1_500 });
    const swap = await world.swap(
      {},
      { env, debug: true, kill: { signal: 'SIGKILL', afterLine: /POST .*promote.*: 201/ } },
    );
    expect(swap.signal).toBe('SIGKILL');
    expect(read().traffic).toBe('reached');
    const post = await world.post(swap, {}, { env, jobStatus: 'failure' });
    expect(said(post)).toEqual({ verdict: 'pass', reason: 'swap-undone' });
    expect(read().traffic).toBe('restored');
    expect(world.holders()).toEqual([world.live.id]);
    expect(world.intents()).toEqual(['put-back: swap-undone']);
  });
});

test('strategy alias moves what is named, and nothing else', async () => {
  const preview = await world.deploy(world.commits.diverged, { target: 'preview', staged: false });
  const swap = await world.swap({
    strategy: 'alias',
    aliases: `qa.shop.localhost:${world.ground.vercel.edge.port}`,
    'deployment-id': preview.id,
  });
  expect(swap.outputs).toMatchObject({ verdict: 'pass', reason: 'swapped' });
  expect(world.ground.vercel.holder('qa.shop.localhost')).toBe(preview.id);
  expect(world.holders()).toEqual([world.live.id]);
});
