import { InputError } from '@lockstep/base';

/** A plan that must not run: nothing was changed. Its `reason` is that of the first refusal, a stable code. */
export class PlanRefused extends InputError {
  readonly reason: string;

  constructor(refusals: readonly [Refused, ...Refused[]]) {
    super(refusals.map(({ message }) => message));
    this.reason = refusals[0].reason;
  }
}

interface Refused {
  readonly reason: string;
  readonly message: string;
}
