import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import {
  eraseFromArchives,
  extendArchive,
  listArchives,
  pruneArchives,
  removeArchive,
} from '../../src/archive/manage.ts';
import { type RestoreReport, restoreArchives } from '../../src/archive/restore.ts';
import { up } from '../../src/up/up.ts';
import { applyCase, type Case } from '../data-loss/case.ts';
import { type Database, engineOn, folderOf, type Ground, recorder, startGround } from '../ground.ts';
import { archiveDown } from './archives.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Applied, written to, rolled back with an archive; then `between`, and applied again. */
async function thereAndBack(
  migration: Case,
  { between = '', applies = true }: { readonly between?: string; readonly applies?: boolean } = {},
): Promise<Database> {
  const database = await applyCase(ground, migration);
  const report = await archiveDown(database);
  expect(report).toMatchObject({ failure: undefined, refused: undefined });
  if (between !== '') await database.run(between);
  if (applies) await applyAgain(database, migration);
  return database;
}

async function applyAgain(database: Database, migration: Case, log = recorder()): Promise<readonly string[]> {
  const folder = folderOf(ground.scope, {
    'migrations/1_case.sql': migration.up,
    'rollbacks/1_case.sql': migration.down,
  });
  expect(
    (await up(engineOn(database, { log }), { folder, phase: 'all', allowOutOfOrder: false })).failure,
  ).toBeUndefined();
  return log.lines;
}

function restore(
  database: Database,
  options: { dryRun?: boolean; triggersOff?: boolean } = {},
): Promise<RestoreReport> {
  return restoreArchives(engineOn(database), { dryRun: false, triggersOff: false, ...options });
}

const notes: Case = {
  before:
    "create table users (id int primary key, name text); insert into users values (1, 'ada'), (2, 'bob'), (3, 'cid');",
  up: 'alter table users add bio text;',
  meanwhile: "update users set bio = 'bio of ' || name",
  down: 'alter table users drop bio;',
};
const table: Case = {
  up: 'create table t (id int generated always as identity primary key, a text);',
  meanwhile: "insert into t (a) select 'row ' || i from generate_series(1, 5) i",
  down: 'drop table t;',
};

describe('values are set only in rows that nobody wrote since', () => {
  test('not in one that was written after the migration came back, even where its value is the default', async () => {
    const database = await thereAndBack(notes);
    await database.run('update users set bio = null where id = 1; update users set bio = $$new$$ where id = 2');
    const { tables } = await restore(database);
    expect(tables).toMatchObject([{ set: 1, conflicts: { 'written-since': 2 } }]);
    expect(await database.rows('select id, bio from users order by id')).toEqual([
      [1, null],
      [2, 'new'],
      [3, 'bio of cid'],
    ]);
  });

  test('in one that was written while the column was not there', async () => {
    const database = await thereAndBack(notes, { between: "update users set name = 'eve' where id = 1" });
    expect((await restore(database)).tables).toMatchObject([{ set: 3, conflicts: {} }]);
    expect(await database.rows('select name, bio from users where id = 1')).toEqual([['eve', 'bio of ada']]);
  });

  test('a row that was only locked, and one that is frozen, was not written', async () => {
    const database = await thereAndBack(notes);
    await database.run('select from users where id = 1 for update');
    await database.run('vacuum freeze users');
    expect((await restore(database)).tables).toMatchObject([{ set: 3, conflicts: {} }]);
  });

  test('a transaction that began before the migration and wrote after it has written', async () => {
    const database = await applyCase(ground, notes);
    await archiveDown(database);
    const early = await database.client();
    await early.query('begin; create table scratch ();');
    await applyAgain(database, notes);
    await early.query("update users set bio = 'early' where id = 1");
    await early.query('commit');
    await early.end();
    expect((await restore(database)).tables).toMatchObject([{ set: 2, conflicts: { 'written-since': 1 } }]);
    expect(await database.value('select bio from users where id = 1')).toBe('early');
  });

  test('of a column that was there all along, not in a row that was written after the rollback', async () => {
    const overwritten: Case = { before: notes.before ?? '', up: 'select 1;', down: "update users set name = 'x';" };
    const database = await thereAndBack(overwritten, { between: "update users set name = 'eve' where id = 1" });
    expect((await restore(database)).tables).toMatchObject([{ set: 2, conflicts: { 'written-since': 1 } }]);
    expect(await database.rows('select name from users order by id')).toEqual([['eve'], ['bob'], ['cid']]);
  });

  test('a row that is gone is a conflict', async () => {
    const database = await thereAndBack(notes, { between: 'delete from users where id = 1' });
    expect((await restore(database)).tables).toMatchObject([{ set: 2, conflicts: { 'row-gone': 1 } }]);
  });
});

