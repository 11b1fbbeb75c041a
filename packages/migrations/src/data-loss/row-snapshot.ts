import { identifier, type Session } from '@lockstep/postgres';
import { isBadCast, isForbidden, type Loss, lossOf } from './losses.ts';
import { foreignRow, foreignVersion, MOMENT, type OwnRows, ownColumns, writtenBefore } from './own-rows.ts';
import { type Column, LARGE_OBJECTS, type Relation, type Relations } from './relations.ts';
import type { Threat } from './threats.ts';

/** What is in a table before a down migration does to it what only its run shows. */
interface Counted {
  readonly relation: Relation;
  readonly all: number;
  /** Rows that the migrations did not put there. */
  readonly foreign: number;
  /** Rows that somebody else wrote last. */
  readonly foreignVersions: number;
  /** The columns that it keeps, where their values may come out as others. */
  readonly columns: readonly Kept[];
  /** Of these columns together, row by row: values that change places are others too. */
  readonly rows: Sum | undefined;
  /** Row by row, what an update may not change even where the migrations updated the row before. */
  readonly fixed: { readonly attnums: readonly number[]; readonly sum: Sum } | undefined;
}

interface Kept {
  readonly attnum: number;
  readonly column: Column;
  /** It is of another type afterwards. */
  readonly changes: boolean;
  readonly before: Sum;
}

/** Of all values of a column, or of all rows, in whatever order. */
interface Sum {
  readonly values: number;
  readonly hash: string;
}

/** What was there, and when. */
export interface RowSnapshot {
  readonly moment: string;
  readonly tables: readonly Counted[];
}

/**
 * Counts what is in the tables that a down migration will leave, but changed: those that it deletes from, updates,
 * empties, or writes anew, as its trial (`tried`) did. Where it writes a table anew or changes a type, the values are
 * summed up too: which expression made the new ones (USING), nobody can tell.
 */
export async function takeRowSnapshot(
  session: Session,
  threats: readonly Threat[],
  tried: Relations,
  own: OwnRows | undefined,
): Promise<RowSnapshot> {
  const [row] = await session.rows(`select ${MOMENT}`);
  const touched = new Map(
    threats.flatMap((each) =>
      each.kind === 'rows' || each.kind === 'type' ? [[each.relation.oid, each.relation] as const] : [],
    ),
  );
  const tables: Counted[] = [];
  for (const relation of touched.values()) {
    const now = tried.get(relation.oid);
    if (now !== undefined) tables.push(await count(session, relation, now, own));
  }
  return { moment: row?.[0] ?? '0', tables };
}

async function count(session: Session, relation: Relation, now: Relation, own: OwnRows | undefined): Promise<Counted> {
  const anew = now.filenode !== relation.filenode;
  const left = [...relation.columns].flatMap(([attnum, column]) => {
    const then = now.columns.get(attnum);
    return column.generated || then === undefined ? [] : [{ attnum, column, changes: then.shape !== column.shape }];
  });
  const columns = anew || left.some(({ changes }) => changes) ? left : [];
  const owned = ownColumns(own, relation);
  const fixed = left.filter(({ attnum }) => owned?.has(attnum) === false).map(({ attnum }) => attnum);
  const asks = [
    'count(*)',
    `count(*) filter (where ${foreignRow(own, relation)})`,
    `count(*) filter (where ${foreignVersion(own, relation)})`,
    ...columns.flatMap((each) => sumOf(textOf(each))),
    ...sumOfRows(columns.map(textOf)),
    ...(owned === undefined ? [] : sumOfRows(textsOf(relation, fixed))),
  ];
  const [row] = await readLargeObjects(session, relation, `select ${asks.join(', ')} from only ${relation.name} t`);
  const [all, foreign, foreignVersions] = [row?.[0], row?.[1], row?.[2]].map(Number) as [number, number, number];
  const sum = (nth: number) => readSum(row ?? [], 3 + 2 * nth);
  return {
    ...{ relation, all, foreign, foreignVersions },
    columns: columns.map((each, nth) => ({ ...each, before: sum(nth) })),
    rows: columns.length === 0 ? undefined : sum(columns.length),
    fixed:
      owned === undefined ? undefined : { attnums: fixed, sum: sum(columns.length + (columns.length === 0 ? 0 : 1)) },
  };
}

function textsOf({ columns }: Relation, attnums: readonly number[]): readonly string[] {
  return attnums.flatMap((attnum) => {
    const column = columns.get(attnum);
    return column === undefined ? [] : [`t.${identifier(column.name)}::text`];
  });
}

/** What is in large objects, only a superuser may read: where we are none, each page that is written is a loss. */
async function readLargeObjects(session: Session, { oid }: Relation, query: string) {
  await session.rows('savepoint lockstep_snapshot');
  try {
    const rows = await session.rows(query);
    await session.rows('release lockstep_snapshot');
    return rows;
  } catch (error) {
    if (!LARGE_OBJECTS.includes(oid) || !isForbidden(error)) throw error;
    await session.rows('rollback to lockstep_snapshot');
    return [];
  }
}

/** Fields that came or went make no difference where nobody put anything into them. */
function textOf({ changes, column }: { readonly column: Column; readonly changes: boolean }): string {
  const name = `t.${identifier(column.name)}`;
  return changes && column.hasFields
    ? `pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(${name}))::text`
    : `${name}::text`;
}

