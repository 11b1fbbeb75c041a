import { afterAll, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import type { Layout } from '../../src/files/layout.ts';
import { requireRunnable, settle } from '../../src/history/settle.ts';
import { type Files, folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const at = (content: string) => ({ 'migrations/1_a.sql': content });

function problems(files: Files, layout: Layout | 'auto'): readonly string[] {
  try {
    requireRunnable(settle(folderOf(scope, files, layout), []), []);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** Tool, its mark for the up half ('' where it has none), and the one for the down half. */
const TOOLS: readonly (readonly [tool: string, up: string, down: string])[] = [
  ['dbmate', '-- migrate:up', '-- migrate:down'],
  ['dbmate', '--migrate:up transaction:false', '--  MIGRATE:DOWN  '],
  ['goose', '-- +goose Up', '-- +goose Down'],
  ['goose', '-- +goose   UP ', '--+goose down'],
  ['goose', '-- +goose NO TRANSACTION\n-- +goose Up', '-- +goose Down\n-- +goose StatementBegin'],
  ['sql-migrate', '-- +migrate Up', '-- +migrate Down notransaction'],
  ['micrate', '-- +micrate Up', '-- +micrate Down'],
  ['a tool like goose', '-- +mig Up', '-- +mig Down'],
  ['rambler', '-- rambler up', '-- rambler down'],
  ['node-pg-migrate', '-- Up Migration', '-- Down Migration'],
  ['node-pg-migrate', '--- - UP   MIGRATION (makes)', '---down migration: takes it back'],
  ['node-pg-migrate', '-- Up Migration', '-- Down migration of all that was made above'],
  ['tern', '', '---- create above / drop below ----'],
  ['tern', '', '---- CREATE ABOVE / DROP BELOW ----\r'],
  ['MyBatis', '', '-- //@UNDO'],
  ['MyBatis', '', '--//@undo'],
  ['Play evolutions', '-- !Ups', '-- !Downs'],
  ['Atlas (txtar)', '-- migration.sql --', '-- down.sql --'],
  ['a section heading', '-- ==== UP ====', '-- ==== DOWN ===='],
  ['a section heading', '-- up', '-- down'],
  ['a section heading', '-------\n-- Up\n-------', '-------\n-- Down\n-------'],
  ['a section heading', '--;; up', '--;; down'],
  ['a section heading', '-- @Up()', '-- @Down()'],
  ['a section heading', '-- #UP', '-- #DOWN'],
  ['a section heading', '-- Migrate: Up', '-- Migration - down:'],
  ['a section heading', '-- [UP SCRIPT]', '-- [DOWN SCRIPT]'],
  ['a section heading', '-- name: up', '-- name: down'],
  ['a section heading', '-- Up', '-- Undo script'],
];

describe('a down half never runs as part of the up', () => {
  test.each(TOOLS)('%s: %j, %j', (tool, up, down) => {
    for (const before of ['create table t (i int);\n', 'create table t (i int)\n']) {
      const content = `${up}\n${before}${down}\ndrop table t;\n`;
      const [first] = problems(at(content), 'supabase');
      expect(first).toContain(`here begins the down half (${tool})`);
      const pairs = { 'migrations/1_a.up.sql': content };
      expect(problems(pairs, 'auto')[0]).toContain(`here begins the down half (${tool})`);
    }
  });

  test.each(TOOLS)('%s: %j, %j in sections', (_tool, up, down) => {
    const folder = folderOf(scope, at(`${up}\ncreate table t (i int);\n${down}\ndrop table t;\n`), 'sections');
    expect(problems(at(`${up}\ncreate table t (i int);\n${down}\ndrop table t;\n`), 'sections')).toEqual([]);
    const [migration] = folder.migrations;
    expect([...(migration?.up.words ?? []), ...(migration?.down?.words ?? [])]).toEqual(['create', 'drop']);
  });

  test.each(TOOLS.filter(([tool]) => tool !== 'a section heading' && !tool.startsWith('Play')))(
    '%s: %j, %j are sections without being told',
    (_tool, up, down) => {
      expect(folderOf(scope, at(`${up}\ncreate table t (i int);\n${down}\ndrop table t;\n`)).layout).toBe('sections');
    },
  );

  test('a down file that holds the up half as well is refused too', () => {
    const files = {
      ...at('select 1;'),
      'rollbacks/1_a.sql': '-- Up Migration\nselect 1;\n-- Down Migration\nselect 2;',
    };
    expect(problems(files, 'supabase')).toEqual([
      expect.stringContaining('rollbacks/1_a.sql:1: here begins the up half'),
    ]);
  });

  test.each([
    ['.undo', 'migrations/1_a.undo.sql'],
    ['.rollback', 'migrations/1_a.rollback.sql'],
    ['.revert', 'migrations/1_a.revert.sql'],
    ['.Down', 'migrations/1_a.Down.sql'],
    ['_down beside it', 'migrations/1_a_down.sql'],
    ['-rollback beside it', 'migrations/1_a-rollback.sql'],
  ])('nor does one that its name shows: %s', (_name, file) => {
    const [problem] = problems({ ...at('select 1;'), [file]: 'drop table t;' }, 'auto');
    expect(problem).toMatch(/move it to the directory of down migrations/);
  });
});

test.each([
  ['goose (ENVSUB)', '-- +goose ENVSUB ON\n-- +goose Up\nselect 1;'],
  ['Atlas (txtar)', '-- atlas:txtar\n\n-- migration.sql --\nselect 1;'],
  ['Atlas (checkpoint)', '-- atlas:checkpoint\nselect 1;'],
  ['Atlas (delimiter)', '-- atlas:delimiter \\n\\n\\n\nselect 1;'],
  ['Liquibase (formatted SQL)', '--liquibase formatted sql\n--changeset ada:1\nselect 1;\n--rollback select 2;'],
  ['Liquibase (formatted SQL)', 'select 1;\n-- changeset ada:2 dbms:postgresql\nselect 1;'],
  ['graphile-migrate (include)', 'select 1;\n--!include functions/f.sql\nselect 2;'],
  ['Sqitch', '-- Revert app:users from pg\n\nbegin;\nselect 1;\ncommit;'],
  ['Bytebase', '-- txn-mode = off\nselect 1;'],
  ['Play evolutions', '# --- !Ups\nselect 1;\n# --- !Downs\nselect 2;'],
])('what changes the meaning of a file in a way of its own is refused: %s', (tool, content) => {
  expect(problems(at(content), 'auto')[0]).toContain(`written for ${tool}`);
});

test.each([
  '-- down payment column',
  '-- Down payments are kept apart from up-front ones',
  '-- scale down',
  '-- up to date rows only',
  '-- Down migration is not possible: the values are gone',
  '-- the down migration lies in rollbacks/',
  '-- rollback',
  '-- undo: see rollbacks',
  '-- up and down',
  '-- breakdown',
  '--> statement-breakpoint',
  '-- CreateTable',
  '-- migrate users down to the new plan',
  '/*\n-- Down Migration\n*/',
  "select '\n-- +goose Down\n';",
  'do $$\n-- migrate:down\nbegin end $$;',
  'create table u (\n  -- down\n  down int,\n  -- up\n  up int);',
])('an ordinary comment is none: %j', (comment) => {
  const content = `create table t (i int);\n${comment}\nalter table t add down_payment int;\n`;
  expect(problems(at(content), 'supabase')).toEqual([]);
});

test("tern's mark counts behind a statement too", () => {
  expect(problems(at('create table t ();---- create above / drop below ----\ndrop table t;'), 'supabase')).toEqual([
    expect.stringContaining('here begins the down half (tern)'),
  ]);
});

test.each([
  'create table ${schema}.t ();',
  'create table "${schema}".t ();',
  "insert into t values ('${flyway:timestamp}');",
])('a placeholder is refused: %s', (sql) => {
  expect(problems(at(sql), 'auto')).toEqual([expect.stringContaining('a placeholder (${…})')]);
});

test('what only looks like one in a string or a body is none', () => {
  const sql = "insert into t values ('Hello ${name}'); do $$ begin perform '${x}'; end $$; select $a${b}$a$;";
  expect(problems(at(sql), 'auto')).toEqual([]);
});

test('a down half of nothing but comments is none', () => {
  expect(problems(at('create table t (i int);\n-- DOWN\n-- drop table t;\n'), 'supabase')).toEqual([]);
});

test('what goose says before its first mark holds for both halves', () => {
  const content = '-- +goose NO TRANSACTION\n-- +goose Up\nvacuum;\n-- +goose Down\nselect 2;';
  const [migration] = folderOf(scope, at(content)).migrations;
  expect([migration?.up.directives.noTransaction, migration?.down?.directives.noTransaction]).toEqual([true, true]);
});

test('so does what is said to us', () => {
  const [migration] = folderOf(scope, at('-- lockstep: contract\n-- migrate:up\nselect 1;')).migrations;
  expect(migration?.up.directives.phase).toBe('contract');
});

test('a large file is looked through to its end, over the borders of what is read at once', () => {
  const line = `insert into t values ('${'x'.repeat(200)}'); -- a comment\n`;
  for (const pad of [0, 1, 7, 190, 230]) {
    const head = `-- migrate:up\n${' '.repeat(pad)}\n`;
    const content = `${head}${line.repeat(Math.ceil((1 << 20) / line.length))}-- migrate:down\ndrop table t;\n`;
    expect(folderOf(scope, at(content)).migrations[0]?.down?.statements).toBe(1);
  }
});
