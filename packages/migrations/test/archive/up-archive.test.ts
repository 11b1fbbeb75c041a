import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { readContractData } from '../../src/archive/contract-data.ts';
import { restoreArchives } from '../../src/archive/restore.ts';
import { goDown } from '../data-loss/case.ts';
import { engineOn, type Ground, recorder, startGround } from '../ground.ts';
import { archiveDown, archivesOf } from './archives.ts';
import { applyContract, type Contract, contracted } from './contracts.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const users =
  "create table users (id int primary key, name text, n int); insert into users values (1, 'ada', 1), (2, 'bob', 2), (3, 'cid', null);";
const whole = (row: object) => ({ ...row, _lockstep_lost: null });

interface Kept extends Contract {
  readonly what: string;
  readonly source: string;
  readonly kind: string;
  readonly contents: readonly object[];
}

const kept: readonly Kept[] = [
  {
    what: 'key and value of a dropped column',
    before: users,
    contract: 'alter table users drop n;',
    down: 'alter table users add n int;',
    source: 'public.users',
    kind: 'values',
    contents: [
      { id: 1, n: 1, _lockstep_lost: null },
      { id: 2, n: 2, _lockstep_lost: null },
    ],
  },
  {
    what: 'null where the column gives a value by itself',
    before: 'create table t (id int primary key, a boolean default true); insert into t values (1, null), (2, true);',
    contract: 'alter table t drop a;',
    down: 'alter table t add a boolean default true;',
    source: 'public.t',
    kind: 'values',
    contents: [
      { id: 1, a: null, _lockstep_lost: null },
      { id: 2, a: true, _lockstep_lost: null },
    ],
  },
  {
    what: 'all rows of a dropped table, whoever put them there',
    before: "create table t (id int primary key, a text); insert into t values (1, 'x'), (2, null);",
    contract: 'drop table t;',
    down: 'create table t (id int primary key, a text);',
    source: 'public.t',
    kind: 'rows',
    contents: [whole({ id: 1, a: 'x' }), whole({ id: 2, a: null })],
  },
  {
    what: 'values of a narrowed column',
    before: users,
    contract: 'alter table users alter name type varchar(2) using left(name, 2);',
    down: 'alter table users alter name type text;',
    source: 'public.users',
    kind: 'mixed',
    contents: [
      { id: 1, name: 'ada', n: null, _lockstep_lost: ['name'] },
      { id: 2, name: 'bob', n: null, _lockstep_lost: ['name'] },
      { id: 3, name: 'cid', n: null, _lockstep_lost: ['name'] },
    ],
  },
  {
    what: 'all rows that a DELETE without a condition deletes',
    before: users,
    contract: 'delete from public.users;',
    down: 'select 1;',
    source: 'public.users',
    kind: 'mixed',
    contents: [
      whole({ id: 1, name: 'ada', n: 1 }),
      whole({ id: 2, name: 'bob', n: 2 }),
      whole({ id: 3, name: 'cid', n: null }),
    ],
  },
  {
    what: 'deleted rows, and rows that a foreign key takes along',
    before: `${users} create table notes (id int primary key, u int references users on delete cascade); insert into notes values (7, 2);`,
    contract: 'delete from users where id = 2;',
    down: 'select 1;',
    source: 'public.notes',
    kind: 'mixed',
    contents: [whole({ id: 7, u: 2 })],
  },
  {
    what: 'what a DO block deletes',
    before: users,
    contract: "do $$ begin execute 'alter table users drop n'; end $$;",
    down: 'alter table users add n int;',
    source: 'public.users',
    kind: 'values',
    contents: [
      { id: 1, n: 1, _lockstep_lost: null },
      { id: 2, n: 2, _lockstep_lost: null },
    ],
  },
];

test.each(kept)('a contract migration archives $what, and its rollback restores it', async (each) => {
  const { database, report } = await contracted(ground, each);
  expect(report).toMatchObject({ failure: undefined, refused: undefined, cancelled: false });
  const archives = await archivesOf(database);
  const archive = archives.find(({ source }) => source === each.source);
  expect(archive).toMatchObject({ kind: each.kind, contents: each.contents });
  expect(report.applied[0]?.archived.find(({ object }) => object === each.source)).toMatchObject({
    rows: each.contents.length,
  });
  expect(await database.rows('select direction, digest is not null from lockstep_archive.archives')).toEqual(
    archives.map(() => ['up', true]),
  );
  // Nothing comes back as long as it is applied.
  const options = { dryRun: false, triggersOff: false };
  expect((await restoreArchives(engineOn(database), options)).tables).toEqual([]);
  const log = recorder();
  expect((await goDown(database)).reverted).toHaveLength(1);
  const { tables } = await restoreArchives(engineOn(database, { log }), options);
  expect(tables.map(({ conflicts, notRestored }) => ({ conflicts, notRestored }))).toEqual(
    tables.map(() => ({ conflicts: {}, notRestored: undefined })),
  );
  expect(tables.reduce((sum, { already, inserted, set }) => sum + already + inserted + set, 0)).toBe(
    archives.reduce((sum, { rows }) => sum + rows, 0),
  );
});

