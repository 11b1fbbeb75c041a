import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { readFolder } from '../../src/files/folder.ts';
import { type ImportOptions, importHistory, readImportPlan } from '../../src/import/import.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, type Ground, startGround } from '../ground.ts';
import { recordedFile } from './recorded.ts';
import { SAME_NUMBER, WORLDS, type World } from './worlds.ts';

/** Histories as the tools wrote them (`recorded/`); the tools themselves are asked in `judge.test.ts`. */
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const worldOf = (name: string) => WORLDS.find(({ tool }) => tool === name) as World;
const all = { phase: 'all', allowOutOfOrder: false } as const;
const SCHEMA = 'create table users (id int primary key, name text); create table notes (id int, note text)';

function write(project: string, files: Files): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  }
  return project;
}

const projectOf = (files: Files) => write(ground.scope.folder('lockstep-import-'), files);

async function recorded(name: string): Promise<Database> {
  const database = await ground.database();
  await database.run(`${recordedFile(name).sql}; ${SCHEMA}`);
  return database;
}

const folderIn = (project: string, directory: string) =>
  readFolder({ directory, downDirectory: 'supabase/rollbacks', layout: 'auto', base: project });

function options(project: string, world: Pick<World, 'directory'>, more: Partial<ImportOptions> = {}): ImportOptions {
  const { directory } = world;
  return {
    folder: folderIn(project, directory),
    directory,
    base: project,
    from: 'auto',
    table: '',
    because: '',
    ...more,
  };
}

const dump = async (database: Database, table: string) => database.rows(`select t::text from ${table} t order by 1`);
/** Whether anything of ours is there. */
const ours = (database: Database) =>
  database.rows("select nspname from pg_namespace where nspname in ('lockstep', 'supabase_migrations')");

describe.each(WORLDS.map((world) => [world.tool, world] as const))('%s', (name, world) => {
  const [first, second, third] = world.versions;

  test('is recognized, taken over once, left as it is, and gone on from', async () => {
    const database = await recorded(name);
    const theirs = await dump(database, world.table);
    const project = projectOf(world.files);
    const engine = engineOn(database);

    const plan = await readImportPlan(engine, options(project, world));
    expect(plan).toMatchObject({ from: name, table: world.table, already: 0, pending: [], refusals: [], notes: [] });
    const text = world.seesEdits ? 'same' : 'unknown';
    const both = [first, second].map((version) => expect.objectContaining({ version, hasDown: true, text }));
    expect(plan.taken).toEqual(both);
    if (name !== 'supabase') expect(await ours(database)).toEqual([]);

    expect((await importHistory(engine, options(project, world))).taken).toEqual(both);
    const again = await importHistory(engine, options(project, world));
    expect(again).toMatchObject({ taken: [], already: 2, refusals: [] });
    expect(await dump(database, world.table)).toEqual(theirs);
    const events = await database.rows("select kind, version, detail->>'from' from lockstep.events order by id");
    expect(events).toEqual([
      ['adopt', first, name],
      ['adopt', second, name],
    ]);

    write(project, world.next);
    const status = await readStatus(engine, folderIn(project, world.directory));
    expect(status.versions.map(({ state }) => state)).toEqual(['applied', 'applied', 'pending']);
    expect((await up(engine, { ...all, folder: folderIn(project, world.directory) })).applied).toMatchObject([
      { version: third },
    ]);
    const back = await down(engine, { range: { kind: 'steps', steps: 2 }, onDataLoss: 'allow' });
    expect(back.reverted.map(({ version }) => version)).toEqual([third, second]);
    expect(await database.value("select to_regclass('notes')::text")).toBe(null);
  });

  test('an edited file is refused by name where its history shows it, or counts with a reason', async () => {
    const database = await recorded(name);
    const project = projectOf({ ...world.files, ...world.edited });
    const engine = engineOn(database);
    const [file = ''] = Object.keys(world.edited);
    const report = await importHistory(engine, options(project, world));
    if (!world.seesEdits) {
      expect(report).toMatchObject({ refusals: [], taken: [{ text: 'unknown' }, { text: 'unknown' }] });
      return;
    }
    expect(report).toMatchObject({ taken: [], refusals: [{ reason: 'import-differs', file }] });
    expect(report.refusals[0]?.message).toMatch(new RegExp(`^${file}: edited since .* applied it; restore it`));
    if (name !== 'supabase') expect(await ours(database)).toEqual([]);

    const because = 'only a comment';
    const accepted = await importHistory(engine, options(project, world, { because }));
    expect(accepted.taken).toMatchObject([{ version: first, text: 'accepted' }, { text: 'same' }]);
    const again = await importHistory(engine, options(project, world));
    expect(again).toMatchObject({ taken: [], already: 2, refusals: [] });
    expect(await database.value("select detail->>'because' from lockstep.events order by id limit 1")).toBe(because);
    const status = await readStatus(engine, folderIn(project, world.directory));
    expect(status.versions.map(({ state }) => state)).toEqual(['applied', 'applied']);
  });

  test('a file that is gone is recorded all the same, and what it never applied stays pending', async () => {
    const database = await recorded(name);
    const project = projectOf({ ...world.files, ...world.next });
    const rest = readFolder({
      ...{ directory: world.directory, downDirectory: 'none', layout: 'auto' },
      base: project,
    });
    const [, gone, added] = rest.migrations;
    const folder = { ...rest, migrations: rest.migrations.filter((each) => each !== gone) };
    const report = await importHistory(engineOn(database), options(project, world, { folder }));
    expect(report).toMatchObject({ refusals: [], pending: [added?.file] });
    // golang-migrate names but the last one; Drizzle a time; the Supabase CLI's history is ours.
    if (name === 'drizzle') expect(report.notes).toEqual([expect.stringMatching(/not recorded, for it has no number/)]);
    else if (name !== 'supabase') {
      expect(report.notes).toEqual([expect.stringMatching(/no SQL file of it is here: recorded without a down/)]);
      expect(report.taken).toMatchObject([{ version: first }, { version: second, file: '', hasDown: false }]);
      expect((await readStatus(engineOn(database), folder)).versions).toMatchObject([
        ...[{ state: 'applied' }, { state: 'no-file' }, { state: 'pending' }],
      ]);
    }
  });
});

