import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silent, systemClock, type Verdict } from '@lockstep/base';
import { parseCondition } from '../src/conditions/parse.ts';
import type { Rule } from '../src/finding.ts';
import { ruleNames } from '../src/finding.ts';
import type { GateRules } from '../src/gate.ts';
import type { Expectations } from '../src/judgement.ts';
import { openProber } from '../src/probe.ts';
import { type ResponseClass, responseClasses } from '../src/response-class.ts';
import { runGate } from '../src/run-gate.ts';
import { type App, commit, deployment, healthy, type Route, startApp, troubled } from './app.ts';
import { askAndJudge, expectations } from './ask.ts';

/** Each is a real answer over HTTP and what the gate must make of it. */
interface Case {
  readonly what: string;
  readonly answers: Route;
  readonly asked?: Partial<Expectations>;
  readonly is: ResponseClass;
  readonly rule?: Rule;
}

const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  () => ({
    status,
    headers,
    body,
  });
const html =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  () => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body,
  });
const now = () => new Date().toISOString();
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const identity = { deployment, commit };
const loginPage = '<html><body><form><input name=user><input type="password"></form></body></html>';
const dead = { database: { status: 'fail', message: 'x' } };

const cases: readonly Case[] = [
  // The health contract.
  { what: 'a healthy answer', answers: () => healthy(), is: 'healthy' },
  { what: 'a degraded answer', answers: () => troubled('external_services', 'warn'), is: 'degraded' },
  { what: 'an unhealthy answer', answers: () => troubled('database', 'fail'), is: 'unhealthy' },
  {
    what: 'an unhealthy answer that calls its JSON text',
    answers: () => {
      const { body } = troubled('database', 'fail');
      return { status: 503, headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) };
    },
    is: 'unhealthy',
  },
  {
    what: 'healthy with a failing check',
    answers: () => healthy({ checks: dead }),
    is: 'contract-violation',
    rule: 'healthy-with-failing-check',
  },
  {
    what: 'unhealthy with HTTP 200',
    answers: () => ({ ...troubled('database', 'fail'), status: 200 }),
    is: 'contract-violation',
    rule: 'unhealthy-with-success-status',
  },
  {
    what: 'healthy with HTTP 500',
    answers: () => ({ ...healthy(), status: 500 }),
    is: 'contract-violation',
    rule: 'healthy-with-error-status',
  },
  {
    what: 'healthy with HTTP 202',
    answers: () => ({ ...healthy(), status: 202 }),
    is: 'contract-violation',
    rule: 'unexpected-status',
  },
  {
    what: 'degraded without a warning',
    answers: () => healthy({ status: 'degraded' }),
    is: 'contract-violation',
    rule: 'degraded-without-warning',
  },
  {
    what: 'unhealthy without a failing check',
    answers: () => ({ ...healthy({ status: 'unhealthy' }), status: 503 }),
    is: 'unhealthy',
    rule: 'unhealthy-without-failing-check',
  },
  {
    what: 'a status word that is none of the contract',
    answers: () => healthy({ status: 'fine' }),
    asked: { format: 'health' },
    is: 'contract-violation',
    rule: 'unknown-status-word',
  },
  {
    what: 'a check whose state is no word of the contract',
    answers: () => healthy({ checks: { database: { status: 'green' } } }),
    is: 'contract-violation',
    rule: 'unclear-check',
  },
  {
    what: 'no checks',
    answers: () => healthy({ checks: undefined }),
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  {
    what: 'no timestamp',
    answers: () => healthy({ timestamp: undefined }),
    is: 'contract-violation',
    rule: 'missing-timestamp',
  },
  {
    what: 'a timestamp that is none',
    answers: () => healthy({ timestamp: 'yesterday' }),
    is: 'contract-violation',
    rule: 'unreadable-timestamp',
  },
  {
    what: 'an HTML page where JSON is expected',
    answers: html(200, '<html>welcome</html>'),
    is: 'contract-violation',
    rule: 'not-json',
  },
  {
    what: 'JSON that is cut off',
    answers: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"healthy"' }),
    is: 'contract-violation',
    rule: 'not-json',
  },
  {
    what: 'a body that is longer than any health answer',
    answers: () => healthy({ padding: 'x'.repeat(300_000) }),
    is: 'contract-violation',
    rule: 'too-long',
  },
  {
    what: 'JSON of no known format',
    answers: json(200, { ok: true }),
    is: 'contract-violation',
    rule: 'unrecognised-format',
  },
  { what: "the application's own 404", answers: json(404, { error: 'x' }), is: 'contract-violation' },
  { what: "the application's own 500 page", answers: html(500, 'x'), is: 'contract-violation', rule: 'not-json' },

  // Freshness.
  {
    what: 'a timestamp of a minute ago',
    answers: () => healthy({ timestamp: ago(60_000) }),
    is: 'stale',
    rule: 'old-timestamp',
  },
  {
    what: 'an old timestamp within the age that is asked for',
    answers: () => healthy({ timestamp: ago(60_000) }),
    asked: { maxAgeMs: 120_000 },
    is: 'healthy',
  },
  {
    what: 'a timestamp far in the future',
    answers: () => healthy({ timestamp: ago(-600_000) }),
    is: 'healthy',
    rule: 'future-timestamp',
  },
  {
    what: 'a server whose clock is wrong by an hour, with timestamps to match',
    answers: () => ({
      ...healthy({ timestamp: ago(3_600_000) }),
      headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
    }),
    is: 'healthy',
    rule: 'clock-skew',
  },
  ...(
    [
      ['x-vercel-cache', 'HIT'],
      ['x-vercel-cache', 'PRERENDER'],
      ['x-vercel-cache', 'STALE'],
      ['x-nextjs-cache', 'HIT'],
      ['cf-cache-status', 'HIT'],
      ['age', '12'],
    ] as const
  ).map(
    ([name, value]): Case => ({
      what: `a healthy answer with ${name}: ${value}`,
      answers: () => ({ ...healthy(), headers: { [name]: value } }),
      is: 'stale',
      rule: 'cached-answer',
    }),
  ),
  ...(
    [
      ['x-vercel-cache', 'MISS'],
      ['x-vercel-cache', 'BYPASS'],
      ['age', '0'],
    ] as const
  ).map(
    ([name, value]): Case => ({
      what: `a healthy answer with ${name}: ${value}`,
      answers: () => ({ ...healthy(), headers: { [name]: value } }),
      is: 'healthy',
    }),
  ),
  {
    what: 'a page that was prerendered, as pages may be',
    answers: html(200, '<html></html>', { 'x-vercel-cache': 'PRERENDER', age: '60' }),
    asked: { format: 'plain' },
    is: 'healthy',
    rule: 'cached-answer',
  },
  {
    what: 'a healthy answer that caches may keep',
    answers: () => ({ ...healthy(), headers: { 'cache-control': 'public, s-maxage=60' } }),
    is: 'healthy',
    rule: 'cacheable',
  },
  {
    what: 'a stale answer that the caller allows',
    answers: () => ({ ...healthy(), headers: { age: '3' } }),
    asked: { allowed: ['cached-answer'] },
    is: 'healthy',
    rule: 'cached-answer',
  },

  // Identity.
  { what: 'the build that was asked for', answers: () => healthy(), asked: { identity }, is: 'healthy' },
  {
    what: 'its deployment id without the prefix and its short commit',
    answers: () => healthy(),
    asked: { identity: { deployment: deployment.slice(4), commit: commit.slice(0, 7) } },
    is: 'healthy',
  },
  {
    what: 'another deployment',
    answers: () => healthy({ metadata: { deployment_id: 'dpl_other', git_commit: commit } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another commit',
    answers: () => healthy({ metadata: { deployment_id: deployment, git_commit: '0000000' } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another build, even an unhealthy one',
    answers: () => ({
      ...healthy({ status: 'unhealthy', checks: dead, metadata: { deployment_id: 'dpl_other' } }),
      status: 503,
    }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'another build out of a cache',
    answers: () => ({ ...healthy({ metadata: { deployment_id: 'dpl_other' } }), headers: { age: '9' } }),
    asked: { identity },
    is: 'wrong-identity',
  },
  {
    what: 'an answer that names no build when one was asked for',
    answers: () => healthy({ metadata: {} }),
    asked: { identity },
    is: 'identity-absent',
  },
  {
    what: 'an answer that names the deployment but not the commit',
    answers: () => healthy({ metadata: { deployment_id: deployment } }),
    asked: { identity },
    is: 'identity-absent',
  },
  {
    what: 'a readiness answer, whose format has no place for a build',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: true }] }),
    asked: { identity },
    is: 'healthy',
  },
  {
    what: 'a page of the build, named in a header',
    answers: html(200, '<html></html>', { 'x-build': commit }),
    asked: { format: 'plain', identity: { deployment: undefined, commit }, identityHeader: 'x-build' },
    is: 'healthy',
  },
  {
    what: 'a page that lacks the header',
    answers: html(200, '<html></html>'),
    asked: { format: 'plain', identity: { deployment: undefined, commit }, identityHeader: 'x-build' },
    is: 'identity-absent',
  },
  {
    what: 'a page of another build, named in a header in no known form',
    answers: html(200, '<html></html>', { 'x-build': 'build-41' }),
    asked: { format: 'plain', identity: { deployment: 'build-42', commit: undefined }, identityHeader: 'x-build' },
    is: 'wrong-identity',
  },
  {
    what: "a Next.js page of another deployment, by its scripts' addresses",
    answers: html(200, '<script src="/_next/static/chunks/main.js?dpl=dpl_other"></script>'),
    asked: { format: 'plain', identity: { deployment, commit: undefined } },
    is: 'wrong-identity',
  },

  // Criticality.
  {
    what: 'a failing payment provider that is advisory',
    answers: () => troubled('external_services', 'fail'),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'healthy',
    rule: 'advisory-check',
  },
  {
    what: 'a failing database beside an advisory check',
    answers: () => troubled('database', 'fail'),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'unhealthy',
  },
  {
    what: 'a failing check that is not among the critical ones',
    answers: () => troubled('memory', 'fail'),
    asked: { criticality: { critical: ['database'], advisory: [] } },
    is: 'healthy',
    rule: 'advisory-check',
  },
  {
    what: 'a critical check that is not there',
    answers: () => healthy(),
    asked: { criticality: { critical: ['database', 'queue*'], advisory: [] } },
    is: 'contract-violation',
    rule: 'missing-critical-check',
  },
  {
    what: 'a warning that counts beside a failure that does not',
    answers: () => ({
      ...healthy({
        status: 'unhealthy',
        checks: { memory: { status: 'warn' }, external_services: { status: 'fail' } },
      }),
      status: 503,
    }),
    asked: { criticality: { critical: [], advisory: ['external*'] } },
    is: 'degraded',
  },

  // The other formats.
  {
    what: 'ready',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: true, message: 'x' }] }),
    is: 'healthy',
  },
  {
    what: 'not ready',
    answers: json(503, { status: 'not ready', checks: [{ component: 'db', ready: false, message: 'x' }] }),
    is: 'unhealthy',
  },
  { what: 'a readiness error', answers: json(503, { status: 'error', checks: [] }), is: 'unhealthy' },
  {
    what: 'ready with a component that is not',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: false }] }),
    is: 'contract-violation',
    rule: 'healthy-with-failing-check',
  },
  {
    what: 'ready with a component that does not say',
    answers: json(200, { status: 'ready', checks: [{ component: 'db' }] }),
    is: 'contract-violation',
    rule: 'unclear-check',
  },
  {
    what: 'ready without checks',
    answers: json(200, { status: 'ready' }),
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  {
    what: 'alive',
    answers: () => ({ status: 200, body: { status: 'alive', timestamp: now(), pid: 7, uptime: 3.2 } }),
    is: 'healthy',
  },
  {
    what: 'alive without a timestamp',
    answers: json(200, { status: 'alive', pid: 7 }),
    is: 'contract-violation',
    rule: 'missing-timestamp',
  },
  {
    what: 'alive by another word',
    answers: json(200, { status: 'up', timestamp: '2026-01-01T00:00:00Z' }),
    asked: { format: 'live', maxAgeMs: 1e15 },
    is: 'contract-violation',
    rule: 'unknown-status-word',
  },
  {
    what: 'health+json that passes',
    answers: json(200, { status: 'pass', checks: { 'db:latency': [{ status: 'pass', observedValue: 5 }] } }),
    is: 'healthy',
  },
  {
    what: 'health+json by its content type, with an alias',
    answers: () => ({ status: 200, headers: { 'content-type': 'application/health+json' }, body: { status: 'up' } }),
    is: 'healthy',
  },
  {
    what: 'health+json that warns',
    answers: json(200, { status: 'warn', checks: { 'db:latency': [{ status: 'warn' }] } }),
    is: 'degraded',
  },
  {
    what: 'health+json that fails with 500',
    answers: json(500, { status: 'fail', checks: { 'db:latency': [{ status: 'fail' }] } }),
    is: 'unhealthy',
  },
  {
    what: 'health+json that fails with 200',
    answers: json(200, { status: 'fail', checks: { 'db:latency': [{ status: 'fail' }] } }),
    is: 'contract-violation',
    rule: 'unhealthy-with-success-status',
  },
  {
    what: 'health+json of another release',
    answers: json(200, { status: 'pass', releaseId: 'dpl_other', checks: { 'db:latency': [{ status: 'pass' }] } }),
    asked: { identity: { deployment, commit: undefined } },
    is: 'wrong-identity',
  },
  {
    what: 'Spring Actuator UP',
    answers: json(200, { status: 'UP', components: { db: { status: 'UP' } } }),
    is: 'healthy',
  },
  { what: 'Spring Actuator UNKNOWN', answers: json(200, { status: 'UNKNOWN' }), is: 'degraded' },
  {
    what: 'Spring Actuator DOWN',
    answers: json(503, { status: 'DOWN', components: { db: { status: 'DOWN' } } }),
    is: 'unhealthy',
  },
  { what: 'Spring Actuator OUT_OF_SERVICE', answers: json(503, { status: 'OUT_OF_SERVICE' }), is: 'unhealthy' },
  {
    what: 'Terminus ok',
    answers: json(200, { status: 'ok', info: {}, error: {}, details: { db: { status: 'up' } } }),
    is: 'healthy',
  },
  {
    what: 'Terminus error',
    answers: json(503, { status: 'error', info: {}, error: {}, details: { db: { status: 'down' } } }),
    is: 'unhealthy',
  },
  {
    what: 'Supabase with every service healthy',
    answers: json(200, [
      { name: 'auth', status: 'ACTIVE_HEALTHY' },
      { name: 'db', status: 'ACTIVE_HEALTHY' },
    ]),
    is: 'healthy',
  },
  { what: 'Supabase coming up', answers: json(200, [{ name: 'db', status: 'COMING_UP' }]), is: 'degraded' },
  {
    what: 'Supabase with an unhealthy service',
    answers: json(200, [
      { name: 'auth', status: 'ACTIVE_HEALTHY' },
      { name: 'db', status: 'UNHEALTHY' },
    ]),
    asked: { format: 'supabase' },
    is: 'unhealthy',
  },
  {
    what: 'Supabase without any service',
    answers: json(200, []),
    asked: { format: 'supabase' },
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  { what: 'a plain page', answers: html(200, loginPage), asked: { format: 'plain' }, is: 'healthy' },
  {
    what: 'a plain 404',
    answers: html(404, 'x'),
    asked: { format: 'plain' },
    is: 'contract-violation',
    rule: 'healthy-with-error-status',
  },

  // Conditions.
  {
    what: 'a condition that is not met',
    answers: () => healthy(),
    asked: { conditions: [parseCondition('[BODY].checks.database.status == fail')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: 'a 401 that a condition asks for',
    answers: json(401, { error: 'no token' }),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'healthy',
  },
  {
    what: 'a 404 where a condition asks for a 401: the route is gone',
    answers: json(404, {}),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: 'a 200 where a condition asks for a 401: the door is open',
    answers: json(200, {}),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: "Vercel's wall where a condition asks for a 401",
    answers: html(401, 'x', { 'set-cookie': '_vercel_sso_nonce=1; Path=/' }),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'protected',
  },

  // Walls.
  { what: 'a bare 401', answers: json(401, {}), is: 'protected' },
  { what: 'a bare 403', answers: json(403, {}), is: 'protected' },
  {
    what: "a redirect to Vercel's login",
    answers: () => ({ status: 302, headers: { location: 'https://vercel.com/sso-api?url=x&nonce=y' } }),
    is: 'protected',
  },
  {
    what: "Vercel's login page with 200",
    answers: html(200, '<html><head><title>Authentication Required</title></head></html>'),
    asked: { format: 'plain' },
    is: 'protected',
  },
  {
    what: "Vercel's password page with 200",
    answers: html(200, '<form action="/_vercel_password"></form>'),
    asked: { format: 'plain' },
    is: 'protected',
  },
  { what: 'any login page with 200 where JSON is expected', answers: html(200, loginPage), is: 'protected' },
  {
    what: 'a redirect to the login of a single sign-on',
    answers: () => ({ status: 302, headers: { location: 'https://id.example.com/oauth2/authorize?x' } }),
    is: 'protected',
  },
  {
    what: "the firewall's challenge",
    answers: html(403, 'x', { 'x-vercel-mitigated': 'challenge' }),
    is: 'protected',
  },

  // Others that answer in the application's stead.
  {
    what: 'a redirect to another host',
    answers: () => ({ status: 307, headers: { location: 'https://elsewhere.example/api/health' } }),
    is: 'redirected',
  },
  {
    what: 'a redirect in circles',
    answers: () => ({ status: 307, headers: { location: '/route' } }),
    is: 'redirected',
  },
  ...[
    ['FUNCTION_INVOCATION_TIMEOUT', 504],
    ['FUNCTION_INVOCATION_FAILED', 500],
    ['DEPLOYMENT_NOT_FOUND', 404],
    ['DEPLOYMENT_PAUSED', 503],
    ['DEPLOYMENT_BLOCKED', 403],
  ].map(
    ([code, status]): Case => ({
      what: `Vercel's ${code}`,
      answers: () => ({
        status: Number(status),
        headers: { 'x-vercel-error': String(code) },
        body: 'An error occurred',
      }),
      is: 'platform-error',
    }),
  ),
  ...[502, 503, 504, 522].map(
    (status): Case => ({
      what: `a gateway's ${status} page`,
      answers: html(status, 'bad gateway'),
      is: 'platform-error',
    }),
  ),
  { what: 'too many requests', answers: json(429, {}), is: 'platform-error' },
];

/** What a gate that forgives nothing makes of each class. */
const verdicts: Readonly<Record<ResponseClass, Verdict>> = {
  healthy: 'pass',
  degraded: 'pass',
  unhealthy: 'fail',
  'contract-violation': 'fail',
  'wrong-identity': 'fail',
  'identity-absent': 'fail',
  stale: 'fail',
  protected: 'fail',
  redirected: 'fail',
  'platform-error': 'fail',
  timeout: 'unknown',
  network: 'unknown',
};

async function gateVerdict(url: string, asked: Partial<Expectations> = {}): Promise<Verdict> {
  const prober = openProber({ target: { origin: new URL(url), host: undefined }, credentials: async () => ({}) });
  const rules: GateRules = {
    paths: ['/route'],
    successThreshold: 1,
    failureLimit: 0,
    errorLimit: 0,
    bakeMs: 0,
    deadlineMs: 2_000,
    degraded: 'warn',
    availabilityFloor: 0.5,
    judgeColdStart: true,
    identityAsked: false,
  };
  const expectationsOf = { '/route': { ...expectations, ...asked } };
  const plan = { rules, expectations: expectationsOf, intervalMs: 5, requestTimeoutMs: 100, initialDelayMs: 0 };
  const world = { prober, clock: systemClock, signal: new AbortController().signal, log: silent };
  return (await runGate(plan, world).finally(() => prober.close())).ending.verdict;
}

let app: App;
let current: Route = () => healthy();
beforeAll(async () => {
  app = await startApp({ '/route': (request, turn) => current(request, turn) });
});
afterAll(() => app.close());

describe('the class of', () => {
  test.each(cases)('$what is $is', async ({ answers, asked, is, rule }) => {
    current = answers;
    const judgement = await askAndJudge(app.url, '/route', asked);
    expect({ class: judgement.class, because: judgement.because }).toMatchObject({ class: is });
    if (rule !== undefined) expect(judgement.findings.map((finding) => finding.rule)).toContain(rule);
    expect(await gateVerdict(app.url, asked)).toBe(verdicts[is]);
  });

  test('an answer that does not come is timeout', async () => {
    app.faults.plant({ service: 'app', times: 2, effect: { kind: 'hang' } });
    expect(await askAndJudge(app.url, '/route', {}, { timeoutMs: 60 })).toMatchObject({ class: 'timeout' });
    expect(await gateVerdict(app.url)).toBe(verdicts.timeout);
  });

  test('an answer whose body does not end in time is timeout', async () => {
    current = () => healthy();
    app.faults.plant({ service: 'app', effect: { kind: 'slow', ms: 5_000 } });
    expect(await askAndJudge(app.url, '/route', {}, { timeoutMs: 100 })).toMatchObject({ class: 'timeout' });
  });

  test('a cut connection is network', async () => {
    app.faults.plant({ service: 'app', times: 2, effect: { kind: 'reset-before' } });
    expect(await askAndJudge(app.url, '/route')).toMatchObject({
      class: 'network',
      because: 'no connection (ECONNRESET)',
    });
    expect(await gateVerdict(app.url)).toBe(verdicts.network);
  });

  test('a closed port is network', async () => {
    const gone = await startApp({});
    await gone.close();
    expect(await askAndJudge(gone.url, '/')).toMatchObject({
      class: 'network',
      because: 'no connection (ECONNREFUSED)',
    });
  });

  test('a name that resolves to nothing is network', async () => {
    expect(await askAndJudge('http://nothing.invalid', '/')).toMatchObject({ class: 'network' });
  });
});

describe('the table', () => {
  test('shows every class', () => {
    const shown = new Set<ResponseClass>([...cases.map((one) => one.is), 'timeout', 'network']);
    expect([...shown].sort()).toEqual([...responseClasses].sort());
  });

  test('shows every rule, but for the one that takes two reads', () => {
    const shown = new Set<Rule>(cases.flatMap((one) => one.rule ?? []));
    expect([...shown, 'repeating-timestamp'].sort()).toEqual([...ruleNames].sort());
  });
});
