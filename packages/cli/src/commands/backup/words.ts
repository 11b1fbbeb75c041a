import { OwnWords } from '../../own-words.ts';

/** The variable that each command reads its database from. */
const DATABASE = {
  create: 'DATABASE_URL',
  drill: 'SCRATCH_DATABASE_URL',
  restore: 'TARGET_DATABASE_URL',
  status: 'DATABASE_URL',
  runbook: 'DATABASE_URL',
} as const;

/** What the inputs of the action `backup` are called here. */
export function wordsOf(command: keyof typeof DATABASE): OwnWords {
  const options = [
    ...['to', 'encrypt-to', 'backup', 'tier', 'exclude-schemas', 'exclude-rows', 'tables', 'confirm-target'],
    ...['check-command', 'after-restore', 'max-age', 'max-restore-time', 'every', 'runs', 'max-drill-age'],
    ...['policy-file', 'parallel', 'pg-dump-path'],
  ];
  return new OwnWords({
    ...Object.fromEntries(options.map((name) => [name, `--${name}`])),
    'decrypt-with': '--key-file',
    'database-url': DATABASE[command],
    'scratch-database-url': 'SCRATCH_DATABASE_URL',
    'target-database-url': 'TARGET_DATABASE_URL',
    's3-region': 'AWS_REGION',
    's3-endpoint': 'AWS_ENDPOINT_URL_S3',
    's3-access-key-id': 'AWS_ACCESS_KEY_ID',
    's3-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
    'storage-files': 'the action backup with storage-files',
    'include-archives': 'the action backup with include-archives',
  });
}
