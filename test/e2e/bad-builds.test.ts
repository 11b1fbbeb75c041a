import { describe, expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
/** Users, schema and ledger never heard of it. */
const neverBegun = {
  conclusion: 'failure',
  ...live('v1'),
  ...schema('prescriptions'),
  ledger: [],
  swaps: [],
  messages: [],
};
/** Where it is not set, Vercel builds the sources. */
const onRunner = { 'build-command': 'node build.mjs' };
/** The app's catalogue is read from the database while it is built. */
const readsSchema = { prerender: true };
const helpfulOrder = expect.stringContaining('order: migrate-first');

describe('a build that fails', () => {
  test('on the runner ends the release before anything was changed', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, behaviour: 'build-fails', with: onRunner })).toMatchObject(neverBegun);
  });

  test('on Vercel ends the release before anything was changed, with the build log to look at', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, behaviour: 'build-fails' });
    expect(end).toMatchObject({ ...neverBegun, errors: [expect.stringContaining('https://vercel.com/')] });
    const summary = end.run.jobs.flatMap((job) => job.steps.map((step) => step.summary)).join('\n');
    expect(summary).toContain('error TS2339: this version does not build');
  });

  test('after the schema was expanded takes the schema down again', async () => {
    const shop = await stage.liveShop();
    const order = { order: 'migrate-first' };
    expect(await release(shop, { version: 2, behaviour: 'build-fails', with: order })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: ['released: found live', expect.stringMatching(/^rolled-back: vercel-deploy: build-failed: /)],
      swaps: [],
      messages: ['production / web: rolled back'],
      told: expect.stringContaining('migrate: pass, 1 migration rolled back'),
    });
  });
});

describe('a build that reads the new schema', () => {
  test('fails on Vercel where it comes first, and is told which order helps', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, app: readsSchema });
    expect(end).toMatchObject({ ...neverBegun, errors: [helpfulOrder] });
  });

  test('fails on the runner where it comes first, and is told which order helps', async () => {
    const shop = await stage.liveShop();
    const files = { '.env': `DATABASE_URL=${shop.ground.postgres.url(shop.database)}` };
    const command = { 'build-command': 'node --env-file=.env build.mjs' };
    const end = await release(shop, { version: 2, app: readsSchema, files, with: command });
    expect(end).toMatchObject({ ...neverBegun, errors: expect.arrayContaining([helpfulOrder]) });
  });

  test('is released with migrate-first', async () => {
    const shop = await stage.liveShop();
    const order = { order: 'migrate-first' };
    expect(await release(shop, { version: 2, app: readsSchema, with: order })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2'],
      ledger: ['released: found live', expect.stringMatching(/^released: dpl_\w+ is live$/)],
      messages: ['production / web: released'],
    });
  });
});

test('a secret that arrives empty ends the release at the first step that needs it, and is named', async () => {
  const shop = await stage.liveShop();
  const end = await release(shop, { version: 2, secrets: { DATABASE_URL: '' } });
  expect(end).toMatchObject({ ...neverBegun, errors: [expect.stringContaining('input "database-url"')] });
});
