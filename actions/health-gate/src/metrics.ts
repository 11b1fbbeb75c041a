import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Shell } from '@lockstep/action-shell';
import { describe, InputError, parseVariables, Secret, type Verdict } from '@lockstep/base';
import { type Ending, type GateRun, type MetricReport, withMetrics } from '@lockstep/health';
import type { Metric, MetricsPlan, Span } from '@lockstep/health/metrics';
import type { Inputs } from './inputs.ts';

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
  inputs: Inputs,
  times: { readonly bakeMs: number; readonly deadlineMs: number },
  shell: Shell,
): Promise<MetricsWatch | undefined> {
  if (inputs.metrics.trim() === '') return undefined;
  const engine = await import('@lockstep/health/metrics');
  const secrets = secretsOf(inputs, shell);
  const metrics = engine.readMetrics(textOf(inputs.metrics, shell.env.workspace), times.bakeMs, {
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
  const builds = buildsOf(inputs, shell);
  // In a dry run nothing is deployed yet that could be named.
  const unnamed = inputs['dry-run'] ? [] : engine.unnamedBuilds(metrics, builds);
  if (unnamed.length > 0) throw new InputError(unnamed);
  const slowest = Math.max(...metrics.map(({ delayMs }) => delayMs));
  if (times.bakeMs + slowest >= times.deadlineMs)
    throw new InputError(
      `input "deadline": expected more than bake-time and the longest "delay" of a metric together (${(times.bakeMs + slowest) / 1000}s)`,
    );
  const plan: MetricsPlan = {
    metrics,
    ...builds,
    swap: swapSpan(shell),
    bakeMs: times.bakeMs,
    deadlineAt: shell.clock.now() + times.deadlineMs,
  };
  return { plan, beside: (gate) => sideBySide(plan, engine, shell, gate) };
}

/** What the inputs leave out, the release's journal knows. */
function buildsOf(inputs: Inputs, { journal }: Shell): Pick<MetricsPlan, 'candidate' | 'baseline'> {
  const release = journal?.exists() === true ? journal.read().release : undefined;
  return {
    candidate: {
      deployment: inputs['expect-deployment'] || undefined,
      commit: inputs['expect-commit'] || release?.commit || undefined,
    },
    baseline: {
      deployment: inputs['baseline-deployment'] || undefined,
      commit: inputs['baseline-commit'] || release?.commitBefore || undefined,
    },
  };
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

/** One line that ends in .yml or .yaml is the path of a file; everything else is the YAML itself. */
function textOf(given: string, workspace: string): { readonly text: string; readonly name: string } {
  const path = given.trim();
  if (!/^[^\n{[:]+\.ya?ml$/.test(path)) return { text: given, name: 'input "metrics"' };
  try {
    return { text: readFileSync(resolve(workspace, path), 'utf8'), name: path };
  } catch (cause) {
    throw new InputError(`input "metrics": the file ${path} cannot be read; check out the repository first`, { cause });
  }
}

function secretsOf(inputs: Inputs, shell: Shell): ReadonlyMap<string, Secret> {
  const { problems, values } = parseVariables(inputs['metrics-secrets'].reveal());
  if (problems.length > 0) throw new InputError(problems.map((problem) => `input "metrics-secrets": ${problem}`));
  return new Map(
    [...values].map(([name, value]) => {
      const secret = new Secret(value);
      shell.mask(secret);
      return [name, secret];
    }),
  );
}

/** From when users may have reached the candidate until all of them do, as the release's journal has it; else now. */
function swapSpan({ clock, journal }: Shell): Span {
  const now = clock.now();
  const entries = journal?.exists() === true ? journal.read().entries : [];
  const reached = entries.findLast((entry) => entry.kind === 'traffic' && entry.traffic === 'reached');
  const finished = entries.findLast((entry) => entry.kind === 'finished' && entry.action === 'alias-swap');
  const to = finished === undefined ? now : Date.parse(finished.at);
  return { from: reached === undefined ? to : Math.min(Date.parse(reached.at), to), to };
}
