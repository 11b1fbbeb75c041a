import { describe, expect } from '@jest/globals';
import { CancelledError, type Clock, systemClock } from '@lockstep/base';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import type { History } from '../../../test/faults/history.ts';
import { rollbackWorld } from './rollback-world.ts';

const { world, aLine, rollback, ended } = await rollbackWorld();
const { vercel, faults } = world;

describe('finish', () => {
  test('takes back a release whose run died after the swap', async () => {
    const line = await aLine();
    await line.release({ state: 'begun', live: true });
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toEqual({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      tables: [],
      told: ['r2 rolled-back'],
    });
  });

  test('takes back a release whose run died before the swap: only its schema', async () => {
    const line = await aLine();
    await line.release({ state: 'begun', live: false });
    const end = await rollback(line, { to: 'finish' });
    expect(await ended(line, end)).toEqual({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      tables: [],
      told: ['r2 rolled-back'],
    });
  });

  test.each([
    ['held', 'held'],
    ['unknown', 'unresolved'],
    ['begun', 'dead'],
  ] as const)('takes back a release that is %s', async (state, found) => {
    const line = await aLine();
    const release = await line.release({ state, live: true });
    const look = await rollback(line, { to: 'finish', 'dry-run': 'true' });
    expect(look.outputs).toMatchObject({ found, 'release-id': release.id });
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toMatchObject({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      told: ['r2 rolled-back'],
    });
  });

  test.each(['held', 'unknown', 'begun'] as const)(
    'takes back a release that is %s, above which another one that began at once has withdrawn',
    async (state) => {
      const line = await aLine();
      const first = await line.release({ state, live: true });
      await line.withdrawn();
      const look = await rollback(line, { to: 'finish', 'dry-run': 'true' });
      expect(look.outputs).toMatchObject({ 'release-id': first.id });
      expect(await ended(line, await rollback(line, { to: 'finish' }))).toEqual({
        end: 'pass rolled-back',
        seen: [line.shop.live],
        tables: [],
        told: ['r2 rolled-back', 'r3 rolled-back'],
      });
    },
  );

  test('leaves production to whoever released since, and says so', async () => {
    const line = await aLine();
    await line.release({ state: 'begun', live: true });
    await line.shop.goLive(line.shop.foreign);
    const end = await rollback(line, { to: 'finish' });
    expect(await ended(line, end)).toEqual({
      end: 'pass other-release-live',
      seen: [line.shop.foreign],
      tables: ['t2'],
      told: ['r2 partly-rolled-back'],
    });
    expect(end.outputs).toMatchObject({ 'rolled-back-to': line.shop.foreign });
  });

  test('passes where nothing waits for an end', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const end = await rollback(line, { to: 'finish' });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'nothing-to-finish', outputs: { found: 'nothing' } });
  });

  test('goes on with a rollback that was cut off', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    faults.plant({
      service: 'vercel',
      method: 'POST',
      path: /rollback/,
      times: 9,
      effect: { kind: 'status', status: 403 },
    });
    const cut = await rollback(line);
    expect(cut).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete' });
    expect((await line.told()).slice(1)).toEqual(['r2 unknown']);
    faults.clear();
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toEqual({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      tables: [],
      told: ['r2 rolled-back'],
    });
  });
});

