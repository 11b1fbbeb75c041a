import type { Shell } from '@lockstep/action-shell';
import { InputError } from '@lockstep/base';
import {
  type ComparisonPlan,
  type ComparisonRun,
  type Credentials,
  type Ending,
  type Expectations,
  type FindingRule,
  findableDelta,
  type GateReport,
  type GateRun,
  openProber,
  type ProbePlan,
  type Prober,
  reportOn,
  runComparison,
  runGate,
  summaryOf,
  withControl,
} from '@lockstep/health';
import { ARM_QUERIES, type ProbeHost, type RolloutArm } from '@lockstep/vercel';
import { type CredentialValues, credentialsOf } from './gate-credentials.ts';
import { conditionLine, pathLine } from './gate-lines.ts';
import { type MetricsInputs, metricsOf } from './gate-metrics.ts';
import type { RollingValues } from './rolling-inputs.ts';
import { type Build, type NamedBy, type Pair, tellApart } from './tell-apart.ts';

export type StageGateInputs = RollingValues & MetricsInputs & CredentialValues;

export { summaryOf };

/** The two that share the users of a stage. */
export interface StageSubject extends Pair {
  readonly watchMs: number;
  /** Since when some users get the candidate, in milliseconds since the epoch. */
  readonly since: number;
}

/** How a stage was judged; without a report where not both answered as themselves. */
export interface StageJudgement {
  readonly verdict: GateReport['verdict'];
  readonly message: string;
  readonly report: GateReport | undefined;
}

/** How much longer than its time a stage may take. */
const SETTLE_MS = 300_000;
const SEED = 1;

/**
 * Judges one stage: probes of the candidate, and a comparison with what the rest of the users has, in the same minutes and at
 * the same address, where Vercel's query parameters choose between the two; and the metrics. What one of them fails, fails. What
 * cannot be told apart is unknown, but for a candidate that only fails while the other answers. Throws the signal's reason.
 */
export async function gateStage(
  values: StageGateInputs,
  subject: StageSubject,
  probe: ProbeHost,
  shell: Shell,
): Promise<StageJudgement> {
  const told = await tellApart(subject, probe, shell);
  if ('problem' in told) return { verdict: told.verdict, message: told.problem, report: undefined };
  const plan = probePlan(values, subject, told.by);
  const watch = await metricsOf(values, metricsSubject(subject, plan, shell), shell);
  const credentials = credentialsOf(values, shell);
  const probers = {
    candidate: proberOf('candidate', subject, credentials),
    baseline: proberOf('base', subject, credentials),
  };
  try {
    const judged = await watchBoth(values, { plan, subject, by: told.by, probers }, shell, watch?.beside);
    const { compared, gate, metrics } = judged;
    const ending = unlessAstray(await controlled(gate, plan, probers.baseline, shell), gate);
    const seen = { compared: { baseline: ARM_NAMES.base, required: true, run: compared }, metrics };
    const asked = { asked: subject.origin.origin, phase: 'post', rules: plan.rules } as const;
    const first = reportOn(asked, { ...gate, ending }, seen);
    const broken =
      first.verdict === 'unknown' ? await nowBroken(gate, () => tellApart(subject, probe, shell)) : undefined;
    const report = broken === undefined ? first : reportOn(asked, { ...gate, ending: broken }, seen);
    return { verdict: report.verdict, message: report.message, report };
  } finally {
    probers.candidate.close();
    probers.baseline.close();
  }
}

/** Refuses what no stage could be judged by, before any user gets the candidate. Throws InputError. */
export async function checkStages(
  values: StageGateInputs,
  {
    stages,
    ...builds
  }: Pick<StageSubject, 'candidate' | 'base'> & { readonly stages: readonly { readonly watchMs: number }[] },
  shell: Shell,
): Promise<void> {
  // A runner that gives no token must say so before users are somewhere that nobody can judge.
  await credentialsOf(values, shell)();
  const origin = new URL('https://not-asked.invalid');
  const watchMs = Math.min(...stages.map((stage) => stage.watchMs));
  const subject = { ...builds, origin, watchMs, since: shell.clock.now() };
  const watch = await metricsOf(
    values,
    metricsSubject(subject, probePlan(values, subject, 'deployment'), shell),
    shell,
  );
  await Promise.all((watch?.plan.metrics ?? []).map(({ source }) => source.close?.()));
}

const ARM_NAMES = { candidate: 'the candidate', base: 'the current deployment' } as const;

function identityOf(build: Build, by: NamedBy): Expectations['identity'] {
  return { deployment: undefined, commit: undefined, [by]: build[by] };
}

/** As the gate of a bake probes, over the time of the stage. */
function probePlan(values: StageGateInputs, { candidate, watchMs }: StageSubject, by: NamedBy): ProbePlan {
  const conditions = values.conditions.map(conditionLine);
  const lines = values.paths.map(pathLine).filter((line) => line !== undefined);
  const expectations = lines.map(({ format, path }): [string, Expectations] => [
    path,
    {
      format: format ?? values.format,
      identity: identityOf(candidate, by),
      identityHeader: undefined,
      conditions: conditions.filter((line) => (line.path ?? path) === path).map(({ condition }) => condition),
      criticality: { critical: [], advisory: [] },
      maxAgeMs: 10_000,
      allowed: values['allow-findings'] as readonly FindingRule[],
    },
  ]);
  return {
    rules: {
      paths: lines.map(({ path }) => path),
      successThreshold: 3,
      failureLimit: 3,
      errorLimit: 4,
      bakeMs: watchMs,
      deadlineMs: watchMs + SETTLE_MS,
      degraded: 'warn',
      availabilityFloor: 0.995,
      judgeColdStart: false,
      identityAsked: true,
    },
    expectations: Object.fromEntries(expectations),
    intervalMs: values.interval,
    requestTimeoutMs: values['request-timeout'],
    initialDelayMs: 0,
  };
}

