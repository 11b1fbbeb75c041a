import { afterAll, describe, expect } from '@jest/globals';
import type { Action, Journal, RunEnvironment, Shape } from '@lockstep/action-shell';
import { borrowPostgres } from '@lockstep/proving-ground/postgres';
import { action as swapAction } from '../../actions/alias-swap/src/run.ts';
import { action as releaseAction } from '../../actions/release/src/run.ts';
import { action as rollbackAction } from '../../actions/rollback/src/run.ts';
import { thinned as test } from '../e2e/sampled.ts';
import { aHistory, type History } from './history.ts';
import { Step } from './in-process.ts';
import { aReleaseWorld } from './release-world.ts';

const world = await aReleaseWorld();
const postgres = await borrowPostgres(world.scope);
const { vercel, github, clock } = world;
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

type Inputs = Readonly<Record<string, string>>;

interface Team {
  readonly env: RunEnvironment;
  step<S extends Shape>(action: Action<S>, inputs: Inputs, journal?: Journal): Step<S>;
}

function teamOf({ shop, databaseUrl }: History, env: RunEnvironment, token?: string): Team {
  const common = { ...shop.inputs, environment: shop.environment, 'database-url': databaseUrl };
  const given = token === undefined ? common : { ...common, 'github-token': token };
  return { env, step: (action, inputs, journal) => new Step(action, { ...given, ...inputs }, { env, clock, journal }) };
}

const ours = (line: History) => teamOf(line, line.shop.env);

describe('two repositories that release one project', () => {
  const permissions = { contents: 'read', deployments: 'write', actions: 'read' } as const;
  const portal = github.repository('acme/portal');
  const theirs = (line: History) => {
    const repository = { owner: 'acme', repo: 'portal' };
    const token = github.token({ repository: 'acme/portal', permissions, login: 'github-actions[bot]' });
    return teamOf(line, { ...line.shop.env, repository, sha: portal.commit(), runId: portal.run() }, token);
  };

  test('each have a ledger, and neither takes the other’s release for its own', async () => {
    const line = await aHistory(world, postgres);
    const { shop } = line;
    const r2 = await line.release({ state: 'released', live: true });
    const before = r2.candidate.deployment ?? '';

    const them = theirs(line);
    const begun = await them.step(releaseAction, { command: 'begin' }).main();
    expect(begun).toMatchObject({ reason: 'begun', outputs: { 'previous-deployment-id': before } });
    const wish = { 'deployment-id': shop.foreign, 'expect-current': before };
    const unsure = await them.step(swapAction, wish, shop.release()).main();
    expect(unsure).toMatchObject({ verdict: 'unknown', reason: 'commit-order-unknown' });
    expect(unsure.message).toContain('both must be commits of this repository');
    const journal = shop.release(them.env.sha);
    const swap = them.step(swapAction, { ...wish, 'require-newer-commit': 'false' }, journal);
    expect(await swap.main()).toMatchObject({ verdict: 'pass', reason: 'swapped' });
    expect(shop.seen()).toEqual([shop.foreign]);

    expect(await ours(line).step(rollbackAction, {}).main()).toMatchObject({
      verdict: 'fail',
      reason: 'foreign-release',
    });
    expect(shop.seen()).toEqual([shop.foreign]);
    expect(await line.tables()).toEqual(['t2']);
    const begin = { command: 'begin', 'commit-sha': (await shop.stage()).commit };
    const next = await ours(line).step(releaseAction, begin).main();
    expect(next).toMatchObject({ reason: 'begun', outputs: { 'previous-deployment-id': shop.foreign } });
    expect(next.log.join('\n')).toContain('production was changed outside of Lockstep');

    expect(await swap.post('failure')).toMatchObject({ verdict: 'pass', reason: 'swap-undone' });
    expect(shop.seen()).toEqual([before]);
  });

  test('are kept apart by what must be live: who comes second is refused, and changes nothing', async () => {
    const line = await aHistory(world, postgres);
    const { shop } = line;
    const wish = { 'expect-current': shop.live, 'require-newer-commit': 'false' };
    const first = await ours(line)
      .step(swapAction, { ...wish, 'deployment-id': shop.next }, shop.release())
      .main();
    expect(first).toMatchObject({ verdict: 'pass' });
    const journal = shop.release();
    const second = theirs(line).step(swapAction, { ...wish, 'deployment-id': shop.foreign }, journal);
    expect(await second.main()).toMatchObject({ verdict: 'fail', reason: 'current-differs' });
    expect(await second.post('failure')).toBeUndefined();
    expect(journal.read().traffic).toBe('untouched');
    expect(shop.seen()).toEqual([shop.next]);
  });
});

