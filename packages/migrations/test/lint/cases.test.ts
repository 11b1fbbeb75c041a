import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { usesSupabase } from '../../src/files/supabase-project.ts';
import { lintFolder, lintPending } from '../../src/lint/lint.ts';
import type { Finding } from '../../src/lint/rule.ts';
import { readUpPlan, up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

/** What real folders taught. */

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

async function databaseWith(sql: string): Promise<Database> {
  const database = await ground.database();
  await database.run(sql);
  return database;
}

/** Files without ways down, numbered as they stand there. */
const files = (...sql: readonly string[]): Files =>
  Object.fromEntries(
    sql.flatMap((each, nth) => [
      [`migrations/${nth + 1}_a.sql`, each],
      [`rollbacks/${nth + 1}_a.sql`, '-- nothing'],
    ]),
  );

async function lintOn(database: Database, ...sql: readonly string[]): Promise<Finding[]> {
  return lintPending(engineOn(database), { folder: folderOf(ground.scope, files(...sql)), exposedSchemas: 'auto' });
}

async function phasesOn(database: Database, ...sql: readonly string[]): Promise<string[]> {
  const folder = folderOf(ground.scope, files(...sql));
  const plan = await readUpPlan(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
  return plan.pending.map((each) => each.decision.phase);
}

const lint = (pending: readonly string[] | undefined, ...sql: readonly string[]) =>
  lintFolder({
    folder: folderOf(ground.scope, files(...sql)),
    exposedSchemas: [],
    pending: pending === undefined ? undefined : new Set(pending),
  });

const ids = (findings: readonly Finding[]) => findings.map((each) => `${each.file.replace(/\D/g, '')} ${each.rule}`);

describe('a table that IF NOT EXISTS found there is in use', () => {
  const sql = 'create table if not exists users (id int); alter table users drop column email;';
  test('as the database says', async () => {
    const database = await databaseWith(
      'create table users (id int, email text); alter table users enable row level security',
    );
    expect(ids(await lintOn(database, sql))).toEqual(['1 breaks-old-code', '1 destroys-data', '1 not-archivable']);
    expect(await phasesOn(database, sql)).toEqual(['contract']);
  });
  test('also one that an earlier pending file makes, which makes it new', async () => {
    expect(await phasesOn(await databaseWith('select 1'), 'create table users (id int, email text);', sql)).toEqual([
      'expand',
      'expand',
    ]);
  });
  test('and is made where nothing is', async () => {
    expect(await phasesOn(await databaseWith('select 1'), sql.replace('(id int)', '(id int, email text)'))).toEqual([
      'expand',
    ]);
  });
  test('and where nobody knows, it may be', async () => {
    expect(ids(await lint(undefined, sql))).toEqual(['1 breaks-old-code', '1 destroys-data']);
  });
});

describe('without a database', () => {
  const older = 'create table users (id int primary key, email varchar(10), name text);';
  const newer =
    'alter table users drop column email; create index i on users (id); alter table users alter id type bigint; truncate users;';
  const found = [
    '2 breaks-old-code',
    '2 destroys-data',
    '2 create-index-blocks',
    '2 change-type-rewrites',
    '2 breaks-old-code',
    '2 breaks-old-code',
    '2 destroys-data',
  ];
  test('what older files made is in use', async () => {
    expect(ids(await lint(['2'], older, newer))).toEqual(found);
    expect(ids(await lint(undefined, older, newer))).toEqual(found);
  });
  test('what is pending together is judged together', async () => {
    expect(ids(await lint(['1', '2'], older, newer))).toEqual([]);
  });
  test('older files tell types, keys and views', async () => {
    expect(ids(await lint(['2'], older, 'alter table users alter email type varchar(20);'))).toEqual([]);
    expect(
      ids(await lint(['2'], `${older} create unique index k on users (email);`, 'drop index concurrently k;')),
    ).toEqual(['2 breaks-old-code']);
    expect(
      ids(
        await lint(
          ['2'],
          `${older} create function f() returns trigger language plpgsql as 'begin return new; end';`,
          'drop function f();',
        ),
      ),
    ).toEqual([]);
  });
});

describe('older files tell what code does, and what views show', () => {
  const users = 'create table users (id int primary key, email text, active boolean);';
  test('a routine that is called', async () => {
    const older = `${users} create function wipe() returns void language plpgsql as $$ begin truncate users; end $$;`;
    expect(ids(await lint(['2'], older, 'select wipe();'))).toEqual(['2 breaks-old-code', '2 destroys-data']);
    expect(ids(await lint(['2'], older, 'select other();'))).toEqual(['2 unseen-code']);
  });
  test('a trigger function that begins to refuse', async () => {
    const fn = (body: string) =>
      `create or replace function f() returns trigger language plpgsql as $$ begin ${body} end $$;`;
    const trigger = 'create trigger g before insert on users for each row execute function f();';
    const older = `${users} ${fn('return new;')}`;
    expect(ids(await lint(['2'], `${older} ${trigger}`, fn('return null;')))).toEqual(['2 breaks-old-code']);
    expect(ids(await lint(['2'], `${older} ${trigger}`, fn('new.id := 1; return new;')))).toEqual([]);
    expect(ids(await lint(['2'], `${older} ${trigger.replace('before', 'after')}`, fn('return null;')))).toEqual([]);
    expect(ids(await lint(['2'], `${users} ${fn("raise exception 'no';")}`, trigger))).toEqual(['2 breaks-old-code']);
    expect(ids(await lint(['2'], older, trigger))).toEqual([]);
  });
  test('a view', async () => {
    const view = (sql: string) => `create or replace view v as ${sql};`;
    const older = `${users} ${view('select id, email from users where active')}`;
    const found = async (newer: string) => ids(await lint(['2'], older, newer));
    expect(await found(view("select id, email from users where active and email <> ''"))).toEqual([
      '2 breaks-old-code',
    ]);
    expect(await found(view('select id, email from users where id > 5'))).toEqual(['2 breaks-old-code']);
    expect(await found(view('select id, email from users where active or id = 1'))).toEqual([]);
    expect(await found(view('select id, email from users'))).toEqual([]);
    expect(await found('drop view v; create view v as select id from users where active;')).toEqual([
      '2 breaks-old-code',
    ]);
  });
  test('a rename there in one file, and back in the next, is contract where it begins', async () => {
    const [there, back] = ['alter table users rename email to mail;', 'alter table users rename mail to email;'];
    expect(ids(await lint(['2', '3'], users, there, back))).toEqual(['2 breaks-old-code']);
    expect(ids(await lint(['2'], users, `${there} ${back}`))).toEqual([]);
  });
});

describe('text that is no SQL', () => {
  test.each([
    ['a misspelt word', 'select 1;\nalter tabel big add column x int;', 2],
    ['a semicolon that is missing', 'create table n (i int)\ndrop table users;', 2],
    ['one that is missing behind rows', 'insert into t values (1)\nalter table t drop column c;', 2],
    ['one that is missing behind a grant', 'grant select on t to anon\n\ntruncate t;', 3],
  ])('%s is an error with its line, and stops every phase', async (_name, sql, line) => {
    const database = await databaseWith('create table t (c int); create table users (i int)');
    const findings = await lintOn(database, sql);
    expect(findings.filter((each) => each.rule === 'not-sql')).toMatchObject([{ severity: 'error', line }]);
    const folder = folderOf(ground.scope, files(sql));
    for (const phase of ['expand', 'all'] as const) {
      const plan = await readUpPlan(engineOn(database), { folder, phase, allowOutOfOrder: false });
      expect(plan.pending[0]?.decision.phase).toBe('contract');
      expect(plan.refusals).toContainEqual(
        expect.objectContaining({ reason: 'not-sql', message: expect.stringContaining(`1_a.sql:${line}: `) }),
      );
    }
    await expect(up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false })).rejects.toThrow('1_a.sql');
  });

  test('is what its author says where the server knows more than the grammar', async () => {
    const database = await databaseWith('select 1');
    const sql =
      '-- lockstep: expand because it is new\n-- lockstep: allow not-sql because the server is newer\nfrobnicate t;';
    expect(await lintOn(database, sql)).toMatchObject([{ rule: 'not-sql', severity: 'note' }]);
    const folder = folderOf(ground.scope, files(sql));
    const plan = await readUpPlan(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
    expect(plan.refusals).toEqual([]);
  });

  test('rows of COPY, psql commands that are passed over, and backslashes in old strings are none', async () => {
    const database = await databaseWith('create table t (c text)');
    const sql =
      "\\restrict x\ncopy t from stdin;\nalter tabel\n\\.\nset standard_conforming_strings = off;\ninsert into t values ('a\\'b');\n\\unrestrict x\n";
    expect(ids(await lintOn(database, sql))).toEqual([]);
  });
});

test('an index that is dropped and made again was in use', async () => {
  const database = await databaseWith('create table users (id int, email text); create index k on users (email)');
  expect(ids(await lintOn(database, 'drop index k; create index k on users (email, id);'))).toEqual([
    '1 drop-index-blocks',
    '1 create-index-blocks',
  ]);
  expect(ids(await lint(undefined, 'drop index k; create index k on users (email, id);'))).toContain(
    '1 drop-index-blocks',
  );
});

describe('a plan that was begun stays what it was', () => {
  test('where what an earlier attempt of the run made is there by now', async () => {
    const database = await ground.database();
    const sql = ['create table users (id int, email text);', 'alter table users alter email set not null;'];
    const folder = folderOf(ground.scope, files(...sql));
    const options = { folder, phase: 'expand', allowOutOfOrder: false } as const;
    const run = 'https://github.com/acme/shop/actions/runs/7/attempts/';
    const first = engineOn(database, { provenance: { run: `${run}1` } });
    const approved = await readUpPlan(first, options);
    await up(first, { ...options, to: '1' });
    const again = await readUpPlan(engineOn(database, { provenance: { run: `${run}2` } }), options);
    expect(again.restOf).toContain(approved.digest);
    const other = await readUpPlan(
      engineOn(database, { provenance: { run: 'https://github.com/acme/shop/actions/runs/8' } }),
      options,
    );
    expect(other.pending[0]?.decision.phase).toBe('contract');
  });
});

test('a project is one of Supabase by where it lies and by what it says', () => {
  const migration = (file: string, sql: string) => {
    const [found] = folderOf(ground.scope, files(sql)).migrations;
    return { migrations: [{ ...(found as NonNullable<typeof found>), file }] };
  };
  expect(usesSupabase(migration('drizzle/0000_a.sql', 'create table t (i int);'))).toBe(false);
  expect(usesSupabase(migration('supabase/migrations/1_a.sql', 'create table t (i int);'))).toBe(true);
  expect(usesSupabase(migration('db/1_a.sql', 'create table t (i uuid default auth.uid());'))).toBe(true);
});
