import { CancelledError } from '@lockstep/base';
import { ConnectionLost } from '@lockstep/postgres';
import type { RefusedArchive } from '../archive/archivist.ts';
import type { Archived } from '../archive/copy.ts';
import { type ArchiveOneOf, guardedRuns } from '../archive/guarded-runs.ts';
import { loadArchivist, loadCarry } from '../archive/lazily.ts';
import type { ArchiveLimits } from '../archive/limits.ts';
import { ownsArchives } from '../archive/notes.ts';
import type { GuardOptions } from '../data-loss/guard.ts';
import type { Loss } from '../data-loss/losses.ts';
import { findUntestable } from '../data-loss/untestable.ts';
import {
  beginDown,
  beginSegment,
  finishSegment,
  insertEvent,
  removeRecords,
  resumeSide,
  traceDetail,
} from '../history/write.ts';
import type { Records, TransactionContext } from '../run/execution.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { type Progress, type RunTransaction, runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import type { Runner } from '../run/runner.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments, isAtomic, type Segment } from '../sql/segments.ts';
import { hintFrom, type SplitHints, withHints } from '../sql/split-hints.ts';
import { erasure } from './erasure.ts';
import type { PlannedDown } from './plan.ts';
import { hintsFor, nameOf, readOwnRows, readStored } from './stored.ts';

/** What came of one down migration. */
export interface Reverted {
  readonly failure: Failure | undefined;
  readonly refused: boolean;
  readonly losses: readonly Loss[];
  /** Where what would be lost was archived. */
  readonly archived: readonly Archived[];
  /** Why it could not be archived. */
  readonly unarchived: readonly RefusedArchive[];
}

/** One migration that is to go down. */
export interface Reverting {
  readonly planned: PlannedDown;
  /** Those that were rolled back with it, before it. */
  readonly newer: readonly PlannedDown[];
  readonly allowsLoss: boolean;
  /** Archives what would be lost, within these. */
  readonly archive?: ArchiveLimits | undefined;
}

/** A down migration, read, and what is known of how it must be cut. */
interface Attempt extends Reverting {
  readonly file: string;
  readonly stored: Script;
  readonly hints: SplitHints;
  /** How far an interrupted one came. */
  readonly progress: Progress | undefined;
  /** `isOne`: it is written in the only transaction. */
  readonly records: (isOne: boolean) => Records;
  readonly archives: boolean;
}

/** What came of a try, or how the next one must be cut. */
type Turn =
  | { readonly kind: 'ended'; readonly reverted: Reverted }
  | { readonly kind: 'again'; readonly hints: SplitHints; readonly because: string };

/** Takes one migration down by its stored SQL, guarded. */
export async function revert(runner: Runner, reverting: Reverting): Promise<Reverted> {
  // First without: what loses nothing needs no archive, and leaves no doubt behind.
  const plain = await revertBy(runner, firstAttempt(runner, reverting, false));
  return plain.refused && reverting.archive !== undefined
    ? await revertBy(runner, firstAttempt(runner, reverting, true))
    : plain;
}

async function revertBy(runner: Runner, first: Attempt): Promise<Reverted> {
  let attempt = first;
  for (;;) {
    const turn = await runAttempt(runner, attempt);
    if (turn.kind === 'ended') return turn.reverted;
    runner.engine.log.info(`${attempt.file}: ${turn.because}`);
    attempt = { ...attempt, hints: turn.hints, progress: undefined };
  }
}

function firstAttempt({ engine, tables }: Runner, reverting: Reverting, archives: boolean): Attempt {
  const { allowsLoss, planned } = reverting;
  const { side, sql, version } = planned;
  const file = nameOf(planned);
  // Without leave, nothing of anybody's goes; of what an interrupted migration did, nobody knows.
  const destroyed = allowsLoss || archives || side.state !== 'applied';
  const detail = { downDigest: side.downDigest, destroyed };
  const event = (isOne: boolean) => {
    const more = isOne ? traceDetail(tables.cluster) : '';
    return insertEvent({ kind: 'down', version, by: engine.provenance, detail, more });
  };
  return {
    ...reverting,
    archives,
    file,
    stored: readStored(file, sql),
    hints: hintsFor(planned),
    progress: side.state === 'reverting' ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined,
    records: (isOne) => ({ sql: `${removeRecords(version)} ${event(isOne)}`, statements: 3 }),
  };
}

