import { InputError } from '@lockstep/base';
import type { Session } from '@lockstep/postgres';
import type { Engine } from '../engine/engine.ts';
import type { Script } from '../sql/inspect.ts';
import { type Segment, segmentDigest } from '../sql/segments.ts';
import { clearSession, type Execution, type Records, runAlone, runTransaction } from './execute.ts';
import { clearLeftovers, isDoneAlready } from './leftovers.ts';
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
  segment: Segment & { readonly kind: 'transaction' },
  records: Records,
  isWhole: boolean,
) => Promise<Execution>;

const nothing: Segment & { readonly kind: 'transaction' } = {
  kind: 'transaction',
  pieces: [],
  begin: undefined,
  end: undefined,
  line: 1,
};

/**
 * Runs a script that cannot be one transaction: segment by segment, each recorded when it is done, so that whoever
 * comes after an interruption goes on behind the last one. A segment that is a transaction is recorded in it; one that
 * runs alone is announced before, and looked for after.
 */
export async function runSegments(
  engine: Engine,
  session: Session,
  script: Script,
  segments: readonly Segment[],
  progress: Progress,
  book: Bookkeeping,
  transaction: RunTransaction = (segment, records, isWhole) =>
    runTransaction(session, engine, script, segment, records, isWhole),
): Promise<SegmentsOutcome> {
  const outcome = await runFrom(engine, session, script, segments, progress, book, transaction);
  await clearSession(session, engine);
  return outcome;
}

async function runFrom(
  engine: Engine,
  session: Session,
  script: Script,
  segments: readonly Segment[],
  progress: Progress,
  book: Bookkeeping,
  transaction: RunTransaction,
): Promise<SegmentsOutcome> {
  const { name } = script.source;
  const digests = segments.map((segment) => segmentDigest(script, segment));
  const done = progress.digests.length;
  refuseEdits(name, segments, digests, progress.digests);
  const record = (records: Records) =>
    retryLocks(engine, session, name, () => runTransaction(session, engine, script, nothing, records, false));

  const opened = await record(book.open);
  if (!opened.execution.ok) return { ...opened, segmentsDone: done };
  if (done > 0) {
    engine.log.info(`${name}: goes on behind segment ${done} of ${segments.length}`);
    await replaySettings(session, script, segments.slice(0, done));
  }
  let tries = 1;
  for (const [nth, segment] of segments.entries()) {
    if (nth < done) continue;
    const digest = digests[nth] ?? '';
    const records = nth === segments.length - 1 ? book.last(digest, segment) : book.finish(digest, segment);
    const result =
      segment.kind === 'transaction'
        ? await retryLocks(engine, session, name, () => transaction(segment, records, false))
        : await alone(engine, session, script, segment, nth === done && progress.begun, () => record(book.begin));
    tries = Math.max(tries, result.tries);
    if (!result.execution.ok) return { ...result, segmentsDone: nth };
    if (segment.kind === 'transaction') continue;
    const written = await record(records);
    if (!written.execution.ok) return { ...written, segmentsDone: nth };
  }
  return { execution: { ok: true }, tries, blockers: [], segmentsDone: segments.length };
}

async function alone(
  engine: Engine,
  session: Session,
  script: Script,
  segment: Segment & { readonly kind: 'alone' },
  begunBefore: boolean,
  announce: () => Promise<Retried>,
): Promise<Retried> {
  if (begunBefore && (await isDoneAlready(session, segment))) {
    return { execution: { ok: true }, tries: 1, blockers: [] };
  }
  const announced = await announce();
  if (!announced.execution.ok) return announced;
  const { what } = segment;
  // An old transaction may hold these up for minutes; meanwhile they block nobody.
  const patient = what.does === 'create-index' || (what.does === 'once' && what.concurrent);
  let ours = begunBefore;
  const result = await retryLocks(engine, session, script.source.name, async () => {
    await clearLeftovers(engine, session, segment, ours);
    ours = true;
    const execution = await runAlone(session, engine, script, segment, patient);
    return begunBefore && saysDone(segment, execution) ? ({ ok: true } as const) : execution;
  });
  if (!result.execution.ok && !session.lost) await clearLeftovers(engine, session, segment, true);
  return result;
}

/** It ran before we were interrupted, and its error now is the proof. */
function saysDone({ what }: Segment & { readonly kind: 'alone' }, execution: Execution): boolean {
  if (execution.ok || what.does !== 'once' || execution.error === undefined) return false;
  return 'server' in execution.error && execution.error.server.code === what.doneState;
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
    `${name}:${segments[edited]?.line ?? 1}: segment ${edited + 1} was edited after it was committed; put it back as it ` +
      'was and write the correction into the segments that have not run, or into a new file',
  );
}
