import { afterEach } from '@jest/globals';
import { Secret, silent, systemClock } from '@lockstep/base';
import { hastyClock } from '@lockstep/proving-ground/clock';
import { Faults } from '@lockstep/proving-ground/faults';
import { type Handler, type HttpService, serve } from '@lockstep/proving-ground/http';
import {
  type MetricsRun,
  type MetricsSurroundings,
  readMetrics,
  reportOnMetric,
  runMetrics,
} from '../../src/metrics/index.ts';

const open: HttpService[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
});

/** A server on loopback that answers as a source does. */
export async function source(handler: Handler): Promise<HttpService & { readonly faults: Faults }> {
  const faults = new Faults();
  const service = await serve('metrics', handler, faults);
  open.push(service);
  return { ...service, faults };
}

export const secrets: Readonly<Record<string, string>> = { TOKEN: 'a-token-of-the-source' };

export function surroundings(over: Partial<MetricsSurroundings> = {}): MetricsSurroundings {
  return {
    clock: systemClock,
    fetch,
    requestTimeoutMs: 5_000,
    secretOf: (name) => (secrets[name] === undefined ? undefined : new Secret(secrets[name])),
    openDatabase: undefined,
    vercel: undefined,
    ...over,
  };
}

export interface WatchOptions {
  readonly bakeMs?: number;
  /** How long after the bake data is waited for. */
  readonly patienceMs?: number;
  readonly surroundings?: Partial<MetricsSurroundings>;
  readonly onFailure?: () => void;
}

export const candidate = { deployment: 'dpl_new', commit: 'c0ffee1' };
export const baseline = { deployment: 'dpl_old', commit: 'bada551' };

/** Watches metrics as the gate does, on a clock that passes by waiting alone; ends with what each of them ended with. */
export async function watch(yaml: string, options: WatchOptions = {}) {
  const bakeMs = options.bakeMs ?? 120_000;
  const clock = hastyClock(100_000);
  const since = clock.now();
  const metrics = readMetrics({ text: yaml, name: 'metrics.yml' }, bakeMs, surroundings(options.surroundings));
  const plan = {
    metrics,
    candidate,
    baseline,
    swap: { from: since - 2_000, to: since },
    bakeMs,
    deadlineAt: since + bakeMs + (options.patienceMs ?? 120_000),
  };
  const signal = new AbortController().signal;
  const run: MetricsRun = await runMetrics(
    plan,
    { clock, signal, log: silent },
    options.onFailure ?? (() => undefined),
  );
  await Promise.all(metrics.map((metric) => metric.source.close?.()));
  return { ...run, since, reports: run.runs.map(reportOnMetric), tookMs: clock.now() - since };
}

/** The first metric of a watch. */
export async function watchOne(yaml: string, options: WatchOptions = {}) {
  const run = await watch(yaml, options);
  const [report] = run.reports;
  if (report === undefined) throw new Error('nothing was watched');
  return { ...run, report };
}
