import { count, InputError, nameSome } from '@lockstep/base';
import type { ArchiveRecord, Erased, Erasure, RestoredTable, RestoreReport } from '@lockstep/migrations';
import { end } from './end.ts';

/** What a command on archived data ends with: counts and places only; what is in the rows stays in the database. */

export function restoreEnd({ cancelled, passedOver, tables }: RestoreReport, dryRun: boolean) {
  const sum = (of: (table: RestoredTable) => number) => tables.reduce((all, table) => all + of(table), 0);
  const superseded = sum((table) => table.superseded);
  const older = superseded === 0 ? '' : `, ${superseded} left out as archived again later`;
  const done = `${count(
    sum(({ inserted }) => inserted),
    'row',
  )} inserted, ${count(
    sum(({ set }) => set),
    'row',
  )} with values set, ${sum(({ already }) => already)} already there${older}`;
  const conflicts = sum(conflictsOf);
  const blocked = tables.filter(({ notRestored }) => notRestored !== undefined).map(whyNot);
  if (cancelled)
    return end({ verdict: 'unknown', reason: 'cancelled', message: `cancelled: ${done}; run again to continue` });
  if (tables.length === 0) {
    return end({ verdict: 'pass', reason: 'nothing-to-restore', message: nothingWaits(passedOver) });
  }
  if (dryRun) {
    const left = conflicts > 0 ? `; ${count(conflicts, 'row')} would be left as conflicts` : '';
    const not = blocked.length > 0 ? `; not restored: ${nameSome(blocked, 4)}` : '';
    return end({ verdict: 'pass', reason: 'dry-run', message: `would restore: ${done}${left}${not}` });
  }
  if (blocked.length > 0) {
    const message = `${done}; not restored: ${nameSome(blocked, 4)}`;
    return end({ verdict: 'fail', reason: 'archive-not-restored', message });
  }
  if (conflicts > 0) {
    const where = tables.filter((table) => conflictsOf(table) > 0).map(({ contents }) => contents);
    const message = `${done}; ${count(conflicts, 'row')} left as conflicts, marked in the column _lockstep_conflict of ${nameSome(where, 4)}`;
    return end({ verdict: 'fail', reason: 'archive-conflicts', message });
  }
  return end({ verdict: 'pass', reason: 'archive-restored', message: done });
}

function nothingWaits({ inPlace, restored }: RestoreReport['passedOver']): string {
  const parts = [
    ...(restored === 0 ? [] : [`${restored} already restored`]),
    ...(inPlace === 0 ? [] : [`${inPlace} of contract migrations that are still applied`]),
  ];
  return parts.length === 0
    ? 'no such archive was found; command: list-archives shows all'
    : `no archive waits to be restored: ${parts.join(', ')}`;
}

function conflictsOf({ conflicts }: RestoredTable): number {
  return Object.values(conflicts).reduce((sum, each) => sum + each, 0);
}

const NOT_RESTORED: Readonly<Record<NonNullable<RestoredTable['notRestored']>, string>> = {
  'not-applied': 'its migration is not applied',
  'not-rolled-back': 'its contract migration is still applied',
  expired: 'its time is over, extend it first',
  changed: 'it was changed since it was made',
  'no-target': 'there is no such table',
  'no-column': 'the table lacks one of its columns',
  hidden: 'policies hide the rows, so that only a run shows it',
};

function whyNot({ id, notRestored, source }: RestoredTable): string {
  return `archive ${id} of ${source} (${notRestored === undefined ? '' : NOT_RESTORED[notRestored]})`;
}

const CONFLICTS: Readonly<Record<keyof RestoredTable['conflicts'], string>> = {
  'row-exists': 'another row has the key',
  'row-gone': 'the row was deleted since',
  'written-since': 'the row was written since',
  'not-equal': 'a trigger or type made it another value',
  server: 'refused by the server',
};

export const RESTORED_HEAD = ['archive', 'table', 'migration', 'inserted', 'set', 'already there', 'left'];

/** One row for each archive, under `RESTORED_HEAD`. */
export function restoredRow(table: RestoredTable): readonly string[] {
  const conflicts = Object.entries(table.conflicts).map(
    ([why, rows]) => `${rows} (${CONFLICTS[why as keyof typeof CONFLICTS]})`,
  );
  const older = table.superseded === 0 ? [] : [`${table.superseded} (archived again later)`];
  const parts = [...conflicts, ...older].join(', ') || 'none';
  const left = table.notRestored === undefined ? parts : NOT_RESTORED[table.notRestored];
  const about = [table.id, table.source, `${table.version} ${table.migration}`];
  return [...about, ...[table.inserted, table.set, table.already].map(String), left];
}

