import { randomUUID } from 'node:crypto';
import { CancelledError } from '@lockstep/base';
import type { Session } from '../database/session.ts';
import { ConnectionLost } from '../database/sql-error.ts';
import type { Migration } from '../files/migration.ts';
import { readHistory, type SideRecord } from '../history/record.ts';
import type { Tables } from '../history/tables.ts';
import {
  beginSegment,
  type Entry,
  finishSegment,
  finishSide,
  insertEvent,
  insertHistory,
  resumeSide,
  upsertSide,
} from '../history/write.ts';
import type { Engine } from '../run/engine.ts';
import { type Records, runTransaction } from '../run/execute.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import { cutSegments, isAtomic, type Segment } from '../run/segments.ts';
import { learn, noLessons, withLessons } from '../sql/lessons.ts';

/** Where a migration is applied. */
export interface Place {
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
 * `partial` is what an earlier run left of it.
 */
export async function applyMigration(
  engine: Engine,
  place: Place,
  migration: Migration,
  phase: 'expand' | 'contract',
  partial: SideRecord | undefined,
): Promise<Application> {
  const started = engine.clock.now();
  const attempt = randomUUID();
  let lessons = partial?.lessons ?? noLessons;
  for (let rest = partial; ; ) {
    const script = withLessons(migration.up, lessons);
    const segments = cutSegments(script.pieces);
    const entry: Entry = {
      migration: { ...migration, up: script },
      phase,
      provenance: engine.provenance,
      attempt,
      segments: segments.length,
      lessons,
    };
    const [only] = segments;
    const atomic = isAtomic(segments) && rest === undefined && only?.kind === 'transaction';
    const outcome = atomic
      ? await applyAtomic(engine, place, entry, only)
      : await applySegments(engine, place, entry, segments, rest);
    const { execution } = outcome;
    if (execution.ok) {
      return { kind: 'applied', durationMs: engine.clock.now() - started, tries: outcome.tries, atomic };
    }
    if (execution.error === undefined) throw new CancelledError(`${migration.file}: cancelled`);
    if (execution.error instanceof ConnectionLost) return { kind: 'lost', attempt, error: execution.error };
    const taught = learn(migration.up, lessons, execution);
    if (taught === undefined) {
      const failed = { ...outcome, execution };
      return { kind: 'failed', failure: failureOf(engine, migration, migration.up, failed, execution.error) };
    }
    engine.log.info(`${migration.file}: ${taught.because}`);
    lessons = taught.lessons;
    if (!atomic) rest = await readPartial(place, migration.version);
  }
}

async function readPartial({ session, tables }: Place, version: string): Promise<SideRecord | undefined> {
  const records = await readHistory(session, tables);
  return records.find((record) => record.version === version)?.side;
}

/** History and side row of a migration whose schema change is complete. */
function completed(entry: Entry, tables: Tables, side: string): Records {
  const event = insertEvent('up', entry.migration.version, entry.provenance, { phase: entry.phase });
  return { sql: `${insertHistory(entry, tables)} ${side} ${event}`, statements: 3 };
}

async function applyAtomic(
  engine: Engine,
  { session, tables }: Place,
  entry: Entry,
  segment: Segment & { readonly kind: 'transaction' },
): Promise<SegmentsOutcome> {
  const { file, up } = entry.migration;
  const records = completed(entry, tables, upsertSide(entry, tables, 'applied'));
  const retried = await retryLocks(engine, session, file, () =>
    runTransaction(session, engine, up, segment, records, true),
  );
  return { ...retried, segmentsDone: 0 };
}

function applySegments(
  engine: Engine,
  { session, tables }: Place,
  entry: Entry,
  segments: readonly Segment[],
  partial: SideRecord | undefined,
): Promise<SegmentsOutcome> {
  const { version, up } = entry.migration;
  const progress = { digests: partial?.segmentDigests ?? [], begun: partial?.segmentBegun ?? false };
  const open =
    partial === undefined ? upsertSide(entry, tables, 'partial') : resumeSide(version, entry.lessons, entry.provenance);
  return runSegments(engine, session, up, segments, progress, {
    open: { sql: open, statements: 1 },
    begin: { sql: beginSegment(version), statements: 1 },
    finish: (digest) => ({ sql: finishSegment(version, digest), statements: 1 }),
    last: (digest) => {
      const rest = completed(entry, tables, finishSide(version));
      return { sql: `${finishSegment(version, digest)} ${rest.sql}`, statements: rest.statements + 1 };
    },
  });
}
