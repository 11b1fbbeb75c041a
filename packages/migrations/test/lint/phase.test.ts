import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { loadParser } from '../../src/parse/parser.ts';
import { decidePhase } from '../../src/phase/phase.ts';
import { folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

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
    ['alter table t add c int not null;', 'contract', ['adds column t.c that inserts must provide']],
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
    ['alter table p detach partition q;', 'contract', ['detaches a partition from table p']],
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
    const decision = await decidePhase(migration, loadParser);
    expect(decision.phase).toBe(phase);
    expect(decision.reasons.map((each) => each.what)).toEqual(reasons);
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
      ['for rows that are deleted', 'delete from t where true;', true],
      ['for rows that WITH deletes', 'with x as (delete from t returning 1) select * from x;', true],
      ['not for the right to delete rows', 'grant delete on t to anon; insert into t values (1);', false],
      ['for anything else that breaks', 'alter table t rename to u;', true],
    ])('%s', async (_when, sql, loaded) => {
      const [migration] = folderOf(scope, { 'migrations/1_a.sql': sql }).migrations;
      if (migration === undefined) throw new Error('no migration');
      const judged = decidePhase(migration, () => Promise.reject(new Error('loaded')));
      await (loaded
        ? expect(judged).rejects.toThrow('loaded')
        : expect(judged).resolves.toMatchObject({ phase: 'expand' }));
    });
  });
});
