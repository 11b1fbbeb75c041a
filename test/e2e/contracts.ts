import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@jest/globals';
import type { DispatchOptions, Shop } from '@lockstep/proving-ground/ground';
import type { RunResult } from '@lockstep/workflow-runner';
import { parse, stringify } from 'yaml';
import type { Site } from './consumers.ts';
import { live } from './ends.ts';
import { release } from './release.ts';
import type { useStage } from './stage.ts';
import { runWorkflowOf } from './team.ts';

const workflow = '.github/workflows/lockstep-contract.yml';
/** The very workflow that the page shows. */
const shown = parse(
  /```yaml\n([\s\S]*?)```/.exec(
    readFileSync(new URL('../../docs/expand-and-contract.md', import.meta.url), 'utf8'),
  )?.[1] ?? '',
);
export const app = { requires: { prescriptions: ['id', 'dosage'] } };

export const columns = async ({ ground, database }: Shop) => {
  const text = "select column_name from information_schema.columns where table_name = 'prescriptions'";
  const rows = await ground.postgres.query<{ column_name: string }>(text, [], database);
  return rows.map(({ column_name: name }) => name).sort();
};

/** A shop with a release that held a contract migration back, and the page's workflow with its own names filled in. */
export async function shopWithHeld(
  stage: ReturnType<typeof useStage>,
  more: Readonly<Record<string, string>> = {},
): Promise<Site & { readonly backup: string; readonly older: string }> {
  const shop = await stage.liveShop();
  const older = shop.ground.vercel.project(shop.project.id).productionId ?? '';
  const backup = join(shop.ground.scope.folder('lockstep-backup-'), 'medicine');
  const call = shown.jobs.contract.with;
  const text = stringify({
    ...shown,
    jobs: {
      contract: {
        ...shown.jobs.contract,
        secrets: {
          ...shown.jobs.contract.secrets,
          BACKUP_ENV: `\${{ secrets.BACKUP_ENV }}`,
          SUPABASE_TOKEN: `\${{ secrets.SUPABASE_TOKEN }}`,
        },
        with: {
          ...call,
          'contract-after': `\${{ vars.CONTRACT_AFTER || '${call['contract-after']}' }}`,
          'backup-command': `\${{ vars.BACKUP_COMMAND }}`,
          'backup-to': `\${{ vars.BACKUP_TO }}`,
          'backup-encrypt-to': `\${{ vars.BACKUP_ENCRYPT_TO }}`,
          'backup-s3-endpoint': `\${{ vars.BACKUP_ENDPOINT }}`,
          'backup-s3-access-key-id': `\${{ vars.BACKUP_KEY_ID }}`,
          'backup-younger-than': `\${{ vars.BACKUP_YOUNGER_THAN }}`,
          'backup-drilled-within': `\${{ vars.BACKUP_DRILLED_WITHIN }}`,
          'restore-point': `\${{ vars.RESTORE_POINT || 'none' }}`,
          archive: `\${{ vars.ARCHIVE || 'auto' }}`,
          'on-data-loss': `\${{ vars.ON_DATA_LOSS || 'keep' }}`,
          'supabase-project': `\${{ vars.SUPABASE_PROJECT }}`,
          'supabase-api-url': `\${{ vars.SUPABASE_API_URL }}`,
          freeze: `\${{ vars.FREEZE }}`,
          'vercel-project': shop.project.name,
          'vercel-team': shop.ground.vercel.team.slug,
          'vercel-api-url': shop.ground.vercel.url,
          'slack-api-url': shop.ground.slack.apiUrl,
        },
      },
    },
  });
  mkdirSync(dirname(join(shop.consumer.root, workflow)), { recursive: true });
  writeFileSync(join(shop.consumer.root, workflow), text);
  const files = {
    'supabase/migrations/20260113090000_drop.sql':
      '-- lockstep: contract\nalter table prescriptions drop column medicine;\n',
    'supabase/rollbacks/20260113090000_drop.sql': 'alter table prescriptions add column medicine text;\n',
    ...more,
  };
  const second = await release(shop, { version: 2, files, app });
  expect(second).toMatchObject({ conclusion: 'success', ...live('v2') });
  const today = new Date().toISOString().slice(0, 7);
  const waits = new RegExp(
    `\\d contract migrations? waits? since ${today}-\\d\\d \\(release \\S+\\): 20260113090000_drop\\.sql.*; run the workflow Contract`,
  );
  expect(second.told).toMatch(waits);
  expect([...second.run.nodes.values()].flatMap(({ outputs }) => outputs['waiting'] ?? []).join('\n')).toMatch(waits);
  expect(summaries(second.run)).toMatch(/held back since \S+ \(release /);
  return { ...shop, backup, older };
}

export function press(shop: Site, options: Partial<DispatchOptions> & { readonly dryRun?: boolean } = {}) {
  const { dryRun = false, vars = {}, ...more } = options;
  const sha = shop.consumer.github.state.refs.get('heads/main') ?? '';
  return runWorkflowOf(shop, {
    ...{ sha, workflow, inputs: { 'dry-run': String(dryRun) } },
    environments: { 'production-approval': { approve: () => 'approved' } },
    vars: { CONTRACT_AFTER: '0s', ...vars },
    ...more,
  });
}

export const RELEASED: unknown = expect.stringMatching(
  /^production \/ web: released — 1 contract migration waits since /,
);
const stepsOf = ({ jobs }: RunResult) => jobs.flatMap(({ steps }) => steps);
export const summaries = (run: RunResult) =>
  stepsOf(run)
    .map(({ summary }) => summary)
    .join('\n');
export const errors = (run: RunResult) =>
  stepsOf(run)
    .flatMap(({ annotations }) => annotations.filter(({ level }) => level === 'error'))
    .map(({ message }) => message)
    .join('\n');
export const verdict = (run: RunResult) => run.nodes.get('contract')?.outputs['verdict'];
