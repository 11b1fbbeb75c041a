import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { down } from '../../src/down/down.ts';
import { readFolder } from '../../src/files/folder.ts';
import { type ImportOptions, importHistory, readImportPlan } from '../../src/import/import.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, type Ground, startGround } from '../ground.ts';
import { REAL_TOOLS } from './real-tools.ts';
import { describeTable, recordedFile } from './recorded.ts';
import { SAME_NUMBER, WORLDS, type World } from './worlds.ts';

/**
 * The tools themselves as the judges, so these tests run only where LOCKSTEP_MIGRATORS names them: `bash .ci/judges
 * import`. With LOCKSTEP_RECORD=1 they write what `recorded/` has of their histories.
 */
const judged = (process.env['LOCKSTEP_MIGRATORS'] ?? '') === '' ? describe.skip : describe;
const records = process.env['LOCKSTEP_RECORD'] === '1';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

function write(project: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(project, name)), { recursive: true });
    writeFileSync(path.join(project, name), text);
  }
}

function projectOf(files: Files): string {
  const project = ground.scope.folder('lockstep-import-');
  write(project, files);
  return project;
}

const folderOf = (project: string, { directory }: Pick<World, 'directory'>) =>
  readFolder({ directory, downDirectory: 'supabase/rollbacks', layout: 'auto', base: project });
const options = (project: string, world: Pick<World, 'directory'>): ImportOptions => ({
  ...{ folder: folderOf(project, world), directory: world.directory, base: project },
  ...{ from: 'auto', table: '', because: '' },
});
const rowsOf = (database: Database, { table }: World) => database.rows(`select * from ${table} t order by t::text`);
const all = { phase: 'all', allowOutOfOrder: false } as const;

/** Compares what a tool writes today with what was recorded of it, or records it. */
async function keep(name: string, tool: string, { database, table }: { database: Database; table: string }) {
  const said = await describeTable(database, table);
  const { text, write: save } = recordedFile(name);
  if (records) save(REAL_TOOLS[tool]?.version() ?? '', said);
  else expect(said.shape).toBe(text.shape);
}

judged('each tool migrates a database, and we take it over', () => {
  test.each(WORLDS.map((world) => [world.tool, world] as const))('%s', async (name, world) => {
    const tool = REAL_TOOLS[name];
    if (tool === undefined) throw new Error(name);
    const database = await ground.database();
    const project = projectOf(world.files);
    tool.migrate(project, database.url);
    const theirs = await rowsOf(database, world);
    await keep(name, name, { database, table: world.table });

    const engine = engineOn(database);
    const [first, second, third] = world.versions;
    const plan = await readImportPlan(engine, options(project, world));
    expect(plan).toMatchObject({
      from: name,
      seesEdits: world.seesEdits,
      table: world.table,
      already: 0,
      refusals: [],
      pending: [],
      notes: [],
    });
    const done = await importHistory(engine, options(project, world));
    expect(done.taken.map(({ hasDown, version }) => [version, hasDown])).toEqual([
      [first, true],
      [second, true],
    ]);
    expect(done.taken.map(({ text }) => text)).toEqual(Array(2).fill(world.seesEdits ? 'same' : 'unknown'));
    expect((await importHistory(engine, options(project, world))).taken).toEqual([]);
    expect(await rowsOf(database, world)).toEqual(theirs);
    tool.status(project, database.url);

    const states = async () => (await readStatus(engine, folderOf(project, world))).versions.map(({ state }) => state);
    expect(await states()).toEqual(['applied', 'applied']);
    write(project, world.next);
    expect((await up(engine, { ...all, folder: folderOf(project, world) })).applied).toMatchObject([
      { version: third },
    ]);
    expect(await states()).toEqual(['applied', 'applied', 'applied']);
    expect(await database.value("select count(*)::int from information_schema.columns where column_name = 'age'")).toBe(
      1,
    );
    // Prisma's ends with 1 where something is pending, and says what.
    try {
      tool.status(project, database.url);
    } catch (error) {
      if (name !== 'prisma') throw error;
      expect(String(error)).toContain('20240103000000_age');
    }
    const rolledBack = await down(engine, { range: { kind: 'steps', steps: 2 }, onDataLoss: 'allow' });
    expect(rolledBack.reverted.map(({ version }) => version)).toEqual([third, second]);
    expect(await database.value("select to_regclass('notes')::text")).toBe(null);
    if (name !== 'supabase') expect(await rowsOf(database, world)).toEqual(theirs);
  });
});

judged('what a tool left half-way is refused by name', () => {
  const broken = 'create table half (id int);\nselect 1 / 0;\n';

  test.each<[string, Files, string]>([
    ['golang-migrate', { 'db/11_half.up.sql': broken }, '11'],
    ['prisma', { 'prisma/migrations/20240103000000_half/migration.sql': broken }, '20240103000000_half'],
  ])('%s', async (name, files, label) => {
    const world = WORLDS.find(({ tool }) => tool === name);
    if (world === undefined) throw new Error(name);
    const database = await ground.database();
    const project = projectOf(world.files);
    REAL_TOOLS[name]?.migrate(project, database.url);
    write(project, files);
    REAL_TOOLS[name]?.migrate(project, database.url, true);
    await keep(`${name}-failed`, name, { database, table: world.table });
    const report = await importHistory(engineOn(database), options(project, world));
    expect(report).toMatchObject({ taken: [], refusals: [{ reason: 'import-incomplete' }] });
    expect(report.refusals[0]?.message).toContain(label);
    expect(await database.versions()).toEqual([]);
  });
});

