import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { readStatus } from '../../src/up/status.ts';
import { engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { applyOn } from './apply.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());
const apply = applyOn(() => ground);

describe('a file that cannot be one transaction', () => {
  const mixed = (last: string) => ({
    'migrations/1_mixed.sql': `create table t (id int);\ninsert into t values (1), (1);\ncreate index concurrently i on t (id);\n${last}`,
  });

  test('goes on behind the last segment that is done', async () => {
    const database = await ground.database();
    const first = await apply(database, mixed('insert into t values (wrong);'));
    expect(first.failure).toMatchObject({ reason: 'statement-failed', line: 4, segmentsDone: 2 });
    expect(first.failure?.segmentsDone).toBe(2);
    expect(await database.versions()).toEqual([]);
    expect((await readStatus(engineOn(database), folderOf(ground.scope, mixed('')))).versions).toMatchObject([
      { state: 'partial' },
    ]);
    const second = await apply(database, mixed('insert into t values (2);'));
    expect(second.failure).toBeUndefined();
    expect(await database.versions()).toEqual(['1']);
    expect(await database.value('select count(*)::int from t')).toBe(3);
    expect(await database.rows('select state, array_length(segment_digests, 1) from lockstep.migrations')).toEqual([
      ['applied', 3],
    ]);
  });

  test('refuses to go on when a segment that is done was edited', async () => {
    const database = await ground.database();
    await apply(database, mixed('insert into t values (wrong);'));
    const edited = {
      'migrations/1_mixed.sql': mixed('select 1;')['migrations/1_mixed.sql'].replace('(1), (1)', '(1), (2)'),
    };
    await expect(apply(database, edited)).rejects.toThrow('1_mixed.sql:1: segment 1 was edited after it was committed');
  });

  test('keeps the search_path of its finished part when another session goes on', async () => {
    const database = await ground.database();
    await database.run('create schema s; create table s.t (id int);');
    const sql = 'set search_path = s;\ncreate index concurrently i on t (id);\n';
    await apply(database, { 'migrations/1_a.sql': `${sql}select wrong;` });
    const report = await apply(database, { 'migrations/1_a.sql': `${sql}insert into t values (1);` });
    expect(report.failure).toBeUndefined();
    expect(await database.value('select count(*)::int from s.t')).toBe(1);
  });

  test('is cut the same way when it goes on, also where only the server knew how', async () => {
    const database = await ground.database();
    await database.run(
      'create table t (id int); create procedure p() language plpgsql as $$ begin insert into t values (1); commit; end $$;',
    );
    const sql = 'insert into t values (0);\ncall p();\n';
    const first = await apply(database, { 'migrations/1_a.sql': `${sql}select wrong;` });
    expect(first.failure).toMatchObject({ segmentsDone: 2 });
    const report = await apply(database, { 'migrations/1_a.sql': `${sql}insert into t values (2);` });
    expect(report.failure).toBeUndefined();
    expect(await database.rows('select id from t order by 1')).toEqual([[0], [1], [2]]);
  });

  test('an index whose build failed is dropped, and built again by the next run', async () => {
    const database = await ground.database();
    await database.run('create table t (id int); insert into t values (1), (1);');
    const files = { 'migrations/1_unique.sql': 'create unique index concurrently u on t (id);' };
    const first = await apply(database, files);
    expect(first.failure).toMatchObject({ sqlState: '23505' });
    expect(first.failure?.message).not.toContain('(1)');
    expect(await database.value("select to_regclass('u')")).toBeNull();
    await database.run('delete from t where ctid = (select min(ctid) from t)');
    expect((await apply(database, files)).failure).toBeUndefined();
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(true);
  });

  test('an invalid index that a killed runner left is found, even behind IF NOT EXISTS', async () => {
    const database = await ground.database();
    await database.run('create table t (id int); insert into t values (1), (1);');
    await database.run('create unique index concurrently u on t (id)').catch(() => undefined);
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(false);
    await database.run('delete from t where ctid = (select min(ctid) from t)');
    const files = { 'migrations/1_unique.sql': 'create unique index concurrently if not exists u on t (id);' };
    expect((await apply(database, files)).failure).toBeUndefined();
    expect(await database.value("select indisvalid from pg_index where indexrelid = 'u'::regclass")).toBe(true);
  });

  test('waits for old transactions longer than lock-timeout: an index that is built concurrently blocks nobody', async () => {
    const database = await ground.database();
    await database.run('create table t (id int);');
    const old = await database.client();
    await old.query('begin; insert into t values (1)');
    const running = apply(
      database,
      { 'migrations/1_i.sql': 'create index concurrently i on t (id);' },
      { limits: { lockTimeoutMs: 50 } },
    );
    await database.until('waits');
    // Real time: many times the lock timeout; a longer wait shows no less.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await old.query('commit');
    await old.end();
    expect(await running).toMatchObject({ failure: undefined, applied: [{ tries: 1 }] });
  });

  test('whose way down was interrupted goes on there, and up waits until it is done', async () => {
    const database = await ground.database();
    const files = {
      'migrations/1_a.sql': 'create table t (id int); create index concurrently i on t (id);',
      'rollbacks/1_a.sql': 'drop index concurrently i;\ndrop table nope;\n',
    };
    await apply(database, files);
    const range = { kind: 'steps', steps: 1 } as const;
    const report = await down(engineOn(database), { range, onDataLoss: 'refuse' });
    expect(report.failure).toMatchObject({ sqlState: '42P01', segmentsDone: 1 });
    await expect(apply(database, files)).rejects.toMatchObject({ reason: 'down-incomplete' });
    await database.run('create table nope (id int)');
    expect((await down(engineOn(database), { range, onDataLoss: 'refuse' })).reverted).toHaveLength(1);
    expect(await database.versions()).toEqual([]);
  });
});
