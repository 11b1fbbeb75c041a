import { describe, expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { commitVersion, type End, release, releaseCommit } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
/** Long enough for the second one to come to the lock. */
const patient = { with: { 'bake-time': '3s' } };

describe('a release that comes while another is under way waits for its end', () => {
  test('and goes on where it is the newer one: what is left of its plan was approved with it', async () => {
    const shop = await stage.liveShop();
    const ends: Promise<End>[] = [];
    const second = () => ends.push(release(shop, { version: 3 }));
    const first = await release(shop, { version: 2, meanwhile: { step: 'Begin', act: second }, ...patient });
    expect(first).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions', 'dosage') });
    expect(await ends[0]).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
      served: ['v1', 'v2', 'v3'],
      ledger: [found, done, done],
      messages: ['production / web: released', 'production / web: released'],
    });
  });

  test('and is refused where it is the older one', async () => {
    const shop = await stage.liveShop();
    const older = await commitVersion(shop, { version: 2 });
    const ends: Promise<End>[] = [];
    const second = () => ends.push(releaseCommit(shop, older));
    const first = await release(shop, { version: 3, meanwhile: { step: 'Begin', act: second }, ...patient });
    expect(first).toMatchObject({ conclusion: 'success', ...live('v3') });
    expect(await ends[0]).toMatchObject({
      conclusion: 'failure',
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
      served: ['v1', 'v3'],
      ledger: [found, done],
    });
  });
});
