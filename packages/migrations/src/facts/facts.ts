/**
 * What a migration did, as PostgreSQL itself counted it in the migration's own transactions: written down with the
 * record of the migration, or nobody knows it any more.
 */
export interface Facts {
  /** The transactions in which it wrote, in full. */
  readonly xids: readonly string[];
  /** Oids of the tables that it made. */
  readonly tables: ReadonlySet<string>;
  /** Attribute numbers of the columns that it made, by the tables' oids. */
  readonly columns: ReadonlyMap<string, ReadonlySet<number>>;
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
  readonly tables: readonly string[];
  readonly columns: Readonly<Record<string, readonly number[]>>;
  readonly updated: readonly string[];
  readonly assigned: Readonly<Record<string, readonly number[]>>;
  readonly rewritten: readonly string[];
  readonly destroyed: boolean;
}

/** What was observed in each transaction of a migration, as the side table keeps it. */
export function readFacts(json: string): Facts {
  const list = JSON.parse(json) as readonly Observed[];
  const tables = new Set(list.flatMap((each) => each.tables));
  const old = (oid: string) => !tables.has(oid);
  const isUpdated = (oid: string) => list.filter((each) => each.updated.includes(oid));
  const updated = new Set(list.flatMap((each) => each.updated).filter(old));
  // One update that nobody can read, and nobody knows which columns were written.
  const readable = [...updated].filter((oid) => isUpdated(oid).every((each) => oid in each.assigned));
  const assigned = gather(list.map((each) => each.assigned));
  return {
    xids: list.map(({ xid }) => xid),
    tables,
    columns: gather(list.map((each) => each.columns)),
    updated,
    assigned: new Map([...assigned].filter(([oid]) => readable.includes(oid))),
    rewritten: new Set(list.flatMap((each) => each.rewritten).filter(old)),
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
