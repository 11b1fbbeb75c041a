import { CancelledError, formatDuration, InputError } from '@lockstep/base';
import type { Session } from '../database/session.ts';
import { ConnectionLost } from '../database/sql-error.ts';
import { FileError, type Problem } from '../files/problem.ts';
import { findIntruders, type Tables } from '../history/tables.ts';
import { beginDown, beginSegment, finishSegment, insertEvent, removeRecords, resumeSide } from '../history/write.ts';
import type { Engine } from '../run/engine.ts';
import { type Records, runTransaction } from '../run/execute.ts';
import { type Failure, failureOf } from '../run/failure.ts';
import { retryLocks } from '../run/retry-locks.ts';
import { type Progress, type RunTransaction, runSegments, type SegmentsOutcome } from '../run/run-segments.ts';
import { acrossConnections, type Runner, withReader, withRunner } from '../run/runner.ts';
import { cutSegments, isAtomic, type Segment } from '../run/segments.ts';
import { inspect, type Script } from '../sql/inspect.ts';
import { type Learned, learn, noLessons, withLessons } from '../sql/lessons.ts';
import { textSource } from '../sql/source.ts';
import { runGuarded } from './guard.ts';
import { describeLosses, type Loss, type OwnRows, ownRows } from './losses.ts';
import { type DownPlan, type DownRange, type PlannedDown, planDown } from './plan.ts';

export interface DownOptions {
  readonly range: DownRange;
  /** `refuse` changes nothing where user data would go; `allow` lets it go. */
  readonly onDataLoss: 'refuse' | 'allow';
  /** Digests of ways down that were approved, by version. */
  readonly expectDigests?: ReadonlyMap<string, string>;
  /** Ends what a killed main part of this very step left running. */
  readonly endsOrphans?: boolean;
}

export interface RevertedMigration {
  readonly version: string;
  readonly name: string;
  readonly durationMs: number;
  /** What went with it, with leave. */
  readonly losses: readonly Loss[];
}

export interface DownReport {
  readonly plan: DownPlan;
  /** In this order, newest first. */
  readonly reverted: readonly RevertedMigration[];
  readonly failure: Failure | undefined;
  /** The one that stays, and all older ones with it, because it would take user data away. */
  readonly refused: { readonly version: string; readonly name: string; readonly losses: readonly Loss[] } | undefined;
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
  const end = { reverted, failure: undefined, refused: undefined, cancelled: false };
  let first: DownPlan | undefined;
  const work = async (runner: Runner): Promise<DownReport> => {
    const current = planDown(runner.history, options.range, options.expectDigests);
    first ??= current;
    const gone = first.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
    for (const each of gone) {
      // The connection broke behind its commit.
      if (reverted.some((done) => done.version === each.version)) continue;
      reverted.push({ version: each.version, name: each.name, durationMs: 0, losses: [] });
    }
    const todo = current === first ? current.revert : remaining(first, runner);
    if (current.refusals.length > 0 && current === first) {
      throw new InputError(current.refusals.map((refusal) => refusal.message));
    }
    if (todo.length > 0) await refuseIntruders(runner);
    for (const planned of todo) {
      if (engine.signal?.aborted) return { ...end, plan: first, cancelled: true };
      const { version, name } = planned;
      const started = engine.clock.now();
      const { failure, losses, refused } = await revert(engine, runner, planned, options.onDataLoss === 'allow');
      if (refused) return { ...end, plan: first, refused: { version, name, losses } };
      if (failure !== undefined) return { ...end, plan: first, failure, cancelled: failure.reason === 'cancelled' };
      const durationMs = engine.clock.now() - started;
      engine.log.info(`${version} ${name}: taken down in ${formatDuration(durationMs)}`);
      if (losses.length > 0) engine.log.warning(`${version} ${name}: with it went ${describeLosses(losses)}`);
      reverted.push({ version, name, durationMs, losses });
    }
    return { ...end, plan: first };
  };
  try {
    const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
    return await acrossConnections(engine, () => withRunner(engine, access, work));
  } catch (error) {
    if (!(error instanceof CancelledError) || first === undefined) throw error;
    return { ...end, plan: first, cancelled: true };
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

interface Reverted {
  readonly failure: Failure | undefined;
  readonly refused: boolean;
  readonly losses: readonly Loss[];
}

async function revert(engine: Engine, runner: Runner, planned: PlannedDown, allowsLoss: boolean): Promise<Reverted> {
  const { session } = runner;
  const { side, version } = planned;
  const file = `${version}_${planned.name} (down)`;
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
    // Of the last try of each segment.
    const lost = new Map<Segment, readonly Loss[]>();
    const own = (on: Session) => readOwnRows(on, runner.tables, planned);
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
        : await revertSegments(engine, session, planned, { script, segments, progress, records, lessons, transaction });
    const { execution } = outcome;
    const losses = [...lost.values()].flat();
    if (execution.ok) return { failure: undefined, refused: false, losses };
    if (execution.at === 'refused') return { failure: undefined, refused: true, losses };
    if (execution.error === undefined) throw new CancelledError(`${file}: cancelled`);
    if (execution.error instanceof ConnectionLost) throw execution.error;
    const taught = outcome.segmentsDone === 0 ? learn(stored, lessons, execution) : undefined;
    if (taught === undefined) {
      const failure = failureOf(engine, { version, file }, script, { ...outcome, execution }, execution.error);
      return { failure, refused: false, losses: [] };
    }
    engine.log.info(`${file}: ${taught.because}`);
    lessons = taught.lessons;
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
  own: (session: Session) => Promise<OwnRows | undefined>,
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
  readonly lessons: Learned;
  readonly transaction: RunTransaction;
}

function revertSegments(
  engine: Engine,
  session: Session,
  { side, version }: PlannedDown,
  { lessons, progress, records, script, segments, transaction }: SegmentedDown,
): Promise<SegmentsOutcome> {
  const open =
    progress === undefined ? beginDown(version) : resumeSide(version, lessons, { ...engine.provenance, ...side });
  return runSegments(
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

/** Which rows the migration wrote itself, asked where its way down is about to run. */
async function readOwnRows(
  session: Session,
  tables: Tables,
  { side, version }: PlannedDown,
): Promise<OwnRows | undefined> {
  const [row] = await session.rows(
    `select pg_catalog.pg_current_xact_id(), exists (select from lockstep.events
       where kind = 'up' and detail->>'phase' = 'contract' and version::numeric > ${version})`,
  );
  return ownRows(side, { cluster: tables.cluster, currentXid: row?.[0] ?? '0', contractSince: row?.[1] === 't' });
}

function readStored(file: string, sql: string): Script {
  const problems: Problem[] = [];
  const script = inspect(textSource(file, sql), problems);
  if (problems.length > 0) throw new FileError(problems);
  return script;
}
