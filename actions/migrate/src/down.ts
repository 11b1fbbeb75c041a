import { archiveLimits } from '@lockstep/action-kit/archive-inputs';
import { downEnd, downPlanEnd, type LossPolicy } from '@lockstep/action-kit/migrate/down-end';
import type { Outcome, Shell } from '@lockstep/action-shell';
import {
  archivedRows,
  type DownPlan,
  type DownPreview,
  type DownRange,
  type DownReport,
  down,
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
    return { ...downPlanEnd(plan), outputs };
  }
  return outcomeOf(shell, policy, await down(engine, options));
}

/** What happens to data that would be lost; `leftMs` is what is left of the time for all of it. */
export function lossOptions(values: Inputs, policy: LossPolicy, leftMs?: number) {
  return {
    onDataLoss: policy === 'allow' || policy === 'archive' ? policy : ('refuse' as const),
    ...(policy === 'archive' ? { archiveLimits: archiveLimits(values, leftMs) } : {}),
  };
}

function rangeOf(values: Inputs): DownRange {
  if (values.to !== '') return { kind: 'to', version: values.to };
  if (values.steps === undefined && values['release-id'] !== '') {
    return { kind: 'release', release: values['release-id'] };
  }
  return { kind: 'steps', steps: values.steps ?? 1 };
}

/** What a `down`, or an undo, came to. */
export function outcomeOf(shell: Shell, policy: LossPolicy, report: DownReport): Outcome<Reason> {
  const { plan, reverted } = report;
  if (reverted.length > 0) shell.summary.add(`### Rolled back\n\n${revertedTable(reverted)}`);
  return { ...downEnd(report, policy), outputs: outputsOf(shell, plan, reverted) };
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
