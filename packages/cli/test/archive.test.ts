import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

let databases = 0;

/** A folder with one migration, and a database in which a rollback archived what users had written since. */
async function rolledBack() {
  const name = `archive_cli_${++databases}`;
  const url = await postgres.createDatabase(name);
  const cwd = scope.folder('lockstep-archive-');
  for (const [file, sql] of [
    ['migrations/1_bio.sql', 'create table people (id int primary key, mail text);'],
    ['rollbacks/1_bio.sql', 'drop table people;'],
    ['migrations/2_bio.sql', 'alter table people add bio text;'],
    ['rollbacks/2_bio.sql', 'alter table people drop bio;'],
  ] as const) {
    mkdirSync(join(cwd, 'supabase', file, '..'), { recursive: true });
    writeFileSync(join(cwd, 'supabase', file), sql);
  }
  const lockstep = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = { DATABASE_URL: url }) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [bundle, ...args], {
      ...{ cwd, input, encoding: 'utf8' },
      env: { PATH: process.env['PATH'], ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  const query = (sql: string) => postgres.query<Record<string, unknown>>(sql, [], name);
  expect(lockstep(['up'])).toMatchObject({ code: 0 });
  await query("insert into people values (1, 'ada@example.org', 'likes tea'), (2, 'bob@example.org', 'likes coffee')");
  expect(lockstep(['down', '--on-data-loss', 'archive'])).toMatchObject({ code: 0 });
  return { lockstep, query };
}

test('what a rollback archived is listed, restored once its migration is applied again, and pruned', async () => {
  const { lockstep, query } = await rolledBack();
  const list = lockstep(['archive', 'list']);
  expect(list).toMatchObject({ code: 0, err: expect.not.stringContaining('warning') });
  expect(list.out).toMatch(/^archive +table +migration[\s\S]*\n1 +public\.people +2 bio .* no\n/);
  expect(list.out).toMatch(/pass archive \(archives-listed\): 1 archive, 0 kept longer than they should be\n$/);

  const early = lockstep(['archive', 'restore']);
  expect(early.code).toBe(1);
  expect(early.out).toMatch(/fail archive \(archive-not-restored\): .*its migration is not applied/);

  expect(lockstep(['up']).code).toBe(0);
  const dry = lockstep(['archive', 'restore', '--dry-run', '--migration', '2']);
  expect(dry).toMatchObject({
    code: 0,
    out: expect.stringContaining('would restore: 0 rows inserted, 2 rows with values'),
  });
  await query("update people set mail = 'new' where id = 2");
  const restored = lockstep(['archive', 'restore', '--json']);
  expect(restored.code).toBe(1);
  expect(JSON.parse(restored.out)).toMatchObject({
    ...{ command: 'archive', verdict: 'fail', reason: 'archive-conflicts' },
    tables: [{ source: 'public.people', set: 1, conflicts: { 'written-since': 1 } }],
  });
  expect(await query('select bio from people order by id')).toEqual([{ bio: 'likes tea' }, { bio: null }]);

  expect(lockstep(['archive', 'prune']).out).toContain('deleted 0 archives');
  await query("update lockstep_archive.archives set expires = now() - interval '1 day'");
  const held = lockstep(['archive', 'extend', '1', '--keep', '5d', '--because', 'one conflict is left']);
  expect(held).toMatchObject({ code: 0, out: expect.stringContaining('archive 1 of public.people is kept until') });
  expect(lockstep(['archive', 'prune', '--dry-run']).out).toContain('would delete 0 archives');
  await query("update lockstep_archive.archives set expires = now() - interval '1 day'");
  expect(lockstep(['archive', 'prune']).out).toContain('deleted 1 archive ');
  expect(lockstep(['archive', 'list', '--json'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('"archives": []'),
  });
});

test("one person's rows are erased by standard input, and no value is shown; one archive is removed", async () => {
  const { lockstep, query } = await rolledBack();
  const because = ['--because', 'request of the person'];
  const value = 'public.people id=1\n';
  const erase = ['archive', 'erase', '--erase-file', '-', ...because];
  expect(lockstep([...erase, '--dry-run'], value).out).toContain('would erase 1 row from 1 archive');
  const erased = lockstep(erase, value);
  expect(erased).toMatchObject({
    code: 0,
    out: expect.stringContaining('(archives-erased): erased 1 row from 1 archive'),
  });
  expect(await query('select id from lockstep_archive.a1')).toEqual([{ id: 2 }]);
  // A column that no archive of values has: which rows are meant is not known.
  const unknown = lockstep(erase, 'public.people mail=bob@example.org\n');
  expect(unknown).toMatchObject({ code: 2, out: expect.stringContaining('erase-incomplete') });
  for (const { err, out } of [erased, unknown]) expect(out + err).not.toMatch(/bob@|id=1/);

  expect(lockstep(['archive', 'remove', '1', '--dry-run', ...because]).out).toContain('would delete archive 1');
  expect(lockstep(['archive', 'remove', '1', ...because])).toMatchObject({ code: 0 });
  expect(await query('select count(*)::int as n from lockstep_archive.archives')).toEqual([{ n: 0 }]);
  const [{ actor } = {}] = await query("select actor from lockstep.events where kind = 'remove-archive'");
  expect(actor).not.toBe('');
});

test('wrong usage ends with 64, and names the arguments of this command', async () => {
  const { lockstep } = await rolledBack();
  const wrong = (args: readonly string[], input = '') => {
    const { code, err } = lockstep(['archive', ...args], input);
    expect(code).toBe(64);
    return err;
  };
  expect(wrong(['lost'])).toContain('COMMAND: expected one of list, restore');
  const several = wrong(['extend', '--keep', 'long']);
  for (const name of ['ARCHIVE: extend needs', '--because: extend needs', '--keep: expected'])
    expect(several).toContain(name);
  expect(wrong(['remove', 'one', '--because', 'x'])).toContain('got "one"');
  expect(wrong(['prune', '1'])).toContain('prune is not about one archive');
  expect(wrong(['remove', '77', '--because', 'x'])).toMatch(/ARCHIVE: there is no archive 77.*lockstep archive list/);
  expect(wrong(['erase', '--because', 'x'])).toContain('--erase-file: erase needs a file');
  const line = wrong(['erase', '--because', 'x', '--erase-file', '-'], 'people=secret-value\n');
  expect(line).toContain('--erase-file: line 1: expected TABLE COLUMN=VALUE');
  expect(line).not.toContain('secret-value');
  expect(wrong(['restore', '--migration', 'two'])).toContain('--migration: expected a version');
  expect(lockstep(['archive', 'list'], '', {}).code).toBe(64);
});
