import { afterEach, describe, expect, test } from '@jest/globals';
import { type Clock, silent, systemClock } from '@lockstep/base';
import { withControl } from '../src/control.ts';
import type { Ending, GateRules } from '../src/gate.ts';
import type { Expectations } from '../src/judgement.ts';
import { openProber } from '../src/probe.ts';
import { wordOf } from '../src/response-class.ts';
import { type GateRun, runGate } from '../src/run-gate.ts';
import { type App, deployment, healthy, type Route, startApp, troubled } from './app.ts';
import { expectations } from './ask.ts';

const open: App[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function start(routes: Readonly<Record<string, Route>>): Promise<App> {
  const app = await startApp(routes);
  open.push(app);
  return app;
}

interface Options {
  readonly rules?: Partial<GateRules>;
  readonly expect?: Partial<Expectations>;
  readonly intervalMs?: number;
  readonly clock?: Clock;
}

async function gate(
  app: App,
  { rules = {}, expect = {}, intervalMs = 5, clock = systemClock }: Options,
): Promise<GateRun> {
  const all: GateRules = {
    paths: ['/a'],
    successThreshold: 3,
    failureLimit: 0,
    errorLimit: 4,
    bakeMs: 0,
    deadlineMs: 60_000,
    degraded: 'warn',
    availabilityFloor: 0.995,
    judgeColdStart: false,
    identityAsked: expect.identity !== undefined,
    ...rules,
  };
  const prober = openProber({ target: { origin: new URL(app.url), host: undefined }, credentials: async () => ({}) });
  const judged = Object.fromEntries(all.paths.map((path) => [path, { ...expectations, ...expect }]));
  const plan = { rules: all, expectations: judged, intervalMs, requestTimeoutMs: 30_000, initialDelayMs: 0 };
  return await runGate(plan, { prober, clock, signal: new AbortController().signal, log: silent });
}

test('a path that was asked for its build alone is not called healthy', () => {
  expect(wordOf({ class: 'ok', format: 'identity' })).toBe('names its build');
  expect(wordOf({ class: 'wrong-identity', format: 'identity' })).toBe('wrong-identity');
  expect(wordOf({ class: 'ok', format: 'health' })).toBe('ok');
});

describe('a gate over real answers', () => {
  test('finds a frozen answer by its second read, however young it is', async () => {
    const frozen = healthy();
    const app = await start({ '/a': () => frozen });
    const run = await gate(app, { intervalMs: 250, expect: { maxAgeMs: 600_000 } });
    expect(run.ending).toMatchObject({ verdict: 'fail', reason: 'stale' });
    expect(run.records.at(-1)?.findings.map((finding) => finding.rule)).toContain('repeating-timestamp');
  });

  test('waits for the time to move where timestamps are of whole seconds', async () => {
    const app = await start({ '/a': () => healthy({ timestamp: `${new Date().toISOString().slice(0, 19)}Z` }) });
    expect((await gate(app, { intervalMs: 40 })).ending).toMatchObject({ verdict: 'pass' });
  });

  test('fails where a build was asked for and only routes answer that name none', async () => {
    const app = await start({
      '/a': () => ({ status: 200, body: { status: 'ready', checks: [{ component: 'database', ready: true }] } }),
    });
    const run = await gate(app, { expect: { identity: { deployment, commit: undefined } } });
    expect(run.ending).toMatchObject({ verdict: 'fail', reason: 'identity-absent' });
  });

  test('counts a first answer that decides', async () => {
    const app = await start({ '/a': () => ({ status: 401, body: {} }) });
    const run = await gate(app, {});
    expect(run.ending).toMatchObject({ verdict: 'fail', reason: 'protected' });
    expect(run.records).toMatchObject([{ warmUp: false }]);
  });

  test('takes the name of the build from one path for all', async () => {
    const ready = () => ({ status: 200, body: { status: 'ready', checks: [{ component: 'database', ready: true }] } });
    const app = await start({ '/a': ready, '/b': () => healthy() });
    const run = await gate(app, {
      rules: { paths: ['/a', '/b'] },
      expect: { identity: { deployment, commit: undefined } },
    });
    expect(run.ending).toMatchObject({ verdict: 'pass' });
  });

  test('stops when the host goes back to another build in the bake', async () => {
    const app = await start({
      '/a': (_, turn) => healthy(turn < 4 ? {} : { metadata: { deployment_id: 'dpl_before' } }),
    });
    const run = await gate(app, {
      rules: { failureLimit: 3, bakeMs: 2_000 },
      expect: { identity: { deployment, commit: undefined } },
    });
    expect(run.ending).toMatchObject({ verdict: 'fail', reason: 'wrong-identity' });
    expect(run.records).toHaveLength(5);
  });

  test('asks all paths of a round at once, and no sooner than its interval', async () => {
    const waiting: (() => void)[] = [];
    /** Answers where the other path is asked too. */
    const both: Route = async () => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 2) for (const answer of waiting.splice(0)) answer();
      });
      return healthy();
    };
    const app = await start({ '/a': both, '/b': both });
    const run = await gate(app, { rules: { paths: ['/a', '/b'] }, intervalMs: 150 });
    expect(run.ending).toMatchObject({ verdict: 'pass' });
    expect(run.endedAt - run.startedAt).toBeGreaterThanOrEqual(2 * 150 - 10);
  });

  test('ends at its deadline, also in the middle of a request', async () => {
    const app = await start({ '/a': (_, turn) => (turn < 2 ? healthy() : new Promise(() => undefined)) });
    const run = await gate(app, { rules: { deadlineMs: 300 } });
    expect(run.ending).toMatchObject({ verdict: 'unknown', reason: 'deadline' });
  });
});

describe('the control', () => {
  const unreachable: Ending = {
    verdict: 'unknown',
    reason: 'unreachable',
    message: '/a: timeout',
    path: '/a',
    mayBeOurFault: true,
  };
  const certain: Ending = {
    verdict: 'fail',
    reason: 'unhealthy',
    message: '/a: unhealthy',
    path: '/a',
    mayBeOurFault: false,
  };

  async function control(route: Route, ending: Ending, requestTimeoutMs = 30_000): Promise<readonly [Ending, number]> {
    const app = await start({ '/a': route });
    const prober = openProber({ target: { origin: new URL(app.url), host: undefined }, credentials: async () => ({}) });
    const clock: Clock = { ...systemClock, sleep: async () => undefined };
    const signal = new AbortController().signal;
    const plan = { expectations: { '/a': expectations }, requestTimeoutMs };
    const after = await withControl(ending, plan, { baseline: prober, clock, signal });
    return [after, app.exchanges.length];
  }

  test('makes a failure of an unknown where the baseline answers well at the same time', async () => {
    const [after, asked] = await control(() => healthy(), unreachable);
    expect(after).toMatchObject({ verdict: 'fail', reason: 'unreachable' });
    expect(asked).toBe(3);
  });

  test.each<[string, Route, number]>([
    ['does not answer', () => new Promise(() => undefined), 200],
    ['is unhealthy too', () => troubled('database', 'fail'), 30_000],
    ['answers only now and then', (_, turn) => (turn === 1 ? { status: 504, body: 'x' } : healthy()), 30_000],
  ])('leaves it unknown where the baseline %s', async (_what, route, withinMs) => {
    expect((await control(route, unreachable, withinMs))[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'unreachable',
    });
  });

  test('never takes a failure back, and does not even ask', async () => {
    expect(await control(() => troubled('database', 'fail'), certain)).toEqual([certain, 0]);
  });
});
