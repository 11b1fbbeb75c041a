import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { cases, type Files, notes, two } from './migrate-cases.ts';

const bundle = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
  postgres = await borrowPostgres(scope, { seed: supabaseRoles, password: 'correct horse battery' });
});
afterAll(() => scope[Symbol.asyncDispose]());

function checkout(files: Files): string {
  const root = scope.folder('lockstep-cli-');
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

function lockstep(cwd: string, args: readonly string[], env: Files = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    encoding: 'utf8',
    input: '',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

let databases = 0;

test.each(Object.entries(cases))('%s: the action and the command line agree', async (_what, { files, steps }) => {
  const [one, other] = [`cli_a${++databases}`, `cli_b${databases}`];
  const [urlA, urlB] = [await postgres.createDatabase(one), await postgres.createDatabase(other)];
  const [cwdA, cwdB] = [checkout(files), checkout(files)];
  for (const { args, files: more = {}, inputs, sql } of steps) {
    for (const cwd of [cwdA, cwdB])
      for (const [name, content] of Object.entries(more)) {
        mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
        writeFileSync(path.join(cwd, name), content);
      }
    if (sql !== undefined) for (const name of [one, other]) await postgres.query(sql, [], name);
    const action = await spawnAction('migrate', { 'database-url': urlA, ...inputs }, { cwd: cwdA });
    const command = lockstep(cwdB, [...args, '--json'], { LOCKSTEP_DATABASE_URL: urlB });
    expect(command.err).not.toContain('correct horse');
    const { reason, verdict } = JSON.parse(command.out);
    expect({ verdict, reason }).toEqual({ verdict: action.outputs['verdict'], reason: action.outputs['reason'] });
    expect(command.code).toBe({ pass: 0, fail: 1, unknown: 2 }[verdict as 'pass' | 'fail' | 'unknown']);
  }
});

test('people read what happened, and the last line is the outcome', async () => {
  const url = await postgres.createDatabase('cli_text');
  const cwd = checkout(two);
  const { code, out } = lockstep(cwd, ['up'], { DATABASE_URL: url });
  expect(code).toBe(0);
  expect(out).toMatch(
    /^result +phase +migration +time\napplied +expand +supabase\/migrations\/20240101000000_notes.sql +\S+ m?s\n/,
  );
  expect(out).toMatch(/\npass up \(applied\): 2 migrations applied, none to 20240102000000\n$/);
});

test('the URL comes from a file, and one with a password on the command line is warned of', async () => {
  const url = await postgres.createDatabase('cli_url');
  const cwd = checkout({ ...notes, 'url.txt': `${url}\n` });
  expect(lockstep(cwd, ['status', '--database-url-file', 'url.txt'])).toMatchObject({ code: 0 });
  const given = lockstep(cwd, ['status', '--database-url', url]);
  expect(given).toMatchObject({ code: 0 });
  expect(given.err).toMatch(/^warning: --database-url: other users of this machine can see the password/);
});

test.each<[string, readonly string[], (url: string) => Files, number, RegExp]>([
  ['no database', ['up'], () => ({}), 64, /^error: no database: set LOCKSTEP_DATABASE_URL or DATABASE_URL, or .*\n$/],
  [
    'no PostgreSQL URL',
    ['up'],
    () => ({ DATABASE_URL: 'mysql://x' }),
    64,
    /^error: DATABASE_URL: not a PostgreSQL URL; .*\n$/,
  ],
  [
    'a wrong password',
    ['up'],
    (url) => ({ DATABASE_URL: url.replace('correct', 'wrong') }),
    2,
    /^error: .*password.*\n$/,
  ],
  [
    'no server',
    ['up'],
    () => ({ DATABASE_URL: 'postgresql://a@127.0.0.1:1/b' }),
    2,
    /^error: database 127.0.0.1:1: cannot be reached .*\n$/,
  ],
  [
    'an empty file',
    ['up', '--database-url-file', 'empty'],
    () => ({}),
    64,
    /^error: --database-url-file: empty is empty\n$/,
  ],
  [
    'a version that is none',
    ['up', '--to', 'x'],
    (url) => ({ DATABASE_URL: url }),
    64,
    /^error: --to: expected a version.*\n$/,
  ],
  [
    'a duration that is none',
    ['up', '--lock-timeout', 'soon'],
    (url) => ({ DATABASE_URL: url }),
    64,
    /^error: --lock-timeout: .*\n$/,
  ],
  [
    'a folder that is not there',
    ['up', '--directory', 'nowhere'],
    (url) => ({ DATABASE_URL: url }),
    64,
    /^error: .*nowhere: does not exist.*\n$/,
  ],
  [
    'a folder of another tool',
    ['new', 'x', '--directory', 'js'],
    () => ({}),
    64,
    /^error: .*looks like migrations in JavaScript.*\n$/,
  ],
  [
    'no git',
    ['lint', '--staged'],
    () => ({ PATH: '/nowhere' }),
    64,
    /^error: git is not installed, or not on the PATH\n$/,
  ],
  ['no repository', ['lint', '--staged'], () => ({}), 64, /^error: git: fatal: not a git repository.*\n$/],
  ['no reason', ['repair', '1'], (url) => ({ DATABASE_URL: url }), 64, /^error: --because: .*\n$/],
  [
    'a draft of no file',
    ['down-draft', 'x.sql'],
    () => ({}),
    64,
    /^error: FILE: x.sql cannot be read: it is not there; name a migration\n$/,
  ],
])('%s: one line, and nothing is written', async (_what, args, env, code, told) => {
  const url = await postgres.createDatabase(`cli_bad${++databases}`);
  const cwd = checkout({ ...notes, empty: '\n', 'js/1_a.js': '' });
  const before = readdirSync(cwd, { recursive: true }).sort();
  const ended = lockstep(cwd, args, env(url));
  expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' });
  expect(ended.err).toMatch(told);
  expect(ended.err).not.toContain('horse');
  expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
});

test.each<[string, Files, readonly string[], RegExp]>([
  [
    'nothing',
    {},
    [],
    /^supabase\/migrations\/20\d{12}_add_users_mail\.sql supabase\/rollbacks\/20\d{12}_add_users_mail\.sql$/,
  ],
  ['timestamps', notes, [], /^supabase\/migrations\/20\d{12}_add_users_mail\.sql supabase\/rollbacks\//],
  [
    'numbers',
    { 'migrations/0009_a.up.sql': 'select 1;', 'migrations/0009_a.down.sql': 'select 1;' },
    [],
    /^migrations\/0010_add_users_mail\.up\.sql migrations\/0010_add_users_mail\.down\.sql$/,
  ],
  [
    'numbers without zeros',
    { 'migrations/9_a.sql': 'select 1;' },
    [],
    /^migrations\/10_add_users_mail\.sql rollbacks\/10_/,
  ],
  [
    'Flyway',
    { 'migrations/V7__a.sql': 'select 1;' },
    [],
    /^migrations\/V8__add_users_mail\.sql migrations\/U8__add_users_mail\.sql$/,
  ],
  [
    'dbmate',
    { 'db/migrations/20240101000000_a.sql': '-- migrate:up\nselect 1;\n-- migrate:down\nselect 1;' },
    [],
    /^db\/migrations\/20\d{12}_add_users_mail\.sql$/,
  ],
  [
    'a version of the future',
    { 'supabase/migrations/29990101000000_a.sql': 'select 1;' },
    [],
    /^supabase\/migrations\/29990101000001_/,
  ],
])('new in a folder with %s follows it', (_what, files, more, expected) => {
  const cwd = checkout(files);
  const { code, out } = lockstep(cwd, ['new', "Add users' mail", ...more, '--json']);
  expect(code).toBe(0);
  const written = (JSON.parse(out) as { files: string[] }).files;
  expect(written.join(' ')).toMatch(expected);
  for (const file of written)
    expect(readFileSync(path.join(cwd, file), 'utf8')).toContain(
      'unfinished write what reverses'.slice(0, file.includes('rollback') || written.length === 1 ? 99 : 0),
    );
});

test('new writes directives, never over a file, and nothing on a disk that takes nothing', () => {
  const cwd = checkout({});
  expect(lockstep(cwd, ['new', 'a', '--contract', '--no-transaction']).code).toBe(0);
  const [name = ''] = readdirSync(path.join(cwd, 'supabase/migrations'));
  expect(readFileSync(path.join(cwd, 'supabase/migrations', name), 'utf8')).toBe(
    '-- lockstep: contract\n-- lockstep: no-transaction\n',
  );
  const closed = checkout({ 'supabase/migrations/1_a.sql': 'select 1;', 'supabase/rollbacks': '' });
  const refused = lockstep(closed, ['new', 'b']);
  expect(refused).toMatchObject({ code: 64, out: '' });
  expect(refused.err).toMatch(/^error: .*\n$/);
  expect(readdirSync(path.join(closed, 'supabase/migrations'))).toEqual(['1_a.sql']);
});

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c'];
  execFileSync('git', [...who, ...args], { cwd, env: { PATH: process.env['PATH'], HOME: cwd }, stdio: 'ignore' });
}

test('lint --staged judges what is staged, and not what the working tree has', () => {
  const cwd = checkout(notes);
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'a');
  const file = path.join(cwd, 'supabase/migrations/20240102000000_drop.sql');
  writeFileSync(file, 'drop table notes;\n');
  expect(lockstep(cwd, ['lint', '--staged']).out).toContain('0 files of 1 checked as pending');
  git(cwd, 'add', '.');
  writeFileSync(file, 'select 1;\n');
  const staged = lockstep(cwd, ['lint', '--staged', '--fail-on', 'warning']);
  expect(staged.code).toBe(1);
  expect(staged.out).toMatch(/20240102000000_drop\.sql:1: \w+ destroys-data: /);
  expect(lockstep(cwd, ['lint', '--since', 'HEAD', '--fail-on', 'warning']).out).not.toContain('destroys-data');
});

test('lint writes SARIF, and annotations of GitHub', () => {
  const cwd = checkout({ 'supabase/migrations/1_a.sql': 'create table a (id int);\n' });
  const { code, out } = lockstep(cwd, ['lint', '--steps', '1', '--format', 'sarif']);
  expect(code).toBe(1);
  const [run] = JSON.parse(out).runs;
  expect(run.results).toContainEqual(expect.objectContaining({ ruleId: 'rls-missing', level: 'error' }));
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('supabase/migrations/1_a.sql');
  expect(lockstep(cwd, ['lint', '--steps', '1', '--format', 'github']).out).toMatch(
    /^::error file=supabase\/migrations\/1_a\.sql,line=1,title=lockstep%3A rls-missing::public\.a: /m,
  );
});

test('a down migration is drafted and verified on a server of its own; what is lost keeps lint red', () => {
  const cwd = checkout({
    'supabase/migrations/20240101000000_a.sql':
      'create table a (id int, b text); alter table a enable row level security;',
    'supabase/migrations/20240102000000_b.sql': 'alter table a drop column b; create index on a (id);',
  });
  const whole = lockstep(cwd, ['down-draft', 'supabase/migrations/20240101000000_a.sql', '--json']);
  expect(JSON.parse(whole.out)).toMatchObject({ verdict: 'pass', reason: 'drafted', unfinished: [] });
  expect(readFileSync(path.join(cwd, 'supabase/rollbacks/20240101000000_a.sql'), 'utf8')).toContain(
    'drop table public.a;',
  );
  const part = lockstep(cwd, ['down-draft', 'supabase/migrations/20240102000000_b.sql']);
  expect(part.code).toBe(2);
  expect(part.err).toContain('unfinished: the values of public.a.b are deleted');
  const lint = lockstep(cwd, ['lint', '--steps', '1']);
  expect(lint.code).toBe(1);
  expect(lint.out).toContain('supabase/rollbacks/20240102000000_b.sql:1: error unfinished: ');
  expect(lockstep(cwd, ['down-draft', 'supabase/migrations/20240101000000_a.sql'])).toMatchObject({ code: 64 });
  writeFileSync(path.join(cwd, 'c.sql'), 'create view c as select id from a;');
  const fresh = lockstep(cwd, ['new', 'c', '--from', 'c.sql', '--json']);
  expect(JSON.parse(fresh.out)).toMatchObject({ verdict: 'pass', reason: 'drafted' });
  expect(lockstep(cwd, ['verify', '--steps', '1', '--no-data', '--json']).code).toBe(0);
});

test('db gives a database for as long as a command runs, or until Ctrl-C', async () => {
  const cwd = checkout(notes);
  const run = lockstep(cwd, ['db', '--run', `"${process.execPath}" "${bundle}" up`]);
  expect(run).toMatchObject({ code: 0 });
  expect(run.out).toContain('1 migration applied');
  expect(lockstep(cwd, ['db', '--run', 'exit 3']).code).toBe(1);
  const child = spawn(process.execPath, [bundle, 'db'], {
    cwd,
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once('data', (piece: Buffer) => resolve(String(piece).trim())),
  );
  expect(url).toMatch(/^postgresql:\/\/postgres:[0-9a-f]{48}@127\.0\.0\.1:\d+\/postgres/);
  expect(lockstep(cwd, ['status'], { DATABASE_URL: url }).code).toBe(0);
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(lockstep(cwd, ['status'], { DATABASE_URL: url }).code).toBe(2);
});

test('Ctrl-C cancels on the server, and the migration is rolled back', async () => {
  const url = await postgres.createDatabase('cli_interrupted');
  const cwd = checkout({ 'supabase/migrations/1_a.sql': 'create table a (id int); select pg_sleep(600);' });
  const env = { PATH: process.env['PATH'], DATABASE_URL: url };
  const child = spawn(process.execPath, [bundle, 'up'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const sleeping = "select 1 from pg_stat_activity where datname = 'cli_interrupted' and wait_event = 'PgSleep'";
  while ((await postgres.query(sleeping)).length === 0) await new Promise(setImmediate);
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(await postgres.query(sleeping)).toEqual([]);
  expect(await postgres.query("select to_regclass('a') as found", [], 'cli_interrupted')).toEqual([{ found: null }]);
});
