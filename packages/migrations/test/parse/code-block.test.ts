import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { lintFolder } from '../../src/lint/lint.ts';
import { loadParser } from '../../src/parse/parser.ts';
import { decidePhase } from '../../src/phase/phase.ts';
import { folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const block = (body: string) => `do $do$ ${body} $do$;`;

describe('what a DO block does is read as far as it can be', () => {
  test.each<[string, string, string[]]>([
    [block('begin alter table t drop column c; end'), 'contract', ['drops column t.c']],
    [block('begin if exists (select 1) then drop table t; else null; end if; end'), 'contract', ['drops table t']],
    [block("begin execute 'drop table ' || 't'; end"), 'contract', ['drops table t']],
    [block("begin execute 'drop table ' || quote_ident(x) || ' cascade'; end"), 'contract', ['drops table …']],
    [block("begin execute 'alter table t rename a to b'; end"), 'contract', ['renames column t.a to b']],
    [block('begin execute $q$drop view v$q$; end'), 'contract', ['drops view v']],
    [
      block(
        "declare r record; begin for r in select relname from pg_class loop execute format('alter table %I drop column c', r.relname); end loop; end",
      ),
      'contract',
      ['drops column ….c'],
    ],
    [block("begin create type e as enum ('drop'); exception when duplicate_object then null; end"), 'expand', []],
    [block('begin update t set a = case when b then 1 else 2 end where c; end'), 'expand', []],
    [block('begin create table n (i int); alter table n drop column i; end'), 'expand', []],
    ['create function f() returns void language plpgsql as $f$ begin drop table t; end $f$;', 'expand', []],
  ])('%s', async (sql, phase, reasons) => {
    const [migration] = folderOf(scope, { 'migrations/1_a.sql': sql }).migrations;
    if (migration === undefined) throw new Error('no migration');
    const decision = await decidePhase(migration, loadParser);
    expect(decision.phase).toBe(phase);
    expect(decision.reasons.map((each) => each.what)).toEqual(reasons);
  });
});

test.each<[string, string[]]>([
  [block('begin create index i on t (a); end'), ['create-index-blocks']],
  [block('begin update t set a = case when b then 1 else 2 end; end'), ['writes-every-row']],
  [block('begin execute sql; end'), ['unreadable-code']],
  [block("begin execute 'select ' || f(x); end"), []],
  [block("begin execute format('%s', x); end"), ['unreadable-code']],
  ['do language plpython3u $$ x $$;', ['unreadable-code']],
  [
    `-- lockstep: allow unreadable-code because it only makes grants\n${block('begin execute sql; end')}`,
    ['unreadable-code'],
  ],
  [
    `-- lockstep: allow create-index-blocks because it is empty\n${block('begin create index i on t (a); end')}`,
    ['create-index-blocks'],
  ],
  [block("begin raise notice 'drop table t'; perform pg_sleep(0); end"), []],
  [block('begin perform f(); end'), ['unseen-code']],
  [block('declare x int; begin x := f(); end'), ['unseen-code']],
  [block('declare x int; begin select f(1) into strict x from t; end'), ['unseen-code']],
  [block('declare r record; begin for r in select f(id) from t loop null; end loop; end'), ['unseen-code']],
  [
    block('declare r record; begin for r in delete from t returning id loop null; end loop; end'),
    ['writes-every-row', 'breaks-old-code', 'destroys-data'],
  ],
  [block('begin call p(); end'), ['unseen-code']],
  [block('declare n int; begin select count(*) into n from t; end'), []],
  [
    block('begin with x as (delete from t returning 1) insert into u select * from x; end'),
    ['writes-every-row', 'breaks-old-code', 'destroys-data'],
  ],
])('findings on %s', async (sql, rules) => {
  const folder = folderOf(scope, { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing' });
  const findings = await lintFolder({ folder, exposedSchemas: [], pending: undefined });
  expect(findings.map((each) => each.rule)).toEqual(rules);
  if (sql.startsWith('-- lockstep')) expect(findings[0]?.allowed).toBeDefined();
});