describe('a person in the dashboard', () => {
  test('who rolled back during a bake has done what the undo would do: it is read back, and nothing is fought', async () => {
    const line = await aHistory(world, postgres);
    const { shop } = line;
    const journal = shop.release();
    const swap = ours(line).step(swapAction, { 'deployment-id': shop.next }, journal);
    expect(await swap.main()).toMatchObject({ verdict: 'pass' });
    await vercel.actAs('ann').rollback(shop.live);
    await vercel.settled();
    expect(await swap.post('failure')).toMatchObject({ verdict: 'pass', reason: 'nothing-to-undo' });
    expect(journal.read()).toMatchObject({ traffic: 'restored' });
    expect(shop.seen()).toEqual([shop.live]);
    // Or the next release would never go live.
    expect(vercel.project(shop.project.id).autoAssign).toBe(true);
  });

  test('who rolled back a release by hand left its schema: rollback takes that down, and the ledger knows', async () => {
    const line = await aHistory(world, postgres);
    await line.release({ state: 'released', live: true });
    await vercel.actAs('ann').rollback(line.shop.live);
    await vercel.settled();
    expect(await ours(line).step(rollbackAction, {}).main()).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
    expect(line.shop.seen()).toEqual([line.shop.live]);
    expect(await line.tables()).toEqual([]);
    expect((await line.told()).slice(1)).toEqual(['r2 rolled-back']);
  });

  test('who rolled back by hand is not overruled unseen: the next release says what it found', async () => {
    const line = await aHistory(world, postgres);
    const { shop } = line;
    const r2 = await line.release({ state: 'released', live: true });
    await vercel.actAs('ann').rollback(shop.live);
    await vercel.settled();
    const next = await ours(line).step(releaseAction, { command: 'begin' }).main();
    expect(next).toMatchObject({ reason: 'begun', outputs: { 'previous-deployment-id': shop.live } });
    expect(next.log.join('\n')).toContain(`though release ${r2.id} brought ${r2.candidate.deployment}`);
    // Her rollback had switched it off.
    const swap = ours(line).step(swapAction, { 'deployment-id': shop.foreign }, shop.release());
    const swapped = await swap.main();
    expect(swapped).toMatchObject({ verdict: 'pass' });
    expect(swapped.log.join('\n')).toContain(
      'the project is rolled back and does not assign production domains automatically',
    );
    // The promote that ends a rollback switches it on, whatever it was before that: nobody's push goes live unasked.
    expect(swapped.message).toContain('the promote had switched auto-assignment on, it was switched off again');
    expect(vercel.project(shop.project.id).autoAssign).toBe(false);
  });

  test('who set an unfinished release inactive on GitHub has acknowledged it: it stands in the way no more', async () => {
    const line = await aHistory(world, postgres);
    await line.release({ state: 'acknowledged', live: false });
    const { record } = (await line.ledger.read({ environment: line.shop.environment, service: '' })).releases[0] ?? {};
    const person = github.token({ repository: 'acme/shop', permissions: { deployments: 'write' }, login: 'ann' });
    const path = `${line.shop.env.apiUrl}/repos/acme/shop/deployments/${record}/statuses`;
    const headers = { authorization: `Bearer ${person}`, 'content-type': 'application/json' };
    await fetch(path, { method: 'POST', headers, body: JSON.stringify({ state: 'inactive' }) });
    expect(await ours(line).step(releaseAction, { command: 'begin' }).main()).toMatchObject({ reason: 'begun' });
  });
});
