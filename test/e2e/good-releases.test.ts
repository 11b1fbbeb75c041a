import { describe, expect } from '@jest/globals';
import type { Approval } from '@lockstep/workflow-runner';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const asked = { with: { 'approval-environment': 'production-approval' } };
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);

describe('a good release', () => {
  test('into emptiness brings app and schema; the next one has it to go back to', async () => {
    const shop = await stage.emptyShop();
    expect(await release(shop, { version: 1 })).toMatchObject({
      conclusion: 'success',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [done],
      swaps: ['swapped: swapped'],
      messages: ['production / web: released'],
    });
    expect(await release(shop, { version: 2 })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2'],
      ledger: [done, done],
      messages: ['production / web: released', 'production / web: released'],
    });
    const [first, second] = shop.consumer.github.deployments('lockstep').map(({ payload }) => payload);
    expect(second).toMatchObject({ before: { release: (first as { readonly id: string }).id } });
  });

  test('without new migrations leaves the schema alone', async () => {
    const shop = await stage.liveShop();
    expect(
      await release(shop, { version: 2, folders: [], app: { requires: { prescriptions: ['id'] } } }),
    ).toMatchObject({ conclusion: 'success', ...live('v2'), ...schema('prescriptions'), ledger: [found, done] });
  });

  test('without targets and without an approval tells nobody and waits for nobody', async () => {
    const shop = await stage.liveShop();
    const alone = { secrets: { NOTIFY_TARGETS: '' } };
    const end = await release(shop, { version: 2, ...alone });
    expect(end).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      served: ['v1', 'v2'],
      ledger: [found, done],
      messages: [],
    });
    expect(end.run.jobs.find(({ id }) => id === 'release / approve')?.conclusion).toBe('skipped');
  });

  test('of a protected project gets to its builds by the bypass secret', async () => {
    const shop = await stage.liveShop();
    const { vercel } = stage.ground;
    const secret = 'bypass-for-automation-0001';
    vercel.configure(shop.project, { bypassSecrets: { [secret]: 1 } });
    vercel.protect(shop.project, 'all_except_custom_domains');
    expect(await release(shop, { version: 2, secrets: { PROTECTION_BYPASS: secret } })).toMatchObject({
      conclusion: 'success',
      ledger: [found, done],
    });
  });
});

describe('an approval', () => {
  test('that is refused changes nothing, and nothing was begun', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, approve: () => 'rejected', ...asked })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      ledger: [],
      swaps: [],
      messages: [],
    });
  });

  test('holds no lock: while one release waits for its own, another goes through, and the late one is refused', async () => {
    const shop = await stage.liveShop();
    const late = await release(shop, {
      version: 2,
      ...asked,
      approve: async (): Promise<Approval> => {
        const newer = await release(shop, { version: 3 });
        expect(newer).toMatchObject({ conclusion: 'success', ...live('v3') });
        return 'approved';
      },
    });
    expect(late).toMatchObject({
      conclusion: 'failure',
      ...live('v3'),
      ...schema('prescriptions', 'dosage', 'refills'),
      ledger: [found, done],
      errors: expect.arrayContaining([expect.stringContaining('is older than')]),
    });
  });
});
