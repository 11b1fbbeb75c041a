import { expect, test } from '@jest/globals';
import { compareMigrations } from '../src/migration-files.ts';

const folders = ['supabase/migrations', 'supabase/rollbacks'];
const files = (...paths: string[]) =>
  new Map(paths.map((path) => path.split(' ') as [string, string?]).map(([path, sha = 'x']) => [path, sha]));

test('what one commit has and the other lacks, in the order of application, each with its down migration', () => {
  const before = files('supabase/migrations/9_a.sql', 'supabase/migrations/8_gone.sql');
  const after = files(
    'supabase/migrations/11_c.sql',
    'supabase/migrations/10_b.sql',
    'supabase/migrations/9_a.sql',
    'supabase/migrations/README.md',
    'supabase/rollbacks/10_b.sql',
    'supabase/rollbacks/12_nobody.sql',
  );
  expect(compareMigrations(before, after, folders)).toEqual({
    gained: [
      { path: 'supabase/migrations/10_b.sql', down: { kind: 'file', path: 'supabase/rollbacks/10_b.sql' } },
      { path: 'supabase/migrations/11_c.sql', down: { kind: 'unknown' } },
    ],
    lost: [{ path: 'supabase/migrations/8_gone.sql', down: { kind: 'unknown' } }],
    edited: [],
  });
});

test('a pair of files is one migration', () => {
  const after = files('supabase/migrations/1_a.up.sql', 'supabase/migrations/1_a.down.sql');
  const path = 'supabase/migrations/1_a.down.sql';
  expect(compareMigrations(files(), after, folders).gained).toEqual([
    { path: 'supabase/migrations/1_a.up.sql', down: { kind: 'file', path } },
  ]);
});

test('a changed file is edited, a changed way down is not', () => {
  const [before, after] = ['one', 'two'].map((sha) =>
    files(`supabase/migrations/1_a.sql ${sha}`, `supabase/rollbacks/1_a.sql ${sha}`),
  );
  expect(compareMigrations(before ?? files(), after ?? files(), folders)).toEqual({
    gained: [],
    lost: [],
    edited: ['supabase/migrations/1_a.sql'],
  });
});

test('folders may be the root, or one folder for both', () => {
  expect(compareMigrations(files(), files('1_a.sql'), ['', 'down']).gained).toHaveLength(1);
  expect(compareMigrations(files(), files('db/1_a.sql'), ['db', 'db']).gained[0]?.down.kind).toBe('unknown');
});

test('files of other tools, by their own names', () => {
  const of = (...names: string[]) => new Map(names.map((name) => [`db/${name}`, 'sha']));
  const gained = (...names: string[]) =>
    compareMigrations(new Map(), of(...names), ['db', 'none']).gained.map(({ down, path }) => [path, down.kind]);
  expect(gained('V1.10__c.sql', 'V1_2__b.sql', 'U1_2__b.sql', 'R__views.sql', '2024/V1__a.sql')).toEqual([
    ['db/2024/V1__a.sql', 'unknown'],
    ['db/V1_2__b.sql', 'file'],
    ['db/V1.10__c.sql', 'unknown'],
  ]);
  expect(gained('20_b/migration.sql', '1_a/migration.sql', '1_a/down.sql', 'meta/1_x.json')).toEqual([
    ['db/1_a/migration.sql', 'file'],
    ['db/20_b/migration.sql', 'unknown'],
  ]);
  expect(gained('0001_a.sql', '0001_a.down.sql')).toEqual([['db/0001_a.sql', 'file']]);
});
