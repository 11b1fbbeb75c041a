import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Shop } from '@lockstep/proving-ground';
import { live } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { runWorkflowOf } from './team.ts';

const stage = useStage();
const workflow = '.github/workflows/lockstep-contract.yml';
/** The very workflow that the page shows. */
const shown = /```yaml\n([\s\S]*?)```/.exec(
  readFileSync(new URL('../../docs/expand-and-contract.md', import.meta.url), 'utf8'),
)?.[1];

const columns = async ({ ground, database }: Shop) => {
  const text = "select column_name from information_schema.columns where table_name = 'prescriptions'";
  const rows = await ground.postgres.query<{ column_name: string }>(text, [], database);
  return rows.map(({ column_name: name }) => name).sort();
};

test('what a release held back is shown, applied by the page’s own workflow, and lets the next release through', async () => {
  const shop = await stage.liveShop();
  const files = {
    [workflow]: shown ?? '',
    'supabase/migrations/20260113090000_drop.sql':
      '-- lockstep: contract\nalter table prescriptions drop column medicine;\n',
    'supabase/rollbacks/20260113090000_drop.sql': 'alter table prescriptions add column medicine text;\n',
  };
  const app = { requires: { prescriptions: ['id', 'dosage'] } };
  const second = await release(shop, { version: 2, files, app });
  expect(second).toMatchObject({ conclusion: 'success', ...live('v2') });
  expect(await columns(shop)).toContain('medicine');

  const sha = shop.consumer.github.state.refs.get('heads/main') ?? '';
  const press = (dryRun: string) => runWorkflowOf(shop, { sha, workflow, inputs: { 'dry-run': dryRun } });
  const dry = await press('true');
  expect(dry.conclusion).toBe('success');
  expect(dry.jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('\n')).toContain('drop.sql');
  expect(await columns(shop)).toContain('medicine');
  expect((await press('false')).conclusion).toBe('success');
  expect(await columns(shop)).not.toContain('medicine');

  expect(await release(shop, { version: 3, app })).toMatchObject({ conclusion: 'success', ...live('v3') });
});
