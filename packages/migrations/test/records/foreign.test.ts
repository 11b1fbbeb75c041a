import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { adopt } from '../../src/records/adopt.ts';
import { readPlanReport } from '../../src/report/plan-report.ts';
import { readStatus } from '../../src/up/status.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const text = (n: number) => `create table t${n} (id int);`;
const files = Object.fromEntries([1, 2, 3].map((n) => [`migrations/2024010${n}000000_t${n}.sql`, text(n)]));
const versions = [1, 2, 3].map((n) => `2024010${n}000000`);
const [first = '', second = '', third = ''] = versions;
const digest = (n: number) => createHash('sha256').update(text(n)).digest('hex');
const all = { phase: 'all', allowOutOfOrder: false } as const;

/** Tools that applied the first and the third file, and how their tables say so. */
const HOLES: readonly (readonly [string, string])[] = [
  [
    'dbmate',
    `create table schema_migrations (version varchar primary key); insert into schema_migrations values ('${first}'), ('${third}')`,
  ],
  [
    'Rails',
    `create table ar_internal_metadata (key varchar); create table schema_migrations (version varchar primary key); insert into schema_migrations values ('${first}'), ('${third}')`,
  ],
  [
    'goose',
    `create table goose_db_version (id serial, version_id bigint, is_applied boolean, tstamp timestamp default now());
     insert into goose_db_version (version_id, is_applied) values (0, true), (${first}, true), (${second}, true), (${third}, true), (${second}, false)`,
  ],
  [
    'sql-migrate',
    `create table gorp_migrations (id text primary key, applied_at timestamptz); insert into gorp_migrations values ('${first}_t1.sql'), ('${third}_t3.sql')`,
  ],
  [
    'node-pg-migrate',
    `create table pgmigrations (id serial, name varchar, run_on timestamp); insert into pgmigrations (name) values ('${first}_t1'), ('${third}_t3')`,
  ],
  [
    'Knex',
    `create table knex_migrations (id serial, name varchar, batch int, migration_time timestamptz); insert into knex_migrations (name) values ('${first}_t1.js'), ('${third}_t3.js')`,
  ],
  [
    'Prisma',
    `create table _prisma_migrations (id varchar, checksum varchar, finished_at timestamptz, migration_name varchar, logs text, rolled_back_at timestamptz, started_at timestamptz, applied_steps_count int);
     insert into _prisma_migrations (migration_name, finished_at, rolled_back_at) values ('${first}_t1', now(), null), ('${second}_t2', null, now()), ('${third}_t3', now(), null)`,
  ],
  [
    'Drizzle',
    `create schema drizzle; create table drizzle.__drizzle_migrations (id serial, hash text, created_at bigint); insert into drizzle.__drizzle_migrations (hash) values ('${digest(1)}'), ('${digest(3)}')`,
  ],
  [
    'Flyway',
    `create table flyway_schema_history (installed_rank int, version varchar, description varchar, type varchar, script varchar, checksum int, success boolean);
     insert into flyway_schema_history values (0, null, '<< Flyway Schema Creation >>', 'SCHEMA', '', null, true), (1, '${first}', 't1', 'SQL', '', 1, true), (2, '${third}', 't3', 'SQL', '', 1, true)`,
  ],
  [
    'sqlx',
    `create table _sqlx_migrations (version bigint, description text, success boolean, checksum bytea); insert into _sqlx_migrations values (${first}, 't1', true), (${third}, 't3', true)`,
  ],
  [
    'Diesel',
    `create table __diesel_schema_migrations (version varchar, run_on timestamp); insert into __diesel_schema_migrations values ('${first}'), ('${third}')`,
  ],
  [
    'Atlas',
    `create schema atlas_schema_revisions; create table atlas_schema_revisions.atlas_schema_revisions (version varchar, applied int, total int); insert into atlas_schema_revisions.atlas_schema_revisions values ('${first}', 1, 1), ('${third}', 1, 1)`,
  ],
  [
    'TypeORM',
    `create table migrations (id serial, timestamp bigint, name varchar); insert into migrations (timestamp, name) values (${first}, 't1'), (${third}, 't3')`,
  ],
  [
    'Liquibase',
    `create table databasechangelog (id varchar, author varchar, filename varchar); insert into databasechangelog values ('1', 'ada', 'db/${first}_t1.sql'), ('2', 'ada', 'db/${third}_t3.sql')`,
  ],
];

