import { adoptEnd } from '@lockstep/action-kit/migrate/records-end';
import { InputError } from '@lockstep/base';
import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { engineOf } from '../migrations/engine.ts';
import { folderOf, folderOptions, placeOf, versionOf } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const adopt: Command = {
  name: 'adopt',
  summary: 'records migrations that the database already has, without running them',
  details: `
For a database whose schema was changed before Lockstep: the migrations up to VERSION are recorded as applied, with their
down migrations. None of their SQL is run. ${DATABASE_HELP}

  lockstep adopt 20260112090000 --dry-run`,
  arguments: [
    { name: 'VERSION', meaning: 'the last version whose schema change the database already has', required: true },
  ],
  options: [
    { name: 'dry-run', meaning: 'shows what would be recorded, and changes nothing' },
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) =>
    onDatabase(call, {
      command: 'adopt',
      options: adopt.options,
      run: async (database) => {
        const migrations = await import('@lockstep/migrations');
        const to = versionOf(call, 'VERSION');
        if (to === '') throw new InputError('VERSION: expected the last version that the database already has');
        const dryRun = call.flag('dry-run');
        const options = { folder: await folderOf(placeOf(call)), to };
        const engine = await engineOf(call, database);
        const report = await (dryRun ? migrations.readAdoptPlan(engine, options) : migrations.adopt(engine, options));
        const lines = report.adopted.map(
          ({ file, records }) => `${file}: ${records === 'both' ? 'recorded' : 'down migration stored'}\n`,
        );
        return { end: adoptEnd(report, dryRun), text: lines.join(''), data: report };
      },
    }),
};
