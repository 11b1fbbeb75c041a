import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import type { FaultEffect } from '@lockstep/proving-ground/faults';
import {
  beganBefore,
  blockingRecord,
  type GitHub,
  type Ledger,
  lastReleased,
  openLedger,
  unsettledSwaps,
} from '../src/index.ts';
import { releasePayload, swapPayload } from './records.ts';
import { openWorld, type TestWorld } from './world.ts';

const key = { environment: 'production', service: 'web' };

let world: TestWorld;
let github: GitHub;
let ledger: Ledger;
beforeEach(async () => {
  world = await openWorld();
  github = world.client();
  ledger = openLedger({ github, creator: 'github-actions[bot]' });
});
afterEach(() => world.close());

const begin = (id: string, more = {}) => ledger.begin('production', world.sha, releasePayload(id, more));
const ids = async () => (await ledger.read(key)).releases.map((release) => [release.id, release.state]);
const records = () => world.repo.deployments('lockstep');
const statuses = (at = 0) => records()[at]?.statuses.map(({ state, description }) => `${state} ${description}`);

test('a release is written down, told of, and read back', async () => {
  const release = await begin('r1');
  await ledger.setState(release, 'held', 'the bake saw nothing');
  const view = await ledger.read(key);
  expect(view.releases).toMatchObject([
    { id: 'r1', state: 'held', message: 'the bake saw nothing', candidate: { deployment: 'dpl_r1' } },
  ]);
  expect(statuses()).toEqual(['in_progress begun', 'pending held: the bake saw nothing']);
  expect(records()[0]).toMatchObject({ ref: world.sha, task: 'lockstep', description: 'Release of web in production' });
});

test('the record of a rolling release knows its last stage, also once it has ended', async () => {
  const payload = { ...swapPayload('s1'), stages: [10, 50, 100] };
  const swap = await ledger.open('production', world.sha, payload);
  const read = async () => (await ledger.read(key)).swaps[0];
  expect(await read()).toMatchObject({ state: 'open', stages: [10, 50, 100] });
  expect((await read())?.reached).toBeUndefined();
  await ledger.reach(swap, { number: 1, of: 3, percentage: 10 });
  await ledger.reach(swap, { number: 2, of: 3, percentage: 50 });
  expect(await read()).toMatchObject({ state: 'open', reached: { number: 2, of: 3, percentage: 50 } });
  // It still stands in the way of the next release.
  expect(unsettledSwaps(await ledger.read(key))).toHaveLength(1);
  await ledger.close(swap, 'put-back', 'swap-undone');
  expect(await read()).toMatchObject({ state: 'put-back', reached: { number: 2 } });
});

test('an adopted record is released from the start, also where its status was never written', async () => {
  await begin('a1', { adopted: true });
  expect(await ids()).toEqual([['a1', 'released']]);
  world.faults.plant({
    service: 'github',
    method: 'POST',
    path: /statuses/,
    times: 9,
    effect: { kind: 'status', status: 422 },
  });
  await begin('a2', { adopted: true }).catch(() => undefined);
  expect((await ids())[0]).toEqual(['a2', 'released']);
});

test('is read by as many calls after three hundred failed releases as after a few', async () => {
  const first = await begin('r0');
  await ledger.markReleased(first, 'dpl_r0');
  const before = { deployment: 'dpl_r0', commit: 'r0', release: 'r0' };
  const count = async () => {
    const from = world.server.exchanges.length;
    const view = await ledger.read(key);
    expect(view.releases[0]?.state).toBe(view.releases.length === 1 ? 'released' : 'rolled-back');
    expect(lastReleased(view)?.id).toBe('r0');
    expect([blockingRecord(view), unsettledSwaps(view)]).toEqual([undefined, []]);
    return world.server.exchanges.length - from;
  };
  const fail = async (id: string) => {
    const release = await begin(id, { before });
    const swap = await ledger.open('production', world.sha, swapPayload(`i${id}`, { release: id }));
    await ledger.close(swap, 'put-back', '');
    await ledger.setState(release, 'rolled-back', '');
  };
  for (let at = 1; at <= 12; at++) await fail(`r${at}`);
  const few = await count();
  // The rest as GitHub has them: two records each, of which every status would be a call of its own.
  const { deployments } = world.repo.state;
  const [release, swap] = deployments.slice(-2);
  if (release === undefined || swap === undefined) throw new Error('nothing was written');
  let { id } = swap;
  for (let at = 13; at <= 300; at++)
    for (const one of [release, swap])
      deployments.push({ ...one, id: ++id, payload: { ...(one.payload as object), id: `${one.task} ${at}` } });
  // A page more for every hundred records.
  expect(await count()).toBeLessThanOrEqual(few + 6);
  expect(few).toBeLessThanOrEqual(25);
});

test('finds what was released last, though the failed ones after it were begun on a record that is gone', async () => {
  const first = await begin('r0');
  await ledger.markReleased(first, null);
  const before = { deployment: 'dpl_x', commit: 'x', release: 'gone' };
  for (let at = 1; at <= 12; at++) await ledger.setState(await begin(`r${at}`, { before }), 'rolled-back', '');
  expect(lastReleased(await ledger.read(key))?.id).toBe('r0');
});

test('a change of traffic is written down before, and closed after', async () => {
  const swap = await ledger.open('production', world.sha, swapPayload('i1'));
  expect(unsettledSwaps(await ledger.read(key))).toMatchObject([{ id: 'i1', state: 'open' }]);
  await ledger.close(swap, 'swapped', '');
  expect(unsettledSwaps(await ledger.read(key))).toEqual([]);
  expect((await ledger.read(key)).swaps).toMatchObject([{ state: 'swapped', aliases: { 'shop.example': 'dpl_old' } }]);
});