describe('what stopped half-way is refused by name, and nothing is written', () => {
  test.each<[string, Files, string]>([
    ['golang-migrate', { 'db/11_half.up.sql': 'select 1;' }, 'dirty at 11.* "migrate force 11"'],
    [
      'prisma',
      { 'prisma/migrations/20240103000000_half/migration.sql': 'select 1;' },
      '20240103000000_half failed there: .* "prisma migrate resolve --applied 20240103000000_half"',
    ],
  ])('%s', async (name, files, words) => {
    const world = worldOf(name);
    const database = await recorded(`${name}-failed`);
    const project = projectOf({ ...world.files, ...files });
    const report = await importHistory(engineOn(database), options(project, world));
    const [file] = Object.keys(files);
    expect(report).toMatchObject({ taken: [], refusals: [{ reason: 'import-incomplete', file }] });
    expect(report.refusals[0]?.message).toMatch(new RegExp(words));
    expect(await ours(database)).toEqual([]);
  });

  test('flyway, which on PostgreSQL writes it only where an older version or a person does', async () => {
    const world = worldOf('flyway');
    const database = await recorded('flyway');
    await database.run("update flyway_schema_history set success = false where version = '1.2'");
    const report = await importHistory(engineOn(database), options(projectOf(world.files), world));
    expect(report.refusals).toMatchObject([
      {
        reason: 'import-incomplete',
        message: expect.stringContaining('V1_2__notes.sql failed'),
        file: 'db/V1_2__notes.sql',
      },
    ]);
  });

  test('what we left half-way ourselves', async () => {
    const world = worldOf('dbmate');
    const database = await recorded('dbmate');
    const project = projectOf(world.files);
    await importHistory(engineOn(database), options(project, world));
    await database.run("update lockstep.migrations set state = 'reverting' where version = '20240102000000'");
    const report = await importHistory(engineOn(database), options(project, world));
    expect(report.refusals).toMatchObject([{ reason: 'import-incomplete', file: 'db/20240102000000_notes.sql' }]);
  });
});

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

describe('whose history it is', () => {
  const dbmate = worldOf('dbmate');
  const fail = async (database: Database, more: Partial<ImportOptions> = {}, files: Files = dbmate.files) => {
    const project = projectOf(files);
    const asked = importHistory(engineOn(database), options(project, dbmate, more));
    return asked.then(() => '', String);
  };

  test('none', async () => {
    const database = await ground.database();
    expect(await fail(database)).toContain('from: this database has no history of dbmate (schema_migrations)');
    expect(await fail(database, { from: 'flyway' })).toContain('no history of Flyway (flyway_schema_history');
    expect(await fail(database, { table: 'public.nope' })).toContain('public.nope is no history of dbmate');
    expect(await ours(database)).toEqual([]);
  });

  test('one of programs', async () => {
    const database = await ground.database();
    await database.run("create table knex_migrations (name text); insert into knex_migrations values ('1_a.js')");
    expect(await fail(database)).toContain('made by Knex (public.knex_migrations): its migrations are no SQL files');
  });

  test('two, of which the folder shows one, or the caller says one', async () => {
    const database = await recorded('dbmate');
    await database.run(recordedFile('node-pg-migrate').sql);
    const project = projectOf(dbmate.files);
    const report = await readImportPlan(engineOn(database), options(project, dbmate));
    expect(report.from).toBe('dbmate');
    const flyway = { 'db/V1__a.sql': 'select 1;' };
    expect(await fail(database, {}, flyway)).toContain(
      'the histories of node-pg-migrate (public.pgmigrations), dbmate (public.schema_migrations); say which with `from`',
    );
    const other = await importHistory(engineOn(database), options(projectOf(flyway), dbmate, { from: 'dbmate' }));
    expect(other).toMatchObject({ taken: [], refusals: [{ reason: 'import-unrelated' }] });
  });

  test('a table of another name, and one that this role may not read', async () => {
    const database = await recorded('dbmate');
    await database.run(
      'create schema ops; alter table schema_migrations set schema ops; alter table ops.schema_migrations rename to done',
    );
    expect(await fail(database)).toContain('has no history of dbmate');
    const table = 'ops.done';
    const project = projectOf(dbmate.files);
    const report = await importHistory(engineOn(database), options(project, dbmate, { from: 'dbmate', table }));
    expect(report).toMatchObject({ from: 'dbmate', table });
    expect(report.taken).toHaveLength(2);
  });

  test('repeatable migrations of Flyway are refused by name', async () => {
    const world = worldOf('flyway');
    const database = await recorded('flyway');
    const project = projectOf({ ...world.files, 'db/R__views.sql': 'select 1;' });
    await expect(importHistory(engineOn(database), options(project, world))).rejects.toThrow(
      'db/R__views.sql: a repeatable migration, which Flyway runs again',
    );
    expect(await ours(database)).toEqual([]);
  });
});
