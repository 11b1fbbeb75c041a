import { BACKUP_ID, EXPECTED_ID } from '@lockstep/action-kit/backup/id';
import { auditInputs, requestInputs, storeInputs, supabaseInputs } from '@lockstep/action-kit/inputs';
import { duration, flag, integer, list, oneOf, type Shape, secret, text, type Values } from '@lockstep/action-shell';

import { TIERS, type Tier } from '@lockstep/backup';

export const inputs = {
  command: oneOf(['create', 'drill', 'restore', 'status'], 'create'),
  to: text(undefined, { required: true }),
  'database-url': secret(),
  'encrypt-to': list(),
  'decrypt-with': secret(),
  'scratch-database-url': secret(),
  'target-database-url': secret(),
  'confirm-target': text(),
  backup: text('latest', { pattern: BACKUP_ID, expected: EXPECTED_ID }),
  tables: list(),
  tier: oneOf(['auto', 'daily', 'weekly', 'monthly', 'yearly'], 'auto'),
  'exclude-schemas': list(),
  'exclude-rows': list(),
  'include-archives': flag(false),
  'storage-files': oneOf(['auto', 'none', 'list', 'copy'], 'auto'),
  'files-directory': text(),
  'release-id': text(),
  'check-command': text(),
  'after-restore': text(),
  every: duration('24h'),
  runs: integer(7, { min: 1, max: 400 }),
  'max-age': duration('30h'),
  'max-drill-age': duration(),
  'max-restore-time': duration(),
  'require-tiers': list(),
  keep: list(),
  'locked-for': duration(),
  'provider-max-age': duration('30h'),
  'min-pitr-window': duration(),
  'policy-file': text(),
  'dry-run': flag(false),
  ...auditInputs(),
  parallel: integer(4, { min: 1, max: 32 }),
  'lock-timeout': duration('10s'),
  'max-duration': duration('2h'),
  'check-timeout': duration('15m'),
  'max-files-duration': duration('2h'),
  'pg-dump-path': text(),
  ...storeInputs(),
  'storage-s3-endpoint': text(),
  'storage-s3-region': text(),
  'storage-s3-access-key-id': text(),
  'storage-s3-secret-access-key': secret(),
  ...supabaseInputs(),
  ...requestInputs(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** `daily: 7` */
export function keepOf(line: string): { readonly name: Tier; readonly days: number } | undefined {
  const [, name, days] = /^(\w+):[ \t]*([1-9]\d{0,4})$/.exec(line) ?? [];
  const tier = TIERS.find((one) => one === name);
  return tier === undefined ? undefined : { name: tier, days: Number(days) };
}

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const { command } = values;
  const empty = (name: 'database-url' | 'scratch-database-url' | 'target-database-url') =>
    `input "${name}": the secret is empty, and ${command} needs it (an unset secret arrives as an empty text)`;
  const isNone = values['encrypt-to'].length === 1 && values['encrypt-to'][0] === 'none';
  const isFolder = !/^[a-z][a-z0-9+.-]*:\/\//i.test(values.to);
  const wrongTiers = values['require-tiers'].filter((tier) => !TIERS.some((one) => one === tier));
  const wrongKeep = values.keep.filter((line) => keepOf(line) === undefined);
  const given: readonly (readonly [boolean, string])[] = [
    [command === 'create' && values['database-url'].isEmpty, empty('database-url')],
    [command === 'drill' && values['scratch-database-url'].isEmpty, empty('scratch-database-url')],
    [command === 'restore' && values['target-database-url'].isEmpty, empty('target-database-url')],
    [
      command === 'create' && values['encrypt-to'].length === 0,
      'input "encrypt-to": required for create, expected age recipients (age1…), one per line; a directory may have `none`',
    ],
    [
      command === 'create' && isNone && !isFolder,
      'input "encrypt-to": `none` is for a directory only; backups in a bucket are always encrypted',
    ],
    [command !== 'restore' && values.tables.length > 0, 'input "tables": for restore only'],
    [
      values['supabase-project'] !== '' && values['supabase-token'].isEmpty,
      'input "supabase-token": the secret is empty, and supabase-project needs it (an unset secret arrives as an empty text)',
    ],
    [
      values['supabase-project'] === '' && values['min-pitr-window'] !== undefined,
      'input "min-pitr-window": needs supabase-project, whose window it is',
    ],
    [
      wrongKeep.length > 0,
      `input "keep": expected TIER: DAYS, such as "daily: 7", got ${wrongKeep.map((line) => `"${line}"`).join(', ')}`,
    ],
    [
      wrongTiers.length > 0,
      `input "require-tiers": expected ${TIERS.join(', ')}, got ${wrongTiers.map((tier) => `"${tier}"`).join(', ')}`,
    ],
  ];
  const copies = command === 'create' && values['storage-files'] === 'copy';
  const problems = copies ? storageProblems(values) : [];
  if (command !== 'restore' && values['files-directory'] !== '')
    problems.push('input "files-directory": for restore only');
  return [...given.flatMap(([isWrong, problem]) => (isWrong ? [problem] : [])), ...problems];
}

/** Where files are copied from has to be said, and is not where they are copied to. */
function storageProblems(values: Inputs): string[] {
  const endpoint = values['storage-s3-endpoint'];
  const problems = (['storage-s3-endpoint', 'storage-s3-region', 'storage-s3-access-key-id'] as const).flatMap(
    (name) => (values[name] === '' ? [`input "${name}": required for storage-files: copy`] : []),
  );
  if (values['storage-s3-secret-access-key'].isEmpty)
    problems.push(
      'input "storage-s3-secret-access-key": the secret is empty, and storage-files: copy needs it (an unset secret arrives as an empty text)',
    );
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isNear = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
  if (endpoint !== '' && url?.protocol !== 'https:' && !isNear)
    problems.push(`input "storage-s3-endpoint": expected a URL that begins with https://, got "${endpoint}"`);
  const to = values['s3-endpoint'];
  if (url !== undefined && URL.canParse(to) && new URL(to).host === url.host && !isNear)
    problems.push('input "s3-endpoint": backups in the Storage of the same project are deleted together with it');
  return problems;
}
