import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

/** What the action says of the migrations of a pull request, from a clone, with and without a database. */
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

type Files = Readonly<Record<string, string>>;

const base: Files = {
  'migrations/20240101000000_notes.sql': 'create table notes (id int primary key, body text, old text);',
  'rollbacks/20240101000000_notes.sql': 'drop table notes;',
};
const change: Files = {
  'migrations/20240102000000_kind.sql': 'alter table notes add kind text;',
  'rollbacks/20240102000000_kind.sql': 'alter table notes drop kind;',
  'migrations/20240103000000_less.sql': 'alter table notes drop column body, drop column old;',
  'migrations/20240104000000_size.sql': 'alter table notes add size int;',
  'rollbacks/20240104000000_size.sql': 'alter table notes drop size;',
};

let databases = 0;

/** A clone on the branch of a pull request with these files and those of its base branch. */
async function world(...commits: readonly Files[]) {
  const root = scope.folder('lockstep-pull-');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  const heads = [base, ...commits].map((files) => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, 'supabase', name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    git('add', '.');
    git('commit', '-qm', 'x', '--allow-empty');
    return git('rev-parse', 'HEAD').trim();
  });
  const name = `pull_${++databases}`;
  const url = await postgres.createDatabase(name);
  const sha = heads.at(-2) ?? '';
  const event = { pull_request: { number: 1, base: { sha } } };
  const run = (inputs: Files, github: object = { event_name: 'pull_request', event }) =>
    spawnAction('migrate', inputs, { cwd: root, github: { ...github } });
  return {
    run,
    plan: (inputs: Files = {}) => run({ command: 'plan', 'database-url': url, ...inputs }),
    lint: (inputs: Files = {}) => run({ command: 'lint', 'fail-on': 'nothing', ...inputs }),
    query: (sql: string) => postgres.query(sql, [], name),
    up: () => run({ command: 'up', steps: '1', 'database-url': url }, { run_id: '7' }), // of another run
    url,
  };
}

const rows = (table = '') =>
  table
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.replaceAll('\\', '').slice(2, -2).split(' | '));
const LESS = 'supabase/migrations/20240103000000_less.sql';
const BEHIND = 'expand, ❌ refused (expand-behind-contract)';
const HELD = 'contract, held back';
const LOCKS = 'public.notes (blocks reads and writes)';
const SIZE = expect.stringMatching(/^(about \d+ rows, )?\d+ kB$/);

test('a plan counts what a contract file would take, and refuses what stands behind it', async () => {
  const { plan, query, up } = await world(change);
  expect((await up()).outputs['applied-count']).toBe('1');
  await query("insert into notes select g, 'secret words' from generate_series(1, 3) g");
  const step = await plan();
  // The plan itself is made for all phases, and refuses nothing.
  expect(step.outputs['reason']).toBe('planned');
  expect(step.outputs['pull-verdict']).toBe('fail');
  expect(rows(step.outputs['pull-table'])).toEqual([
    ['20240102000000_kind.sql', 'expand', LOCKS, SIZE, 'yes, deletes column public.notes.kind', 'none'],
    [
      ...['20240103000000_less.sql', HELD, LOCKS, SIZE, '⚠️ no'],
      'column public.notes.body (3 rows), column public.notes.old (0 rows)',
    ],
    ['20240104000000_size.sql', BEHIND, LOCKS, SIZE, 'yes, deletes column public.notes.size', 'none'],
  ]);
  expect(JSON.stringify([step.outputs, step.log])).not.toContain('secret words');
  expect(await query('select count(*)::int as n from notes')).toEqual([{ n: 3 }]);
});

