import { repairEnd } from '@lockstep/action-kit/migrate/records-end';
import { InputError } from '@lockstep/base';
import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { engineOf } from '../migrations/engine.ts';
import { folderOf, folderOptions, placeOf, versionOf } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const repair: Command = {
  name: 'repair',
  summary: 'corrects the record of one migration, without running it',
  details: `
Accepts a file that was edited since it was applied as the applied one, or with --drop deletes the record and keeps the
schema. The reason is stored with your user name. ${DATABASE_HELP}

  lockstep repair 20260112090000 --because "a typo in a comment was corrected"`,
  arguments: [{ name: 'VERSION', meaning: 'the version whose record is wrong', required: true }],
  options: [
    { name: 'because', value: 'REASON', meaning: 'why it is right' },
    { name: 'drop', meaning: 'deletes the record, and keeps the schema' },
    { name: 'dry-run', meaning: 'shows what would be corrected, and changes nothing' },
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) =>
    onDatabase(call, {
      command: 'repair',
      options: repair.options,
      run: async (database) => {
        const migrations = await import('@lockstep/migrations');
        const version = versionOf(call, 'VERSION');
        const because = call.text('because');
        if (because === '')
          throw new InputError('--because: a repair needs a reason; it is stored with your user name');
        const does = call.flag('drop') ? 'drop' : 'accept';
        const folder = does === 'accept' ? await folderOf(placeOf(call)) : undefined;
        const options = { version, does, because, folder } as const;
        const engine = await engineOf(call, database);
        const dryRun = call.flag('dry-run');
        const done = await (dryRun ? migrations.readRepairPlan(engine, options) : migrations.repair(engine, options));
        return { end: repairEnd(done, does, dryRun), data: { ...done, does } };
      },
    }),
};
