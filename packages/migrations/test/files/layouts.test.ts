import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { type Folder, readFolder } from '../../src/files/folder.ts';
import type { Layout } from '../../src/files/layout.ts';
import { compareVersions, versionKey } from '../../src/files/migration.ts';
import { requireRunnable, settle } from '../../src/history/settle.ts';
import { type Files, writeFiles } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

function read(files: Files, layout: Layout | 'auto' = 'auto'): Folder {
  const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`../db/${name}`, text]));
  return readFolder({ directory: 'db', downDirectory: 'none', layout, base: writeFiles(scope, inFolder) });
}

const sql = 'select 1;';
const down = 'select 2;';
const shape = ({ layout, migrations }: Folder) => [
  layout,
  ...migrations.map((each) => `${each.version} ${each.name}${each.down === undefined ? '' : ' down'}`),
];
/** What stands in the way on an empty database. */
const problems = (folder: Folder) => settle(folder, []).problems.map(({ file, message }) => `${file}: ${message}`);
const applied = (...versions: string[]) =>
  versions.map((version) => ({ version, name: '', applied: true, side: undefined }));

describe('layouts of other tools are read where they are', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'Flyway',
      { 'V1__users.sql': sql, 'U1__undo.sql': down, 'V2__b.sql': sql, 'V10__c.sql': sql },
      ['flyway', '1 users down', '2 b', '10 c'],
    ],
    [
      'Flyway, with parts in versions and folders below',
      { 'V1.2__b.sql': sql, '2024/V1_10__c.sql': sql, 'V1__a.sql': sql, 'U1_10__c.sql': down },
      ['flyway', '1 a', '1.2 b', '1.10 c down'],
    ],
    [
      'Prisma',
      {
        'migration_lock.toml': 'provider = "postgresql"\n',
        '0_init/migration.sql': sql,
        '20240101000000_users/migration.sql': sql,
        '20240101000000_users/down.sql': down,
      },
      ['folders', '0 init', '20240101000000 users down'],
    ],
    [
      'Prisma, with folders of one number in the order of their names',
      {
        ...{ '0_init/migration.sql': sql, '20240101000000_b/migration.sql': sql, '20240101000000_b/down.sql': down },
        ...{ '20240101000000_a/migration.sql': sql, '20240102000000_c/migration.sql': sql },
      },
      ['folders', '0 init', '20240101000000 a', '20240101000000.01 b down', '20240102000000 c'],
    ],
    [
      'Drizzle',
      {
        'meta/_journal.json': JSON.stringify({
          dialect: 'postgresql',
          entries: [
            { idx: 0, when: 1_700_000_000_000, tag: '0000_init' },
            { idx: 1, when: 1_700_000_000_001, tag: '0001_users' },
          ],
        }),
        '0000_init.sql': `${sql}--> statement-breakpoint\n${sql}`,
        '0001_users.sql': sql,
        '0001_users.down.sql': down,
      },
      ['drizzle', '0000 init', '0001 users down'],
    ],
    [
      'Drizzle without numbers',
      {
        'meta/_journal.json': JSON.stringify({ entries: [{ idx: 0, when: 1_700_000_000_000, tag: 'busy_hulk' }] }),
        'busy_hulk.sql': sql,
      },
      ['drizzle', '1700000000000 busy_hulk'],
    ],
    ['golang-migrate', { '1_a.up.sql': sql, '1_a.down.sql': down, '2_b.up.sql': sql }, ['pairs', '1 a down', '2 b']],
    ['node-pg-migrate', { '1_a.sql': `-- Up Migration\n${sql}\n-- Down Migration\n${down}` }, ['sections', '1 a down']],
  ])('%s', (_tool, files, expected) => {
    const folder = read(files);
    expect(shape(folder)).toEqual(expected);
    expect(problems(folder)).toEqual([]);
  });

  test('a hundred folders of one number have their order, one more is refused', () => {
    const names = Array.from({ length: 101 }, (_each, nth) => `7_${String(nth).padStart(3, '0')}`);
    const folder = read(Object.fromEntries(names.map((name) => [`${name}/migration.sql`, sql])));
    expect(folder.migrations.map(({ name }) => `7_${name}`)).toEqual(names.slice(0, 100));
    expect(problems(folder)).toEqual([
      'db/7_100/migration.sql: more than 100 folders begin with 7; give this one a number of its own',
    ]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['what is recorded keeps its version', ['7 b'], ['7 b', '7.01 a', '7.02 c']],
    ['the second alone', ['7.01 b'], ['7 a', '7.01 b', '7.02 c']],
    ['one that is gone keeps its own', ['7 x', '7.01 c'], ['7.01 c', '7.02 a', '7.03 b']],
    ['nothing', [], ['7 a', '7.01 b', '7.02 c']],
  ])('folders of one number beside a history: %s', (_what, recorded, expected) => {
    const folder = read({
      '7_a/migration.sql': 'select 1;',
      '7_b/migration.sql': 'select 2;',
      '7_c/migration.sql': sql,
    });
    const history = recorded.map((each) => {
      const [version = '', name = ''] = each.split(' ');
      return { version, name, applied: true, side: undefined };
    });
    const { migrations } = settle(folder, history).folder;
    expect(migrations.map(({ name, version }) => `${version} ${name}`)).toEqual(expected);
  });

  test('a file of settings beside one of Flyway takes it out of the transaction', () => {
    const folder = read({ 'V1__a.sql': sql, 'V1__a.sql.conf': '# one\nexecuteInTransaction=false\n' });
    expect(folder.migrations[0]?.up.directives.noTransaction).toBe(true);
    expect(problems(read({ 'V1__a.sql': sql, 'V1__a.sql.conf': 'shouldExecute=${x}\n' }))).toEqual([
      expect.stringContaining('"shouldExecute=${x}" is not followed here'),
    ]);
  });
});

