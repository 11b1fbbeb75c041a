import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions, limitOptions } from '../migrations/options.ts';
import { planOptions } from '../migrations/plan-options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const up: Command = {
  name: 'up',
  summary: 'applies pending migrations',
  details: `
Applies what the database does not have yet, each file in a transaction with its record, and stores its down migration for
lockstep down. It takes the same locks, limits and decisions as the action migrate. Ctrl-C cancels what runs on the server;
a file that was not finished is rolled back. ${DATABASE_HELP}

  lockstep up --to 20260112090000
  lockstep up --dry-run`,
  arguments: [],
  options: [
    ...planOptions,
    { name: 'dry-run', meaning: 'shows what would be applied, and changes nothing' },
    ...limitOptions,
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) => onDatabase(call, 'up', up.options),
};
