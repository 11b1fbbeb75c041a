import { afterAll, beforeAll, expect } from '@jest/globals';
import { thinned as test } from '../../../../test/e2e/sampled.ts';
import { describeDeletions } from '../../src/report/deletions.ts';
import { cell, table } from '../../src/report/markdown.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { readPlanReport } from '../../src/report/plan-report.ts';
import { up } from '../../src/up/up.ts';
import { type Database, engineOn, type Files, folderOf, type Ground, startGround } from '../ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.end());

const base = {
  'migrations/1_users.sql': 'create table users (id int primary key, name text);',
  'rollbacks/1_users.sql': 'drop table users;',
};

async function planned(files: Files, phase: 'all' | 'expand' = 'all', before?: (database: Database) => Promise<void>) {
  const database = await ground.database();
  await up(engineOn(database), { folder: folderOf(ground.scope, base), phase: 'all', allowOutOfOrder: false });
  await before?.(database);
  const folder = folderOf(ground.scope, { ...base, ...files });
  const { report } = await readPlanReport(engineOn(database), {
    folder,
    phase,
    allowOutOfOrder: false,
    exposedSchemas: 'auto',
  });
  expect(await database.versions()).toEqual(['1']);
  return report;
}

test('a plan says order, phase, class, locks with sizes, down migrations and findings', async () => {
  const report = await planned(
    {
      'migrations/2_bio.sql': 'alter table users add bio text;\ncreate index concurrently i on users (bio);\n',
      'rollbacks/2_bio.sql': 'alter table users drop bio;',
      'migrations/3_less.sql': 'alter table users drop name;',
    },
    'expand',
    async (database) => database.run("insert into users select g, 'x' from generate_series(1, 50) g; analyze users;"),
  );
  expect(report).toMatchObject({
    fromVersion: '1',
    toVersion: '2',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    refusals: [],
    migrations: [
      {
        file: 'supabase/migrations/2_bio.sql',
        does: 'apply',
        phase: 'expand',
        atomic: false,
        deletes: [],
        opaque: false,
        locks: [{ table: 'public.users', blocks: 'reads and writes', size: { rows: 50 } }],
        down: { deletes: ['column public.users.bio'], opaque: false },
        lacksDown: false,
        statements: [
          {
            line: 1,
            tag: 'ALTER TABLE',
            class: 'transaction',
            locks: [{ table: 'users', mode: 'access-exclusive', blocks: 'reads and writes', size: { rows: 50 } }],
          },
          {
            line: 2,
            tag: 'CREATE INDEX',
            class: 'alone',
            locks: [{ mode: 'share-update-exclusive', blocks: 'nothing' }],
          },
        ],
        findings: [{ rule: 'not-atomic' }],
      },
      {
        file: 'supabase/migrations/3_less.sql',
        does: 'hold',
        phase: 'contract',
        phaseBy: 'statements',
        reasons: [{ line: 1, what: 'drops column users.name' }],
        deletes: ['column public.users.name'],
        down: null,
        lacksDown: true,
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  const markdown = planMarkdown(report);
  for (const part of [
    '**1 migration to apply**',
    '1 file held back',
    '| public.users (blocks reads and writes) | about 50 rows, 32 kB | yes, deletes column public.users.bio | none |',
    '| ⚠️ no | column public.users.name |',
    '- ⚠️ **breaks-old-code** supabase/migrations/3\\_less.sql:1: ',
    report.digest,
  ]) {
    expect(markdown).toContain(part);
  }
});

test('what contract migrations would delete for good is counted and said, of those that are applied', async () => {
  const files = {
    'migrations/2_less.sql': 'alter table users drop name;',
    'migrations/3_code.sql': '-- lockstep: contract\ndo $$ begin delete from users where id = 1; end $$;',
  };
  const filled = async (database: Database) => database.run("insert into users values (1, 'x'), (2, 'y'), (3, null)");
  const report = await planned(files, 'all', filled);
  expect(report.migrations[0]?.losses).toEqual([{ what: 'column public.users.name', rows: { count: 2, more: false } }]);
  const said = 'column public.users.name (2 rows), and what shows only when 3_code.sql runs';
  expect(describeDeletions(report)).toBe(said);
  expect(planMarkdown(report)).toContain(`**What a mistake would cost**: no down migration restores ${cell(said)}.`);
  const held = await planned(files, 'expand', filled);
  expect(held.migrations[0]?.losses).toEqual([]);
  expect(describeDeletions(held)).toBe('');
  expect(describeDeletions(await planned(files, 'all'))).not.toContain('column');
});

test.each<[string, string[], boolean]>([
  ['drop table t;', ['table public.t'], false],
  ['drop table t cascade;', ['table public.t'], true],
  ['drop type e;', [], true],
  ['update users set name = null;', [], true],
  ['delete from users where id = 3;', [], true],
  ['delete from users;', ['rows of table public.users'], false],
  ['do $$ begin drop table t; end $$;', [], true],
  ['with gone as (delete from users returning id) select count(*) from gone;', [], true],
  ['drop index i; drop view v;', [], false],
])('what a down migration deletes: %s', async (down, deletes, opaque) => {
  const files = { 'migrations/2_a.sql': 'select 1;', 'rollbacks/2_a.sql': down };
  const report = await planned(files);
  expect(report.migrations[0]?.down).toMatchObject({ deletes, opaque });
  expect(planMarkdown(report).includes('more may show when it runs')).toBe(opaque);
});

test('a plan that must not run says why, and applies nothing', async () => {
  const report = await planned({ 'migrations/0_late.sql': 'select 1;' });
  expect(report.refusals).toMatchObject([{ reason: 'out-of-order', file: 'supabase/migrations/0_late.sql' }]);
  expect(report.migrations).toMatchObject([{ does: 'hold' }]);
  expect(planMarkdown(report)).toContain('> ❌ **Refused** (`out-of-order`): supabase/migrations/0');
});

test('a file of a million rows is not listed row by row', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => `insert into users values (${i});`).join('\n');
  const report = await planned({ 'migrations/2_rows.sql': rows });
  expect(report.migrations[0]).toMatchObject({ moreStatements: 400, statements: { length: 100 } });
});

test('nothing pending is said in one line', async () => {
  expect(planMarkdown(await planned({}))).toMatch(/^Nothing is pending; the database is at 1\.\n/);
});

test('the same files give the same digest, and any change another', async () => {
  const two = { 'migrations/2_a.sql': 'select 1;' };
  const digests = [
    two,
    two,
    { 'migrations/2_a.sql': 'select 2;' },
    { ...two, 'rollbacks/2_a.sql': '-- nothing' },
    { 'migrations/2_a.sql': '-- lockstep: contract\nselect 1;' },
  ];
  const [a, b, ...others] = await Promise.all(digests.map(async (files) => (await planned(files)).digest));
  expect(a).toBe(b);
  expect(new Set([a, ...others]).size).toBe(4);
});

test('what is in a table cannot become markup', () => {
  expect(cell('a | b\n<img src=x> `c` @user [x](y) *z*')).toBe(
    'a \\| b &lt;img src=x&gt; \\`c\\` @\u200buser \\[x\\](y) \\*z\\*',
  );
  expect(table(['x'], [['|']])).toBe('| x |\n|---|\n| \\| |');
});