async function made(sql: string): Promise<Database> {
  const database = await ground.database();
  await database.run(`${sql}; create table t1 (id int); create table t3 (id int)`);
  return database;
}

describe("another tool's history is seen", () => {
  test.each(HOLES)('%s: nothing that it ran runs again, and nothing that it lacks is recorded', async (tool, sql) => {
    const database = await made(sql);
    const engine = engineOn(database);
    const folder = folderOf(ground.scope, files);
    const words = new RegExp(`made by ${tool} \\(\\S+\\), 2 of 3 applied`);
    expect((await readStatus(engine, folder)).notes).toEqual([expect.stringMatching(words)]);
    const { report } = await readPlanReport(engine, { ...all, folder, exposedSchemas: [] });
    expect(report.refusals).toMatchObject([{ reason: 'foreign-history', message: expect.stringMatching(words) }]);
    await expect(up(engine, { ...all, folder })).rejects.toThrow(words);

    const done = await adopt(engine, { folder, to: third });
    expect(done).toMatchObject({
      adopted: [{ version: first }, { version: third }],
      lacking: [`supabase/migrations/${second}_t2.sql`],
    });
    expect(await database.versions()).toEqual([first, third]);
    const after = await up(engine, { ...all, allowOutOfOrder: true, folder });
    expect(after.applied).toMatchObject([{ version: second }]);
    expect(after.plan.notes).toEqual([expect.stringMatching(words)]);
  });
});

describe('golang-migrate names only the last one', () => {
  const table = (version: string, dirty: boolean) =>
    `create table schema_migrations (version bigint primary key, dirty boolean); insert into schema_migrations values (${version}, ${dirty})`;

  test('all up to it are there', async () => {
    const database = await made(table(second, false));
    const folder = folderOf(ground.scope, files);
    const done = await adopt(engineOn(database), { folder, to: third });
    expect([done.adopted.map(({ version }) => version), done.lacking.length]).toEqual([[first, second], 1]);
  });

  test('one that stopped half-way is neither recorded nor run', async () => {
    const database = await made(table(second, true));
    const folder = folderOf(ground.scope, files);
    await expect(adopt(engineOn(database), { folder, to: third })).rejects.toThrow(
      new RegExp(`1 of 3 applied, .*supabase/migrations/${second}_t2.sql; .*golang-migrate`),
    );
    await adopt(engineOn(database), { folder, to: first });
    await expect(up(engineOn(database), { ...all, folder })).rejects.toMatchObject({ reason: 'foreign-history' });
    expect(await database.versions()).toEqual([first]);
  });
});

describe('Flyway: the last row of a version counts', () => {
  const flyway = async (...rows: readonly (readonly [version: string, type: string])[]) => {
    const values = rows.map(([version, type], nth) => `(${nth + 1}, '${version}', '${type}', true)`);
    return made(
      `create table flyway_schema_history (installed_rank int, version varchar, type varchar, success boolean);
       insert into flyway_schema_history values ${values.toReversed().join(', ')}`,
    );
  };
  const states = async (database: Database) =>
    (await readStatus(engineOn(database), folderOf(ground.scope, files))).notes.join();

  test.each(['UNDO_SQL', 'DELETE'])('%s: it is pending, and "up" runs it', async (type) => {
    const database = await flyway([first, 'SQL'], [second, 'SQL'], [second, type]);
    expect(await states(database)).toContain('1 of 3 applied');
    const folder = folderOf(ground.scope, { ...files, [`migrations/${third}_t3.sql`]: 'select 3;' });
    await adopt(engineOn(database), { folder, to: first });
    const { applied } = await up(engineOn(database), { ...all, folder });
    expect(applied).toMatchObject([{ version: second }, { version: third }]);
  });

  test('what was applied again is applied', async () => {
    const database = await flyway([first, 'SQL'], [second, 'SQL'], [second, 'UNDO_SQL'], [second, 'SQL']);
    expect(await states(database)).toContain('2 of 3 applied');
  });

  test('two spellings of a version are one', async () => {
    const database = await flyway([first, 'SQL'], [second, 'SQL'], [`${second}.0`, 'UNDO_SQL']);
    expect(await states(database)).toContain('1 of 3 applied');
  });

  test('a baseline covers all before it', async () => {
    const database = await flyway([second, 'BASELINE']);
    expect(await states(database)).toContain('2 of 3 applied');
    const folder = folderOf(ground.scope, files);
    await expect(up(engineOn(database), { ...all, folder })).rejects.toMatchObject({ reason: 'foreign-history' });
    expect(await adopt(engineOn(database), { folder, to: third })).toMatchObject({
      adopted: [{ version: first }, { version: second }],
      lacking: [expect.stringContaining('_t3.sql')],
    });
  });
});

