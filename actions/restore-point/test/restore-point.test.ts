import { afterEach, beforeEach, expect } from '@jest/globals';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { aGround, type Ground, REF } from './ground.ts';

let at: Ground;
beforeEach(async () => {
  at = await aGround();
});
afterEach(async () => {
  await at[Symbol.asyncDispose]();
});

const ended = (step: { readonly outputs: Readonly<Record<string, string>>; readonly status: number }) => ({
  verdict: step.outputs['verdict'],
  reason: step.outputs['reason'],
  status: step.status,
});

test('made, read back and recorded, under a name that says when', async () => {
  at.project.restorePointing.pendingReads = 1;
  const step = await at.step();
  expect(ended(step)).toEqual({ verdict: 'pass', reason: 'restore-point-available', status: 0 });
  const name = step.outputs['restore-point'] ?? '';
  expect(name).toMatch(/^ls-\d{8}T\d{4}-[0-9a-f]{3}$/);
  expect(at.project.restorePoints).toMatchObject([{ name, status: 'AVAILABLE' }]);
  expect(step.outputs).toMatchObject({ recorded: 'true', 'made-at': expect.stringMatching(/Z$/) });
  const [record] = at.repo.deployments();
  expect(record).toMatchObject({ task: 'lockstep:restore-point', environment: 'production' });
  expect(record?.payload).toMatchObject({
    ...{ kind: 'lockstep-restore-point/1', service: 'web', project: REF, name },
    ...{ release: '20261122T041300Z-3f9a2c', actor: 'octocat', author: { runId: 77 } },
  });
  expect(step.output.replace(/::add-mask::.*/g, '')).not.toContain('hidden');
});

test('nothing is made by a dry run, nor on a project whose database is another one', async () => {
  expect(ended(await at.step({ 'dry-run': 'true' }))).toMatchObject({ verdict: 'pass', reason: 'dry-run' });
  const other = 'postgresql://postgres.zzzzzzzzzzzzzzzzzzzz:x@aws-0-eu-central-1.pooler.supabase.com:5432/postgres';
  expect(ended(await at.step({ 'database-url': other, 'on-unknown': 'warn' }))).toEqual({
    ...{ verdict: 'fail', reason: 'other-project', status: 1 },
  });
  const elsewhere = 'postgresql://postgres:x@db.example.com:5432/postgres';
  const token = at.supabase.token({ permissions: ['backups_read', 'backups_write', 'project_admin_read'] });
  expect(ended(await at.step({ 'database-url': elsewhere, 'supabase-token': token }))).toEqual({
    ...{ verdict: 'unknown', reason: 'project-not-known', status: 1 },
  });
  expect(at.project.restorePoints).toEqual([]);
});

test.each([
  ['the plan has none', { offered: false }, {}, 'restore-point-not-offered'],
  ['it fails', { becomes: 'FAILED' }, {}, 'restore-point-failed'],
  ['it is not ready in time', { becomes: 'PENDING' }, { 'ready-within': '1s' }, 'restore-point-not-ready'],
  ['it is answered and not there', { lost: true }, { 'ready-within': '1s' }, 'restore-point-not-confirmed'],
] as const)('%s: the step is red', async (_, making, inputs, reason) => {
  Object.assign(at.project.restorePointing, making);
  const step = await at.step(inputs);
  const verdict = reason === 'restore-point-failed' ? 'fail' : 'unknown';
  expect(ended(step)).toEqual({ verdict, reason, status: 1 });
  expect(step.outputs['restore-point'] ?? '').toBe('');
  expect(at.repo.deployments()).toEqual([]);
});

test('no answer, a refusal, and what on-unknown allows', async () => {
  at.faults.plant({ service: 'supabase', method: 'POST', effect: { kind: 'hang' }, times: 9 });
  const silent = { 'request-timeout': '300ms' };
  expect(ended(await at.step(silent))).toMatchObject({ verdict: 'unknown', reason: 'restore-point-not-confirmed' });
  at.faults.clear();
  at.project.restorePointing.offered = false;
  expect(ended(await at.step({ 'on-unknown': 'warn' }))).toEqual({
    ...{ verdict: 'unknown', reason: 'restore-point-not-offered', status: 0 },
  });
  const reads = at.supabase.token({ permissions: ['backups_read'] });
  expect(ended(await at.step({ 'supabase-token': reads, 'on-unknown': 'warn' }))).toEqual({
    ...{ verdict: 'fail', reason: 'restore-point-refused', status: 1 },
  });
});

test('a ledger that cannot be written is a warning, and the name is told', async () => {
  const step = await at.step({}, 'read');
  expect(ended(step)).toEqual({ verdict: 'pass', reason: 'restore-point-available', status: 0 });
  expect(step.outputs).toMatchObject({ recorded: 'false', 'restore-point': at.project.restorePoints[0]?.name });
});

test.each([
  { 'supabase-project': 'shop' },
  { 'supabase-token': '' },
  { 'database-url': '' },
  { 'database-url': 'mysql://x' },
  { 'on-unknown': 'always' },
])('wrong inputs are named: %p', async (inputs) => {
  expect(ended(await at.step(inputs))).toEqual({ verdict: 'fail', reason: 'invalid-input', status: 1 });
});
