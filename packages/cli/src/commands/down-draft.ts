import type { Command } from '../command.ts';
import { LOCAL_HELP, postgresOption } from '../local-database.ts';
import { folderOptions } from '../migrations/options.ts';
import { loadCommands } from '../migrations/run-command.ts';

export const downDraft: Command = {
  name: 'down-draft',
  summary: 'writes a first version of the down migration of a migration',
  details: `
Applies the migrations before FILE, and FILE, to a throw-away PostgreSQL, compares the schema before and after, and writes
the statements that restore it: tables, columns, indexes, constraints, types, functions, views, triggers, policies, rights,
comments, names and more. The result is verified at once: up, down and up again.

What no statement can restore (deleted rows, values that were written) is a line "-- lockstep: unfinished …" in the file.
lockstep lint fails until a person has replaced it. Ends with 0 where the draft restores everything, 2 where such lines are
left, 1 where the draft was found to be wrong or the migration cannot be applied.
${LOCAL_HELP}

  lockstep down-draft supabase/migrations/20260112090000_add_users.sql`,
  arguments: [{ name: 'FILE', meaning: 'the migration', required: true }],
  options: [
    { name: 'print', meaning: 'prints the draft, and writes nothing' },
    { name: 'force', meaning: 'replaces a down migration that is there' },
    postgresOption,
    ...folderOptions,
  ],
  run: async (call) => (await loadCommands()).downDraft(call),
};
