import type { ContractCheck } from './engine.ts';

/** What a dry run ends with. */
export function dryRunEnd({ would }: ContractCheck['backend']) {
  return { verdict: 'pass', reason: 'dry-run', message: would || 'the inputs are right; nothing was asked' } as const;
}
