import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const importHistory: Command = {
  name: 'import',
  summary: 'takes over the history of another migration tool, without running anything',
  details: `
For a database that dbmate, golang-migrate, node-pg-migrate, Flyway, Prisma Migrate, Drizzle or the Supabase CLI migrated
so far. Shows what would be recorded as applied, and with --yes records it, with the down migrations of the files. The
tool's own history stays as it is. Files that were edited since they were applied, and migrations that stopped half-way,
are refused by name. Ends with 0 where it can be taken over or is already, 1 where not. ${DATABASE_HELP}

  lockstep import --directory db
  lockstep import --directory db --yes`,
  arguments: [],
  options: [
    { name: 'yes', meaning: 'records it; without it, it is only shown' },
    {
      name: 'from',
      value: 'TOOL',
      meaning: 'whose history; auto sees it by the files and the tables',
      choices: ['auto', 'dbmate', 'golang-migrate', 'node-pg-migrate', 'flyway', 'prisma', 'drizzle', 'supabase'],
      absent: 'auto',
    },
    { name: 'history-table', value: 'NAME', meaning: 'SCHEMA.TABLE of its history, where that is not the usual one' },
    { name: 'because', value: 'REASON', meaning: 'why edited files may count as what was applied' },
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) => onDatabase(call, 'import', importHistory.options),
};
