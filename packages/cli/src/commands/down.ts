import type { LossPolicy } from '@lockstep/action-kit/migrate/down-end';
import { formatDuration, InputError } from '@lockstep/base';
import type { DownPreview, DownRange, DownReport } from '@lockstep/migrations';
import { columns } from '../columns.ts';
import type { Call, Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { engineOf } from '../migrations/engine.ts';
import { limitOptions, limitsOf, numberOf, versionOf } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const down: Command = {
  name: 'down',
  summary: 'rolls back the newest migrations with the down migrations that the database stored',
  details: `
Runs the down migrations as they were when their migrations were applied, newest first: no file of this checkout is read. A
down migration that would delete user data is refused unless --on-data-loss says otherwise. ${DATABASE_HELP}

  lockstep down --steps 2
  lockstep down --to 20260112090000 --dry-run`,
  arguments: [],
  options: [
    { name: 'to', value: 'VERSION', meaning: 'the version that stays the newest one; 0 rolls back all' },
    { name: 'steps', value: 'NUMBER', meaning: 'how many migrations to roll back; 1 where nothing is said' },
    { name: 'release-id', value: 'ID', meaning: 'rolls back what this release applied' },
    {
      name: 'on-data-loss',
      value: 'WHAT',
      meaning: 'where user data would be deleted: fail, keep the migration, archive the data first, or allow it',
      choices: ['fail', 'keep', 'archive', 'allow'],
      absent: 'fail',
    },
    { name: 'dry-run', meaning: 'shows what would be rolled back, and changes nothing' },
    ...limitOptions,
    ...databaseOptions,
  ],
  run: (call) =>
    onDatabase(call, {
      command: 'down',
      options: down.options,
      run: async (database) => {
        const migrations = await import('@lockstep/migrations');
        const { downEnd, downPlanEnd } = await import('@lockstep/action-kit/migrate/down-end');
        const policy = call.text('on-data-loss') as LossPolicy;
        const options = {
          range: rangeOf(call),
          onDataLoss: policy === 'allow' || policy === 'archive' ? policy : ('refuse' as const),
          ...(policy === 'archive' ? { archiveLimits: migrations.defaultArchiveLimits } : {}),
        };
        const engine = await engineOf(call, database, limitsOf(call));
        if (call.flag('dry-run')) {
          const preview = await migrations.readDownPlan(engine, options);
          const { describeLosses } = migrations;
          return {
            end: downPlanEnd(preview),
            text: previewText(preview, describeLosses),
            data: dataOf(preview, []),
          };
        }
        const report = await migrations.down(engine, options);
        return { end: downEnd(report, policy), text: doneText(report), data: dataOf(report.plan, report.reverted) };
      },
    }),
};

function rangeOf(call: Call): DownRange {
  const [version, steps, release] = [versionOf(call, 'to'), numberOf(call, 'steps'), call.text('release-id')];
  const given = [version !== '', steps !== undefined, release !== ''].filter(Boolean).length;
  if (given > 1) throw new InputError('--to, --steps and --release-id: give one of them');
  if (version !== '') return { kind: 'to', version };
  if (release !== '') return { kind: 'release', release };
  return { kind: 'steps', steps: steps ?? 1 };
}

function previewText({ revert }: DownPreview, words: typeof import('@lockstep/migrations').describeLosses): string {
  const rows = revert.map((each) => [
    ...[each.version, each.name, each.side.phase],
    each.losses.length > 0 ? words(each.losses) : each.opaque ? 'known when it runs' : 'none',
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
