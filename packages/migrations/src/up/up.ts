import { count, describe, formatDuration, isCancellation } from '@lockstep/base';
import type { Archived } from '../archive/copy.ts';
import { noteArchives } from '../archive/notes.ts';
import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import { type Migration, versionKey } from '../files/migration.ts';
import { readForeign } from '../history/foreign.ts';
import type { HistoryRecord, SideRecord } from '../history/record.ts';
import { pendingOf, requireRunnable, settle } from '../history/settle.ts';
import { insertEvent } from '../history/write.ts';
import { loadParser } from '../parse/parser.ts';
import { decidePhases, type PhaseDecision } from '../phase/phase.ts';
import { readKnown } from '../picture/read-known.ts';
import { traceRelease } from '../records/releases.ts';
import type { Failure } from '../run/failure.ts';
import { PlanRefused } from '../run/refused.ts';
import { acrossConnections, type Runner, withReader, withRunner } from '../run/runner.ts';
import { applyMigration, type Pipelined } from './apply.ts';
import type { ContractArchive, UpArchive } from './archive-plan.ts';
import {
  archivedUnseen,
  firstRefused,
  planArchives,
  type RefusedUp,
  refusedUp,
  runsOf,
  seal,
  untilArchived,
  warnOfLoss,
} from './contract-archives.ts';
import { startPipeline } from './pipeline.ts';
import { type PlannedUp, planUp, type UpPlan } from './plan.ts';
import { heldDetail, type Waiting, waitingOf } from './waiting.ts';

export interface UpOptions {
  readonly folder: Folder;
  readonly phase: 'expand' | 'contract' | 'all';
  readonly to?: string | undefined;
  readonly steps?: number | undefined;
  readonly allowOutOfOrder: boolean;
  /** The digest of the plan that was approved; all but it and its rest is refused. '' where none was. */
  readonly expectDigest?: string | undefined;
  /** What becomes of what contract migrations delete; it is deleted where this is left out. */
  readonly archive?: ContractArchive | undefined;
}

export interface AppliedMigration {
  readonly version: string;
  readonly name: string;
  readonly file: string;
  readonly phase: 'expand' | 'contract';
  readonly durationMs: number;
  readonly tries: number;
  /** False where it could not be one transaction. */
  readonly atomic: boolean;
  /** What it deleted, and was archived. */
  readonly archived: readonly Archived[];
  /** Why what it deleted was not archived, where something was to be. */
  readonly unarchived: readonly string[];
}

export interface UpReport {
  readonly plan: UpPlan;
  /** In this order, and recorded. */
  readonly applied: readonly AppliedMigration[];
  /** Contract migrations that phase expand leaves, and which release held them back first; none in other phases. */
  readonly waiting: readonly Waiting[];
  /** What stopped it; everything in `applied` stays applied. */
  readonly failure: Failure | undefined;
  /** The one that stays pending, and all after it with it. */
  readonly refused: RefusedUp | undefined;
  /** True where it was stopped from outside, between or within migrations. */
  readonly cancelled: boolean;
}

/** The plan of an `up`, from a look at the database that takes no lock. */
export async function readUpPlan(engine: Engine, options: UpOptions): Promise<UpPlan> {
  return withReader(engine, (reader) => planFromHistory(engine, options, reader));
}

/** How far it is; it outlives the connections. */
interface Progress {
  /** The first one, which is what was asked for. */
  plan: UpPlan | undefined;
  applied: AppliedMigration[];
  waiting: readonly Waiting[];
  /** What was under way when the connection broke; the history knows what came of it. */
  open: readonly Open[];
}

interface Open {
  readonly planned: PlannedUp;
  readonly attempt: string;
}

/**
 * Applies what is pending. Throws PlanRefused for a plan that must not run, RemoteError where the database cannot be
 * reached or another runner is at it; a migration that fails is in the report.
 */
export async function up(engine: Engine, options: UpOptions): Promise<UpReport> {
  const progress: Progress = { plan: undefined, applied: [], waiting: [], open: [] };
  const how = { creates: true, beforeFirst: (found: Runner) => refuseForeign(found, options) };
  try {
    return await acrossConnections(engine, () => withRunner(engine, how, (runner) => runUp(runner, options, progress)));
  } catch (error) {
    if (!isCancellation(error, engine.signal) || progress.plan === undefined) throw error;
    return report(progress, progress.plan, { cancelled: true });
  }
}

