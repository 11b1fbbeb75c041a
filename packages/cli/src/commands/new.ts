import type { Command } from '../command.ts';
import { postgresOption } from '../local-database.ts';
import { folderOptions } from '../migrations/options.ts';
import { loadCommands } from '../migrations/run-command.ts';

export const newMigration: Command = {
  name: 'new',
  summary: "writes the files of the next migration, in the folder's own style",
  details: `
The version follows the files that are there: a timestamp, the next number, or V1__ with U1__ for its down migration; a
folder without files gets timestamps. In a Supabase project the migration is written to supabase/migrations, and its down
migration to supabase/rollbacks under the same name.

With --from the migration is that SQL, and its down migration is a draft, as lockstep down-draft writes it.

  lockstep new add_users_mail
  lockstep new add_users_mail --from change.sql
  lockstep new "drop old mail" --contract`,
  arguments: [{ name: 'NAME', meaning: 'what the migration does, in a few words', required: true }],
  options: [
    { name: 'no-transaction', meaning: 'runs each statement alone, as CREATE INDEX CONCURRENTLY needs it' },
    { name: 'contract', meaning: 'marks it as one that old code does not work with' },
    { name: 'from', value: 'FILE', meaning: 'SQL of the migration; - reads standard input. Drafts the down migration' },
    postgresOption,
    ...folderOptions,
  ],
  run: async (call) => (await loadCommands()).newMigration(call),
};
