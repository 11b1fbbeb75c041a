import { combine, type Verdict } from '@lockstep/base';
import type { GateResult } from './run-gates.ts';

/** Whether `unknown` blocks where a gate does not say so itself. */
export type OnUnknown = 'fail' | 'warn';

/** The verdict of the required gates together; an advisory one is shown and counts for nothing. */
export function verdictOfGates(results: readonly GateResult[]): Verdict {
  const required = results.filter(({ gate }) => gate.required).map(({ judgement }) => judgement.verdict);
  return required.length === 0 && results.length > 0 ? 'pass' : combine(required);
}

export function blocks({ gate, judgement }: GateResult, onUnknown: OnUnknown): boolean {
  if (!gate.required || judgement.verdict === 'pass') return false;
  return judgement.verdict === 'fail' || (gate.onUnknown ?? onUnknown) === 'fail';
}
