import { count, formatDuration } from '@lockstep/base';

/** Why something cannot be kept at all. */
export type Unkeepable =
  | 'no-key'
  | 'key-changes'
  | 'large-object'
  | 'foreign-table'
  | 'sequence'
  | 'view'
  | 'unlogged'
  | 'labels'
  | 'untestable'
  | 'own-schema'
  | 'reserved-name'
  | 'unsteady';

/** Why nothing was archived; then nothing was changed either. */
export type ArchiveRefusal =
  | { readonly kind: 'not-possible'; readonly object: string; readonly because: Unkeepable }
  | { readonly kind: 'rows'; readonly object: string; readonly limit: number; readonly about: number }
  | { readonly kind: 'bytes'; readonly object: string; readonly limit: number; readonly bytes: number }
  | { readonly kind: 'lock-time'; readonly object: string; readonly limitMs: number; readonly expected?: ExpectedLock }
  /** The schema, or a name in it, is somebody else's, or somebody else could read it. */
  | {
      readonly kind: 'schema';
      readonly because: 'taken' | 'no-right' | 'name-taken' | 'granted' | 'published';
      readonly who: string;
    }
  /** The server did not do it: no space, say. */
  | { readonly kind: 'server'; readonly object: string; readonly code: string };

/** How long the tables would be locked, and for how much. */
interface ExpectedLock {
  readonly ms: number;
  readonly rows: number;
  readonly bytes: number;
}

const UNKEEPABLE: Readonly<Record<Unkeepable, string>> = {
  'no-key': 'has no primary key or unique index over required columns, by which its values could be restored',
  'key-changes': 'gets other keys, so that its rows cannot be recognized afterwards',
  'large-object': 'is a large object',
  'foreign-table': 'is a foreign table, whose rows are on another server',
  sequence: 'is a sequence, whose position cannot be restored without assigning numbers twice',
  view: 'is a materialized view, into which no rows can be restored',
  unlogged: 'becomes unlogged: its rows would be lost later, in a crash of the server',
  labels: 'holds labels of an enum that get another meaning',
  untestable: 'does what cannot be tested beforehand',
  'own-schema': 'is itself in the schema lockstep_archive',
  'reserved-name': 'has a column whose name begins with _lockstep_',
  unsteady: 'is changed by the migration in another way each time it runs',
};

const SCHEMA: Readonly<Record<Extract<ArchiveRefusal, { kind: 'schema' }>['because'], (who: string) => string>> = {
  taken: (who) => `the schema lockstep_archive belongs to ${who}; connect as that role, or rename its schema`,
  'no-right': () =>
    'this role may not create the schema lockstep_archive; let an administrator run: grant create on database DATABASE to ROLE',
  'name-taken': (who) => `${who} in the schema lockstep_archive was not made by Lockstep; rename it`,
  granted: (who) => `the archive could be read by others (${who}); revoke that right`,
  published: (who) => `the publication ${who} would send the archive to other servers; publish tables by name instead`,
};

const BY_HAND = {
  down: 'copy it in advance, or make a backup, and then use on-data-loss: allow',
  up: 'copy it in advance, or make a backup, and then use archive: never',
};

/** One line: what, which numbers, what to do. Holds no row data. `direction`: of the migration that would delete it. */
export function describeArchiveRefusal(refusal: ArchiveRefusal, direction: keyof typeof BY_HAND): string {
  const byHand = BY_HAND[direction];
  switch (refusal.kind) {
    case 'not-possible':
      return `${refusal.object} cannot be archived: it ${UNKEEPABLE[refusal.because]}; ${byHand}`;
    case 'rows':
      return `${refusal.object} would bring the archive to more than the ${refusal.limit} rows of archive-limit (the table has about ${refusal.about}); raise archive-limit, or ${byHand}`;
    case 'bytes':
      return `${refusal.object} would bring the archive to ${refusal.bytes} bytes, more than the ${refusal.limit} of archive-limit; raise archive-limit, or ${byHand}`;
    case 'lock-time':
      if (refusal.expected !== undefined) return describeExpected(refusal, refusal.expected, direction);
      return `${refusal.object} could not be archived within the ${formatDuration(refusal.limitMs)} for which its tables may be locked; raise archive-lock-limit, run when the database is less busy, or ${byHand}`;
    case 'schema':
      return SCHEMA[refusal.because](refusal.who);
    case 'server':
      return `the server could not write the archive of ${refusal.object} (SQLSTATE ${refusal.code}); free its disk or its limits, or ${byHand}`;
  }
}

function describeExpected(
  { limitMs, object }: { readonly object: string; readonly limitMs: number },
  { bytes, ms, rows }: ExpectedLock,
  direction: keyof typeof BY_HAND,
): string {
  const limit = limitMs > 0 ? formatDuration(limitMs) : 'no time';
  return `${object} would be locked for about ${formatDuration(ms)} while ${count(rows, 'row')} (${bytes} bytes) are archived, and ${limit} is left by archive-lock-limit${direction === 'down' ? ' and the budget of the undo' : ''}; raise archive-lock-limit${direction === 'down' ? ' and run command: down' : ''}, or ${BY_HAND[direction]}`;
}
