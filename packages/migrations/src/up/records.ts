import type { Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { observationOf } from '../facts/observable.ts';
import type { Tables } from '../history/tables.ts';
import { destroyedDetail, type Entry, insertEvent, insertHistory, traceDetail, upsertSide } from '../history/write.ts';
import type { Records, Transaction } from '../run/execution.ts';
import type { Script } from '../sql/inspect.ts';
import type { SplitHints } from '../sql/split-hints.ts';
import type { PlannedUp } from './plan.ts';

/** Where a migration is applied. */
export interface Place {
  readonly engine: Engine;
  readonly session: Session;
  readonly tables: Tables;
}

/** A migration as it is about to be recorded. */
export function entryOf(
  engine: Engine,
  { decision, migration }: PlannedUp,
  attempt: string,
  { hints, script, segments }: { script: Script; segments: number; hints: SplitHints },
): Entry {
  return {
    migration: { ...migration, up: script },
    phase: decision.phase,
    provenance: engine.provenance,
    attempt,
    segments,
    hints,
  };
}

/** How a migration was run. */
export interface Ran {
  /** All of it in one transaction. */
  readonly isOne: boolean;
  /** Nothing that it deleted is lost: each of its transactions archived it, or deleted nothing. */
  readonly kept: boolean;
}

/** History and side row of a migration whose schema change is complete. */
export function completed(entry: Entry, tables: Tables, side: string, { isOne, kept }: Ran): Records {
  const { version } = entry.migration;
  const detail = { phase: entry.phase, ...(kept ? { kept } : {}) };
  const more = `${destroyedDetail(version)}${isOne ? traceDetail(tables.cluster) : ''}`;
  const event = insertEvent({ kind: 'up', version, by: entry.provenance, detail, more });
  return { sql: `${insertHistory(entry, tables)} ${side} ${event}`, statements: 3 };
}

/** What is written in the transaction of a file that is one. Under the guard it runs more than once, and is not observed. */
export function recordsOf(
  entry: Entry,
  tables: Tables,
  segment: Transaction,
  { isObserved, kept }: { readonly isObserved: boolean; readonly kept: boolean } = { isObserved: true, kept: false },
): Records {
  const records = completed(entry, tables, upsertSide(entry, tables, 'applied'), { isOne: true, kept });
  return isObserved ? { ...records, observation: observationOf(entry.migration.up, segment) } : records;
}
