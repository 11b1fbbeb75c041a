import { randomUUID } from 'node:crypto';
import { CancelledError } from '@lockstep/base';
import { ConnectionLost, type Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import { didOf, observationOf } from '../facts/observable.ts';
import { readHistory, type SideRecord } from '../history/record.ts';
import type { Tables } from '../history/tables.ts';
import {
  beginSegment,
  destroyedDetail,
  type Entry,
  finishSegment,
  finishSide,
  insertEvent,
  insertHistory,
  resumeSide,
  upsertSide,
} from '../history/write.ts';
import { runTransaction, settleFailure } from '../run/execute.ts';
import type { Execution, Records, Transaction } from '../run/execution.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments, isAtomic, type Segment } from '../sql/segments.ts';
import { hintFrom, noHints, type SplitHints, withHints } from '../sql/split-hints.ts';
import type { PlannedUp } from './plan.ts';

/** The first try of a migration, when it is under way already. */
export interface Pipelined {
  readonly attempt: string;
  readonly execution: Promise<Execution>;
}

/** Where a migration is applied. */
export interface Place {
  readonly engine: Engine;
  readonly session: Session;
  readonly tables: Tables;
}

export type Application =
  | { readonly kind: 'applied'; readonly durationMs: number; readonly tries: number; readonly atomic: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Nobody knows yet what came of it. `attempt` in the side table tells. */
  | { readonly kind: 'lost'; readonly attempt: string; readonly error: ConnectionLost };

/**
 * Applies one migration and records it. Where it is one transaction, the record is in it: both are there or neither.
 * `planned.partial` is what an earlier run left of it.
 */
export async function applyMigration(place: Place, planned: PlannedUp, pipelined?: Pipelined): Promise<Application> {
  const { engine } = place;
  const { migration, partial } = planned;
  const started = engine.clock.now();
  const attempt = pipelined?.attempt ?? randomUUID();
  let first = pipelined?.execution;
  let hints = partial?.hints ?? noHints;
  for (let rest = partial; ; ) {
    const script = withHints(migration.up, hints);
    const segments = cutSegments(script.pieces);
    const entry = entryOf(engine, planned, attempt, { script, segments: segments.length, hints });
    const [only] = segments;
    const atomic = isAtomic(segments) && rest === undefined && only?.kind === 'transaction';
    const outcome = atomic
      ? await applyAtomic(place, entry, only, first)
      : await applySegments(place, entry, segments, rest);
    first = undefined;
    const { execution } = outcome;
    if (execution.ok) {
      return { kind: 'applied', durationMs: engine.clock.now() - started, tries: outcome.tries, atomic };
    }
    if (execution.error === undefined) throw new CancelledError(`${migration.file}: cancelled`);
    if (execution.error instanceof ConnectionLost) return { kind: 'lost', attempt, error: execution.error };
    const refined = hintFrom(migration.up, hints, execution);
    if (refined === undefined) {
      const failing = { version: migration.version, file: migration.file, script: migration.up };
      return { kind: 'failed', failure: failureOf(engine, failing, { ...outcome, execution }, execution.error) };
    }
    engine.log.info(`${migration.file}: ${refined.because}`);
    hints = refined.hints;
    if (!atomic) rest = await readPartial(place, migration.version);
  }
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

async function readPartial({ session, tables }: Place, version: string): Promise<SideRecord | undefined> {
  const records = await readHistory(session, tables);
  return records.find((record) => record.version === version)?.side;
}

/** History and side row of a migration whose schema change is complete. */
function completed(entry: Entry, tables: Tables, side: string): Records {
  const { version } = entry.migration;
  const event = insertEvent({
    kind: 'up',
    version,
    by: entry.provenance,
    detail: { phase: entry.phase },
    more: destroyedDetail(version),
  });
  return { sql: `${insertHistory(entry, tables)} ${side} ${event}`, statements: 3 };
}

/** What is written in the transaction of a file that is one. */
export function recordsOf(entry: Entry, tables: Tables, segment: Transaction): Records {
  const records = completed(entry, tables, upsertSide(entry, tables, 'applied'));
  return { ...records, observation: observationOf(entry.migration.up, segment) };
}

async function applyAtomic(
  { engine, session, tables }: Place,
  entry: Entry,
  segment: Transaction,
  early: Promise<Execution> | undefined,
): Promise<SegmentsOutcome> {
  const { file, up: script } = entry.migration;
  const records = recordsOf(entry, tables, segment);
  let first = early;
  const retried = await retryLocks(engine, session, file, async () => {
    const begun = first;
    first = undefined;
    if (begun === undefined) return runTransaction({ session, engine, script, isWhole: true }, segment, records);
    return settleFailure(session, engine, await begun);
  });
  return { ...retried, segmentsDone: 0 };
}

function applySegments(
  { engine, session, tables }: Place,
  entry: Entry,
  segments: readonly Segment[],
  partial: SideRecord | undefined,
): Promise<SegmentsOutcome> {
  const { version, up } = entry.migration;
  const progress = { digests: partial?.segmentDigests ?? [], begun: partial?.segmentBegun ?? false };
  const open =
    partial === undefined ? upsertSide(entry, tables, 'partial') : resumeSide(version, entry.hints, entry.provenance);
  const finish = (digest: string, segment: Segment): Records => ({
    sql: finishSegment(version, digest, didOf(up, segment)),
    statements: 1,
    observation: segment.kind === 'transaction' ? observationOf(up, segment) : undefined,
  });
  const book = {
    open: { sql: open, statements: 1 },
    begin: { sql: beginSegment(version), statements: 1 },
    finish,
    last: (digest: string, segment: Segment) => {
      const done = finish(digest, segment);
      const rest = completed(entry, tables, finishSide(version));
      return { ...done, sql: `${done.sql} ${rest.sql}`, statements: rest.statements + 1 };
    },
  };
  return runSegments({ engine, session, script: up }, { segments, progress, book });
}
