import type { Session } from '@lockstep/postgres';
import type { Loss } from './losses.ts';
import type { OwnRows } from './own-rows.ts';
import type { Relations } from './relations.ts';
import type { Threat } from './threats.ts';

/** What a run of the statements has shown; it is rolled back by now. */
export interface Seen {
  readonly threats: readonly Threat[];
  readonly losses: readonly Loss[];
  readonly own: OwnRows | undefined;
  readonly before: Relations;
  readonly after: Relations;
}

/**
 * Keeps what would be lost, in the same transaction. Each answers whether it goes on; where it does not, everything is
 * rolled back, and the archivist knows why.
 */
export interface Archivist {
  /** The tables are about to be locked: from now on the app waits. */
  locked(): void;
  /** Copies, before the statements run for good. */
  stage(session: Session, seen: Seen): Promise<boolean>;
  /** Whether the time is over for which the tables may be locked. */
  isLate(): boolean;
  /** Keeps of that what the statements have taken. */
  finish(session: Session, done: { readonly after: Relations; readonly losses: readonly Loss[] }): Promise<boolean>;
}