/** Goes on where an earlier connection broke. */
async function runUp(runner: Runner, options: UpOptions, progress: Progress): Promise<UpReport> {
  const { engine, session } = runner;
  await recover(runner, progress, options);
  const current = await planFromHistory(engine, options, runner);
  progress.plan ??= current;
  const { plan } = progress;
  refuse(current, options);
  if (current === plan && engine.provenance.release !== '') {
    const held = options.phase === 'expand' ? heldDetail(current) : {};
    await session.rows(traceRelease(engine.provenance, { pending: current.apply.length, ...held }));
  }
  if (options.phase === 'expand') progress.waiting = await waitingOf(runner, current);
  const archives = await planArchives(runner, current.apply, options.archive);
  const refused = firstRefused(current.apply, archives);
  if (refused !== undefined) return report(progress, plan, { refused });
  let pipeline: ReadonlyMap<string, Pipelined> = new Map();
  for (const [nth, planned] of current.apply.entries()) {
    const { file, version } = planned.migration;
    const rest = current.apply.slice(nth);
    if (!pipeline.has(version)) {
      if (engine.signal?.aborted) return report(progress, plan, { cancelled: true });
      pipeline = startPipeline(runner, untilArchived(rest, archives));
    }
    const pipelined = pipeline.get(version);
    const archive = archives.get(version);
    warnOfLoss(runner, file, archive);
    const newRuns = await runsOf(runner, planned, { archive: options.archive, archives });
    const result = await applyMigration(runner, planned, { pipelined, newRuns, isKept: archive?.does === 'nothing' });
    if (result.kind === 'lost') {
      progress.open = [{ planned, attempt: result.attempt }, ...openIn(pipeline, rest.slice(1))];
      throw result.error;
    }
    if (result.kind === 'failed') {
      const { failure } = result;
      await note(runner, failure);
      return report(progress, plan, { failure, cancelled: failure.cancelled });
    }
    if (result.kind === 'refused') return report(progress, plan, { refused: refusedUp(planned.migration, result) });
    engine.log.info(`${file}: applied in ${formatDuration(result.durationMs)}`);
    if (result.archived.length > 0) await seal(runner);
    progress.applied.push(appliedBy(planned, result, archive));
    // Where the first try failed, the server has refused all that were under way behind it.
    if (pipelined !== undefined && !(await pipelined.execution).ok) pipeline = new Map();
  }
  await readBack(runner, progress.applied);
  const applied = progress.applied.map(({ version }) => version);
  await noteArchives(engine, session, { applied });
  return report(progress, plan, {});
}

function report({ applied, waiting }: Progress, plan: UpPlan, end: Partial<UpReport>): UpReport {
  return { plan, applied, waiting, failure: undefined, refused: undefined, cancelled: false, ...end };
}

/** What the history says of what was under way, and of what was applied before, when a connection broke. */
async function recover(runner: Runner, progress: Progress, { archive }: UpOptions): Promise<void> {
  const { engine, history } = runner;
  const recordOf = (version: string) => history.find((record) => record.version === version);
  // A server that crashed, or another one in its place, may have lost commits that nobody had waited for.
  progress.applied = progress.applied.filter((each) => recordOf(each.version)?.applied === true);
  for (const { attempt, planned } of progress.open) {
    const side = recordOf(planned.migration.version)?.side;
    if (side?.state !== 'applied' || side.attempt !== attempt) continue;
    engine.log.info(`${planned.migration.file}: was committed before the connection broke`);
    const archived = await archivedUnseen(runner, planned, archive);
    const how = { durationMs: timeOf(side), tries: 1, atomic: side.segments === 1, archived };
    progress.applied.push(appliedBy(planned, how, undefined));
  }
  progress.open = [];
}

/** Those behind the first that were sent with it. */
function openIn(pipeline: ReadonlyMap<string, Pipelined>, rest: readonly PlannedUp[]): readonly Open[] {
  return rest.flatMap((planned) => {
    const attempt = pipeline.get(planned.migration.version)?.attempt;
    return attempt === undefined ? [] : [{ planned, attempt }];
  });
}

