import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { adopt, readAdoptPlan } from '../../src/records/adopt.ts';
import { readEdits } from '../../src/records/edits.ts';
import { readRepairPlan, repair } from '../../src/records/repair.ts';
import { readStatus } from '../../src/up/status.ts';
import { readUpPlan, up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const files = {
  'migrations/1_a.sql': 'create table a (id int);',
  'rollbacks/1_a.sql': 'drop table a;',
  'migrations/2_b.sql': 'create table b (id int);',
  'migrations/3_c.sql': 'create table c (id int);',
};
const all = { phase: 'all', allowOutOfOrder: false } as const;
const apply = (database: Database, some: Files) =>
  up(engineOn(database), { ...all, folder: folderOf(ground.scope, some) });

/** What the Supabase CLI does with a first file. */
const bySupabase = `
  create schema supabase_migrations;
  create table supabase_migrations.schema_migrations (version text not null primary key, statements text[], name text);
  create table a (id int);
  insert into supabase_migrations.schema_migrations (version, name, statements) values ('1', 'a', '{create table a (id int)}');`;

describe('adopt', () => {
  test('records what is there and runs nothing; what is newer stays pending', async () => {
    const database = await ground.database();
    await database.run('create table a (id int); create table b (id int);');
    const folder = folderOf(ground.scope, files);
    const { adopted: planned } = await readAdoptPlan(engineOn(database), { folder, to: '2' });
    expect(planned.map((each) => [each.version, each.records])).toEqual([
      ['1', 'both'],
      ['2', 'both'],
    ]);
    expect(await database.versions()).toEqual([]);
    await adopt(engineOn(database, { provenance: { actor: 'ada' } }), { folder, to: '2' });
    expect(await database.versions()).toEqual(['1', '2']);
    expect(await database.rows('select kind, version, actor from lockstep.events')).toEqual([
      ['adopt', '1', 'ada'],
      ['adopt', '2', 'ada'],
    ]);
    expect((await apply(database, files)).applied.map((each) => each.version)).toEqual(['3']);
  });

  test('gives what the Supabase CLI applied its way down', async () => {
    const database = await ground.database();
    await database.run(bySupabase);
    const folder = folderOf(ground.scope, files);
    expect((await readStatus(engineOn(database), folder)).versions).toMatchObject([
      { state: 'applied-elsewhere', hasDown: false },
      {},
      {},
    ]);
    const range = { kind: 'steps', steps: 1 } as const;
    await expect(down(engineOn(database), { range, onDataLoss: 'refuse' })).rejects.toMatchObject({
      reason: 'down-not-stored',
    });
    expect((await adopt(engineOn(database), { folder, to: '1' })).adopted).toMatchObject([
      { version: '1', records: 'side' },
    ]);
    expect((await down(engineOn(database), { range, onDataLoss: 'refuse' })).reverted).toHaveLength(1);
  });

  test('rows of an adopted table are never taken for seeds', async () => {
    const database = await ground.database();
    await database.run('create table a (id int); insert into a values (1);');
    await adopt(engineOn(database), { folder: folderOf(ground.scope, files), to: '1' });
    const report = await down(engineOn(database), { range: { kind: 'steps', steps: 1 }, onDataLoss: 'refuse' });
    expect(report.refused?.losses).toMatchObject([{ object: 'public.a', rows: 1 }]);
  });

  test('a version that is no file is refused', async () => {
    const database = await ground.database();
    await expect(adopt(engineOn(database), { folder: folderOf(ground.scope, files), to: '7' })).rejects.toThrow(
      'there is no migration 7',
    );
  });
});

describe('an edited file', () => {
  const edited = {
    ...files,
    'migrations/1_a.sql': '-- the first\ncreate table a (id bigint);',
    'rollbacks/1_a.sql': 'drop table if exists a;',
  };

  test('stops everything, and its change is shown', async () => {
    const database = await ground.database();
    await apply(database, files);
    const folder = folderOf(ground.scope, edited);
    await expect(up(engineOn(database), { ...all, folder })).rejects.toMatchObject({ reason: 'checksum-mismatch' });
    expect((await readUpPlan(engineOn(database), { ...all, folder })).refusals).toMatchObject([
      { reason: 'checksum-mismatch' },
    ]);
    expect(await readEdits(engineOn(database), folder)).toEqual([
      {
        version: '1',
        file: 'supabase/migrations/1_a.sql',
        diff: ['-create table a (id int)', '+-- the first', '+create table a (id bigint)'],
      },
    ]);
  });

  test('other line ends are no edit', async () => {
    const database = await ground.database();
    await apply(database, { 'migrations/1_a.sql': 'create table a (\n  id int\n);\n' });
    const folder = folderOf(ground.scope, { 'migrations/1_a.sql': '\ufeffcreate table a (\r\n  id int\r\n);\r\n' });
    expect((await up(engineOn(database), { ...all, folder })).applied).toEqual([]);
  });

  test('is accepted by repair, with a reason, which is kept; the new way down counts from there', async () => {
    const database = await ground.database();
    await apply(database, files);
    const folder = folderOf(ground.scope, edited);
    const options = { version: '1', does: 'accept', because: 'a comment was added', folder } as const;
    expect(await readRepairPlan(engineOn(database), options)).toMatchObject({
      does: 'accept',
      file: 'supabase/migrations/1_a.sql',
    });
    await repair(engineOn(database, { provenance: { actor: 'ada' } }), options);
    expect((await up(engineOn(database), { ...all, folder })).applied).toEqual([]);
    expect(await database.value("select down_sql from lockstep.migrations where version = '1'")).toBe(
      'drop table if exists a;',
    );
    expect(await database.rows("select actor, detail->>'because' from lockstep.events where kind = 'repair'")).toEqual([
      ['ada', 'a comment was added'],
    ]);
    expect(await readEdits(engineOn(database), folder)).toEqual([]);
  });
});

describe('repair', () => {
  test('drops a record and leaves the schema', async () => {
    const database = await ground.database();
    await apply(database, files);
    await repair(engineOn(database), { version: '3', does: 'drop', because: 'was never complete', folder: undefined });
    expect(await database.versions()).toEqual(['1', '2']);
    expect(await database.value("select to_regclass('c') is not null")).toBe(true);
  });

  test('drops what only the Supabase CLI recorded, where there is no other table', async () => {
    const database = await ground.database();
    await database.run(bySupabase);
    await repair(engineOn(database), { version: '1', does: 'drop', because: 'x', folder: undefined });
    expect(await database.versions()).toEqual([]);
  });

  test.each([
    ['no reason', { version: '1', does: 'drop', because: ' ' }, 'a reason is required'],
    ['nothing recorded', { version: '9', does: 'drop', because: 'x' }, 'version 9 is not recorded'],
    ['no file', { version: '1', does: 'accept', because: 'x' }, 'there is no file of version 1'],
  ] as const)('%s', async (_name, options, expected) => {
    const database = await ground.database();
    await apply(database, files);
    await expect(repair(engineOn(database), { ...options, folder: undefined })).rejects.toThrow(expected);
  });
});
