import { afterEach, beforeEach, expect } from '@jest/globals';
import { Faults } from '@lockstep/proving-ground/faults';
import { catchWebhooks, type WebhookCatcher } from '@lockstep/proving-ground/webhooks';
import { Webhook } from 'standardwebhooks';
import { thinned as test } from '../../../test/e2e/sampled.ts';
import { channelTypes, deliver } from '../src/index.ts';
import { parseTargets } from '../src/targets.ts';
import { message, rolledBack, surroundings, world } from './samples.ts';

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
let faults: Faults;
let catcher: WebhookCatcher;
beforeEach(async () => {
  faults = new Faults();
  catcher = await catchWebhooks(faults);
});
afterEach(() => catcher.close());

const send = (path = '/hook?key=in-the-query') => {
  const yaml = `- type: webhook\n  url: ${catcher.url}${path}\n  secret: ${secret}`;
  return deliver(parseTargets(yaml, channelTypes, surroundings), rolledBack, new Map(), { ...world, timeoutMs: 5_000 });
};

test("the receiver's own library accepts the signature, and refuses it for one changed byte", async () => {
  expect(await send()).toMatchObject([{ delivery: 'accepted', detail: expect.stringContaining('202') }]);
  const [delivery] = catcher.deliveries;
  const { headers = {}, body = '' } = delivery ?? {};
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    type: 'release.rolled-back',
    timestamp: message.at,
    data: { ...rolledBack, severity: 'warning', headline: 'production / web: rolled back' },
  });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow('No matching signature');
});

test('a lost answer is tried again under the same id', async () => {
  faults.plant({ service: 'webhook', effect: { kind: 'reset-after' } });
  expect(await send()).toMatchObject([{ delivery: 'accepted' }]);
  const ids = catcher.deliveries.map(({ headers }) => headers['webhook-id']);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test.each([
  ['a redirect', { kind: 'status', status: 302, headers: { location: 'https://example.com' } } as const, 'failed'],
  ['a refusal', { kind: 'status', status: 401 } as const, 'failed'],
  ['a broken server', { kind: 'status', status: 500 } as const, 'unknown'],
])('%s is %s', async (_what, effect, delivery) => {
  faults.plant({ service: 'webhook', times: Infinity, effect });
  const reports = await send();
  expect(reports).toMatchObject([{ delivery }]);
  expect(JSON.stringify(reports)).not.toContain('in-the-query');
});
