import { InputError } from '@lockstep/base';
import { type Segment, segmentDigest } from '../sql/segments.ts';
import { clearSession, runTransaction } from './execute.ts';
import type { AloneSegment, Execution, Records, ScriptContext, Transaction, TransactionContext } from './execution.ts';
import { replaySettings } from './replay-settings.ts';
import { type Retried, retryLocks } from './retry-locks.ts';

/** How far an earlier run came. */
export interface Progress {
  /** Digests of the segments that are done, first to last. */
  readonly digests: readonly string[];
  /** The one behind them was begun, and nobody saw its end. */
  readonly begun: boolean;
}

/** What is written to the history while the segments run. */
export interface Bookkeeping {
  /** Before the first segment; also when an interrupted script goes on. */
  readonly open: Records;
  /** Before a segment that runs alone. */
  readonly begin: Records;
  /** With each segment but the last. */
  readonly finish: (digest: string, segment: Segment) => Records;
  /** With the last one. */
  readonly last: (digest: string, segment: Segment) => Records;
}

export interface SegmentsOutcome extends Retried {
  readonly segmentsDone: number;
}

/** Runs one transaction segment together with its records. */
export type RunTransaction = (
  context: TransactionContext,
  segment: Transaction,
  records: Records,
) => Promise<Execution>;

/** A script in segments, and how far it is. */
export interface SegmentedRun {
  readonly segments: readonly Segment[];
  readonly progress: Progress;
  readonly book: Bookkeeping;
  /** How a transaction of it is run; `runTransaction` where nothing is said. */
  readonly transaction?: RunTransaction;
}

const nothing: Transaction = { kind: 'transaction', pieces: [], begin: undefined, end: undefined, line: 1 };

/**
 * Runs a script that cannot be one transaction: segment by segment, each recorded when it is done, so that whoever
 * comes after an interruption goes on behind the last one. A segment that is a transaction is recorded in it; one that
 * runs alone is announced before, and looked for after.
 */
export async function runSegments(context: ScriptContext, run: SegmentedRun): Promise<SegmentsOutcome> {
  const outcome = await runFrom({ ...context, isWhole: false }, run);
  await clearSession(context.session, context.engine);
  return outcome;
}

async function runFrom(
  context: TransactionContext,
  { book, progress, segments, transaction = runTransaction }: SegmentedRun,
): Promise<SegmentsOutcome> {
  const { engine, script, session } = context;
  const { name } = script.source;
  const digests = segments.map((segment) => segmentDigest(script, segment));
  const done = progress.digests.length;
  refuseEdits(name, segments, digests, progress.digests);
  const opened = await record(context, book.open);
  if (!opened.execution.ok) return { ...opened, segmentsDone: done };
  if (done > 0) {
    engine.log.info(`${name}: continues after segment ${done} of ${segments.length}`);
    await replaySettings(session, script, segments.slice(0, done));
  }
  let tries = 1;
  for (const [nth, segment] of segments.entries()) {
    if (nth < done) continue;
    const digest = digests[nth] ?? '';
    const records = nth === segments.length - 1 ? book.last(digest, segment) : book.finish(digest, segment);
    const result =
      segment.kind === 'transaction'
        ? await retryLocks(engine, session, name, () => transaction(context, segment, records))
        : await alone(context, segment, nth === done && progress.begun, book.begin);
    tries = Math.max(tries, result.tries);
    if (!result.execution.ok) return { ...result, segmentsDone: nth };
    if (segment.kind === 'transaction') continue;
    const written = await record(context, records);
    if (!written.execution.ok) return { ...written, segmentsDone: nth };
  }
  return { execution: { ok: true }, tries, blockers: [], segmentsDone: segments.length };
}

/** Writes to the history in a transaction of its own. */
function record(context: TransactionContext, records: Records): Promise<Retried> {
  const { engine, script, session } = context;
  return retryLocks(engine, session, script.source.name, () => runTransaction(context, nothing, records));
}

async function alone(
  context: TransactionContext,
  segment: AloneSegment,
  begunBefore: boolean,
  announcement: Records,
): Promise<Retried> {
  const announced = await record(context, announcement);
  if (!announced.execution.ok) return announced;
  // Few files need it.
  const { runAlone } = await import('./alone.ts');
  return runAlone(context, segment, begunBefore);
}

/** What is done must still be what the file says: else the rest of it goes on from something that nobody wrote. */
function refuseEdits(
  name: string,
  segments: readonly Segment[],
  digests: readonly string[],
  done: readonly string[],
): void {
  const edited = done.findIndex((digest, nth) => digest !== digests[nth]);
  if (edited < 0) return;
  throw new InputError(
    `${name}:${segments[edited]?.line ?? 1}: segment ${edited + 1} was edited after it was committed; restore it as it ` +
      'was and write the correction into segments that have not run, or into a new file',
  );
}