function sumOf(value: string): readonly [string, string] {
  return [`count(${value})`, `sum(pg_catalog.hashtextextended(${value}, 0)::numeric)`];
}

function sumOfRows(values: readonly string[]): readonly string[] {
  return values.length === 0
    ? []
    : ['count(*)', `sum(pg_catalog.hashtextextended(row(${values.join(', ')})::text, 0)::numeric)`];
}

function readSum(row: readonly (string | null)[], at: number): Sum {
  return { values: Number(row[at] ?? 0), hash: row[at + 1] ?? '' };
}

function isEqual(a: Sum, b: Sum): boolean {
  return a.values === b.values && a.hash === b.hash;
}

const LARGE_OBJECT_LIST = 'pg_catalog.pg_largeobject_metadata';

/** What came between a snapshot and now. */
export interface Change {
  readonly before: Relations;
  readonly after: Relations;
  readonly own: OwnRows | undefined;
  /** What is lost for certain by other ways. */
  readonly known: readonly Loss[];
}

/** The same of one table. */
interface RowChange {
  readonly before: Relation;
  readonly now: Relation;
  readonly own: OwnRows | undefined;
  readonly moment: string;
}

/** What a down migration did to the stock: rows that went, rows that were overwritten, values that came out as others. */
export async function findLosses(
  session: Session,
  snapshot: RowSnapshot,
  { after, before: start, known, own }: Change,
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const table of snapshot.tables.toSorted((a) => (a.relation.name === LARGE_OBJECT_LIST ? -1 : 0))) {
    const [before, now] = [start.get(table.relation.oid), after.get(table.relation.oid)];
    if (before === undefined || now === undefined) continue;
    // Pages go with their large objects, which are lost already.
    if (LARGE_OBJECTS.includes(now.oid) && losses.some(({ object }) => object === LARGE_OBJECT_LIST)) continue;
    const rows = await rowsLost(session, table, { before, now, own, moment: snapshot.moment });
    // Where rows went or came, sums say nothing that is not said already.
    losses.push(...(rows === undefined ? await valuesLost(session, table, now, known) : [rows]));
  }
  return losses;
}

/** Column by column, and then all of them together: the same values in other rows are others. */
async function valuesLost(
  session: Session,
  table: Counted,
  now: Relation,
  known: readonly Loss[],
): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  const values: string[] = [];
  let isWhole = table.rows !== undefined;
  for (const kept of table.columns) {
    const object = `${table.relation.name}.${kept.column.name}`;
    const name = now.columns.get(kept.attnum)?.name;
    if (name === undefined || known.some((each) => each.object === object)) {
      isWhole = false;
      continue;
    }
    const same = await sameValue(session, now, { ...kept, column: { ...kept.column, name } }, kept.column.type);
    if (same !== undefined) values.push(same);
    else losses.push(...some(lossOf('type', object, kept.before.values)));
  }
  if (losses.length > 0 || !isWhole || table.rows === undefined) return losses;
  const [row] = await session.rows(`select ${sumOfRows(values).join(', ')} from only ${now.name} t`);
  return isEqual(table.rows, readSum(row ?? [], 0)) ? [] : some(lossOf('values', table.relation.name, table.all));
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
  { all, fixed, foreign, foreignVersions, relation }: Counted,
  { before, moment, now, own }: RowChange,
): Promise<Loss | undefined> {
  const ask = async (what: string) => {
    const [row] = await readLargeObjects(session, now, `select ${what} from only ${now.name} t`);
    return row ?? [];
  };
  const left = async (condition: string) => Number((await ask(`count(*) filter (where ${condition})`))[0]);
  const updated = now.updated - before.updated;
  if (Number.isNaN(all)) return lossOf('values', relation.name, updated + now.deleted - before.deleted);
  if (now.filenode !== before.filenode) {
    const gone = all + now.inserted - before.inserted - (await left('true'));
    return lossOf('rows', relation.name, Math.min(foreign, gone)) ?? lossOf('values', relation.name, updated);
  }
  const untouched = writtenBefore(moment);
  const lost = foreign - (await left(`${foreignRow(own, relation)} and ${untouched}`));
  if (now.deleted > before.deleted || (updated === 0 && lost > 0)) return lossOf('rows', relation.name, lost);
  if (updated === 0) return undefined;
  const same = await left(`${foreignVersion(own, relation)} and ${untouched}`);
  const overwritten = lossOf('values', relation.name, foreignVersions - same);
  if (overwritten !== undefined || fixed === undefined || fixed.attnums.length === 0) return overwritten;
  const sum = readSum(await ask(sumOfRows(textsOf(now, fixed.attnums)).join(', ')), 0);
  return isEqual(fixed.sum, sum) ? undefined : lossOf('values', relation.name, updated);
}

/** SQL for the values of a column as they were, read as they are now or as the type that they had; undefined where they differ. */
async function sameValue(session: Session, relation: Relation, kept: Kept, type: string): Promise<string | undefined> {
  for (const value of [textOf(kept), `t.${identifier(kept.column.name)}::${type}::text`]) {
    await session.rows('savepoint lockstep_sum');
    try {
      const [row] = await session.rows(`select ${sumOf(value).join(', ')} from only ${relation.name} t`);
      await session.rows('release lockstep_sum');
      if (isEqual(kept.before, readSum(row ?? [], 0))) return value;
    } catch (error) {
      if (!isBadCast(error)) throw error;
      await session.rows('rollback to lockstep_sum');
    }
  }
  return undefined;
}
