import { count, nameSome } from '@lockstep/base';
import { identifier, openSession, type Session } from '@lockstep/postgres';
import { type RestoredTable, restoreArchives } from '../../archive/restore.ts';
import { down } from '../../down/down.ts';
import { readDownPlan } from '../../down/preview.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Folder } from '../../files/folder.ts';
import { up } from '../../up/up.ts';
import type { DataAnswer } from './answer.ts';
import { fillTables } from './fill.ts';
import { type FillableTable, readFillable } from './fillable.ts';
import { minus, type Rows, readRows, sizeOf } from './snapshot.ts';
import { withCopy } from './with-copy.ts';

const NEWEST = { kind: 'steps', steps: 1 } as const;

/**
 * Whether the archive of a migration's rollback restores what it lost: on a copy of the shadow, where the migration is
 * the newest, with generated rows: down with archive, up, restore-archive, and the same rows.
 */
export async function verifyData(shadow: Engine, folder: Folder, version: string): Promise<DataAnswer> {
  const { revert } = await readDownPlan(shadow, { range: NEWEST });
  if (revert.every(({ deletes, opaque }) => deletes.length === 0 && !opaque)) return { kind: 'nothing-lost' };
  const emptied = new Set(
    revert.flatMap(({ deletes }) => deletes.flatMap((each) => (each.kind === 'rows' ? [each.table] : []))),
  );
  const answer = await withCopy(shadow, (copy) => onCopy(copy, folder, { version, emptied }));
  return answer ?? notTested('the server does not copy the test database');
}

function notTested(why: string): DataAnswer {
  return { kind: 'not-tested', message: `whether an archive restores its rows was not tested: ${why}` };
}

async function onCopy(
  copy: Engine,
  folder: Folder,
  { emptied, version }: { readonly version: string; readonly emptied: ReadonlySet<string> },
): Promise<DataAnswer> {
  // Here it is applied once more: what it put there is known as its own only in the database in which it ran.
  const cleared = (await down(copy, { range: NEWEST, onDataLoss: 'allow' })).failure ?? (await again(copy, folder));
  if (cleared !== undefined) return notTested(`on a copy it fails (${cleared.message})`);
  const filled = await inCopy(copy, async (session) => {
    const tables = await readFillable(session);
    const before = await readRows(session, tables);
    await fillTables(session, tables);
    return { tables, before, after: await readRows(session, tables), used: await usedColumns(session, tables) };
  });
  const { failure, refused, reverted } = await down(copy, { range: NEWEST, onDataLoss: 'archive' });
  if (failure !== undefined) return notTested(`with rows in its tables the down migration fails (${failure.message})`);
  if (refused !== undefined)
    return { kind: 'refused', message: refused.unarchived.map((each) => each.message).join('; ') };
  const gone = await inCopy(copy, async (session) => goneUnfilled(filled, await readFillable(session)));
  const unfilled = [...gone, ...emptiedUnfilled(filled, emptied)];
  const archived = reverted.flatMap((each) => each.archived);
  if (archived.length === 0 && unfilled.length > 0) return couldNotFill(unfilled);
  if (archived.length === 0) return { kind: 'nothing-lost' };
  const failed = await again(copy, folder);
  if (failed !== undefined)
    return notTested(`after a rollback with rows it cannot be applied again (${failed.message})`);
  const { tables } = await restoreArchives(copy, {
    dryRun: false,
    triggersOff: false,
    only: { version, direction: 'down' },
  });
  const after = await inCopy(copy, (session) => readRows(session, filled.tables));
  const wrong = differences(filled, after, tables);
  if (wrong.length > 0) {
    return {
      kind: 'differs',
      message: `down with archive, up and restore-archive do not restore ${nameSome(wrong, 4)}`,
    };
  }
  if (unfilled.length > 0) return couldNotFill(unfilled);
  return { kind: 'restored', rows: archived.reduce((sum, { rows }) => sum + rows, 0) };
}

