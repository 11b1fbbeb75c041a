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
  return report === undefined ? undefined : { report, verdict: pullVerdict(report), text: pullMarkdown(report) };
}

/** The cells of the row of a version. */
function row(text: string, version: number | string): readonly string[] {
  const line = text.split('\n').find((one) => one.startsWith('| ') && one.startsWith(`| ${version}\\_`)) ?? '';
  return line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').replaceAll('\\', ''));
}

interface Expected {
  readonly phase: 'expand' | 'contract';
  /** The line that decides it, and what it does. */
  readonly why?: readonly [line: number, what: string];
  readonly deletes?: readonly string[];
  readonly opaque?: boolean;
  readonly locks?: readonly (readonly [table: string, blocks: string])[];
  readonly fate?: 'applied' | 'held' | 'refused';
  readonly verdict?: Verdict;
}
const EXCLUSIVE = [['public.users', 'reads and writes']] as const;
const bio = ['column public.users.bio'];

test.each<[what: string, sql: string, expected: Expected]>([
  ['adds', 'alter table users add a int;', { phase: 'expand', locks: EXCLUSIVE }],
  ['indexes', 'create index i on users (bio);', { phase: 'expand', locks: [['public.users', 'writes']] }],
  ['indexes concurrently', 'create index concurrently i on users (bio);', { phase: 'expand' }],
  [
    'drops a column',
    '\n\nalter table users drop column bio;',
    { phase: 'contract', why: [3, 'drops column users.bio'], deletes: bio, locks: EXCLUSIVE },
  ],
  [
    'drops several things',
    'alter table users drop column bio, drop column name;\ndrop view v;',
    {
      phase: 'contract',
      why: [1, 'drops column users.bio, and 2 more'],
      deletes: [...bio, 'column public.users.name'],
      locks: [...EXCLUSIVE, ['public.v', 'reads and writes']],
    },
  ],
  [
    'drops a table',
    'drop table users;',
    { phase: 'contract', why: [1, 'drops table users'], deletes: ['table public.users'], locks: EXCLUSIVE },
  ],
  [
    'drops a schema',
    'drop schema old cascade;',
    { phase: 'contract', why: [1, 'drops schema old'], deletes: ['schema old'], opaque: true },
  ],
  ['drops a schema, which must be empty', 'drop schema old;', { phase: 'contract', why: [1, 'drops schema old'] }],
  [
    'empties a table',
    'truncate users;',
    { phase: 'contract', why: [1, 'empties table users'], deletes: ['rows of table public.users'], locks: EXCLUSIVE },
  ],
  [
    'says that it is contract',
    '-- A change\n-- lockstep: contract\nselect 1;',
    { phase: 'contract', why: [2, 'says "-- lockstep: contract"'], opaque: true },
  ],
  [
    'renames',
    'alter table users rename bio to about;',
    { phase: 'contract', why: [1, 'renames column users.bio to about'], locks: EXCLUSIVE },
  ],
  [
    'says that it is expand, and drops',
    '-- lockstep: expand because nobody reads it\nalter table users drop column bio;',
    {
      phase: 'expand',
      why: [2, 'drops column users.bio; its author declares it expand'],
      deletes: bio,
      locks: EXCLUSIVE,
    },
  ],
  ['drops what it made itself', 'create table tmp (a int); drop table tmp;', { phase: 'expand' }],
  [
    'drops, and creates it again',
    'drop table users; create table users (id int);',
    { phase: 'contract', why: [1, 'drops table users'], deletes: ['table public.users'], locks: EXCLUSIVE },
  ],
  ['changes rows', 'update users set name = 1;', { phase: 'expand', opaque: true }],
  [
    'is no SQL',
    'alter tabel users add a int;',
    {
      phase: 'contract',
      why: [1, expect.stringContaining('is not SQL') as unknown as string],
      opaque: true,
      fate: 'refused',
      verdict: 'fail',
    },
  ],
])('a file that %s', async (_what, sql, expected) => {
  const found = await section(add(20, sql));
  const { phase, why, deletes = [], opaque = false, locks = [] } = expected;
  const [file] = found?.report.files ?? [];
  expect(file).toMatchObject({
    phase,
    opaque,
    deletes: deletes.map((what) => ({ what, rows: undefined })),
    locks: locks.map(([table, blocks]) => ({ table, blocks, size: null })),
    down: { deletes: [] },
    fate: { kind: expected.fate ?? (phase === 'contract' ? 'held' : 'applied') },
  });
  expect(file?.why).toEqual(why && { line: why[0], what: why[1] });
  expect(found?.verdict).toBe(expected.verdict ?? 'pass');
});

