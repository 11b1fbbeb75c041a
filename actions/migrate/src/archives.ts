import type { Outcome, Shell } from '@lockstep/action-shell';
import { count, InputError, nameSome } from '@lockstep/base';
import {
  type ArchiveRecord,
  type Erasure,
  eraseFromArchives,
  extendArchive,
  listArchives,
  markdownTable,
  pruneArchives,
  type RestoredTable,
  removeArchive,
  restoreArchives,
} from '@lockstep/migrations';
import { engineOf } from './engine.ts';
import type { Inputs } from './inputs.ts';
import type { Reason } from './reasons.ts';
import { writeReport } from './report.ts';

/** `restore-archive`: counts and places only; what is in the rows stays in the database. */
export async function runRestore(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const { version } = values;
  const only = {
    ...(version === '' ? {} : { version }),
    ...(values['release-id'] === '' ? {} : { release: values['release-id'] }),
  };
  const report = await restoreArchives(engineOf(values, shell), {
    dryRun,
    triggersOff: values['archive-triggers'] === 'off',
    only,
  });
  const { cancelled, tables } = report;
  if (tables.length > 0) {
    shell.summary.add(`### ${dryRun ? 'Would be restored' : 'Restored'}\n\n${restoredTable(tables)}`);
  }
  const outputs = { 'report-path': writeReport(shell, { dryRun, ...report }) };
  const sum = (of: (table: RestoredTable) => number) => tables.reduce((all, table) => all + of(table), 0);
  const inserted = sum((table) => table.inserted);
  const set = sum((table) => table.set);
  const superseded = sum((table) => table.superseded);
  const older = superseded === 0 ? '' : `, ${superseded} left out as archived again later`;
  const done = `${count(inserted, 'row')} inserted, ${count(set, 'row')} with values set, ${sum((table) => table.already)} already there${older}`;
  const conflicts = sum(conflictsOf);
  const blocked = tables.filter(({ notRestored }) => notRestored !== undefined);
  if (cancelled) {
    return { verdict: 'unknown', reason: 'cancelled', message: `cancelled: ${done}; run again to continue`, outputs };
  }
  if (dryRun) {
    const left = conflicts > 0 ? `; ${count(conflicts, 'row')} would be left as conflicts` : '';
    const not = blocked.length > 0 ? `; not restored: ${nameSome(blocked.map(whyNot), 4)}` : '';
    return { verdict: 'pass', reason: 'dry-run', message: `would restore: ${done}${left}${not}`, outputs };
  }
  if (blocked.length > 0) {
    const message = `${done}; not restored: ${nameSome(blocked.map(whyNot), 4)}`;
    return { verdict: 'fail', reason: 'archive-not-restored', message, outputs };
  }
  if (conflicts > 0) {
    const where = tables.filter((table) => conflictsOf(table) > 0).map(({ contents }) => contents);
    const message = `${done}; ${count(conflicts, 'row')} left as conflicts, marked in the column _lockstep_conflict of ${nameSome(where, 4)}`;
    return { verdict: 'fail', reason: 'archive-conflicts', message, outputs };
  }
  if (tables.length === 0) {
    return { verdict: 'pass', reason: 'nothing-to-restore', message: 'no archive waits to be restored', outputs };
  }
  return { verdict: 'pass', reason: 'archive-restored', message: done, outputs };
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

function restoredTable(tables: readonly RestoredTable[]): string {
  const rows = tables.map((table) => {
    const conflicts = Object.entries(table.conflicts).map(
      ([why, rows]) => `${rows} (${CONFLICTS[why as keyof typeof CONFLICTS]})`,
    );
    const older = table.superseded === 0 ? [] : [`${table.superseded} (archived again later)`];
    const parts = [...conflicts, ...older].join(', ') || 'none';
    const left = table.notRestored === undefined ? parts : NOT_RESTORED[table.notRestored];
    const about = [table.id, table.source, `${table.version} ${table.migration}`];
    return [...about, ...[table.inserted, table.set, table.already].map(String), left];
  });
  return markdownTable(['archive', 'table', 'migration', 'inserted', 'set', 'already there', 'left'], rows);
}

/** `list-archives`. */
export async function runList(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const archives = await listArchives(engineOf(values, shell));
  const over = archives.filter(({ isExpired }) => isExpired).length;
  if (archives.length > 0) shell.summary.add(`### Archives\n\n${archiveTable(archives)}`);
  const message = `${count(archives.length, 'archive')}, ${over} kept longer than they should be`;
  const report = writeReport(shell, { archives: archives.map(shown) });
  const outputs = { archives: archives.length, 'archives-over': over, 'report-path': report };
  return { verdict: 'pass', reason: 'archives-listed', message, outputs };
}

function archiveTable(archives: readonly ArchiveRecord[]): string {
  const rows = archives.map((each) => [
    each.id,
    each.source,
    `${each.version} ${each.migration}`,
    each.release,
    String(each.rows),
    `${Math.ceil(each.bytes / 1_000)} kB`,
    each.at,
    `${each.expires}${each.isExpired ? ' (over)' : ''}`,
    each.restored ?? 'no',
  ]);
  const head = ['archive', 'table', 'migration', 'release', 'rows', 'size', 'made at', 'kept until', 'restored'];
  return markdownTable(head, rows);
}

function shown({ columns, ...archive }: ArchiveRecord) {
  return { ...archive, columns: columns.map(({ name, type }) => ({ name, type })) };
}

/** `prune-archives`. */
export async function runPrune(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const pruned = await pruneArchives(engineOf(values, shell), { dryRun });
  if (pruned.length > 0) {
    shell.summary.add(`### ${dryRun ? 'Archives that are over' : 'Deleted archives'}\n\n${archiveTable(pruned)}`);
  }
  const report = writeReport(shell, { dryRun, pruned: pruned.map(shown) });
  const outputs = { archives: pruned.length, 'report-path': report };
  const message = `${dryRun ? 'would delete' : 'deleted'} ${count(pruned.length, 'archive')} kept longer than they should be`;
  return { verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-pruned', message, outputs };
}

/** `extend-archive`. */
export async function runExtend(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const options = { because: values.because, keepMs: values['archive-keep'] };
  const id = values['archive-id'];
  if (values['dry-run']) {
    return { verdict: 'pass', reason: 'dry-run', message: `would keep archive ${id} for archive-keep from now on` };
  }
  const { expires, source } = await extendArchive(engineOf(values, shell), id, options);
  return {
    verdict: 'pass',
    reason: 'archive-extended',
    message: `archive ${id} of ${source} is kept until ${expires}`,
  };
}

/** `remove-archive`. */
export async function runRemove(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const id = values['archive-id'];
  if (values['dry-run']) return { verdict: 'pass', reason: 'dry-run', message: `would delete archive ${id}` };
  const { rows, source } = await removeArchive(engineOf(values, shell), id, values.because);
  return {
    verdict: 'pass',
    reason: 'archive-removed',
    message: `archive ${id} of ${source} (${count(rows, 'row')}) is deleted`,
  };
}

/** `erase-archives`: the value appears nowhere. */
export async function runErase(values: Inputs, shell: Shell): Promise<Outcome<Reason>> {
  const dryRun = values['dry-run'];
  const options = { because: values.because, dryRun };
  const erased = await eraseFromArchives(engineOf(values, shell), erasuresOf(values), options);
  const rows = erased.reduce((sum, each) => sum + each.rows, 0);
  const unknown = erased.filter((each) => each.unknown);
  const outputs = { 'report-path': writeReport(shell, { dryRun, erased }) };
  const done = `${dryRun ? 'would erase' : 'erased'} ${count(rows, 'row')} from ${count(erased.filter((each) => each.rows > 0).length, 'archive')}`;
  if (unknown.length > 0) {
    const names = unknown.map(({ column, id, source }) => `archive ${id} of ${source} has no column ${column}`);
    const message = `${done}; not known: ${nameSome(names, 4)}`;
    return { verdict: 'unknown', reason: 'erase-incomplete', message, outputs };
  }
  return { verdict: 'pass', reason: dryRun ? 'dry-run' : 'archives-erased', message: done, outputs };
}

const ERASURE = /^(\S+\.\S+)\s+([^\s=]+)=(.*)$/;

function erasuresOf(values: Inputs): readonly Erasure[] {
  const lines = values.erase
    .reveal()
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
