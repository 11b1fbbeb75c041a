import { describe, expect, test } from '@jest/globals';
import { systemClock } from '@lockstep/base';
import {
  type Arm,
  type ComparisonRules,
  compareAt,
  errorSamples,
  FALSE_ALARM,
  findableDelta,
  looksOf,
  MISS,
} from '../src/compare/comparison.ts';
import { type ComparisonPlan, runComparison } from '../src/compare/run-comparison.ts';
import type { ProbeExchange } from '../src/exchange.ts';
import { deployment, healthy } from './app.ts';
import { expectations } from './ask.ts';

const rules: ComparisonRules = { samples: 60, maxLatencyRatio: 1.5, minLatencyDeltaMs: 10, maxErrorDelta: 0.2 };
const last = looksOf(60).at(-1) ?? { at: 60, falseAlarm: FALSE_ALARM, miss: MISS };

/** Sixty times around `ms`, spread like a service's but without any chance. */
function arm(ms: number, errors = 0, spread = 0.5): Arm {
  const good = 60 - errors;
  const times = Array.from({ length: good }, (_, index) => {
    const z = ((index * 37) % good) / good - 0.5;
    return { path: '/', ms: ms * Math.exp(3 * spread * z) };
  });
  return { times, asked: 60 };
}

describe('at its last look the comparison', () => {
  test.each<[string, Arm, Arm, ComparisonRules, string, string]>([
    ['passes builds that are alike', arm(100), arm(100), rules, 'pass', 'pass'],
    ['passes a build that is faster', arm(50), arm(100), rules, 'pass', 'pass'],
    ['fails a build that is twice as slow', arm(200), arm(100), rules, 'fail', 'pass'],
    ['fails a build that is one and a half times as slow', arm(150), arm(100), rules, 'fail', 'pass'],
    ['passes a build that is slower by less than matters', arm(8), arm(4), rules, 'pass', 'pass'],
    ['passes a slowdown within the limit', arm(115), arm(100), rules, 'pass', 'pass'],
    ['cannot say between the two', arm(130, 0, 1.2), arm(100, 0, 1.2), rules, 'unknown', 'pass'],
    ['fails a build that fails often', arm(100, 20), arm(100), rules, 'pass', 'fail'],
    ['passes errors that both have', arm(100, 6), arm(100, 6), { ...rules, maxErrorDelta: 0.3 }, 'pass', 'pass'],
    [
      'cannot say with a limit that is too fine',
      arm(100),
      arm(100),
      { ...rules, maxErrorDelta: 0.01 },
      'pass',
      'unknown',
    ],
    ['cannot judge the latency of a build that does not answer', arm(100, 40), arm(100), rules, 'unknown', 'fail'],
  ])('%s', (_what, candidate, baseline, limits, latency, errors) => {
    const result = compareAt(last, limits, candidate, baseline);
    expect({
      latency: result.latency.verdict,
      errors: result.errors.verdict,
      why: result.latency.message,
    }).toMatchObject({
      latency,
      errors,
    });
  });

  test('says how many samples it would need where it cannot say', () => {
    const { latency } = compareAt(last, rules, arm(130, 0, 1.2), arm(100, 0, 1.2));
    expect(latency.message).toMatch(/needs about \d+ samples per build/);
    const { errors } = compareAt(last, { ...rules, maxErrorDelta: 0.01 }, arm(100), arm(100));
    expect(errors.message).toContain(`needs about ${errorSamples(0.01)} samples per build`);
  });

  test('compares each path with itself alone', () => {
    const mixed = (slow: number, quick: number): Arm => ({
      asked: 60,
      times: [
        ...arm(1000)
          .times.slice(0, slow)
          .map(({ ms }) => ({ path: '/slow', ms })),
        ...arm(10)
          .times.slice(0, quick)
          .map(({ ms }) => ({ path: '/quick', ms })),
      ],
    });
    expect(compareAt(last, rules, mixed(40, 20), mixed(20, 40)).latency).toMatchObject({ verdict: 'pass' });
  });
});

