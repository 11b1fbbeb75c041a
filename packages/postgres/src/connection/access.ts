import type { Clock, Logger } from '@lockstep/base';
import type { Target } from './database-url.ts';

/** What it takes to reach a database once more: for a second session that looks, probes or cancels for the first. */
export interface Access {
  readonly target: Target;
  readonly log: Logger;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}
