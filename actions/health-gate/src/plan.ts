import { formatDuration } from '@lockstep/base';
import {
  type Expectations,
  type FormatName,
  formatNames,
  type ProbePlan,
  type Rule,
  ruleNames,
} from '@lockstep/health';
import type { Inputs } from './inputs.ts';

/** Failures in a row that are forgiven: none before users come, a few once they are there. */
const FAILURE_LIMIT = { pre: 0, post: 3 } as const;
const BAKE_MS = { pre: 0, post: 120_000 } as const;

interface PathLine {
  readonly path: string;
  readonly format: FormatName | 'auto' | undefined;
}

/** A line of `paths`: a path and, where it needs another than the common one, its format. */
function pathLine(line: string): PathLine | undefined {
  const [path = '', format, ...rest] = line.split(/[ \t]+/);
  if (!/^\/[^\s#]*$/.test(path) || rest.length > 0) return undefined;
  if (format === undefined) return { path, format: undefined };
  return isFormat(format) ? { path, format } : undefined;
}

function isFormat(value: string): value is FormatName | 'auto' {
  return value === 'auto' || (formatNames as readonly string[]).includes(value);
}

/** What is wrong between inputs, or inside lists. */
export function problemsOf(inputs: Inputs): readonly string[] {
  const problems: string[] = [];
  const bad = (name: string, text: string) => problems.push(`input "${name}": ${text}`);
  if (inputs.url !== undefined && (inputs.url.username !== '' || inputs.url.password !== ''))
    bad('url', 'expected no user name or password in it; send them with "headers"');
  if (inputs.paths.length === 0) bad('paths', 'expected at least one path');
  for (const line of inputs.paths)
    if (pathLine(line) === undefined)
      bad(
        'paths',
        `expected "/path" or "/path FORMAT" (${['auto', ...formatNames].join(', ')}), got ${JSON.stringify(line)}`,
      );
  const paths = inputs.paths.map((line) => pathLine(line)?.path);
  if (new Set(paths).size < paths.length) bad('paths', 'expected each path once');
  const known: readonly string[] = ruleNames;
  for (const rule of inputs['allow-findings'])
    if (!known.includes(rule)) bad('allow-findings', `no finding is called "${rule}"; there are ${known.join(', ')}`);
  if (inputs.phase === 'pre' && inputs['on-unknown'] === 'hold')
    bad('on-unknown', 'expected fail or warn before the swap; there is no release to hold yet');
  const bakeMs = inputs['bake-time'] ?? BAKE_MS[inputs.phase];
  if (bakeMs >= inputs.deadline)
    bad('deadline', `expected more than bake-time (${formatDuration(bakeMs)}), got ${formatDuration(inputs.deadline)}`);
  return problems;
}

/** What the inputs ask of the gate. */
export function planOf(inputs: Inputs): ProbePlan {
  const { phase } = inputs;
  const lines = inputs.paths.map(pathLine).filter((line) => line !== undefined);
  const identity = {
    deployment: inputs['expect-deployment'] || undefined,
    commit: inputs['expect-commit'] || undefined,
  };
  const common: Expectations = {
    format: inputs.format,
    identity,
    criticality: { critical: inputs['critical-checks'], advisory: inputs['advisory-checks'] },
    maxAgeMs: inputs['max-age'],
    allowed: inputs['allow-findings'] as readonly Rule[],
  };
  return {
    rules: {
      paths: lines.map((line) => line.path),
      successThreshold: inputs['success-threshold'],
      failureLimit: inputs['failure-limit'] ?? FAILURE_LIMIT[phase],
      errorLimit: inputs['error-limit'],
      bakeMs: inputs['bake-time'] ?? BAKE_MS[phase],
      deadlineMs: inputs.deadline,
      degraded: inputs.degraded,
      availabilityFloor: inputs['availability-floor'] / 100,
      judgeColdStart: inputs['judge-cold-start'],
      identityAsked: identity.deployment !== undefined || identity.commit !== undefined,
    },
    expectations: Object.fromEntries(
      lines.map((line) => [line.path, { ...common, format: line.format ?? common.format }]),
    ),
    intervalMs: inputs.interval,
    requestTimeoutMs: inputs['request-timeout'],
    initialDelayMs: inputs['initial-delay'],
  };
}