describe('what its own tool would run, and nothing here does, is refused by name', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'repeatable migrations and callbacks of Flyway',
      { 'V1__a.sql': sql, 'R__views.sql': sql, 'afterMigrate.sql': sql },
      ['db/R__views.sql: a repeatable migration', "db/afterMigrate.sql: a callback of Flyway's"],
    ],
    [
      'its baseline migrations, misspelled names and placeholders',
      { 'V1__a.sql': 'select ${schema}.f();', 'B2__b.sql': sql, 'V3_c.sql': sql },
      ['db/V1__a.sql: a placeholder (${…})', 'db/B2__b.sql: a baseline', 'db/V3_c.sql: the file name is not'],
    ],
    [
      'files that the journal of Drizzle does not name, and the other way round',
      {
        'meta/_journal.json': JSON.stringify({
          entries: [
            { idx: 0, when: 1, tag: '0001_b' },
            { idx: 1, when: 2, tag: '0000_a' },
            { idx: 2, when: 3, tag: '0003_d' },
          ],
        }),
        ...{ '0000_a.sql': sql, '0001_b.sql': sql, '0002_c.sql': sql },
      },
      [
        'db/0000_a.sql: meta/_journal.json applies it after',
        'db/0003_d.sql: meta/_journal',
        'db/0002_c.sql: meta/_jou',
      ],
    ],
    [
      'folders without a number or a migration, and files beside folders',
      { '1_a/migration.sql': sql, 'init/migration.sql': sql, '2_b/notes.md': 'x', '3_c.sql': sql },
      ['db/3_c.sql: not in a folder', 'db/2_b: no migration.sql', 'db/init/migration.sql: its folder must begin'],
    ],
    [
      'programs of node-pg-migrate, Knex, TypeORM, Sequelize and Flyway',
      {
        '1_a.sql': sql,
        '2_b.js': 'exports.up = (pgm) => pgm.sql("");',
        '3_c.ts': "import type { Knex } from 'knex';",
        '4-d.ts': 'export class D4 implements MigrationInterface {}',
        '5_e.cjs': 'module.exports = { up: (queryInterface) => 1 }',
        'V6__F.java': 'import org.flywaydb.core.api.migration.BaseJavaMigration;',
        'types.d.ts': '',
      },
      [
        'db/2_b.js: a migration in JavaScript, which only node-pg-migrate can run',
        'db/3_c.ts: a migration in TypeScript, which only Knex can run',
        'db/4-d.ts: a migration in TypeScript, which only TypeORM can run',
        'db/5_e.cjs: a migration in JavaScript, which only Sequelize can run',
        'db/V6__F.java: a migration in Java, which only Flyway can run',
      ],
    ],
  ])('%s', (_what, files, expected) => {
    expect(problems(read(files))).toEqual(expected.map((begin) => expect.stringContaining(begin)));
  });

  test('what was applied is in no way, but a repeatable migration is', () => {
    const folder = read({ 'V1__a.sql': 'select ${schema}.f();', 'V3_c.sql': sql, 'R__views.sql': sql });
    const settled = settle(folder, applied('1', '3'));
    expect(() => requireRunnable(settled, applied('1', '3'))).toThrow('R__views.sql: a repeatable migration');
    expect(settled.problems).toHaveLength(1);
  });

  test.each<[Files, string]>([
    [{ 'migration_lock.toml': 'provider = "sqlite"', '1_a/migration.sql': sql }, 'is for sqlite, not for postgresql'],
    [{ 'meta/_journal.json': '{', '0000_a.sql': sql }, 'db/meta/_journal.json: is no JSON'],
    [{ 'meta/_journal.json': '{}', '0000_a.sql': sql }, 'has no entries'],
    [{ 'meta/_journal.json': '{"dialect":"mysql","entries":[]}' }, 'is for mysql'],
    [{ 'meta/_journal.json': '{"entries":[{"idx":3,"tag":"../a","when":1}]}' }, 'entry 3 has no tag or no time'],
  ])('the folder itself: %#', (files, message) => {
    expect(() => read(files)).toThrow(message);
  });
});

test('versions with parts have their order, and one key for all spellings', () => {
  expect(['2', '1.10', '1.2', '1', '01.3'].toSorted((a, b) => compareVersions(a, b))).toEqual([
    ...['1', '1.2', '01.3', '1.10', '2'],
  ]);
  expect(['1.0', '01', '1.0.0', '0.0', '1.20'].map(versionKey)).toEqual(['1', '1', '1', '0', '1.20']);
});
