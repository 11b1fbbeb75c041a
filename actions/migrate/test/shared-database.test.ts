import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { Journal, type RunEnvironment } from '@lockstep/action-shell';
import { systemClock } from '@lockstep/base';
import { borrowPostgres, type Postgres } from '@lockstep/proving-ground/postgres';
import { Scope } from '@lockstep/proving-ground/scope';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { Step } from '../../../test/faults/in-process.ts';
import { action } from '../src/run.ts';

const scope = new Scope();
let postgres: Postgres;
beforeAll(async () => {
  postgres = await borrowPostgres(scope);
});
afterAll(() => scope[Symbol.asyncDispose]());

const NAME = '20240101000000_notes.sql';
let releases = 0;

/** The job of one service's release: its journal, and its migrate step, with a file of its own or with none. */
function aRelease(databaseUrl: string, service: string, onFailure: 'auto' | 'undo' = 'auto') {
  const workspace = scope.folder();
  const files = service === 'web' ? { migrations: 'create table notes ();', rollbacks: 'drop table notes;' } : {};
  mkdirSync(join(workspace, 'supabase/migrations'), { recursive: true });
  for (const [folder, text] of Object.entries(files)) {
    mkdirSync(join(workspace, 'supabase', folder), { recursive: true });
    writeFileSync(join(workspace, 'supabase', folder, NAME), text);
  }
  const id = `${service}-${++releases}`;
  const writer = { action: 'release', instance: id, clock: systemClock };
  const journal = new Journal(join(workspace, 'journal.jsonl'), writer);
  journal.open({ id, environment: 'production', service, commit: 'c0ffee', undoDeadlineMs: 240_000 });
  const env: RunEnvironment = {
    ...{ repository: { owner: 'acme', repo: 'shop' }, sha: 'c0ffee', ref: 'refs/heads/main', runId: 1, runAttempt: 1 },
    ...{ actor: 'octocat', workflow: 'release', job: 'release', eventName: 'push', tempDir: workspace, workspace },
    ...{ serverUrl: 'https://github.com', apiUrl: '', runUrl: 'https://github.com/acme/shop/actions/runs/1' },
    event: () => ({}),
  };
  const inputs = { 'database-url': databaseUrl, 'on-failure': onFailure, 'drain-time': '10ms' };
  return { id, journal, step: new Step(action, inputs, { env, clock: systemClock, journal }) };
}

async function aDatabase() {
  const name = `shared_${++releases}`;
  const url = await postgres.createDatabase(name);
  return { url, hasTable: async () => (await postgres.query("select to_regclass('notes') as t", [], name))[0]?.['t'] };
}

test.each([
  ['before traffic', 'auto', false, 'pass kept-shared-database'],
  ['before traffic, though it was to go', 'undo', false, 'unknown shared-database'],
  ['after traffic, though it was to go', 'undo', true, 'unknown shared-database'],
  ['after traffic', 'auto', true, 'pass kept-after-traffic'],
] as const)(
  'the schema stays %s, since another service released on the database meanwhile',
  async (_name, onFailure, traffic, end) => {
    const { hasTable, url } = await aDatabase();
    const web = aRelease(url, 'web', onFailure);
    expect(await web.step.main()).toMatchObject({ reason: 'applied' });
    const billing = aRelease(url, 'billing');
    expect(await billing.step.main()).toMatchObject({ reason: 'nothing-to-apply' });
    billing.journal.committed();
    if (traffic) for (const state of ['reached', 'restored'] as const) web.journal.traffic(state);
    const undone = await web.step.post('failure');
    expect(`${undone?.verdict} ${undone?.reason}`).toBe(end);
    expect(undone?.message).toContain('20240101000000 notes');
    if (end !== 'pass kept-after-traffic')
      expect(undone?.message).toContain(`billing in production of acme/shop (release ${billing.id}, `);
    expect(await hasTable()).toBe('notes');
  },
);

test.each([false, true])('it goes where the other service had released before (with traffic: %s)', async (traffic) => {
  const { hasTable, url } = await aDatabase();
  await aRelease(url, 'billing').step.main();
  const web = aRelease(url, 'web', 'undo');
  await web.step.main();
  if (traffic) for (const state of ['reached', 'restored'] as const) web.journal.traffic(state);
  expect(await web.step.post('failure')).toMatchObject({ verdict: 'pass', reason: 'rolled-back' });
  expect(await hasTable()).toBeNull();
});
