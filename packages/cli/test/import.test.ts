import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { recordedFile } from '../../migrations/test/import/recorded.ts';
import { WORLDS, type World } from '../../migrations/test/import/worlds.ts';

const bundle = path.join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const SCHEMA = 'create table users (id int primary key, name text); create table notes (id int, note text);';
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  if (!existsSync(bundle)) throw new Error('build it before: node scripts/build.mjs cli migrate');
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

let databases = 0;

/** A project and its database, and both ways to ask Lockstep about them. */
async function ground(files: World['files'], sql: string) {
  const cwd = scope.folder('lockstep-import-');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  const name = `import_${++databases}`;
  const url = await postgres.createDatabase(name);
  await postgres.query(sql, [], name);
  return {
    url,
    cli: (...args: readonly string[]) => {
      const env = { PATH: process.env['PATH'], LOCKSTEP_DATABASE_URL: url };
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], { cwd, env, encoding: 'utf8' });
      return { code: status, out: stdout, err: stderr };
    },
    action: (inputs: Readonly<Record<string, string>>) =>
      spawnAction('migrate', { command: 'adopt', from: 'auto', 'database-url': url, ...inputs }, { cwd }),
    recorded: async () => {
      const [row] = await postgres.query("select to_regnamespace('lockstep')::text as ours", [], name);
      return row?.['ours'] !== null;
    },
  };
}

describe.each(WORLDS.map((world) => [world.tool, world] as const))('%s', (tool, world) => {
  const { directory } = world;
  const where = ['--directory', directory];

  test('is shown, taken over, and gone on from', async () => {
    const { cli, recorded } = await ground({ ...world.files, ...world.next }, recordedFile(tool).sql + SCHEMA);
    const shown = cli('import', ...where);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(
      /nothing is recorded yet: run it again with --yes\npass import \(dry-run\): would record 2 /,
    );
    expect(await recorded()).toBe(false);
    const done = cli('import', ...where, '--yes', '--json');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject({
      ...{ command: 'import', verdict: 'pass', reason: 'adopted', from: tool, recorded: true, already: 0 },
      taken: world.versions.slice(0, 2).map((version) => ({ version, hasDown: true })),
    });
    expect(cli('import', ...where, '--yes').out).toContain('nothing to record from the history of');
    const status = JSON.parse(cli('status', ...where, '--json').out) as { migrations: { state: string }[] };
    expect(status.migrations.map(({ state }) => state)).toEqual(['applied', 'applied', 'pending']);
    expect(cli('up', ...where, '--phase', 'all')).toMatchObject({ code: 0 });
  });

  test('the action ends as the command does', async () => {
    const files = world.seesEdits ? { ...world.files, ...world.edited } : world.files;
    const { action, cli, recorded } = await ground(files, recordedFile(tool).sql + SCHEMA);
    for (const dry of [true, false]) {
      const said = JSON.parse(cli('import', ...where, '--json').out) as Readonly<Record<string, string>>;
      const step = await action({ directory, 'dry-run': String(dry) });
      expect(said['reason']).toBe(world.seesEdits ? 'import-differs' : 'dry-run');
      const reason = world.seesEdits || dry ? said['reason'] : 'adopted';
      expect(step.outputs).toMatchObject({ verdict: said['verdict'], reason });
    }
    expect(await recorded()).toBe(!world.seesEdits);
    if (!world.seesEdits) return;
    expect((await action({ directory, because: 'a comment' })).outputs).toMatchObject({ reason: 'adopted' });
    const after = cli('import', ...where);
    expect([after.code, after.out]).toEqual([0, expect.stringContaining('nothing to record')]);
  });
});

describe('wrong input is one line, and nothing is written', () => {
  const dbmate = WORLDS.find(({ tool }) => tool === 'dbmate') as World;
  const where = ['--directory', 'db'];

  test.each<[string, readonly string[], World['files'], string, string]>([
    [
      'no history',
      where,
      dbmate.files,
      '',
      'error: --from: this database has no history of dbmate (schema_migrations)',
    ],
    ['no folder', ['--directory', 'nope'], {}, '', 'error: migrations folder nope: does not exist'],
    [
      'a folder of programs',
      where,
      { 'db/1_a.ts': "import { Knex } from 'knex';" },
      '',
      'error: migrations folder db: looks like migrations in TypeScript (Knex)',
    ],
    [
      'a tool that is none',
      [...where, '--from', 'rails'],
      dbmate.files,
      '',
      "error: option '--from <TOOL>' argument 'rails' is invalid",
    ],
    [
      'a table that is none',
      [...where, '--history-table', 'a.b'],
      dbmate.files,
      recordedFile('dbmate').sql,
      'error: --from: a.b is no history of dbmate',
    ],
    [
      'two histories',
      where,
      { 'db/V1__a.sql': 'select 1;' },
      recordedFile('dbmate').sql + recordedFile('prisma').sql,
      'error: --from: this database has the histories of',
    ],
  ])('%s', async (_what, args, files, sql, words) => {
    const { cli, recorded } = await ground(files, sql);
    const { code, err, out } = cli('import', ...args, '--yes');
    expect([code, out]).toEqual([64, '']);
    expect(err.trim().split('\n')[0]).toContain(words);
    expect(await recorded()).toBe(false);
  });

  test('what stopped half-way ends with its reason, in the command and in the action', async () => {
    const world = WORLDS.find(({ tool }) => tool === 'golang-migrate') as World;
    const files = { ...world.files, 'db/11_half.up.sql': 'select 1;' };
    const { action, cli, recorded } = await ground(files, recordedFile('golang-migrate-failed').sql);
    const said = cli('import', ...where, '--yes');
    expect([said.code, said.out]).toEqual([
      1,
      expect.stringContaining('fail import (import-incomplete): golang-migrate'),
    ]);
    expect((await action({ directory: 'db' })).outputs).toMatchObject({ verdict: 'fail', reason: 'import-incomplete' });
    expect(await recorded()).toBe(false);
  });

  test('inputs of the action that do not belong together', async () => {
    const { action } = await ground(dbmate.files, '');
    expect((await action({ to: '1' })).log).toContain('inputs "to" and "from": give one of them');
    expect((await action({ command: 'up' })).log).toContain('input "from": only the command adopt uses it');
    expect((await action({ from: 'none', 'history-table': 'x' })).log).toContain('input "history-table"');
    expect((await action({ from: 'none' })).log).toContain('input "to": adopt needs the last version');
  });
});
