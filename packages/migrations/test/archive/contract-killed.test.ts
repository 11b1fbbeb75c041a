import { afterAll, beforeAll, expect } from '@jest/globals';
import { startProxy } from '@lockstep/proving-ground/proxy';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readContractData } from '../../src/archive/contract-data.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { type Database, engineOn, type Ground, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';
import { applyContract } from './contracts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const faults = process.env['LOCKSTEP_FAULTS'];
/** At how many points, evenly from the first byte to the last. */
const points = faults === 'deep' ? 120 : faults === 'all' ? 30 : 3;
const parts = Array.from({ length: points }, (_, nth) => (nth + 0.5) / points);

const contract = {
  contract: 'drop table t; delete from users where id % 10 = 0; alter table users drop bio;',
  down: 'create table t (id int primary key, a text); alter table users add bio text;',
};
const ROWS = 600;
/** Of both tables, and each tenth row of the one that stays. */
const ARCHIVED = 2 * ROWS;
const provenance = { release: 'r1' };
const limits = { reconnectForMs: 0, migrationLockTimeoutMs: 20_000 };

async function begin(): Promise<Database> {
  const database = await ground.database();
  await database.run(`create table users (id int primary key, bio text); create table t (id int primary key, a text);
    insert into users select i, 'bio ' || i from generate_series(1, ${ROWS}) i;
    insert into t select i, 'row ' || i from generate_series(1, ${ROWS}) i;`);
  return database;
}

async function stock(database: Database): Promise<unknown> {
  const hasTable = (await database.value("select to_regclass('t') is not null")) === true;
  return [
    hasTable ? await database.rows('select to_jsonb(t.*)::text from t order by id') : 'gone',
    await database.rows('select to_jsonb(u.*)::text from users u order by id'),
  ];
}

async function archived(database: Database): Promise<number> {
  if ((await database.value("select to_regclass('lockstep_archive.archives') is null")) === true) return 0;
  return Number(await database.value('select coalesce(sum(rows), 0)::int from lockstep_archive.archives'));
}

async function ended(database: Database): Promise<void> {
  const sql =
    "select count(*)::int from pg_stat_activity where datname = current_database() and application_name like 'lockstep%'";
  while ((await database.value(sql)) !== 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test.each(['toServer', 'toClient'] as const)(
  'a contract migration that archives and breaks anywhere (%s): all or nothing, and its rollback restores it',
  async (way) => {
    const whole = await begin();
    const counting = await startProxy(ground.scope, ground.postgres.port);
    await applyContract(ground, whole, contract, {
      url: whole.url.replace(/:\d+\//, `:${counting.port}/`),
      mode: 'always',
    });
    const bytes = counting.passed[way];
    const ends = { before: 0, after: 0 };
    // The last bytes belong to what follows the commit.
    for (const at of [...parts.map((part) => Math.round(part * bytes)), bytes - 1]) {
      const database = await begin();
      const before = await stock(database);
      const proxy = await startProxy(ground.scope, ground.postgres.port, { cutAfterBytes: { [way]: at } });
      const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
      await applyContract(ground, database, contract, { url, limits, mode: 'always', provenance }).catch(
        () => undefined,
      );
      // What the server had got may still be under way.
      await ended(database);
      const isApplied = (await database.versions()).length === 1;
      if (isApplied) expect(await archived(database)).toBe(ARCHIVED);
      else expect([await stock(database), await archived(database)]).toEqual([before, 0]);
      ends[isApplied ? 'after' : 'before']++;
      const again = await applyContract(ground, database, contract, { mode: 'always', provenance });
      expect(again).toMatchObject({ failure: undefined, refused: undefined });
      expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ state: 'complete' }]);
      await archiveDown(database);
      const { tables } = await restoreArchives(engineOn(database), { dryRun: false, triggersOff: false });
      expect(tables.flatMap(({ conflicts }) => Object.values(conflicts))).toEqual([]);
      expect(await stock(database)).toEqual(before);
    }
    expect(Math.min(ends.before, ends.after)).toBeGreaterThan(0);
  },
  1_200_000,
);

test('a contract migration whose connection breaks behind its commit knows what it archived', async () => {
  const run = async (breaksAfter?: number) => {
    const database = await begin();
    const rules = breaksAfter === undefined ? {} : { cutAfterBytes: { toClient: breaksAfter } };
    const proxy = await startProxy(ground.scope, ground.postgres.port, rules);
    let bytes = 0;
    const info = (line: string) => {
      if (line.includes('applied in')) bytes = proxy.passed.toClient;
    };
    const log = { info, warning: () => proxy.set({}), debug: () => undefined };
    const url = database.url.replace(/:\d+\//, `:${proxy.port}/`);
    const report = await applyContract(ground, database, contract, { url, log, mode: 'always' });
    return { bytes, report };
  };
  const { bytes } = await run();
  let behind = 0;
  // Within the answer to the commit, which others may shift by some digits.
  for (const less of [4, 11, 18]) {
    const { bytes: known, report } = await run(bytes - less);
    expect(report.applied[0]?.archived.reduce((sum, { rows }) => sum + rows, 0)).toBe(ARCHIVED);
    if (known === 0) behind++;
  }
  expect(behind).toBeGreaterThan(0);
});

test('writers that never stop lose nothing by a contract: a row is archived, or was refused', async () => {
  const database = await begin();
  const writer = await database.client();
  const acknowledged: number[] = [];
  let stops = false;
  const writing = (async () => {
    for (let id = 10_000; !stops; id++) {
      await writer.query(`insert into t values (${id}, 'new')`).then(
        () => acknowledged.push(id),
        () => new Promise((resolve) => setTimeout(resolve, 5)),
      );
    }
  })();
  const report = await applyContract(ground, database, contract, { mode: 'always' });
  stops = true;
  await writing;
  await writer.end();
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  const contents = String(
    await database.value("select contents from lockstep_archive.archives where source = 'public.t'"),
  );
  const kept = await database.rows(`select id from lockstep_archive.${contents} where id >= 10000 order by id`);
  expect(kept.map(([id]) => Number(id))).toEqual(acknowledged);
});
