import type { Session } from '@lockstep/postgres';

/**
 * Keeps known which rows nobody wrote, where the statements themselves write them anew: archives that are still to be
 * restored tell that by the transaction that wrote a row last.
 */
export interface Carrier {
  /** Its own tables, by oid: what it writes there is no change of the statements. */
  readonly tables: ReadonlySet<string>;
  /** Before the statements run for good; the tables (by oid) whose rows they write are locked. */
  before(session: Session, written: readonly string[]): Promise<void>;
  /** After them, and before the commit. */
  after(session: Session): Promise<void>;
}
