import { nameOf } from '@lockstep/action-kit/migrate/down-end';
import type { JournalState, Outcome, PostShell } from '@lockstep/action-shell';
import { describe, formatDuration } from '@lockstep/base';
import { type DownReport, describeReleases, down, type Engine, readDownPlan } from '@lockstep/migrations';
import { lossOptions, outcomeOf } from './down.ts';
import { engineOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { decideSchemaUndo, type SchemaUndoQuestion } from './undo-rule.ts';
import { BEGUN } from './up.ts';

/** Takes down what this very step applied, newest first, however its main part ended. */
export async function undo(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  if (shell.state.get(BEGUN) !== true) return undefined;
  const release = shell.journal?.read();
  const engine = engineOf(values, shell);
  const range = { kind: 'step', step: shell.instance } as const;
  try {
    const decision = decideSchemaUndo({
      onFailure: values['on-failure'],
      traffic: release?.traffic,
      ...restored(release),
      now: shell.clock.now(),
      drainMs: values['drain-time'],
    });
    if (decision.kind === 'go') {
      if (decision.afterMs > 0) {
        shell.log.info(`waiting ${formatDuration(decision.afterMs)} for requests to the candidate to finish`);
        await shell.clock.sleep(decision.afterMs, shell.signal);
      }
      const policy = values['on-data-loss'] === 'auto' ? 'keep' : values['on-data-loss'];
      const losses = lossOptions(values, policy, undoLeftMs(shell, release));
      const ours = { releases: [engine.provenance.release], line: undefined };
      const report = await down(engine, { range, ...losses, endsOrphans: true, ours });
      return keptForOthers(values, report) ?? outcomeOf(shell, policy, report);
    }
    return decision.kind === 'keep'
      ? await left(engine, shell, kept('kept-after-traffic'), decision.because)
      : await left(engine, shell, { verdict: 'unknown', reason: 'traffic-not-confirmed' }, decision.because);
  } catch (error) {
    return { verdict: 'unknown', reason: 'undo-unresolved', message: `${describe(error)}; ${resumeHint(release)}` };
  }
}

/**
 * Another service released meanwhile, perhaps with code that knows the expanded schema. Nothing is wrong with leaving
 * it, but where it was to go down in any case, a person has to know.
 */
function keptForOthers(values: Inputs, { plan, releasedSince }: DownReport): Outcome<Reason> | undefined {
  if (releasedSince.length === 0) return undefined;
  const left = plan.chosen.map(nameOf);
  const message = `schema kept (${left.join(', ')}): another service released on this database since: ${describeReleases(releasedSince)}`;
  return values['on-failure'] === 'undo'
    ? { verdict: 'unknown', reason: 'shared-database', message, left }
    : { ...kept('kept-shared-database'), message, left };
}

/** What is left of the one budget of all undo steps; as long as it takes where there is none. */
function undoLeftMs({ clock }: PostShell, release: JournalState | undefined): number | undefined {
  if (release?.undoStartedAt === undefined) return undefined;
  return release.release.undoDeadlineMs - (clock.now() - release.undoStartedAt);
}

/** Says what stays where the caller wants no undo. */
export async function keep(values: Inputs, shell: PostShell): Promise<Outcome<Reason> | undefined> {
  if (shell.state.get(BEGUN) !== true) return undefined;
  return await left(engineOf(values, shell), shell, kept('kept-by-request'), 'on-failure is keep');
}

/** What this step applied, by name: all of it stays. */
async function left(
  engine: Engine,
  shell: PostShell,
  end: Pick<Outcome<Reason>, 'verdict' | 'reason' | 'kept'>,
  because: string,
): Promise<Outcome<Reason>> {
  const { chosen } = await readDownPlan(engine, { range: { kind: 'step', step: shell.instance } });
  if (chosen.length === 0) return nothing;
  const names = chosen.map(nameOf);
  return { ...end, message: `schema kept (${names.join(', ')}): ${because}`, left: names };
}

function kept(reason: Reason | 'kept-by-request') {
  return { verdict: 'pass', reason, kept: true } as const;
}

const nothing: Outcome<Reason> = {
  verdict: 'pass',
  reason: 'nothing-to-roll-back',
  message: 'this step applied nothing',
};

function restored(release: JournalState | undefined): Pick<SchemaUndoQuestion, 'restoredAt' | 'pinned'> {
  const entry = release?.entries.findLast((each) => each.kind === 'traffic' && each.traffic === 'restored');
  if (entry?.kind !== 'traffic') return { restoredAt: undefined, pinned: false };
  return {
    restoredAt: Date.parse(entry.at),
    pinned: (entry.detail as { pinned?: boolean } | undefined)?.pinned === true,
  };
}

function resumeHint(release: JournalState | undefined): string {
  return release === undefined
    ? 'continue with command: down'
    : `continue with the rollback action, to: finish (release ${release.release.id})`;
}
