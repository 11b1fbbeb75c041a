import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const bundle = join(import.meta.dirname, '..', '..', '..', 'dist', 'cli', 'index.js');
const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { settings: { shared_preload_libraries: 'pg_stat_statements' } });
});
afterAll(() => scope[Symbol.asyncDispose]());

function report(args: readonly string[], url?: string) {
  const env = { PATH: process.env['PATH'], ...(url === undefined ? {} : { DATABASE_URL: url }) };
  return spawnSync(process.execPath, [bundle, 'database-report', ...args], { env, encoding: 'utf8' });
}

test('writes a snapshot, compares with it, and ends with the code of what it found', async () => {
  const url = await postgres.createDatabase('reported');
  await postgres.query('create extension pg_stat_statements', [], 'reported');
  const file = join(scope.folder('lockstep-cli-'), 'before.json');
  const first = report(['--json', '--snapshot', file], url);
  expect(first.status).toBe(0);
  const ids = (stdout: string) =>
    JSON.parse(stdout).checks.map(({ id, verdict }: { id: string; verdict: string }) => `${id} ${verdict}`);
  expect(ids(first.stdout)).not.toContain('heavier-statements pass');
  for (let turn = 0; turn < 60; turn++) await postgres.query('select pg_sleep(0.003)', [], 'reported');
  const second = report(['--json', '--compare-with', file, '--slow', '2ms'], url);
  expect(second.status).toBe(1);
  expect(ids(second.stdout)).toEqual(
    expect.arrayContaining(['new-statements fail', 'slow-statements fail', 'bloat pass']),
  );
});

test('without the extension it is unknown, without a URL wrong usage', async () => {
  expect(report([], await postgres.createDatabase('bare')).status).toBe(2);
  expect(report([]).status).toBe(64);
  expect(report(['--slow', 'soon'], 'postgresql://localhost/none').status).toBe(64);
});
