import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { CancelledError, type Clock, systemClock } from '@lockstep/base';
import { startPostgres } from '@lockstep/proving-ground/postgres';
import { aHistory, type History } from '../../../test/faults/history.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { aReleaseWorld } from '../../../test/faults/release-world.ts';
import { action } from '../src/run.ts';

const world = await aReleaseWorld();
const postgres = await startPostgres(world.scope);
const { vercel, faults, github, clock } = world;
afterEach(() => faults.clear());
afterAll(async () => {
  expect(vercel.unmodelled).toEqual([]);
  github.expectNoViolations();
  await world[Symbol.asyncDispose]();
});

const aLine = () => aHistory(world, postgres);

async function rollback(
  { shop, databaseUrl }: History,
  inputs: Readonly<Record<string, string>> = {},
  time: Clock = clock,
) {
  const given = { ...shop.inputs, environment: shop.environment, 'database-url': databaseUrl, ...inputs };
  const { 'deployment-id': _, ...rest } = given as Record<string, string>;
  return new Step(action, rest, { env: shop.env, clock: time, journal: undefined }).main();
}

/** What became of it: verdict, reason; what users get; what the database has; what the ledger says. */
async function ended(line: History, end: Awaited<ReturnType<typeof rollback>>) {
  return {
    end: `${end.verdict} ${end.reason}`,
    seen: line.shop.seen(),
    tables: await line.tables(),
    told: (await line.told()).slice(1),
  };
}

