import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned } from '../../../test/e2e/sampled.ts';

const bundle = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
beforeAll(() => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli');
});
afterAll(() => scope[Symbol.asyncDispose]());

function checkout(files: Readonly<Record<string, string>>): string {
  const root = scope.folder('lockstep-draft-');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

function lockstep(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd },
    encoding: 'utf8',
    input: '',
  });
  return { code: status, out: stdout, err: stderr };
}

/** What a terminal and an editor take for something else than a letter. */
const ODD = 'x\u2068abc\u2069\u0085\u001b[31m\fy';
const GREET = (text: string) => `create function greet() returns text language sql as $$ select '${text}' $$;\n`;

test('SQL is written as it is, whatever letters are in it', () => {
  const [first, second] = ['supabase/migrations/1_a.sql', 'supabase/migrations/2_b.sql'];
  const cwd = checkout({ [first]: GREET(ODD), [second]: GREET('plain').replace('create', 'create or replace') });
  expect(lockstep(cwd, 'down-draft', second)).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'supabase/rollbacks/2_b.sql'), 'utf8')).toContain(ODD);
  expect(lockstep(cwd, 'verify', '--steps', '1', '--no-data')).toMatchObject({ code: 0 });
  expect(lockstep(cwd, 'down-draft', second, '--print').out).toContain(ODD);
  const change = `${GREET(ODD).replace('greet', 'other')}create table t (a int);\n`;
  writeFileSync(path.join(cwd, 'ch.sql'), change);
  expect(lockstep(cwd, 'new', 'odd', '--from', 'ch.sql')).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'supabase/migrations/3_odd.sql'), 'utf8')).toBe(change);
});

test('SQL with a secret is written nowhere, and not with stars in its place', () => {
  const token = 'sbp_4f5e6d7c8b9a0f1e2d3c';
  const cwd = checkout({ 'ch.sql': `create table t (\n  a text default '${token}');\n` });
  const { code, err, out } = lockstep(cwd, 'new', token, '--from', 'ch.sql');
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(err).toMatch(/\nerror: supabase\/migrations\/\d+_\S+: line 2 has a secret .*; nothing was written[^\n]*\n$/);
  expect(err).not.toContain(token);
  expect(existsSync(path.join(cwd, 'supabase'))).toBe(false);
});

const BODY = 'create function f() returns int language plpgsql as $$ begin return 1; end $$;';

/** A tool, what its files begin with, and what its down half begins with. */
const TOOLS: readonly (readonly [tool: string, up: string, down: string])[] = [
  ['goose', '-- +goose Up', '-- +goose Down'],
  ['node-pg-migrate', '-- Up Migration', '-- Down Migration'],
  ['dbmate', '-- migrate:up transaction:false', '-- migrate:down'],
  ['sql-migrate', '-- +migrate Up notransaction', '-- +migrate Down'],
  ['Atlas', '-- migration.sql --', '-- down.sql --'],
  ['Play evolutions', '-- !Ups', '-- !Downs'],
  ['micrate', '-- +micrate UP', '-- +micrate DOWN'],
  ['rambler', '-- rambler up', '-- rambler down'],
];

thinned.each(TOOLS)('a file of %s gets its down half in the words of its tool', (_tool, up, down) => {
  const file = 'db/1_a.sql';
  const cwd = checkout({ [file]: `${up}\r\ncreate table t (a int);\r\n` });
  expect(lockstep(cwd, 'down-draft', file)).toMatchObject({ code: 0 });
  const text = readFileSync(path.join(cwd, file), 'utf8');
  expect(text.startsWith(`${up}\r\ncreate table t (a int);\r\n`)).toBe(true);
  expect(text.split('\n').filter((line) => line === down)).toHaveLength(1);
  expect(lockstep(cwd, 'verify', '--no-data', '--directory', 'db')).toMatchObject({ code: 0 });
});

test('goose reads to a semicolon: a statement with one inside is marked as one', () => {
  const cwd = checkout({ 'db/1_a.sql': `-- +goose Up\n-- +goose StatementBegin\n${BODY}\n-- +goose StatementEnd\n` });
  const change = BODY.replace('return 1', 'return 2').replace('create', 'create or replace');
  writeFileSync(path.join(cwd, 'ch.sql'), `${change}\ncreate table t (a int);\n`);
  expect(lockstep(cwd, 'new', 'two', '--from', 'ch.sql', '--directory', 'db')).toMatchObject({ code: 0 });
  const text = readFileSync(path.join(cwd, 'db/2_two.sql'), 'utf8');
  expect(text).toBe(
    `-- +goose Up\n-- +goose StatementBegin\n${change}\n-- +goose StatementEnd\ncreate table t (a int);\n` +
      '\n-- +goose Down\n-- Draft of the down migration of 2_two.sql: read it before it is committed.\n\n' +
      'drop table public.t;\n\n-- +goose StatementBegin\nCREATE OR REPLACE FUNCTION public.f()\n RETURNS integer\n LANGUAGE plpgsql\n' +
      'AS $function$ begin return 1; end $function$;\n-- +goose StatementEnd\n',
  );
});

test('tern has a mark between the halves, and none above', () => {
  const mark = '---- create above / drop below ----';
  const cwd = checkout({ 'db/1_a.sql': `create table t (a int);\n${mark}\ndrop table t;\n` });
  expect(lockstep(cwd, 'new', 'b', '--directory', 'db')).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, 'db/2_b.sql'), 'utf8')).toMatch(
    new RegExp(`^\\n${mark}\\n-- lockstep: unfinished `),
  );
});

test('an empty down half is filled; one with SQL is replaced only by --force', () => {
  const file = 'db/1_a.sql';
  const [head, up] = ['-- a file', '-- migrate:up\ncreate table t (a int);\n\n'];
  const text = (down: string) => `${head}\n${up}-- migrate:down\n${down}`;
  const cwd = checkout({ [file]: text('-- why it is there\n-- lockstep: unfinished write what reverses it\n') });
  expect(lockstep(cwd, 'down-draft', file)).toMatchObject({ code: 0 });
  const filled = readFileSync(path.join(cwd, file), 'utf8');
  expect(filled).toBe(
    text(
      '-- why it is there\n-- Draft of the down migration of 1_a.sql: read it before it is committed.\n\ndrop table public.t;\n',
    ),
  );
  writeFileSync(path.join(cwd, file), text('drop table if exists t;\n'));
  const refused = lockstep(cwd, 'down-draft', file);
  expect(refused).toMatchObject({ code: 64, out: '' });
  expect(refused.err).toContain('1_a.sql: has a down migration already; --force replaces it, --print shows a draft');
  expect(lockstep(cwd, 'down-draft', file, '--force')).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(cwd, file), 'utf8')).toBe(filled.replace('-- why it is there\n', ''));
  expect(lockstep(cwd, 'verify', '--no-data', '--directory', 'db')).toMatchObject({ code: 0 });
});
