import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Secret, systemClock } from '@lockstep/base';
import { listen } from '@lockstep/proving-ground/net';
import { createClient } from '../src/ask/client.ts';
import { checkWebhook } from '../src/webhook/check-webhook.ts';
import { readWebhooks } from '../src/webhook/read-webhooks.ts';

const SECRET = 'whsec_of-the-test-0123456789';
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

interface Shop {
  readonly unsigned?: boolean;
  readonly stale?: boolean;
  readonly anySignature?: boolean;
  readonly repeats?: boolean;
  readonly forgets?: boolean;
  readonly refusesAgain?: boolean;
  readonly status?: number;
}

/** A webhook as Stripe's documentation has it, with a fault. */
async function webhook(fault: Shop = {}) {
  const handled: string[] = [];
  const got: string[] = [];
  server = createServer(async (request, response) => {
    const end = (status: number, body = '') => response.writeHead(status, { location: '/elsewhere' }).end(body);
    if (request.url === '/effects') return end(200, JSON.stringify({ count: handled.length }));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const payload = Buffer.concat(chunks).toString();
    got.push(payload);
    if (fault.status !== undefined) return end(fault.status);
    const header = String(request.headers['stripe-signature'] ?? '');
    const { t = '', v1 = '' } = Object.fromEntries(header.split(',').map((part) => part.split('=')));
    const digest = createHmac('sha256', SECRET).update(`${t}.${payload}`).digest('hex');
    const right = v1.length === digest.length && timingSafeEqual(Buffer.from(v1), Buffer.from(digest));
    if (header === '' ? fault.unsigned !== true : !right && fault.anySignature !== true) return end(400);
    if (header !== '' && Date.now() / 1000 - Number(t) > 300 && fault.stale !== true) return end(400);
    const { id, type } = JSON.parse(payload);
    if (type === 'lockstep.probe') return end(200);
    if (handled.includes(id) && fault.refusesAgain) return end(409);
    if ((!handled.includes(id) || fault.repeats) && !fault.forgets) handled.push(id);
    return end(200);
  });
  await listen(server);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = createClient({
    timeoutMs: 5_000,
    clock: systemClock,
    signal: new AbortController().signal,
    always: {},
    fetch,
  });
  const ask = async (disposable: boolean, secret = SECRET) => {
    const event = disposable
      ? { event: { object: 'event', type: 'payment_intent.succeeded' }, 'effect-url': `${origin}/effects` }
      : {};
    const { webhooks, problems } = readWebhooks([{ url: `${origin}/stripe`, ...event }], 'webhooks');
    expect(problems).toEqual([]);
    const tools = { send, nowMs: () => Date.now(), secret: new Secret(secret), disposable };
    const [one] = webhooks;
    if (one === undefined) throw new Error('no webhook');
    return await checkWebhook(one, tools);
  };
  return { ask, got, handled };
}

const states = (checks: readonly { readonly id: string; readonly verdict: string }[]) =>
  Object.fromEntries(checks.map(({ id, verdict }) => [id.replace('webhook/', ''), verdict]));
const LIVE = { 'refuses-unsigned': 'pass', 'refuses-wrong-signature': 'pass', 'refuses-stale': 'pass' };
const ALL = { ...LIVE, 'accepts-signed': 'pass', 'one-effect': 'pass' };

test('a live webhook gets three events that it refuses, and nothing else', async () => {
  const { ask, got, handled } = await webhook();
  const { checks, notVerified } = await ask(false);
  expect([states(checks), notVerified]).toEqual([LIVE, []]);
  expect(got.map((text) => JSON.parse(text).type)).toEqual(Array(3).fill('lockstep.probe'));
  expect(handled).toEqual([]);
});

test('a disposable one gets a signed event twice, with one effect', async () => {
  const { ask, handled } = await webhook();
  expect(states((await ask(true)).checks)).toEqual(ALL);
  expect(handled).toHaveLength(1);
});

test.each<[string, Shop, Partial<typeof ALL> | object]>([
  ['accepts unsigned', { unsigned: true }, { 'refuses-unsigned': 'fail' }],
  ['accepts stale', { stale: true }, { 'refuses-stale': 'fail' }],
  ['accepts any signature', { anySignature: true }, { 'refuses-wrong-signature': 'fail' }],
  ['has the effect twice', { repeats: true }, { 'one-effect': 'fail' }],
  ['has no effect', { forgets: true }, { 'one-effect': 'fail' }],
  ['refuses what comes again', { refusesAgain: true }, { 'accepts-signed': 'fail' }],
])('one that %s is red in exactly its check', async (_, fault, expected) => {
  const { ask } = await webhook(fault);
  expect(states((await ask(true)).checks)).toEqual({ ...ALL, ...expected });
});

test.each([
  [404, 'fail'],
  [307, 'fail'],
  [500, 'unknown'],
  [503, 'unknown'],
  [429, 'unknown'],
])('HTTP %i is no refusal', async (status, verdict) => {
  const { ask } = await webhook({ status });
  expect(new Set(Object.values(states((await ask(false)).checks)))).toEqual(new Set([verdict]));
});

test('without the secret, what needs it is not verified', async () => {
  const { ask } = await webhook();
  const { notVerified } = await ask(true, '');
  expect(notVerified.map(({ id, chosen }) => [id, chosen])).toEqual([
    ['webhook/refuses-stale', false],
    ['webhook/accepts-signed', false],
  ]);
});

test('problems of the input are said', () => {
  expect(readWebhooks([{ url: 'x', 'effect-url': 'https://a.example', more: 1 }], 'webhooks').problems).toHaveLength(3);
});
