/** What a source that observes users' requests measured over a window. */
export interface Availability {
  /** Of the observations that were to be made, the share that was: a gap is no uptime. */
  readonly coverage: number;
  /** Of those that were made, the share that was good. */
  readonly good: number;
  readonly windowMs: number;
}

export interface ErrorBudget {
  /** 0.999 for 99.9 %. */
  readonly objective: number;
  /** Milliseconds of the window that may be bad. */
  readonly allowedMs: number;
  /** Milliseconds that were, as far as it was observed. */
  readonly spentMs: number;
  /** What is left, as a share of what is allowed; negative where more was spent. */
  readonly left: number;
  readonly coverage: number;
}

/** Less than this share of observations says nothing of the rest. */
export const LEAST_COVERAGE = 0.95;

/** Whether enough was observed to say something. Without any request there is no share of good ones: not a number. */
export function isMeasured({ coverage, good }: Availability): boolean {
  return coverage >= LEAST_COVERAGE && good >= 0 && good <= 1;
}

/** Undefined where too little was observed: what was not measured is neither up nor down. */
export function budgetOf(measured: Availability | undefined, objective: number): ErrorBudget | undefined {
  if (measured === undefined || !isMeasured(measured)) return undefined;
  const allowedMs = Math.round(measured.windowMs * (1 - objective));
  const spentMs = Math.round(measured.windowMs * (1 - measured.good));
  return {
    objective,
    allowedMs,
    spentMs,
    left: allowedMs === 0 ? 0 : 1 - spentMs / allowedMs,
    coverage: measured.coverage,
  };
}

/**
 * Burn rates at which someone is to be woken, of Google's SRE workbook, chapter 5
 * (https://sre.google/workbook/alerting-on-slos/): a budget of 30 days would be gone after 2, 5 and 30 days.
 */
export const BURN_RATES = [
  { longMs: 3_600_000, shortMs: 300_000, rate: 14.4, severity: 'page' },
  { longMs: 21_600_000, shortMs: 1_800_000, rate: 6, severity: 'page' },
  { longMs: 259_200_000, shortMs: 21_600_000, rate: 1, severity: 'ticket' },
] as const;

/** How many times faster than allowed the budget goes. */
export function burnRate(measured: Availability, objective: number): number {
  return objective >= 1 ? Number.POSITIVE_INFINITY : (1 - measured.good) / (1 - objective);
}