/** The plan of an `up`, where the history is known. Throws FileError where what is to be run cannot be. */
export async function planFromHistory(
  { provenance }: Engine,
  options: UpOptions,
  { history, session }: Pick<Runner, 'history' | 'session'>,
): Promise<UpPlan> {
  const { allowOutOfOrder, phase, steps, to } = options;
  const settled = settle(options.folder, history, to);
  requireRunnable(settled, history);
  const { migrations, order } = settled.folder;
  const records = new Map(history.map((record) => [versionKey(record.version), record]));
  const recordOf = ({ version }: Migration) => records.get(versionKey(version));
  const pending = pendingOf(migrations, history);
  const judged = await decidePhases(pending, {
    loadParser,
    ask: (names, parse) => readKnown(session, names, parse),
    begun: migrations.filter((each) => isOfRun(recordOf(each), provenance.run)),
  });
  const decisions = new Map<string, PhaseDecision>();
  for (const migration of pending) {
    const decision = judged.get(migration.version) as PhaseDecision;
    const side = recordOf(migration)?.side;
    // What an interrupted run left half-way stays what it was when it began: its own tables are there by now.
    decisions.set(migration.version, side?.state === 'partial' ? { ...decision, phase: side.phase } : decision);
  }
  const foreign = await readForeign(session);
  const { notes } = settled;
  return planUp({ migrations, decisions, history, phase, to, steps, allowOutOfOrder, order, foreign, notes });
}

/** Whether some attempt of a run has applied a migration: its release is not through, and nobody uses what it made. */
function isOfRun(record: HistoryRecord | undefined, run: string): boolean {
  const plain = (url: string) => url.replace(/\/attempts\/\d+$/, '');
  return run !== '' && record?.side?.state === 'applied' && plain(record.side.run) === plain(run);
}

/** Why a plan is neither the one that was approved, nor the rest of it; undefined where it is, or where none was. */
export function otherPlan(plan: UpPlan, approved: string): { reason: 'plan-changed'; message: string } | undefined {
  if (approved === '' || approved === plan.digest || plan.restOf.includes(approved)) return undefined;
  const digests = `digest ${plan.digest.slice(0, 12)}…, approved ${approved.slice(0, 12)}…`;
  const message = `the plan is not the one that was approved (${digests}): files or database have changed since; plan and approve again`;
  return { reason: 'plan-changed', message };
}

/** Where another tool has applied some of it, nothing is written, not even the tables of our history. */
async function refuseForeign(found: Runner, options: UpOptions): Promise<void> {
  if ((await readForeign(found.session)).length === 0) return;
  refuse(await planFromHistory(found.engine, options, found), options);
}

function refuse(current: UpPlan, options: UpOptions): void {
  const [refusal, ...more] = current.refusals;
  if (refusal !== undefined) throw new PlanRefused([refusal, ...more]);
  const changed = otherPlan(current, options.expectDigest ?? '');
  if (changed !== undefined) throw new PlanRefused([changed]);
}

/** A last look, by its own query, that all we say is applied is in the history. */
async function readBack({ session }: Runner, applied: readonly AppliedMigration[]): Promise<void> {
  if (applied.length === 0) return;
  const rows = await session.rows('select version from supabase_migrations.schema_migrations');
  const versions = new Set(rows.map((row) => row[0]));
  const missing = applied.filter((each) => !versions.has(each.version));
  if (missing.length === 0) return;
  throw new Error(
    `${count(missing.length, 'migration')} ran and is not in the history: ${missing.map((each) => each.file).join(', ')}`,
  );
}

/** A line in the log of events; its own failure changes nothing. */
async function note({ engine, session }: Runner, failure: Failure): Promise<void> {
  const { cancelled, reason, sqlState, line, segmentsDone } = failure;
  const kind = cancelled ? 'cancelled' : 'failed';
  const sql = insertEvent({
    kind,
    version: failure.version,
    by: engine.provenance,
    detail: { reason, sqlState, line, segmentsDone },
  });
  if (session.lost) return;
  // The next cancellation may have struck the note itself.
  const first = await session.send(sql);
  const result = first.ok ? first : await session.send(sql);
  if (!result.ok) engine.log.debug(`the failure could not be noted: ${describe(result.error)}`);
}

/** How long a migration took by the server's clock, in milliseconds. */
function timeOf({ finishedAt, startedAt }: SideRecord): number {
  return finishedAt === undefined ? 0 : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
}

function appliedBy(
  { migration, decision }: PlannedUp,
  how: Pick<AppliedMigration, 'durationMs' | 'tries' | 'atomic' | 'archived'>,
  archive: UpArchive | undefined,
): AppliedMigration {
  const { version, name, file } = migration;
  const { archived, atomic, durationMs, tries } = how;
  const unarchived = archive?.does === 'delete' && archive.losses.length > 0 ? archive.because : [];
  return { version, name, file, phase: decision.phase, durationMs, tries, atomic, archived, unarchived };
}