judged('what else a tool may have written', () => {
  const worldOf = (name: string) => WORLDS.find(({ tool }) => tool === name) as World;

  test('a baseline of Flyway stands for all before it', async () => {
    const world = worldOf('flyway');
    const database = await ground.database();
    const project = projectOf(world.files);
    await database.run('create table users (id int primary key, name text)');
    REAL_TOOLS['flyway']?.run?.(project, database.url, ['baseline', '1.1']);
    REAL_TOOLS['flyway']?.migrate(project, database.url);
    await keep('flyway-baseline', 'flyway', { database, table: world.table });
    const { taken } = await importHistory(engineOn(database), options(project, world));
    expect(taken).toMatchObject([
      { version: '1', text: 'unknown' },
      { version: '1.2', text: 'same' },
    ]);
  });

  test('of a migration that stops outside of a transaction, Flyway writes nothing on PostgreSQL', async () => {
    const world = worldOf('flyway');
    const database = await ground.database();
    const project = projectOf(world.files);
    REAL_TOOLS['flyway']?.migrate(project, database.url);
    write(project, { 'db/V3__half.sql': 'create table half (id int);\nselect 1 / 0;\n' });
    write(project, { 'db/V3__half.sql.conf': 'executeInTransaction=false\n' });
    REAL_TOOLS['flyway']?.migrate(project, database.url, true);
    expect(await database.value("select to_regclass('half')::text")).toBe('half');
    const report = await importHistory(engineOn(database), options(project, world));
    expect(report).toMatchObject({ refusals: [], pending: ['db/V3__half.sql'] });
    expect(report.taken).toHaveLength(2);
  });

  test('folders of one number: Prisma goes by their names, and so do we', async () => {
    const { files, next, table, versions } = SAME_NUMBER;
    const prisma = REAL_TOOLS['prisma'];
    const database = await ground.database();
    const project = projectOf(files);
    prisma?.migrate(project, database.url);
    await keep('prisma-same-number', 'prisma', { database, table });
    const engine = engineOn(database);
    const report = await importHistory(engine, options(project, SAME_NUMBER));
    expect(report.taken.map(({ text, version }) => [version, text])).toEqual(versions.map((each) => [each, 'same']));
    write(project, next);
    const late = { file: 'prisma/migrations/20240101000000_age/migration.sql', version: '20240101000000.02' };
    const { applied } = await up(engine, { ...all, folder: folderOf(project, SAME_NUMBER) });
    expect(applied).toMatchObject([late]);
    await down(engine, { range: { kind: 'steps', steps: 1 }, onDataLoss: 'allow' });
    // What is left is what Prisma made, so it applies the late one itself; that we take over, too.
    prisma?.migrate(project, database.url);
    const again = await importHistory(engine, options(project, SAME_NUMBER));
    expect(again).toMatchObject({ already: 3, taken: [{ ...late, text: 'same' }], refusals: [] });
    const states = (await readStatus(engine, folderOf(project, SAME_NUMBER))).versions.map(({ state }) => state);
    expect(states).toEqual(['applied', 'applied', 'applied', 'applied']);

    // On an empty database both have the same order.
    const [theirs, ours] = [await ground.database(), await ground.database()];
    prisma?.migrate(project, theirs.url);
    const order = await theirs.rows(`select migration_name from ${table} order by started_at`);
    const own = await up(engineOn(ours), { ...all, folder: folderOf(project, SAME_NUMBER) });
    expect(own.applied.map(({ file }) => file.split('/').at(-2))).toEqual(order.map(([name]) => name));
  });

  test('what Prisma was told is rolled back counts no more, and its second try does', async () => {
    const world = worldOf('prisma');
    const database = await ground.database();
    const project = projectOf(world.files);
    const [file = '', text = ''] = Object.entries(world.next)[0] ?? [];
    write(project, { [file]: 'select 1 / 0;\n' });
    REAL_TOOLS['prisma']?.migrate(project, database.url, true);
    REAL_TOOLS['prisma']?.run?.(project, database.url, ['resolve', '--rolled-back', '20240103000000_age']);
    const before = await importHistory(engineOn(database), options(project, world));
    expect([before.taken.length, before.pending]).toEqual([2, [file]]);
    write(project, { [file]: text });
    REAL_TOOLS['prisma']?.migrate(project, database.url);
    await keep('prisma-resolved', 'prisma', { database, table: world.table });
    const after = await importHistory(engineOn(database), options(project, world));
    expect(after).toMatchObject({ already: 2, taken: [{ version: '20240103000000', text: 'same' }] });
  });
});
