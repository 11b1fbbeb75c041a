import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { down } from '../src/down/down.ts';
import { readFolder } from '../src/files/folder.ts';
import { readStatus } from '../src/up/status.ts';
import { up } from '../src/up/up.ts';
import { type Database, engineOn, type Ground, startGround, writeFiles } from './ground.ts';

/**
 * Supabase's own CLI as the judge: what we write, it must agree with. Each of its commands takes a second and more to
 * start, so these tests run only where LOCKSTEP_SUPABASE_CLI names it, as `.ci/run` does (see the README).
 */
const cli = process.env['LOCKSTEP_SUPABASE_CLI'] ?? '';
const judged = cli === '' ? describe.skip : describe;

const files = {
  'migrations/20240101000000_users.sql':
    "-- people\ncreate table users (id int primary key, name text);\ninsert into users values (1, 'a;b');\n",
  'rollbacks/20240101000000_users.sql': 'drop table users;',
  'migrations/20240102000000_fn.sql':
    'create function f() returns int language plpgsql as $$ begin return 1; end $$;\n\nalter table users enable row level security;\n',
  'rollbacks/20240102000000_fn.sql': 'alter table users disable row level security; drop function f();',
};

judged('the Supabase CLI agrees', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await startGround();
  });
  afterAll(() => ground.end());

  /** Runs the CLI in a checkout, on a database. */
  function supabase(root: string, database: Database, ...args: string[]): string {
    const url = `${database.url}?sslmode=disable`;
    const env = { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', HOME: ground.scope.folder('lockstep-home-') };
    const run = spawnSync(cli, [...args, '--db-url', url, '--yes'], { cwd: root, env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`supabase ${args.join(' ')}: ${run.stdout}${run.stderr}`);
    return run.stdout;
  }

  function listed(root: string, database: Database): { local: string; remote: string }[] {
    const out = supabase(root, database, 'migration', 'list', '--output-format', 'json');
    const { migrations } = JSON.parse(out) as { migrations: { local: string; remote: string }[] };
    return migrations.map(({ local, remote }) => ({ local, remote }));
  }

  const folderIn = (root: string) =>
    readFolder({ directory: 'supabase/migrations', downDirectory: 'supabase/rollbacks', layout: 'auto', base: root });
  const all = { phase: 'all', allowOutOfOrder: false } as const;
  const both = ['20240101000000', '20240102000000'];

  test('with what we applied: its list has everything, and it has nothing to push', async () => {
    const database = await ground.database();
    const root = writeFiles(ground.scope, files);
    await up(engineOn(database), { ...all, folder: folderIn(root) });
    expect(listed(root, database)).toEqual(both.map((version) => ({ local: version, remote: version })));
    supabase(root, database, 'db', 'push');
    expect(await database.versions()).toEqual(both);
  });

  test('with our table: it is the one that it makes itself, down to the grants', async () => {
    const [ours, theirs] = [await ground.database(), await ground.database()];
    const root = writeFiles(ground.scope, files);
    await up(engineOn(ours), { ...all, folder: folderIn(root) });
    supabase(root, theirs, 'db', 'push');
    const shape = `select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, c.relacl::text, n.nspacl::text, pg_get_constraintdef(o.oid)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      left join pg_constraint o on o.conrelid = c.oid and a.attnum = any(o.conkey) and o.contype = 'p'
      where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations' order by a.attnum`;
    expect(await ours.rows(shape)).toEqual(await theirs.rows(shape));
    const rows = 'select * from supabase_migrations.schema_migrations order by version';
    expect(await ours.rows(rows)).toEqual(await theirs.rows(rows));
  });

  test('with what it applied: we recognise it, and apply only what is new', async () => {
    const database = await ground.database();
    const root = writeFiles(ground.scope, { ...files });
    const [newest] = readdirSync(path.join(root, 'supabase/migrations')).toReversed();
    const later = path.join(root, 'supabase/migrations', newest ?? '');
    const sql = readFileSync(later, 'utf8');
    rmSync(later);
    supabase(root, database, 'db', 'push');
    const again = writeFiles(ground.scope, files);
    expect(sql).toContain('create function');
    expect((await readStatus(engineOn(database), folderIn(again))).versions).toMatchObject([
      { state: 'applied-elsewhere' },
      { state: 'pending' },
    ]);
    expect(
      (await up(engineOn(database), { ...all, folder: folderIn(again) })).applied.map((each) => each.version),
    ).toEqual(['20240102000000']);
    expect(listed(again, database)).toHaveLength(2);
  });

  test('with what we took down: it would push that again', async () => {
    const database = await ground.database();
    const root = writeFiles(ground.scope, files);
    await up(engineOn(database), { ...all, folder: folderIn(root) });
    await down(engineOn(database), { range: { kind: 'steps', steps: 1 }, onDataLoss: 'refuse' });
    expect(listed(root, database)).toEqual([
      { local: '20240101000000', remote: '20240101000000' },
      { local: '20240102000000', remote: '' },
    ]);
    supabase(root, database, 'db', 'push');
    expect(await database.versions()).toEqual(both);
  });

  test('with what we keep of the files: it writes them anew from there', async () => {
    const database = await ground.database();
    const root = writeFiles(ground.scope, files);
    await up(engineOn(database), { ...all, folder: folderIn(root) });
    const empty = ground.scope.folder('lockstep-empty-');
    mkdirSync(path.join(empty, 'supabase/migrations'), { recursive: true });
    supabase(empty, database, 'migration', 'fetch');
    const other = await ground.database();
    await up(engineOn(other), { ...all, folder: folderIn(empty) });
    expect(await other.rows('select * from users')).toEqual([[1, 'a;b']]);
  });

  test.each([[['1_a', '10_b', '2_c']], [['20260101_a', '20260101120000_b']]])(
    'with the order of versions that others begin with: %j',
    async (names) => {
      const log = "create table if not exists log (nth serial, name text); insert into log (name) values ('NAME');";
      const root = writeFiles(
        ground.scope,
        Object.fromEntries(names.map((name) => [`migrations/${name}.sql`, log.replace('NAME', name)])),
      );
      const [ours, theirs] = [await ground.database(), await ground.database()];
      const folder = readFolder({
        directory: 'supabase/migrations',
        downDirectory: 'none',
        layout: 'supabase',
        base: root,
      });
      await up(engineOn(ours), { ...all, folder });
      supabase(root, theirs, 'db', 'push');
      const applied = 'select name from log order by nth';
      expect(await ours.rows(applied)).toEqual(await theirs.rows(applied));
      for (const database of [ours, theirs]) supabase(root, database, 'db', 'push');
      expect(await ours.rows(applied)).toHaveLength(names.length);
    },
  );

  test('with the side schema: its diff shows it as a schema of its own, and nothing else', async () => {
    const [ours, plain] = [await ground.database(), await ground.database()];
    const root = writeFiles(ground.scope, files);
    await up(engineOn(ours), { ...all, folder: folderIn(root) });
    supabase(root, plain, 'db', 'push');
    const env = { ...process.env, HOME: ground.scope.folder('lockstep-home-') };
    const diff = (args: readonly string[]) =>
      spawnSync(
        cli,
        ['db', 'diff', '--from', `${plain.url}?sslmode=disable`, '--to', `${ours.url}?sslmode=disable`, ...args],
        { cwd: root, env, encoding: 'utf8' },
      );
    const whole = diff([]);
    // What it sets for its own script is no difference, and the body of a function is a part of one.
    const script = whole.stdout.replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");
    const statements = script.split(/;\s*\n/).filter((each) => !/^\s*(?:set local .*)?$/i.test(each));
    expect(whole.status).toBe(0);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(statement).toMatch(/lockstep/);
    expect(diff(['--schema', 'public']).stdout.trim()).toBe('');
  });
});
