import { credentialProblems } from '@lockstep/action-kit/gate-credentials';
import { conditionLine, type PathLine, pathLine } from '@lockstep/action-kit/gate-lines';
import { formatDuration } from '@lockstep/base';
import {
  type ComparisonPlan,
  ConditionError,
  type Expectations,
  errorSamples,
  FEWEST_SAMPLES,
  type FindingRule,
  findableDelta,
  formatNames,
  type ProbePlan,
  ruleNames,
} from '@lockstep/health';
import type { Inputs } from './inputs.ts';

/** Failures in a row that are forgiven: none before users come, a few once they are there. */
const FAILURE_LIMIT = { pre: 0, post: 3 } as const;
const BAKE_MS = { pre: 0, post: 120_000 } as const;
/** How much longer than the bake a gate may take. */
const SETTLE_MS = 300_000;

/** What is wrong between inputs, or inside lists. */
export function problemsOf(inputs: Inputs): readonly string[] {
  return [
    ...listProblems(inputs),
    ...conditionProblems(inputs),
    ...addressProblems(inputs),
    ...timeProblems(inputs),
    ...comparisonProblems(inputs),
  ];
}

function problem(name: keyof Inputs, text: string): string {
  return `input "${name}": ${text}`;
}

function listProblems(inputs: Inputs): string[] {
  const problems: string[] = [];
  const formats = ['auto', ...formatNames].join(', ');
  if (inputs.paths.length === 0) problems.push(problem('paths', 'expected at least one path'));
  for (const line of inputs.paths)
    if (pathLine(line) === undefined)
      problems.push(problem('paths', `expected "/path" or "/path FORMAT" (${formats}), got ${JSON.stringify(line)}`));
  const paths = inputs.paths.map((line) => pathLine(line)?.path);
  if (new Set(paths).size < paths.length) problems.push(problem('paths', 'expected each path once'));
  const known: readonly string[] = ruleNames;
  for (const rule of inputs['allow-findings'])
    if (!known.includes(rule))
      problems.push(problem('allow-findings', `expected names of findings (${known.join(', ')}), got "${rule}"`));
  return problems;
}

function conditionProblems(inputs: Inputs): string[] {
  const paths = inputs.paths.map((line) => pathLine(line)?.path);
  return inputs.conditions.flatMap((line) => {
    try {
      const { path } = conditionLine(line);
      if (path === undefined || paths.includes(path)) return [];
      return [problem('conditions', `${JSON.stringify(line)}: ${path} is not in "paths"`)];
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      return [problem('conditions', `${JSON.stringify(line)}, column ${error.column}: ${error.message}`)];
    }
  });
}

function addressProblems(inputs: Inputs): string[] {
  const problems: string[] = [];
  for (const name of ['url', 'compare-url'] as const)
    if (inputs[name]?.hostname.includes('*') === true)
      problems.push(
        problem(name, `expected a single host, got ${inputs[name].hostname}: use a host name that the wildcard covers`),
      );
    else if (inputs[name] !== undefined && (inputs[name].username !== '' || inputs[name].password !== ''))
      problems.push(problem(name, 'expected no user name or password in it; send them with "headers"'));
  return [...problems, ...credentialProblems(inputs, 'use "host" to set the host')];
}

function timeProblems(inputs: Inputs): string[] {
  const problems: string[] = [];
  if (inputs.phase === 'pre' && inputs.metrics.trim() !== '')
    problems.push(problem('metrics', 'needs phase post: before the swap there is no traffic to measure'));
  if (inputs.phase === 'pre' && inputs['on-unknown'] === 'hold')
    problems.push(
      problem('on-unknown', 'expected fail or warn in phase pre: before the swap there is nothing to hold'),
    );
  const bakeMs = bakeMsOf(inputs);
  const deadlineMs = deadlineMsOf(inputs);
  if (bakeMs >= deadlineMs)
    problems.push(
      problem(
        'deadline',
        `expected more than bake-time (${formatDuration(bakeMs)}), got ${formatDuration(deadlineMs)}`,
      ),
    );
  return problems;
}

function bakeMsOf(inputs: Inputs): number {
  return inputs['bake-time'] ?? BAKE_MS[inputs.phase];
}

function deadlineMsOf(inputs: Inputs): number {
  return inputs.deadline ?? bakeMsOf(inputs) + SETTLE_MS;
}

/** A comparison needs enough samples to decide, also where it is advisory: one that never can is no comparison. */
function comparisonProblems(inputs: Inputs): string[] {
  if (inputs.samples < FEWEST_SAMPLES)
    return [problem('samples', `${inputs.samples} samples cannot decide; it needs ${FEWEST_SAMPLES} per build`)];
  if (!inputs['require-comparison']) return [];
  const problems: string[] = [];
  if (inputs['compare-url'] === undefined)
    problems.push(problem('require-comparison', 'needs "compare-url", the immutable URL of the baseline'));
  const delta = inputs['max-error-delta'];
  const needed = delta === undefined ? 0 : errorSamples(delta);
  if (inputs.samples < needed)
    problems.push(
      problem(
        'samples',
        `${inputs.samples} samples cannot decide on a max-error-delta of ${delta}; it needs ${needed} per build`,
      ),
    );
  return problems;
}

/** What the inputs ask of the gate. */
export function planOf(inputs: Inputs): ProbePlan {
  const { phase } = inputs;
  const lines = inputs.paths.map(pathLine).filter((line) => line !== undefined);
  const conditions = inputs.conditions.map(conditionLine);
  const identity = {
    deployment: inputs['expect-deployment'] || undefined,
    commit: inputs['expect-commit'] || undefined,
  };
  const expectationsOf = ({ path, format }: PathLine): Expectations => ({
    format: format ?? inputs.format,
    identity,
    identityHeader: inputs['identity-header'].toLowerCase() || undefined,
    conditions: conditions.filter((line) => (line.path ?? path) === path).map((line) => line.condition),
    criticality: { critical: inputs['critical-checks'], advisory: inputs['advisory-checks'] },
    maxAgeMs: inputs['max-age'],
    allowed: inputs['allow-findings'] as readonly FindingRule[],
  });
  return {
    rules: {
      paths: lines.map((line) => line.path),
      successThreshold: inputs['success-threshold'],
      failureLimit: inputs['failure-limit'] ?? FAILURE_LIMIT[phase],
      errorLimit: inputs['error-limit'],
      bakeMs: bakeMsOf(inputs),
      deadlineMs: deadlineMsOf(inputs),
      degraded: inputs.degraded,
      availabilityFloor: inputs['availability-floor'] / 100,
      judgeColdStart: inputs['judge-cold-start'],
      identityAsked: identity.deployment !== undefined || identity.commit !== undefined,
    },
    expectations: Object.fromEntries(lines.map((line) => [line.path, expectationsOf(line)])),
    intervalMs: inputs.interval,
    requestTimeoutMs: inputs['request-timeout'],
    initialDelayMs: inputs['initial-delay'],
  };
}

/** What the inputs ask of the comparison that follows the gate. */
export function comparisonPlanOf(inputs: Inputs, gate: ProbePlan): ComparisonPlan {
  return {
    rules: {
      samples: inputs.samples,
      maxLatencyRatio: inputs['max-latency-ratio'],
      minLatencyDeltaMs: inputs['min-latency-delta'],
      maxErrorDelta: inputs['max-error-delta'] ?? findableDelta(inputs.samples),
    },
    paths: gate.rules.paths,
    expectations: gate.expectations,
    requestTimeoutMs: gate.requestTimeoutMs,
    deadlineMs: gate.rules.deadlineMs,
    seed: inputs.seed,
  };
}
