import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { up } from '../src/up/up.ts';
import { verify } from '../src/verify/verify.ts';
import { engineOn, folderOf, type Ground, startGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const files = {
  'migrations/1_a.sql': 'create table a (i int); set search_path = pg_catalog;',
  'rollbacks/1_a.sql': 'drop table a;',
  // In parts, with a session that was cleared in between.
  'migrations/2_b.sql': 'create table b (i int); create index concurrently b_i on b (i); create table c (i int);',
  'rollbacks/2_b.sql': 'drop table b; drop table c;',
};

test.each(['schema=app', 'search_path=app', 'currentSchema=app,public', 'options=-c%20search_path%3Dapp'])(
  'unqualified names are made where the URL says: %s',
  async (query) => {
    const database = await ground.database();
    await database.run('create schema app');
    const engine = engineOn(database, { url: `${database.url}${database.url.includes('?') ? '&' : '?'}${query}` });
    const folder = folderOf(ground.scope, files);
    expect((await verify(engine, { folder, shadowUrl: undefined })).files).toMatchObject([
      { problems: [] },
      { problems: [] },
    ]);
    await up(engine, { folder, phase: 'all', allowOutOfOrder: false });
    expect(
      await database.rows(
        "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = relnamespace where relname in ('a', 'b', 'c') and relkind = 'r' order by 2",
      ),
    ).toEqual([
      ['app', 'a'],
      ['app', 'b'],
      ['app', 'c'],
    ]);
  },
);
