import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
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
  run: (call) => onDatabase(call, 'repair', repair.options),
};
