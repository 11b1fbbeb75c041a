import { DeadlineError, RemoteError, type RemoteFailure } from '@lockstep/base';

/**
 * A message that was not delivered, or may not have been: `effect` says whether the service may have acted on
 * it. Only what certainly had no effect may be sent again automatically.
 */
export class Undelivered extends RemoteError {
  readonly effect: 'none' | 'unknown';

  constructor(message: string, failure: RemoteFailure & { readonly effect: 'none' | 'unknown' }) {
    super(message, failure);
    this.effect = failure.effect;
  }
}

/** What became of a message whose sending threw this: `failed` only where it certainly had no effect. */
export function deliveryOf(thrown: unknown): 'failed' | 'unknown' {
  const certain = thrown instanceof Undelivered ? thrown.effect === 'none' : false;
  return certain && !(thrown instanceof DeadlineError) ? 'failed' : 'unknown';
}
