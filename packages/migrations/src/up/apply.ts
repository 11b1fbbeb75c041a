import { randomUUID } from 'node:crypto';
import { CancelledError } from '@lockstep/base';
import { ConnectionLost } from '@lockstep/postgres';
import type { RefusedArchive } from '../archive/archivist.ts';
import type { Archived } from '../archive/copy.ts';
import type { GuardedRuns, Went } from '../archive/guarded-runs.ts';
import type { Loss } from '../data-loss/losses.ts';
import { didOf, observationOf } from '../facts/observable.ts';
import { readHistory, type SideRecord } from '../history/record.ts';
import { beginSegment, type Entry, finishSegment, finishSide, resumeSide, upsertSide } from '../history/write.ts';
import { runTransaction, settleFailure } from '../run/execute.ts';
import type { Execution, Records, Transaction } from '../run/execution.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments, isAtomic, type Segment } from '../sql/segments.ts';
import { hintFrom, noHints, withHints } from '../sql/split-hints.ts';
import type { PlannedUp } from './plan.ts';
import { completed, entryOf, type Place, recordsOf } from './records.ts';

/** The first try of a migration, when it is under way already. */
export interface Pipelined {
  readonly attempt: string;
  readonly execution: Promise<Execution>;
}

/** How a migration is to be applied. */
export interface How {
  readonly pipelined?: Pipelined | undefined;
  /** Archives what it deletes. */
  readonly newRuns?: NewRuns | undefined;
  /** It deletes nothing, as its text shows. */
  readonly isKept?: boolean;
}

/** What a migration deletes was to be archived, and cannot be. */
interface Unarchived {
  readonly losses: readonly Loss[];
  readonly unarchived: readonly RefusedArchive[];
}

/** Makes what runs the transactions of a migration that archives what it deletes; once for each way to cut it. */
export type NewRuns = (script: Script) => Promise<{ readonly runs: GuardedRuns } | Unarchived>;

export type Application =
  | {
      readonly kind: 'applied';
      readonly durationMs: number;
      readonly tries: number;
      readonly atomic: boolean;
      readonly archived: readonly Archived[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** What it deletes was to be archived, and was not; nothing of it was changed by this run, or what is committed stays. */
  | ({ readonly kind: 'refused' } & Unarchived)
  /** Nobody knows yet what came of it. `attempt` in the side table tells. */
  | { readonly kind: 'lost'; readonly attempt: string; readonly error: ConnectionLost };

/**
 * Applies one migration and records it. Where it is one transaction, the record is in it: both are there or neither.
 * `planned.partial` is what an earlier run left of it.
 */
export async function applyMigration(
  place: Place,
  planned: PlannedUp,
  { isKept = false, newRuns, pipelined }: How = {},
): Promise<Application> {
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
    const made = await newRuns?.(script);
    if (made !== undefined && 'unarchived' in made) return { kind: 'refused', ...made };
    const runs = made?.runs;
    const refused = rest === undefined && !atomic ? await refusedAhead(place, script, segments, runs) : undefined;
    if (refused !== undefined) return refused;
    const outcome = atomic
      ? await applyAtomic(place, entry, only, { early: first, runs, isKept })
      : await applySegments(place, entry, segments, { partial: rest, runs, isKept });
    first = undefined;
    const { execution } = outcome;
    const { kept, losses } = runs?.went() ?? NOTHING;
    if (execution.ok) {
      const durationMs = engine.clock.now() - started;
      return { kind: 'applied', durationMs, tries: outcome.tries, atomic, archived: kept.archived };
    }
    if (execution.at === 'refused') return { kind: 'refused', losses, unarchived: kept.refusals };
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

const NOTHING: Went = { losses: [], kept: { archived: [], refusals: [] } };

/** Before the first part of several is committed: whether a later one could not archive what it deletes. */
async function refusedAhead(
  { engine, session }: Place,
  script: Script,
  segments: readonly Segment[],
  runs: GuardedRuns | undefined,
): Promise<Application | undefined> {
  if (runs === undefined) return undefined;
  const { kept, losses } = await runs.tryAll({ session, engine, script, isWhole: true }, segments);
  return kept.refusals.length === 0 ? undefined : { kind: 'refused', losses, unarchived: kept.refusals };
}

async function readPartial({ session, tables }: Place, version: string): Promise<SideRecord | undefined> {
  const records = await readHistory(session, tables);
  return records.find((record) => record.version === version)?.side;
}

/** Whether what a migration deletes is watched. */
interface Watch {
  readonly runs: GuardedRuns | undefined;
  readonly isKept: boolean;
}

async function applyAtomic(
  { engine, session, tables }: Place,
  entry: Entry,
  segment: Transaction,
  { early, isKept, runs }: Watch & { readonly early: Promise<Execution> | undefined },
): Promise<SegmentsOutcome> {
  const { file, up: script } = entry.migration;
  const records = recordsOf(entry, tables, segment, {
    kept: isKept || runs !== undefined,
    isObserved: runs === undefined,
  });
  const transaction = runs?.transaction ?? runTransaction;
  let first = early;
  const retried = await retryLocks(engine, session, file, async () => {
    const begun = first;
    first = undefined;
    if (begun === undefined) return transaction({ session, engine, script, isWhole: true }, segment, records);
    return settleFailure(session, engine, await begun);
  });
  return { ...retried, segmentsDone: 0 };
}

function applySegments(
  { engine, session, tables }: Place,
  entry: Entry,
  segments: readonly Segment[],
  { isKept, partial, runs }: Watch & { readonly partial: SideRecord | undefined },
): Promise<SegmentsOutcome> {
  const { version, up } = entry.migration;
  const isGuarded = (segment: Segment) => runs !== undefined && segment.kind === 'transaction';
  const progress = { digests: partial?.segmentDigests ?? [], begun: partial?.segmentBegun ?? false };
  const open =
    partial === undefined ? upsertSide(entry, tables, 'partial') : resumeSide(version, entry.hints, entry.provenance);
  // What an earlier run did of it, no one has watched.
  const kept = isKept || (runs !== undefined && partial === undefined);
  const finish = (digest: string, segment: Segment): Records => ({
    sql: finishSegment(version, digest, isGuarded(segment) ? 'unknown' : didOf(up, segment)),
    statements: 1,
    observation: segment.kind === 'transaction' && !isGuarded(segment) ? observationOf(up, segment) : undefined,
  });
  const book = {
    open: { sql: open, statements: 1 },
    begin: { sql: beginSegment(version), statements: 1 },
    finish,
    last: (digest: string, segment: Segment) => {
      const done = finish(digest, segment);
      const rest = completed(entry, tables, finishSide(version), { isOne: false, kept });
      return { ...done, sql: `${done.sql} ${rest.sql}`, statements: rest.statements + 1 };
    },
  };
  const transaction = runs === undefined ? {} : { transaction: runs.transaction };
  return runSegments({ engine, session, script: up }, { segments, progress, book, ...transaction });
}