describe('a rollback over two releases that did not finish', () => {
  const refused = { service: 'vercel', method: 'POST', path: /rollback/, times: 9 } as const;
  const users = (line: History) => ({ seen: [line.shop.live], tables: [], told: ['r2 rolled-back', 'r3 rolled-back'] });

  async function overTwo() {
    const line = await aLine();
    const { before } = await line.release({ state: 'released', live: true });
    await line.release({ state: 'released', live: true });
    return { line, to: before.release ?? '' };
  }

  /** Its traffic does not move, and the ledger says so. */
  async function unresolved() {
    const { line, to } = await overTwo();
    faults.plant({ ...refused, effect: { kind: 'status', status: 403 } });
    expect(await rollback(line, { to })).toMatchObject({ verdict: 'fail', reason: 'undo-incomplete' });
    expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 unknown']);
    faults.clear();
    return line;
  }

  /** It ends after the traffic without a word to anybody. */
  async function killed() {
    const { line, to } = await overTwo();
    const sleep = async (ms: number, signal?: AbortSignal) => {
      if (ms >= 300_000) throw new CancelledError('its runner is gone');
      await systemClock.sleep(ms > 3_000 ? ms : ms / 40, signal);
    };
    const now = Date.now();
    await rollback(line, { to, 'drain-time': '10m' }, { now: () => now, sleep });
    expect((await line.told()).slice(1)).toEqual(['r2 released', 'r3 released']);
    expect([line.shop.seen(), await line.tables()]).toEqual([[line.shop.live], ['t2', 't3']]);
    return line;
  }

  test.each([
    ['unresolved', unresolved, 'finish'],
    ['unresolved', unresolved, 'previous'],
    ['killed', killed, 'finish'],
    ['killed', killed, 'previous'],
  ] as const)('%s, goes on to its own target with both: %j', async (_, cut, to) => {
    const line = await cut();
    const look = await rollback(line, { to, 'dry-run': 'true' });
    expect(look.outputs).toMatchObject({ found: 'unresolved', 'release-id': expect.stringMatching(/r3$/) });
    expect(await ended(line, await rollback(line, { to }))).toEqual({ end: 'pass rolled-back', ...users(line) });
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ reason: 'nothing-to-finish' });
  });

  test.each([
    ['unresolved', unresolved],
    ['killed', killed],
  ] as const)('%s, leaves production to whoever released since, and nothing of it stays open', async (_, cut) => {
    const line = await cut();
    await line.shop.goLive(line.shop.foreign);
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toEqual({
      end: 'pass other-release-live',
      seen: [line.shop.foreign],
      tables: ['t2', 't3'],
      told: ['r2 partly-rolled-back', 'r3 partly-rolled-back'],
    });
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ reason: 'nothing-to-finish' });
  });

  test.each(['released', 'unknown'] as const)(
    'is finished before another target, once users have its own: the newest %s',
    async (state) => {
      const line = await killed();
      const { releases } = await line.ledger.read({ environment: line.shop.environment, service: '' });
      const [newest] = releases;
      if (newest?.before.release == null) throw new Error('the line has no two releases');
      if (state === 'unknown') await line.ledger.setState(newest, state, 'cut off');
      const before = await line.told();
      const end = await rollback(line, { to: newest.before.release });
      expect(end).toMatchObject({ verdict: 'fail', reason: 'rollback-unfinished' });
      expect(await line.told()).toEqual(before);
      expect(await ended(line, await rollback(line, { to: 'finish' }))).toEqual({
        end: 'pass rolled-back',
        ...users(line),
      });
    },
  );
});

test('a dead release is not in the way of a rollback to a deployment that the ledger does not have', async () => {
  const line = await aLine();
  await line.shop.goLive(line.shop.foreign);
  await line.release({ state: 'begun', live: true });
  const end = await rollback(line, { to: line.shop.foreign, 'cancel-running-release': 'true' });
  expect(end).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(line.shop.seen()).toEqual([line.shop.foreign]);
});

