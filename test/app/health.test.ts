import { afterEach, describe, expect, test } from '@jest/globals';
import { silent, systemClock } from '@lockstep/base';
import { type Expectations, openProber, runGate } from '@lockstep/health';
import { type Checks, healthAnswer, liveAnswer, readyAnswer } from '../../app/files/lib/lockstep/health.ts';
import { type RouteServer, serveRoutes } from './serve-routes.ts';

const env = { VERCEL_DEPLOYMENT_ID: 'dpl_8kGqLm2Xy4', VERCEL_GIT_COMMIT_SHA: '4f2a9c1d8e7b', VERCEL_ENV: 'production' };
const report = () => undefined;
const good: Checks = { database: { run: async () => 'rows' } };
const request = (headers: Record<string, string> = {}) => new Request('http://app/api/health', { headers });

const open: RouteServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Asks these routes as a release does, by the gate's own code over HTTP. */
async function gate(checks: Checks, { paths = ['/api/health'], deployment = env.VERCEL_DEPLOYMENT_ID } = {}) {
  const server = await serveRoutes({
    '/api/health': (asked) => healthAnswer(asked, checks, { env, report }),
    '/api/health/live': liveAnswer,
    '/api/health/ready': (asked) => readyAnswer(asked, { checks, variables: ['VERCEL_ENV'] }, { env, report }),
  });
  open.push(server);
  const expected: Expectations = {
    format: 'auto',
    identity: { deployment, commit: undefined },
    identityHeader: undefined,
    conditions: [],
    criticality: { critical: [], advisory: [] },
    maxAgeMs: 10_000,
    allowed: [],
  };
  const rules = {
    paths,
    successThreshold: 3,
    failureLimit: 0,
    errorLimit: 4,
    bakeMs: 0,
    deadlineMs: 20_000,
    degraded: 'warn' as const,
    availabilityFloor: 0.995,
    judgeColdStart: false,
    identityAsked: true,
  };
  const expectations = Object.fromEntries(paths.map((path) => [path, expected]));
  const prober = openProber({
    target: { origin: new URL(server.url), host: undefined },
    credentials: async () => ({}),
  });
  const plan = { rules, expectations, intervalMs: 5, requestTimeoutMs: 10_000, initialDelayMs: 0 };
  const run = await runGate(plan, { prober, clock: systemClock, signal: new AbortController().signal, log: silent });
  return run.ending;
}

describe('the health routes before a health gate', () => {
  test('a healthy app that names its build passes, by all three routes', async () => {
    const paths = ['/api/health', '/api/health/live', '/api/health/ready'];
    expect(await gate(good, { paths })).toMatchObject({ verdict: 'pass', reason: 'passed' });
  });

  test('a critical check that fails, throws at once or never ends is unhealthy', async () => {
    const never = () => new Promise(() => undefined);
    const throws = () => {
      throw new Error('at once');
    };
    for (const run of [() => Promise.reject(new Error('down')), throws, never])
      expect(await gate({ ...good, other: { run, timeoutMs: 20 } })).toMatchObject({
        verdict: 'fail',
        reason: 'unhealthy',
      });
  });

  test('a check that is not critical degrades the answer and no more', async () => {
    const payments = { run: () => Promise.reject(new Error('down')), critical: false };
    expect(await gate({ ...good, payments })).toMatchObject({ verdict: 'pass', reason: 'degraded' });
  });

  test('without a check nothing is known, which is not healthy', async () => {
    expect(await gate({})).toMatchObject({ verdict: 'fail', reason: 'unhealthy' });
  });

  test('another build is not taken for the expected one', async () => {
    expect(await gate(good, { deployment: 'dpl_Another' })).toMatchObject({
      verdict: 'fail',
      reason: 'wrong-identity',
    });
  });
});

test('an answer says nothing of why a check failed; the reason goes to the log', async () => {
  const seen: unknown[] = [];
  const secret = new Error('connect postgres://admin:pass@db');
  const checks = { database: { run: () => Promise.reject(secret) } };
  const answer = await healthAnswer(request(), checks, { env, report: (...all) => seen.push(all) });
  expect(answer.status).toBe(503);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).not.toMatch(/postgres:|admin|connect/);
  expect(seen).toEqual([['database', secret]]);
});

test('a check that is too late gets its signal aborted', async () => {
  let signal: AbortSignal | undefined;
  const run = (given: AbortSignal) => {
    signal = given;
    return new Promise(() => undefined);
  };
  await healthAnswer(request(), { slow: { run, timeoutMs: 10 } }, { env, report });
  expect(signal?.aborted).toBe(true);
});

describe('readiness', () => {
  const unnamed = [{ component: 'app', ready: false }];
  const ready = async (headers: Record<string, string>, values: Record<string, string | undefined>) => {
    const wanted = { checks: good, variables: ['STRIPE_KEY'] };
    const answer = await readyAnswer(request(headers), wanted, {
      env: { HEALTH_TOKEN: 'of the gate', ...values },
      report,
    });
    return { status: answer.status, body: (await answer.json()) as { readonly checks: unknown } };
  };

  test.each([undefined, '', '  ', '[SENSITIVE]'])('a variable that is %j is missing', async (value) => {
    expect(await ready({}, { STRIPE_KEY: value })).toMatchObject({
      status: 503,
      body: { status: 'not ready', checks: unnamed },
    });
  });

  test('what is missing is named to a caller with the token alone', async () => {
    const missing = { component: 'STRIPE_KEY', ready: false };
    const named = await ready({ authorization: 'Bearer of the gate' }, {});
    expect(named.body.checks).toContainEqual(missing);
    for (const authorization of ['Bearer of the gat', 'Bearer ', 'of the gate', 'Bearer undefined'])
      expect((await ready({ authorization }, {})).body.checks).toEqual(unnamed);
    expect((await ready({ authorization: 'Bearer undefined' }, { HEALTH_TOKEN: undefined })).body.checks).toEqual(
      unnamed,
    );
  });

  test('all there is ready', async () => {
    expect(await ready({}, { STRIPE_KEY: 'sk_test' })).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
});
