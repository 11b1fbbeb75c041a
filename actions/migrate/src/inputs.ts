import { archiveInputs, archiveProblems } from '@lockstep/action-kit/archive-inputs';
import { lockInputs } from '@lockstep/action-kit/inputs';
import {
  duration,
  flag,
  integer,
  jobStatus,
  list,
  oneOf,
  type Shape,
  secret,
  text,
  type Values,
} from '@lockstep/action-shell';
import { VERSION } from '@lockstep/migrations';

const digest = (output: string) => ({ pattern: /^[0-9a-f]{64}$/, expected: `the output ${output} of an earlier plan` });
const version = { pattern: VERSION, expected: 'a version: digits' };

/** Whose history `adopt` takes over. */
const FROM = [
  ...(['none', 'auto', 'dbmate', 'golang-migrate', 'node-pg-migrate'] as const),
  ...(['flyway', 'prisma', 'drizzle', 'supabase'] as const),
];

export const DEFAULT_DIRECTORY = 'supabase/migrations';

export const inputs = {
  command: oneOf(
    [
      ...(['up', 'down', 'plan', 'status', 'verify', 'lint', 'adopt', 'repair'] as const),
      ...(['restore-archive', 'list-archives', 'prune-archives'] as const),
      ...(['extend-archive', 'remove-archive', 'erase-archives'] as const),
    ],
    'up',
  ),
  'database-url': secret(),
  directory: text(DEFAULT_DIRECTORY),
  'down-directory': text('supabase/rollbacks'),
  layout: oneOf(['auto', 'supabase', 'pairs', 'sections', 'flyway', 'folders', 'drizzle'], 'auto'),
  from: oneOf(FROM, 'none'),
  'history-table': text(),
  to: text(undefined, version),
  steps: integer(undefined, { min: 1 }),
  phase: oneOf(['auto', 'expand', 'contract', 'all'], 'auto'),
  ...lockInputs(),
  'on-failure': oneOf(['auto', 'undo', 'keep'], 'auto'),
  'on-data-loss': oneOf(['auto', 'fail', 'keep', 'archive', 'allow'], 'auto'),
  archive: oneOf(['auto', 'always', 'never'], 'auto'),
  ...archiveInputs(),
  'drain-time': duration('30s'),
  'allow-out-of-order': flag(false),
  'expect-plan': text(undefined, digest('plan-digest')),
  'expect-folder': text(undefined, digest('folder-digest')),
  'shadow-database-url': secret(),
  'verify-data': flag(true),
  'exposed-schemas': list('auto'),
  'fail-on': oneOf(['error', 'warning', 'nothing'], 'error'),
  version: text(undefined, version),
  repair: oneOf(['accept', 'drop'], 'accept'),
  because: text(),
  'archive-id': text(undefined, { pattern: /^\d+$/, expected: 'the id of an archive: digits' }),
  'archive-triggers': oneOf(['on', 'off'], 'on'),
  erase: secret(),
  'release-id': text(),
  'dry-run': flag(false),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const { because, command, from, steps, to } = values;
  const given: readonly [boolean, string][] = [
    [
      values['database-url'].isEmpty && command !== 'lint',
      'input "database-url": the secret is empty; set it where the caller\'s "with:" takes it from (an unset secret arrives as an empty text)',
    ],
    [to !== '' && steps !== undefined, 'inputs "to" and "steps": give one of them'],
    [command === 'status' && (to !== '' || steps !== undefined), 'inputs "to" and "steps": status shows all versions'],
    [
      values['expect-plan'] !== '' && command !== 'up' && command !== 'plan',
      'input "expect-plan": only the commands plan and up use it',
    ],
    [
      values['expect-folder'] !== '' && command !== 'up' && command !== 'plan',
      'input "expect-folder": only the commands plan and up use it',
    ],
    [values['lock-timeout'] === 0, 'input "lock-timeout": 0 would let a blocked statement stall the app indefinitely'],
    [
      command === 'adopt' && to === '' && from === 'none',
      'input "to": adopt needs the last version whose schema change the database already has, or from the tool whose history has it',
    ],
    [command === 'adopt' && to !== '' && from !== 'none', 'inputs "to" and "from": give one of them'],
    [command !== 'adopt' && from !== 'none', 'input "from": only the command adopt uses it'],
    [values['history-table'] !== '' && from === 'none', 'input "history-table": give the tool in from as well'],
    [command === 'repair' && values.version === '', 'input "version": repair needs the version whose record is wrong'],
    [
      (command === 'extend-archive' || command === 'remove-archive') && values['archive-id'] === '',
      `input "archive-id": ${command} needs the id of an archive; command: list-archives shows them`,
    ],
    [
      ['restore-archive', 'prune-archives', 'erase-archives'].includes(command) && values['archive-id'] !== '',
      `input "archive-id": ${command} is not about one archive, got "${values['archive-id']}"; leave it out`,
    ],
    [
      ['extend-archive', 'remove-archive', 'erase-archives'].includes(command) && because === '',
      `input "because": ${command} needs a reason; it is kept with your name`,
    ],
    [
      command === 'erase-archives' && values.erase.isEmpty,
      'input "erase": erase-archives needs what to erase, one per line: TABLE COLUMN=VALUE',
    ],
    [command === 'repair' && because === '', 'input "because": repair needs a reason; it is kept with your name'],
  ];
  return [...given.filter(([wrong]) => wrong).map(([, problem]) => problem), ...archiveProblems(values)];
}
