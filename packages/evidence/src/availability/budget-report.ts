import {
  type Availability,
  BURN_RATES,
  budgetOf,
  burnRate,
  type ErrorBudget,
  isMeasured,
  LEAST_COVERAGE,
} from '../numbers/error-budget.ts';

/** What was measured of a window, or why nothing was. */
export type Measured =
  | ({ readonly kind: 'measured' } & Availability)
  | { readonly kind: 'not-measured'; readonly windowMs: number; readonly what: string };

export interface BudgetRule {
  /** 0.999 for 99.9 %. */
  readonly objective: number;
  readonly windowMs: number;
}

export interface BudgetReport extends BudgetRule {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly availability: Measured;
  /** Null where too little was observed. */
  readonly budget: ErrorBudget | null;
  readonly rates: readonly RateReport[];
}

export interface RateReport {
  readonly longMs: number;
  readonly shortMs: number;
  /** How many times faster than allowed is too fast. */
  readonly limit: number;
  readonly severity: 'page' | 'ticket';
  /** Over the long window; null where too little was observed. */
  readonly rate: number | null;
  /**
   * `burning` where both windows are above the limit: the long one says that it matters, the short one that it goes on. `not-asked`
   * where the monitor answers for other windows alone.
   */
  readonly state: 'burning' | 'calm' | 'unknown' | 'not-asked';
  readonly what: string;
}

/** Pure. `measured`: of the windows that the monitor could be asked about. */
export function reportBudget(rule: BudgetRule, measured: readonly Measured[], nowMs: number): BudgetReport {
  const of = (windowMs: number) => measured.find((one) => one.windowMs === windowMs);
  const availability = of(rule.windowMs) ?? notAsked(rule.windowMs);
  return {
    ...rule,
    at: new Date(nowMs).toISOString(),
    availability,
    budget: (availability.kind === 'measured' ? budgetOf(availability, rule.objective) : undefined) ?? null,
    rates: BURN_RATES.map(({ longMs, rate: limit, severity, shortMs }) => {
      const [long, short] = [of(longMs), of(shortMs)];
      const about = { longMs, shortMs, limit, severity };
      if (long === undefined || short === undefined)
        return { ...about, rate: null, state: 'not-asked', what: 'the monitor answers for other windows alone' };
      return { ...about, ...stateOf([long, short], limit, rule.objective) };
    }),
  };
}

function notAsked(windowMs: number): Measured {
  return { kind: 'not-measured', windowMs, what: 'no monitor was asked' };
}

function stateOf(
  [long, short]: readonly [Measured, Measured],
  limit: number,
  objective: number,
): Pick<RateReport, 'rate' | 'state' | 'what'> {
  const rate = rateOf(long, objective);
  if (rate === null) return { rate, state: 'unknown', what: whyNot(long) };
  if (rate <= limit) return { rate, state: 'calm', what: '' };
  const now = rateOf(short, objective);
  if (now === null) return { rate, state: 'unknown', what: whyNot(short) };
  return { rate, state: now > limit ? 'burning' : 'calm', what: '' };
}

function rateOf(measured: Measured, objective: number): number | null {
  if (measured.kind !== 'measured' || !isMeasured(measured)) return null;
  return burnRate(measured, objective);
}

/** Why a window gives no number, in one line. */
export function whyNot(measured: Measured): string {
  if (measured.kind === 'measured' && measured.coverage >= LEAST_COVERAGE) return 'no request was observed in it';
  return measured.kind === 'measured'
    ? `only ${percent(measured.coverage)} of it was observed, and ${percent(LEAST_COVERAGE)} is the least`
    : measured.what;
}

/** `99.95 %`: rounded down, so that what is below an objective never reads as if it were not. */
export function percent(share: number): string {
  return `${Number((Math.floor(share * 1e5 + 1e-6) / 1e3).toFixed(3))} %`;
}
