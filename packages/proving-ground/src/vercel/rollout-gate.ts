import type { RollingCheck, RollingGate, RollingRelease } from './rolling-state.ts';
import { pathOf } from './rollout-arms.ts';

/** One answer of a canary, on the rollout's clock. */
export interface Sample {
  readonly canaryId: string;
  readonly at: number;
  readonly path: string;
  readonly status: number;
}

export type Evaluation = 'passed' | 'failed' | 'inconclusive';

/** The platform looks once in this time, on the rollout's clock. Ours, as is the share of errors that fails a check. */
const EVERY_MS = 60_000;
const TOO_MANY = 0.05;

/** When the gate of a rolling release looks next; undefined where it has none, or stands still. */
export function nextEvaluation({ state, substate, gate, evaluations, gateFrom }: RollingRelease): number | undefined {
  if (state !== 'ACTIVE' || substate === 'PAUSED' || gate?.enabled !== true) return undefined;
  return gateFrom + (evaluations.length + 1) * EVERY_MS;
}

/** What its checks say at this moment: the worst of them. */
export function evaluate(release: RollingRelease, samples: readonly Sample[], at: number): Evaluation {
  const own = samples.filter(({ canaryId }) => canaryId === release.canaryDeploymentId);
  const verdicts = (release.gate?.checks ?? []).map((check) => errorRate(check, own, at));
  return verdicts.find((one) => one === 'failed') ?? verdicts.find((one) => one === 'inconclusive') ?? 'passed';
}

function errorRate(check: RollingCheck, samples: readonly Sample[], at: number): Evaluation {
  const until = at - check.ingestWatermarkSeconds * 1_000;
  const counted = samples.filter(
    (one) =>
      one.at >= until - EVERY_MS &&
      one.at < until &&
      !check.excludePaths.includes(one.path) &&
      !check.excludeStatusCodes.includes(one.status),
  );
  if (counted.length < check.minSampleSize) return 'inconclusive';
  const errors = counted.filter(({ status }) => status >= 500);
  return errors.length / counted.length > TOO_MANY ? 'failed' : 'passed';
}

/** Whether it acts on what it found so far: so many failures among the newest evaluations. */
export function trips(
  { dryRun, failureThreshold, windowSize }: RollingGate,
  evaluations: readonly Evaluation[],
): boolean {
  const failures = evaluations.slice(-windowSize).filter((one) => one === 'failed');
  return !dryRun && failures.length >= failureThreshold;
}

export function sampleOf(canaryId: string, at: number, url: string, status: number): Sample {
  return { canaryId, at, path: pathOf(url), status };
}
