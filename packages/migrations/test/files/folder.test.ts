import { renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import { readFolder } from '../../src/files/folder.ts';
import type { Layout } from '../../src/files/layout.ts';
import type { HistoryRecord } from '../../src/history/record.ts';
import { requireRunnable, settle } from '../../src/history/settle.ts';
import { type Files, folderOf, writeFiles } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

/** Applied by others. */
const recorded = (...versions: string[]) =>
  versions.map((version): HistoryRecord => ({ version, applied: true, name: 'f', side: undefined }));

/** What stands in the way of running what is pending. */
function problems(files: Files, layout: Layout | 'auto' = 'auto', history: readonly HistoryRecord[] = []): string[] {
  try {
    requireRunnable(settle(folderOf(scope, files, layout), history), history);
    return [];
  } catch (error) {
    if (error instanceof InputError) return [...error.problems];
    throw error;
  }
}

const sql = 'select 1;';
const options = (base: string) =>
  ({ directory: 'supabase/migrations', downDirectory: 'supabase/rollbacks', layout: 'auto', base }) as const;

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

  test('a folder without migrations may be one that has none yet, if the caller says so', () => {
    expect(folderOf(scope, {})).toMatchObject({ layout: 'supabase', migrations: [] });
    expect(() => readFolder({ ...options(writeFiles(scope, {})), mayBeEmpty: false })).toThrow(
      'no migration in it (a file is named NUMBER_name.sql)',
    );
    expect(readFolder({ ...options(scope.folder()), directory: 'none', mayBeEmpty: false }).migrations).toEqual([]);
  });

  test('in a mixture, what does not fit the layout of most is refused by name', () => {
    expect(problems({ 'migrations/1_a.up.sql': sql, 'migrations/2_b.sql': sql })).toEqual([
      'supabase/migrations/2_b.sql: neither .up.sql nor .down.sql; rename it to 2_b.up.sql',
    ]);
    const marked = `-- migrate:up\n${sql}\n-- migrate:down\nselect 2;`;
    expect(problems({ 'migrations/1_a.sql': sql, 'migrations/2_b.sql': marked })).toEqual([
      expect.stringContaining('2_b.sql:3: here begins the down half (dbmate)'),
    ]);
    expect(problems({ 'migrations/1_a.sql': marked, 'migrations/2_b.sql': marked, 'migrations/3_c.sql': sql })).toEqual(
      [expect.stringContaining('3_c.sql:1: no "-- migrate:up" in it')],
    );
  });
});

