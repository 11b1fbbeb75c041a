import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { rare as test } from '../../../../test/e2e/sampled.ts';
import { recordedFile } from '../../../migrations/test/import/recorded.ts';
import { WORLDS } from '../../../migrations/test/import/worlds.ts';
import { unpackCommand } from '../packed.ts';
import { contents, expectHonest, lay, walk } from './walker.ts';

const scope = new Scope();
let program: string;
let postgres: Postgres;
beforeAll(async () => {
  const folder = scope.folder('lockstep-walk-');
  program = unpackCommand(folder);
  // For another user.
  for (const path of ['.', 'installed']) chmodSync(join(folder, path), 0o755);
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

const SCHEMA = 'create table users (id int primary key, name text); create table notes (id int, note text);';

interface Theirs {
  readonly tool: string;
  readonly directory: string;
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly versions: readonly string[];
  readonly file: string;
  readonly sql: string;
}

const sqls: readonly Theirs[] = WORLDS.map(({ tool, directory, files, next, versions }) => ({
  ...{ tool, directory, files: { ...files, ...next }, versions },
  file: Object.keys(files).find((name) => name.endsWith('.sql') && !/down|rollbacks|\/U/.test(name)) ?? '',
  sql: recordedFile(tool).sql + SCHEMA,
}));

const programs: readonly Theirs[] = [
  {
    tool: 'node-pg-migrate',
    file: 'migrations/1700000000000_users.js',
    text: "exports.up = (pgm) => pgm.createTable('users', { id: 'id' });\n",
    table: 'create table pgmigrations (id serial, name varchar(255) not null, run_on timestamp not null)',
  },
  {
    tool: 'Knex',
    file: 'migrations/20240101000000_users.js',
    text: "exports.up = (knex) => knex.schema.createTable('users', (table) => table.increments());\n",
    table: 'create table knex_migrations (id serial, name varchar(255), batch int, migration_time timestamptz)',
  },
  {
    tool: 'TypeORM',
    file: 'migrations/1700000000000-Users.ts',
    text: "import type { MigrationInterface, QueryRunner } from 'typeorm';\nexport class Users1700000000000 implements MigrationInterface {}\n",
    table: 'create table migrations (id serial, timestamp bigint not null, name varchar not null)',
  },
  {
    tool: 'Sequelize',
    file: 'migrations/20240101000000-users.js',
    text: "module.exports = { up: (queryInterface, Sequelize) => queryInterface.createTable('users', {}) };\n",
    table: 'create table "SequelizeMeta" (name varchar(255) primary key)',
  },
].map(({ file, table, text, tool }) => ({
  ...{ tool, directory: 'migrations', files: { [file]: text }, versions: [/\d+/.exec(file)?.[0] ?? ''], file },
  sql: `${table};`,
}));

/** Each command on migrations, and how it ends in a folder and on a database of another tool. */
type Expected = Readonly<Record<string, { readonly args: readonly string[]; readonly ends: object }>>;

const silent = expect.stringMatching(/^$/);
const line = (pattern: RegExp) => expect.stringMatching(new RegExp(`^${pattern.source}[^\\n]*\\n$`));
const passes = (pattern: RegExp) => ({ code: 0, out: expect.stringMatching(pattern) });

function commandsOn({ directory, file, versions, tool }: Theirs): Expected {
  const where = ['--directory', directory];
  const never = versions.at(-1) ?? '';
  return {
    // In the way of its tool; but for one that has a list of its own.
    new: {
      args: ['new', 'add notes', ...where],
      ends:
        tool === 'drizzle'
          ? { code: 64, err: line(/error: a folder of Drizzle has a journal: write the migration with drizzle-kit/) }
          : { code: 0, written: expect.arrayContaining([expect.stringContaining('add_notes')]) },
    },
    up: {
      args: ['up', ...where],
      // Supabase's history is ours as well.
      ends:
        tool === 'supabase'
          ? { ...passes(/pass up \(applied\): 1 migration/), written: [], ours: 'lockstep' }
          : { code: 1, err: silent, out: line(/fail up \(foreign-history\): .* would run again; .*lockstep import/) },
    },
    plan: {
      args: ['plan', ...where],
      ends:
        tool === 'supabase'
          ? passes(/pass plan \(planned\): would apply 1 /)
          : { code: 1, out: expect.stringMatching(/\nfail plan \(foreign-history\): .*lockstep import[^\n]*\n$/) },
    },
    status: {
      args: ['status', ...where],
      ends: passes(tool === 'supabase' ? /, 1 pending\n$/ : /, 3 pending; made by .*lockstep import[^\n]*\n$/),
    },
    // Of ours there is nothing yet; of what Supabase applied no down migration is stored.
    down: {
      args: ['down'],
      ends:
        tool === 'supabase'
          ? { code: 1, out: line(/fail down \(/) }
          : { code: 0, out: line(/pass down \(nothing-to-roll-back\): nothing to roll back/) },
    },
    verify: { args: ['verify', ...where], ends: passes(/pass verify \(verified\)/) },
    lint: { args: ['lint', ...where], ends: passes(/pass lint \(linted\)/) },
    // It is asked to record, and does; what the other tool never applied stays pending.
    adopt: {
      args: ['adopt', never, ...where],
      ends:
        tool === 'supabase'
          ? { ...passes(/pass adopt \(adopted\): recorded 3 migrations/), written: [], ours: 'lockstep' }
          : {
              ...passes(/pass adopt \(adopted\): recorded 2 migrations as .*; never applied and still pending: /),
              ...{ written: [], ours: 'lockstep' },
            },
    },
    'adopt what is not there': {
      args: ['adopt', '99', ...where],
      ends: { code: 64, err: line(/error: .*there is no migration 99; name the last one/) },
    },
    repair: {
      args: ['repair', versions[0] ?? '', '--because', 'a typo', ...where],
      ends: { code: 64, err: line(/error: repair: .*; (?:record it with "adopt"|.*lockstep import)/) },
    },
    archive: { args: ['archive', 'list'], ends: passes(/pass archive \(archives-listed\): 0 archives/) },
    'down-draft': {
      args: ['down-draft', file],
      ends: { code: 64, err: line(/error: .*: has a down migration already; --force replaces it, --print shows/) },
    },
  };
}

function refusalsOf({ directory, file, versions, tool }: Theirs): Expected {
  const where = ['--directory', directory];
  const refused = line(
    new RegExp(
      `error: migrations folder .*migrations in \\w+ \\(${tool}\\).*; apply them with ${tool}, and write new ones in SQL`,
    ),
  );
  const lines = {
    ...{ new: ['new', 'add notes', ...where], up: ['up', ...where], plan: ['plan', ...where] },
    ...{ status: ['status', ...where], verify: ['verify', ...where], lint: ['lint', ...where] },
    adopt: ['adopt', versions[0] ?? '', ...where],
    repair: ['repair', versions[0] ?? '', '--because', 'a typo', ...where],
    'down-draft': ['down-draft', file],
  };
  return Object.fromEntries(
    Object.entries(lines).map(([name, args]) => [name, { args, ends: { code: 64, out: '', err: refused } }]),
  );
}

let databases = 0;
async function play(theirs: Theirs, args: readonly string[]) {
  const cwd = lay(scope.folder('lockstep-walk-'), theirs.files);
  const name = `walk_${++databases}`;
  const url = await postgres.createDatabase(name);
  await postgres.query(theirs.sql, [], name);
  const before = contents(cwd);
  const ended = await walk(program, args, { cwd, env: { LOCKSTEP_DATABASE_URL: url } });
  expectHonest(ended);
  const [row] = await postgres.query("select to_regnamespace('lockstep')::text as ours", [], name);
  const after = contents(cwd);
  const written = Object.keys(after).filter((path) => after[path] !== before[path]);
  return { ...ended, written, ours: row?.['ours'] ?? null };
}

const played = (all: readonly Theirs[], expected: (theirs: Theirs) => Expected) =>
  all.flatMap((theirs) =>
    Object.entries(expected(theirs)).map(
      ([name, { args, ends }]) => [name, theirs.tool, { theirs, args, ends }] as const,
    ),
  );

describe('where another tool has migrated the database', () => {
  test.each(played(sqls, commandsOn))('%s in a folder of %s', async (_name, _tool, { theirs, args, ends }) => {
    const nothing = { written: [], ours: null };
    expect(await play(theirs, args)).toMatchObject({ ...('written' in ends ? { ours: null } : nothing), ...ends });
  });
});

describe('where migrations are programs', () => {
  test.each(played(programs, refusalsOf))('%s in a folder of %s', async (_name, _tool, { theirs, args, ends }) => {
    expect(await play(theirs, args)).toMatchObject({ written: [], ours: null, ...ends });
  });
});

describe('below a folder that this user may not enter', () => {
  const where = ['--directory', 'closed/migrations'];
  test.each([
    ...['new x', 'up', 'plan', 'status', 'verify', 'lint', 'adopt 1', 'repair 1 --because typo'].map(
      (words) => [...words.split(' '), ...where] as const,
    ),
    ['down-draft', 'closed/migrations/1_a.sql'] as const,
  ])('%s', async (...args) => {
    const cwd = lay(scope.folder('lockstep-walk-'), { 'closed/migrations/1_a.sql': 'select 1;\n' });
    chmodSync(join(cwd, 'closed'), 0o000);
    const env = { LOCKSTEP_DATABASE_URL: 'postgresql://walker@127.0.0.1:1/shop' };
    const ended = await walk(program, args, { cwd, env, asOther: true });
    chmodSync(join(cwd, 'closed'), 0o755);
    expectHonest(ended);
    expect(ended).toMatchObject({
      code: 64,
      out: '',
      err: line(/error: .*closed.*(?:cannot be read|cannot be written)/),
    });
    expect(ended.err).not.toMatch(/does not exist|is not there/);
    expect(Object.keys(contents(cwd))).toEqual(['closed', 'closed/migrations', 'closed/migrations/1_a.sql']);
  });
});
