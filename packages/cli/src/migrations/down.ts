import { downEnd, downPlanEnd, type LossPolicy } from '@lockstep/action-kit/migrate/down-end';
import { formatDuration, InputError } from '@lockstep/base';
import {
  type DownPreview,
  type DownRange,
  type DownReport,
  defaultArchiveLimits,
  describeLosses,
  readDownPlan,
  down as rollBack,
} from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call } from '../command.ts';
import type { Database } from '../database.ts';
import type { Answer } from './answer.ts';
import { engineOf } from './engine.ts';
import { limitsOf, numberOf, versionOf } from './options.ts';

export async function down(call: Call, database: Database): Promise<Answer> {
  const policy = call.text('on-data-loss') as LossPolicy;
  const options = {
    range: rangeOf(call),
    onDataLoss: policy === 'allow' || policy === 'archive' ? policy : ('refuse' as const),
    ...(policy === 'archive' ? { archiveLimits: defaultArchiveLimits } : {}),
  };
  const engine = await engineOf(call, database, limitsOf(call));
  if (call.flag('dry-run')) {
    const preview = await readDownPlan(engine, options);
    return { end: downPlanEnd(preview), text: previewText(preview), data: dataOf(preview, []) };
  }
  const report = await rollBack(engine, options);
  return { end: downEnd(report, policy), text: doneText(report), data: dataOf(report.plan, report.reverted) };
}

function rangeOf(call: Call): DownRange {
  const [version, steps, release] = [versionOf(call, 'to'), numberOf(call, 'steps'), call.text('release-id')];
  const given = [version !== '', steps !== undefined, release !== ''].filter(Boolean).length;
  if (given > 1) throw new InputError('--to, --steps and --release-id: give one of them');
  if (version !== '') return { kind: 'to', version };
  if (release !== '') return { kind: 'release', release };
  return { kind: 'steps', steps: steps ?? 1 };
}

function previewText({ revert }: DownPreview): string {
  const rows = revert.map((each) => [
    ...[each.version, each.name, each.side.phase],
    each.losses.length > 0 ? describeLosses(each.losses) : each.opaque ? 'known when it runs' : 'none',
  ]);
  return rows.length === 0 ? '' : columns(['version', 'name', 'phase', 'data at risk'], rows);
}

function doneText({ reverted }: DownReport): string {
  const rows = reverted.map((each) => [each.version, each.name, formatDuration(each.durationMs)]);
  return rows.length === 0 ? '' : columns(['rolled back', 'name', 'time'], rows);
}

function dataOf(plan: DownReport['plan'], reverted: DownReport['reverted']): object {
  const { fromVersion, refusals, toVersion } = plan;
  const planned = plan.revert.map(({ name, side, version }) => ({
    ...{ version, name, phase: side.phase, release: side.release },
    down: side.downDigest ?? null,
  }));
  return { fromVersion, toVersion, planned, reverted, refusals };
}
