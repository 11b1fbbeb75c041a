import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readContractData } from '../../src/archive/contract-data.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { type Database, engineOn, type Ground, startGround } from '../ground.ts';
import { archiveDown, archivesOf } from './archives.ts';
import { applyContract, contracted } from './contracts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const users =
  "create table users (id int primary key, name text, n int); insert into users values (1, 'ada', 1), (2, 'bob', 2);";
const column = { before: users, contract: 'alter table users drop n;', down: 'alter table users add n int;' };
const restore = { dryRun: false, triggersOff: false };
const always = { mode: 'always', provenance: { release: 'r1' } } as const;

/** Rolls the newest migration back and restores what it had deleted. */
async function back(database: Database, url = database.url) {
  expect(await archiveDown(database, { url })).toMatchObject({ failure: undefined, refused: undefined });
  return (await restoreArchives(engineOn(database, { url }), restore)).tables;
}

test('a table that is locked meanwhile is waited for, and then archived', async () => {
  const database = await ground.database();
  await database.run(users);
  const holder = await database.client();
  await holder.query('begin; lock table users in access exclusive mode');
  const free = setTimeout(() => void holder.query('commit'), 1_500);
  const report = await applyContract(ground, database, column, always);
  clearTimeout(free);
  await holder.end();
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  expect(await archivesOf(database)).toMatchObject([{ source: 'public.users', rows: 2 }]);
});

test('names of 63 bytes, and of other letters, come back', async () => {
  const [table, name] = [`T${'ä'.repeat(31)}`, `c"${'ö'.repeat(30)}`];
  const quoted = `"${name.replace('"', '""')}"`;
  const { database, report } = await contracted(
    ground,
    {
      before: `create table "${table}" (id int primary key, ${quoted} text); insert into "${table}" values (1, 'x');`,
      contract: `alter table "${table}" drop ${quoted};`,
      down: `alter table "${table}" add ${quoted} text;`,
    },
    always,
  );
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  expect(await back(database)).toMatchObject([{ set: 1, conflicts: {} }]);
  expect(await database.rows(`select ${quoted} from "${table}"`)).toEqual([['x']]);
});

test('two contracts of one table, one after the other, are rolled back in turn', async () => {
  const { database } = await contracted(ground, column, always);
  const second = { contract: 'alter table users drop name;', down: 'alter table users add name text;' };
  const first = {
    'migrations/5_contract.sql': `-- lockstep: contract\n${column.contract}`,
    'rollbacks/5_contract.sql': column.down,
  };
  expect(await applyContract(ground, database, second, { ...always, version: '6', more: first })).toMatchObject({
    applied: [{ version: '6', archived: [{ rows: 2 }] }],
  });
  const data = await readContractData(engineOn(database), ['r1']);
  expect(data.map(({ state, version }) => [version, state])).toEqual([
    ['5', 'complete'],
    ['6', 'complete'],
  ]);
  expect(await back(database)).toMatchObject([{ version: '6', set: 2 }]);
  expect(await back(database)).toMatchObject([{ version: '5', set: 2 }]);
  expect(await database.rows('select id, name, n from users order by id')).toEqual([
    [1, 'ada', 1],
    [2, 'bob', 2],
  ]);
});

test('what an earlier time archived, and no one restored, is restored with it; or it is not complete', async () => {
  const { database } = await contracted(ground, column, always);
  // As the undo of a contract run does, of which a later migration failed.
  await archiveDown(database);
  expect((await applyContract(ground, database, column, always)).applied).toMatchObject([{ archived: [] }]);
  const read = () => readContractData(engineOn(database), ['r1']);
  expect(await read()).toMatchObject([{ state: 'complete', archives: [{ rows: 2 }] }]);
  expect(await back(database)).toMatchObject([{ set: 2, conflicts: {} }]);
  expect(await database.rows('select id, n from users order by id')).toEqual([
    [1, 1],
    [2, 2],
  ]);
  await applyContract(ground, database, column, always);
  await archiveDown(database);
  await applyContract(ground, database, column, always);
  await database.run(
    'delete from lockstep_archive.archives where id = (select max(id) from lockstep_archive.archives)',
  );
  expect(await read()).toMatchObject([{ state: 'missing' }]);
});

