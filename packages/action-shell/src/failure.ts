import { asError, CancelledError, DeadlineError, failureOf, InputError, RemoteError } from '@lockstep/base';
import type { Outcome } from './action.ts';

/** What a thrown error makes of a step. */
export function outcomeOfError(thrown: unknown): Outcome {
  const { message, problems, reason, verdict, whose } = failureOf(thrown);
  if (whose === 'ours')
    return {
      verdict,
      reason,
      message: `a fault of Lockstep itself, please report it with the debug log: ${message}`,
    };
  const causes = problems.map((problem) => ({ message: problem }));
  return { verdict, reason, message, ...(causes.length === 0 ? {} : { causes }) };
}

/** The stack belongs to our own faults alone, and to debug. */
export function stackOf(thrown: unknown): string | undefined {
  const error = asError(thrown);
  const ours = ![InputError, RemoteError, CancelledError, DeadlineError].some((kind) => error instanceof kind);
  return ours ? error.stack : undefined;
}