describe('rows', () => {
  test('come back with their numbers, and the sequence moves on', async () => {
    const database = await thereAndBack(table);
    expect((await restore(database)).tables).toMatchObject([{ inserted: 5, conflicts: {} }]);
    await database.run("insert into t (a) values ('new')");
    expect(await database.rows('select id, a from t order by id')).toEqual([
      ...[1, 2, 3, 4, 5].map((id) => [id, `row ${id}`]),
      [6, 'new'],
    ]);
  });

  test('do not replace one that has their key by now', async () => {
    const database = await thereAndBack(table);
    await database.run("insert into t (a) values ('newer')");
    expect((await restore(database)).tables).toMatchObject([{ inserted: 4, conflicts: { 'row-exists': 1 } }]);
    expect(await database.value('select a from t where id = 1')).toBe('newer');
  });

  test('that were deleted after a restore do not come back with the next one', async () => {
    const database = await thereAndBack(table);
    await restore(database);
    await database.run('delete from t where id = 1');
    expect((await restore(database)).tables).toEqual([]);
    expect(await database.value('select count(*)::int from t')).toBe(4);
  });

  test('come back parents first, whatever their order in the archive', async () => {
    const family: Case = {
      up: 'create table zz (id int primary key); create table aa (id int primary key, z int not null references zz);',
      meanwhile: 'insert into zz select generate_series(1, 3); insert into aa select i, i from generate_series(1, 3) i',
      down: 'drop table aa; drop table zz;',
    };
    const database = await thereAndBack(family);
    const { tables } = await restore(database);
    expect(tables.map(({ conflicts, inserted, source }) => [source, inserted, conflicts])).toEqual([
      ['public.zz', 3, {}],
      ['public.aa', 3, {}],
    ]);
  });

  test('that the server refuses stay, alone, and are marked', async () => {
    const database = await thereAndBack(table, { applies: false });
    const stricter = { ...table, up: `${table.up} alter table t add check (a <> 'row 3');` };
    await applyAgain(database, stricter);
    expect((await restore(database)).tables).toMatchObject([{ inserted: 4, conflicts: { server: 1 } }]);
    const [[contents]] = (await database.rows('select contents from lockstep_archive.archives')) as [[string]];
    expect(
      await database.rows(
        `select id, _lockstep_conflict from lockstep_archive.${contents} where _lockstep_done is null`,
      ),
    ).toEqual([[3, 'server 23514']]);
    // It goes on once the reason is gone.
    await database.run('alter table t drop constraint t_a_check');
    expect((await restore(database)).tables).toMatchObject([{ inserted: 1, conflicts: {} }]);
  });

  test('a trigger that changes or drops them is noticed, and triggers can stay off', async () => {
    const database = await thereAndBack(table);
    await database.run(`create function meddle() returns trigger language plpgsql as $$ begin if new.id = 2 then return null; end if; if new.id = 3 then new.a := 'other'; end if; return new; end $$;
      create trigger meddle before insert on t for each row execute function meddle();`);
    expect((await restore(database)).tables).toMatchObject([{ inserted: 3, conflicts: { 'not-equal': 2 } }]);
    expect((await restore(database, { triggersOff: true })).tables).toMatchObject([{ inserted: 2, conflicts: {} }]);
    expect(await database.value("select tgenabled from pg_trigger where tgname = 'meddle'")).toBe('O');
  });
});

