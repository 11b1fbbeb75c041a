import { expect, test } from '@jest/globals';
import { type Cover, coverOf, mergeCover } from '../../src/conditions/covers.ts';
import { loadParser } from '../../src/parse/parser.ts';
import { nothingKnown } from '../../src/picture/known.ts';
import { Picture } from '../../src/picture/picture.ts';

/** Tables as older files make them. */
async function picture(): Promise<Picture> {
  const parse = await loadParser();
  const found = new Picture(nothingKnown);
  for (const sql of [
    'create table t (id bigint primary key, name text, kind text not null, at timestamptz, u_id int, active boolean)',
    'create table u (id int primary key, banned boolean)',
  ])
    found.take(parse(sql));
  found.settle();
  return found;
}

async function coverBy(sql: string): Promise<Cover | undefined> {
  const parsed = (await loadParser())(sql);
  if (parsed === undefined) throw new Error(`not parsed: ${sql}`);
  return (parsed.type === 'MergeStmt' ? mergeCover : coverOf)(parsed.fields, await picture());
}

test.each<[Cover, string]>([
  ['all', 'true'],
  ['all', '1 = 1'],
  ['all', "'a' = 'a'"],
  ['all', '1 < 2'],
  ['all', 'not false'],
  ['all', 'not (1 = 2)'],
  ['all', '(select true)'],
  ['all', 'true is true'],
  ['all', 'exists (select 1)'],
  ['all', 'exists (select count(*) from u where banned)'],
  ['all', 'not exists (select 1 where false)'],
  ['all', 'id is not null'],
  ['all', 'kind is not null'],
  ['all', 'not (id is null)'],
  ['all', "coalesce(name, '') is not null"],
  ['all', 'ctid is not null'],
  ['all', 'id is distinct from null'],
  ['all', 'id = id'],
  ['all', 't.id = id'],
  ['all', 'name >= name'],
  ['all', 'id is not distinct from id'],
  ['all', "name like '%'"],
  ['all', "name ~ '.*'"],
  ['all', 'length(name) >= 0'],
  ['all', 'length(name) > -1'],
  ['all', 'name is null or name is not null'],
  ['all', "name = 'a' or name <> 'a'"],
  ['all', 'active or not active'],
  ['all', 'id in (select id from t)'],
  ['all', 'name in (select name from public.t)'],
  ['all', 'id in (select id from t where true order by id)'],
  ['all', 'id = any (select id from t)'],
  ['all', 'id = any (array(select id from t))'],
  ['all', '(id, name) in (select id, name from t)'],
  ['all', 'created_at <= now()'],
  ['all', "created_at > '1970-01-01'"],
  ['all', 'updated_at < current_timestamp'],
  ['all', "name = 'x' or true"],
  ['all', "not (name = 'x' and false)"],

  ['same', 'current_user = session_user'],
  ['same', "now() > '2000-01-01'"],
  ['same', 'exists (select 1 from u)'],
  ['same', 'exists (select 1 from u where u.banned)'],
  ['same', '(select count(*) from u) > 0'],

  ['bound', 'id > 0'],
  ['bound', '0 < id'],
  ['bound', 'id >= 1'],
  ['bound', 'id > -1 and true'],
  ['bound', 't.id > 0'],
  ['bound', 'id <> 0'],
  ['bound', 'not (id = 0)'],
  ['bound', 'id not in (0, 1)'],
  ['bound', "id::text <> ''"],
  ['bound', "id > '00000000-0000-0000-0000-000000000000'"],
  ['bound', "id <= 'ffffffff-ffff-ffff-ffff-ffffffffffff'"],
  ['bound', 'id between 1 and 2147483647'],
  ['bound', 'id >= 1 and id < 99999999'],
  ['bound', 'id < 1000000000'],
  ['bound', 'id >= (select min(id) from t)'],
  ['bound', 'id <= (select max(id) from t)'],
  ['bound', 'id in (select id from t where id > 0)'],
  ['bound', "id > 0 or name = 'x'"],
  ['bound', '(id > 0) is true'],
  ['bound', 'id > 0 and kind is not null'],

  ['join', 'u_id in (select id from u)'],
  ['join', 'exists (select 1 from u where u.id = t.u_id)'],
])('%s: %s', async (cover, where) => {
  expect(await coverBy(`update t set name = 'x' where ${where}`)).toBe(cover);
  expect(await coverBy(`delete from t where ${where}`)).toBe(cover);
});

test.each([
  'id = 5',
  'id in (1, 2, 3)',
  'id = any (array[1, 2])',
  'id between 1 and 1000',
  'id >= 2000000 and id < 2010000',
  'id < 1000',
  'id > 0 and name is null',
  'id > v_last',
  'id > v_last and id <= v_last + 1000',
  'id between v_from and v_to',
  'id is null',
  'name is null',
  'name is not null',
  "name <> 'x'",
  "name like 'a%'",
  'length(name) > 0',
  'name = lower(name)',
  'active',
  'not active',
  'at < now()',
  "created_at < now() - interval '1 day'",
  "created_at < '2024-01-01'",
  'id % 10 = 0',
  'random() < 0.1',
  'id = rec.id',
  'id = (select max(id) from t)',
  'id in (select id from t where name is null)',
  'id in (select id from t limit 1000)',
  'id in (select min(id) from t group by name)',
  'u_id in (select id from u where banned)',
  'u_id in (select 5)',
  'u_id not in (select id from u)',
  'exists (select 1 from u where u.id = t.u_id and u.banned)',
  'not exists (select 1 from u where u.id = t.u_id)',
  'exists (select 1 from t other where other.name = t.name and other.id < t.id)',
  'false',
  '1 = 0',
  'current of c',
])('chooses: %s', async (where) => {
  expect(await coverBy(`update t set name = 'x' where ${where}`)).toBeUndefined();
});

test.each<[Cover | undefined, string]>([
  ['all', 'delete from t'],
  ['all', 'delete from t using u where true'],
  ['join', 'delete from t using u where t.u_id = u.id'],
  ['join', 'delete from t using u where t.u_id = u.id and t.id > 0'],
  ['join', 'update t set name = u.x from (select id, count(*) x from u group by id) u where u.id = t.u_id'],
  ['join', 'with b as (select id from u) update t set name = $1 from b where b.id = t.u_id'],
  ['join', 'merge into t using u on t.u_id = u.id when matched then delete'],
  ['join', 'merge into t using u on t.u_id = u.id when matched and true then delete'],
  ['all', 'merge into t using u on true when matched then delete'],
  [undefined, 'delete from t using u where t.u_id = u.id and u.banned'],
  [undefined, "delete from t using u where t.u_id = u.id and t.kind = 'x'"],
  [undefined, 'delete from t a using t b where a.id < b.id and a.name = b.name'],
  [undefined, "update t set name = v.name from (values (1, 'a')) v (id, name) where v.id = t.id"],
  [undefined, 'update t set name = b.name from (select id, name from t limit 1000) b where b.id = t.id'],
  [undefined, 'with b as (select id from t limit 1000 for update) update t set name = $1 from b where b.id = t.id'],
  [
    'join',
    'with recursive r as (select id from u union all select id from r) delete from t where u_id in (select id from r)',
  ],
  [undefined, 'merge into t using u on t.u_id = u.id when matched and u.banned then delete'],
  [undefined, 'merge into t using (values (1)) v (id) on t.id = v.id when matched then delete'],
  [undefined, 'merge into t using u on t.u_id = u.id when not matched then insert (id) values (1)'],
])('%s: %s', async (cover, sql) => {
  expect(await coverBy(sql)).toBe(cover);
});
