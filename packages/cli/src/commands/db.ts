import type { Command } from '../command.ts';
import { LOCAL_HELP, postgresOption } from '../local-database.ts';
import { loadCommands } from '../migrations/run-command.ts';

export const db: Command = {
  name: 'db',
  summary: 'starts a throw-away PostgreSQL, with the roles of a Supabase project',
  details: `
Prints the URL of an empty database on loopback and runs until Ctrl-C; then all of it is deleted. With --run it ends with
that command, which finds the URL in LOCKSTEP_DATABASE_URL and DATABASE_URL. ${LOCAL_HELP}

  lockstep db
  lockstep db --run "npx @lockstep-ci/cli up"`,
  arguments: [],
  options: [
    postgresOption,
    { name: 'run', value: 'COMMAND', meaning: 'a command of the shell; the server ends with it' },
    { name: 'plain', meaning: 'leaves the database without the roles and schemas of a Supabase project' },
  ],
  run: async (call) => (await loadCommands()).runDb(call),
};
