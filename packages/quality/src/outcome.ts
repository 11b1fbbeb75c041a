import { combine, type OnUnknown, type Verdict, verdictBlocks } from '@lockstep/base';
import type { GateResult } from './run-gates.ts';

/** The verdict of the required gates together; an advisory one is shown and counts for nothing. */
export function verdictOfGates(results: readonly GateResult[]): Verdict {
  const required = results.filter(({ gate }) => gate.required).map(({ judgement }) => judgement.verdict);
  return required.length === 0 && results.length > 0 ? 'pass' : combine(required);
}

/** @param onUnknown whether `unknown` blocks where the gate does not say so itself */
export function blocks({ gate, judgement }: GateResult, onUnknown: OnUnknown): boolean {
  return verdictBlocks(judgement.verdict, { onUnknown: gate.onUnknown ?? onUnknown, reportOnly: !gate.required });
}
