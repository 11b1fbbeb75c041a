import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const status: Command = {
  name: 'status',
  summary: 'compares the migration files with what the database has',
  details: `
Lists each migration with its state: applied, pending, edited since it was applied, or applied without a file here. Changes
nothing. ${DATABASE_HELP}

  lockstep status --directory db/migrations`,
  arguments: [],
  options: [...folderOptions, ...databaseOptions],
  run: (call) => onDatabase(call, 'status', status.options),
};
