import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { down } from '../../src/down/down.ts';
import { readFolder } from '../../src/files/folder.ts';
import { type ImportOptions, importHistory, readImportPlan } from '../../src/import/import.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, type Ground, startGround } from '../ground.ts';
import { all, importGround, worldOf, write } from './import-ground.ts';
import { recordedFile } from './recorded.ts';
import { WORLDS } from './worlds.ts';

/** Histories as the tools wrote them (`recorded/`); the tools themselves are asked in `judge.test.ts`. */
let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const { folderIn, options, projectOf, recorded } = importGround(() => ground);

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
    expect(plan).toMatchObject({
      from: name,
      seesEdits: world.seesEdits,
      table: world.table,
      already: 0,
      pending: [],
      refusals: [],
      notes: [],
    });
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
    else if (name === 'supabase')
      expect(report.notes).toEqual(['20240102000000 notes: applied, and no SQL file of it is here']);
    else {
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
