import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope, { settings: { shared_preload_libraries: 'pg_stat_statements' } });
});
afterAll(() => scope[Symbol.asyncDispose]());

const folder = scope.folder('lockstep-report-');
const report = (inputs: Readonly<Record<string, string>>) =>
  spawnAction('database-report', { 'report-directory': join(folder, 'report'), ...inputs });
const read = (path: string | undefined) => readFileSync(path ?? '', 'utf8');

test('passes, keeps a snapshot, and finds with it what is new since', async () => {
  const url = await postgres.createDatabase('counted');
  await postgres.query('create extension pg_stat_statements', [], 'counted');
  const path = join(folder, 'kept', 'statements.json');
  const first = await report({ 'database-url': url, 'snapshot-path': path });
  expect(first).toMatchObject({ status: 0, outputs: { verdict: 'pass', 'snapshot-path': path, failed: '0' } });
  for (let turn = 0; turn < 60; turn++) await postgres.query("select pg_sleep(0.003), 'Ann'", [], 'counted');
  const common = { 'database-url': url, 'compare-with': path, slow: '2ms' };
  const second = await report(common);
  expect(second).toMatchObject({ status: 1, outputs: { verdict: 'fail', reason: 'checks-failed' } });
  const failed = JSON.parse(read(second.outputs['report-path'])).checks.filter(
    ({ verdict }: { verdict: string }) => verdict === 'fail',
  );
  expect(failed.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['new-statements', 'slow-statements']),
  );
  // Nothing that the statements say is in what is kept.
  expect(read(second.outputs['report-path']) + read(path)).not.toMatch(/pg_sleep|Ann/);
  expect(await report({ ...common, 'report-only': 'true' })).toMatchObject({ status: 0, outputs: { verdict: 'fail' } });
});

test('statements that cannot be read are unknown, and write no snapshot', async () => {
  const url = await postgres.createDatabase('uncounted');
  const path = join(folder, 'none.json');
  const step = await report({ 'database-url': url, 'snapshot-path': path });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown', 'snapshot-path': '' } });
});

test('a database that does not answer is unknown, within the deadline', async () => {
  const step = await report({ 'database-url': 'postgresql://u:hidden@127.0.0.1:1/none', deadline: '5s' });
  expect(step).toMatchObject({ status: 1, outputs: { verdict: 'unknown' } });
  expect(JSON.stringify([step.log, step.summary, step.outputs])).not.toContain('hidden');
});

test('bad inputs are named', async () => {
  const step = await report({ slow: 'soon', 'min-calls': '0' });
  expect(step).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const said = step.annotations.map(({ message }) => message).join('\n');
  for (const name of ['database-url', 'slow', 'min-calls']) expect(said).toContain(name);
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, '{}');
  for (const path of [wrong, join(folder, 'absent.json')]) {
    const compared = await report({ 'database-url': 'postgresql://localhost/none', 'compare-with': path });
    expect(compared).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
    expect(compared.annotations[0]?.message).toContain(path);
  }
});
