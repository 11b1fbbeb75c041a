import { setMaxListeners } from 'node:events';
import { type Clock, combine, type Logger, type Verdict } from '@lockstep/base';
import { judgeReading, type Reading } from './judge-reading.ts';
import { type BuildNames, type Measurement, type Metric, type Span, usesRatio } from './metric.ts';
import { type MetricEnding, type MetricState, settle, takeReading, unread } from './settle.ts';
import { type Counts, SLICES, type Usual, usualOf } from './usual-rate.ts';

/** Slices that are asked about at the same time: a source that takes most of a minute for each would outlast the bake. */
const AT_ONCE = 6;

export interface MetricsPlan {
  readonly metrics: readonly Metric[];
  readonly candidate: BuildNames;
  readonly baseline: BuildNames;
  /** When users may first have been sent to the candidate, and when all of them were. */
  readonly swap: Span;
  readonly bakeMs: number;
  /** No reading after it, in milliseconds since the epoch. */
  readonly deadlineAt: number;
}

export interface MetricsWorld {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface MetricRun {
  readonly metric: Metric;
  readonly state: MetricState;
  readonly ending: MetricEnding;
}

const NOTHING_READ: MetricEnding = {
  verdict: 'unknown',
  reason: 'metric-empty',
  message: 'no reading was possible in the time there was',
};

export interface MetricsRun {
  readonly verdict: Verdict;
  readonly runs: readonly MetricRun[];
}

/**
 * Reads every metric at its interval until the bake is over and its data has arrived. `onFailure` is called for a critical
 * metric that fails. An aborted signal ends every watch where it is: what was not decided by then is unknown.
 */
export async function runMetrics(
  plan: MetricsPlan,
  world: MetricsWorld,
  onFailure: (run: MetricRun) => void,
): Promise<MetricsRun> {
  // Each metric waits by it, and each of its requests: more than the ten that Node.js takes for a leak.
  setMaxListeners(0, world.signal);
  const runs = await Promise.all(
    plan.metrics.map(async (metric) => {
      const run = await watch(metric, plan, world);
      if (metric.critical && run.ending.verdict === 'fail') onFailure(run);
      return run;
    }),
  );
  const deciding = runs.filter(({ metric }) => metric.critical).map(({ ending }) => ending.verdict);
  return { verdict: deciding.length === 0 ? 'pass' : combine(deciding), runs };
}

async function watch(metric: Metric, plan: MetricsPlan, world: MetricsWorld): Promise<MetricRun> {
  const { clock, log, signal } = world;
  const since = plan.swap.to;
  const overAt = since + plan.bakeMs + metric.delayMs;
  const left = () => settle(metric, state, true) ?? NOTHING_READ;
  let state = unread;
  let dueAt = since + Math.max(metric.intervalMs, metric.windowMs ?? 0, metric.source.reachMs) + metric.delayMs;
  // The last reading is of the whole bake.
  dueAt = Math.min(dueAt, overAt);
  try {
    await metric.source.begin?.(signal);
    let usual: Usual | undefined;
    while (dueAt <= plan.deadlineAt) {
      await clock.sleep(Math.max(0, dueAt - clock.now()), signal);
      // Where the source did not answer it is asked again with the next reading.
      if (metric.detect !== undefined) usual ??= await usualBefore(metric, plan, signal);
      const reading = await read(metric, plan, { usual, to: dueAt - metric.delayMs }, world);
      log.info(`metric ${metric.name}: ${reading.outcome}, ${reading.message}`);
      state = takeReading(metric, state, reading);
      const now = Math.max(clock.now(), dueAt);
      const settled = now >= overAt || state.ending !== undefined ? settle(metric, state, false) : undefined;
      if (settled !== undefined) return { metric, state, ending: settled };
      const next = dueAt + metric.intervalMs * Math.max(1, Math.ceil((now - dueAt) / metric.intervalMs));
      dueAt = dueAt < overAt ? Math.max(now, Math.min(next, overAt)) : next;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { metric, state, ending: left() };
}

async function read(
  metric: Metric,
  plan: MetricsPlan,
  { usual, to }: { readonly usual: Usual | undefined; readonly to: number },
  { clock, signal }: MetricsWorld,
): Promise<Reading> {
  const { about, source, windowMs } = metric;
  const since = plan.swap.to;
  const reach = Math.max(windowMs ?? 0, source.reachMs);
  const span: Span = { from: reach > 0 ? to - reach : since, to };
  const names = about === 'baseline' ? plan.baseline : plan.candidate;
  const measured = await source.measure(span, names, signal);
  const baseline = usesRatio(metric) && !source.ownBaseline ? await askBaseline(metric, plan, span, signal) : undefined;
  return judgeReading(metric, { measured, baseline, usual, bakeMs: plan.bakeMs, span, at: clock.now(), since });
}

function askBaseline(metric: Metric, plan: MetricsPlan, span: Span, signal: AbortSignal): Promise<Measurement> {
  return metric.source.measure(baselineSpan(metric, plan, span), plan.baseline, signal);
}

/** The same minutes, or as many before the swap began. */
function baselineSpan(metric: Metric, plan: MetricsPlan, span: Span): Span {
  if (metric.baseline === 'same-time') return span;
  return { from: plan.swap.from - (span.to - span.from), to: plan.swap.from };
}

/** The usual rate, slice by slice, up to the swap. A slice without data says nothing. */
async function usualBefore(metric: Metric, plan: MetricsPlan, signal: AbortSignal): Promise<Usual | undefined> {
  const step = metric.historyMs / SLICES;
  const before = Array.from({ length: SLICES }, (_, index) => plan.swap.from - (SLICES - 1 - index) * step);
  const slices: Counts[] = [];
  // The first is asked about alone: one that does not answer is not waited for two dozen times.
  for (const group of [before.slice(0, 1), ...chunks(before.slice(1), AT_ONCE)]) {
    const answers = await Promise.all(
      group.map((to) => metric.source.measure({ from: to - step, to }, plan.baseline, signal)),
    );
    if (answers.some(({ kind }) => kind === 'error' || kind === 'not-available')) return undefined;
    slices.push(...answers.map((answer) => (answer.kind === 'counts' ? answer : { bad: 0, all: 0 })));
  }
  return usualOf(slices, step, metric.floor);
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
