import { afterAll, beforeAll, expect } from '@jest/globals';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { up } from '../../src/up/up.ts';
import { applyCase, type Case } from '../data-loss/case.ts';
import { type Database, engineOn, folderOf, type Ground, recorder, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const faults = process.env['LOCKSTEP_FAULTS'];
/** At how many points, evenly from the first byte to the last. */
const points = faults === 'deep' ? 120 : faults === 'all' ? 30 : 2;
const parts = Array.from({ length: points }, (_, nth) => (nth + 0.5) / points);

const migration: Case = {
  before:
    "create table users (id int primary key, name text); insert into users select i, 'u' || i from generate_series(1, 1500) i;",
  up: 'create table t (id int primary key, a text); alter table users add bio text;',
  meanwhile:
    "insert into t select i, 'row ' || i from generate_series(1, 1500) i; update users set bio = 'bio ' || id;",
  down: 'drop table t; delete from users where id % 10 = 0; alter table users drop bio;',
};
const limits = { reconnectForMs: 0, migrationLockTimeoutMs: 20_000 };

/** The same database behind a line that breaks behind so many bytes. */
async function cut(database: Database, way: 'toServer' | 'toClient', bytes: number): Promise<string> {
  const proxy = await startProxy(ground.scope, ground.postgres.port, { cutAfterBytes: { [way]: bytes } });
  return database.url.replace(/:\d+\//, `:${proxy.port}/`);
}

async function stock(database: Database): Promise<unknown> {
  const hasTable = (await database.value("select to_regclass('t') is not null")) === true;
  return [
    hasTable ? await database.rows('select to_jsonb(t.*)::text from t order by id') : 'gone',
    await database.rows('select to_jsonb(u.*)::text from users u order by id'),
  ];
}

async function applyAgain(database: Database): Promise<void> {
  const folder = folderOf(ground.scope, {
    'migrations/1_case.sql': migration.up,
    'rollbacks/1_case.sql': migration.down,
  });
  expect((await up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false })).failure).toBeUndefined();
}

/** Rows in the archives, by the list and as they are. */
async function archived(database: Database): Promise<readonly [listed: number, there: number]> {
  if ((await database.value("select to_regclass('lockstep_archive.archives') is null")) === true) return [0, 0];
  const list = await database.rows('select contents, rows::int from lockstep_archive.archives');
  const tables = await database.rows(
    "select oid::regclass::text from pg_class where relnamespace = 'lockstep_archive'::regnamespace and relname ~ '^[as][0-9]+$'",
  );
  let there = 0;
  for (const [name] of tables) there += Number(await database.value(`select count(*)::int from ${String(name)}`));
  return [list.reduce((sum, [, rows]) => sum + Number(rows), 0), there];
}

type Way = 'toServer' | 'toClient';

