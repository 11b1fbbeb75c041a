import { type Check, formatDuration } from '@lockstep/base';
import { type BudgetReport, percent, type RateReport, whyNot } from './budget-report.ts';

/**
 * What a release has to pass: time is left, and it is not being spent many times too fast at this moment. Slow burning
 * (severity `ticket`) is no reason against a release: a release may well be what ends it. Pure.
 */
export function budgetChecks(report: BudgetReport, subject: string): readonly Check[] {
  return [
    budgetCheck(report, subject),
    ...report.rates
      .filter(({ severity, state }) => severity === 'page' && state !== 'not-asked')
      .map((rate) => rateCheck(rate, subject)),
  ];
}

function budgetCheck({ availability, budget, objective, windowMs }: BudgetReport, what: string): Check {
  const window = days(windowMs);
  const check = {
    id: 'error-budget',
    title: `The error budget of ${window} is not spent`,
    what,
    expected: `less than ${formatDuration(windowMs * (1 - objective))} of ${window} bad (${percent(objective)})`,
  };
  if (budget === null)
    return {
      ...check,
      verdict: 'unknown',
      reason: 'not-measured',
      measured: `not measured: ${whyNot(availability)}`,
      remedy: 'Name a monitor that observes the app all the time in `availability-source`, and wait until it has.',
    };
  const isLeft = budget.left > 0;
  return {
    ...check,
    verdict: isLeft ? 'pass' : 'fail',
    reason: isLeft ? 'budget-left' : 'budget-spent',
    measured: `${formatDuration(budget.spentMs)} bad, at a coverage of ${percent(budget.coverage)}`,
    remedy: isLeft
      ? ''
      : 'Release only what makes the app more reliable until the budget has recovered, or override it with a reason.',
  };
}

function rateCheck({ limit, longMs, rate, shortMs, state, what: why }: RateReport, what: string): Check {
  const check = {
    id: `burn-rate-${days(longMs).replace(' ', '')}`,
    title: `The error budget is not spent more than ${limit} times too fast`,
    what,
    expected: `at most ${limit} times as fast as allowed, over ${days(longMs)} and over ${days(shortMs)}`,
  };
  if (state === 'unknown' || rate === null)
    return {
      ...check,
      verdict: 'unknown',
      reason: 'not-measured',
      measured: `not measured: ${why}`,
      remedy: 'Find out why the monitor did not observe the app, and run the job again.',
    };
  const isCalm = state === 'calm';
  return {
    ...check,
    verdict: isCalm ? 'pass' : 'fail',
    reason: isCalm ? 'burn-rate-low' : 'burn-rate-high',
    measured: `${Number(rate.toFixed(1))} times as fast as allowed`,
    remedy: isCalm ? '' : 'Users see errors now: end that first, by a rollback if a release brought it.',
  };
}

/** `30 d`, `6 h`, `5 min`. */
export function days(ms: number): string {
  return ms % 86_400_000 === 0 ? `${ms / 86_400_000} d` : formatDuration(ms);
}
