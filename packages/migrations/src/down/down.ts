import { CancelledError, formatDuration, InputError } from '@lockstep/base';
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
  /** `refuse` changes nothing where user data would go; `allow` lets it go. */
  readonly onDataLoss: 'refuse' | 'allow';
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
  /** Others that released since; nothing was taken down then. */
  readonly releasedSince: readonly ReleaseTrace[];
  readonly cancelled: boolean;
}

/**
 * Takes migrations down, newest first, by the SQL that was stored when they were applied. Throws InputError where the
 * plan must not run; a way down that fails is in the report, and what went down before it stays down.
 */
export async function down(engine: Engine, options: DownOptions): Promise<DownReport> {
  const reverted: RevertedMigration[] = [];
  const end = { reverted, failure: undefined, refused: undefined, releasedSince: [], cancelled: false };
  let first: DownPlan | undefined;
  let begun = false;
  const work = async (runner: Runner): Promise<DownReport> => {
    const current = planDown(runner.history, options.range, options.expectDigests);
    first ??= current;
    const gone = first.revert.filter((each) => !runner.history.some((record) => record.version === each.version));
    for (const each of gone) {
      // The connection broke behind its commit.
      if (reverted.some((done) => done.version === each.version)) continue;
      reverted.push({ version: each.version, name: each.name, durationMs: 0, losses: [] });
    }
    // What is half gone goes on, whoever came by meanwhile.
    const releasedSince = begun ? [] : await othersSince(runner, current, options.ours);
    if (releasedSince.length > 0) return { ...end, plan: first, releasedSince };
    begun = true;
    const todo = current === first ? current.revert : remaining(first, runner);
    const [refusal, ...more] = current.refusals;
    if (refusal !== undefined && current === first) throw new PlanRefused([refusal, ...more]);
    if (todo.length > 0) await refuseIntruders(runner);
    if (options.onDataLoss === 'refuse') {
      // Before anything moves: the guard of each way down decides later, but stops in the middle.
      const blocked = (await previewDown(runner, todo)).find((each) => each.losses.length > 0);
      if (blocked !== undefined) return { ...end, plan: first, refused: blocked };
    }
    for (const planned of todo) {
      if (engine.signal?.aborted) return { ...end, plan: first, cancelled: true };
      const { version, name } = planned;
      const started = engine.clock.now();
      const newer = first.revert.slice(
        0,
        first.revert.findIndex((each) => each.version === version),
      );
      const allowsLoss = options.onDataLoss === 'allow';
      const { failure, losses, refused } = await revert(engine, runner, planned, newer, allowsLoss);
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
