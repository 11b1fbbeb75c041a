import {
  decimal,
  described,
  duration,
  integer,
  list,
  oneOf,
  secret,
  text,
  url,
  type Values,
} from '@lockstep/action-shell';
import { formatDuration, InputError, parseDuration } from '@lockstep/base';
import { ConditionError, FEWEST_SAMPLES, formatNames, ruleNames } from '@lockstep/health';
import { type PlannedStage, type RollingWish, SERVER_GATES } from '@lockstep/vercel';
import { conditionLine, pathLine } from './gate-lines.ts';

/** How a rolling release is staged, and how each stage is judged. */
export const rollingInputs = () => ({
  stages: described(
    list(),
    "With `strategy: rolling`, its stages below 100 %, one per line, as `PERCENT TIME`: `10% 5m`. They are written to the project's configuration on Vercel. Leave it empty to use the stages that are configured there.",
  ),
  'stage-time': described(
    duration('5m'),
    'With `strategy: rolling`, how long a stage without a time of its own is watched by its health gate before the next one is approved.',
  ),
  'server-gate': described(
    oneOf(SERVER_GATES, 'rollback'),
    "With `strategy: rolling`, what Vercel's own gate on 5xx errors does when it trips, also if the runner is lost: `rollback`, `pause`, or `keep` to leave it as the project configures it. It is set up where the plan has it and read back; else the step reports that it is not verified.",
  ),
  'production-url': described(
    url(),
    'With `strategy: rolling`, the production URL at which the gate of each stage asks the candidate and the current deployment. Default: the first production domain of the project.',
  ),
  paths: described(
    list('/api/health'),
    'With `strategy: rolling`, the health routes that the gate of each stage asks, one per line, as in `health-gate`.',
  ),
  format: described(
    oneOf(['auto', ...formatNames], 'auto'),
    'With `strategy: rolling`, the format of the health routes, as in `health-gate`.',
  ),
  conditions: described(
    list(),
    'With `strategy: rolling`, conditions that each answer of the candidate must meet, one per line, as in `health-gate`.',
  ),
  'allow-findings': described(
    list(),
    'With `strategy: rolling`, findings that do not fail an answer, one name per line, as in `health-gate`.',
  ),
  interval: described(duration('5s'), 'With `strategy: rolling`, the time between two probes of the candidate.'),
  samples: described(
    integer(60, { min: 2, max: 5000 }),
    'With `strategy: rolling`, how many pairs of probes compare the candidate with the current deployment in each stage. They are spread over the time of the stage.',
  ),
  'max-latency-ratio': described(
    decimal(1.5, { min: 1.01, max: 100 }),
    'With `strategy: rolling`, how many times slower than the current deployment the candidate may be.',
  ),
  metrics: described(
    text(),
    'With `strategy: rolling`, metrics of real traffic that are read during each stage, as in `health-gate`: YAML, or the path of a YAML file.',
  ),
  'metrics-secrets': described(secret(), 'Secrets that `metrics` names as `$NAME`, as `NAME=value`, one per line.'),
  'database-url': described(secret(), 'Connection string of the database, for metrics of the provider `postgres`.'),
});

export type RollingValues = Values<ReturnType<typeof rollingInputs>>;

/** What the inputs ask of the stages. */
export function rollingWish(values: RollingValues): RollingWish {
  return {
    stages: values.stages.map((line) => stageLine(line, values['stage-time'])).filter((stage) => stage !== undefined),
    stageMs: values['stage-time'],
    serverGate: values['server-gate'],
  };
}

/** A line of `stages`. */
function stageLine(line: string, stageMs: number): PlannedStage | undefined {
  const [, percent, time] = /^(\d{1,3})[ \t]*%(?:[ \t]+(\S+))?$/.exec(line) ?? [];
  const watchMs = time === undefined ? stageMs : parseDuration(time);
  const percentage = Number(percent);
  return percent === undefined || watchMs === undefined || percentage > 99 ? undefined : { percentage, watchMs };
}

/** What is wrong with them. */
export function rollingProblems(values: RollingValues): string[] {
  const problems: string[] = [];
  let before = -1;
  for (const line of values.stages) {
    const stage = stageLine(line, values['stage-time']);
    if (stage === undefined)
      problems.push(
        `input "stages": expected "PERCENT TIME" with 0 to 99 percent, such as "10% 5m", got ${JSON.stringify(line)}; all users follow in the end`,
      );
    else if (stage.percentage <= before)
      problems.push(
        `input "stages": expected each stage to have more percent than the one before, got ${JSON.stringify(line)}`,
      );
    before = stage?.percentage ?? before;
  }
  if (values.samples < FEWEST_SAMPLES)
    problems.push(`input "samples": ${values.samples} samples cannot decide; expected at least ${FEWEST_SAMPLES}`);
  if (values.paths.length === 0) problems.push('input "paths": expected at least one path');
  for (const line of values.paths)
    if (pathLine(line) === undefined)
      problems.push(`input "paths": expected "/path" or "/path FORMAT", got ${JSON.stringify(line)}`);
  const known: readonly string[] = ruleNames;
  for (const rule of values['allow-findings'])
    if (!known.includes(rule))
      problems.push(`input "allow-findings": expected names of findings (${known.join(', ')}), got "${rule}"`);
  for (const line of values.conditions) {
    const problem = conditionProblem(line);
    if (problem !== undefined) problems.push(`input "conditions": ${JSON.stringify(line)}, ${problem}`);
  }
  return problems;
}

function conditionProblem(line: string): string | undefined {
  try {
    conditionLine(line);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError) return `column ${error.column}: ${error.message}`;
    throw error;
  }
}

/** Refuses stages that this job cannot watch to their end: GitHub ends a job after six hours. Throws InputError. */
export function checkStageTimes(stages: readonly PlannedStage[]): void {
  const sum = stages.reduce((ms, { watchMs }) => ms + watchMs, 0);
  if (sum > LONGEST_MS)
    throw new InputError(
      `the stages take ${formatDuration(sum)} together: one job can watch at most ${formatDuration(LONGEST_MS)} of them; give shorter "stages"`,
    );
}

const LONGEST_MS = 5 * 3_600_000;
