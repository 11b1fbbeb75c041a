/**
 * What a migration did, as PostgreSQL itself counted it in the migration's own transactions: written down with the
 * record of the migration, or nobody knows it any more.
 */
export interface Facts {
  /** The transactions in which it wrote, in full. */
  readonly xids: readonly string[];
  /** The tables that it made, by oid, and how many columns they had then. */
  readonly tables: ReadonlyMap<string, number>;
  /** Attribute numbers of the columns that it added to tables which were there, by the tables' oids. */
  readonly columns: ReadonlyMap<string, ReadonlySet<number>>;
  /** Tables that were there, and into which it inserted rows. */
  readonly inserted: ReadonlySet<string>;
  /** Tables that were there, and of which it updated rows. */
  readonly updated: ReadonlySet<string>;
  /**
   * Of such tables, those of which all updates can be read: they wrote into columns that it made, and constants into
   * these.
   */
  readonly assigned: ReadonlyMap<string, ReadonlySet<number>>;
  /** Tables that were there, and that it wrote anew. */
  readonly rewritten: ReadonlySet<string>;
  /**
   * It deleted or replaced something: rows, columns, tables, contents of large objects. Then what it wrote elsewhere
   * may be all that is left of that, and counts as data.
   */
  readonly destroyed: boolean;
}

interface Observed {
  readonly xid: string;
  readonly tables: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly inserted: readonly number[];
  readonly updated: readonly number[];
  readonly assigned: Readonly<Record<string, readonly number[]>>;
  readonly rewritten: readonly number[];
  readonly destroyed: boolean;
}

/** What was observed in each transaction of a migration, as the side table keeps it. */
export function readFacts(json: string): Facts {
  const list = JSON.parse(json) as readonly Observed[];
  const tables = new Map(list.flatMap((each) => Object.entries(each.tables)));
  const old = (oid: string) => !tables.has(oid);
  const isUpdated = (oid: string) => list.filter((each) => each.updated.map(String).includes(oid));
  const updated = new Set(list.flatMap((each) => each.updated.map(String)).filter(old));
  // One update that nobody can read, and nobody knows which columns were written.
  const readable = [...updated].filter((oid) => isUpdated(oid).every((each) => oid in each.assigned));
  const assigned = gather(list.map((each) => each.assigned));
  return {
    xids: list.map(({ xid }) => xid),
    tables,
    columns: gather(list.map((each) => each.columns)),
    inserted: new Set(list.flatMap((each) => each.inserted.map(String))),
    updated,
    assigned: new Map([...assigned].filter(([oid]) => readable.includes(oid))),
    rewritten: new Set(list.flatMap((each) => each.rewritten.map(String)).filter(old)),
    destroyed: list.some((each) => each.destroyed),
  };
}

function gather(
  list: readonly Readonly<Record<string, readonly number[]>>[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const all = new Map<string, Set<number>>();
  for (const [oid, columns] of list.flatMap((each) => Object.entries(each))) {
    all.set(oid, new Set([...(all.get(oid) ?? []), ...columns]));
  }
  return all;
}
