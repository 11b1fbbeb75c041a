import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground';
import { readFolder } from '../../src/files/folder.ts';
import type { Layout } from '../../src/files/layout.ts';
import { type Files, folderOf, writeFiles } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

function problems(files: Files, layout: Layout | 'auto' = 'auto'): string[] {
  try {
    folderOf(scope, files, layout);
    return [];
  } catch (error) {
    if (error instanceof InputError) return [...error.problems];
    throw error;
  }
}

const sql = 'select 1;';

describe('layouts are told apart by their files', () => {
  test.each<[Layout, Files]>([
    ['supabase', { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': 'select 2;' }],
    ['pairs', { 'migrations/1_a.up.sql': sql, 'migrations/1_a.down.sql': 'select 2;' }],
    ['sections', { 'migrations/1_a.sql': `-- migrate:up\n${sql}\n-- migrate:down\nselect 2;` }],
  ])('%s', (layout, files) => {
    const folder = folderOf(scope, files);
    expect(folder.layout).toBe(layout);
    expect(folder.migrations).toMatchObject([
      { version: '1', name: 'a', up: { statements: 1 }, down: { statements: 1 } },
    ]);
  });

  test('an empty folder is one without migrations', () => {
    expect(folderOf(scope, {})).toEqual({ layout: 'supabase', migrations: [] });
  });

  test('a mixture must be named or cleared', () => {
    expect(problems({ 'migrations/1_a.up.sql': sql, 'migrations/2_b.sql': sql })).toEqual([
      expect.stringContaining('its layout is not clear: 1_a.up.sql looks like "pairs", 2_b.sql looks like "supabase"'),
    ]);
  });
});

test('the order is that of numbers, not of text', () => {
  const files = { 'migrations/10_z.sql': sql, 'migrations/9_z.sql': sql, 'migrations/20240101000000_a.sql': sql };
  expect(folderOf(scope, files).migrations.map((each) => each.version)).toEqual(['9', '10', '20240101000000']);
});

describe('refused, with every problem at once', () => {
  test.each<[string, Files, string]>([
    ['a name that nobody would apply', { 'migrations/abc.sql': sql }, 'migrations/abc.sql: nobody would apply this'],
    ['a number alone', { 'migrations/1.sql': sql }, 'migrations/1.sql: nobody would apply this'],
    ['capitals in the ending', { 'migrations/1_a.SQL': sql }, 'migrations/1_a.SQL: nobody would apply this'],
    [
      'a way down among the ups',
      { 'migrations/1_a.sql': sql, 'migrations/1_a.down.sql': sql },
      'the Supabase CLI would apply this',
    ],
    ['two of one version', { 'migrations/1_a.sql': sql, 'migrations/1_b.sql': sql }, 'the same version as'],
    [
      'the same number in two spellings',
      { 'migrations/1_a.sql': sql, 'migrations/01_b.sql': sql },
      'the same version as',
    ],
    [
      'a way down without its way up',
      { 'migrations/1_a.sql': sql, 'rollbacks/1_b.sql': sql },
      'rollbacks/1_b.sql: a way down without',
    ],
    ['an empty file', { 'migrations/1_a.sql': '' }, 'migrations/1_a.sql: empty'],
    ['an empty way down', { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '\n' }, 'rollbacks/1_a.sql: empty'],
    [
      'a broken way down',
      { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '\ncommit;' },
      'rollbacks/1_a.sql:2: COMMIT without BEGIN',
    ],
  ])('%s', (_name, files, expected) => {
    expect(problems(files)).toEqual([expect.stringContaining(expected)]);
  });

  test('several problems come together', () => {
    expect(
      problems({ 'migrations/a.sql': sql, 'migrations/1_b.sql': 'begin;', 'rollbacks/7_c.sql': sql }),
    ).toHaveLength(3);
  });

  test('a folder that is not there', () => {
    expect(() => folderOf(scope, {}, 'supabase')).not.toThrow();
    expect(problems({ 'migrations/1_a.sql': sql }, 'pairs')).toEqual([
      expect.stringContaining('neither .up.sql nor .down.sql'),
    ]);
  });
});

test('what cannot be read is named, not a fault of ours', () => {
  const base = writeFiles(scope, { 'migrations/1_a.sql': sql });
  const read = (directory: string) => readFolder({ directory, downDirectory: 'none', layout: 'auto', base });
  symlinkSync('/nowhere', path.join(base, 'supabase/migrations/2_b.sql'));
  expect(() => read('supabase/migrations')).toThrow(/migrations folder supabase\/migrations: cannot be read: ENOENT/);
  expect(() => read('supabase/migrations/1_a.sql')).toThrow(/1_a.sql: cannot be read: ENOTDIR/);
  expect(() => read('elsewhere')).toThrow('does not exist');
});

test('a comment may stand for a step that does nothing', () => {
  const files = { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '-- nothing to take back' };
  expect(folderOf(scope, files).migrations[0]?.down?.statements).toBe(0);
});

test('other files beside the migrations are left alone', () => {
  const files = { 'migrations/1_a.sql': sql, 'migrations/README.md': 'x', 'migrations/.keep': '' };
  expect(folderOf(scope, files).migrations).toHaveLength(1);
});

test("the dump of Supabase's first releases is passed over, as its CLI does", () => {
  const files = { 'migrations/20211208000000_init.sql': sql, 'migrations/20240101000000_init.sql': sql };
  expect(folderOf(scope, files).migrations.map((each) => each.version)).toEqual(['20240101000000']);
});

describe('sections', () => {
  const at = (content: string) => ({ 'migrations/1_a.sql': content });

  test('a mark in a string or a body is text', () => {
    const content = "-- migrate:up\nselect '\n-- migrate:down\n', $$\n-- migrate:down\n$$;\n-- migrate:down\nselect 2;";
    const [migration] = folderOf(scope, at(content)).migrations;
    expect(migration?.up.statements).toBe(1);
    expect(migration?.down?.texts).toEqual(['-- migrate:down\nselect 2']);
  });

  test('the last statement of a half may lack its semicolon', () => {
    const [migration] = folderOf(scope, at('-- migrate:up\nselect 1\n-- migrate:down\nselect 2\n')).migrations;
    expect([migration?.up.statements, migration?.down?.statements]).toEqual([1, 1]);
  });

  test('transaction:false is honoured', () => {
    const [migration] = folderOf(scope, at('-- migrate:up transaction:false\nvacuum;\nselect 1;')).migrations;
    expect(migration?.up.directives.noTransaction).toBe(true);
  });

  test('lines of errors are those of the file', () => {
    expect(problems(at('-- migrate:up\nselect 1;\n-- migrate:down\n\ncommit;'))).toEqual([
      expect.stringContaining('1_a.sql:5: COMMIT'),
    ]);
  });

  test.each([
    ['SQL before the first mark', 'select 0;\n-- migrate:up\nselect 1;', '1_a.sql:1: SQL before the first'],
    ['two ups', '-- migrate:up\nselect 1;\n-- migrate:up\nselect 2;', '1_a.sql:3: a second "migrate:up"'],
    ['no up', '-- migrate:down\nselect 1;', 'no "-- migrate:up" in it'],
  ])('%s', (_name, content, expected) => {
    expect(problems(at(content), 'sections')).toEqual([expect.stringContaining(expected)]);
  });
});