describe('what users have already', () => {
  test.each(['the release', 'the deployment', 'the release that is there again'])(
    'by the name of %s, is no rollback: it is read back, and nothing is changed',
    async (by) => {
      const line = await aLine();
      const r2 = await line.release({ state: 'released', live: true });
      const to = by === 'the deployment' ? (r2.candidate.deployment ?? '') : r2.id;
      if (by === 'the release that is there again') await line.releaseAgain(r2);
      const shown = await rollback(line, { to, 'dry-run': 'true' });
      expect(shown.outputs).toMatchObject({ target: r2.id, plan: { traffic: { first: { kind: 'nothing' } } } });
      const before = await line.told();
      const asked = vercel.exchanges.length;
      const end = await rollback(line, { to });
      expect(await ended(line, end)).toMatchObject({
        end: 'pass already-there',
        seen: [r2.candidate.deployment],
        tables: ['t2'],
      });
      expect(end.outputs).toMatchObject({ changed: false, state: '', 'rolled-back-to': r2.candidate.deployment });
      expect(await line.told()).toEqual(before);
      expect(vercel.exchanges.slice(asked).filter(({ method }) => method !== 'GET')).toEqual([]);
      expect(line.shop.intents()).toEqual(['unchanged: already-there']);
    },
  );

  test('since somebody moved the traffic by hand: the ledger learns it, and nobody is told of a rollback', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true, up: 'select 1;', down: 'select 1;' });
    await line.shop.goLive(line.shop.live);
    const end = await rollback(line, { 'database-url': '' });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'already-there', outputs: { changed: false } });
    expect((await line.told()).slice(1)).toEqual(['r2 rolled-back']);
  });

  test('of a look of long ago is not taken for leave to take back what was released since', async () => {
    const line = await aLine();
    const r2 = await line.release({ state: 'released', live: true });
    const r3 = await line.release({ state: 'released', live: true });
    const to = r2.before.release ?? '';
    for (const seen of [r2.id, 'none']) {
      const end = await rollback(line, { to, 'expect-newest': seen });
      expect(end).toMatchObject({ verdict: 'fail', reason: 'newer-release' });
      expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
    }
    expect(await rollback(line, { to, 'expect-newest': r3.id })).toMatchObject({ reason: 'rolled-back' });
  });

  test('is completed where a rollback had moved the traffic and was cut off: that is one', async () => {
    const line = await aLine();
    await line.release({ state: 'unknown', live: true });
    await line.shop.goLive(line.shop.live);
    const end = await rollback(line, { to: 'finish' });
    expect(end).toMatchObject({ verdict: 'pass', reason: 'rolled-back', outputs: { changed: true } });
  });
});

describe('between the traffic and the schema', () => {
  /**
   * A clock that stands still, so that no limit passes; what waits from one look to the next waits shortly. A wait of
   * five minutes and more is the drain time: it passes at once, and `drain` looks what is there.
   */
  function draining(drain: (ms: number) => Promise<void>): Clock & { pass(ms: number): void } {
    let now = Date.now();
    return {
      now: () => now,
      pass(ms) {
        now += ms;
      },
      async sleep(ms, signal) {
        if (ms < 300_000) return await systemClock.sleep(ms > 3_000 ? ms : ms / 40, signal);
        now += ms;
        await drain(ms);
      },
    };
  }

  test('lies the whole drain time, in which users have the older code and the schema is as the newer one needs it', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const waits: unknown[] = [];
    const time = draining(async (ms) => {
      waits.push({ ms, seen: line.shop.seen(), tables: await line.tables() });
    });
    const end = await rollback(line, { 'drain-time': '10m' }, time);
    expect(waits).toEqual([{ ms: 600_000, seen: [line.shop.live], tables: ['t2'] }]);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back', tables: [] });
  });

  test('lies what is left of it where an earlier run had moved the traffic', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const waits: number[] = [];
    const time = draining(async (ms) => {
      waits.push(ms);
      if (waits.length === 1) throw new CancelledError('cancelled');
    });
    expect(await rollback(line, { 'drain-time': '10m' }, time)).toMatchObject({ verdict: 'unknown' });
    expect([line.shop.seen(), await line.tables()]).toEqual([[line.shop.live], ['t2']]);
    time.pass(4 * 60_000 - 600_000);
    const end = await rollback(line, { 'drain-time': '10m' }, time);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back', tables: [] });
    expect(waits).toEqual([600_000, expect.any(Number)]);
    expect(waits[1]).toBeLessThan(600_000);
  });

  test('lies nothing where the traffic never moved', async () => {
    const line = await aLine();
    await line.release({ state: 'begun', live: false });
    const time = draining(async () => {
      throw new Error('it waited');
    });
    const end = await rollback(line, { to: 'finish', 'drain-time': '10m' }, time);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back', tables: [] });
  });
});
