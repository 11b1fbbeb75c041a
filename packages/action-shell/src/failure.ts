import { asError, CancelledError, DeadlineError, describe, InputError, RemoteError } from '@lockstep/base';
import type { Outcome } from './action.ts';

/**
 * What a thrown error means to the caller. Only the caller's own fault is a `fail`: of anything else nobody knows
 * how far it got.
 */
export function outcomeOfError(thrown: unknown): Outcome {
  const error = asError(thrown);
  const message = describe(error);
  const unknown = (reason: string, text = message) => ({ verdict: 'unknown', reason, message: text }) as const;
  if (error instanceof InputError) {
    const causes = error.problems.map((problem) => ({ message: problem }));
    return { verdict: 'fail', reason: 'invalid-input', message, causes };
  }
  if (error instanceof RemoteError) return unknown('remote-error');
  if (error instanceof CancelledError) return unknown('cancelled');
  if (error instanceof DeadlineError) return unknown('deadline');
  return unknown('internal-error', `a fault of Lockstep itself, please report it with the debug log: ${message}`);
}

/** The stack belongs to our own faults alone, and to debug. */
export function stackOf(thrown: unknown): string | undefined {
  const error = asError(thrown);
  const ours = ![InputError, RemoteError, CancelledError, DeadlineError].some((kind) => error instanceof kind);
  return ours ? error.stack : undefined;
}