describe('down migrations', () => {
  const up = 'alter table users add a int;';
  test.each<[what: string, sql: string, down: PullFile['down'], verdict: Verdict, hint: boolean]>([
    ['is missing', up, 'missing', 'unknown', true],
    [
      'is missing for a reason',
      `-- lockstep: allow no-down-migration because it only adds\n${up}`,
      'not needed',
      'pass',
      false,
    ],
    ['of a contract file is missing', '-- lockstep: contract\ndrop table users;', 'not needed', 'pass', false],
    ['of what is found to be contract is missing', 'drop table users;', 'missing', 'unknown', true],
  ])('one that %s', async (_what, sql, down, verdict, hint) => {
    const found = await section({ 'migrations/20_f.sql': sql });
    expect(found?.report.files[0]?.down).toBe(down);
    expect(row(found?.text ?? '', 20)[4]).toBe(down === 'missing' ? '⚠️ no' : 'not needed');
    expect(found?.verdict).toBe(verdict);
    expect(found?.text.includes('⚠️ Without a down migration')).toBe(hint);
  });

  test('what one deletes is in its cell', async () => {
    const files = { 'migrations/20_f.sql': up, 'rollbacks/20_f.sql': 'alter table users drop a;' };
    expect(row((await section(files))?.text ?? '', 20)[4]).toBe('yes, deletes column public.users.a');
  });
});

test('an expand file behind a contract one is refused, and it says what to do', async () => {
  const found = await section({ ...add(20), ...add(21, 'drop table users;'), ...add(22), ...add(23, 'drop view v;') });
  expect(found?.verdict).toBe('fail');
  expect(found?.report.refusals).toMatchObject([
    {
      reason: 'expand-behind-contract',
      message: expect.stringMatching(/22_f.*21_f/),
    },
  ]);
  expect(found?.report.files.map(({ fate }) => fate)).toEqual([
    { kind: 'applied' },
    { kind: 'held' },
    { kind: 'behind' },
    { kind: 'held' },
  ]);
  expect([20, 21, 22, 23].map((version) => row(found?.text ?? '', version)[1])).toEqual([
    'expand',
    'contract, held back',
    'expand, ❌ refused (expand-behind-contract)',
    'contract, held back',
  ]);
  expect(found?.text.match(/contract\.yml/g)?.length).toBeGreaterThanOrEqual(2);
});

test('a file older than the base branch is refused, a rewritten one may be', async () => {
  const older = await section(add('05'));
  expect(older?.verdict).toBe('fail');
  expect(older?.report.files[0]?.fate).toEqual({ kind: 'refused', reason: 'out-of-order' });
  const rewritten = await section({ ...add('05') }, ['05']);
  expect(rewritten?.verdict).toBe('unknown');
  expect(rewritten?.report.files[0]?.fate).toEqual({ kind: 'rewritten' });
  expect(row(rewritten?.text ?? '', '05')[1]).toContain('checksum-mismatch');
});

test('what the base branch made is known', async () => {
  const widened = await section(add(20, 'alter table users alter column nick type varchar(20);'));
  expect(row(widened?.text ?? '', 20)[1]).toBe('expand');
  const narrowed = await section(add(20, 'alter table users alter column nick type varchar(5);'));
  expect(row(narrowed?.text ?? '', 20)[1]).toBe('contract, held back');
});

test('nothing is said of a pull request without migrations', async () => {
  expect(await section({})).toBeUndefined();
});

describe('the section', () => {
  const file: PullFile = {
    ...{
      file: 'm/1_f.sql',
      phase: 'expand',
      why: undefined,
      deletes: [],
      opaque: false,
      locks: [],
      down: { deletes: [], opaque: false },
      fate: { kind: 'applied' },
    },
  };
  const report = (files: readonly PullFile[], more: Partial<PullReport> = {}): PullReport => ({
    ...{ asked: true, files, others: [], refusals: [] },
    ...more,
  });
  const deletes = (count: number, more = false) => [{ what: 'table public.users', rows: { count, more } }];

  test.each<[PullFile['deletes'], string]>([
    [deletes(0), 'table public.users (0 rows)'],
    [deletes(1), 'table public.users (1 row)'],
    [deletes(1_000, true), 'table public.users (more than 1000 rows)'],
    [[{ what: 'table public.users', rows: undefined }], 'table public.users (rows not counted)'],
    [
      Array.from({ length: 6 }, (_, nth) => ({ what: `table t${nth}`, rows: { count: 1, more: false } })),
      'table t0 (1 row), table t1 (1 row), table t2 (1 row), table t3 (1 row), 2 more',
    ],
  ])('counts rows (%#)', (each, words) => {
    expect(row(pullMarkdown(report([{ ...file, file: 'm/1_f.sql', deletes: each }])), 1)[5]).toBe(words);
  });

  test('names what else is pending, and says whether a database was asked', () => {
    const asked = pullMarkdown(report([file], { others: ['m/0_old.sql'] }));
    expect(asked).toContain(': m/0\\_old.sql.');
    expect(asked).not.toContain('No database was used');
    expect(pullMarkdown(report([file], { asked: false }))).toContain('No database was used');
  });

  test('is bounded, and shows first what must be looked at', () => {
    const long = (nth: number): PullFile => ({
      ...file,
      file: `m/${nth}_${'_'.repeat(240)}.sql`,
      why: { line: 1, what: '_'.repeat(900) },
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

  test('deletes no markup from a name', () => {
    const text = pullMarkdown(
      report([{ ...file, file: 'm/1_<img>|`@team`.sql', deletes: [{ what: 'table a|b', rows: undefined }] }]),
    );
    expect(text).not.toMatch(/<img>|@team|[^\\]\|b/);
  });
});
