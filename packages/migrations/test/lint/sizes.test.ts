import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { lintPending } from '../../src/lint/lint.ts';
import type { Finding } from '../../src/lint/rule.ts';
import { describeSize, weigh } from '../../src/lint/sizes.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Findings on one pending file, in a database that is as `before` makes it. */
async function lintOn(before: string, sql: string): Promise<Finding[]> {
  const database = await ground.database();
  await database.run(before);
  const folder = folderOf(ground.scope, { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
  return lintPending(engineOn(database), { folder, exposedSchemas: [] });
}

test.each<[string, string, boolean]>([
  ['a column of a table without a key', 'alter table l drop b;', true],
  ['a column of a table whose only key is that column', 'alter table k drop id;', true],
  ['a column of a table with a key', 'alter table k drop b;', false],
  ['the rows of a table without a key, all of them', 'drop table l;', false],
  ['rows of a foreign table', 'delete from f;', true],
  ['a foreign table, whose rows stay', 'drop foreign table f;', false],
  ['a sequence', 'drop sequence q;', true],
  ['a sequence that is not there', 'drop sequence if exists never;', false],
  ['an identity whose column stays', 'alter table i alter id drop identity;', true],
  ['a value that is shortened, without a key', 'alter table l alter b type varchar(2);', true],
  ['a value that is not', 'alter table l alter b type text;', false],
  ['a table that becomes unlogged', 'alter table k set unlogged;', true],
  ['what is deleted for good', '-- lockstep: no-archive because of article 17\nalter table l drop b;', false],
])('what cannot be archived is seen in the schema: %s', async (_what, sql, isSeen) => {
  const before = `create table l (a int, b varchar(9)); create table k (id int primary key, b text); create sequence q;
    create table i (id int primary key generated always as identity); create extension postgres_fdw;
    create server s foreign data wrapper postgres_fdw; create foreign table f (a int) server s;`;
  const findings = await lintOn(before, `-- lockstep: contract\n${sql}`);
  expect(findings.map(({ rule }) => rule).includes('not-archivable')).toBe(isSeen);
});

test('a table with a quoted name, and one in partitions, are found', async () => {
  const findings = await lintOn(
    `create table "User" (a int); create table p (a int) partition by range (a);
     create table p1 partition of p for values from (0) to (10); create table p2 partition of p default; analyze;
     update pg_class set reltuples = 5000000 where oid = '"User"'::regclass;
     update pg_class set reltuples = 700000 where oid in ('p1'::regclass, 'p2'::regclass);`,
    'create index i on "User" (a); create index j on p (a);',
  );
  expect(findings.map((each) => [each.severity, each.message.match(/about [0-9,]+ rows/)?.[0]])).toEqual([
    ['error', 'about 5,000,000 rows'],
    ['error', 'about 1,400,000 rows'],
  ]);
});

describe('with a database, what is there already decides', () => {
  const before = `create table t (a varchar(10), b numeric(8, 2), c int, d int not null);
    alter table t add constraint k check (c is not null); create table p (i int) partition by list (i);
    create table q (i int check (i = 1)); create table r (i int); create index i on t (a);`;

  test.each<[string, string[]]>([
    ['alter table t alter a type varchar(20);', []],
    ['alter table t alter a type text;', []],
    ['alter table t alter a type varchar(5);', ['change-type-rewrites', 'not-archivable']],
    ['alter table t alter a type text using upper(a);', ['change-type-rewrites']],
    ['alter table t alter a type text[] using array[a];', ['change-type-rewrites']],
    ['alter table t alter b type numeric(12, 2);', []],
    ['alter table t alter b type numeric;', []],
    ['alter table t alter b type numeric(12, 3);', ['change-type-rewrites']],
    ['alter table t alter c type bigint;', ['change-type-rewrites']],
    ['alter table t alter c set not null;', []],
    ['alter table t alter d set not null;', []],
    ['alter table t alter a set not null;', ['set-not-null-scans']],
    ['alter table p attach partition q for values in (1);', []],
    ['alter table p attach partition r for values in (1);', ['attach-partition-scans']],
    ['drop index i;', ['drop-index-blocks']],
  ])('%s', async (sql, rules) => {
    const findings = await lintOn(before, sql);
    expect(findings.map((each) => each.rule).filter((rule) => rule !== 'breaks-old-code')).toEqual(rules);
    expect(findings.every((each) => !each.message.includes('size unknown'))).toBe(true);
  });
});

describe('with a database, size decides', () => {
  test('a small table makes it a note, a large one an error; only pending files are judged', async () => {
    const database = await ground.database();
    await database.run(
      'create table small (a int); insert into small values (1); create table large (a int); analyze; ' +
        "update pg_class set reltuples = 5000000 where oid = 'large'::regclass;",
    );
    const folder = folderOf(ground.scope, {
      'migrations/1_s.sql': 'create index i on small (a);',
      'rollbacks/1_s.sql': 'drop index i;',
      'migrations/2_l.sql': 'create index j on large (a);',
      'rollbacks/2_l.sql': 'drop index j;',
    });
    const findings = await lintPending(engineOn(database), { folder, exposedSchemas: [] });
    expect(findings.map((each) => [each.line, each.severity])).toEqual([
      [1, 'note'],
      [1, 'error'],
    ]);
    expect(findings[1]?.message).toContain('about 5,000,000 rows');
  });

  test.each([
    [undefined, 'unknown', 'size unknown'],
    [{ rows: 10, bytes: 8192 }, 'small', 'about 10 rows, 8.0 kB'],
    [{ rows: undefined, bytes: 8192 }, 'small', '8.0 kB'],
    [{ rows: 50_000, bytes: 1 << 20 }, 'medium', 'about 50,000 rows, 1.0 MB'],
    [{ rows: 10, bytes: 2 ** 31 }, 'large', 'about 10 rows, 2.0 GB'],
  ])('%j weighs %s', (size, weight, words) => {
    expect(weigh(size)).toBe(weight);
    expect(describeSize(size)).toBe(words);
  });
});
