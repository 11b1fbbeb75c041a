import type { Command } from '../command.ts';
import { DATABASE_HELP, databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
import { planOptions } from '../migrations/plan-options.ts';
import { onDatabase } from '../migrations/run-command.ts';

export const plan: Command = {
  name: 'plan',
  summary: 'shows what up would do: phases, locks, sizes, what is deleted, findings',
  details: `
Reads the database and changes nothing. With --json all details are in the answer, and the digest of the plan: lockstep up
--expect-plan DIGEST applies this plan and no other. ${DATABASE_HELP}

  lockstep plan
  lockstep plan --json > plan.json`,
  arguments: [],
  options: [
    ...planOptions,
    {
      name: 'exposed-schemas',
      value: 'NAMES',
      meaning: 'schemas that Supabase serves over HTTP, with commas between',
      absent: 'auto',
    },
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) => onDatabase(call, 'plan', plan.options),
};
