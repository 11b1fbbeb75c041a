import type { Command } from '../command.ts';
import { databaseOptions } from '../database.ts';
import { folderOptions } from '../migrations/options.ts';
import { maybeOnDatabase } from '../migrations/run-command.ts';

export const lint: Command = {
  name: 'lint',
  summary: 'finds unsafe statements in migrations',
  details: `
With a database (LOCKSTEP_DATABASE_URL, DATABASE_URL or --database-url-file) it judges what is pending there, with the sizes
of its tables. Without one, or with --staged, --since or --steps, only the files are read, and what they cannot show is named.
Ends with 0 where nothing is as severe as --fail-on, 1 otherwise. As a hook of git before each commit:

  hook=$(git rev-parse --git-path hooks)/pre-commit; mkdir -p "\${hook%/*}"
  (set -C; printf '#!/bin/sh\\nexec npx @lockstep-ci/cli lint --staged\\n' > "$hook") && chmod +x "$hook"

A hook that is there already stays as it is: add the line "npx @lockstep-ci/cli lint --staged || exit 1" to it.

Formats: text for people, sarif for code scanning, github for annotations in a workflow.

  lockstep lint --since origin/main --format sarif > lint.sarif`,
  arguments: [],
  options: [
    { name: 'staged', meaning: 'judges the migrations as they are staged for the next commit' },
    { name: 'since', value: 'COMMIT', meaning: 'judges the migrations that were added or changed since that commit' },
    { name: 'steps', value: 'NUMBER', meaning: 'judges so many of the newest files' },
    {
      name: 'fail-on',
      value: 'SEVERITY',
      meaning: 'the lowest severity that fails',
      choices: ['error', 'warning', 'nothing'],
      absent: 'error',
    },
    {
      name: 'format',
      value: 'FORMAT',
      meaning: 'how findings are written',
      choices: ['text', 'sarif', 'github'],
      absent: 'text',
    },
    {
      name: 'exposed-schemas',
      value: 'NAMES',
      meaning: 'schemas that Supabase serves over HTTP, with commas between',
      absent: 'auto',
    },
    ...folderOptions,
    ...databaseOptions,
  ],
  run: (call) => maybeOnDatabase(call, 'lint', lint.options),
};
