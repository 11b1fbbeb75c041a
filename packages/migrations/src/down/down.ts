import { CancelledError, formatDuration, InputError } from '@lockstep/base';
import { ConnectionLost } from '../database/sql-error.ts';
import type { Problem } from '../files/problem.ts';
import { FileError } from '../files/problem.ts';
import { findIntruders } from '../history/tables.ts';
import { beginDown, beginSegment, finishSegment, insertEvent, removeRecords, resumeSide } from '../history/write.ts';
import type { Engine } from '../run/engine.ts';
import { type Records, runTransaction } from '../run/execute.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { type RunTransaction, runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import { acrossConnections, type Runner, withReader, withRunner } from '../run/runner.ts';
import { cutSegments, isAtomic } from '../run/segments.ts';
import { inspect, type Script } from '../sql/inspect.ts';
import { learn, noLessons, withLessons } from '../sql/lessons.ts';
import { textSource } from '../sql/source.ts';
import { type DownPlan, type DownRange, type PlannedDown, planDown } from './plan.ts';

export interface DownOptions {
  readonly range: DownRange;
  /** Digests of ways down that were approved, by version. */
  readonly expectDigests?: ReadonlyMap<string, string>;
  /** Ends what a killed main part of this very step left running. */
  readonly endsOrphans?: boolean;
}

export interface RevertedMigration {
  readonly version: string;
  readonly name: string;
  readonly durationMs: number;
}

export interface DownReport {
  readonly plan: DownPlan;
  /** In this order, newest first. */
  readonly reverted: readonly RevertedMigration[];
  readonly failure: Failure | undefined;
  readonly cancelled: boolean;
}

/** The plan of a `down`, from a look at the database that takes no lock. */
export async function readDownPlan(engine: Engine, options: DownOptions): Promise<DownPlan> {
  return withReader(engine, async ({ history }) => planDown(history, options.range, options.expectDigests));
}

/**
 * Takes migrations down, newest first, by the SQL that was stored when they were applied. Throws InputError where the
 * plan must not run; a way down that fails is in the report, and what went down before it stays down.
 */
export async function down(engine: Engine, options: DownOptions): Promise<DownReport> {
  const reverted: RevertedMigration[] = [];
  let first: DownPlan | undefined;
  const work = async (runner: Runner): Promise<DownReport> => {
    const current = planDown(runner.history, options.range, options.expectDigests);
    first ??= current;
    const gone = first.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
    for (const each of gone) {
      // The connection broke behind its commit.
      if (reverted.some((done) => done.version === each.version)) continue;
      reverted.push({ version: each.version, name: each.name, durationMs: 0 });
    }
    const todo = current === first ? current.revert : remaining(first, runner);
    if (current.refusals.length > 0 && current === first) {
      throw new InputError(current.refusals.map((refusal) => refusal.message));
    }
    if (todo.length > 0) await refuseIntruders(runner);
    for (const planned of todo) {
      if (engine.signal?.aborted) return { plan: first, reverted, failure: undefined, cancelled: true };
      const started = engine.clock.now();
      const failure = await revert(engine, runner, planned);
      if (failure !== undefined) {
        return { plan: first, reverted, failure, cancelled: failure.reason === 'cancelled' };
      }
      const durationMs = engine.clock.now() - started;
      engine.log.info(`${planned.version} ${planned.name}: taken down in ${formatDuration(durationMs)}`);
      reverted.push({ version: planned.version, name: planned.name, durationMs });
    }
    return { plan: first, reverted, failure: undefined, cancelled: false };
  };
  try {
    const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
    return await acrossConnections(engine, () => withRunner(engine, access, work));
  } catch (error) {
    if (!(error instanceof CancelledError) || first === undefined) throw error;
    return { plan: first, reverted, failure: undefined, cancelled: true };
  }
}

/** After a broken connection: what of the plan is still there, as the history has it now. */
function remaining(plan: DownPlan, { history }: Runner): readonly PlannedDown[] {
  return plan.revert.flatMap((planned) => {
    const side = history.find((record) => record.version === planned.version)?.side;
    return side === undefined ? [] : [{ ...planned, side }];
  });
}

async function refuseIntruders({ session }: Runner): Promise<void> {
  const intruders = await findIntruders(session);
  if (intruders.length === 0) return;
  throw new InputError(
    `the stored ways down cannot be trusted: ${intruders.join('; ')}; they run with this role's rights, so nobody else may write them`,
  );
}

async function revert(engine: Engine, { session }: Runner, planned: PlannedDown): Promise<Failure | undefined> {
  const { version, name, side } = planned;
  const file = `${version}_${name} (down)`;
  const stored = readStored(file, planned.sql);
  const records: Records = {
    sql: `${removeRecords(version)} ${insertEvent('down', version, engine.provenance, { downDigest: side.downDigest })}`,
    statements: 3,
  };
  const resumes = side.state === 'reverting';
  let lessons = resumes ? side.lessons : noLessons;
  for (let progress = resumes ? { digests: side.segmentDigests, begun: side.segmentBegun } : undefined; ; ) {
    const script = withLessons(stored, lessons);
    const segments = cutSegments(script.pieces);
    const transaction: RunTransaction = (segment, written, isFirst) =>
      runTransaction(session, engine, script, segment, written, isFirst);
    const [only] = segments;
    let outcome: SegmentsOutcome;
    if (isAtomic(segments) && progress === undefined && only?.kind === 'transaction') {
      const retried = await retryLocks(engine, session, file, () => transaction(only, records, true));
      outcome = { ...retried, segmentsDone: 0 };
    } else {
      const open =
        progress === undefined ? beginDown(version) : resumeSide(version, lessons, { ...engine.provenance, ...side });
      outcome = await runSegments(
        engine,
        session,
        script,
        segments,
        progress ?? { digests: [], begun: false },
        {
          open: { sql: open, statements: 1 },
          begin: { sql: beginSegment(version), statements: 1 },
          finish: (digest) => ({ sql: finishSegment(version, digest), statements: 1 }),
          last: () => records,
        },
        transaction,
      );
    }
    const { execution } = outcome;
    if (execution.ok) return undefined;
    if (execution.error === undefined) throw new CancelledError(`${file}: cancelled`);
    if (execution.error instanceof ConnectionLost) throw execution.error;
    const taught = outcome.segmentsDone === 0 ? learn(stored, lessons, execution) : undefined;
    if (taught === undefined) {
      return failureOf(engine, { version, file }, script, { ...outcome, execution }, execution.error);
    }
    engine.log.info(`${file}: ${taught.because}`);
    lessons = taught.lessons;
    progress = undefined;
  }
}

function readStored(file: string, sql: string): Script {
  const problems: Problem[] = [];
  const script = inspect(textSource(file, sql), problems);
  if (problems.length > 0) throw new FileError(problems);
  return script;
}
