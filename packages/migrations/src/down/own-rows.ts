import type { SideRecord } from '../history/record.ts';
import type { Column, Relation } from './relations.ts';

/** The transaction of a migration, as the rows and columns show it that it made. */
interface Writer {
  /** The 32 bits that a row shows of its transaction's id. */
  readonly xid: string;
  /** Oids of the tables of which it updated rows; undefined where nobody knows. */
  readonly updated: ReadonlySet<string> | undefined;
}

/**
 * Which rows are the migrations' own: written in their transactions, on this very cluster, and not since. PostgreSQL
 * keeps in each row the transaction that wrote it (`xmin`, also after freezing); an update makes a new row with another
 * one. That says who wrote a row last, not who made it: see insertedBy.
 */
export interface OwnRows {
  /** The migration that goes down. */
  readonly migration: Writer;
  /** The newer ones that go down with it, before it. */
  readonly newer: readonly Writer[];
  /** Transactions before this one had ended when the migration ran: what they wrote cannot know its columns. */
  readonly horizon: string;
}

/** Where ids of so many transactions later repeat, a row's id proves nothing. */
const EPOCH = 2n ** 31n;

/**
 * The own rows of a migration (`side`) and of those that go down with it, or undefined where they cannot be told:
 * another cluster (a restored copy has new ids), no single transaction, too long ago, or a contract migration since,
 * whose originals may be gone.
 */
export function ownRows(
  side: SideRecord,
  together: readonly SideRecord[],
  now: { readonly cluster: string | undefined; readonly currentXid: string; readonly contractSince: boolean },
): OwnRows | undefined {
  const { xminHorizon } = side;
  const migration = writerOf(side);
  if (migration === undefined || xminHorizon === undefined || side.cluster !== now.cluster) return undefined;
  const age = BigInt(now.currentXid) - BigInt(xminHorizon);
  if (now.contractSince || age < 0n || age >= EPOCH) return undefined;
  const newer = together.flatMap((each) => (each.cluster === now.cluster ? (writerOf(each) ?? []) : []));
  return { migration, newer, horizon: lowBits(xminHorizon) };
}

function writerOf({ cluster, updated, xid }: SideRecord): Writer | undefined {
  if (xid === undefined || cluster === undefined) return undefined;
  return { xid: lowBits(xid), updated: updated === undefined ? undefined : new Set(updated) };
}

function lowBits(id: string): string {
  return String(BigInt(id) & 0xffffffffn);
}

/**
 * The transactions whose rows in a table are rows that they put there. In a table that was there before, a row that an
 * UPDATE wrote, or a rewrite of the whole table, is somebody's row from before: there, only who did neither counts. A
 * table that was never written anew still has the file that it was made with.
 */
function insertedBy(own: OwnRows, { filenode, madeBy, oid }: Relation): string[] {
  const inserters = [own.migration, ...own.newer].filter(
    ({ updated, xid }) => madeBy === xid || (filenode === oid && updated?.has(oid) === false),
  );
  return inserters.map(({ xid }) => xid);
}

/** True for rows that the migrations did not put there. */
export function foreignRow(own: OwnRows | undefined, relation: Relation): string {
  return own === undefined ? 'true' : notBy(insertedBy(own, relation));
}

/** True for rows that somebody else wrote last: with those, an update overwrites what the migrations had no part in. */
export function foreignVersion(own: OwnRows | undefined): string {
  return own === undefined ? 'true' : notBy([own.migration, ...own.newer].map(({ xid }) => xid));
}

/**
 * True for rows in which somebody may have put a value into a column. Of one that the migration made, those that were
 * written after it; one that was there before may have had values all along.
 */
export function foreignValue(own: OwnRows | undefined, relation: Relation, column: Column): string {
  if (own === undefined) return 'true';
  const inserted = insertedBy(own, relation);
  if (column.madeBy !== own.migration.xid) return notBy(inserted);
  const since = `pg_catalog.age(t.xmin) <= pg_catalog.age('${own.horizon}'::xid)`;
  return `${notBy([...inserted, own.migration.xid])} and ${since}`;
}

function notBy(xids: readonly string[]): string {
  return xids.length === 0 ? 'true' : `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}

/** True for rows that were there before a moment in this transaction, which `readMoment` names. */
export function writtenBefore(moment: string): string {
  return `(pg_catalog.age('${moment}'::xid)::bigint - pg_catalog.age(t.xmin)) not between 0 and ${2 ** 30}`;
}

/** SQL that names the moment; what this transaction writes in a later savepoint comes after it. */
export const MOMENT = `pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint & ${0xffffffff}`;