test('a dry run says the same and changes nothing', async () => {
  const database = await thereAndBack(notes, { between: 'delete from users where id = 1' });
  await database.run("update users set bio = 'new' where id = 2");
  const dry = await restore(database, { dryRun: true });
  expect(dry.tables).toMatchObject([{ set: 1, conflicts: { 'row-gone': 1, 'written-since': 1 } }]);
  expect(await database.value("select count(*)::int from users where bio like 'bio%'")).toBe(0);
  expect((await restore(database)).tables).toMatchObject(
    dry.tables.map(({ conflicts, inserted, set }) => ({ conflicts, inserted, set })),
  );
});

describe('an archive is not restored', () => {
  test('before its migration is applied again', async () => {
    const database = await thereAndBack(notes, { applies: false });
    expect((await restore(database)).tables).toMatchObject([{ notRestored: 'not-applied' }]);
  });

  test.each([
    ['a value', "update lockstep_archive.CONTENTS set bio = 'forged' where id = 1"],
    ['a row that is gone', 'delete from lockstep_archive.CONTENTS where id = 1'],
    ['a row that was added', "insert into lockstep_archive.CONTENTS (id, bio) values (9, 'forged')"],
    ['a table that is gone', 'drop table lockstep_archive.CONTENTS'],
    [
      'not summed up, and a value',
      "update lockstep_archive.archives set digest = null; update lockstep_archive.CONTENTS set bio = 'forged' where id = 1",
    ],
  ])('when it was changed since: %s', async (_what, sql) => {
    const database = await thereAndBack(notes);
    const contents = String(await database.value('select contents from lockstep_archive.archives'));
    await database.run(sql.replaceAll('CONTENTS', contents));
    expect((await restore(database)).tables).toMatchObject([{ notRestored: 'changed', set: 0 }]);
    expect(await database.value('select count(bio)::int from users')).toBe(0);
  });

  test('when its time is over, until it is extended with a reason', async () => {
    const database = await thereAndBack(notes);
    await database.run("update lockstep_archive.archives set expires = now() - interval '1 day'");
    expect((await restore(database)).tables).toMatchObject([{ notRestored: 'expired' }]);
    const { isExpired } = await extendArchive(engineOn(database), '1', { because: 'a ticket', keepMs: 86_400_000 });
    expect(isExpired).toBe(false);
    expect(await database.value("select extended->0->>'because' from lockstep_archive.archives")).toBe('a ticket');
    expect((await restore(database)).tables).toMatchObject([{ set: 3 }]);
  });

  test('when its table or column is not there', async () => {
    const database = await thereAndBack(notes);
    await database.run('alter table users rename bio to about');
    expect((await restore(database)).tables).toMatchObject([{ notRestored: 'no-column' }]);
    await database.run('alter table users rename to people');
    expect((await restore(database)).tables).toMatchObject([{ notRestored: 'no-target' }]);
  });
});

test('a type that is gone: values come back into the type that the column has now', async () => {
  const typed: Case = {
    up: "create type mood as enum ('sad', 'ok'); create table t (id int primary key, m mood);",
    meanwhile: "insert into t values (1, 'ok')",
    down: 'drop table t; drop type mood;',
  };
  const database = await thereAndBack(typed, { applies: false });
  await applyAgain(database, { ...typed, up: 'create table t (id int primary key, m text);' });
  expect((await restore(database)).tables).toMatchObject([{ inserted: 1 }]);
  expect(await database.value('select m from t')).toBe('ok');
});

test('a value that is too long by now is a conflict, and not cut', async () => {
  const database = await thereAndBack(table, { applies: false });
  await applyAgain(database, { ...table, up: 'create table t (id int primary key, a varchar(3));' });
  expect((await restore(database)).tables).toMatchObject([{ inserted: 0, conflicts: { server: 5 } }]);
});

