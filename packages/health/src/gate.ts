import { count, formatDuration, type Verdict } from '@lockstep/base';
import { bet, startingWealth, type Wealth } from './availability.ts';
import { moved, type TimedRead } from './freshness.ts';
import type { JudgedAnswer } from './judgement.ts';
import {
  type DegradedPolicy,
  type FailingClass,
  failureIn,
  isFinal,
  kindOf,
  type ResponseClass,
} from './response-class.ts';

export interface GateRules {
  readonly paths: readonly string[];
  /** Successes in a row that every path needs. Failures and errors are in a row until a success ends it. */
  readonly successThreshold: number;
  /** Failures in a row that a path is forgiven. */
  readonly failureLimit: number;
  /** Measurement errors in a row that a path is forgiven. */
  readonly errorLimit: number;
  /** No pass before this many milliseconds: the bake. */
  readonly bakeMs: number;
  readonly deadlineMs: number;
  readonly degraded: DegradedPolicy;
  /** The share of requests that a path must answer well, from 0 to below 1. */
  readonly availabilityFloor: number;
  readonly judgeColdStart: boolean;
  readonly identityAsked: boolean;
}

/** The chance, over a whole gate, that a service at its availability floor fails for availability. */
export const FALSE_ALARM = 0.002;

/** Why a gate ended. */
export type HealthReason =
  | 'passed'
  | 'degraded'
  | 'deadline'
  | 'unreachable'
  | 'unavailable'
  | MetricsReason
  | (typeof REASONS)[FailingClass];

/** Why a comparison with the baseline ended it. */
export type ComparisonReason = 'slower' | 'more-errors' | 'comparison-unknown';

/** Why metrics ended a gate. */
export type MetricsReason = 'metric-failed' | 'metric-unknown';

/** The reason of a gate that one class decided. */
const REASONS = {
  degraded: 'degraded',
  unhealthy: 'unhealthy',
  'contract-violation': 'contract-violation',
  'wrong-identity': 'wrong-identity',
  'identity-absent': 'identity-absent',
  stale: 'stale',
  protected: 'protected',
  redirected: 'redirected',
  'platform-error': 'platform-error',
} as const satisfies Readonly<Record<FailingClass, string>>;

export interface Ending {
  readonly verdict: Verdict;
  readonly reason: HealthReason | ComparisonReason;
  readonly message: string;
  /** The path that decided, where one did. */
  readonly path: string | undefined;
  /** Whether the fault may as well be at our end of the line: a baseline that is asked at the same time shows which. */
  readonly mayBeOurFault: boolean;
}

interface PathState {
  readonly warmed: boolean;
  readonly probes: number;
  readonly successes: number;
  readonly failures: number;
  readonly errors: number;
  /** Errors that may as well be our end of the line: timeouts and lost connections. */
  readonly lost: number;
  readonly successRun: number;
  readonly failureRun: number;
  /** The class of the last failure. */
  readonly failedAs: FailingClass | undefined;
  /** The classes of the errors since the last success. */
  readonly errorRun: readonly ResponseClass[];
  readonly wealth: Wealth;
  /** `alive` once two reads showed that answers are generated for each request; undefined where they carry no time. */
  readonly freshness: TimedRead | 'alive' | undefined;
}

export interface GateState {
  readonly paths: Readonly<Record<string, PathState>>;
  readonly identified: boolean;
  /** The first degraded answer, in words. */
  readonly degraded: string | undefined;
  readonly ending: Ending | undefined;
}

const unseen: PathState = {
  warmed: false,
  probes: 0,
  successes: 0,
  failures: 0,
  errors: 0,
  lost: 0,
  successRun: 0,
  failureRun: 0,
  failedAs: undefined,
  errorRun: [],
  wealth: startingWealth,
  freshness: undefined,
};

export function openGate(rules: GateRules): GateState {
  return {
    paths: Object.fromEntries(rules.paths.map((path) => [path, unseen])),
    identified: false,
    degraded: undefined,
    ending: undefined,
  };
}

/** Takes one judged probe in. Once there is an ending, nothing changes it. */
export function observe(rules: GateRules, state: GateState, path: string, judgement: JudgedAnswer): GateState {
  if (state.ending !== undefined) return state;
  const before = { ...(state.paths[path] ?? unseen), freshness: fresher(state.paths[path]?.freshness, judgement.read) };
  const identified = state.identified || judgement.identified;
  if (isFinal(judgement.class)) {
    const ending = failing(REASONS[judgement.class], `${path}: ${sentence(judgement)}`, path);
    return { ...state, identified, paths: { ...state.paths, [path]: tally(rules, before, judgement) }, ending };
  }
  if (!before.warmed && !rules.judgeColdStart)
    return { ...state, identified, paths: { ...state.paths, [path]: { ...before, warmed: true } } };
  const after = tally(rules, before, judgement);
  return {
    paths: { ...state.paths, [path]: after },
    identified,
    degraded: state.degraded ?? (judgement.class === 'degraded' ? `${path} ${judgement.because}` : undefined),
    ending: limitReached(rules, path, after, judgement),
  };
}

