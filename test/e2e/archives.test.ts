import { expect } from '@jest/globals';
import type { RunResult } from '@lockstep/workflow-runner';
import { live, schema } from './ends.ts';
import { look } from './look.ts';
import { press } from './press.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks, installStarters, logs, runWorkflowOf } from './team.ts';

const stage = useStage();
const workflow = '.github/workflows/lockstep-archives.yml';

const outputsOf = (run: RunResult) =>
  run.jobs.flatMap(({ steps }) =>
    steps.flatMap(({ outputs }) =>
      outputs['reason'] === undefined || outputs['delivery'] !== undefined ? [] : [outputs],
    ),
  );

/** A shop on version 2, with what a user wrote that only its schema can hold, and the workflow Archives. */
async function shopWithDosage() {
  const shop = await stage.liveShop();
  installStarters(shop, ['archives']);
  expect(await release(shop, { version: 2 })).toMatchObject({ conclusion: 'success', ...live('v2') });
  const query = (sql: string) => stage.ground.postgres.query(sql, [], shop.database);
  await query(`insert into prescriptions (patient, medicine, dosage) values ('P-1003', 'ibuprofen', 'twice a day')`);
  const sha = () => shop.consumer.github.state.refs.get('heads/main') ?? '';
  const schedule = { event: { name: 'schedule', payload: { schedule: '53 3 * * *' } } };
  const run = (options: Partial<Parameters<typeof runWorkflowOf>[1]>) =>
    runWorkflowOf(shop, { sha: sha(), workflow, secrets: shop.secrets, environments: shop.environments, ...options });
  return {
    ...{ shop, query },
    nightly: (secrets = shop.secrets) => run({ ...schedule, secrets }),
    byHand: (inputs: Readonly<Record<string, string>>) => run({ inputs: { 'dry-run': 'false', ...inputs } }),
  };
}

test('a rollback keeps what users wrote, the next release brings it back, and its time ends it', async () => {
  const { byHand, nightly, query, shop } = await shopWithDosage();
  const plan = await press(shop, { 'on-data-loss': 'archive', 'dry-run': true });
  expect(plan.conclusion).toBe('success');
  expect(logs(plan)).toMatch(/1 row/);
  expect(await look(shop)).toMatchObject(live('v2'));

  expect((await press(shop, { 'on-data-loss': 'archive' })).conclusion).toBe('success');
  expect(await look(shop)).toMatchObject({
    ...live('v1'),
    ...schema('prescriptions'),
    told: expect.stringMatching(/olga rolled back to dpl_\w+; archived rows: 1, kept for 30d/),
  });

  // Too early: its migration is not applied.
  expect((await byHand({ command: 'restore-archive' })).conclusion).toBe('failure');
  expect(await release(shop, { version: 3, folders: ['v2', 'v3'] })).toMatchObject({
    conclusion: 'success',
    ...live('v3'),
  });
  const dry = await byHand({ command: 'restore-archive', 'dry-run': 'true' });
  expect([dry.conclusion, outputsOf(dry)[0]?.['reason']]).toEqual(['success', 'dry-run']);
  expect(await query('select dosage from prescriptions where dosage is not null')).toEqual([]);
  const restored = await byHand({ command: 'restore-archive' });
  expect([restored.conclusion, outputsOf(restored)[0]?.['reason']]).toEqual(['success', 'archive-restored']);
  expect(await query("select dosage from prescriptions where patient = 'P-1003'")).toEqual([{ dosage: 'twice a day' }]);

  const early = await nightly();
  expect(checks(early)).toEqual(['Archives / Archives: success']);
  expect(outputsOf(early)).toMatchObject([
    { reason: 'archives-pruned', archives: '0' },
    { reason: 'archives-listed', archives: '1', 'archives-over': '0' },
  ]);
  await query("update lockstep_archive.archives set expires = now() - interval '1 day'");
  const listed = await byHand({ command: 'list-archives' });
  expect(outputsOf(listed)).toMatchObject([{ archives: '1', 'archives-over': '1' }]);
  const later = await nightly();
  expect(outputsOf(later)).toMatchObject([{ archives: '1' }, { archives: '0', 'archives-over': '0' }]);
  expect(await query("select count(*)::int as n from pg_tables where schemaname = 'lockstep_archive'")).toEqual([
    { n: 2 },
  ]);
});

test('a night that did not pass opens one issue, and the next one that passes closes it', async () => {
  const { nightly, shop } = await shopWithDosage();
  const issues = () => shop.consumer.github.state.issues.map(({ state }) => state);
  expect((await nightly()).conclusion).toBe('success');
  expect(issues()).toEqual([]);
  const DATABASE_URL = (shop.secrets['DATABASE_URL'] ?? '').replace(/\/[^/]*$/, '/nowhere');
  expect((await nightly({ ...shop.secrets, DATABASE_URL })).conclusion).toBe('failure');
  expect(issues()).toEqual(['open']);
  expect((await nightly()).conclusion).toBe('success');
  expect(issues()).toEqual(['closed']);
});
