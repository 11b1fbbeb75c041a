import { InputError } from '@lockstep/base';
import type { Folder } from '../files/folder.ts';
import { compareVersions, type Migration, type Order, versionKey } from '../files/migration.ts';
import { describeProblem, FileError, type Problem } from '../sql/problem.ts';
import { claimVersions } from './claim-versions.ts';
import type { HistoryRecord } from './record.ts';

/** A folder beside the history of a database. */
export interface Settled {
  /** Each version by the file of it that was run, where the history tells. */
  readonly folder: Folder;
  /** Why what is to be run cannot be run as it is. */
  readonly problems: readonly Problem[];
  /** What is passed over, by file: of no matter to what is to be run. */
  readonly notes: readonly string[];
}

/**
 * What of a folder matters now that the history is known. What cannot be run stands only in the way of what is to be
 * run, which are the pending versions up to `to`; of the rest it is a note.
 */
export function settle(folder: Folder, history: readonly HistoryRecord[], to?: string): Settled {
  const records = byNumber(history);
  const recordOf = (version: string) => records.get(versionKey(version));
  const isToRun = (version: string) =>
    recordOf(version)?.applied !== true && (to === undefined || compareVersions(version, to, folder.order) <= 0);
  const newest = newestOf(history, folder.order);
  const isAhead = (version: string) => newest === '' || compareVersions(version, newest, folder.order) > 0;
  const named =
    folder.layout === 'folders' ? claimVersions(folder.migrations, history, folder.order) : folder.migrations;
  const migrations = named.map((migration) => pick(migration, recordOf(migration.version)));
  const problems: Problem[] = [];
  const notes: string[] = [...folder.leftOut];
  const collect = (matters: boolean, problem: Problem) => {
    if (matters) problems.push(problem);
    else notes.push(describeProblem(problem));
  };
  for (const migration of migrations) {
    const matters = isToRun(migration.version);
    for (const { file } of migration.others ?? []) {
      collect(matters, { file, message: `the same version as ${migration.file}; give one of them another` });
    }
    for (const problem of migration.problems ?? []) collect(matters, problem);
  }
  for (const { matters, version, ...stray } of folder.strays)
    collect(matters === 'always' || (version !== undefined && isToRun(version) && isAhead(version)), stray);
  return { folder: { ...folder, migrations }, problems, notes };
}

/** The newest applied version, '' where there is none. */
export function newestOf(history: readonly HistoryRecord[], order: Order): string {
  let newest = '';
  for (const { applied, version } of history) {
    if (applied && (newest === '' || compareVersions(version, newest, order) > 0)) newest = version;
  }
  return newest;
}

/** The migrations that the database does not have, in order. */
export function pendingOf(migrations: readonly Migration[], history: readonly HistoryRecord[]): readonly Migration[] {
  const known = byNumber(history);
  return migrations.filter((migration) => known.get(versionKey(migration.version))?.applied !== true);
}

/** By number: 0007 and 7 are the same version. */
export function byNumber(history: readonly HistoryRecord[]): ReadonlyMap<string, HistoryRecord> {
  return new Map(history.map((record) => [versionKey(record.version), record]));
}

/** Throws where something that is to be run cannot be, or in no sure order. */
export function requireRunnable({ folder, problems }: Settled, history: readonly HistoryRecord[]): void {
  if (problems.length > 0) throw new FileError(problems);
  if (folder.ambiguity !== undefined && !history.some((record) => record.applied))
    throw new InputError(folder.ambiguity);
}

/** Of several files of one version, the one that was run: by its text, else by its name. */
function pick(migration: Migration, record: HistoryRecord | undefined): Migration {
  const all = [migration, ...(migration.others ?? [])];
  if (all.length === 1 || record === undefined) return migration;
  const chosen =
    all.find(({ up }) => up.checksum === record.side?.checksum) ??
    all.find(({ name }) => name === (record.side?.name ?? record.name)) ??
    migration;
  return { ...chosen, others: all.filter((each) => each !== chosen).map(({ others: _, ...each }) => each) };
}
