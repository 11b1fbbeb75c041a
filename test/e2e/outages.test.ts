import { describe, expect } from '@jest/globals';
import { live, schema } from './ends.ts';
import { release } from './release.ts';
import { test } from './sampled.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const found = 'released: found live';
const done = expect.stringMatching(/^released: dpl_\w+ is live$/);
const down = (service: 'slack' | 'github') => {
  const effect = { kind: 'status', status: 503 } as const;
  return { service, times: Number.POSITIVE_INFINITY, effect };
};
const fails = (service: 'slack' | 'github') => () => stage.ground.faults.plant(down(service));

describe('an outage', () => {
  test('of Slack takes back nothing: it is released, and the run says who was not told', async () => {
    const shop = await stage.liveShop();
    const end = await release(shop, { version: 2, faults: [down('slack')] });
    expect(end).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, done],
      messages: [],
    });
    const notes = end.run.jobs.flatMap(({ steps }) => steps.flatMap(({ annotations }) => annotations));
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/"production \/ web: released" sent to 0 of 1/),
    );
  });

  test('of GitHub at the commit takes back nothing, and the next release completes the ledger', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, meanwhile: { step: 'Commit', act: fails('github') } })).toMatchObject({
      conclusion: 'success',
      ...live('v2'),
      ...schema('prescriptions', 'dosage'),
      ledger: [found, 'begun'],
      messages: ['production / web: released'],
    });
    expect(await release(shop, { version: 3 })).toMatchObject({
      conclusion: 'success',
      ...live('v3'),
      ledger: [found, done, done],
    });
  });

  test('of GitHub at the beginning begins nothing', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, meanwhile: { step: 'Begin', act: fails('github') } })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [],
      swaps: [],
      messages: ['production / web: release failed'],
    });
  });

  test('of GitHub at the swap changes no traffic and takes the schema down', async () => {
    const shop = await stage.liveShop();
    expect(await release(shop, { version: 2, meanwhile: { step: 'Swap', act: fails('github') } })).toMatchObject({
      conclusion: 'failure',
      ...live('v1'),
      ...schema('prescriptions'),
      served: ['v1'],
      ledger: [found, 'begun'],
      swaps: [],
      messages: ['production / web: rolled back'],
    });
  });
});