function tally(rules: GateRules, before: PathState, judgement: JudgedAnswer): PathState {
  const kind = kindOf(judgement.class, rules.degraded);
  return {
    ...before,
    warmed: true,
    probes: before.probes + 1,
    successes: before.successes + (kind === 'success' ? 1 : 0),
    failures: before.failures + (kind === 'failure' ? 1 : 0),
    errors: before.errors + (kind === 'error' ? 1 : 0),
    lost: before.lost + (judgement.class === 'timeout' || judgement.class === 'network' ? 1 : 0),
    successRun: kind === 'success' ? before.successRun + 1 : 0,
    failureRun: kind === 'success' ? 0 : before.failureRun + (kind === 'failure' ? 1 : 0),
    failedAs: failureIn(judgement.class, rules.degraded) ?? before.failedAs,
    errorRun: kind === 'success' ? [] : kind === 'error' ? [...before.errorRun, judgement.class] : before.errorRun,
    wealth: bet(before.wealth, kind !== 'success', rules.availabilityFloor),
  };
}

function fresher(before: PathState['freshness'], read: TimedRead | undefined): PathState['freshness'] {
  if (before === 'alive' || read === undefined) return before;
  return before !== undefined && moved(before, read) ? 'alive' : (before ?? read);
}

function limitReached(rules: GateRules, path: string, after: PathState, last: JudgedAnswer): Ending | undefined {
  const lately = `${path}: ${sentence(last)}`;
  if (after.failedAs !== undefined && after.failureRun > rules.failureLimit) {
    const often = after.failureRun === 1 ? '' : `, ${after.failureRun} times in a row`;
    return failing(REASONS[after.failedAs], `${lately}${often}`, path);
  }
  if (after.errorRun.length > rules.errorLimit) {
    const often = `${lately}, the last of ${count(after.errorRun.length, 'error')} in a row`;
    // Only what the platform itself answers is certain: a timeout may as well be ours.
    const certain = after.errorRun.every((one) => one === 'platform-error');
    return certain
      ? failing(REASONS['platform-error'], often, path)
      : { verdict: 'unknown', reason: 'unreachable', message: often, path, mayBeOurFault: true };
  }
  if (after.wealth.value >= rules.paths.length / FALSE_ALARM) {
    const bad = after.failures + after.errors;
    const message = `${path}: ${bad} of ${count(after.probes, 'probe')} failed, too many for an availability floor of ${Number((rules.availabilityFloor * 100).toFixed(3))} %; the last: ${last.because}`;
    const certain = bad > 2 * after.lost;
    return { verdict: certain ? 'fail' : 'unknown', reason: 'unavailable', message, path, mayBeOurFault: !certain };
  }
  return undefined;
}

/** The ending that the passing of time brings, `elapsedMs` after the first probe. */
export function endingAt(rules: GateRules, state: GateState, elapsedMs: number): Ending | undefined {
  if (state.ending !== undefined) return state.ending;
  const missing = rules.paths.filter((path) => !settled(state.paths[path] ?? unseen, rules.successThreshold));
  if (missing.length === 0 && elapsedMs >= rules.bakeMs) {
    if (rules.identityAsked && !state.identified)
      return failing(
        REASONS['identity-absent'],
        'no path names its build; make one of them report its deployment or commit',
      );
    if (state.degraded !== undefined && rules.degraded === 'warn')
      return passing('degraded', `passed with degraded responses: ${state.degraded}`);
    return passing('passed', 'every path is healthy');
  }
  if (elapsedMs < rules.deadlineMs) return undefined;
  const what = missing.length === 0 ? 'the bake did not end' : `${missing.join(', ')} did not settle`;
  const message = `${what} within ${formatDuration(rules.deadlineMs)}: needs ${rules.successThreshold} successes in a row; see what was slow, or raise "deadline"`;
  return { verdict: 'unknown', reason: 'deadline', message, path: missing[0], mayBeOurFault: false };
}

function settled(path: PathState, successThreshold: number): boolean {
  return path.successRun >= successThreshold && (path.freshness === undefined || path.freshness === 'alive');
}

function passing(reason: HealthReason, message: string): Ending {
  return { verdict: 'pass', reason, message, path: undefined, mayBeOurFault: false };
}

function failing(reason: HealthReason, message: string, path?: string): Ending {
  return { verdict: 'fail', reason, message, path, mayBeOurFault: false };
}

function sentence(judgement: JudgedAnswer): string {
  const { because, remedy } = judgement;
  return remedy === undefined ? because : `${because}; ${remedy}`;
}