test('a plan says what is pending from before, and that it blocks the release', async () => {
  const { plan, up } = await world(
    { 'migrations/20240103000000_less.sql': '-- lockstep: contract\nalter table notes drop column body;' },
    {
      'migrations/20240104000000_size.sql': 'alter table notes add size int;',
      'rollbacks/20240104000000_size.sql': 'alter table notes drop size;',
    },
  );
  await up();
  const { outputs } = await plan();
  expect(outputs['pull-verdict']).toBe('fail');
  expect(rows(outputs['pull-table'])).toEqual([
    ['20240104000000_size.sql', BEHIND, LOCKS, SIZE, 'yes, deletes column public.notes.size', 'none'],
  ]);
  expect(outputs['pull-table']?.replaceAll('\\', '')).toContain(`: ${LESS}.`);
});

test('what is renamed first, or is not where it is looked for, is never counted as nothing', async () => {
  const { plan, query, up } = await world({
    'migrations/20240103000000_less.sql':
      'drop table if exists elsewhere; alter table notes rename to old_notes; drop table old_notes;',
  });
  await up();
  await query("insert into notes values (1, 'x')");
  const { outputs } = await plan();
  const said = 'table public.elsewhere (rows not counted), table public.old_notes (rows not counted)';
  expect(rows(outputs['pull-table'])[0]?.[5]).toBe(said);
});

test('a plan whose role may not read says what was not counted', async () => {
  const { plan, query, url } = await world({
    'migrations/20240103000000_less.sql': 'drop table notes; drop table other;',
  });
  await query(`create role reader login password 'r'; create schema supabase_migrations;
    create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
    insert into supabase_migrations.schema_migrations values ('20240101000000', '{}', 'notes');
    grant usage on schema supabase_migrations to reader; grant select on all tables in schema supabase_migrations to reader;
    create table notes (id int); create table other (id int); insert into other values (1); grant select on other to reader`);
  const reader = new URL(url);
  reader.username = 'reader';
  reader.password = 'r';
  const said = 'table public.notes (rows not counted), table public.other (1 row)';
  expect(rows((await plan({ 'database-url': reader.href })).outputs['pull-table'])[0]?.[5]).toBe(said);
});

test('without a database the base branch counts as applied, and no rows are counted', async () => {
  const { lint } = await world(change);
  const { outputs, status } = await lint();
  expect(status).toBe(0);
  expect(outputs['pull-verdict']).toBe('fail');
  expect(rows(outputs['pull-table'])).toEqual([
    ['20240102000000_kind.sql', 'expand', LOCKS, 'unknown', 'yes, deletes column public.notes.kind', 'none'],
    ['20240103000000_less.sql', HELD, LOCKS, 'unknown', '⚠️ no', 'column public.notes.body, column public.notes.old'],
    ['20240104000000_size.sql', BEHIND, LOCKS, 'unknown', 'yes, deletes column public.notes.size', 'none'],
  ]);
});

test('a pull request that rewrites, deletes or has no migration', async () => {
  const rewritten = await world({ 'migrations/20240101000000_notes.sql': 'create table notes (id bigint);' });
  const { outputs } = await rewritten.lint();
  expect(outputs['pull-verdict']).toBe('unknown');
  expect(rows(outputs['pull-table'])[0]?.[1]).toContain('(checksum-mismatch)');

  const other = await world({ '../README.md': 'x' });
  expect((await other.lint()).outputs).toMatchObject({ 'pull-table': '', 'pull-verdict': '' });
  expect((await other.plan()).outputs).toMatchObject({ 'pull-table': '', 'pull-verdict': '' });
});

test('a clone without the base commit is unknown, and other events have no such outputs', async () => {
  const { lint, run } = await world(change);
  const event = { pull_request: { number: 1, base: { sha: 'a'.repeat(40) } } };
  const shallow = await run({ command: 'lint', 'fail-on': 'nothing' }, { event_name: 'pull_request', event });
  expect(shallow.outputs['pull-verdict']).toBe('unknown');
  expect(shallow.outputs['pull-table']).toContain('fetch-depth: 0');
  expect(
    (await run({ command: 'lint', 'fail-on': 'nothing' }, { event_name: 'push', event: {} })).outputs,
  ).not.toHaveProperty('pull-table');
  expect((await lint()).outputs['reason']).toBe('linted');
});