/** So many bytes go each way when nothing breaks. */
async function bytesOf(
  run: (url: string) => Promise<unknown>,
  database: Database,
): Promise<Readonly<Record<Way, number>>> {
  const proxy = await startProxy(ground.scope, ground.postgres.port);
  await run(database.url.replace(/:\d+\//, `:${proxy.port}/`));
  return { ...proxy.passed };
}

test.each<Way>(['toServer', 'toClient'])(
  'a rollback that archives and breaks anywhere (%s): all or nothing, and it converges',
  async (way) => {
    const ends = { before: 0, after: 0 };
    const whole = await applyCase(ground, migration);
    const { [way]: bytes } = await bytesOf((url) => archiveDown(whole, { url }), whole);
    // The last bytes belong to what follows the commit.
    for (const at of [...parts.map((part) => Math.round(part * bytes)), bytes - 700, bytes - 1]) {
      const database = await applyCase(ground, migration);
      const before = await stock(database);
      await archiveDown(database, { url: await cut(database, way, at), limits }).catch(() => undefined);
      // What the server had got may still be under way.
      await ended(database);
      const [listed, there] = await archived(database);
      const isDown = (await database.versions()).length === 0;
      if (isDown) expect([listed, there]).toEqual([3_000, 3_000]);
      else expect([await stock(database), listed, there]).toEqual([before, 0, 0]);
      ends[isDown ? 'after' : 'before']++;
      if (!isDown) expect((await archiveDown(database)).reverted).toHaveLength(1);
      await applyAgain(database);
      const { tables } = await restoreArchives(engineOn(database), { dryRun: false, triggersOff: false });
      expect(tables.flatMap(({ conflicts }) => Object.values(conflicts))).toEqual([]);
      expect(await stock(database)).toEqual(before);
    }
    if (process.env['LOCKSTEP_RUNS'] !== undefined) process.stderr.write(`${way} ${JSON.stringify(ends)}\n`);
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(0);
  },
  1_200_000,
);

test('a rollback whose connection breaks behind its commit knows how many rows it archived', async () => {
  const small: Case = {
    up: 'create table t (id int primary key);',
    meanwhile: 'insert into t select generate_series(1, 50)',
    down: 'drop table t;',
  };
  /** How it ended, over a line that breaks once, and how much had come by the time at which it knew of the commit. */
  const run = async (breaksAfter?: number) => {
    const database = await applyCase(ground, small);
    const rules = breaksAfter === undefined ? {} : { cutAfterBytes: { toClient: breaksAfter } };
    const proxy = await startProxy(ground.scope, ground.postgres.port, rules);
    let bytes = 0;
    const info = (line: string) => {
      if (line.includes('rolled back in')) bytes = proxy.passed.toClient;
    };
    const log = { ...recorder(), info, warning: () => proxy.set({}) };
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    const report = await archiveDown(database, { url, log });
    return { bytes, report };
  };
  const { bytes } = await run();
  let behind = 0;
  // Within the answer to the commit, which others may shift by some digits.
  for (const less of [4, 11, 18]) {
    const { bytes: known, report } = await run(bytes - less);
    expect(report.reverted[0]?.archived).toMatchObject([{ object: 'public.t', kind: 'rows', rows: 50 }]);
    if (known === 0) behind++;
  }
  expect(behind).toBeGreaterThan(0);
});

async function ended(database: Database): Promise<void> {
  const sql =
    "select count(*)::int from pg_stat_activity where datname = current_database() and application_name like 'lockstep%'";
  while ((await database.value(sql)) !== 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a restore that breaks anywhere goes on, and brings every row back once', async () => {
  const options = { dryRun: false, triggersOff: false };
  const whole = await applyCase(ground, migration);
  await archiveDown(whole);
  await applyAgain(whole);
  const { toServer } = await bytesOf((url) => restoreArchives(engineOn(whole, { url }), options), whole);
  for (const part of parts) {
    const database = await applyCase(ground, migration);
    const before = await stock(database);
    await archiveDown(database);
    await applyAgain(database);
    const url = await cut(database, 'toServer', Math.round(part * toServer));
    await restoreArchives(engineOn(database, { url, limits }), options).catch(() => undefined);
    await ended(database);
    const { tables } = await restoreArchives(engineOn(database), options);
    expect(tables.flatMap(({ conflicts }) => Object.values(conflicts))).toEqual([]);
    expect(await stock(database)).toEqual(before);
  }
}, 1_200_000);

test('writers that never stop lose nothing: a row is archived, or in the table, or was refused', async () => {
  const database = await applyCase(ground, {
    up: 'create table t (id int primary key, a text);',
    meanwhile: "insert into t select -i, 'old' from generate_series(1, 50) i",
    down: 'drop table t;',
  });
  const writer = await database.client();
  const acknowledged: number[] = [];
  let stops = false;
  const writing = (async () => {
    for (let id = 1; !stops; id++) {
      await writer.query(`insert into t values (${id}, 'new')`).then(
        () => acknowledged.push(id),
        () => new Promise((resolve) => setTimeout(resolve, 5)),
      );
    }
  })();
  const report = await archiveDown(database);
  stops = true;
  await writing;
  await writer.end();
  expect(report.refused).toBeUndefined();
  const [[contents]] = (await database.rows('select contents from lockstep_archive.archives')) as [[string]];
  const kept = await database.rows(`select id from lockstep_archive.${contents} where id > 0 order by id`);
  expect(kept.map(([id]) => Number(id))).toEqual(acknowledged);
  expect(await database.value(`select count(*)::int from lockstep_archive.${contents} where id < 0`)).toBe(50);
});

test('writers do not stop for a restore, and lose nothing by it', async () => {
  const database = await applyCase(ground, migration);
  await archiveDown(database);
  await applyAgain(database);
  const writer = await database.client();
  const written = new Set<number>();
  let stops = false;
  const writing = (async () => {
    for (let id = 1; !stops; id = (id % 1_400) + 7) {
      await writer.query(`update users set bio = 'written' where id = ${id}`).then(
        ({ rowCount }) => rowCount === 1 && written.add(id),
        () => undefined,
      );
    }
  })();
  await restoreArchives(engineOn(database), { dryRun: false, triggersOff: false });
  stops = true;
  await writing;
  await writer.end();
  expect(written.size).toBeGreaterThan(0);
  const found = await database.rows("select id from users where bio = 'written'");
  expect(found.map(([id]) => Number(id)).sort()).toEqual([...written].sort());
});
