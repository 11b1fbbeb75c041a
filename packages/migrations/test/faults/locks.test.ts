import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type pg from 'pg';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { MIGRATION_LOCK, MigrationLockError } from '../../src/engine/migration-lock.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, recorder, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const all = { phase: 'all', allowOutOfOrder: false } as const;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function withTable(): Promise<Database> {
  const database = await ground.database();
  await database.run('create table t (id int); insert into t values (1);');
  return database;
}

/** Somebody who reads the table in a long transaction. */
async function reader(database: Database, name = 'a long report'): Promise<pg.Client> {
  const client = await database.client();
  await client.query(`set application_name = '${name}'`);
  await client.query('begin; select * from t');
  return client;
}

describe('a migration that does not get its lock', () => {
  const files = { 'migrations/1_add.sql': 'select 1;\nalter table t add column a int;' };

  test('never stalls the app for longer than lock-timeout, and gets through in the end', async () => {
    const database = await withTable();
    const long = await reader(database);
    const app = await database.client();
    let worst = 0;
    let over = false;
    const load = (async () => {
      while (!over) {
        const started = performance.now();
        await app.query('select * from t');
        worst = Math.max(worst, performance.now() - started);
        await pause(5);
      }
    })();
    const limits = { lockTimeoutMs: 100, lockRetryForMs: 20_000 };
    const applying = up(engineOn(database, { limits }), { ...all, folder: folderOf(ground.scope, files) });
    const began = performance.now();
    // On a machine that is slow the app is too; by so much more does the reader stay.
    while (performance.now() - began < Math.max(1_500, 3 * worst)) await pause(50);
    await long.query('commit');
    const stayed = performance.now() - began;
    const report = await applying;
    over = true;
    await load;
    await Promise.all([long.end(), app.end()]);
    expect(report.failure).toBeUndefined();
    expect(report.applied[0]?.tries).toBeGreaterThan(1);
    // The lock timeout, and what a loaded machine adds to it; without the timeout it would be all of the time.
    expect(worst).toBeLessThan(stayed / 2);
  });

  test('names who is in the way when it gives up, and leaves nothing behind', async () => {
    const database = await withTable();
    const long = await reader(database, 'nightly report');
    // Long enough for a loaded machine to look who it is.
    const limits = { lockTimeoutMs: 2_000, lockRetryForMs: 300 };
    const report = await up(engineOn(database, { limits }), { ...all, folder: folderOf(ground.scope, files) });
    await long.end();
    expect(report.failure).toMatchObject({ reason: 'lock-timeout', sqlState: '55P03', line: 2 });
    expect(report.failure?.message).toMatch(
      /blocked by: backend \d+ \(nightly report, user postgres\), idle in transaction/,
    );
    expect(await database.versions()).toEqual([]);
    const events = await database.rows('select kind, version, detail->>$$reason$$ from lockstep.events');
    expect(events).toEqual([['failed', '1', 'lock-timeout']]);
  });
});

describe('one runner at a time', () => {
  test('two that start at once apply everything once', async () => {
    const database = await ground.database();
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `migrations/${i + 101}_t.sql`,
        `create table t${i} (id int); select pg_sleep(0.01);`,
      ]),
    );
    const folder = folderOf(ground.scope, files);
    const reports = await Promise.all([1, 2, 3].map(() => up(engineOn(database), { ...all, folder })));
    expect(reports.map((report) => report.applied.length).sort()).toEqual([0, 0, 20]);
    expect(await database.versions()).toHaveLength(20);
  });

  test('the one that waits says for whom, and gives up in time', async () => {
    const database = await ground.database();
    const other = await database.client();
    await other.query("set application_name = 'lockstep other'");
    await other.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': 'select 1;' });
    const log = recorder();
    const waiting = up(engineOn(database, { log, limits: { migrationLockTimeoutMs: 400 } }), { ...all, folder });
    const error = await waiting.catch((thrown: unknown) => thrown);
    await other.end();
    expect(error).toBeInstanceOf(MigrationLockError);
    expect((error as MigrationLockError).reason).toBe('migration-lock-held');
    expect((error as MigrationLockError).message).toContain('lockstep other');
    expect(log.lines[0]).toContain('waiting for another migration run: backend');
  });

  test('the lock of another database is another lock', async () => {
    const [here, there] = [await ground.database(), await ground.database()];
    const other = await there.client();
    await other.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': 'select 1;' });
    const report = await up(engineOn(here, { limits: { migrationLockTimeoutMs: 0 } }), { ...all, folder });
    await other.end();
    expect(report.applied).toHaveLength(1);
  });

  test('an index is built concurrently while another runner waits: they do not deadlock', async () => {
    const database = await withTable();
    const folder = folderOf(ground.scope, {
      'migrations/1_index.sql': 'create index concurrently i on t (id);',
      'migrations/2_more.sql': 'select pg_sleep(0.3);',
    });
    const reports = await Promise.all([1, 2].map(() => up(engineOn(database), { ...all, folder })));
    expect(reports.map((report) => report.applied.length).sort()).toEqual([0, 2]);
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'i'::regclass")).toBe(true);
  });

  test('a runner that lost its lock to a migration, and then to somebody else, stops before the next file', async () => {
    const database = await ground.database();
    const folder = folderOf(ground.scope, {
      'migrations/1_gives_up.sql':
        '-- lockstep: no-transaction\ndo $$ begin perform pg_advisory_unlock_all(), pg_sleep(0.5); end $$;',
      'migrations/2_next.sql': 'create table never (id int);',
    });
    const other = await database.client();
    const stealing = (async () => {
      while ((await database.value("select to_regclass('lockstep.migrations')")) === null) await pause(10);
      while ((await database.value('select count(*)::int from lockstep.migrations')) === 0) await pause(10);
      for (let got = false; !got; await pause(5)) {
        got = (await other.query(`select pg_try_advisory_lock(${MIGRATION_LOCK}) as got`)).rows[0].got;
      }
    })();
    const report = await up(engineOn(database), { ...all, folder });
    await stealing;
    await other.end();
    expect(report.failure).toMatchObject({ reason: 'migration-lock-lost' });
    expect(await database.value("select to_regclass('never')")).toBeNull();
  });
});
