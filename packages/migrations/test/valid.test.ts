import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silent } from '@lockstep/base';
import { compareSchemas, openSession, readDatabaseUrl, readSchema } from '@lockstep/postgres';
import { sampleOf } from '../../../test/faults/matrix.ts';
import { HISTORY_SCHEMAS } from '../src/history/tables.ts';
import { up } from '../src/up/up.ts';
import { type ValidCase, valid } from './fixtures/valid.ts';
import { validStatements } from './fixtures/valid-statements.ts';
import { type Database, engineOn, folderOf, type Ground, startGround } from './ground.ts';

const isOlder = process.env['LOCKSTEP_POSTGRES'] !== undefined;
const cases = sampleOf('migrations that psql takes', [...valid, ...validStatements], isOlder ? 15 : 40);
/** One version is enough for psql, which only cuts; that both servers take the cuts is what the tests show. */
const asksPsql = !isOlder && spawnSync('psql', ['--version']).status === 0;

/** Applies a file as psql does, each statement by itself. */
function psql(ground: Ground, database: Database, sql: string | Buffer): void {
  const file = path.join(ground.scope.folder('lockstep-psql-'), 'f.sql');
  writeFileSync(file, sql);
  const run = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-f', file, database.url]);
  if (run.status !== 0) throw new Error(`psql refuses the case: ${run.stderr.toString()}`);
}

async function stateOf(database: Database) {
  const session = await openSession(readDatabaseUrl(database.url), {
    log: silent,
    signal: undefined,
    applicationName: 't',
  });
  const schema = await readSchema(session, HISTORY_SCHEMAS);
  await session.close();
  const tables = await database.rows(
    `select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 's') order by 1`,
  );
  const data: Record<string, unknown> = {};
  for (const [table] of tables)
    data[String(table)] = await database.value(`select array_agg(md5(t::text) order by md5(t::text)) from ${table} t`);
  return { schema, data };
}

async function apply(database: Database, ground: Ground, { setup = '', sql }: ValidCase) {
  if (setup !== '') await database.run(setup);
  const folder = folderOf(ground.scope, {
    'migrations/1_case.sql': sql,
    // Runs in the same session: what the case left behind must not reach it, nor the history.
    'migrations/2_after.sql':
      "create table public.after as select current_user::text as who, current_setting('search_path') as path;",
  });
  return up(engineOn(database), { folder, phase: 'all', allowOutOfOrder: false });
}

/** Runs all cases, a few at a time, and gives for each what was wrong with it. */
async function runAll(run: (each: ValidCase) => Promise<void>): Promise<Map<string, unknown>> {
  const errors = new Map<string, unknown>();
  const queue = [...cases];
  const worker = async () => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
      const { name } = each;
      await run(each).catch((error: unknown) => errors.set(name, error));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return errors;
}

describe('what psql applies is applied, with the same outcome', () => {
  let ground: Ground;
  let errors: Map<string, unknown>;
  beforeAll(async () => {
    ground = await startGround(undefined, { max_prepared_transactions: '5' });
    errors = await runAll(async (each) => {
      const database = await ground.database();
      await expectApplied(ground, database, each);
      if (asksPsql && each.psql !== false) await expectAsPsql(ground, database, each);
    });
  }, 240_000);
  afterAll(() => ground.end());

  test.each(cases.map((each) => each.name))('%s', (name) => {
    if (errors.has(name)) throw errors.get(name);
  });
});

async function expectAsPsql(ground: Ground, database: Database, each: ValidCase): Promise<void> {
  const judge = await ground.database();
  if (each.setup !== undefined) await judge.run(each.setup);
  psql(ground, judge, each.sql);
  const [ours, theirs] = [await stateOf(database), await stateOf(judge)];
  expect(compareSchemas(theirs.schema, ours.schema)).toEqual([]);
  expect(ours.data).toEqual(theirs.data);
}

async function expectApplied(ground: Ground, database: Database, each: ValidCase): Promise<void> {
  const report = await apply(database, ground, each);
  expect(report.failure).toBeUndefined();
  expect(await database.versions()).toEqual(['1', '2']);
  expect(await database.rows('select who, path from public.after')).toEqual([['postgres', '"$user", public']]);
  await database.run('drop table public.after');
}
