import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
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
  run: (call) => onDatabase(call, 'adopt', adopt.options),
};