describe('Prisma knows folders of one number by their names', () => {
  const day = '20240101000000';
  const folders = (...names: readonly string[]) =>
    folderOf(
      ground.scope,
      Object.fromEntries(
        names.map((name) => [`migrations/${day}_${name}/migration.sql`, `create table ${name} (id int);`]),
      ),
    );
  const rows = (...names: readonly string[]) =>
    names.map((name) => `insert into _prisma_migrations values ('${name}', now(), null, '${day}_${name}')`).join('; ');
  const prisma = async (...names: readonly string[]) => {
    const database = await ground.database();
    const table =
      'create table _prisma_migrations (checksum varchar, finished_at timestamptz, rolled_back_at timestamptz, migration_name varchar)';
    await database.run(`${table}; ${rows(...names)}`);
    return database;
  };

  test('one that it applied after the others were taken over does not run again', async () => {
    const database = await prisma('a', 'b');
    const engine = engineOn(database);
    await adopt(engine, { folder: folders('a', 'b'), to: `${day}.01` });
    await database.run(`create table c (id int); ${rows('c')}`);
    const all3 = { ...all, folder: folders('a', 'b', 'c') };
    await expect(up(engine, all3)).rejects.toMatchObject({ reason: 'foreign-history' });
    expect((await readStatus(engine, all3.folder)).notes).toEqual([
      expect.stringMatching(/3 of 3 applied; record what it applied/),
    ]);
    await adopt(engine, { folder: all3.folder, to: `${day}.02` });
    expect(await database.versions()).toEqual([day, `${day}.01`, `${day}.02`]);
    expect((await up(engine, all3)).applied).toEqual([]);
  });

  test('one that comes before those that it applied is not one of them', async () => {
    const database = await prisma('b');
    const engine = engineOn(database);
    const folder = folders('a', 'b');
    await expect(up(engine, { ...all, folder })).rejects.toThrow(`${day}_b/migration.sql would run again`);
    expect(await adopt(engine, { folder, to: `${day}.01` })).toMatchObject({
      adopted: [{ name: 'b' }],
      lacking: [expect.stringContaining(`${day}_a/`)],
    });
  });

  test('one that stopped half-way is not finished by another of its number', async () => {
    const database = await prisma('a', 'b');
    await database.run("update _prisma_migrations set finished_at = null where migration_name like '%_b'");
    const words = `1 of 2 applied, and it stopped in the middle of supabase/migrations/${day}_b/migration.sql`;
    await expect(up(engineOn(database), { ...all, folder: folders('a', 'b') })).rejects.toThrow(words);
  });

  test('the only one of its number counts under another name too', async () => {
    const database = await prisma('a');
    await expect(up(engineOn(database), { ...all, folder: folders('renamed') })).rejects.toThrow('1 of 1 applied');
  });
});

describe('what is not about these files stands in no way', () => {
  test.each([
    [
      'of other versions',
      "create table schema_migrations (version varchar); insert into schema_migrations values ('7')",
      '1 row, none',
    ],
    [
      'that names none',
      "create table alembic_version (version_num varchar); insert into alembic_version values ('1')",
      '1 row, none',
    ],
  ])('a history %s', async (_name, sql, words) => {
    const database = await ground.database();
    await database.run(sql);
    const folder = folderOf(ground.scope, files);
    const { applied, plan } = await up(engineOn(database), { ...all, folder });
    expect([applied.length, plan.notes]).toEqual([3, [expect.stringContaining(words)]]);
  });

  test("nor the tables of Supabase's own services", async () => {
    const database = await ground.database();
    await database.run(
      `create table auth.schema_migrations (version varchar); insert into auth.schema_migrations values ('${first}')`,
    );
    const { applied, plan } = await up(engineOn(database), { ...all, folder: folderOf(ground.scope, files) });
    expect([applied.length, plan.notes]).toEqual([3, []]);
  });

  test('an empty one says that nothing is there', async () => {
    const database = await ground.database();
    await database.run('create table schema_migrations (version varchar)');
    const folder = folderOf(ground.scope, files);
    await expect(adopt(engineOn(database), { folder, to: third })).rejects.toThrow('0 of 3 applied: it never applied');
    expect((await up(engineOn(database), { ...all, folder })).applied).toHaveLength(3);
  });
});
