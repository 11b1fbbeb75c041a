import type { Verdict } from '@lockstep/base';
import { FALSE_ALARM, MISS } from './compare/comparison.ts';
import type { ComparisonRun } from './compare/run-comparison.ts';
import type { AnswerFinding } from './finding.ts';
import type { FormatName } from './formats.ts';
import type { ComparisonReason, GateRules, HealthReason } from './gate.ts';
import type { MetricReport } from './metrics/report-metrics.ts';
import { type IdentitySpan, identityTimeline, proofLine } from './proof.ts';
import { kindOf, type ResponseClass } from './response-class.ts';
import type { GateRun, ProbeRecord } from './run-gate.ts';

/** The whole gate as data. Holds nothing of a response but status, times, classes, findings and the build's names. */
export interface GateReport {
  readonly kind: 'lockstep-health-report/1';
  /** Origin and, where another one was asked for, host. */
  readonly asked: string;
  readonly phase: 'pre' | 'post';
  readonly verdict: Verdict;
  readonly reason: HealthReason | ComparisonReason;
  readonly message: string;
  /** The path that decided, where one did. */
  readonly path?: string | undefined;
  readonly proof: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly rules: GateRules;
  readonly identities: readonly IdentitySpan[];
  readonly paths: readonly PathSummary[];
  readonly comparison: ComparisonReport | undefined;
  /** What real traffic and the database showed; empty where no metric was declared. */
  readonly metrics: readonly MetricReport[];
  readonly firstFailure: ProbeLine | undefined;
  readonly probes: readonly ProbeLine[];
}

export interface ComparisonReport extends ComparisonRun {
  /** Origin of the baseline. */
  readonly baseline: string;
  /** Whether it decides; else it is advisory. */
  readonly required: boolean;
  /** The chance of a false `fail`, over both tests and all looks. */
  readonly falseAlarm: number;
  /** The chance, per test, of a false `pass`. */
  readonly miss: number;
}

export interface PathSummary {
  readonly path: string;
  readonly format: FormatName | undefined;
  readonly probes: number;
  readonly successes: number;
  readonly failures: number;
  readonly errors: number;
  /** Of the judged answers, in milliseconds; undefined where nothing answered. */
  readonly latency: { readonly median: number; readonly p95: number; readonly max: number } | undefined;
}

export interface ProbeLine {
  readonly path: string;
  readonly round: number;
  readonly warmUp: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly ms: number;
  readonly status: number | undefined;
  readonly class: ResponseClass;
  readonly format: FormatName | undefined;
  readonly because: string;
  readonly remedy: string | undefined;
  readonly findings: readonly AnswerFinding[];
  readonly deployment: string | undefined;
  readonly commit: string | undefined;
}

/** What a gate looked at, and by which rules. */
export interface GateSubject {
  /** Origin and, where another one was asked for, host. */
  readonly asked: string;
  readonly phase: 'pre' | 'post';
  readonly rules: GateRules;
}

export interface ComparedBuilds {
  readonly baseline: string;
  readonly required: boolean;
  readonly run: ComparisonRun;
}

/** What was seen besides the probes. */
export interface SeenBesides {
  readonly compared?: ComparedBuilds | undefined;
  readonly metrics?: readonly MetricReport[];
}

/** Puts together what a gate saw, and what that means. */
export function reportOn(
  { asked, phase, rules }: GateSubject,
  run: GateRun,
  { compared, metrics = [] }: SeenBesides = {},
): GateReport {
  const decides = compared?.required === true && run.ending.verdict === 'pass';
  const { verdict, reason, message, path } = decides ? endingOf(compared.run, run) : run.ending;
  const judged = run.records.filter((record) => !record.warmUp);
  const bad = run.records.find((record) => kindOf(record.class, rules.degraded) !== 'success' && !record.warmUp);
  return {
    kind: 'lockstep-health-report/1',
    asked,
    phase,
    ...{ verdict, reason, message, path },
    proof: proofLine(asked, rules, run),
    startedAt: iso(run.startedAt),
    endedAt: iso(run.endedAt),
    rules,
    identities: identityTimeline(run.records),
    paths: rules.paths.map((path) => {
      const own = judged.filter((record) => record.path === path);
      const kinds = own.map((record) => kindOf(record.class, rules.degraded));
      const times = own.filter((record) => record.status !== undefined).map((record) => record.ms);
      return {
        path,
        format: own.find((record) => record.format !== undefined)?.format,
        probes: own.length,
        successes: kinds.filter((kind) => kind === 'success').length,
        failures: kinds.filter((kind) => kind === 'failure').length,
        errors: kinds.filter((kind) => kind === 'error').length,
        latency: latencyOf(times),
      };
    }),
    comparison:
      compared === undefined
        ? undefined
        : {
            ...compared.run,
            baseline: compared.baseline,
            required: compared.required,
            falseAlarm: 2 * FALSE_ALARM,
            miss: MISS,
          },
    metrics,
    firstFailure: bad === undefined ? undefined : probeLine(bad),
    probes: run.records.map(probeLine),
  };
}

/** How a gate that passed ends when a required comparison follows it. */
function endingOf(
  comparison: ComparisonRun,
  gate: GateRun,
): Pick<GateReport, 'verdict' | 'reason' | 'message' | 'path'> {
  const { verdict, message, result } = comparison;
  if (verdict === 'pass') return gate.ending;
  if (verdict === 'unknown') return { verdict, reason: 'comparison-unknown', message };
  return { verdict, reason: result?.latency.verdict === 'fail' ? 'slower' : 'more-errors', message };
}

function probeLine(record: ProbeRecord): ProbeLine {
  const { path, round, warmUp, ms, status, because, remedy, findings, identity } = record;
  return {
    path,
    round,
    warmUp,
    at: iso(record.at),
    ms: Math.round(ms * 10) / 10,
    status,
    class: record.class,
    format: record.format,
    because,
    remedy,
    findings,
    deployment: identity.deployment,
    commit: identity.commit,
  };
}

function latencyOf(times: readonly number[]): PathSummary['latency'] {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return sorted.length === 0 ? undefined : { median: at(0.5), p95: at(0.95), max: at(1) };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
