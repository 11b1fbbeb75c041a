import { expect, test } from '@jest/globals';
import { blocks, locksOf } from '../../src/lint/locks.ts';
import { loadParser } from '../../src/parse/parser.ts';

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
