import { identifier, type Session } from '@lockstep/postgres';
import type { FillableTable } from './fillable.ts';

/** The rows of a table, each as its hash, with how often it is there. */
export type Rows = ReadonlyMap<string, number>;

/** Of each table. A shadow holds what migrations have put there, and a few rows of ours. */
export async function readRows(
  session: Session,
  tables: readonly FillableTable[],
): Promise<ReadonlyMap<string, Rows | undefined>> {
  const all = new Map<string, Rows | undefined>();
  for (const { columns, name } of tables) {
    const texts = columns.map((column) => `t.${identifier(column.name)}::pg_catalog.text`);
    const row = texts.length === 0 ? "''" : `pg_catalog.to_json(array[${texts.join(', ')}])::pg_catalog.text`;
    const sql = `select pg_catalog.md5(${row}), pg_catalog.count(*) from ${name} t group by 1`;
    const sent = await session.send(sql, { keepRows: true });
    // A table or a column that is not there any more.
    const found = sent.ok
      ? sent.reply.rows.map(([hash, count]): [string, number] => [hash ?? '', Number(count)])
      : undefined;
    all.set(name, found && new Map(found));
  }
  return all;
}

export function sizeOf(rows: Rows): number {
  return [...rows.values()].reduce((sum, count) => sum + count, 0);
}

/** What one has more than another. */
export function minus(rows: Rows, others: Rows): Rows {
  const left = [...rows].map(([hash, count]): [string, number] => [hash, count - (others.get(hash) ?? 0)]);
  return new Map(left.filter(([, count]) => count > 0));
}