describe('order', () => {
  const mixed = { 'migrations/20251231120000_a.sql': sql, 'migrations/20260116_b.sql': sql };
  const order = (files: Files, layout: Layout | 'auto' = 'auto') =>
    folderOf(scope, files, layout).migrations.map((each) => each.version);

  test("of a Supabase project is the CLI's: by text", () => {
    expect(order(mixed)).toEqual(['20251231120000', '20260116']);
    expect(order({ 'migrations/10_z.sql': sql, 'migrations/9_z.sql': sql })).toEqual(['10', '9']);
  });

  test('where one version begins with another, tools differ, and somebody must say which', () => {
    const files = { 'migrations/20260101_a.sql': sql, 'migrations/20260101120000_b.sql': sql };
    expect(problems(files)).toEqual([
      expect.stringMatching(
        /^supabase\/migrations\/20260101_a.sql has a version that the version of supabase\/migrations\/20260101120000_b.sql starts with/,
      ),
    ]);
    expect(problems(files, 'supabase')).toEqual([]);
    expect(order(files, 'supabase')).toEqual(['20260101', '20260101120000']);
    expect(problems(files, 'auto', recorded('20260101'))).toEqual([]);
    const mixture = { 'migrations/1_a.sql': sql, 'migrations/10_b.sql': sql, 'migrations/2_c.sql': sql };
    expect(problems(mixture)).toEqual([expect.stringContaining('give all versions the same number of digits')]);
    expect(order(mixture, 'supabase')).toEqual(['1', '10', '2']);
    const dbmate = (up: string) => `-- migrate:up\n${up}\n-- migrate:down\nselect 2;`;
    expect(problems({ 'migrations/1_a.sql': dbmate(sql), 'migrations/10_b.sql': dbmate(sql) })).toEqual([
      expect.stringContaining('has a version that the version of'),
    ]);
    expect(problems({ 'migrations/1_a.up.sql': sql, 'migrations/10_b.up.sql': sql })).toEqual([]);
  });

  test('of pairs, and of folders that are not in a Supabase project, is that of numbers', () => {
    expect(order({ 'migrations/10_z.up.sql': sql, 'migrations/9_z.up.sql': sql })).toEqual(['9', '10']);
    const base = writeFiles(scope, { 'migrations/10_z.sql': sql, 'migrations/9_z.sql': sql });
    renameSync(path.join(base, 'supabase'), path.join(base, 'db'));
    const folder = readFolder({ directory: 'db/migrations', downDirectory: 'none', layout: 'auto', base });
    expect(folder.migrations.map((each) => each.version)).toEqual(['9', '10']);
  });

  test('where it could be another, and nothing is recorded yet, somebody must say which', () => {
    const doubt = [
      'supabase/migrations/20260116_b.sql comes before supabase/migrations/20251231120000_a.sql as a number, and after ' +
        'it as text, which is how the Supabase CLI sorts; give all versions the same number of digits, or set layout: ' +
        'supabase for its order',
    ];
    expect(problems(mixed)).toEqual(doubt);
    expect(problems(mixed, 'supabase')).toEqual([]);
    expect(problems(mixed, 'auto', recorded('20251231120000'))).toEqual([]);
    expect(problems({ 'migrations/10_z.up.sql': sql, 'migrations/9_z.up.sql': sql })).toEqual([]);
    expect(problems({ 'migrations/0009_z.sql': sql, 'migrations/0010_z.sql': sql })).toEqual([]);
  });
});

const one = { 'migrations/1_b.sql': sql };

describe('refused, with every problem at once', () => {
  test.each<[string, Files, string]>([
    ['a number alone', { ...one, 'migrations/2.sql': sql }, 'migrations/2.sql: the file name is not a migration'],
    [
      'capitals in the ending',
      { ...one, 'migrations/2_a.SQL': sql },
      'migrations/2_a.SQL: the file name is not a migration',
    ],
    [
      'a dash behind the number',
      { ...one, 'migrations/2-a.sql': sql },
      'migrations/2-a.sql: the file name is not a migration',
    ],
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
      'rollbacks/1_b.sql: a down migration without',
    ],
    ['an empty way down', { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '\n' }, 'rollbacks/1_a.sql: empty'],
    [
      'a broken way down',
      { 'migrations/1_a.sql': sql, 'rollbacks/1_a.sql': '\nrollback;' },
      'rollbacks/1_a.sql:2: ROLLBACK without BEGIN',
    ],
  ])('%s', (_name, files, expected) => {
    expect(problems(files)).toEqual([expect.stringContaining(expected)]);
  });

  test('several problems come together', () => {
    expect(
      problems({ 'migrations/2.sql': sql, 'migrations/1_b.sql': 'begin;', 'rollbacks/7_c.sql': sql }),
    ).toHaveLength(3);
  });

  test('a layout that is not theirs', () => {
    expect(() => folderOf(scope, {}, 'supabase')).not.toThrow();
    expect(problems({ 'migrations/1_a.sql': sql, 'migrations/2_b.up.sql': sql }, 'pairs')).toEqual([
      expect.stringContaining('neither .up.sql nor .down.sql'),
    ]);
    expect(() => folderOf(scope, { 'migrations/1_a.sql': sql }, 'pairs')).toThrow('no migration in it');
  });
});

test('what cannot be read is named, not a fault of ours', () => {
  const base = writeFiles(scope, { 'migrations/1_a.sql': sql });
  const read = (directory: string) => readFolder({ directory, downDirectory: 'none', layout: 'auto', base });
  expect(() => read('supabase/migrations/1_a.sql')).toThrow(/1_a.sql: cannot be read: ENOTDIR/);
  expect(() => read('elsewhere')).toThrow('does not exist');
});

