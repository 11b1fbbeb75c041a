import { describe, formatDuration, InputError, isCancellation } from '@lockstep/base';
import type { RefusedArchive } from '../archive/archivist.ts';
import type { Archived } from '../archive/copy.ts';
import { loadSealing } from '../archive/lazily.ts';
import { type ArchiveLimits, defaultArchiveLimits, limitsNow } from '../archive/limits.ts';
import { noteArchives } from '../archive/notes.ts';
import { describeLosses, type Loss } from '../data-loss/losses.ts';
import type { Engine } from '../engine/engine.ts';
import { findIntruders } from '../history/tables.ts';
import type { ReleaseTrace } from '../records/releases.ts';
import type { Failure } from '../run/failure.ts';
import { PlanRefused } from '../run/refused.ts';
import { acrossConnections, type Runner, withRunner } from '../run/runner.ts';
import { type DownPlan, type PlannedDown, planDown } from './plan.ts';
import { othersSince, type PreviewOptions, previewDown } from './preview.ts';
import { revert } from './revert.ts';

export interface DownOptions extends PreviewOptions {
  /** Where user data would go: `refuse` changes nothing, `archive` copies it first, `allow` lets it go. */
  readonly onDataLoss: 'refuse' | 'archive' | 'allow';
  /** What an archive may cost; as `defaultArchiveLimits` says where it is left out. */
  readonly archiveLimits?: ArchiveLimits;
  /** Ends what a killed main part of this very step left running. */
  readonly endsOrphans?: boolean;
}

export interface RevertedMigration {
  readonly version: string;
  readonly name: string;
  readonly durationMs: number;
  /** What went with it, with leave. */
  readonly losses: readonly Loss[];
  /** What was archived of that. */
  readonly archived: readonly Archived[];
}

export interface RefusedDown {
  readonly version: string;
  readonly name: string;
  readonly losses: readonly Loss[];
  /** Why that could not be archived, where it was to be. */
  readonly unarchived: readonly RefusedArchive[];
}

export interface DownReport {
  readonly plan: DownPlan;
  /** In this order, newest first. */
  readonly reverted: readonly RevertedMigration[];
  readonly failure: Failure | undefined;
  /** The one that stays, and all older ones with it, because it would take user data away. */
  readonly refused: RefusedDown | undefined;
  /** Others that released since; nothing was rolled back then. */
  readonly releasedSince: readonly ReleaseTrace[];
  readonly cancelled: boolean;
}

/** How far it is; it outlives the connections. */
interface Progress {
  /** When all of it began, by the engine's clock. */
  readonly startedAt: number;
  /** The first one, which is what was asked for. */
  plan: DownPlan | undefined;
  /** Something of it may have moved. */
  hasBegun: boolean;
  readonly reverted: RevertedMigration[];
}

/**
 * Takes migrations down, newest first, by the SQL that was stored when they were applied. Throws InputError where the
 * plan must not run; a down migration that fails is in the report, and what was rolled back before it stays so.
 */
export async function down(engine: Engine, options: DownOptions): Promise<DownReport> {
  const progress: Progress = { startedAt: engine.clock.now(), plan: undefined, hasBegun: false, reverted: [] };
  try {
    const access = { creates: false, endsOrphans: options.endsOrphans ?? false };
    return await acrossConnections(engine, () =>
      withRunner(engine, access, (runner) => runDown(runner, options, progress)),
    );
  } catch (error) {
    if (!isCancellation(error, engine.signal) || progress.plan === undefined) throw error;
    return report(progress, progress.plan, { cancelled: true });
  }
}

