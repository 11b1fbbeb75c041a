import { afterAll, describe, expect, test } from '@jest/globals';
import type { Verdict } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import type { PullFile, PullReport } from '../../src/pull/pull-report.ts';
import { readFolderPull } from '../../src/pull/read-pull.ts';
import { pullMarkdown, pullVerdict } from '../../src/report/pull-markdown.ts';
import { type Files, folderOf } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const base = {
  'migrations/10_users.sql':
    'create table users (id int primary key, name text, bio text, nick varchar(10));\ncreate view v as select 1;',
  'rollbacks/10_users.sql': 'drop table users;',
};
const add = (version: number | string, sql = `alter table users add c${version} int;`): Files => ({
  [`migrations/${version}_f.sql`]: sql,
  [`rollbacks/${version}_f.sql`]: 'select 1;',
});

/** The section without a database; `rewritten`: versions that the base branch has too. */
async function section(files: Files, rewritten: readonly string[] = []) {
  const folder = folderOf(scope, { ...base, ...files });
  const added = folder.migrations
    .map(({ version }) => version)
    .filter((one) => one !== '10' && !rewritten.includes(one));
  const of = { added: new Set(added), rewritten: new Set(rewritten) };
  const report = await readFolderPull({ folder, of, allowOutOfOrder: false });
  return report === undefined ? undefined : { verdict: pullVerdict(report), text: pullMarkdown(report) };
}

/** The cells of the row of a version. */
function row(text: string, version: number | string): readonly string[] {
  const line = text.split('\n').find((one) => one.startsWith('| ') && one.includes(`/${version}\\_`)) ?? '';
  return line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').replaceAll('\\', ''));
}

const ROWS_UNKNOWN = '; how many rows: not known without a database';
const UNSEEN = 'what its code or changes of rows take shows only when it runs';
type Row = readonly [phase: string, why: string, loses: string, down: string, release: string];
const HELD = 'held back until it is committed';

test.each<[what: string, sql: string, verdict: Verdict, row: Row]>([
  ['adds', 'alter table users add a int;', 'pass', ['expand', '', 'nothing', 'yes', 'applied']],
  [
    'drops a column',
    '\n\nalter table users drop column bio;',
    'pass',
    ['contract', 'Line 3 drops column users.bio.', `column public.users.bio${ROWS_UNKNOWN}`, 'yes', HELD],
  ],
  [
    'drops several things',
    'alter table users drop column bio, drop column name;\ndrop view v;',
    'pass',
    [
      'contract',
      'Line 1 drops column users.bio, and 2 more.',
      `column public.users.bio, column public.users.name${ROWS_UNKNOWN}`,
      'yes',
      HELD,
    ],
  ],
  [
    'drops a table',
    'drop table users;',
    'pass',
    ['contract', 'Line 1 drops table users.', `table public.users${ROWS_UNKNOWN}`, 'yes', HELD],
  ],
  [
    'drops a schema',
    'drop schema old cascade;',
    'pass',
    ['contract', 'Line 1 drops schema old.', `schema old${ROWS_UNKNOWN}; ${UNSEEN}`, 'yes', HELD],
  ],
  [
    'drops a schema, which must be empty',
    'drop schema old;',
    'pass',
    ['contract', 'Line 1 drops schema old.', 'nothing', 'yes', HELD],
  ],
  [
    'empties a table',
    'truncate users;',
    'pass',
    ['contract', 'Line 1 empties table users.', `rows of table public.users${ROWS_UNKNOWN}`, 'yes', HELD],
  ],
  [
    'says that it is contract',
    '-- A change\n-- lockstep: contract\nselect 1;',
    'pass',
    ['contract', 'Line 2 says "-- lockstep: contract".', UNSEEN, 'yes', HELD],
  ],
  [
    'renames',
    'alter table users rename bio to about;',
    'pass',
    ['contract', 'Line 1 renames column users.bio to about.', 'nothing', 'yes', HELD],
  ],
  [
    'says that it is expand, and drops',
    '-- lockstep: expand because nobody reads it\nalter table users drop column bio;',
    'pass',
    [
      'expand',
      'Line 2 drops column users.bio; its author says that the code before it can live with that.',
      `column public.users.bio${ROWS_UNKNOWN}`,
      'yes',
      'applied',
    ],
  ],
  [
    'drops what it made itself',
    'create table tmp (a int); drop table tmp;',
    'pass',
    ['expand', '', 'nothing', 'yes', 'applied'],
  ],
  [
    'drops, and makes it anew',
    'drop table users; create table users (id int);',
    'pass',
    ['contract', 'Line 1 drops table users.', `table public.users${ROWS_UNKNOWN}`, 'yes', HELD],
  ],
  ['changes rows', 'update users set name = 1;', 'pass', ['expand', '', UNSEEN, 'yes', 'applied']],
  [
    'is no SQL',
    'alter tabel users add a int;',
    'fail',
    [
      'contract',
      'Line 1 is not SQL that PostgreSQL takes, so nobody knows what it does.',
      UNSEEN,
      'yes',
      '❌ refused (not-sql)',
    ],
  ],
])('a file that %s', async (_what, sql, verdict, expected) => {
  const found = await section(add(20, sql));
  expect(row(found?.text ?? '', 20).slice(1)).toEqual(expected);
  expect(found?.verdict).toBe(verdict);
});