function metricsSubject({ base, candidate, since, watchMs }: StageSubject, plan: ProbePlan, { clock }: Shell) {
  return {
    candidate,
    baseline: base,
    swap: { from: since, to: clock.now() },
    bakeMs: watchMs,
    deadlineMs: plan.rules.deadlineMs,
    unnamed: (problems: readonly string[]) =>
      problems.length === 0
        ? []
        : [
            'input "metrics": a query has {{commit}}, and Vercel knows no commit for one of the two deployments; use {{deployment}}',
          ],
  };
}

function proberOf(arm: RolloutArm, { origin }: StageSubject, credentials: Credentials): Prober {
  return openProber({
    target: { origin, host: undefined },
    credentials,
    query: ARM_QUERIES[arm],
    keepAlive: true,
    proxyEnv: process.env,
  });
}

interface StageSetup {
  readonly plan: ProbePlan;
  readonly subject: StageSubject;
  readonly by: NamedBy;
  readonly probers: { readonly candidate: Prober; readonly baseline: Prober };
}

type Beside = NonNullable<Awaited<ReturnType<typeof metricsOf>>>['beside'];

/** Probes, pairs and metrics side by side; what fails first ends the others. */
async function watchBoth(
  values: StageGateInputs,
  { by, plan, probers, subject }: StageSetup,
  { clock, log, signal }: Shell,
  beside: Beside | undefined,
) {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  let compared: ComparisonRun | undefined;
  const comparing = runComparison(comparisonPlan(values, { plan, subject, by }), {
    ...probers,
    clock,
    signal: both,
  }).then((run) => {
    compared = run;
    return run;
  });
  // It is awaited below; until then it must not end the process.
  comparing.catch(() => undefined);
  const probing = (endedBy: () => Ending | undefined = () => undefined) =>
    runGate(plan, {
      prober: probers.candidate,
      clock,
      signal,
      log,
      endedBy: () => endedBy() ?? (compared?.verdict === 'fail' ? worse(compared) : undefined),
    });
  try {
    const { gate, metrics } = beside === undefined ? { gate: await probing(), metrics: [] } : await beside(probing);
    if (gate.ending.verdict !== 'pass') stop.abort(new Decided());
    return { gate, metrics, compared: await ended(comparing) };
  } finally {
    stop.abort(new Decided());
  }
}

/** The gate has decided: what else would be seen changes nothing. */
class Decided extends Error {}

async function ended(comparing: Promise<ComparisonRun>): Promise<ComparisonRun> {
  try {
    return await comparing;
  } catch (error) {
    if (!(error instanceof Decided)) throw error;
    const message = 'it was decided before the comparison ended';
    return { verdict: 'unknown', message, result: undefined, seed: SEED, candidateMs: [], baselineMs: [] };
  }
}

function comparisonPlan(
  values: StageGateInputs,
  { by, plan, subject }: Pick<StageSetup, 'plan' | 'subject' | 'by'>,
): ComparisonPlan {
  const { samples } = values;
  return {
    rules: {
      samples,
      maxLatencyRatio: values['max-latency-ratio'],
      minLatencyDeltaMs: 10,
      maxErrorDelta: findableDelta(samples),
    },
    paths: plan.rules.paths,
    expectations: plan.expectations,
    baselineIdentity: identityOf(subject.base, by),
    requestTimeoutMs: plan.requestTimeoutMs,
    deadlineMs: plan.rules.deadlineMs,
    intervalMs: subject.watchMs / samples,
    seed: SEED,
  };
}

/** How a candidate ends the stage that is worse than what the rest of the users has. */
function worse({ message, result }: ComparisonRun): Ending {
  const reason = result?.latency.verdict === 'fail' ? 'slower' : 'more-errors';
  return { verdict: 'fail', reason, message, path: undefined, mayBeOurFault: false };
}

function controlled(gate: GateRun, plan: ProbePlan, baseline: Prober, { clock, signal }: Shell): Promise<Ending> {
  return withControl(gate.ending, plan, { baseline, clock, signal });
}

/** An answer of the wrong arm says nothing of the candidate. */
function unlessAstray(ending: Ending, run: GateRun): Ending {
  if (ending.verdict !== 'fail') return ending;
  const astray = astrayIn(run);
  if (astray === undefined && run.state.identified) return ending;
  const why = astray?.because ?? 'no answer named its build';
  return { ...ending, verdict: 'unknown', message: `it is not certain that the candidate answered: ${why}` };
}

function astrayIn({ records }: GateRun) {
  return records.find((record) => record.class === 'wrong-identity');
}

/** Before users are left where they are: a candidate that broke too late to be counted has them on a broken build. */
async function nowBroken(run: GateRun, askAgain: () => ReturnType<typeof tellApart>): Promise<Ending | undefined> {
  if (astrayIn(run) !== undefined) return undefined;
  const told = await askAgain();
  if (!('problem' in told) || told.verdict !== 'fail') return undefined;
  return { verdict: 'fail', reason: 'unavailable', message: told.problem, path: undefined, mayBeOurFault: false };
}

/** Where the gates ask: the given address, else the first domain that is one host. Throws InputError where there is none. */
export function stageOrigin(given: URL | undefined, hosts: readonly string[], originOf: (host: string) => string): URL {
  if (given !== undefined) return new URL(given.origin);
  const host = hosts.find((one) => !one.includes('*'));
  if (host === undefined)
    throw new InputError(
      'input "production-url": needed, since the project has no production domain that is a single host',
    );
  return new URL(originOf(host));
}
