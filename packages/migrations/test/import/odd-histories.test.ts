import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { importHistory, readImportPlan } from '../../src/import/import.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { engineOn, type Ground, startGround } from '../ground.ts';
import { all, importGround, worldOf, write } from './import-ground.ts';
import { recordedFile } from './recorded.ts';
import { SAME_NUMBER } from './worlds.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const { folderIn, options, projectOf, recorded } = importGround(() => ground);

describe('what else a tool may have written', () => {
  test('a baseline of Flyway stands for all before it', async () => {
    const world = worldOf('flyway');
    const database = await recorded('flyway-baseline');
    const report = await importHistory(engineOn(database), options(projectOf(world.files), world));
    expect(report.taken).toMatchObject([
      { version: '1', text: 'unknown' },
      { version: '1.2', text: 'same' },
    ]);
  });

  test('what Flyway rolled back, or marked as deleted, counts no more', async () => {
    const world = worldOf('flyway');
    const database = await recorded('flyway');
    await database.run(
      "insert into flyway_schema_history values (3, '1.2', 'notes', 'UNDO_SQL', 'U1_2__notes.sql', 1, 'postgres', now(), 1, true)",
    );
    const report = await readImportPlan(engineOn(database), options(projectOf(world.files), world));
    expect(report).toMatchObject({ taken: [{ version: '1' }], pending: ['db/V1_2__notes.sql'], notes: [] });
  });

  test('what Flyway rolled back is pending in "up" as well, once the rest is taken over', async () => {
    const world = worldOf('flyway');
    const database = await recorded('flyway');
    await database.run(
      "drop table notes; insert into flyway_schema_history values (3, '1.2', 'notes', 'UNDO_SQL', 'U1_2__notes.sql', 1, 'postgres', now(), 1, true)",
    );
    const project = projectOf(world.files);
    await importHistory(engineOn(database), options(project, world));
    const { applied } = await up(engineOn(database), { ...all, folder: folderIn(project, world.directory) });
    expect(applied).toMatchObject([{ version: '1.2' }]);
  });

  test.each<[string, string]>([
    ['dbmate', "insert into schema_migrations values ('weird')"],
    ['supabase', "insert into supabase_migrations.schema_migrations values ('2024_x', null, 'other')"],
    ['flyway', "update flyway_schema_history set version = 'R' where version = '1.2'"],
  ])('%s: a row whose version is no number is named, and not recorded', async (name, sql) => {
    const world = worldOf(name);
    const database = await recorded(name);
    await database.run(sql);
    const report = await importHistory(engineOn(database), options(projectOf(world.files), world));
    expect(report).toMatchObject({
      refusals: [],
      taken: expect.arrayContaining([expect.objectContaining({ version: world.versions[0] })]),
    });
    const label = { dbmate: 'weird', supabase: '2024_x', flyway: 'V1_2__notes.sql' }[name];
    expect(report.notes).toEqual([
      `${label}: applied, and no SQL file of it is here: not recorded, for it has no number`,
    ]);
  });

  test('a row of the Supabase CLI without a file is named, and not recorded a second time', async () => {
    const world = worldOf('supabase');
    const database = await recorded('supabase');
    await database.run(
      "insert into supabase_migrations.schema_migrations values ('20240109000000', array['select 1'], 'remote_only')",
    );
    const report = await importHistory(engineOn(database), options(projectOf(world.files), world));
    expect(report.taken).toHaveLength(2);
    expect(report.notes).toEqual(['20240109000000 remote_only: applied, and no SQL file of it is here']);
  });

  test.each([
    ["create table users (id int primary key, name text default 'a  b;c')", "'a  b;c'", "'a b c'"],
    ['create function f() returns int language sql as $$ select 1; $$', '$$ select 1; $$', '$$  select 1 $$'],
    ['create table users (id int); create table notes (id int)', 'users (id int); create', 'users (id int) create'],
    ['create table "a  b" (id int)', '"a  b"', '"a b"'],
  ])('the Supabase CLI: an edit within a token is an edit: %s', async (sql, from, to) => {
    const database = await ground.database();
    const [version] = worldOf('supabase').versions;
    const quoted = sql.replaceAll("'", "''");
    const statements = sql.includes('; create')
      ? quoted
          .split('; ')
          .map((each) => `'${each}'`)
          .join(', ')
      : `'${quoted}'`;
    await database.run(
      `${recordedFile('supabase').sql}; truncate supabase_migrations.schema_migrations;
       insert into supabase_migrations.schema_migrations values ('${version}', array[${statements}], 'users')`,
    );
    const world = worldOf('supabase');
    const file = `supabase/migrations/${version}_users.sql`;
    const textOf = async (text: string) =>
      (await readImportPlan(engineOn(database), options(projectOf({ [file]: text }), world))).refusals.map(
        (each) => each.file,
      );
    // Line ends, spaces between tokens and what ends the last statement are no difference.
    expect(await textOf(`  ${sql.replace('create', 'create\r\n ')} ;;\r\n`)).toEqual([]);
    expect(await textOf(`${sql.replace(from, () => to)};\n`)).toEqual([file]);
  });

  test('a second try of Prisma, after the first was marked as rolled back', async () => {
    const world = worldOf('prisma');
    const database = await recorded('prisma-resolved');
    const project = projectOf({ ...world.files, ...world.next });
    const report = await readImportPlan(engineOn(database), options(project, world));
    expect(report).toMatchObject({ refusals: [], pending: [] });
    expect(report.taken).toHaveLength(3);
  });

  test('folders of one number, of which one was merged late', async () => {
    const { files, next, versions } = SAME_NUMBER;
    const database = await ground.database();
    await database.run(recordedFile('prisma-same-number').sql);
    const engine = engineOn(database);
    const project = projectOf(files);
    const { taken } = await importHistory(engine, options(project, SAME_NUMBER));
    expect(taken.map(({ text, version }) => [version, text])).toEqual(versions.map((each) => [each, 'same']));
    write(project, next);
    const folder = folderIn(project, SAME_NUMBER.directory);
    // By its name alone it would be the first, and the others another version than they are recorded as.
    expect(folder.migrations.map(({ name, version }) => `${version} ${name}`)).toEqual([
      '0 init',
      '20240101000000 age',
      '20240101000000.01 notes',
      '20240101000000.02 users',
    ]);
    const { versions: all } = await readStatus(engine, folder);
    expect(all.map(({ name, state, version }) => `${version} ${name} ${state}`)).toEqual([
      '0 init applied',
      '20240101000000 notes applied',
      '20240101000000.01 users applied',
      '20240101000000.02 age pending',
    ]);
    const again = await importHistory(engine, options(project, SAME_NUMBER));
    expect(again).toMatchObject({ already: 3, taken: [], refusals: [], pending: [expect.stringContaining('_age/')] });
  });

  test('folders of one number, of which one is gone and one is another', async () => {
    const { files } = SAME_NUMBER;
    const database = await ground.database();
    await database.run(recordedFile('prisma-same-number').sql);
    const left = Object.entries(files).filter(([file]) => !file.includes('_notes'));
    const project = projectOf({ ...Object.fromEntries(left), ...SAME_NUMBER.next });
    const report = await importHistory(engineOn(database), options(project, SAME_NUMBER));
    expect(report.refusals).toEqual([]);
    expect(report.taken.map(({ file, name, version }) => [version, name, file !== ''])).toEqual([
      ['0', 'init', true],
      ['20240101000000', 'notes', false],
      ['20240101000000.01', 'users', true],
    ]);
    expect(report.pending).toEqual(['prisma/migrations/20240101000000_age/migration.sql']);
  });

  test('another file of the same number: it is not what was applied', async () => {
    const world = worldOf('node-pg-migrate');
    const database = await recorded('node-pg-migrate');
    await database.run("update pgmigrations set name = '1700000000000_people' where name = '1700000000000_users'");
    const report = await importHistory(engineOn(database), options(projectOf(world.files), world));
    expect(report.refusals).toMatchObject([
      {
        reason: 'import-differs',
        message: expect.stringContaining('applied 1700000000000_people, which has this version'),
      },
    ]);
  });

  test('programs that were applied are recorded, those that were not are refused by "up"', async () => {
    const world = worldOf('node-pg-migrate');
    const database = await recorded('node-pg-migrate');
    const code = 'exports.up = (pgm) => pgm.sql("");';
    const [, second = ''] = Object.keys(world.files);
    const files = { ...world.files, [second.replace('.sql', '.js')]: code, 'db/1700000000009_x.js': code };
    const project = projectOf(Object.fromEntries(Object.entries(files).filter(([name]) => name !== second)));
    const report = await importHistory(engineOn(database), options(project, world));
    expect(report.taken).toMatchObject([{ hasDown: true }, { version: '1700000000001', file: '' }]);
    await expect(up(engineOn(database), { ...all, folder: folderIn(project, 'db') })).rejects.toThrow(
      'db/1700000000009_x.js: a migration in JavaScript, which only node-pg-migrate can run',
    );
  });
});
