import { existsSync } from 'node:fs';
import { InputError, parseDuration } from '@lockstep/base';
import type { FolderOptions, Limits } from '@lockstep/migrations';
import type { Call, CommandOption } from '../command.ts';

/** Where migrations are, and how their files are named. */
export const folderOptions: readonly CommandOption[] = [
  {
    name: 'directory',
    value: 'PATH',
    meaning:
      'directory of the migrations; by default supabase/migrations, db/migrations, migrations, prisma/migrations or drizzle',
  },
  {
    name: 'down-directory',
    value: 'PATH',
    meaning: 'directory of down migrations (layout supabase); by default rollbacks next to the migrations',
  },
  {
    name: 'layout',
    value: 'LAYOUT',
    meaning: 'how files are named',
    choices: ['auto', 'supabase', 'pairs', 'sections', 'flyway', 'folders', 'drizzle'],
    absent: 'auto',
  },
];

/** How long migrations wait. */
export const limitOptions: readonly CommandOption[] = [
  { name: 'lock-timeout', value: 'DURATION', meaning: 'how long a statement may wait for a lock', absent: '200ms' },
  { name: 'lock-retry-for', value: 'DURATION', meaning: 'how long to retry a blocked migration', absent: '60s' },
  {
    name: 'migration-lock-timeout',
    value: 'DURATION',
    meaning: 'how long to wait for another migration run',
    absent: '60s',
  },
  { name: 'statement-timeout', value: 'DURATION', meaning: 'how long one statement may run', absent: '15m' },
];

const USUAL = ['supabase/migrations', 'db/migrations', 'migrations', 'prisma/migrations', 'drizzle'];

export interface Place {
  readonly directory: string;
  readonly downDirectory: string;
  readonly layout: FolderOptions['layout'];
  /** It was named, so it must have migrations. */
  readonly isNamed: boolean;
}

export function placeOf(call: Call): Place {
  const named = call.text('directory');
  const directory = named || (USUAL.find((each) => existsSync(each)) ?? 'supabase/migrations');
  const downDirectory = call.text('down-directory') || directory.replace(/[^/\\]*[/\\]*$/, 'rollbacks');
  return { directory, downDirectory, layout: call.text('layout') as Place['layout'], isNamed: named !== '' };
}

export function limitsOf(
  call: Call,
): Pick<Limits, 'lockTimeoutMs' | 'lockRetryForMs' | 'migrationLockTimeoutMs' | 'statementTimeoutMs'> {
  const problems: string[] = [];
  const read = (name: string) => {
    const ms = parseDuration(call.text(name));
    if (ms === undefined)
      problems.push(`--${name}: expected a duration such as 200ms or 60s, got "${call.text(name)}"`);
    return ms ?? 0;
  };
  const limits = {
    lockTimeoutMs: read('lock-timeout'),
    lockRetryForMs: read('lock-retry-for'),
    migrationLockTimeoutMs: read('migration-lock-timeout'),
    statementTimeoutMs: read('statement-timeout'),
  };
  if (problems.length === 0 && limits.lockTimeoutMs === 0)
    problems.push('--lock-timeout: 0 would let a blocked statement stall the app indefinitely');
  if (problems.length > 0) throw new InputError(problems);
  return limits;
}

/** A version of a file name, or ''. */
export function versionOf(call: Call, name: string): string {
  const text = call.text(name);
  if (text !== '' && !/^\d+(?:\.\d+)*$/.test(text))
    throw new InputError(`--${name}: expected a version: digits, got "${text}"`);
  return text;
}

/** A whole number from 1; undefined where it is absent. */
export function numberOf(call: Call, name: string): number | undefined {
  const text = call.text(name);
  if (text === '') return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InputError(`--${name}: expected a whole number from 1, got "${text}"`);
  return Number(text);
}

export function schemasOf(call: Call): readonly string[] | 'auto' {
  const text = call.text('exposed-schemas');
  if (text === 'auto' || text === '') return 'auto';
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