async function runAttempt(runner: Runner, attempt: Attempt): Promise<Turn> {
  const { engine, session } = runner;
  const { allowsLoss, file, hints, newer, planned, progress, stored } = attempt;
  const script = withHints(stored, hints);
  const segments = cutSegments(script.pieces);
  const untestable = await findUntestable(session, script);
  if (untestable.length > 0 && !allowsLoss) return refused(untestable, attempt.archives ? untested(untestable) : []);
  const { noArchive } = script.directives;
  if (attempt.archives && noArchive !== undefined) return refused([], [erasure(file, noArchive)]);
  const context = { session, engine, script, isWhole: true };
  const carrier = (await ownsArchives(session)) ? await (await loadCarry()).carrierFor(session) : undefined;
  const guard: GuardOptions = { allowsLoss, own: () => readOwnRows(runner, planned, newer), carrier };
  const newArchivist = await archivistFor(runner, attempt);
  const runs = guardedRuns(guard, newArchivist);
  if (segments.length > 1 && progress === undefined && !allowsLoss) {
    const { kept, losses } = await runs.tryAll(context, segments);
    if (newArchivist === undefined ? losses.length > 0 : kept.refusals.length > 0)
      return refused(losses, kept.refusals);
  }
  const outcome = await runAll(context, attempt, segments, runs.transaction);
  const { kept, losses: lost } = runs.went();
  const { execution } = outcome;
  const losses = [...lost, ...untestable];
  const { archived, refusals: unarchived } = kept;
  if (execution.ok) {
    return { kind: 'ended', reverted: { failure: undefined, refused: false, losses, archived, unarchived: [] } };
  }
  if (execution.at === 'refused') return refused(losses, unarchived);
  if (execution.error === undefined) throw new CancelledError(`${file}: cancelled`);
  if (execution.error instanceof ConnectionLost) throw execution.error;
  const refined = outcome.segmentsDone === 0 ? hintFrom(stored, hints, execution) : undefined;
  if (refined !== undefined) return { kind: 'again', ...refined };
  const failing = { version: planned.version, file, script };
  const failure = failureOf(engine, failing, { ...outcome, execution }, execution.error);
  return { kind: 'ended', reverted: { failure, refused: false, losses: [], archived, unarchived } };
}

function refused(losses: readonly Loss[], unarchived: readonly RefusedArchive[]): Turn {
  const reverted = { failure: undefined, refused: true, losses, archived: [], unarchived };
  return { kind: 'ended', reverted };
}

function untested(losses: readonly Loss[]): readonly RefusedArchive[] {
  return losses.map(({ object }) => ({
    kind: 'not-possible',
    message: `${object} cannot be archived: what it does cannot be tested beforehand`,
  }));
}

/** Makes an archivist for one transaction; loaded only where something is to be archived. */
async function archivistFor(
  { engine, tables }: Runner,
  { archive, archives, planned: { name, side, version } }: Attempt,
): Promise<ArchiveOneOf | undefined> {
  if (!archives || archive === undefined) return undefined;
  const { createArchivist } = await loadArchivist();
  const of = { direction: 'down', version, migration: name, release: side.release, cluster: tables.cluster } as const;
  return () => createArchivist(engine, of, archive);
}

/** Runs a down migration, as one transaction or in segments. */
async function runAll(
  context: TransactionContext,
  attempt: Attempt,
  segments: readonly Segment[],
  transaction: RunTransaction,
): Promise<SegmentsOutcome> {
  const { engine, session } = context;
  const { file, progress, records } = attempt;
  const [only] = segments;
  return isAtomic(segments) && progress === undefined && only?.kind === 'transaction'
    ? { ...(await retryLocks(engine, session, file, () => transaction(context, only, records(true)))), segmentsDone: 0 }
    : await revertSegments(context, attempt, segments, transaction);
}

function revertSegments(
  context: TransactionContext,
  { hints, planned: { side, version }, progress, records }: Attempt,
  segments: readonly Segment[],
  transaction: RunTransaction,
): Promise<SegmentsOutcome> {
  const open =
    progress === undefined ? beginDown(version) : resumeSide(version, hints, { ...context.engine.provenance, ...side });
  const book = {
    open: { sql: open, statements: 1 },
    begin: { sql: beginSegment(version), statements: 1 },
    finish: (digest: string) => ({ sql: finishSegment(version, digest, 'harmless'), statements: 1 }),
    last: () => records(false),
  };
  return runSegments(context, { segments, progress: progress ?? { digests: [], begun: false }, book, transaction });
}
