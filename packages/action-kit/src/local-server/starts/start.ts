import type { Clock } from '@lockstep/base';

/** What is started: the programs of a PostgreSQL on a data folder whose settings are written. */
export interface Place {
  readonly bin: string;
  readonly data: string;
  /** Where the server may write beside its data, and as whom its programs run. */
  readonly as: As;
  readonly clock: Clock;
}

export type As = { readonly cwd: string; readonly uid?: number; readonly gid?: number };

/** A server that was started. */
export interface Server {
  /** Why it does not run any more, where that can be seen; undefined while it may. */
  readonly ended: () => string | undefined;
  /** Ends it, and waits for that. Its data is not needed again. */
  readonly stop: () => Promise<void>;
}

export type Start = (place: Place) => Server;

export const STOP_WITHIN_MS = 10_000;