describe('previous', () => {
  test('takes traffic back, drains, then the schema, and switches auto-assignment on again', async () => {
    const line = await aLine();
    const r2 = await line.release({ state: 'released', live: true });
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      tables: [],
      told: ['r2 rolled-back'],
    });
    expect(end.outputs).toMatchObject({ 'rolled-back-to': line.shop.live, migrations: expect.stringContaining('t2') });
    expect(end.log.join('\n')).toContain('until the newer code has drained');
    expect(vercel.project(line.shop.project.id).autoAssign).toBe(true);
    expect(line.shop.intents()).toEqual(['swapped: rolled-back']);
    expect(r2.before.deployment).toBe(line.shop.live);
  });

  test('of a line with releases of what was live already leaves that deployment, and takes all of them back', async () => {
    const line = await aLine();
    const r2 = await line.release({ state: 'released', live: true });
    await line.releaseAgain(r2);
    await line.releaseAgain(r2);
    const shown = await rollback(line, { 'dry-run': 'true' });
    expect(shown.outputs).toMatchObject({ target: r2.before.release });
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      tables: [],
      told: ['r2 rolled-back', 'r3 rolled-back', 'r4 rolled-back'],
    });
    expect(end.outputs).toMatchObject({ state: 'rolled-back', changed: true });
  });

  test('shows all of it, and changes nothing, in a dry run', async () => {
    const line = await aLine();
    const r2 = await line.release({ state: 'released', live: true });
    const end = await rollback(line, { 'dry-run': 'true' });
    expect(await ended(line, end)).toEqual({
      end: 'pass dry-run',
      seen: [r2.candidate.deployment],
      tables: ['t2'],
      told: ['r2 released'],
    });
    const shown = end.log.join('\n');
    expect(shown).toContain(`**Go back to ${line.shop.live}`);
    expect(shown).toMatch(/leave dpl_\w+ in one job/);
    expect(shown).toContain('t2 go down after the traffic and 30 s of draining');
    expect(line.shop.intents()).toEqual([]);
  });

  test('keeps the schema where going down would take user data away, and says so', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true, up: 'create table t2 (id int); ' });
    await postgres.query('insert into t2 values (1)', [], new URL(line.databaseUrl).pathname.slice(1));
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'pass rolled-back-schema-kept',
      seen: [line.shop.live],
      tables: ['t2'],
      told: ['r2 partly-rolled-back'],
    });
    expect(end.message).toContain('going down would lose');
  });

  test('leaves the schema alone without a database, and says that nobody looked', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const end = await rollback(line, { 'database-url': '' });
    expect(await ended(line, end)).toMatchObject({ seen: [line.shop.live], tables: ['t2'] });
    expect(end.log.join('\n')).toContain('nobody looked whether a contract migration was applied since');
  });

  test('keeps the schema where hosts are not asked, or clients are pinned to the newer code', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    vercel.configure(line.shop.project, { skewProtectionMaxAge: 3_600 });
    const end = await rollback(line);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back-schema-kept', tables: ['t2'] });
    expect(end.message).toContain('skew protection keeps clients');

    const other = await aLine();
    await other.release({ state: 'released', live: true });
    const blind = await rollback(other, { 'identity-path': 'none' });
    expect(await ended(other, blind)).toMatchObject({ end: 'pass rolled-back-schema-kept', tables: ['t2'] });
    expect(blind.message).toContain('not confirmed to be back on every host');
  });

  test('keeps the schema where another service released on the database since, and names it', async () => {
    const line = await aLine();
    await line.releaseOfAnother('search');
    await line.release({ state: 'released', live: true });
    await line.releaseOfAnother('billing');
    const shown = await rollback(line, { 'dry-run': 'true' });
    expect(shown.log.join('\n')).toContain('- schema: stays (20240101000002 t2): billing in production');
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'unknown rolled-back-schema-shared',
      seen: [line.shop.live],
      tables: ['t2'],
      told: ['r2 partly-rolled-back'],
    });
    expect(end.message).toContain('of acme/shop (release billing-1, ');
    expect(end.message).not.toContain('search');
    // Nothing is left open: the next release may begin.
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ verdict: 'pass', reason: 'nothing-to-finish' });
  });

  test('leaves the schema to cron jobs that stayed behind, and the line to the next release, which moves them', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    vercel.jobs.plan({ cronsStay: true });
    const end = await rollback(line);
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'rolled-back-crons-stayed' });
    expect(end.message).toContain('so release again; ');
    expect(end.message).toContain('in place stay 20240101000002 t2');
    expect(await line.tables()).toEqual(['t2']);
    expect((await line.told()).slice(1)).toEqual(['r2 partly-rolled-back']);
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ reason: 'nothing-to-finish' });
  });

  test('is refused past a contract migration that another service may need, whatever is allowed', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true, up: 'create table t2 (id int, gone int);' });
    const up = 'alter table t2 drop column gone;';
    const down = 'alter table t2 add column gone int;';
    const r3 = await line.release({ state: 'released', live: true, contract: true, up, down });
    await line.releaseOfAnother('billing');
    const end = await rollback(line, { 'on-data-loss': 'allow' });
    expect(end).toMatchObject({ verdict: 'fail', reason: 'contract-applied' });
    expect(end.message).toContain('billing in production');
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);
  });

  test('is refused past a contract migration, and goes past it only with leave, schema first', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true, up: 'create table t2 (id int, gone int);' });
    const r3 = await line.release({
      state: 'released',
      live: true,
      contract: true,
      up: 'alter table t2 drop column gone;',
      down: 'alter table t2 add column gone int;',
    });
    const refused = await rollback(line);
    expect(refused).toMatchObject({ verdict: 'fail', reason: 'contract-applied' });
    expect(line.shop.seen()).toEqual([r3.candidate.deployment]);

    const calls = vercel.exchanges.length;
    const end = await rollback(line, { 'on-data-loss': 'allow' });
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back', told: ['r2 released', 'r3 rolled-back'] });
    const said = end.log.join('\n');
    expect(said.indexOf('taken down in')).toBeLessThan(said.indexOf('POST /v1/projects'));
    expect(vercel.exchanges.length).toBeGreaterThan(calls);
  });

  test('of somebody else’s release is not tried', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    await line.shop.goLive(line.shop.foreign);
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'fail foreign-release',
      seen: [line.shop.foreign],
      tables: ['t2'],
      told: ['r2 released'],
    });
  });
});

