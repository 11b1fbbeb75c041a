import { expect } from '@jest/globals';
import { spawnAction } from '@lockstep/proving-ground/action';
import { startObjectStore } from '@lockstep/proving-ground/object-store';
import { startSupabase } from '@lockstep/proving-ground/supabase';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { columns, errors, press, shopWithHeld, summaries, verdict } from './contracts.ts';
import { look } from './look.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks } from './team.ts';

const stage = useStage();
const REF = 'abcdefghijklmnopqrst';

/** A shop that waits for its contract, whose database is the one of a Supabase project. */
async function shopOnSupabase() {
  const shop = await shopWithHeld(stage);
  const { faults, scope } = shop.ground;
  const supabase = await startSupabase({ faults });
  scope.defer('Supabase', async () => {
    await supabase.close();
    supabase.expectNoViolations();
  });
  const project = supabase.project(REF);
  project.database.host = new URL(shop.secrets['DATABASE_URL'] ?? '').hostname;
  const vars = { SUPABASE_PROJECT: REF, SUPABASE_API_URL: supabase.url };
  const secrets = { ...shop.secrets, SUPABASE_TOKEN: supabase.token() };
  const contract = (point: string) => press(shop, { vars: { ...vars, RESTORE_POINT: point }, secrets });
  const points = () =>
    shop.consumer.github.deployments('lockstep:restore-point').map(({ payload }) => JSON.stringify(payload));
  return { shop, supabase, project, contract, points };
}

test('before a contract Supabase makes a restore point, which the ledger and the message name', async () => {
  const { contract, points, project, shop } = await shopOnSupabase();
  project.restorePointing.pendingReads = 1;
  const done = await contract('required');
  expect([errors(done), done.conclusion, verdict(done)]).toEqual(['', 'success', 'pass']);
  expect(await columns(shop)).not.toContain('medicine');
  const [point] = project.restorePoints;
  expect(point).toMatchObject({ status: 'AVAILABLE', name: expect.stringMatching(/^ls-\d{8}T\d{4}-/) });
  expect(points()).toHaveLength(1);
  expect(points()[0]).toContain(point?.name);
  expect((await look(shop)).messages.at(-1)).toMatch(new RegExp(`; restore point before it: ${point?.name}$`));
  expect(summaries(done)).toContain(`\`${point?.name}\` of the Supabase project`);

  // All is applied: no further one is made.
  expect((await contract('required')).conclusion).toBe('success');
  expect(project.restorePoints).toHaveLength(1);
});

test('nothing is applied where the restore point is required and not there; auto continues where none is offered', async () => {
  const { contract, points, project, shop, supabase } = await shopOnSupabase();
  const red = async (point: string, reason: string) => {
    const run = await contract(point);
    expect(checks(run)).toContain('Contract / Contract: failure');
    expect(verdict(run)).toBe('fail');
    expect((await look(shop)).told).toContain(`No contract migration was applied: ${reason}`);
    expect(await columns(shop)).toContain('medicine');
    expect(points()).toEqual([]);
  };
  project.restorePointing.offered = false;
  await red('required', 'restore-point-not-offered');
  project.restorePointing.offered = true;
  project.restorePointing.becomes = 'FAILED';
  await red('auto', 'restore-point-failed');
  project.restorePointing.becomes = 'AVAILABLE';
  await red('always', 'invalid-input');
  project.database.host = 'db.example.com';
  await red('required', 'project-not-known');
  project.restorePoints.splice(0);

  project.restorePointing.offered = false;
  project.database.host = new URL(shop.secrets['DATABASE_URL'] ?? '').hostname;
  const done = await contract('auto');
  expect([errors(done), done.conclusion, verdict(done)]).toEqual(['', 'success', 'pass']);
  expect(project.restorePoints).toEqual([]);
  expect((await look(shop)).messages.at(-1)).not.toContain('restore point');
  expect(supabase.exchanges.some(({ method }) => method === 'POST')).toBe(true);
});

test('a backup can be required instead; without any, the plan says what a mistake would cost', async () => {
  const shop = await shopWithHeld(stage);
  const { database, ground } = shop;
  await ground.postgres.query(
    "insert into prescriptions (patient, medicine) values ('p', 'a'), ('q', 'b')",
    [],
    database,
  );
  const warnings = (run: Awaited<ReturnType<typeof press>>) =>
    run.jobs.flatMap(({ steps }) => steps.flatMap(({ annotations }) => annotations.map(({ message }) => message)));
  // What is archived is not lost for good.
  const archived = await press(shop, { dryRun: true });
  expect(summaries(archived)).toMatch(/drop\.sql: what it deletes is archived[\s\S]*4 rows/);
  expect(warnings(archived).join('\n')).not.toContain('lost for good');
  const dry = await press(shop, { dryRun: true, vars: { ARCHIVE: 'never' } });
  expect(summaries(dry)).toMatch(/What a mistake would cost[\s\S]*prescriptions\.medicine \(\d+ rows?\)/);
  expect(warnings(dry).join('\n')).toMatch(/lost for good: column public\.prescriptions\.medicine \(\d+ rows?\)/);

  const store = await startObjectStore({ faults: ground.faults });
  ground.scope.defer('the object store', () => store.close());
  store.bucket('acme-backups');
  const { accessKeyId, secretAccessKey } = store.key();
  const secrets = { ...shop.secrets, S3_SECRET_ACCESS_KEY: secretAccessKey };
  const vars = {
    BACKUP_TO: 's3://acme-backups/shop',
    BACKUP_ENCRYPT_TO: await identityToRecipient(await generateIdentity()),
    BACKUP_ENDPOINT: store.url,
    BACKUP_KEY_ID: accessKeyId,
    BACKUP_YOUNGER_THAN: '1h',
    BACKUP_DRILLED_WITHIN: '',
  };
  const protectedDry = await press(shop, { dryRun: true, vars, secrets });
  expect(warnings(protectedDry).join('\n')).not.toContain('lost for good');
  const none = await press(shop, { vars, secrets });
  expect(checks(none)).toContain('Contract / Contract: failure');
  expect((await look(shop)).told).toContain('No contract migration was applied: checks-failed');
  expect(await columns(shop)).toContain('medicine');

  // The one of the night before.
  const made = await spawnAction('backup', {
    ...{ command: 'create', 'database-url': shop.secrets['DATABASE_URL'] ?? '', to: vars.BACKUP_TO },
    ...{ 'encrypt-to': vars.BACKUP_ENCRYPT_TO, 's3-endpoint': store.url, 's3-region': 'eu-central-1' },
    ...{ 's3-access-key-id': accessKeyId, 's3-secret-access-key': secretAccessKey },
  });
  expect([made.outputs['verdict'], made.log]).toEqual(['pass', expect.anything()]);
  const neverRestored = await press(shop, { vars: { ...vars, BACKUP_DRILLED_WITHIN: '35d' }, secrets });
  expect(checks(neverRestored)).toContain('Contract / Contract: failure');
  expect(await columns(shop)).toContain('medicine');
  const done = await press(shop, { vars, secrets });
  expect([errors(done), done.conclusion, verdict(done)]).toEqual(['', 'success', 'pass']);
  expect(await columns(shop)).not.toContain('medicine');
  expect((await look(shop)).messages.at(-1)).toContain(`/${made.outputs['backup-id']}`);
});
