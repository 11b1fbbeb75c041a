import type { Shell } from '@lockstep/action-shell';
import { InputError, type Secret } from '@lockstep/base';
import { type BudgetReport, type BudgetRule, type Measured, reportBudget, windowsOf } from '@lockstep/evidence';
import { metricsSecrets, yamlOrFile } from './metrics-inputs.ts';

/** The inputs by which availability is measured. */
export interface AvailabilityInputs {
  readonly 'availability-source': string;
  readonly 'availability-objective': string;
  readonly 'budget-window': number;
  readonly 'metrics-secrets': Secret;
  readonly 'request-timeout': number;
}

/** What a shell has, and a terminal too. */
export interface BudgetTools extends Pick<Shell, 'clock' | 'mask' | 'signal'> {
  readonly env: Pick<Shell['env'], 'workspace'>;
}

const HOUR_MS = 3_600_000;
const YEAR_MS = 8_760 * HOUR_MS;

/** What is wrong with them, as far as it can be seen without asking. */
export function availabilityProblems(inputs: AvailabilityInputs): readonly string[] {
  const { 'availability-objective': objective, 'budget-window': windowMs } = inputs;
  return [
    ...(objectiveIn(objective) === undefined
      ? [`input "availability-objective": expected a share below 100 % such as 99.9 %, got "${objective}"`]
      : []),
    ...(windowMs < HOUR_MS || windowMs > YEAR_MS ? ['input "budget-window": expected from 1h to 365d'] : []),
  ];
}

/** `99.9 %` → 0.999. An objective of all leaves no budget to judge by. */
function objectiveIn(text: string): number | undefined {
  const number = Number(/^\s*(\d{1,2}(?:\.\d{1,4})?)\s*%\s*$/.exec(text)?.[1] ?? Number.NaN);
  return number > 0 ? Math.round(number * 1e4) / 1e6 : undefined;
}

/**
 * Asks the monitor about the budget's window and those of its burn rates; without a monitor nothing is measured. The sources come
 * in a chunk of their own. Throws InputError with everything that is wrong, and the signal's reason.
 */
export async function measureBudget(inputs: AvailabilityInputs, shell: BudgetTools): Promise<BudgetReport> {
  const objective = objectiveIn(inputs['availability-objective']);
  if (objective === undefined) throw new InputError(availabilityProblems(inputs));
  const rule: BudgetRule = { objective, windowMs: inputs['budget-window'] };
  const nowMs = shell.clock.now();
  const source = inputs['availability-source'];
  return reportBudget(rule, source.trim() === '' ? [] : await observed(inputs, rule, nowMs, shell), nowMs);
}

async function observed(
  inputs: AvailabilityInputs,
  { windowMs }: BudgetRule,
  nowMs: number,
  { clock, env, mask, signal }: BudgetTools,
): Promise<readonly Measured[]> {
  const { readMonitor } = await import('@lockstep/health/monitor');
  const secrets = metricsSecrets(inputs['metrics-secrets'], { mask });
  const monitor = readMonitor(yamlOrFile('availability-source', inputs['availability-source'], env.workspace), {
    ...{ clock, fetch, requestTimeoutMs: inputs['request-timeout'] },
    secretOf: (name) => secrets.get(name),
    ...{ openDatabase: undefined, vercel: undefined },
  });
  const spans = windowsOf(windowMs, nowMs)
    .map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs }))
    .filter(({ from, to }) => monitor.onlyMs === undefined || to - from === monitor.onlyMs);
  if (spans.length === 0) throw new InputError('input "budget-window": is not the window that the monitor answers for');
  const uptimes = await monitor.observe(spans, signal);
  return spans.map(({ from, to }, at): Measured => {
    const found = uptimes[at] ?? { kind: 'not-measured', what: 'the monitor did not answer' };
    return { ...found, windowMs: to - from };
  });
}
