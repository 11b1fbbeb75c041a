import { BURN_RATES } from '../numbers/error-budget.ts';
import type { Window } from '../numbers/release-facts.ts';

/** The windows that a budget and its burn rates need, each once, the budget's own first. All end now. */
export function windowsOf(budgetMs: number, nowMs: number): readonly Window[] {
  const lengths = [budgetMs, ...BURN_RATES.flatMap(({ longMs, shortMs }) => [longMs, shortMs])];
  return [...new Set(lengths)].map((ms) => ({ fromMs: nowMs - ms, toMs: nowMs }));
}
