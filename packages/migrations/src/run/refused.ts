import { InputError } from '@lockstep/base';

/** Why an `up` must not run. */
export type UpRefusalReason =
  | 'checksum-mismatch'
  | 'not-sql'
  | 'down-incomplete'
  | 'out-of-order'
  | 'expand-behind-contract'
  | 'contract-behind-expand'
  | 'no-such-version'
  | 'foreign-history';

/** Why a `down` must not run. */
export type DownRefusalReason = 'down-not-stored' | 'newer-migrations-applied' | 'digest-differs' | 'no-such-version';

export type RefusalReason = UpRefusalReason | DownRefusalReason | 'plan-changed';

/** A plan that must not run: nothing was changed. Its `reason` is that of the first refusal, a stable code. */
export class PlanRefused extends InputError {
  readonly reason: RefusalReason;

  constructor(refusals: readonly [Refused, ...Refused[]]) {
    super(refusals.map(({ message }) => message));
    this.reason = refusals[0].reason;
  }
}

interface Refused {
  readonly reason: RefusalReason;
  readonly message: string;
}