export const ARCHIVE_HEAD = [
  ...['archive', 'table', 'migration', 'release', 'rows', 'size'],
  ...['made at', 'kept until', 'restored'],
];

/** One row for each archive, under `ARCHIVE_HEAD`. */
export function archiveRow(each: ArchiveRecord): readonly string[] {
  return [
    ...[each.id, each.source, `${each.version} ${each.migration}`, each.release, String(each.rows)],
    ...[`${Math.ceil(each.bytes / 1_000)} kB`, each.at, `${each.expires}${each.isExpired ? ' (over)' : ''}`],
    each.restored ?? 'no',
  ];
}

/** An archive for programs. */
export function shownArchive({ columns, ...archive }: ArchiveRecord) {
  return { ...archive, columns: columns.map(({ name, type }) => ({ name, type })) };
}

export function isOver({ isExpired }: ArchiveRecord): boolean {
  return isExpired;
}

export function listEnd(archives: readonly ArchiveRecord[]) {
  const message = `${count(archives.length, 'archive')}, ${archives.filter(isOver).length} kept longer than they should be`;
  return end({ verdict: 'pass', reason: 'archives-listed', message });
}

export function pruneEnd(pruned: readonly ArchiveRecord[], dryRun: boolean) {
  const message = `${dryRun ? 'would delete' : 'deleted'} ${count(pruned.length, 'archive')} whose time is over`;
  return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-pruned', message });
}

export function extendEnd({ expires, id, source }: ArchiveRecord, dryRun: boolean) {
  if (dryRun) {
    const message = `would keep archive ${id} of ${source} longer: it is kept until ${expires} now`;
    return end({ verdict: 'pass', reason: 'dry-run', message });
  }
  const message = `archive ${id} of ${source} is kept until ${expires}`;
  return end({ verdict: 'pass', reason: 'archive-extended', message });
}

export function removeEnd({ id, rows, source }: ArchiveRecord, dryRun: boolean) {
  if (dryRun) {
    const message = `would delete archive ${id} of ${source} (${count(rows, 'row')})`;
    return end({ verdict: 'pass', reason: 'dry-run', message });
  }
  const message = `archive ${id} of ${source} (${count(rows, 'row')}) is deleted`;
  return end({ verdict: 'pass', reason: 'archive-removed', message });
}

/** The value appears nowhere. `asked`: how many lines; of which nothing was found is said, for a name may be mistyped. */
export function eraseEnd(erased: readonly Erased[], asked: number, dryRun: boolean) {
  const rows = erased.reduce((sum, each) => sum + each.rows, 0);
  const unknown = erased.filter((each) => each.unknown);
  const done = `${dryRun ? 'would erase' : 'erased'} ${count(rows, 'row')} from ${count(new Set(erased.flatMap((each) => (each.rows > 0 ? [each.id] : []))).size, 'archive')}${foundNothing(erased, asked)}`;
  if (unknown.length > 0) {
    const names = unknown.map(({ column, id, source }) => `archive ${id} of ${source} has no column ${column}`);
    return end({
      verdict: 'unknown',
      reason: 'erase-incomplete',
      message: `${done}; not known: ${nameSome(names, 4)}`,
    });
  }
  return end({ verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-erased', message: done });
}

function foundNothing(erased: readonly Erased[], asked: number): string {
  const without = { table: [] as number[], row: [] as number[] };
  for (let nth = 0; nth < asked; nth++) {
    const found = erased.filter(({ erasure }) => erasure === nth);
    if (found.length === 0) without.table.push(nth + 1);
    else if (found.every(({ rows, unknown }) => rows === 0 && !unknown)) without.row.push(nth + 1);
  }
  const lines = (of: readonly number[]) => `${of.length === 1 ? 'line' : 'lines'} ${nameSome(of.map(String), 10)}`;
  return [
    without.table.length === 0 ? '' : `; no archive of the table in ${lines(without.table)}`,
    without.row.length === 0 ? '' : `; no archived row matches ${lines(without.row)}`,
  ].join('');
}

const ERASURE = /^(\S+\.\S+)\s+([^\s=]+)=(.*)$/;

/** One per line: `TABLE COLUMN=VALUE`. Throws InputError, which holds no value. */
export function readErasures(text: string): readonly Erasure[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, nth) => {
    const [, table, column, value] = ERASURE.exec(line) ?? [];
    if (table === undefined || column === undefined || value === undefined) {
      throw new InputError(`input "erase": line ${nth + 1}: expected TABLE COLUMN=VALUE, such as public.users id=42`);
    }
    return { table, column, value };
  });
}
