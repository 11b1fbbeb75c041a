import type { Session } from '../database/session.ts';
import { identifier } from '../sql/quote.ts';
import { isBadCast, type Loss, lossOf } from './losses.ts';
import { foreignRow, foreignVersion, MOMENT, type OwnRows, writtenBefore } from './own-rows.ts';
import type { Column, Relation, Relations, Threat } from './relations.ts';

/** What is in a table before a way down does to it what only its run shows. */
interface Counted {
  readonly relation: Relation;
  readonly all: number;
  /** Rows that the migrations did not put there. */
  readonly foreign: number;
  /** Rows that somebody else wrote last. */
  readonly foreignVersions: number;
  /** Of columns whose values may come out as others. */
  readonly sums: readonly { readonly attnum: number; readonly column: Column; readonly before: Sum }[];
}

/** Of all values of a column, in whatever order. */
interface Sum {
  readonly values: number;
  readonly hash: string;
}

/** What was there, and when. */
export interface Stock {
  readonly moment: string;
  readonly tables: readonly Counted[];
}

/**
 * Counts what is in the tables that a way down will leave, but changed: those that it deletes from, updates, empties,
 * or writes anew, as its trial (`tried`) did. Where it writes a table anew or changes a type, the values are summed up
 * too: which expression made the new ones (USING), nobody can tell.
 */
export async function takeStock(
  session: Session,
  threats: readonly Threat[],
  tried: Relations,
  own: OwnRows | undefined,
): Promise<Stock> {
  const [row] = await session.rows(`select ${MOMENT}`);
  const touched = new Map(
    threats.flatMap((each) =>
      each.kind === 'rows' || each.kind === 'type' ? [[each.relation.oid, each.relation] as const] : [],
    ),
  );
  const tables: Counted[] = [];
  for (const relation of touched.values()) {
    const now = tried.get(relation.oid);
    const anew = now?.filenode !== relation.filenode;
    const columns = [...relation.columns].filter(([attnum, column]) => {
      const left = now?.columns.get(attnum);
      return !column.generated && left !== undefined && (anew || left.shape !== column.shape);
    });
    tables.push(await count(session, relation, own, columns));
  }
  return { moment: row?.[0] ?? '0', tables };
}

async function count(
  session: Session,
  relation: Relation,
  own: OwnRows | undefined,
  columns: readonly (readonly [number, Column])[],
): Promise<Counted> {
  const parts = columns.flatMap(([, { name }]) => sumOf(`t.${identifier(name)}`));
  const filters = [foreignRow(own, relation), foreignVersion(own)].map((each) => `count(*) filter (where ${each})`);
  const [row] = await session.rows(
    `select ${['count(*)', ...filters, ...parts].join(', ')} from only ${relation.name} t`,
  );
  const [all, foreign, foreignVersions] = [row?.[0], row?.[1], row?.[2]].map(Number) as [number, number, number];
  const sums = columns.map(([attnum, column], nth) => ({ attnum, column, before: readSum(row ?? [], 3 + 2 * nth) }));
  return { relation, all, foreign, foreignVersions, sums };
}

function sumOf(value: string): readonly [string, string] {
  return [`count(${value})`, `sum(pg_catalog.hashtextextended(${value}::text, 0)::numeric)`];
}

function readSum(row: readonly (string | null)[], at: number): Sum {
  return { values: Number(row[at]), hash: row[at + 1] ?? '' };
}

/** What a way down did to the stock: rows that went, rows that were overwritten, values that came out as others. */
export async function findLosses(
  session: Session,
  stock: Stock,
  start: Relations,
  after: Relations,
  own: OwnRows | undefined,
  known: readonly Loss[],
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const table of stock.tables) {
    const [before, now] = [start.get(table.relation.oid), after.get(table.relation.oid)];
    if (before === undefined || now === undefined) continue;
    const rows = await rowsLost(session, stock.moment, table, before, now, own);
    const isKnown = (column: Column) => known.some((each) => each.object === `${table.relation.name}.${column.name}`);
    // Where rows went or came, sums say nothing that is not said already.
    const open = rows === undefined ? table.sums.filter(({ column }) => !isKnown(column)) : [];
    const values: Loss[] = [];
    for (const { attnum, before: sum, column } of open) {
      const name = now.columns.get(attnum)?.name;
      if (name !== undefined && !(await isSame(session, now, identifier(name), column.type, sum)))
        values.push(...some(lossOf('type', `${table.relation.name}.${column.name}`, sum.values)));
    }
    losses.push(...some(rows), ...values);
  }
  return losses;
}

function some(loss: Loss | undefined): readonly Loss[] {
  return loss === undefined ? [] : [loss];
}

/**
 * A table that was written anew shows of no row who wrote it before: there, only the number of rows tells. Elsewhere, a
 * row that somebody else wrote is there as it was, or it is lost.
 */
async function rowsLost(
  session: Session,
  moment: string,
  { all, foreign, foreignVersions, relation }: Counted,
  before: Relation,
  now: Relation,
  own: OwnRows | undefined,
): Promise<Loss | undefined> {
  const left = async (condition: string) => {
    const [row] = await session.rows(`select count(*) from only ${now.name} t where ${condition}`);
    return Number(row?.[0]);
  };
  const updated = now.updated - before.updated;
  if (now.filenode !== before.filenode) {
    const gone = all + now.inserted - before.inserted - (await left('true'));
    return lossOf('rows', relation.name, Math.min(foreign, gone)) ?? lossOf('values', relation.name, updated);
  }
  const untouched = writtenBefore(moment);
  if (now.deleted > before.deleted) {
    const same = await left(`${foreignRow(own, relation)} and ${untouched}`);
    return lossOf('rows', relation.name, foreign - same);
  }
  if (updated === 0) return undefined;
  const same = await left(`${foreignVersion(own)} and ${untouched}`);
  return lossOf('values', relation.name, foreignVersions - same);
}

/** Whether the values of a column are what they were, read as they are now or as the type that they had. */
async function isSame(
  session: Session,
  relation: Relation,
  column: string,
  type: string,
  before: Sum,
): Promise<boolean> {
  for (const value of [`t.${column}`, `t.${column}::${type}`]) {
    await session.rows('savepoint lockstep_sum');
    try {
      const [row] = await session.rows(`select ${sumOf(value).join(', ')} from only ${relation.name} t`);
      await session.rows('release lockstep_sum');
      const now = readSum(row ?? [], 0);
      if (now.values === before.values && now.hash === before.hash) return true;
    } catch (error) {
      if (!isBadCast(error)) throw error;
      await session.rows('rollback to lockstep_sum');
    }
  }
  return false;
}
