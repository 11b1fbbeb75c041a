import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Faults } from '../../src/faults/index.ts';
import { loadSentryContract, type SentryReads, startSentryReads } from '../../src/sentry/index.ts';
import { loadStripeContract, type Stripe, startStripe } from '../../src/stripe/index.ts';

let sentry: SentryReads;
let stripe: Stripe;
beforeEach(async () => {
  sentry = await startSentryReads({ faults: new Faults() });
  stripe = await startStripe({ faults: new Faults() });
});
afterEach(() => Promise.all([sentry.close(), stripe.close()]));

const ask = (service: { readonly url: string }, path: string, token: string) =>
  fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${token}` } });

const PLACES: Readonly<Record<string, string>> = {
  getProject: '/api/0/projects/acme/shop/',
  listProjectEvents: '/api/0/projects/acme/shop/events/',
  listOrganizationMembers: '/api/0/organizations/acme/members/',
  listOrganizationWorkflows: '/api/0/organizations/acme/workflows/',
  getOrganizationSessions:
    '/api/0/organizations/acme/sessions/?field=sum(session)&project=1&start=2026-11-30T00:00:00Z&end=2026-11-30T01:00:00Z',
  listOrganizationIssues: '/api/0/organizations/acme/issues/?project=1',
};

test('Sentry: each operation of the cut is answered as its description says', async () => {
  sentry.alerts.push({ name: 'Errors', enabled: true, actions: ['slack'] });
  sentry.members.push({ username: 'olga', role: 'owner', has2fa: true });
  sentry.members.push({ username: 'dev', role: 'member', has2fa: false, pending: true });
  sentry.events.push({ release: 'shop@1.2.3', message: 'drill' });
  expect(Object.keys(PLACES).sort()).toEqual([...loadSentryContract().operations].sort());
  for (const path of Object.values(PLACES))
    expect([path, (await ask(sentry, path, sentry.token)).status]).toEqual([path, 200]);
  sentry.expectNoViolations();
});

test('Stripe: each operation of the cut is answered as its description says', async () => {
  stripe.endpoints.push({
    ...{ id: 'we_1', url: 'https://shop.example.com', status: 'enabled', livemode: true, api_version: null },
    enabled_events: ['*'],
  });
  expect(loadStripeContract().operations).toEqual(['GetWebhookEndpoints']);
  expect((await ask(stripe, '/v1/webhook_endpoints', stripe.key)).status).toBe(200);
  stripe.expectNoViolations();
});

test.each([
  ['a route that is none', '/api/0/projects/acme/shop/issues/', 'unknown-route'],
  ['a query that is none', '/api/0/projects/acme/shop/events/?limit=5', 'request'],
])('Sentry: a violation: %s', async (_what, path, kind) => {
  await ask(sentry, path, sentry.token);
  expect(sentry.violations).toMatchObject([{ kind }]);
  expect(() => sentry.expectNoViolations()).toThrow('violated');
});

test('Sentry: an answer that its description does not allow is a violation', async () => {
  Object.assign(sentry.project, { dataScrubber: 'yes' });
  await ask(sentry, '/api/0/projects/acme/shop/', sentry.token);
  expect(sentry.violations).toMatchObject([{ kind: 'answer', what: expect.stringContaining('dataScrubber') }]);
});

test.each([
  ['a route that is none', '/v1/charges', 'unknown-route'],
  ['a query that is none', '/v1/webhook_endpoints?page=2', 'request'],
  ['a limit that is none', '/v1/webhook_endpoints?limit=many', 'request'],
])('Stripe: a violation: %s', async (_what, path, kind) => {
  await ask(stripe, path, stripe.key);
  expect(stripe.violations).toMatchObject([{ kind }]);
  expect(() => stripe.expectNoViolations()).toThrow('violated');
});

test('Stripe: an answer that its description does not allow is a violation', async () => {
  stripe.endpoints.push({ id: 'we_1', url: 'https://a.example', status: 'enabled' } as never);
  await ask(stripe, '/v1/webhook_endpoints', stripe.key);
  expect(stripe.violations[0]).toMatchObject({ kind: 'answer' });
});

test.each(['sntrys_other', ''])('another token is refused: %j', async (token) => {
  expect((await ask(sentry, '/api/0/projects/acme/shop/', token)).status).toBe(401);
  expect((await ask(stripe, '/v1/webhook_endpoints', token)).status).toBe(401);
});
