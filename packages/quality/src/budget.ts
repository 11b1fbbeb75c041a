/** A limit of one measured value, such as `largest-contentful-paint <= 2.5s`. */
export interface Budget {
  readonly metric: string;
  readonly operator: '<=' | '<' | '>=' | '>';
  /** In milliseconds, bytes, or as a share of one. */
  readonly limit: number;
  /** The unit that it is written in; `''` for the plain number. */
  readonly unit: string;
}

const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  ms: 1,
  s: 1_000,
  '%': 0.01,
  B: 1,
  kB: 1_000,
  MB: 1_000_000,
  KiB: 1_024,
  MiB: 1_048_576,
};

/** Reads `p95 <= 500ms`; undefined for what is no such limit. */
export function parseBudget(text: string): Budget | undefined {
  const [, metric = '', operator = '', value = ''] = /^([^<>=]*)(<=|>=|<|>)([^<>=]*)$/.exec(text) ?? [];
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s?(\D*)$/.exec(value.trim()) ?? [];
  const factor = FACTORS[unit];
  if (metric.trim() === '' || digits === undefined || factor === undefined) return undefined;
  return { metric: metric.trim(), operator: operator as Budget['operator'], limit: Number(digits) * factor, unit };
}

export interface BudgetAnswer {
  /** Metrics that the report does not have: nothing is known about their budgets. */
  readonly missing: readonly string[];
  /** One text for each budget that is exceeded. */
  readonly exceeded: readonly string[];
}

export function compareToBudgets(budgets: readonly Budget[], metrics: Readonly<Record<string, number>>): BudgetAnswer {
  const pairs = budgets.map((budget) => ({ budget, value: measured(metrics, budget.metric) }));
  return {
    missing: pairs.filter(({ value }) => value === undefined).map(({ budget }) => budget.metric),
    exceeded: pairs.flatMap(({ budget, value }) =>
      value === undefined || isWithin(budget, value)
        ? []
        : [
            `${budget.metric} ${inUnit(value, budget.unit)}, budget ${budget.operator} ${inUnit(budget.limit, budget.unit)}`,
          ],
    ),
  };
}

/** Each value that has a budget, for people, once. */
export function measuredWords(
  budgets: readonly Budget[],
  metrics: Readonly<Record<string, number>>,
): readonly string[] {
  const words = budgets.flatMap(({ metric, unit }) => {
    const value = measured(metrics, metric);
    return value === undefined ? [] : [`${metric} ${inUnit(value, unit)}`];
  });
  return [...new Set(words)];
}

/** Own fields alone: a budget of `constructor` is a misspelled one. */
function measured(metrics: Readonly<Record<string, number>>, metric: string): number | undefined {
  return Object.hasOwn(metrics, metric) ? metrics[metric] : undefined;
}

function isWithin({ limit, operator }: Budget, value: number): boolean {
  switch (operator) {
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
  }
}

/** Four digits are enough for people; a value that is barely over its budget must not look as if it were not. */
function inUnit(value: number, unit: string): string {
  const own = value / (FACTORS[unit] ?? 1);
  return `${Number(own.toFixed(Math.abs(own) >= 100 ? 1 : 4))}${unit}`;
}
