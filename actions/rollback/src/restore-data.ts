import { count, describe, nameSome } from '@lockstep/base';
import {
  type ContractData,
  type Engine,
  listArchives,
  type RestoredTable,
  restoreArchives,
} from '@lockstep/migrations';

/** How the data of contract migrations came back. `whole`: every archived row and value, read back. */
export interface DataEnd {
  readonly kind: 'whole' | 'partial' | 'unknown';
  readonly rows: number;
  readonly message: string;
}

/** Restores what contract migrations deleted, once they are rolled back, in this order. Throws only when cancelled. */
export async function restoreData(
  engine: Engine,
  contracts: readonly ContractData[],
  triggersOff: boolean,
): Promise<DataEnd> {
  const ids = contracts.flatMap(({ archives }) => archives.map(({ id }) => id));
  const tables: RestoredTable[] = [];
  try {
    for (const { version } of contracts) {
      const only = { version, direction: 'up' } as const;
      const report = await restoreArchives(engine, { dryRun: false, triggersOff, only });
      tables.push(...report.tables);
      if (report.cancelled) return { kind: 'unknown', rows: rowsOf(tables), message: 'cancelled' };
    }
    // Also those that a run before this one restored, and not those that are gone by now.
    const archives = ids.length === 0 ? [] : await listArchives(engine);
    const whole = new Set(archives.filter(({ restored }) => restored === 'all').map(({ id }) => id));
    return judgeData(
      tables,
      ids.filter((id) => !whole.has(id)),
    );
  } catch (error) {
    if (engine.signal?.aborted) throw error;
    return { kind: 'unknown', rows: rowsOf(tables), message: describe(error) };
  }
}

/** What was restored in two turns; the later one says how it ended. */
export function both(before: DataEnd | undefined, now: DataEnd): DataEnd {
  if (before === undefined) return now;
  const rows = before.rows + now.rows;
  return now.kind === 'whole' ? { ...now, rows, message: restoredWords(rows) } : { ...now, rows };
}

const restoredWords = (rows: number) => `${count(rows, 'row')} restored from the archive`;

/** Pure. `open`: archives that are not all restored, as it was read back. */
export function judgeData(tables: readonly RestoredTable[], open: readonly string[]): DataEnd {
  const rows = rowsOf(tables);
  const done = restoredWords(rows);
  if (open.length === 0) return { kind: 'whole', rows, message: done };
  const left = open.map((id) => {
    const table = tables.find((each) => each.id === id);
    const conflicts = Object.values(table?.conflicts ?? {}).reduce((sum, each) => sum + each, 0);
    if (table === undefined) return `archive ${id} is gone`;
    if (table.notRestored !== undefined) return `archive ${id} of ${table.source} (${table.notRestored})`;
    return `${count(conflicts, 'row')} of ${table.source}, marked in the column _lockstep_conflict of ${table.contents}`;
  });
  return { kind: 'partial', rows, message: `${done}; not restored: ${nameSome(left, 4)}` };
}

function rowsOf(tables: readonly RestoredTable[]): number {
  return tables.reduce((sum, { inserted, set }) => sum + inserted + set, 0);
}
