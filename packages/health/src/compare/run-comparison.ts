import type { Clock, Verdict } from '@lockstep/base';
import { type ExpectedIdentity, noIdentity, showIdentity } from '../identity.ts';
import { type Expectations, type JudgedAnswer, judgeAnswer } from '../judgement.ts';
import type { Prober } from '../probe.ts';
import { kindOf } from '../response-class.ts';
import { type Arm, type ComparisonResult, type ComparisonRules, compareAt, looksOf } from './comparison.ts';

/** Requests per path and arm that are asked first and not judged: cold starts, connections, caches. */
const WARM_UPS = 2;

export interface ComparisonPlan {
  readonly rules: ComparisonRules;
  readonly paths: readonly string[];
  /** How the candidate's answers are judged; the baseline's alike, but for its identity. */
  readonly expectations: Readonly<Record<string, Expectations>>;
  readonly requestTimeoutMs: number;
  readonly deadlineMs: number;
  /**
   * Where both arms answer at one address: which build the baseline is. An answer of the wrong arm ends the comparison, and
   * says nothing of either.
   */
  readonly baselineIdentity?: ExpectedIdentity;
  /** Time from one pair to the next, in milliseconds (0). */
  readonly intervalMs?: number;
  /** Orders the arms within the pairs; the same seed and the same answers give the same result. */
  readonly seed: number;
}

export interface ComparisonWorld {
  readonly candidate: Pick<Prober, 'ask'>;
  readonly baseline: Pick<Prober, 'ask'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface ComparisonRun {
  readonly verdict: Verdict;
  readonly message: string;
  /** Undefined where the arms could not be compared at all. */
  readonly result: ComparisonResult | undefined;
  readonly seed: number;
  /** Milliseconds of the good answers, in order. */
  readonly candidateMs: readonly number[];
  readonly baselineMs: readonly number[];
}

/**
 * Asks candidate and baseline in turn, pair by pair, and looks at what they brought when `looksOf` says. Throws the
 * signal's reason.
 */
export async function runComparison(plan: ComparisonPlan, world: ComparisonWorld): Promise<ComparisonRun> {
  const { rules, paths } = plan;
  const startedAt = world.clock.now();
  const random = seeded(plan.seed);
  const arms = { candidate: new Collector(), baseline: new Collector() };
  const names = ['candidate', 'baseline'] as const;
  const ask = async (arm: (typeof names)[number], path: string) => {
    const expectations = plan.expectations[path];
    if (expectations === undefined) throw new Error(`no expectations for ${path}`);
    const baseline = { ...expectations, identity: plan.baselineIdentity ?? noIdentity };
    const expect = arm === 'candidate' ? expectations : baseline;
    return judgeAnswer(await world[arm].ask(path, plan.requestTimeoutMs, world.signal), expect, undefined);
  };
  const end = (verdict: Verdict, message: string, result?: ComparisonResult): ComparisonRun => ({
    verdict,
    message,
    result,
    seed: plan.seed,
    candidateMs: arms.candidate.times.map((time) => time.ms),
    baselineMs: arms.baseline.times.map((time) => time.ms),
  });

  for (let turn = 0; turn < WARM_UPS; turn++)
    for (const path of paths) {
      const [candidate, baseline] = [await ask('candidate', path), await ask('baseline', path)];
      const problem = astray(plan, candidate, baseline) ?? incomparable(candidate, baseline);
      if (turn === WARM_UPS - 1 && problem !== undefined) return end('unknown', problem);
    }

  const looks = looksOf(rules.samples);
  for (let pair = 1; ; pair++) {
    if (world.clock.now() - startedAt > plan.deadlineMs)
      return end('unknown', `the deadline passed after ${pair - 1} of ${rules.samples} pairs`);
    const path = paths[pair % paths.length] ?? '/';
    const pairAt = world.clock.now();
    for (const arm of random() < 0.5 ? names : [...names].reverse()) {
      const answer = await ask(arm, path);
      const problem = astray(plan, answer);
      if (problem !== undefined) return end('unknown', problem);
      arms[arm].add(path, answer);
    }
    await world.clock.sleep(Math.max(0, (plan.intervalMs ?? 0) - (world.clock.now() - pairAt)), world.signal);
    const look = looks.find((one) => one.at === pair);
    if (look === undefined) continue;
    const result = compareAt(look, rules, arms.candidate, arms.baseline);
    if (result.verdict !== 'unknown' || pair === rules.samples)
      return end(result.verdict, `${result.latency.message}; ${result.errors.message}; ${pair} pairs`, result);
  }
}

class Collector implements Arm {
  readonly times: { path: string; ms: number }[] = [];
  asked = 0;

  add(path: string, judgement: JudgedAnswer): void {
    this.asked++;
    if (kindOf(judgement.class, 'pass') === 'success') this.times.push({ path, ms: judgement.ms });
  }
}

/** That an answer came from the other arm, where both are asked at one address. */
function astray({ baselineIdentity }: ComparisonPlan, ...answers: readonly JudgedAnswer[]): string | undefined {
  if (baselineIdentity === undefined) return undefined;
  return answers.find((answer) => answer.class === 'wrong-identity')?.because;
}

/** Why two arms cannot be compared, as their warm-ups show. */
function incomparable(candidate: JudgedAnswer, baseline: JudgedAnswer): string | undefined {
  if (kindOf(baseline.class, 'pass') !== 'success') return `the baseline cannot be measured: ${baseline.because}`;
  const { deployment } = candidate.identity;
  if (deployment !== undefined && deployment === baseline.identity.deployment)
    return `candidate and baseline are the same build (${showIdentity(candidate.identity)})`;
  return undefined;
}

/** Mulberry32: a small generator whose numbers are the same everywhere for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
