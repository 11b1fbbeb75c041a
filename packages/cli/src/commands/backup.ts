import type { Verdict } from '@lockstep/base';
import type { Call, Command } from '../command.ts';

const COMMANDS = ['create', 'drill', 'status', 'restore', 'runbook'] as const;

export const backup: Command = {
  name: 'backup',
  summary: 'makes backups of a database, proves them by restoring them, and restores them',
  details: `
COMMAND is one of:

  create   makes a backup of the database in DATABASE_URL
  drill    restores one on the server in SCRATCH_DATABASE_URL, compares all of it, and deletes what it restored
  status   checks that backups and drills are there and recent
  restore  restores one for good into the empty database in TARGET_DATABASE_URL
  runbook  writes the runbook from the policy file and the last drill that passed

URLs and keys come from the environment, so that no other user of this machine sees them. A bucket is reached with
AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_ENDPOINT_URL_S3 where it is not at AWS. Lists are separated
by commas.

  DATABASE_URL=postgresql://… lockstep backup create --to backups --encrypt-to age1…
  SCRATCH_DATABASE_URL=postgresql://… lockstep backup drill --to backups --key-file key.txt`,
  arguments: [{ name: 'COMMAND', meaning: COMMANDS.join(', '), required: true, choices: COMMANDS }],
  options: [
    { name: 'to', value: 'PLACE', meaning: 'where backups are kept: s3://BUCKET/PREFIX or a directory' },
    { name: 'encrypt-to', value: 'RECIPIENTS', of: ['create'], meaning: 'age recipients; none for a directory' },
    { name: 'key-file', value: 'FILE', of: ['drill', 'restore'], meaning: 'file of the age key that decrypts' },
    { name: 'backup', value: 'ID', of: ['drill', 'restore'], meaning: 'which one', absent: 'latest' },
    {
      name: 'tier',
      value: 'TIER',
      of: ['create'],
      meaning: 'how long it is kept',
      choices: ['auto', 'daily', 'weekly', 'monthly', 'yearly'],
      absent: 'auto',
    },
    { name: 'exclude-schemas', value: 'NAMES', of: ['create'], meaning: 'schemas to leave out' },
    {
      name: 'exclude-rows',
      value: 'TABLES',
      of: ['create'],
      meaning: 'schema.table whose rows to leave out; * matches anything',
    },
    { name: 'tables', value: 'TABLES', of: ['restore'], meaning: 'only the rows of these tables' },
    {
      name: 'confirm-target',
      value: 'NAME',
      of: ['restore'],
      meaning: 'HOST/DATABASE of the target, typed by a person',
    },
    { name: 'check-command', value: 'COMMAND', of: ['drill'], meaning: 'command that checks the restored database' },
    { name: 'after-restore', value: 'FILE', of: ['drill'], meaning: 'SQL to run after the comparison' },
    { name: 'max-age', value: 'DURATION', of: ['drill', 'status'], meaning: 'how old the data may be', absent: '30h' },
    { name: 'max-restore-time', value: 'DURATION', of: ['drill'], meaning: 'how long the restore may take' },
    { name: 'every', value: 'DURATION', of: ['status'], meaning: 'how often a backup should be made', absent: '24h' },
    { name: 'runs', value: 'NUMBER', of: ['status'], meaning: 'over how many backups to look for gaps', absent: '7' },
    {
      name: 'max-drill-age',
      value: 'DURATION',
      of: ['status'],
      meaning: 'how long ago the last drill that passed may be',
    },
    {
      name: 'policy-file',
      value: 'FILE',
      of: ['drill', 'status', 'runbook'],
      meaning: 'policy file with limits, legal holds, recovery times and the runbook',
    },
    { name: 'parallel', value: 'NUMBER', meaning: 'how many tables at the same time', absent: '4' },
    {
      name: 'pg-dump-path',
      value: 'FILE',
      of: ['create'],
      meaning: 'a pg_dump to read the schema with, instead of the own one',
    },
  ],
  run: async (call) => runBackup(call),
};

async function runBackup(call: Call): Promise<Verdict> {
  const command = call.text('COMMAND') as (typeof COMMANDS)[number];
  // With the engine, which no other command waits for.
  const [{ commands }, { wordsOf }] = await Promise.all([import('./backup/commands.ts'), import('./backup/words.ts')]);
  const words = wordsOf(command);
  try {
    return await commands[command](call, words);
  } catch (error) {
    throw words.error(error);
  }
}