describe('down migrations', () => {
  const up = 'alter table users add a int;';
  test.each<[what: string, sql: string, cell: string, verdict: Verdict, hint: boolean]>([
    ['is missing', up, '⚠️ no', 'unknown', true],
    [
      'is missing for a reason',
      `-- lockstep: allow no-down-migration because it only adds\n${up}`,
      'no',
      'pass',
      false,
    ],
    ['of a contract file is missing', '-- lockstep: contract\ndrop table users;', 'no', 'pass', false],
    ['of what is found to be contract is missing', 'drop table users;', '⚠️ no', 'unknown', true],
  ])('one that %s', async (_what, sql, cell, verdict, hint) => {
    const found = await section({ 'migrations/20_f.sql': sql });
    expect(row(found?.text ?? '', 20)[4]).toBe(cell);
    expect(found?.verdict).toBe(verdict);
    expect(found?.text.includes('⚠️ Without a down migration')).toBe(hint);
  });
});

test('an expand file behind a contract one is refused, and it says what to do', async () => {
  const found = await section({ ...add(20), ...add(21, 'drop table users;'), ...add(22), ...add(23, 'drop view v;') });
  expect(found?.verdict).toBe('fail');
  expect([20, 21, 22, 23].map((version) => row(found?.text ?? '', version)[5])).toEqual([
    'not while the release is refused',
    HELD,
    '❌ refused (expand-behind-contract): stands behind supabase/migrations/21_f.sql',
    HELD,
  ]);
  expect(found?.text).toContain('**4 migrations**, 2 of them contract.');
  expect(found?.text).toContain('❌ **A release would refuse this** (`expand-behind-contract`)');
  expect(found?.text).toContain('Apply it with the workflow Contract (`contract.yml`) once the release is committed');
  expect(found?.text).toContain(
    'give the contract file the later version, or apply it first with the workflow Contract (`contract.yml`)',
  );
});

test('a file older than the base branch is refused, a rewritten one may be', async () => {
  const older = await section(add('05'));
  expect(older?.verdict).toBe('fail');
  expect(row(older?.text ?? '', '05')[5]).toBe('❌ refused (out-of-order)');
  const rewritten = await section({ ...add('05') }, ['05']);
  expect(rewritten?.verdict).toBe('unknown');
  expect(row(rewritten?.text ?? '', '05')[5]).toBe('⚠️ refused (checksum-mismatch) where it was applied before');
});

test('what the base branch made is known', async () => {
  const widened = await section(add(20, 'alter table users alter column nick type varchar(20);'));
  expect(row(widened?.text ?? '', 20)[1]).toBe('expand');
  const narrowed = await section(add(20, 'alter table users alter column nick type varchar(5);'));
  expect(row(narrowed?.text ?? '', 20)[1]).toBe('contract');
});

test('nothing is said of a pull request without migrations', async () => {
  expect(await section({})).toBeUndefined();
});

describe('the section', () => {
  const file: PullFile = {
    ...{
      file: 'm/1_f.sql',
      phase: 'expand',
      why: '',
      takes: [],
      opaque: false,
      down: 'yes',
      fate: { kind: 'applied' },
    },
  };
  const report = (files: readonly PullFile[], more: Partial<PullReport> = {}): PullReport => ({
    ...{ asked: true, files, others: [], refusals: [] },
    ...more,
  });
  const takes = (count: number, more = false) => [{ what: 'table public.users', rows: { count, more } }];

  test.each<[PullFile['takes'], string]>([
    [takes(0), 'table public.users (0 rows)'],
    [takes(1), 'table public.users (1 row)'],
    [takes(1_000, true), 'table public.users (more than 1000 rows)'],
    [[{ what: 'table public.users', rows: undefined }], 'table public.users (rows not counted)'],
    [
      Array.from({ length: 6 }, (_, nth) => ({ what: `table t${nth}`, rows: { count: 1, more: false } })),
      'table t0 (1 row), table t1 (1 row), table t2 (1 row), table t3 (1 row), 2 more',
    ],
  ])('counts rows (%#)', (each, words) => {
    expect(row(pullMarkdown(report([{ ...file, file: 'm/1_f.sql', takes: each }])), 1)[3]).toBe(words);
  });

  test('names what else is pending, and says whether a database was asked', () => {
    const asked = pullMarkdown(report([file], { others: ['m/0_old.sql'] }));
    expect(asked).toContain('not of this pull request: m/0\\_old.sql.');
    expect(asked).not.toContain('No database was asked');
    expect(pullMarkdown(report([file], { asked: false }))).toContain('No database was asked');
  });

  test('is bounded, and shows first what somebody must look at', () => {
    const long = (nth: number): PullFile => ({
      ...file,
      file: `m/${nth}_${'_'.repeat(240)}.sql`,
      why: '_'.repeat(900),
    });
    const refused = { ...long(999), fate: { kind: 'refused', reason: 'not-sql' } } as const;
    const text = pullMarkdown(
      report([...Array.from({ length: 300 }, (_, nth) => long(nth)), refused], {
        others: Array.from({ length: 300 }, (_, nth) => `m/${nth}${'_'.repeat(240)}`),
        refusals: Array.from({ length: 30 }, () => ({ reason: 'not-sql', message: '*'.repeat(900) })),
      }),
    );
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('refused (not-sql)');
    expect(text).toContain('and 25 more reasons');
  });

  test('takes no markup from a name', () => {
    const text = pullMarkdown(
      report([{ ...file, file: 'm/1_<img>|`@team`.sql', takes: [{ what: 'table a|b', rows: undefined }] }]),
    );
    expect(text).not.toMatch(/<img>|@team|[^\\]\|b/);
  });
});
