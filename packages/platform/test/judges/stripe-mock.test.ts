import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, silent } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { STRIPE_MOCK, type StripeMock, startStripeMock } from '../../../../test/judges/stripe-mock.ts';
import { createJsonApi } from '../../src/index.ts';
import { readStripe } from '../../src/stripe/read.ts';
import { goodWorld } from '../world.ts';

/** Stripe's own stand-in is the judge of what we ask Stripe, and of what our stand-in answers. */
const judged = STRIPE_MOCK === undefined ? test.skip : test;
const KEY = 'rk_test_0000000000000000000000000';
const PAGES = 3;

let mock: StripeMock;
beforeAll(async () => {
  if (STRIPE_MOCK !== undefined) mock = await startStripeMock();
});
afterAll(() => mock?.close());

const ask = (path: string) => fetch(`${mock.url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });

/** What we ask, path and query, over more endpoints than one page holds. */
async function asked(): Promise<{ readonly paths: readonly string[]; readonly answer: unknown }> {
  await using world = await goodWorld();
  const [first] = world.stripe.endpoints;
  if (first === undefined) throw new Error('the good world has an endpoint');
  for (let at = 1; at <= 100 * (PAGES - 1); at++) world.stripe.endpoints.push({ ...first, id: `we_more_${at}` });
  const access = world.access(['stripe']).stripe;
  if (access === undefined) throw new Error('there is access to Stripe');
  await readStripe(access.api, access.form);
  const paths = world.stripe.exchanges.map(({ path, query }) => `${path}${query}`);
  const headers = { authorization: `Bearer ${world.stripeKey}` };
  const answer = await (await fetch(`${world.stripe.url}/v1/webhook_endpoints?limit=1`, { headers })).json();
  return { paths, answer };
}

judged('it answers each request that we make of Stripe', async () => {
  const { paths } = await asked();
  expect(paths).toHaveLength(PAGES);
  for (const path of paths) expect([path, (await ask(path)).status]).toEqual([path, 200]);
});

judged('it refuses what Stripe would refuse: a route, a query, no key', async () => {
  expect((await ask('/v1/webhook_endpoint')).status).toBe(404);
  expect((await ask('/v1/webhook_endpoints?limit=many')).status).toBe(400);
  expect((await ask('/v1/webhook_endpoints?page=2')).status).toBe(400);
  expect((await fetch(`${mock.url}/v1/webhook_endpoints`)).status).toBe(401);
});

judged('our reader reads it', async () => {
  const api = createJsonApi({
    service: 'Stripe',
    token: new Secret(KEY),
    apiUrl: new URL(mock.url),
    clock: hastyClock(1_000),
    log: silent,
    signal: new AbortController().signal,
    fetch,
    requestTimeoutMs: 3_600_000,
  });
  const { endpoints } = await readStripe(api, 'rk_test_');
  expect(endpoints).toMatchObject({
    kind: 'read',
    value: [{ events: ['charge.failed', 'charge.succeeded'], status: 'enabled' }],
  });
});

judged('whatever our stand-in answers is of the shape of its answer', async () => {
  const theirs: unknown = await (await ask('/v1/webhook_endpoints')).json();
  expect(foreign('', (await asked()).answer, theirs)).toEqual([]);
  expect(foreign('', { data: [{ id: 1, more: 2 }] }, theirs)).toEqual([
    '.data.0.id: number',
    '.data.0.more: not there',
  ]);
});

/** Members of `ours` that `theirs` does not have, or has of another type. What is null in either says nothing of its type. */
function foreign(path: string, ours: unknown, theirs: unknown): readonly string[] {
  if (ours === null || theirs === null) return [];
  if (theirs === undefined) return [`${path}: not there`];
  if (typeof ours !== typeof theirs || Array.isArray(ours) !== Array.isArray(theirs))
    return [`${path}: ${typeof ours}`];
  if (typeof ours !== 'object') return [];
  const [one, other] = [ours as Record<string, unknown>, theirs as Record<string, unknown>];
  const named = path.endsWith('.metadata');
  return Object.keys(one).flatMap((name) =>
    named ? [] : foreign(`${path}.${name}`, one[name], Array.isArray(theirs) ? theirs[0] : other[name]),
  );
}