test('rows that were written since are left as they are, by the transaction that wrote them', async () => {
  const { database } = await contracted(ground, {
    before: users,
    contract: 'alter table users drop n;',
    down: 'alter table users add n int; update users set n = 0;',
  });
  await database.run("update users set name = 'since' where id = 1; delete from users where id = 2");
  // The guard takes the update for an overwriting; the archivist sees that it overwrote nothing.
  expect((await archiveDown(database)).reverted).toMatchObject([{ archived: [] }]);
  await database.run('update users set n = 77 where id = 3; insert into users values (4, null, 4)');
  await database.run("insert into users values (5, 'new', 5)");
  const options = { dryRun: false, triggersOff: false };
  const { tables } = await restoreArchives(engineOn(database), options);
  // 1: written before its column came back; 2: gone.
  expect(tables).toMatchObject([{ set: 1, conflicts: { 'row-gone': 1 } }]);
  expect(await database.rows('select id, name, n from users order by id')).toEqual([
    [1, 'since', 1],
    [3, 'cid', 77],
    [4, null, 4],
    [5, 'new', 5],
  ]);
});

test('a writer that began before the down migration, and writes after it, is not overwritten', async () => {
  const { database } = await contracted(ground, {
    before: users,
    contract: 'alter table users drop n;',
    down: 'alter table users add n int;',
  });
  const writer = await database.client();
  await writer.query('begin; select pg_current_xact_id()');
  await goDown(database);
  await writer.query('update users set n = 55 where id = 1; commit');
  await writer.end();
  const { tables } = await restoreArchives(engineOn(database), { dryRun: false, triggersOff: false });
  expect(tables).toMatchObject([{ set: 1, conflicts: { 'written-since': 1 } }]);
  expect(await database.rows('select id, n from users order by id')).toEqual([
    [1, 55],
    [2, 2],
    [3, null],
  ]);
});

test('never: as before, without an archive', async () => {
  const { database, report } = await contracted(
    ground,
    { before: users, contract: 'alter table users drop n;' },
    { mode: 'never' },
  );
  expect(report.applied).toMatchObject([{ archived: [], unarchived: [] }]);
  expect(await database.value("select to_regclass('lockstep_archive.archives')")).toBeNull();
});

const keyless = {
  before: "create table l (a text, b text); insert into l values ('x', 'y');",
  contract: 'alter table l drop b;',
};

test('always: what cannot be archived is not deleted', async () => {
  const { database, report } = await contracted(ground, keyless, { mode: 'always' });
  expect(report.refused).toMatchObject({ version: '5', unarchived: [{ kind: 'not-possible' }] });
  expect(report.applied).toEqual([]);
  expect(await database.rows('select a, b from l')).toEqual([['x', 'y']]);
});

test('auto: what cannot be archived, as was said beforehand, is deleted with a warning', async () => {
  const log = recorder();
  const { database, report } = await contracted(ground, keyless, { log });
  expect(report.applied).toMatchObject([{ archived: [] }]);
  expect(report.applied[0]?.unarchived).toHaveLength(1);
  expect(log.lines.filter((line) => line.startsWith('warning: '))).toHaveLength(1);
  expect(await database.rows('select a from l')).toEqual([['x']]);
});

test('the position of an identity whose column stays cannot be archived, as the plan says', async () => {
  const numbered = {
    before: "create table k (id int primary key generated always as identity, v text); insert into k (v) values ('x');",
    contract: 'alter table k alter id drop identity;',
    down: 'alter table k alter id add generated always as identity;',
  };
  expect((await contracted(ground, numbered, { mode: 'always' })).report.refused).toMatchObject({
    losses: [{ kind: 'numbers', object: 'public.k_id_seq' }],
    unarchived: [{ kind: 'not-possible' }],
  });
  const { database, report } = await contracted(ground, numbered, { provenance: { release: 'r1' } });
  expect(report.applied).toMatchObject([{ archived: [], unarchived: [expect.stringContaining('is a sequence')] }]);
  expect(await readContractData(engineOn(database), ['r1'])).toMatchObject([{ state: 'not-archived' }]);
});

