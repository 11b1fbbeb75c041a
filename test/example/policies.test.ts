import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { judgeChecks, makeCheckList, readAcceptances, silent, systemClock } from '@lockstep/base';
import { parse } from 'yaml';
import { readFolder } from '../../packages/migrations/src/files/folder.ts';
import { up } from '../../packages/migrations/src/up/up.ts';
import { type Database, engineOn, type Ground, startGround } from '../../packages/migrations/test/ground.ts';
import { parseGates } from '../../packages/quality/src/index.ts';
import { auditDatabase, judgeAudit, readWrittenIntent } from '../../packages/tenants/src/index.ts';
import { example } from './built.ts';

const read = (path: string) => readFileSync(join(example, path), 'utf8');

let ground: Ground;
let database: Database;
beforeAll(async () => {
  ground = await startGround();
  database = await ground.database();
  const own = { directory: 'supabase/migrations', downDirectory: 'supabase/rollbacks', layout: 'auto' as const };
  await up(engineOn(database), { folder: readFolder({ ...own, base: example }), phase: 'all', allowOutOfOrder: false });
});
afterAll(async () => {
  await ground.end();
});

async function judgement() {
  const { intent, problems } = readWrittenIntent(parse(read('.lockstep/tenants.yml')));
  expect(problems).toEqual([]);
  const result = await auditDatabase(database.url, {
    intent,
    production: [],
    lockTimeoutMs: 2_000,
    statementTimeoutMs: 30_000,
    dryRun: false,
    log: silent,
    clock: systemClock,
    signal: new AbortController().signal,
  });
  if (result.kind !== 'audited') throw new Error(JSON.stringify(result));
  const { checks, notVerified } = judgeAudit(result, { intent, files: [] });
  expect(checks.length).toBeGreaterThan(50);
  const { acceptances, problems: wrong } = readAcceptances(parse(read('.lockstep/tenants-accept.yml')), 'accept');
  expect(wrong).toEqual([]);
  // A day on which the acceptances hold.
  const nowMs = Date.parse('2027-01-01T00:00:00Z');
  const tool = { name: 'tenant-audit', version: 'test' };
  const facts = { subject: 'clinics', nowMs, run: null, tool, checks, notVerified, accept: acceptances };
  return judgeChecks(makeCheckList(facts), { onUnknown: 'fail', reportOnly: false }, nowMs);
}

test('its tenants are apart, by its own intent', async () => {
  expect((await judgement()).verdict).toBe('pass');
});

test('a policy that forgets the clinic turns that red', async () => {
  await database.run('create policy "for all" on payments for select to authenticated using (true)');
  expect((await judgement()).verdict).toBe('fail');
  await database.run('drop policy "for all" on payments');
});

test('its gates can be read', () => {
  expect(parseGates(read('.lockstep/quality.yml'), 'quality.yml').map(({ name }) => name)).toEqual([
    'types',
    'tests',
    'build',
    'audit',
    'secrets',
  ]);
});