describe('an earlier release', () => {
  test.each(['its id', 'its deployment'])('by %s: everything after it is taken back', async (by) => {
    const line = await aLine();
    const r2 = await line.release({ state: 'released', live: true });
    await line.release({ state: 'rolled-back', live: false });
    await line.release({ state: 'released', live: true });
    await line.release({ state: 'released', live: true });
    const to = by === 'its id' ? r2.id : String(r2.candidate.deployment);
    const end = await rollback(line, { to });
    expect(await ended(line, end)).toMatchObject({
      seen: [r2.candidate.deployment],
      told: ['r2 released', 'r3 rolled-back', 'r4 rolled-back', 'r5 rolled-back'],
    });
  });

  test('that nobody knows is refused', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    expect(await rollback(line, { to: 'r77' })).toMatchObject({ verdict: 'fail', reason: 'no-such-release' });
    expect(await rollback(line, { to: line.shop.next })).toMatchObject({
      verdict: 'fail',
      reason: 'target-never-live',
    });
  });
});

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
    expect(end.log.join('\n')).not.toContain('drained');
  });

  test.each([
    ['held', 'held'],
    ['unknown', 'unresolved'],
    ['begun', 'dead'],
  ] as const)('takes back a release that is %s', async (state, found) => {
    const line = await aLine();
    const head = await line.release({ state, live: true });
    const look = await rollback(line, { to: 'finish', 'dry-run': 'true' });
    expect(look.outputs).toMatchObject({ found, 'release-id': head.id });
    expect(await ended(line, await rollback(line, { to: 'finish' }))).toMatchObject({
      end: 'pass rolled-back',
      seen: [line.shop.live],
      told: ['r2 rolled-back'],
    });
  });

  test('leaves production to whoever released since, and says so', async () => {
    const line = await aLine();
    await line.release({ state: 'begun', live: true });
    await line.shop.goLive(line.shop.foreign);
    const end = await rollback(line, { to: 'finish' });
    expect(await ended(line, end)).toEqual({
      end: 'pass left-to-others',
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
    expect(cut.message).toContain('go on with the rollback action, "to: finish"');
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

describe('what users have already', () => {
  test.each(['the release', 'the deployment', 'the release that is there again'])(
    'by the name of %s, is no rollback: it is read back, and nothing is changed',
    async (by) => {
      const line = await aLine();
      const r2 = await line.release({ state: 'released', live: true });
      const to = by === 'the deployment' ? (r2.candidate.deployment ?? '') : r2.id;
      if (by === 'the release that is there again') await line.releaseAgain(r2);
      const shown = await rollback(line, { to, 'dry-run': 'true' });
      expect(shown.message).toBe(`would change nothing: users have ${r2.candidate.deployment} already`);
      const before = await line.told();
      const asked = vercel.exchanges.length;
      const end = await rollback(line, { to });
      expect(await ended(line, end)).toMatchObject({
        end: 'pass already-there',
        seen: [r2.candidate.deployment],
        tables: ['t2'],
      });
      expect(end.message).toMatch(/^nothing was changed: /);
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
      expect(end).toMatchObject({ verdict: 'fail', reason: 'overtaken' });
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
   * minutes is the drain time: it passes at once, and `drain` looks what is there.
   */
  function draining(drain: (ms: number) => Promise<void>): Clock & { pass(ms: number): void } {
    let now = Date.now();
    return {
      now: () => now,
      pass(ms) {
        now += ms;
      },
      async sleep(ms, signal) {
        if (ms < 60_000) return await systemClock.sleep(ms > 3_000 ? ms : ms / 40, signal);
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

  test('lies what a look says', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const end = await rollback(line, { 'drain-time': '10m', 'dry-run': 'true' });
    expect(end.log.join('\n')).toContain('go down after the traffic and 10 min of draining');
  });
});
