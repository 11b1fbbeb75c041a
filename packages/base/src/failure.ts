import { asError, CancelledError, DeadlineError, describe, InputError, RemoteError } from './errors.ts';

/** What an error means to whoever called: the same for a step and for a command. */
export interface Failure {
  readonly verdict: 'fail' | 'unknown';
  readonly reason: 'invalid-input' | 'remote-error' | 'cancelled' | 'deadline' | 'internal-error';
  /** Whose fault it is: the caller's, the world's, or that of Lockstep itself. */
  readonly whose: 'caller' | 'world' | 'ours';
  readonly message: string;
  /** Of the caller's faults, each; empty for others. */
  readonly problems: readonly string[];
}

/** Only the caller's own fault is a `fail`: of anything else nobody knows how far it got. */
export function failureOf(thrown: unknown): Failure {
  const error = asError(thrown);
  const message = describe(error);
  if (error instanceof InputError)
    return { verdict: 'fail', reason: 'invalid-input', whose: 'caller', message, problems: error.problems };
  const unknown = (reason: Failure['reason'], whose: Failure['whose'] = 'world') =>
    ({ verdict: 'unknown', reason, whose, message, problems: [] }) as const;
  if (error instanceof RemoteError) return unknown('remote-error');
  if (error instanceof CancelledError) return unknown('cancelled');
  if (error instanceof DeadlineError) return unknown('deadline');
  return unknown('internal-error', 'ours');
}