test('auto: what only the run shows to be impossible is not deleted', async () => {
  const { database, report } = await contracted(ground, {
    ...keyless,
    contract: "do $$ begin execute 'alter table l drop b'; end $$;",
  });
  expect(report.refused).toMatchObject({ unarchived: [{ kind: 'not-possible' }] });
  expect(await database.rows('select a, b from l')).toEqual([['x', 'y']]);
});

test.each(['auto', 'always'] as const)('no-archive because …: %s archives nothing of it', async (mode) => {
  const { database, report } = await contracted(
    ground,
    { before: users, contract: '-- lockstep: no-archive because these people asked for it\nalter table users drop n;' },
    { mode },
  );
  expect(report.applied).toMatchObject([
    { archived: [], unarchived: ['no-archive because these people asked for it'] },
  ]);
  expect(await database.value("select to_regclass('lockstep_archive.archives')")).toBeNull();
});

test.each([
  ['rows', { rows: 1 }, 'rows'],
  ['bytes', { bytes: 1 }, 'bytes'],
  ['lock time', { lockMs: 0 }, 'lock-time'],
] as const)('beyond the limit of %s, always refuses with the numbers', async (_what, archiveLimits, kind) => {
  const { database, report } = await contracted(
    ground,
    { before: users, contract: 'alter table users drop n;' },
    { mode: 'always', archiveLimits },
  );
  expect(report.refused?.unarchived).toMatchObject([{ kind }]);
  expect(await database.value('select count(n)::int from users')).toBe(2);
});

test('what deletes nothing runs once, and is observed', async () => {
  const { database, report } = await contracted(ground, {
    before: users,
    contract: 'alter table users alter id set not null; create index on users (name);',
  });
  expect(report.applied).toHaveLength(1);
  expect(await database.value("select facts is not null from lockstep.migrations where version = '5'")).toBe(true);
  expect(await database.value("select (detail->>'kept')::boolean from lockstep.events where kind = 'up'")).toBe(true);
});

test('a contract migration of several transactions: each archives what it deletes', async () => {
  const { database, report } = await contracted(ground, {
    before: `${users} create table t (id int primary key); insert into t values (1);`,
    contract:
      'alter table users drop n; create index concurrently users_name on users (name); drop table t; vacuum users;',
    down: 'create table t (id int primary key); alter table users add n int; drop index users_name;',
  });
  expect(report).toMatchObject({ refused: undefined, failure: undefined });
  expect(report.applied[0]).toMatchObject({ atomic: false });
  expect((await archivesOf(database)).map(({ source, rows }) => [source, rows])).toEqual([
    ['public.users', 2],
    ['public.t', 1],
  ]);
});

test('one of several transactions that cannot be archived: nothing of it is applied', async () => {
  const contract =
    'alter table users drop n; create index concurrently users_name on users (name); alter table l drop b;';
  const { database, report } = await contracted(
    ground,
    { before: `${users} ${keyless.before}`, contract },
    { mode: 'always' },
  );
  expect(report.refused).toBeDefined();
  expect(await database.value('select count(n)::int from users')).toBe(2);
});

test('code that commits cannot be tried: refused by name', async () => {
  const contract = 'do $$ begin delete from users; commit; end $$;';
  const { database, report } = await contracted(ground, { before: users, contract }, { mode: 'always' });
  expect(report.refused?.unarchived).toMatchObject([{ kind: 'not-possible' }]);
  expect(await database.value('select count(*)::int from users')).toBe(3);
});

test('a second contract of the same table, and one that is applied again after its rollback', async () => {
  const first = { before: users, contract: 'alter table users drop n;', down: 'alter table users add n int;' };
  const { database } = await contracted(ground, first);
  const options = { dryRun: false, triggersOff: false };
  await goDown(database);
  await restoreArchives(engineOn(database), options);
  await database.run('update users set n = 20 where id = 2; insert into users values (9, null, 9)');
  expect((await applyContract(ground, database, first)).applied[0]?.archived).toMatchObject([{ rows: 3 }]);
  await goDown(database);
  const { tables } = await restoreArchives(engineOn(database), options);
  expect(tables).toMatchObject([{ set: 3, conflicts: {} }]);
  expect(await database.rows('select id, n from users order by id')).toEqual([
    [1, 1],
    [2, 20],
    [3, null],
    [9, 9],
  ]);
});