describe('the looks', () => {
  test.each([30, 45, 60, 61, 120, 587])('at %i samples spend no more than their share in all', (samples) => {
    const looks = looksOf(samples);
    expect(looks.at(-1)?.at).toBe(samples);
    const sum = (pick: (look: (typeof looks)[number]) => number) =>
      looks.reduce((total, look) => total + pick(look), 0);
    expect(sum((look) => look.falseAlarm)).toBeCloseTo(FALSE_ALARM, 9);
    expect(sum((look) => look.miss)).toBeCloseTo(MISS, 9);
    for (const look of looks) expect(look.falseAlarm).toBeGreaterThan(0);
    expect(looks.slice(0, -1).every((look) => look.at >= 30)).toBe(true);
  });

  test('and the required samples agree with the delta that samples can find', () => {
    for (const delta of [0.02, 0.05, 0.1])
      expect(findableDelta(errorSamples(delta))).toBeLessThanOrEqual(delta + 0.0011);
  });
});

describe('a comparison', () => {
  const plan: ComparisonPlan = {
    rules,
    paths: ['/'],
    expectations: { '/': expectations },
    requestTimeoutMs: 1_000,
    deadlineMs: 60_000,
    seed: 7,
  };

  /** An arm whose n-th answer always takes the same time; says which arm was asked, in order. */
  function arms(slower: number, names: string[] = [], body: object = {}) {
    const one = (name: string, factor: number, metadata: Record<string, string>) => {
      let turn = 0;
      return {
        ask: async (path: string): Promise<ProbeExchange> => {
          names.push(name);
          turn++;
          return {
            kind: 'answer',
            path,
            landed: path,
            redirects: 0,
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ ...(healthy({ metadata }).body as object), ...body }),
            truncated: false,
            at: Date.now(),
            ms: factor * 100 * Math.exp(Math.sin(turn * 12.9898)),
            certificateEnds: undefined,
            credentialed: false,
          };
        },
      };
    };
    return {
      candidate: one('candidate', slower, { deployment_id: deployment }),
      baseline: one('baseline', 1, { deployment_id: 'dpl_before' }),
      clock: systemClock,
      signal: new AbortController().signal,
    };
  }

  test('says the same of the same answers with the same seed', async () => {
    const runs = await Promise.all([1, 2].map(() => runComparison(plan, arms(1.6))));
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]?.verdict).toBe('fail');
  });

  test('asks both arms in every pair, in an order that the seed shuffles, warm-ups apart', async () => {
    const orders = await Promise.all(
      [1, 2].map(async (seed) => {
        const names: string[] = [];
        const run = await runComparison({ ...plan, seed }, arms(1, names));
        expect(run.candidateMs).toHaveLength((names.length - 4) / 2);
        for (let at = 4; at < names.length; at += 2) expect(new Set(names.slice(at, at + 2)).size).toBe(2);
        return names.filter((_, index) => index >= 4 && index % 2 === 0).join();
      }),
    );
    expect(orders[0]).not.toBe(orders[1]);
    expect(orders[0]).toMatch(/candidate.*baseline|baseline.*candidate/);
  });

  test('stops early where it can', async () => {
    expect((await runComparison(plan, arms(3))).result).toMatchObject({ verdict: 'fail', pairs: 30 });
    expect((await runComparison(plan, arms(1))).result).toMatchObject({ verdict: 'pass', pairs: 30 });
  });

  test('is unknown where both arms are the same build', async () => {
    const { baseline, ...rest } = arms(1);
    const run = await runComparison(plan, { ...rest, baseline: rest.candidate });
    expect(run).toMatchObject({ verdict: 'unknown', message: expect.stringContaining('the same build') });
    expect(baseline).toBeDefined();
  });

  test('is unknown where the baseline cannot be measured', async () => {
    const world = arms(1);
    const sick = {
      ask: async (path: string): Promise<ProbeExchange> =>
        ({ ...(await world.baseline.ask(path)), status: 500 }) as ProbeExchange,
    };
    expect(await runComparison(plan, { ...world, baseline: sick })).toMatchObject({
      verdict: 'unknown',
      message: expect.stringContaining('the baseline cannot be measured'),
    });
  });

  test('is unknown when its deadline passes', async () => {
    let now = 0;
    const clock = { ...systemClock, now: () => (now += 1_000) };
    const run = await runComparison({ ...plan, deadlineMs: 10_000 }, { ...arms(1), clock });
    expect(run).toMatchObject({
      verdict: 'unknown',
      message: expect.stringMatching(/deadline passed after \d+ of 60 pairs/),
    });
  });
});