test('a type that is gone with its column, and is made again', async () => {
  const { database } = await contracted(
    ground,
    {
      before:
        "create type mood as enum ('ok', 'sad'); create table t (id int primary key, m mood); insert into t values (1, 'sad');",
      contract: 'alter table t drop m; drop type mood;',
      down: "create type mood as enum ('ok', 'sad'); alter table t add m mood;",
    },
    always,
  );
  expect(await back(database)).toMatchObject([{ set: 1, conflicts: {} }]);
  expect(await database.value('select m::text from t')).toBe('sad');
});

test('a value that the type does not have any more is a conflict', async () => {
  const { database } = await contracted(
    ground,
    {
      before:
        "create type mood as enum ('ok', 'sad'); create table t (id int primary key, m mood); insert into t values (1, 'sad'), (2, 'ok');",
      contract: 'alter table t drop m; drop type mood;',
      down: "create type mood as enum ('ok'); alter table t add m mood;",
    },
    always,
  );
  expect(await back(database)).toMatchObject([{ set: 1, conflicts: { server: 1 } }]);
  expect(await database.rows('select id, m::text from t order by id')).toEqual([
    [1, null],
    [2, 'ok'],
  ]);
});

test('without the right to make the schema, or with its name taken, always applies nothing', async () => {
  for (const taken of [false, true]) {
    const database = await ground.database();
    await database.run(`do $$ begin create role weak login; exception when duplicate_object then null; end $$;
      create schema own authorization weak; do $$ begin execute format('grant create on database %I to weak', current_database()); end $$;
      set role weak; create table own.t (id int primary key, a text); insert into own.t values (1, 'x'); reset role;
      ${taken ? 'create schema lockstep_archive' : 'select 1'}`);
    const url = new URL(database.url);
    url.username = 'weak';
    const first = { contract: 'select 1;', down: 'select 1;' };
    await applyContract(ground, database, first, { mode: 'never', url: url.href, version: '4' });
    await database.run(
      "do $$ begin execute format('revoke create on database %I from weak', current_database()); end $$",
    );
    const dropped = { contract: 'alter table own.t drop a;', down: 'alter table own.t add a text;' };
    const report = await applyContract(ground, database, dropped, { ...always, url: url.href });
    expect(report.refused?.unarchived).toMatchObject([{ kind: 'schema' }]);
    expect(await database.rows('select a from own.t')).toEqual([['x']]);
  }
});

test('partitions with a dropped partition, identity and generated columns', async () => {
  const { database } = await contracted(
    ground,
    {
      before: `create table p (id int generated always as identity, k int, x text, g text generated always as (x || '!') stored, primary key (id, k)) partition by list (k);
        create table p0 partition of p for values in (0); create table p1 partition of p for values in (1);
        insert into p (k, x) values (0, 'a'), (1, 'b'), (1, 'c');`,
      contract: 'drop table p1;',
      down: 'create table p1 partition of p for values in (1);',
    },
    always,
  );
  await database.run("insert into p (k, x) values (0, 'since')");
  expect(await back(database)).toMatchObject([{ inserted: 2, conflicts: {} }]);
  expect(await database.rows('select id, k, g from p order by id')).toEqual([
    [1, 0, 'a!'],
    [2, 1, 'b!'],
    [3, 1, 'c!'],
    [4, 0, 'since!'],
  ]);
});

test('what an applied contract migration archived is passed over, and what was restored too, and both are counted', async () => {
  const { database } = await contracted(ground, column, always);
  const { restoreArchives } = await import('../../src/archive/restore.ts');
  const restore = (release?: string) =>
    restoreArchives(engineOn(database), {
      ...{ dryRun: false, triggersOff: false },
      only: release === undefined ? {} : { release },
    });
  expect(await restore()).toMatchObject({ tables: [], passedOver: { restored: 0, inPlace: 1 } });
  expect(await restore('another')).toMatchObject({ tables: [], passedOver: { restored: 0, inPlace: 0 } });
  await back(database);
  expect(await restore()).toMatchObject({ tables: [], passedOver: { restored: 1, inPlace: 0 } });
});

test('rows erased on request do not come back, and the rest is still complete', async () => {
  const { database } = await contracted(ground, column, always);
  const { eraseFromArchives } = await import('../../src/archive/manage.ts');
  const erasure = { table: 'public.users', column: 'id', value: '2' };
  await eraseFromArchives(engineOn(database), [erasure], { because: 'asked', dryRun: false });
  expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ state: 'complete' }]);
  expect(await back(database)).toMatchObject([{ set: 1, conflicts: {} }]);
  expect(await database.rows('select id, n from users order by id')).toEqual([
    [1, 1],
    [2, null],
  ]);
});
