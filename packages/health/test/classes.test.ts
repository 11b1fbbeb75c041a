import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silent, systemClock, type Verdict } from '@lockstep/base';
import type { FindingRule } from '../src/finding.ts';
import { ruleNames } from '../src/finding.ts';
import type { GateRules } from '../src/gate.ts';
import type { Expectations } from '../src/judgement.ts';
import { openProber } from '../src/probe.ts';
import { type ResponseClass, responseClasses } from '../src/response-class.ts';
import { runGate } from '../src/run-gate.ts';
import { type App, healthy, type Route, startApp } from './app.ts';
import { askAndJudge, expectations } from './ask.ts';
import { conditionsCases } from './cases/conditions.ts';
import { contractCases } from './cases/contract.ts';
import { formatsCases } from './cases/formats.ts';
import { freshnessCases } from './cases/freshness.ts';
import { identityCases } from './cases/identity.ts';
import { notFromApplicationCases } from './cases/not-from-application.ts';

const cases = [
  ...contractCases,
  ...freshnessCases,
  ...identityCases,
  ...formatsCases,
  ...conditionsCases,
  ...notFromApplicationCases,
];

/** What a gate that forgives nothing makes of each class. */
const verdicts: Readonly<Record<ResponseClass, Verdict>> = {
  ok: 'pass',
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

/** An answer that comes has a generous time, for a machine that has other things to do. */
async function gateVerdict(
  url: string,
  asked: Partial<Expectations> = {},
  requestTimeoutMs = 30_000,
): Promise<Verdict> {
  const prober = openProber({ target: { origin: new URL(url), host: undefined }, credentials: async () => ({}) });
  const rules: GateRules = {
    paths: ['/route'],
    successThreshold: 1,
    failureLimit: 0,
    errorLimit: 0,
    bakeMs: 0,
    deadlineMs: 60_000,
    degraded: 'warn',
    availabilityFloor: 0.5,
    judgeColdStart: true,
    identityAsked: false,
  };
  const expectationsOf = { '/route': { ...expectations, ...asked } };
  const plan = { rules, expectations: expectationsOf, intervalMs: 5, requestTimeoutMs, initialDelayMs: 0 };
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
    expect(await gateVerdict(app.url, {}, 100)).toBe(verdicts.timeout);
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
    const shown = new Set<FindingRule>(cases.flatMap((one) => one.rule ?? []));
    expect([...shown, 'repeating-timestamp'].sort()).toEqual([...ruleNames].sort());
  });
});
