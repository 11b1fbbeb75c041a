import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const environment = (more: Readonly<Record<string, string>> = {}) => {
  const who = { GIT_AUTHOR_NAME: 'Dana', GIT_AUTHOR_EMAIL: 'dana@shop.example' };
  const committer = { GIT_COMMITTER_NAME: 'Dana', GIT_COMMITTER_EMAIL: 'dana@shop.example' };
  return { PATH: process.env['PATH'], HOME: scope.folder('lockstep-home-'), ...who, ...committer, ...more };
};

function lockstep(cwd: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const options = { cwd, env: environment(more), encoding: 'utf8', input: '' } as const;
  const { status, stderr, stdout } = spawnSync(process.execPath, [bundle, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

function git(cwd: string, ...words: readonly string[]) {
  return execFileSync('git', words, { cwd, encoding: 'utf8', env: environment(), stdio: 'pipe' });
}

function lay(root: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const first = (folder: string) => ({
  [`${folder}/migrations/20260101000000_a.sql`]: 'create table a (id int primary key);\n',
  [`${folder}/rollbacks/20260101000000_a.sql`]: 'drop table a;\n',
});
/** What must be found, wherever the command is called. */
const unsafe = (folder: string) => ({
  [`${folder}/migrations/20260102000000_b.sql`]: 'drop table z;\n',
  [`${folder}/rollbacks/20260102000000_b.sql`]: 'create table z ();\n',
});

/** A repository whose migrations are in a folder, one of them committed and an unsafe one staged. */
function repository(folder: string): string {
  const root = lay(scope.folder('lockstep-odd-'), { ...first(folder), 'web/page.txt': '' });
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '.');
  git(root, 'commit', '--quiet', '--message', '1');
  lay(root, unsafe(folder));
  git(root, 'add', '.');
  return root;
}

const found = { code: 1, out: expect.stringContaining('1 file of 2 checked as pending') };

describe.each([
  ['--staged', ['--staged']],
  ['--since', ['--since', 'HEAD']],
])('lint %s finds what changed', (_how, how) => {
  const lint = (cwd: string, directory: string) =>
    lockstep(cwd, ['lint', ...how, '--fail-on', 'warning', `--directory=${directory}`]);

  test('from a folder next to the migrations', () => {
    expect(lint(join(repository('db'), 'web'), '../db/migrations')).toMatchObject(found);
  });

  test('by the whole path of the folder', () => {
    const root = repository('db');
    expect(lint(root, join(root, 'db/migrations'))).toMatchObject(found);
  });

  test('by a link to the folder', () => {
    const root = repository('db');
    symlinkSync('../db/migrations', join(root, 'web/link'));
    expect(lint(join(root, 'web'), 'link')).toMatchObject(found);
  });

  test.each(['g[a]*', '-dash', ':(top)x', 'Zoë ß'])('in a folder named %s', (folder) => {
    const root = repository(folder);
    // By a pattern, it would be this one as well.
    lay(root, { 'gaX/migrations/20260101000000_x.sql': 'select 1;\n' });
    git(root, 'add', '.');
    expect(lint(root, `${folder}/migrations`)).toMatchObject(found);
  });

  test('where git is set to name files from the current folder', () => {
    const root = repository('db');
    git(root, 'config', 'diff.relative', 'true');
    expect(lint(join(root, 'web'), '../db/migrations')).toMatchObject(found);
  });

  test('in a linked working tree', () => {
    const root = repository('db');
    const other = join(scope.folder('lockstep-odd-'), 'other');
    git(root, 'worktree', 'add', '--quiet', other, '-b', 'other');
    lay(other, unsafe('db'));
    git(other, 'add', '.');
    expect(lint(other, 'db/migrations')).toMatchObject(found);
  });
});

/** What is committed, and what of it a change then does to the down migration alone. */
const layouts = {
  supabase: ['db/migrations', '1_a.sql', '../rollbacks/1_a.sql'],
  pairs: ['db/migrations', '1_a.up.sql', '1_a.down.sql'],
  flyway: ['db/migrations', 'more/V1_0__a.sql', 'U1__a.sql'],
  folders: ['prisma/migrations', '1_a/migration.sql', '1_a/down.sql'],
} as const;
const unfinished = '-- lockstep: unfinished the rows\ndrop table a;\n';

describe.each(Object.entries(layouts))('a down migration in the layout %s', (layout, [folder, up, down]) => {
  test.each([
    ['--staged', ['--staged']],
    ['--since', ['--since', 'HEAD']],
  ])('is judged by lint %s, when nothing else of it changed', (_how, how) => {
    const [upFile, downFile] = [join(folder, up), join(folder, down)];
    const files = { [upFile]: 'create table a (id int primary key);\n', [downFile]: 'drop table a;\n' };
    const root = lay(scope.folder('lockstep-odd-'), { ...files, [join(folder, 'notes.txt')]: '' });
    git(root, 'init', '--quiet', '--initial-branch=main');
    git(root, 'add', '.');
    git(root, 'commit', '--quiet', '--message', '1');
    const lint = (...more: readonly string[]) => {
      git(root, 'add', '--all');
      return lockstep(root, ['lint', ...how, `--directory=${folder}`, `--layout=${layout}`, ...more]);
    };
    expect(lint()).toMatchObject({ code: 0, out: expect.stringContaining('0 files of 1 checked') });
    lay(root, { [downFile]: unfinished });
    expect(lint()).toMatchObject({ code: 1, out: expect.stringContaining('error unfinished') });
    lay(root, { [downFile]: '' });
    expect(lint()).toMatchObject({ code: 64, err: expect.stringContaining('empty; delete it') });
    lay(root, { [downFile]: "select 'a;\n" });
    expect(lint()).toMatchObject({ code: 64, err: expect.stringMatching(/quote|unterminated|string/i) });
    rmSync(join(root, downFile));
    expect(lint('--fail-on=warning')).toMatchObject({ code: 1, out: expect.stringContaining('no-down-migration') });
  });
});

describe('as a hook before a commit', () => {
  const hook = `#!/bin/sh\ncd web && exec '${process.execPath}' '${bundle}' lint --staged --fail-on warning\n`;
  const commit = (cwd: string, ...how: readonly string[]) =>
    spawnSync('git', ['commit', '--quiet', '--message', '2', ...how], { cwd, env: environment(), encoding: 'utf8' });

  test.each(['the repository', 'a linked working tree'])('%s keeps what is unsafe', (where) => {
    const root = repository('web/supabase');
    const path = git(root, 'rev-parse', '--git-path', 'hooks').trim();
    writeFileSync(join(root, path, 'pre-commit'), hook, { mode: 0o755 });
    let cwd = root;
    if (where !== 'the repository') {
      cwd = join(scope.folder('lockstep-odd-'), 'other');
      git(root, 'worktree', 'add', '--quiet', cwd, '-b', 'other');
      lay(cwd, unsafe('web/supabase'));
      git(cwd, 'add', '.');
    }
    const refused = commit(cwd);
    expect({ code: refused.status, said: refused.stdout + refused.stderr }).toEqual({
      code: 1,
      said: expect.stringContaining('1 file of 2 checked as pending'),
    });
    // What is committed is not what is staged: git has an index of its own for that.
    lay(cwd, { 'web/page.txt': 'new' });
    expect(commit(cwd, 'web/page.txt').status).toBe(0);
    expect(commit(cwd, '--all').status).toBe(1);
  });
});

describe('a commit that lint is to begin at', () => {
  test.each([
    ['nobody knows', 'nosuch', /^error: --since: nosuch is no commit that is here; .*fetch-depth: 0\)\n$/],
    ['an option', '--output=x', /^error: --since: expected a commit, got "--output=x"\n$/],
  ])('%s', (_what, since, said) => {
    const root = repository('supabase');
    expect(lockstep(root, ['lint', `--since=${since}`])).toEqual({
      code: 64,
      out: '',
      err: expect.stringMatching(said),
    });
  });

  test('with no history in common', () => {
    const root = repository('supabase');
    git(root, 'commit', '--quiet', '--message', '2');
    const tree = git(root, 'write-tree').trim();
    const alone = git(root, 'commit-tree', '-m', 'alone', tree).trim();
    expect(lockstep(root, ['lint', '--since', alone])).toMatchObject({
      code: 64,
      err: expect.stringMatching(/^error: --since: .* have no commit in common that is here; .*--unshallow/),
    });
  });
});

test.each(['20260103000000_a\n::error::b.sql', '20260103000000_a\u001b[31m.sql', '20260103000000_\u202egpj.sql'])(
  'a file name is no line of its own, nor a command to the terminal: %j',
  (name) => {
    const root = lay(scope.folder('lockstep-odd-'), {
      ...first('supabase'),
      [`supabase/migrations/${name}`]: 'drop table z;\n',
    });
    for (const args of [['lint'], ['lint', '--format', 'github'], ['plan']]) {
      const { err, out } = lockstep(root, args, { LOCKSTEP_DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' });
      const lines = `${out}${err}`.split('\n');
      expect(lines.filter((line) => line.startsWith('::error::b') || /[^\P{C}]/u.test(line))).toEqual([]);
    }
  },
);

test('in a folder that was deleted each command says so', () => {
  const gone = `cd "$(mktemp -d)" && rmdir "$PWD" && exec "$@"`;
  for (const args of [['new', 'x'], ['lint'], ['init'], ['status']]) {
    const line = ['-c', gone, 'sh', process.execPath, bundle, ...args];
    const { status, stderr } = spawnSync('sh', line, {
      env: environment({ TMPDIR: scope.folder('lockstep-odd-') }),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 64,
      stderr: 'error: the current folder is not there any more; change to another one\n',
    });
  }
});

test('where there is no folder for temporary files', () => {
  const root = repository('supabase');
  for (const args of [['lint', '--staged'], ['db'], ['verify']])
    expect(lockstep(root, args, { TMPDIR: '/nosuch' })).toMatchObject({
      code: 64,
      err: expect.stringMatching(/^error: .*\/nosuch.*; name another in TMPDIR\n$/),
    });
});

test('migrations that are made at one time have versions of their own', async () => {
  const root = scope.folder('lockstep-odd-');
  const make = (name: string) =>
    new Promise<number | null>((resolve) => {
      const options = { cwd: root, env: environment(), stdio: 'ignore' } as const;
      spawn(process.execPath, [bundle, 'new', name], options).once('close', resolve);
    });
  const names = ['one', 'two', 'three', 'four'];
  expect(await Promise.all(names.map(make))).toEqual([0, 0, 0, 0]);
  const files = readdirSync(join(root, 'supabase/migrations'));
  expect(files).toHaveLength(4);
  expect(new Set(files.map((file) => file.split('_')[0])).size).toBe(4);
  expect(readdirSync(join(root, 'supabase/rollbacks')).sort()).toEqual(files.sort());
});

test('the first migration of a project may be written with its draft', () => {
  const root = lay(scope.folder('lockstep-odd-'), { 'notes.sql': 'create table notes (id int primary key);\n' });
  expect(lockstep(root, ['new', 'notes', '--from', 'notes.sql'])).toMatchObject({ code: 0 });
  const [file = ''] = readdirSync(join(root, 'supabase/rollbacks'));
  expect(readFileSync(join(root, 'supabase/rollbacks', file), 'utf8')).toContain('drop table public.notes;');
});
