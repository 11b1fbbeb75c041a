import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';
import { takeDown } from './histories.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

/** Policies that bind the table's owner too hide all rows from a migrating role that must not bypass them. */
describe('rows that policies hide from the migrating role', () => {
  const asPlain = (database: Database): string => {
    const url = new URL(database.url);
    url.username = 'plain';
    return url.href;
  };

  test.each<[string, string | undefined]>([
    ['drop table own.t;', 'own.t'],
    ['alter table own.t drop n;', 'own.t.n'],
    ['alter table own.t no force row level security; delete from own.t;', 'own.t'],
    ['truncate own.t;', 'own.t'],
    ['alter table own.t alter n type bigint using 0;', 'own.t.n'],
    // They are hidden from this too.
    ['delete from own.t;', undefined],
  ])('%s', async (downSql, object) => {
    const database = await ground.database();
    await database.run(`do $$ begin create role plain login; exception when duplicate_object then null; end $$;
      grant create on database ${database.name} to plain; create schema own authorization plain;`);
    const folder = folderOf(ground.scope, {
      'migrations/1_a.sql':
        'create table own.t (i int, n int default 4); alter table own.t enable row level security, force row level security;',
      'rollbacks/1_a.sql': downSql,
    });
    const engine = engineOn(database, { url: asPlain(database) });
    expect((await up(engine, { folder, phase: 'all', allowOutOfOrder: false })).failure).toBeUndefined();
    await database.run('insert into own.t values (1, 5)');
    const report = await takeDown(database, 1, 'refuse', asPlain(database));
    expect(report.failure).toBeUndefined();
    expect(report.refused?.losses).toEqual(object && [expect.objectContaining({ object, rows: 1 })]);
    expect(await database.value('select n from own.t')).toBe(5);
    expect((await takeDown(database, 1, 'allow', asPlain(database))).failure).toBeUndefined();
  });
});