/** Goes on where an earlier connection broke. */
async function runDown(runner: Runner, options: DownOptions, progress: Progress): Promise<DownReport> {
  const { engine } = runner;
  const current = planDown(runner.history, options.range, options.expectDigests);
  progress.plan ??= current;
  const { plan } = progress;
  await recover(runner, plan, progress, options);
  // What is half gone goes on, whoever came by meanwhile.
  const releasedSince = progress.hasBegun ? [] : await othersSince(runner, current, options.ours);
  if (releasedSince.length > 0) return report(progress, plan, { releasedSince });
  progress.hasBegun = true;
  const todo = current === plan ? current.revert : remaining(plan, runner);
  const [refusal, ...more] = current.refusals;
  if (refusal !== undefined && current === plan) throw new PlanRefused([refusal, ...more]);
  if (todo.length > 0) await refuseIntruders(runner);
  const archive = options.onDataLoss === 'archive' ? (options.archiveLimits ?? defaultArchiveLimits) : undefined;
  if (options.onDataLoss !== 'allow') {
    // Before anything moves: the guard of each down migration decides later, but stops in the middle.
    const now = archive && limitsNow(archive, engine.clock.now() - progress.startedAt);
    const previewed = await previewDown(runner, todo, now);
    const blocked = previewed.find((each) =>
      archive === undefined ? each.losses.length > 0 : (each.archive?.unarchived.length ?? 0) > 0,
    );
    if (blocked !== undefined) {
      const { losses, name, version } = blocked;
      const unarchived = blocked.archive?.unarchived ?? [];
      return report(progress, plan, { refused: { version, name, losses, unarchived } });
    }
  }
  for (const planned of todo) {
    if (engine.signal?.aborted) return report(progress, plan, { cancelled: true });
    const { version, name } = planned;
    const started = engine.clock.now();
    const place = plan.revert.findIndex((each) => each.version === version);
    const newer = plan.revert.slice(0, place);
    const left = archive && limitsNow(archive, started - progress.startedAt);
    const done = await revert(runner, { planned, newer, allowsLoss: options.onDataLoss === 'allow', archive: left });
    const { archived, failure, losses, unarchived } = done;
    if (done.refused) return report(progress, plan, { refused: { version, name, losses, unarchived } });
    if (failure !== undefined) return report(progress, plan, { failure, cancelled: failure.cancelled });
    const durationMs = engine.clock.now() - started;
    engine.log.info(`${version} ${name}: rolled back in ${formatDuration(durationMs)}`);
    if (losses.length > 0) {
      const how = archived.length > 0 ? 'archived' : 'deleted with it';
      engine.log.warning(`${version} ${name}: ${how}: ${describeLosses(losses)}`);
    }
    progress.reverted.push({ version, name, durationMs, losses, archived });
    if (archived.length > 0) await seal(runner);
  }
  await noteArchives(engine, runner.session, { rolledBack: progress.reverted.map(({ version }) => version) });
  return report(progress, plan, {});
}

/** Behind the commit, without a lock. Where it fails, the restore knows the archive by its rows. */
async function seal({ engine, session }: Runner): Promise<void> {
  try {
    const { readArchives, sealArchives } = await loadSealing();
    await sealArchives(session, await readArchives(session));
  } catch (error) {
    if (session.lost || engine.signal?.aborted) throw error;
    engine.log.warning(`the archive is complete, but was not summed up: ${describe(error)}`);
  }
}

function report({ reverted }: Progress, plan: DownPlan, end: Partial<DownReport>): DownReport {
  return { plan, reverted, failure: undefined, refused: undefined, releasedSince: [], cancelled: false, ...end };
}

/** What the history does not have any more, though nobody said so: the connection broke behind its commit. */
async function recover(
  runner: Runner,
  plan: DownPlan,
  { reverted }: Progress,
  { archiveLimits: { keepMs } = defaultArchiveLimits, onDataLoss }: DownOptions,
): Promise<void> {
  const gone = plan.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
  for (const planned of gone) {
    const { name, version } = planned;
    if (reverted.some((done) => done.version === version)) continue;
    const archived = onDataLoss === 'archive' ? await archivedUnseen(runner, planned, keepMs) : [];
    reverted.push({ version, name, durationMs: 0, losses: [], archived });
    if (archived.length > 0) await seal(runner);
  }
}

/** What was archived of it since it was applied: each archive of this version that is younger is of this rollback. */
async function archivedUnseen(
  { engine, session, tables }: Runner,
  { side: { xminHorizon }, version }: PlannedDown,
  keepMs: number,
): Promise<readonly Archived[]> {
  if (xminHorizon === undefined) return [];
  try {
    const archives = await (await loadSealing()).readArchives(session);
    return archives
      .filter((each) => each.version === version && each.cluster === tables.cluster)
      .filter(({ xid }) => BigInt(xid) >= BigInt(xminHorizon))
      .map(({ bytes, id, kind, rows, source }) => ({ id, object: source, kind, rows, bytes, keepMs }));
  } catch (error) {
    // Such as where the archives are those of another role: then none of them is ours.
    if (session.lost || engine.signal?.aborted) throw error;
    engine.log.warning(`${version}: what was archived of it is not known: ${describe(error)}`);
    return [];
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
    `the stored down migrations cannot be trusted: ${intruders.join('; ')}; they run with this role's rights, so no other role may write them`,
  );
}
