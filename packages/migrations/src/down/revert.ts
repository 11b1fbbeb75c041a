import { CancelledError } from '@lockstep/base';
import { ConnectionLost, type Session } from '@lockstep/postgres';
import { runGuarded } from '../data-loss/guard.ts';
import type { Loss } from '../data-loss/losses.ts';
import type { OwnRows } from '../data-loss/own-rows.ts';
import { untestableIn, untestableInFunctions } from '../data-loss/untestable.ts';
import type { Engine } from '../engine/engine.ts';
import { beginDown, beginSegment, finishSegment, insertEvent, removeRecords, resumeSide } from '../history/write.ts';
import { type Records, runTransaction } from '../run/execute.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { type Progress, type RunTransaction, runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import type { Runner } from '../run/runner.ts';
import type { Script } from '../sql/inspect.ts';
import { cutSegments, isAtomic, type Segment } from '../sql/segments.ts';
import { hintFrom, noHints, type SplitHints, withHints } from '../sql/split-hints.ts';
import type { PlannedDown } from './plan.ts';
import { nameOf, readOwnRows, readStored } from './stored.ts';

/** What came of one way down. */
export interface Reverted {
  readonly failure: Failure | undefined;
  readonly refused: boolean;
  readonly losses: readonly Loss[];
}

/** Takes one migration down by its stored SQL, guarded. `newer` are those that went down with it, before it. */
export async function revert(
  engine: Engine,
  runner: Runner,
  planned: PlannedDown,
  newer: readonly PlannedDown[],
  allowsLoss: boolean,
): Promise<Reverted> {
  const { session } = runner;
  const { side, version } = planned;
  const file = nameOf(planned);
  const stored = readStored(file, planned.sql);
  // Without leave, nothing of anybody's goes; of what an interrupted migration did, nobody knows.
  const destroyed = allowsLoss || side.state !== 'applied';
  const detail = { downDigest: side.downDigest, destroyed };
  const records: Records = {
    sql: `${removeRecords(version)} ${insertEvent('down', version, engine.provenance, detail)}`,
    statements: 3,
  };
  const resumes = side.state === 'reverting';
  let hints = resumes ? side.hints : noHints;
  for (let progress = resumes ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined; ; ) {
    const script = withHints(stored, hints);
    const segments = cutSegments(script.pieces);
    const untestable = [...untestableIn(script, segments), ...(await untestableInFunctions(session, script))];
    if (untestable.length > 0 && !allowsLoss) return { failure: undefined, refused: true, losses: untestable };
    // Of the last try of each segment.
    const lost = new Map<Segment, readonly Loss[]>();
    const own = () => readOwnRows(runner, planned, newer);
    const transaction: RunTransaction = async (segment, written, isFirst) => {
      if (segment.end !== undefined) return runTransaction(session, engine, script, segment, written, isFirst);
      const guarded = await runGuarded(session, engine, script, segment, written, isFirst, { allowsLoss, own });
      lost.set(segment, guarded.losses);
      return guarded.execution;
    };
    const [only] = segments;
    if (segments.length > 1 && progress === undefined && !allowsLoss) {
      const losses = await tryAll(engine, session, script, segments, own);
      if (losses.length > 0) return { failure: undefined, refused: true, losses };
    }
    const outcome =
      isAtomic(segments) && progress === undefined && only?.kind === 'transaction'
        ? { ...(await retryLocks(engine, session, file, () => transaction(only, records, true))), segmentsDone: 0 }
        : await revertSegments(engine, session, planned, { script, segments, progress, records, hints, transaction });
    const { execution } = outcome;
    const losses = [...lost.values(), ...untestable].flat();
    if (execution.ok) return { failure: undefined, refused: false, losses };
    if (execution.at === 'refused') return { failure: undefined, refused: true, losses };
    if (execution.error === undefined) throw new CancelledError(`${file}: cancelled`);
    if (execution.error instanceof ConnectionLost) throw execution.error;
    const refined = outcome.segmentsDone === 0 ? hintFrom(stored, hints, execution) : undefined;
    if (refined === undefined) {
      const failure = failureOf(engine, { version, file }, script, { ...outcome, execution }, execution.error);
      return { failure, refused: false, losses: [] };
    }
    engine.log.info(`${file}: ${refined.because}`);
    hints = refined.hints;
    progress = undefined;
  }
}

/**
 * Tries all transactions of a way down that has several, and takes them back: it should not stop half-way because of
 * what its last part would take away. Where the trial fails, the parts are asked one by one when their turn comes.
 */
async function tryAll(
  engine: Engine,
  session: Session,
  script: Script,
  segments: readonly Segment[],
  own: () => Promise<OwnRows | undefined>,
): Promise<readonly Loss[]> {
  const pieces = segments.flatMap((segment) =>
    segment.kind === 'transaction' && segment.end === undefined ? segment.pieces : [],
  );
  const all = { kind: 'transaction', pieces, begin: undefined, end: undefined, line: 1 } as const;
  const options = { allowsLoss: false, own, trialOnly: true };
  const tried = await runGuarded(session, engine, script, all, { sql: '', statements: 0 }, true, options);
  return tried.execution.ok || tried.execution.at !== 'refused' ? [] : tried.losses;
}

interface SegmentedDown {
  readonly script: Script;
  readonly segments: readonly Segment[];
  readonly progress: Progress | undefined;
  readonly records: Records;
  readonly hints: SplitHints;
  readonly transaction: RunTransaction;
}

function revertSegments(
  engine: Engine,
  session: Session,
  { side, version }: PlannedDown,
  { hints, progress, records, script, segments, transaction }: SegmentedDown,
): Promise<SegmentsOutcome> {
  const open =
    progress === undefined ? beginDown(version) : resumeSide(version, hints, { ...engine.provenance, ...side });
  return runSegments(
    engine,
    session,
    script,
    segments,
    progress ?? { digests: [], begun: false },
    {
      open: { sql: open, statements: 1 },
      begin: { sql: beginSegment(version), statements: 1 },
      finish: (digest) => ({ sql: finishSegment(version, digest, 'harmless'), statements: 1 }),
      last: () => records,
    },
    transaction,
  );
}
