import { archiveLimits } from '@lockstep/action-kit/archive-inputs';
import type { Outcome, Shell } from '@lockstep/action-shell';
import { count } from '@lockstep/base';
import {
  archivedRows,
  type DownPlan,
  type DownPreview,
  type DownRange,
  type DownReport,
  describeArchived,
  describeLosses,
  down,
  type RefusedArchive,
  readDownPlan,
} from '@lockstep/migrations';
import { engineOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';
import { downPlanTable, revertedTable } from './tables.ts';

export async function runDown(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const policy = values['on-data-loss'] === 'auto' ? 'fail' : values['on-data-loss'];
  const options = { range: rangeOf(values), ...lossOptions(values, policy) };
  const engine = engineOf(values, shell);
  if (values['dry-run']) {
    const plan = await readDownPlan(engine, options);
    shell.summary.add(`### Rollback plan\n\n${downPlanTable(plan, policy === 'archive')}`);
    const outputs = outputsOf(shell, plan, [], plan.revert);
    const [refusal] = plan.refusals;
    if (refusal !== undefined) {
      const message = plan.refusals.map((each) => each.message).join('; ');
      return { verdict: 'fail', reason: refusal.reason, message, outputs };
    }
    const unarchived = plan.revert.flatMap((each) => each.archive?.unarchived ?? []);
    const [first] = unarchived;
    if (first !== undefined) {
      const message = unarchived.map((each) => each.message).join('; ');
      return { verdict: 'fail', reason: ARCHIVE_REASONS[first.kind], message, outputs };
    }
    const message = `would roll back ${count(plan.revert.length, 'migration')}, ${plan.fromVersion || 'none'} to ${plan.toVersion || 'none'}`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  return outcomeOf(shell, policy, await down(engine, options));
}

/** What happens to data that would be lost; `leftMs` is what is left of the time for all of it. */
export function lossOptions(values: Inputs, policy: Policy, leftMs?: number) {
  return {
    onDataLoss: policy === 'allow' || policy === 'archive' ? policy : ('refuse' as const),
    ...(policy === 'archive' ? { archiveLimits: archiveLimits(values, leftMs) } : {}),
  };
}

type Policy = Exclude<Inputs['on-data-loss'], 'auto'>;

function rangeOf(values: Inputs): DownRange {
  if (values.to !== '') return { kind: 'to', version: values.to };
  if (values.steps === undefined && values['release-id'] !== '') {
    return { kind: 'release', release: values['release-id'] };
  }
  return { kind: 'steps', steps: values.steps ?? 1 };
}

/** What a `down`, or an undo, came to. */
export function outcomeOf(
  shell: Shell,
  policy: Policy,
  { cancelled, failure, plan, refused, reverted }: DownReport,
): Outcome<Reason> {
  if (reverted.length > 0) shell.summary.add(`### Rolled back\n\n${revertedTable(reverted)}`);
  const outputs = outputsOf(shell, plan, reverted);
  const done = `${count(reverted.length, 'migration')} rolled back`;
  const archived = describeArchived(reverted);
  const left = plan.chosen.filter(({ version }) => !reverted.some((each) => each.version === version)).map(nameOf);
  if (failure !== undefined) {
    return {
      verdict: 'fail',
      reason: failure.reason,
      message: `${failure.message}; ${done} before it${archived}`,
      outputs,
      left,
    };
  }
  const [unarchived] = refused?.unarchived ?? [];
  if (refused !== undefined && unarchived !== undefined) {
    const why = refused.unarchived.map((each) => each.message).join('; ');
    const message = `${refused.version} ${refused.name} stays applied: ${why}; ${done} before it${archived}`;
    return { verdict: 'fail', reason: ARCHIVE_REASONS[unarchived.kind], message, outputs, left };
  }
  if (refused !== undefined) {
    const lost = `${refused.version} ${refused.name} stays applied: rolling it back would delete ${describeLosses(refused.losses)}`;
    return policy === 'keep'
      ? { verdict: 'pass', reason: 'kept-data', message: `${lost}; ${done} before it`, outputs, left, kept: true }
      : {
          verdict: 'fail',
          reason: 'data-loss',
          message: `${lost}; set on-data-loss: archive to keep a copy of it, or allow to delete it; ${done} before it`,
          outputs,
          left,
        };
  }
  if (cancelled)
    return { verdict: 'unknown', reason: 'cancelled', message: `cancelled; ${done} before${archived}`, outputs, left };
  const message =
    reverted.length === 0
      ? 'nothing to roll back'
      : `${done}, ${plan.fromVersion} to ${plan.toVersion || 'none'}: ${reverted.map(nameOf).join(', ')}${archived}`;
  return { verdict: 'pass', reason: reverted.length === 0 ? 'nothing-to-roll-back' : 'rolled-back', message, outputs };
}

export const ARCHIVE_REASONS = {
  'not-possible': 'archive-not-possible',
  rows: 'archive-too-large',
  bytes: 'archive-too-large',
  'lock-time': 'archive-lock-limit',
  schema: 'archive-not-closed',
  server: 'archive-failed',
} as const satisfies Record<RefusedArchive['kind'], Reason>;

export function nameOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${version} ${name}`;
}

function outputsOf(
  shell: Shell,
  plan: DownPlan,
  reverted: DownReport['reverted'],
  preview: DownPreview['revert'] = [],
) {
  const shown = {
    from: plan.fromVersion,
    to: plan.toVersion,
    migrations: plan.revert.map(({ name, side, version }) => ({
      version,
      name,
      phase: side.phase,
      release: side.release,
      down: side.downDigest ?? null,
      losses: preview.find((each) => each.version === version)?.losses ?? [],
      archive: preview.find((each) => each.version === version)?.archive ?? null,
    })),
    refusals: plan.refusals,
  };
  return {
    'rolled-back': reverted.map((each) => each.version).join('\n'),
    'archived-rows': archivedRows(reverted),
    'from-version': plan.fromVersion,
    'to-version': plan.toVersion,
    plan: shown,
    'report-path': writeReport(shell, { plan: shown, reverted }),
  };
}