function couldNotFill(names: readonly string[]): DataAnswer {
  return notTested(`no rows could be generated for ${nameSome(names, 4)}`);
}

async function again(copy: Engine, folder: Folder) {
  return (await up(copy, { folder, phase: 'all', allowOutOfOrder: true })).failure;
}

async function inCopy<T>({ log, signal, target }: Engine, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession(target, { log, signal, applicationName: 'lockstep shadow' });
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

interface Filled {
  readonly tables: readonly FillableTable[];
  /** Without and with the rows that were generated. */
  readonly before: ReadonlyMap<string, Rows | undefined>;
  readonly after: ReadonlyMap<string, Rows | undefined>;
  /** Columns with a value in some row, as `keyOf` names them. */
  readonly used: ReadonlySet<string>;
}

function keyOf({ oid }: FillableTable, { attnum, type }: FillableTable['columns'][number]): string {
  return `${oid}.${attnum} ${type}`;
}

async function usedColumns(session: Session, tables: readonly FillableTable[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const table of tables) {
    const counts = table.columns.map(({ name }) => `pg_catalog.count(t.${identifier(name)})`);
    if (counts.length === 0) continue;
    const [row] = await session.rows(`select ${counts.join(', ')} from ${table.name} t`);
    table.columns.forEach((column, nth) => {
      if (row?.[nth] !== '0') used.add(keyOf(table, column));
    });
  }
  return used;
}

/** Columns that went, or got another type, and in which there was nothing. */
function goneUnfilled({ tables, used }: Filled, now: readonly FillableTable[]): readonly string[] {
  const left = new Set(now.flatMap((table) => table.columns.map((column) => keyOf(table, column))));
  return tables.flatMap((table) => {
    const gone = table.columns.filter((each) => !left.has(keyOf(table, each)) && !used.has(keyOf(table, each)));
    const stored = gone.filter(({ generated }) => !generated);
    if (stored.length === table.columns.length && stored.length > 0) return [table.name];
    return stored.map(({ name }) => `${table.name}.${name}`);
  });
}

/** Tables whose rows are deleted as a whole (`emptied`, by their text), and that have none. */
function emptiedUnfilled({ after, tables }: Filled, emptied: ReadonlySet<string>): readonly string[] {
  return tables.flatMap(({ name }) => {
    const rows = after.get(name);
    return emptied.has(name) && (rows === undefined || sizeOf(rows) === 0) ? [name] : [];
  });
}

/** Of tables with archives, what of the generated rows is not as it was, and what is there twice. */
function differences(
  { after: filled, before, tables }: Filled,
  now: ReadonlyMap<string, Rows | undefined>,
  restored: readonly RestoredTable[],
): readonly string[] {
  return tables.flatMap(({ name }) => {
    const [base, full, rows] = [before.get(name), filled.get(name), now.get(name)];
    const of = restored.filter((table) => table.target === name);
    // What the migration itself deletes each time it is applied is no matter of an archive.
    if (of.length === 0 || base === undefined || full === undefined) return [];
    const generated = minus(full, base);
    const missing = rows === undefined ? sizeOf(generated) : sizeOf(minus(generated, rows));
    if (missing > 0) return [`${name} (${missing} of ${count(sizeOf(generated), 'row')}${whyOf(of)})`];
    const more = rows === undefined ? 0 : sizeOf(rows) - sizeOf(full);
    return more > 0 ? [`${name} (${count(more, 'row')} too many)`] : [];
  });
}

function whyOf(tables: readonly RestoredTable[]): string {
  const causes = tables.flatMap(({ conflicts, notRestored }) => [
    ...(notRestored === undefined ? [] : [notRestored]),
    ...Object.entries(conflicts).map(([cause, rows]) => `${rows} ${cause}`),
  ]);
  return causes.length === 0 ? '' : `: ${causes.join(', ')}`;
}