test('a folder that cannot be seen is not said to be absent', () => {
  const base = writeFiles(scope, { 'migrations/1_a.sql': sql });
  // Whoever may do anything, as root, is refused nothing; a circle of links is refused to everyone.
  symlinkSync('circle', path.join(base, 'circle'));
  const read = (directory: string, downDirectory = 'none') =>
    readFolder({ directory, downDirectory, layout: 'auto', base });
  expect(() => read('circle')).toThrow(/^migrations folder circle: cannot be read: ELOOP/);
  expect(() => read('supabase/migrations', 'circle/down')).toThrow(/cannot be read: ELOOP/);
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

test('of it only a first file is passed over, and only of a Supabase project, and it is said', () => {
  const dump = { 'migrations/20210601120000_init.sql': sql, 'migrations/20220101000000_b.sql': sql };
  expect(folderOf(scope, dump).leftOut).toEqual([
    expect.stringContaining('supabase/migrations/20210601120000_init.sql: left out, as the Supabase CLI does'),
  ]);
  const second = { 'migrations/20200101000000_a.sql': sql, ...dump };
  expect(folderOf(scope, second).migrations).toHaveLength(3);
  const base = writeFiles(scope, dump);
  renameSync(path.join(base, 'supabase'), path.join(base, 'db'));
  const folder = readFolder({ directory: 'db/migrations', downDirectory: 'none', layout: 'auto', base });
  expect(folder).toMatchObject({ leftOut: [], migrations: [{ version: '20210601120000' }, {}] });
});

describe('what cannot be run stands only in the way of what is to be run', () => {
  test.each<[string, Files]>([
    ['broken SQL', { 'migrations/2_b.sql': "select '" }],
    ['a stray file', { 'migrations/test_rls.sql': sql, 'migrations/2_b.sql': sql }],
    ['a stray number', { 'migrations/1-a.sql': sql, 'migrations/2_b.sql': sql }],
    ['two of a version', { 'migrations/2_b.sql': sql, 'migrations/2_c.sql': sql }],
    ['a down without its up', { 'migrations/2_b.sql': sql, 'rollbacks/2_x.sql': sql }],
    ['a down among the ups', { 'migrations/2_b.sql': sql, 'migrations/2_b.down.sql': sql }],
    ["another tool's sections", { 'migrations/2_b.sql': '-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;' }],
    ['an empty down', { 'migrations/2_b.sql': sql, 'rollbacks/2_b.sql': '' }],
    ['ROLLBACK without BEGIN', { 'migrations/2_b.sql': 'rollback;' }],
  ])('%s', (_name, files) => {
    const folder = folderOf(scope, { 'migrations/1_a.sql': sql, 'migrations/3_c.sql': sql, ...files }, 'supabase');
    const history = recorded('1', '2');
    const { notes, problems: found } = settle(folder, history);
    expect({ problems: found, notes: notes.length }).toEqual({ problems: [], notes: 1 });
  });

  test('of two files of a version, the one that was run is known by its name', () => {
    const folder = folderOf(scope, { 'migrations/1_a.sql': sql, 'migrations/1_f.sql': 'select 2;' });
    expect(settle(folder, recorded('1')).folder.migrations).toMatchObject([{ name: 'f', others: [{ name: 'a' }] }]);
  });

  test('what is beyond the last one to run does not matter either', () => {
    const folder = folderOf(scope, { 'migrations/1_a.sql': sql, 'migrations/2_b.sql': "select '" });
    expect(settle(folder, [], '1').problems).toEqual([]);
    expect(settle(folder, [], '2').problems).toHaveLength(1);
  });
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
    expect(problems(at('-- migrate:up\nselect 1;\n-- migrate:down\n\nrollback;'))).toEqual([
      expect.stringContaining('1_a.sql:5: ROLLBACK'),
    ]);
  });

  test.each([
    ['SQL before the first mark', 'select 0;\n-- migrate:up\nselect 1;', '1_a.sql:1: SQL before the first'],
    ['two ups', '-- migrate:up\nselect 1;\n-- migrate:up\nselect 2;', '1_a.sql:3: a second mark for "up"'],
    ['no up', '-- migrate:down\nselect 1;', 'no "-- migrate:up" in it'],
  ])('%s', (_name, content, expected) => {
    expect(problems(at(content), 'sections')).toEqual([expect.stringContaining(expected)]);
  });
});
