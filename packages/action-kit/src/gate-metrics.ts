import type { Shell } from '@lockstep/action-shell';
import { describe, InputError, type Secret, type Verdict } from '@lockstep/base';
import { type Ending, type GateRun, type MetricReport, withMetrics } from '@lockstep/health';
import type { Metric, MetricsPlan } from '@lockstep/health/metrics';
import { metricsSecrets, yamlOrFile } from './metrics-inputs.ts';

/** The inputs by which metrics are read. */
export interface MetricsInputs {
  readonly metrics: string;
  readonly 'metrics-secrets': Secret;
  readonly 'database-url': Secret;
  readonly 'request-timeout': number;
  readonly 'vercel-token': Secret;
  readonly 'vercel-project': string;
  readonly 'vercel-team': string;
  readonly 'vercel-api-url': URL | undefined;
}

/** What is watched, and when. */
export interface MetricsSubject extends Pick<MetricsPlan, 'candidate' | 'baseline' | 'swap' | 'bakeMs'> {
  readonly deadlineMs: number;
  /** What is wrong where a query names a build that has no name here. */
  readonly unnamed: (problems: readonly string[]) => readonly string[];
}

/** The metrics of the inputs, ready to be watched. */
export interface MetricsWatch {
  readonly plan: MetricsPlan;
  /** Runs the gate and the metrics side by side: a failure of either ends both. */
  beside(
    gate: (endedBy: () => Ending | undefined) => Promise<GateRun>,
  ): Promise<{ readonly gate: GateRun; readonly metrics: readonly MetricReport[]; readonly verdict: Verdict }>;
}

/**
 * Reads the input `metrics`; undefined where there is none. The readers come in a chunk of their own. Throws InputError with
 * everything that is wrong.
 */
export async function metricsOf(
  inputs: MetricsInputs,
  subject: MetricsSubject,
  shell: Shell,
): Promise<MetricsWatch | undefined> {
  if (inputs.metrics.trim() === '') return undefined;
  const engine = await import('@lockstep/health/metrics');
  const secrets = metricsSecrets(inputs['metrics-secrets'], shell);
  const metrics = engine.readMetrics(yamlOrFile('metrics', inputs.metrics, shell.env.workspace), subject.bakeMs, {
    clock: shell.clock,
    fetch,
    requestTimeoutMs: inputs['request-timeout'],
    secretOf: (name) => secrets.get(name),
    openDatabase: inputs['database-url'].isEmpty ? undefined : engine.databaseOpener(inputs['database-url'], shell.log),
    vercel: inputs['vercel-token'].isEmpty
      ? undefined
      : {
          token: inputs['vercel-token'],
          project: inputs['vercel-project'],
          team: inputs['vercel-team'],
          apiUrl: inputs['vercel-api-url'] ?? new URL('https://api.vercel.com'),
        },
  });
  const unnamed = subject.unnamed(engine.unnamedBuilds(metrics, subject));
  if (unnamed.length > 0) throw new InputError(unnamed);
  const slowest = Math.max(...metrics.map(({ delayMs }) => delayMs));
  if (subject.bakeMs + slowest >= subject.deadlineMs)
    throw new InputError(
      `input "deadline": expected more than bake-time and the longest "delay" of a metric together (${(subject.bakeMs + slowest) / 1000}s), got ${subject.deadlineMs / 1000}s`,
    );
  const plan: MetricsPlan = {
    metrics,
    candidate: subject.candidate,
    baseline: subject.baseline,
    swap: subject.swap,
    bakeMs: subject.bakeMs,
    deadlineAt: shell.clock.now() + subject.deadlineMs,
  };
  return { plan, beside: (gate) => sideBySide(plan, engine, shell, gate) };
}

async function sideBySide(
  plan: MetricsPlan,
  engine: typeof import('@lockstep/health/metrics'),
  { clock, log, signal }: Shell,
  gate: (endedBy: () => Ending | undefined) => Promise<GateRun>,
): ReturnType<MetricsWatch['beside']> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  let failed: Ending | undefined;
  const watched = engine.runMetrics(plan, { clock, log, signal: both }, ({ metric, ending }) => {
    failed ??= {
      verdict: 'fail',
      reason: 'metric-failed',
      message: `metric ${metric.name}: ${ending.message}`,
      path: undefined,
      mayBeOurFault: false,
    };
    stop.abort();
  });
  try {
    const run = await gate(() => failed);
    if (run.ending.verdict === 'fail') stop.abort();
    const { runs, verdict } = await watched;
    const metrics = runs.map(engine.reportOnMetric);
    return { gate: { ...run, ending: withMetrics(run.ending, verdict, metrics) }, metrics, verdict };
  } finally {
    stop.abort();
    await watched.catch((error: unknown) => log.debug(describe(error)));
    await Promise.all(plan.metrics.map(({ source }: Metric) => source.close?.()));
  }
}
