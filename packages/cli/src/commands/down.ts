import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { limitOptions } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const down: Command = {
  name: 'down',
  summary: 'rolls back the newest migrations, as the database stored them',
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
  run: (call) => onDatabase(call, 'down', down.options),
};