test('a long message is cut to what GitHub takes', async () => {
  const release = await begin('r1');
  await ledger.setState(release, 'rolled-back', 'x'.repeat(300));
  expect((await ledger.read(key)).releases[0]?.message).toHaveLength(140 - 'rolled-back: '.length);
});

describe('where the answer to a creation is lost', () => {
  test.each<[string, FaultEffect]>([
    ['after GitHub made the record', { kind: 'reset-after' }],
    ['before GitHub saw it', { kind: 'reset-before' }],
    ['to a proxy page', { kind: 'html', status: 502 }],
    ['to a server error', { kind: 'status', status: 500 }],
  ])('%s, there is one record all the same', async (_, effect) => {
    world.faults.plant({ service: 'github', method: 'POST', path: /deployments$/, effect });
    const release = await begin('r1');
    expect(world.faults.hits()).toEqual([1]);
    expect(records()).toHaveLength(1);
    expect(release.record).toBe(records()[0]?.id);
    expect(await ids()).toEqual([['r1', 'begun']]);
  });

  test('and lists lag behind, it is looked for again before it is sent again', async () => {
    world.faults.plant(
      { service: 'github', method: 'POST', path: /deployments$/, effect: { kind: 'reset-after' } },
      { service: 'github', method: 'GET', times: 1, effect: { kind: 'stale' } },
    );
    await begin('r1');
    expect(records()).toHaveLength(1);
  });

  test('and lists lag behind for long, two records are one release, told of by either', async () => {
    world.faults.plant(
      { service: 'github', method: 'POST', path: /deployments$/, effect: { kind: 'reset-after' } },
      { service: 'github', method: 'GET', times: 2, effect: { kind: 'stale' } },
    );
    const release = await begin('r1');
    expect(records()).toHaveLength(2);
    await ledger.markReleased(release, null);
    expect(await ids()).toEqual([['r1', 'released']]);
  });

  test('for good, begin fails and says what was asked', async () => {
    world.faults.plant({ service: 'github', method: 'POST', times: 9, effect: { kind: 'status', status: 502 } });
    await expect(begin('r1')).rejects.toThrow('GitHub: POST /repos/acme/shop/deployments');
    expect(records()).toHaveLength(0);
  });
});

test.each<[string, FaultEffect]>([
  ['after it was written', { kind: 'reset-after' }],
  ['before it was written', { kind: 'reset-before' }],
])('a status whose answer is lost %s is there once', async (_, effect) => {
  const release = await begin('r1');
  world.faults.plant({ service: 'github', method: 'POST', path: /statuses$/, effect });
  await ledger.markReleased(release, null, 'all hosts');
  expect(statuses()).toEqual(['in_progress begun', 'success released: all hosts']);
});

test('a release that did not know its deployment when it began brings what it was swapped to, or what its commit said', async () => {
  const unbuilt = { candidate: { deployment: null, commit: 'c' } };
  const deployment = async () => (await ledger.read(key)).releases[0]?.deployment;
  const first = await begin('r1', unbuilt);
  expect(await deployment()).toBeNull();
  const swap = await ledger.open('production', world.sha, swapPayload('i1', { release: 'r1', to: 'dpl_swapped' }));
  expect(await deployment()).toBe('dpl_swapped');
  await ledger.close(swap, 'put-back', '');
  expect(await deployment()).toBeNull();
  await ledger.markReleased(first, 'dpl_told', 'committed by ann');
  expect((await ledger.read(key)).releases[0]).toMatchObject({
    confirmedDeployment: 'dpl_told',
    deployment: 'dpl_told',
  });
});

test('of two that began at once, the later one finds the earlier', async () => {
  const [first, second] = [await begin('r1'), await begin('r2')];
  const view = await ledger.read(key);
  expect(beganBefore(view, second)?.id).toBe('r1');
  expect(beganBefore(view, first)).toBeUndefined();
});

test.each(['held', 'unknown'] as const)(
  'of two that began at once, the later one finds the earlier, %s by now',
  async (state) => {
    await ledger.markReleased(await begin('r0'), null);
    const first = await begin('r1');
    const second = await begin('r2');
    await ledger.setState(first, state, '');
    expect(beganBefore(await ledger.read(key), second)?.id).toBe('r1');
  },
);

test('of two that began at once, the later one finds the earlier below what it recorded as found live', async () => {
  await ledger.markReleased(await begin('r0'), null);
  await begin('r1');
  await begin('found', { adopted: true });
  const second = await begin('r2');
  expect(beganBefore(await ledger.read(key), second)?.id).toBe('r1');
});

test('a release gives way to a rollback that was written down before it, and not to a swap of its own', async () => {
  const rollback = await ledger.open('production', world.sha, swapPayload('i1', { release: null }));
  const release = await begin('r1');
  await ledger.open('production', world.sha, swapPayload('i2', { release: 'r1' }));
  await ledger.open('production', world.sha, swapPayload('i3', { release: null }));
  expect(beganBefore(await ledger.read(key), release)?.id).toBe('i1');
  await ledger.close(rollback, 'put-back', '');
  expect(beganBefore(await ledger.read(key), release)).toBeUndefined();
});

test('a ledger that would not count its own records refuses to write them, and leaves none in the way', async () => {
  const mistaken = openLedger({ github, creator: 'release-bot[bot]' });
  const error = await mistaken.begin('production', world.sha, releasePayload('r1')).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as Error).message).toContain('set ledger-creator: github-actions[bot]');
  expect(await ids()).toEqual([['r1', 'rolled-back']]);
});
