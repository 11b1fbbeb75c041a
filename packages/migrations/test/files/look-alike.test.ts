import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Scope } from '@lockstep/proving-ground/scope';
import { readFolder } from '../../src/files/folder.ts';
import { requireRunnable, settle } from '../../src/history/settle.ts';
import { writeFiles } from '../ground.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());

const sql = 'select 1;';

/** A folder `db` with these files. */
function at(files: readonly string[]): string {
  const root = scope.folder('lockstep-look-');
  mkdirSync(path.join(root, 'db'));
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, 'db', file)), { recursive: true });
    writeFileSync(path.join(root, 'db', file), sql);
  }
  return root;
}

const read = (base: string, mayBeEmpty = false) =>
  readFolder({ directory: 'db', downDirectory: 'none', layout: 'auto', base, mayBeEmpty });

describe('a folder that holds no migration to read says what it looks like', () => {
  test.each<[string, readonly string[]]>([
    [
      'Prisma or Drizzle (migrations/20240101_init/migration.sql and 1 more); name migrations as the directory',
      [...['migrations/20240101_init/migration.sql', 'migrations/20240102_b/migration.sql']],
    ],
    ['Diesel or Hasura (2024-01-01-000000_init/up.sql)', ['2024-01-01-000000_init/up.sql']],
    ['Hasura (default/1700000000000_init/up.sql)', ['default/1700000000000_init/up.sql']],
    ['files with another separator (001-init.sql)', ['001-init.sql']],
    ['Rails (20240101000000_init.rb)', ['20240101000000_init.rb']],
    ['migrations in JavaScript', ['20240101000000_init.js']],
    ['a folder above the migrations (production/ has some)', ['production/1_a.sql']],
    ['Sqitch (sqitch.plan)', ['sqitch.plan', 'deploy/users.sql']],
  ])('%s', (what, files) => {
    expect(() => read(at(files))).toThrow(`migrations folder db: looks like ${what}`);
  });

  test('nothing at all', () => {
    expect(() => read(at([]))).toThrow('migrations folder db: no migration in it');
    expect(() => read(at(['README.md']))).toThrow('migrations folder db: no migration in it');
    expect(read(at(['README.md']), true).migrations).toEqual([]);
  });

  test('also where it might have been empty', () => {
    expect(() => read(at(['prisma/a/migration.sql']), true)).toThrow('looks like Prisma or Drizzle');
  });

  test('by a layout that it does not have', () => {
    const asPairs = (files: readonly string[]) => () =>
      readFolder({ directory: 'db', downDirectory: 'none', layout: 'pairs', base: at(files) });
    expect(asPairs(['V1__init.sql'])).toThrow(
      'looks like Flyway, Refinery or Evolve (V1__init.sql); set layout: flyway',
    );
    const prisma = ['migration_lock.toml', '20240101_init/migration.sql'];
    expect(asPairs(prisma)).toThrow('looks like Prisma (20240101_init/migration.sql); set layout: folders, or auto');
    expect(asPairs([...prisma, '1_a.up.sql'])).toThrow('looks like Prisma');
  });
});

describe('only files of the repository are read', () => {
  const outside = at(['1_a.sql']);
  const link = (target: string, name: string) => {
    const base = writeFiles(scope, { 'migrations/1_a.sql': sql });
    symlinkSync(target, path.join(base, 'supabase/migrations', name));
    return base;
  };
  const problems = (base: string) => {
    const folder = readFolder({ directory: 'supabase/migrations', downDirectory: 'n', layout: 'auto', base });
    return settle(folder, []).problems.map(({ message }) => message);
  };

  test('a link that leads out of it is refused by name', () => {
    const base = link(path.join(outside, 'db/1_a.sql'), '2_b.sql');
    expect(problems(base)).toEqual(['a link to outside the repository; put the file itself here']);
    const folder = readFolder({ directory: 'supabase/migrations', downDirectory: 'n', layout: 'auto', base });
    expect(() => requireRunnable(settle(folder, []), [])).toThrow('supabase/migrations/2_b.sql: a link to outside');
  });

  test('so is one to nowhere, and one to a device', () => {
    expect(problems(link('/nowhere', '2_b.sql'))).toEqual(['a link to nowhere']);
    expect(problems(link('/dev/zero', '2_b.sql'))).toEqual([expect.stringContaining('outside the repository')]);
  });

  test('one within it is followed', () => {
    expect(problems(link('1_a.sql', '2_b.sql'))).toEqual([]);
  });

  test('the folder itself may not lead out of it, unless it was named outside', () => {
    const base = scope.folder('lockstep-look-');
    symlinkSync(path.join(outside, 'db'), path.join(base, 'db'));
    expect(() => read(base)).toThrow('migrations folder db: is a link to outside the repository');
    const directory = path.join(outside, 'db');
    expect(readFolder({ directory, downDirectory: 'n', layout: 'auto', base }).migrations).toHaveLength(1);
  });
});
