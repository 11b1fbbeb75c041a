import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { lintFolder } from '../../src/lint/lint.ts';
import { blocks, locksOf } from '../../src/lint/locks.ts';
import type { Finding } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/all.ts';
import { loadParser } from '../../src/parse/parser.ts';
import { judgePhase } from '../../src/phase/phase.ts';
import { type Files, folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

async function lint(files: Files): Promise<Finding[]> {
  const folder = folderOf(scope, files);
  const pending = new Set(folder.migrations.map((each) => each.version));
  return lintFolder({ folder, exposedSchemas: ['public'], pending });
}

/** Rules that object to some SQL, but for those about the file as a whole. */
async function rulesOn(sql: string): Promise<string[]> {
  const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
  return findings.map((each) => each.rule);
}

/** A rule, SQL that it must object to, and the safe way to do the same. */
const pairs: readonly (readonly [string, string, string])[] = [
  ['create-index-blocks', 'create index i on t (a);', 'create index concurrently i on t (a);'],
  ['reindex-blocks', 'reindex table t;', 'reindex table concurrently t;'],
  ['refresh-blocks', 'refresh materialized view m;', 'refresh materialized view concurrently m;'],
  [
    'add-column-rewrites',
    'alter table t add c uuid default gen_random_uuid();',
    'alter table t add c timestamptz default now();',
  ],
  ['add-column-rewrites', 'alter table t add c bigserial;', 'alter table t add c int not null default 5;'],
  ['add-column-rewrites', 'alter table t add c int generated always as (a * 2) stored;', 'alter table t add c text;'],
  [
    'change-type-rewrites',
    '-- lockstep: contract\nalter table t alter c type bigint;',
    '-- lockstep: contract\nalter table t alter c set default 1;',
  ],
  [
    'set-not-null-scans',
    '-- lockstep: contract\nalter table t alter c set not null;',
    'alter table t alter c drop not null;',
  ],
  [
    'constraint-scans',
    'alter table t add constraint k check (a > 0);',
    'alter table t add constraint k check (a > 0) not valid;',
  ],
  [
    'constraint-scans',
    'alter table t add foreign key (a) references u;',
    'alter table t add foreign key (a) references u not valid;',
  ],
  [
    'constraint-builds-index',
    'alter table t add constraint k unique (a);',
    'alter table t add constraint k unique using index i;',
  ],
  ['constraint-builds-index', 'alter table t add c int unique;', 'alter table t add c int;'],
  [
    'attach-partition-scans',
    'alter table p attach partition q for values in (1);',
    'create table q partition of p for values in (1); alter table q enable row level security;',
  ],
  ['rewrites-table', 'vacuum full t;', 'vacuum t;'],
  ['drop-index-blocks', 'drop index i;', 'drop index concurrently i;'],
  [
    'writes-under-lock',
    'alter table t add c int; update t set c = 1 where c is null;',
    'update t set c = 1 where c is null; alter table t add d int;',
  ],
  ['bypasses-policies', 'create view v as select 1;', 'create view v with (security_invoker) as select 1;'],
  ['rewrites-table', 'cluster t using i;', 'alter table t cluster on i;'],
  ['lock-table', 'lock table t;', 'select 1;'],
  ['writes-every-row', 'update t set a = 1;', 'update t set a = 1 where a is null and id < 1000;'],
  ['writes-every-row', 'delete from t;', 'delete from t where id = 3;'],
  [
    'validate-at-once',
    'alter table t add constraint k check (a > 0) not valid; alter table t validate constraint k;',
    'alter table t validate constraint k;',
  ],
  ['breaks-old-code', 'drop view v;', '-- lockstep: expand because nobody used it\ndrop view v;'],
  ['breaks-old-code', 'alter table t rename a to b;', 'drop view v; create view v as select 1;'],
  ['destroys-data', '-- lockstep: contract\ndrop table t;', '-- lockstep: contract\ndrop view v;'],
  [
    'destroys-data',
    '-- lockstep: contract\nalter table t drop column c;',
    '-- lockstep: contract\nalter table t drop constraint c;',
  ],
  ['destroys-data', '-- lockstep: contract\ntruncate t;', 'select 1;'],
  [
    'fails-on-rows',
    '-- lockstep: contract\nalter table t add c int not null;',
    'alter table t add c int not null default 1;',
  ],
  ['rls-missing', 'create table t (a int);', 'create table t (a int); alter table t enable row level security;'],
  ['rls-missing', 'create table public.t (a int);', 'create table private.t (a int);'],
  ['rls-disabled', 'alter table t disable row level security;', 'alter table t enable row level security;'],
  ['unreadable-code', 'do $$ begin execute sql; end $$;', "do $$ begin execute 'select 1'; end $$;"],
  [
    'definer-search-path',
    "create function f() returns int language sql security definer as 'select 1';",
    "create function f() returns int language sql security definer set search_path = '' as 'select 1';",
  ],
  ['own-schema', 'create schema lockstep;', 'create schema mine;'],
  ['not-sql', 'alter tabel t add c int;', 'alter table t add c int;'],
  [
    'allows-null',
    'alter table t alter c drop not null;',
    'alter table t add c int; alter table t alter c drop not null;',
  ],
  ['changes-server', "alter role app set statement_timeout = '1s';", 'set local statement_timeout = 0;'],
  ['changes-server', 'create role app bypassrls;', 'create role app nologin;'],
  ['default-rights', 'alter default privileges revoke select on tables from app;', 'revoke select on t from app;'],
  [
    'default-rights',
    'alter default privileges grant all on tables to anon;',
    'alter default privileges grant select on tables to anon;',
  ],
  [
    'destroys-when-called',
    "create function f() returns void language sql as 'truncate t';",
    "create function f() returns void language sql as 'create temp table x (i int)';",
  ],
  ['opens-rights', 'grant insert on t to public;', 'grant insert on t to app;'],
  ['opens-rows', 'create policy p on t using (true);', 'create policy p on t using (owner = current_user);'],
  ['owner-changes', 'alter table t owner to app;', 'create table n (i int); alter table n owner to app;'],
  [
    'rewrites-queries',
    'create rule r as on insert to t do instead nothing;',
    'create table n (i int); create rule r as on insert to n do instead nothing;',
  ],
  ['runs-programs', "copy t from program 'curl x';", 'copy t from stdin;\n\\.\n'],
  [
    'sequence-set-back',
    "select setval('t_id_seq', 1);",
    "select setval('t_id_seq', coalesce((select max(id) from t), 0) + 1, false);",
  ],
  ['sequence-set-back', 'alter sequence s restart;', 'alter sequence s increment 5;'],
  [
    'trigger-lost',
    'drop trigger g on t;',
    'drop trigger g on t; create trigger g before insert on t execute function f();',
  ],
  [
    'triggers-off',
    'alter table t disable trigger all;',
    'alter table t disable trigger all; alter table t enable trigger all;',
  ],
  [
    'triggers-off',
    'set session_replication_role = replica;',
    'set session_replication_role = replica; reset session_replication_role;',
  ],
  ['vacuum-off', 'alter table t set (autovacuum_enabled = false);', 'alter table t set (fillfactor = 70);'],
  ['bypasses-policies', 'alter view v reset (security_invoker);', 'alter view v set (security_invoker = on);'],
  ['own-schema', 'alter table lockstep.events enable row level security;', "comment on table t is 'lockstep';"],
];

describe('each rule objects to what it is for, and not to the safe way', () => {
  test.each(pairs)('%s: %s', async (rule, bad, good) => {
    expect(await rulesOn(bad)).toContain(rule);
    expect(await rulesOn(good)).not.toContain(rule);
  });

  test('every rule has such a pair', () => {
    const shown = new Set(pairs.map(([rule]) => rule));
    expect(rules.map((rule) => rule.id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

test('every rule is in the README of the action, and no other', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../../actions/migrate/README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('## Lint'), readme.indexOf('## Inputs and outputs'));
  const named = section.split('\n').flatMap((line) => line.split('|')[1]?.match(/(?<=`)[a-z-]+(?=`)/g) ?? []);
  expect(named.toSorted()).toEqual([...rules.map((rule) => rule.id), 'no-way-down', 'not-atomic'].toSorted());
});

test('what a file makes itself may be done anything to', async () => {
  const sql = `create table t (a int); alter table t enable row level security; create index i on t (a); alter table t alter a set not null;
    alter table t add constraint k check (a > 0); update t set a = 1; alter table t drop column a; drop table t;`;
  expect(await rulesOn(sql)).toEqual([]);
});

test('also what an earlier pending file makes', async () => {
  const findings = await lint({
    'migrations/1_a.sql': 'create table t (a int); alter table t enable row level security;',
    'rollbacks/1_a.sql': 'drop table t;',
    'migrations/2_b.sql': 'create index i on public.t (a);',
    'rollbacks/2_b.sql': 'drop index i;',
  });
  expect(findings).toEqual([]);
});

describe('an author may allow a rule for one statement', () => {
  test('with a reason, which is told', async () => {
    const sql =
      '-- lockstep: allow create-index-blocks because the table has ten rows\ncreate index i on t (a);\ncreate index j on t (b);';
    const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
    expect(findings.map((each) => [each.line, each.severity, each.allowed])).toEqual([
      [2, 'note', 'the table has ten rows'],
      [3, 'warning', undefined],
    ]);
  });

  test('and is told when there is nothing to allow', async () => {
    const sql =
      '-- lockstep: allow create-index-blocks because x\nselect 1;\n-- lockstep: allow nonsense because y\nselect 2;';
    const findings = await lint({ 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
    expect(findings.map((each) => each.message)).toEqual([
      'allows create-index-blocks, which finds nothing here',
      'allows nonsense, which is no rule',
    ]);
  });
});

test('a file without a way down, and one that cannot be one transaction, are told', async () => {
  const findings = await lint({ 'migrations/1_a.sql': 'select 1; vacuum;' });
  expect(findings.map((each) => each.rule)).toEqual(['not-atomic', 'no-way-down']);
});

test('a finding names file, line and statement, without its constants', async () => {
  const [finding] = await lint({
    'migrations/1_a.sql': "select 1;\n\nupdate users set password = 'hunter2';",
    'rollbacks/1_a.sql': '--',
  });
  expect(finding).toMatchObject({
    file: 'supabase/migrations/1_a.sql',
    line: 3,
    statement: "update users set password = '…'",
  });
});

describe('expand or contract', () => {
  test.each<[string, string, string[]]>([
    ['create table t (a int); create index on t (a);', 'expand', []],
    ['alter table t add column c int;', 'expand', []],
    [
      'alter table t add constraint k check (a > 0) not valid;',
      'contract',
      ['adds check k to table t, which refuses rows that old code may write'],
    ],
    ['drop index i; drop trigger g on t; alter table t drop constraint k;', 'expand', []],
    ['drop table a.t;', 'contract', ['drops table a.t']],
    ['alter table t drop c, drop d;', 'contract', ['drops column t.c', 'drops column t.d']],
    ['alter table t rename to u;', 'contract', ['renames table t to u']],
    ['alter table t rename c to d;', 'contract', ['renames column t.c to d']],
    ['alter index i rename to j;', 'expand', []],
    ['alter table t alter c type int;', 'contract', ['changes the type of column t.c']],
    ['alter table t alter c set not null;', 'contract', ['forbids NULL in column t.c']],
    ['alter table t add c int not null;', 'contract', ['adds column t.c that inserts must fill']],
    [
      'alter table t add c int not null default 1, add d bigserial not null, add e int not null generated always as identity;',
      'expand',
      [],
    ],
    ["alter type e rename value 'a' to 'b';", 'contract', ['renames a value of enum e']],
    ["alter type e add value 'c';", 'expand', []],
    ['alter type e rename to f;', 'contract', ['renames type e to f']],
    ['alter domain d set not null;', 'contract', ['forbids NULL in domain d']],
    ['alter domain d add constraint k check (value > 0);', 'contract', ['narrows domain d']],
    ['alter table t set schema s;', 'contract', ['moves table t to another schema']],
    ['alter table p detach partition q;', 'contract', ['takes a partition out of table p']],
    ['truncate t;', 'contract', ['empties table t']],
    ['drop function f(int);', 'contract', ['drops function f']],
    [
      'drop function f(int); create function f(int, int default 2) returns int language sql as $$ select 1 $$;',
      'expand',
      [],
    ],
    ['create table t (a int); alter table public.t rename a to b; drop table t;', 'expand', []],
    ['-- lockstep: contract\nselect 1;', 'contract', []],
    ['-- lockstep: expand because nobody reads it\ndrop table t;', 'expand', ['drops table t']],
    ["insert into t values ('drop table t');", 'expand', []],
  ])('%s', async (sql, phase, reasons) => {
    const [migration] = folderOf(scope, { 'migrations/1_a.sql': sql }).migrations;
    if (migration === undefined) throw new Error('no migration');
    const judgement = await judgePhase(migration, loadParser);
    expect(judgement.phase).toBe(phase);
    expect(judgement.reasons.map((each) => each.what)).toEqual(reasons);
  });

  describe('the parser is loaded', () => {
    const hides = 'alter table s."T" enable row level security;';
    test.each([
      [
        'not for what only makes things',
        'create table t (a int); alter table t add b int; insert into t values (1);',
        false,
      ],
      ['not for rows that a policy shows again', `${hides} create policy p on s."T" using (true);`, false],
      ['not for rows of a table that is made here', `create table s."T" (a int); ${hides}`, false],
      ['for rows that nothing shows', hides, true],
      ['for rows of another table than the one that is shown', `${hides} create policy p on s.t using (true);`, true],
      [
        'for the table of another schema',
        `alter table s enable row level security; create policy p on s.t using (true);`,
        true,
      ],
      ['for a policy that shows nothing by itself', `${hides} create policy p on s."T" as restrictive;`, true],
      [
        'for more than that',
        `${hides.slice(0, -1)}, force row level security; create policy p on s."T" using (true);`,
        true,
      ],
      ['for anything else that breaks', 'alter table t rename to u;', true],
    ])('%s', async (_when, sql, loaded) => {
      const [migration] = folderOf(scope, { 'migrations/1_a.sql': sql }).migrations;
      if (migration === undefined) throw new Error('no migration');
      const judged = judgePhase(migration, () => Promise.reject(new Error('loaded')));
      await (loaded
        ? expect(judged).rejects.toThrow('loaded')
        : expect(judged).resolves.toMatchObject({ phase: 'expand' }));
    });
  });
});

test.each<[string, string[]]>([
  ['alter table t add c int', ['t access-exclusive']],
  ['alter table t validate constraint k', ['t share-update-exclusive']],
  ['alter table t add foreign key (a) references u', ['t share-row-exclusive', 'u share-row-exclusive']],
  ['alter table t add c int references u', ['t access-exclusive', 'u share-row-exclusive']],
  ['alter table p attach partition q default', ['p share-update-exclusive', 'q access-exclusive']],
  ['alter table t disable trigger g', ['t share-row-exclusive']],
  ['create table c (a int references s.u)', ['s.u share-row-exclusive']],
  ['create table c partition of p default', ['p access-exclusive']],
  ['create index i on t (a)', ['t share']],
  ['create index concurrently i on t (a)', ['t share-update-exclusive']],
  ['drop table a, b', ['a access-exclusive', 'b access-exclusive']],
  ['drop policy p on s.t', ['s.t access-exclusive']],
  ['create policy p on t', ['t access-exclusive']],
  ['create trigger g before insert on t execute function f()', ['t share-row-exclusive']],
  ['lock table t in share mode', ['t share']],
  ['truncate t', ['t access-exclusive']],
  ['vacuum full t', ['t access-exclusive']],
  ['comment on column t.c is null', ['t share-update-exclusive']],
  ['update t set a = 1', ['t row-exclusive']],
  ['create table t (a int)', []],
])('the locks of %s', async (sql, expected) => {
  const parsed = (await loadParser())(sql);
  if (parsed === undefined) throw new Error('not parsed');
  expect(locksOf(parsed).map((lock) => `${lock.table} ${lock.mode}`)).toEqual(expected);
});

test('what a lock means to the app', () => {
  expect([blocks('access-exclusive'), blocks('share'), blocks('share-update-exclusive')]).toEqual([
    'reads and writes',
    'writes',
    'nothing',
  ]);
});
