import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { Faults } from '@lockstep/proving-ground/faults';
import { Scope } from '@lockstep/proving-ground/scope';
import { type Supabase, startSupabase } from '@lockstep/proving-ground/supabase';

const REF = 'abcdefghijklmnopqrst';
let scope: Scope;
let supabase: Supabase;
beforeAll(async () => {
  scope = new Scope();
  supabase = await startSupabase({ faults: new Faults() });
  scope.defer('Supabase', () => supabase.close());
});
afterAll(async () => {
  supabase.expectNoViolations();
  await scope[Symbol.asyncDispose]();
});

const status = (more: Readonly<Record<string, string>>) =>
  spawnAction('backup', {
    command: 'status',
    to: scope.folder('lockstep-backups-'),
    'supabase-project': REF,
    'supabase-token': supabase.token(),
    'supabase-api-url': supabase.url,
    ...more,
  });

test("Supabase's own backups are judged next to ours: what is switched on is no backup", async () => {
  const project = supabase.project(REF, { pitrEnabled: true });
  const none = await status({ 'min-pitr-window': '6d' });
  // None of ours, none of Supabase's, and nothing that can be restored.
  expect(none).toMatchObject({ status: 1, outputs: { reason: 'checks-failed', passed: '1', failed: '3' } });
  project.backups.push({
    id: 1,
    is_physical_backup: true,
    status: 'COMPLETED',
    inserted_at: new Date(Date.now() - 3_600_000).toISOString().replace('Z', ''),
  });
  expect(await status({})).toMatchObject({ outputs: { passed: '2', failed: '1' } });
});

test('what the token may not see is not verified', async () => {
  supabase.project(REF);
  const step = await status({ 'supabase-token': supabase.token({ permissions: ['project_admin_read'] }) });
  expect(step).toMatchObject({ status: 1, outputs: { passed: '1', failed: '1', unknown: '1' } });
  expect(step.summary).toContain('the backups of project');
});

test('a project without its token, and a window without its project, are refused', async () => {
  expect(await status({ 'supabase-token': '' })).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
  const window = { 'supabase-project': '', 'min-pitr-window': '6d' };
  expect(await status(window)).toMatchObject({ status: 1, outputs: { reason: 'invalid-input' } });
});