test('what is over is reported by up, and deleted only when asked', async () => {
  const database = await thereAndBack(notes, { applies: false });
  await database.run("update lockstep_archive.archives set expires = now() - interval '1 day'");
  const lines = await applyAgain(database, notes);
  expect(lines.filter((line) => line.includes('prune-archives'))).toHaveLength(1);
  expect(await pruneArchives(engineOn(database), { dryRun: true })).toHaveLength(1);
  expect(await listArchives(engineOn(database))).toHaveLength(1);
  expect(await pruneArchives(engineOn(database), { dryRun: false })).toHaveLength(1);
  expect(await listArchives(engineOn(database))).toEqual([]);
  expect(await archiveTables(database)).toBe(0);
});

test.each([
  ['is not a list of archives', 'create schema lockstep_archive; create table lockstep_archive.archives (i int);'],
  [
    'belongs to another role',
    'create schema lockstep_archive authorization anon; create table lockstep_archive.archives (source text, expires timestamptz, version text, restored text); alter table lockstep_archive.archives owner to anon;',
  ],
])('an up is not disturbed by a table of that name that %s', async (_what, before) => {
  const database = await ground.database();
  await database.run(`${before} do $$ begin create role upper_only login; exception when duplicate_object then null; end $$;
    grant create on database ${database.name} to upper_only; grant create on schema public to upper_only;`);
  const url = new URL(database.url);
  url.username = 'upper_only';
  const folder = folderOf(ground.scope, { 'migrations/1_a.sql': 'select 1;' });
  const report = await up(engineOn(database, { url: url.href }), { folder, phase: 'all', allowOutOfOrder: false });
  expect(report).toMatchObject({ failure: undefined, applied: [{ version: '1' }] });
});

async function archiveTables(database: Database): Promise<unknown> {
  return database.value(
    "select count(*)::int from pg_class where relnamespace = 'lockstep_archive'::regnamespace and relname ~ '^[as][0-9]+$'",
  );
}

test('one archive is removed at once, with a reason', async () => {
  const database = await thereAndBack(notes);
  await expect(removeArchive(engineOn(database), '7', { because: 'no reason' })).rejects.toThrow(
    'there is no archive 7',
  );
  await removeArchive(engineOn(database), '1', { because: 'a request' });
  expect(await archiveTables(database)).toBe(0);
  expect(await database.value("select detail->>'because' from lockstep.events where kind = 'remove-archive'")).toBe(
    'a request',
  );
});

test("one person's rows are erased from all archives, and nothing says which", async () => {
  const person: Case = {
    ...notes,
    up: `${notes.up} create table letters (id int primary key, owner int, body text);`,
    meanwhile: `${notes.meanwhile}; insert into letters values (7, 2, 'secret of bob'), (8, 3, 'of cid')`,
    down: `${notes.down} drop table letters;`,
  };
  const database = await thereAndBack(person, { applies: false });
  const options = { because: 'article 17', dryRun: false };
  const erasures = [
    { table: 'public.users', column: 'id', value: '2' },
    { table: 'public.letters', column: 'owner', value: '2' },
  ];
  const erased = await eraseFromArchives(engineOn(database), erasures, options);
  expect(erased.map(({ erasure, rows, source }) => [source, rows, erasure]).sort()).toEqual([
    ['public.letters', 1, 1],
    ['public.users', 1, 0],
  ]);
  const unknown = [{ table: 'public.users', column: 'name', value: 'bob' }];
  expect(await eraseFromArchives(engineOn(database), unknown, options)).toMatchObject([{ rows: 0, unknown: true }]);
  expect(await database.value('select count(*)::int from lockstep.events where detail::text like $$%bob%$$')).toBe(0);
  // What is left is whole, and can be restored.
  await applyAgain(database, person);
  const { tables } = await restore(database);
  expect(tables.map(({ inserted, notRestored, set, source }) => [source, inserted + set, notRestored]).sort()).toEqual([
    ['public.letters', 1, undefined],
    ['public.users', 2, undefined],
  ]);
  expect(await database.value('select bio from users where id = 2')).toBeNull();
});
