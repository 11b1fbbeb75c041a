import { describe, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { rollbackWorld } from './rollback-world.ts';

const { world, postgres, aLine, rollback, ended } = await rollbackWorld();
const { vercel } = world;

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
    // What markers of releases (Sentry) need: which commit it was, and which one users have again.
    expect(end.outputs).toMatchObject({
      'release-id': r2.id,
      commit: r2.candidate.commit,
      'from-commit': r2.candidate.commit,
      'commit-before': r2.before.commit,
      'to-commit': r2.before.commit,
      'traffic-moved': true,
    });
    expect(new Set([r2.candidate.commit, r2.before.commit, '']).size).toBe(3);
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
    expect(end.outputs).toMatchObject({ plan: { target: { to: { deployment: line.shop.live } } } });
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
  });

  test('leaves the schema alone without a database', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    const end = await rollback(line, { 'database-url': '' });
    expect(await ended(line, end)).toMatchObject({ seen: [line.shop.live], tables: ['t2'] });
    expect(end.outputs).toMatchObject({ plan: { schema: undefined } });
  });

  test('keeps the schema where hosts are not asked, or clients are pinned to the newer code', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    vercel.configure(line.shop.project, { skewProtectionMaxAge: 3_600 });
    const end = await rollback(line);
    expect(await ended(line, end)).toMatchObject({ end: 'pass rolled-back-schema-kept', tables: ['t2'] });

    const other = await aLine();
    await other.release({ state: 'released', live: true });
    const blind = await rollback(other, { 'identity-path': 'none' });
    expect(await ended(other, blind)).toMatchObject({ end: 'pass rolled-back-schema-kept', tables: ['t2'] });
  });

  test('keeps the schema where another service released on the database since, and names it', async () => {
    const line = await aLine();
    await line.releaseOfAnother('search');
    await line.release({ state: 'released', live: true });
    await line.releaseOfAnother('billing');
    const shown = await rollback(line, { 'dry-run': 'true' });
    expect(shown.outputs).toMatchObject({ plan: { schema: { stays: { kind: 'shared' } } } });
    const end = await rollback(line);
    expect(await ended(line, end)).toEqual({
      end: 'unknown rolled-back-schema-shared',
      seen: [line.shop.live],
      tables: ['t2'],
      told: ['r2 partly-rolled-back'],
    });
    expect(end.message).toContain('billing-1');
    expect(end.message).not.toContain('search');
    // Nothing is left open: the next release may begin.
    expect(await rollback(line, { to: 'finish' })).toMatchObject({ verdict: 'pass', reason: 'nothing-to-finish' });
  });

  test('leaves the schema to cron jobs that stayed behind, and the line to the next release, which moves them', async () => {
    const line = await aLine();
    await line.release({ state: 'released', live: true });
    vercel.jobs.plan({ cronsStay: true });
    const end = await rollback(line);
    expect(end).toMatchObject({ verdict: 'unknown', reason: 'rolled-back-crons-pending' });
    expect(end.message).toContain('20240101000002 t2');
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
    const reverted = end.log.findIndex((one) => /^20240101000003 t3: /.test(one));
    expect(reverted).toBeGreaterThan(-1);
    expect(reverted).toBeLessThan(end.log.findIndex((one) => one.includes('POST /v1/projects')));
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
