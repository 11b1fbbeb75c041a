import type { Command } from '../command.ts';
import { databaseOptions } from '../database.ts';
import { LOCAL_HELP, postgresOption } from '../local-database.ts';
import { folderOptions } from '../migrations/options.ts';
import { maybeOnDatabase } from '../migrations/run-command.ts';

export const verify: Command = {
  name: 'verify',
  summary: 'applies, rolls back and re-applies migrations on a throw-away database',
  details: `
Proves that down migrations restore the schema: up, down and up again, with the schema compared each time; and with
generated rows, that an archive restores what a rollback deletes. With a database (LOCKSTEP_DATABASE_URL, DATABASE_URL or
--database-url-file) it verifies what is pending there, on a temporary database next to it, or on the empty one in
LOCKSTEP_SHADOW_URL. Without one it starts a throw-away PostgreSQL and verifies all files, or the newest of --steps.
${LOCAL_HELP}

  lockstep verify --steps 1`,
  arguments: [],
  options: [
    {
      name: 'steps',
      value: 'NUMBER',
      meaning: 'how many of the newest files; with a database, how many of the newest applied ones as well',
    },
    { name: 'no-data', meaning: 'checks schemas only, without generated rows' },
    { name: 'local', meaning: 'uses a throw-away PostgreSQL also where a database is named' },
    postgresOption,
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) => maybeOnDatabase(call, 'verify', verify.options),
};
