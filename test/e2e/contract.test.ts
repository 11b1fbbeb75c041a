import { existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect } from '@jest/globals';
import { startObjectStore } from '@lockstep/proving-ground/object-store';
import type { RunResult } from '@lockstep/workflow-runner';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { app, columns, errors, press, RELEASED, shopWithHeld, summaries, verdict } from './contracts.ts';
import { live } from './ends.ts';
import { look } from './look.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';
import { checks } from './team.ts';

const stage = useStage();

test('what a release held back waits its time, is approved, backed up and applied once, and lets the next release through', async () => {
  const shop = await shopWithHeld(stage);

  const early = await press(shop, { vars: { CONTRACT_AFTER: '' } });
  expect(checks(early)).toContain('Contract / Plan: failure');
  expect(errors(early)).toMatch(/committed-for asks for 24 h: run this again after /);
  expect(summaries(early)).toMatch(/waiting since[\s\S]*drop\.sql \| \d{4}-/);
  expect(verdict(early)).toBe('fail');
  expect(await columns(shop)).toContain('medicine');

  const frozen = await press(shop, { vars: { FREEZE: '2020-01-01..2999-12-31 always' } });
  expect(checks(frozen)).toContain('Contract / Plan: failure');
  expect(errors(frozen)).toContain('a freeze is active');
  expect(summaries(frozen)).toMatch(/waiting since[\s\S]*drop\.sql \| \d{4}-/);
  expect(verdict(frozen)).toBe('fail');
  expect(await columns(shop)).toContain('medicine');

  const backup = `test -n "$DATABASE_URL" && test "$KEY" = hidden-key && touch '${shop.backup}'`;
  const done = await press(shop, {
    secrets: { ...shop.secrets, BACKUP_ENV: 'KEY=hidden-key' },
    vars: { BACKUP_COMMAND: backup },
  });
  expect(errors(done)).toBe('');
  expect(checks(done)).toEqual([
    'Contract / Approve: success',
    'Contract / Contract: success',
    'Contract / Plan: success',
  ]);
  expect(verdict(done)).toBe('pass');
  expect(existsSync(shop.backup)).toBe(true);
  expect(await columns(shop)).not.toContain('medicine');
  expect(await look(shop)).toMatchObject({
    ...live('v2'),
    healthy: true,
    messages: [
      RELEASED,
      'production / web: contract migrations applied — dana applied the contract migrations that releases had deferred; rows archived before they were deleted: 2',
    ],
  });

  const again = await press(shop);
  expect(again.conclusion).toBe('success');
  expect(verdict(again)).toBe('pass');
  expect(checks(again)).toEqual([
    'Contract / Approve: skipped',
    'Contract / Contract: skipped',
    'Contract / Plan: success',
  ]);

  expect(await release(shop, { version: 3, app })).toMatchObject({ conclusion: 'success', ...live('v3') });
});

test('nothing is applied by a dry run, unapproved, or without its backup, which is told; run again it goes through', async () => {
  const shop = await shopWithHeld(stage);
  const dry = await press(shop, { dryRun: true });
  expect(dry.conclusion).toBe('success');
  expect(checks(dry)).toContain('Contract / Contract: skipped');
  expect(summaries(dry)).toContain('drop.sql');

  const denied = await press(shop, { environments: { 'production-approval': { approve: () => 'rejected' } } });
  expect(checks(denied)).toContain('Contract / Contract: skipped');
  expect(verdict(denied)).not.toBe('pass');

  // While it waits for its approval, somebody goes back by hand.
  const { vercel } = shop.ground;
  const dashboard = vercel.actAs('dashboard');
  const { productionId } = vercel.project(shop.project.id);
  const moved = await press(shop, {
    environments: {
      'production-approval': {
        approve: async () => {
          await dashboard.promote(shop.older);
          await vercel.settled();
          return 'approved' as const;
        },
      },
    },
  });
  expect(checks(moved)).toContain('Contract / Contract: failure');
  expect(errors(moved)).toContain(`Vercel serves ${shop.older}`);
  expect(await columns(shop)).toContain('medicine');
  await dashboard.promote(productionId ?? '');
  await vercel.settled();

  const failed = await press(shop, { vars: { BACKUP_COMMAND: 'exit 3' } });
  expect(checks(failed)).toContain('Contract / Contract: failure');
  expect(verdict(failed)).toBe('fail');
  expect(await look(shop)).toMatchObject({
    messages: [RELEASED, 'production / web: contract migrations not applied'],
    told: expect.stringContaining('No contract migration was applied'),
  });
  expect(await columns(shop)).toContain('medicine');

  // Its failed job once more, and then once more although all is applied.
  const rerun = (of: RunResult, id: string) => press(shop, { rerun: { of, jobs: { id } } });
  const mended = await rerun(failed, 'contract / contract');
  expect([errors(mended), mended.conclusion, verdict(mended)]).toEqual(['', 'success', 'pass']);
  expect(await columns(shop)).not.toContain('medicine');
  const before = await look(shop);
  expect(before.messages.at(-1)).toMatch(/contract migrations applied/);
  const idle = await rerun(mended, 'contract / contract');
  expect([errors(idle), idle.conclusion, verdict(idle)]).toEqual(['', 'success', 'pass']);
  expect(await look(shop)).toEqual(before);
});

test('nothing is applied unless the backup of the whole database is stored, with the id of the release', async () => {
  const shop = await shopWithHeld(stage);
  const { faults, scope } = shop.ground;
  const store = await startObjectStore({ faults });
  scope.defer('the object store', () => store.close());
  const bucket = store.bucket('acme-backups');
  const { accessKeyId, secretAccessKey } = store.key();
  const key = await generateIdentity();
  const vars = {
    BACKUP_TO: 's3://acme-backups/shop',
    BACKUP_ENCRYPT_TO: await identityToRecipient(key),
    BACKUP_ENDPOINT: store.url,
    BACKUP_KEY_ID: accessKeyId,
  };
  const secrets = { ...shop.secrets, S3_SECRET_ACCESS_KEY: secretAccessKey };

  const refused = await press(shop, { vars, secrets: { ...secrets, S3_SECRET_ACCESS_KEY: 'of-another-key' } });
  expect(checks(refused)).toContain('Contract / Contract: failure');
  expect(verdict(refused)).toBe('fail');
  expect(bucket.keys()).toEqual([]);
  expect(await columns(shop)).toContain('medicine');
  expect((await look(shop)).told).toContain('No contract migration was applied: remote-error');

  const done = await press(shop, { vars, secrets });
  expect([errors(done), done.conclusion, verdict(done)]).toEqual(['', 'success', 'pass']);
  expect(await columns(shop)).not.toContain('medicine');
  const contents = bucket.keys().find((name) => name.endsWith('/contents.json.gz.age')) ?? '';
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const stored = await decrypter.decrypt(bucket.current(contents)?.body ?? Buffer.of());
  const { release } = JSON.parse(gunzipSync(stored).toString());
  const ids = shop.consumer.github.deployments('lockstep').map(({ payload }) => JSON.stringify(payload));
  expect(release).toMatch(/^\d{8}T\d{6}Z-/);
  expect(ids.some((payload) => payload.includes(release))).toBe(true);
});
