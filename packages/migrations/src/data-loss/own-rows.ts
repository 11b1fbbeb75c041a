import type { Facts } from '../facts/facts.ts';
import type { SideRecord } from '../history/record.ts';
import { LARGE_OBJECTS, type Relation } from './relations.ts';

/** A migration, as rows and columns show that it made them. */
interface Writer {
  readonly facts: Facts;
  /** The 32 bits that a row shows of a transaction's id. */
  readonly xids: readonly string[];
  /** Neither it nor any later one destroyed anything: what it wrote is nowhere the last copy. */
  readonly isClean: boolean;
}

/**
 * What is the migrations' own: what they made, and the rows that they wrote, on this very cluster, and that nobody
 * changed since. PostgreSQL keeps in each row the transaction that wrote it (`xmin`, also after freezing); an update
 * makes a new row with another one. That says who wrote a row last; the facts say what that means.
 */
export interface OwnRows {
  /** The migration that is rolled back. */
  readonly migration: Writer;
  /** The newer ones that go down with it, before it. */
  readonly newer: readonly Writer[];
  /** Transactions before this one had ended when the migration ran: what they wrote cannot know its columns. */
  readonly horizon: string;
}

/** Where ids of so many transactions later repeat, a row's id proves nothing. */
const EPOCH = 2n ** 31n;

/**
 * What is a migration's own (`side`), and of those that go down with it; undefined where it cannot be told, so that
 * everything counts as data: another cluster (a restored copy has new ids), nobody observed it, too long ago.
 */
export function ownRows(
  side: SideRecord,
  together: readonly SideRecord[],
  now: { readonly cluster: string | undefined; readonly currentXid: string; readonly destroyedSince: boolean },
): OwnRows | undefined {
  const { facts, xminHorizon } = side;
  if (facts === undefined || xminHorizon === undefined || side.cluster !== now.cluster) return undefined;
  const age = BigInt(now.currentXid) - BigInt(xminHorizon);
  if (age < 0n || age >= EPOCH) return undefined;
  const writerOf = (known: Facts): Writer => ({
    facts: known,
    xids: known.xids.map(lowBits),
    isClean: !known.destroyed && !now.destroyedSince,
  });
  const newer = together.flatMap((each) =>
    each.cluster === now.cluster && each.facts !== undefined ? [writerOf(each.facts)] : [],
  );
  return { migration: writerOf(facts), newer, horizon: lowBits(xminHorizon) };
}

function lowBits(id: string): string {
  return String(BigInt(id) & 0xffffffffn);
}

/**
 * The transactions whose rows in a table are rows that they put there. In a table that was there before, a row that an
 * UPDATE wrote, or a rewrite of the whole table, is somebody's row from before: there, only who did neither counts.
 */
function insertedBy(own: OwnRows, { oid }: Relation): string[] {
  const inserters = [own.migration, ...own.newer].filter(
    ({ facts: { inserted, rewritten, tables, updated }, isClean }) =>
      isClean &&
      (tables.has(oid) ||
        ((inserted.has(oid) || LARGE_OBJECTS.includes(oid)) && !updated.has(oid) && !rewritten.has(oid))),
  );
  return inserters.flatMap(({ xids }) => xids);
}

/** Those that updated rows of a table in a way that is known, down to the columns that they wrote. */
function assignedBy(own: OwnRows, { oid }: Relation): readonly Writer[] {
  return [own.migration, ...own.newer].filter(({ facts }) => facts.assigned.has(oid) && !facts.rewritten.has(oid));
}

/** True for rows that the migrations did not put there. */
export function foreignRow(own: OwnRows | undefined, relation: Relation): string {
  return own === undefined ? 'true' : notBy(insertedBy(own, relation));
}

/** True for rows that somebody else wrote last: with those, an update overwrites what the migrations had no part in. */
export function foreignVersion(own: OwnRows | undefined, relation: Relation): string {
  if (own === undefined) return 'true';
  return notBy([...insertedBy(own, relation), ...assignedBy(own, relation).flatMap(({ xids }) => xids)]);
}

/**
 * The columns in which an update of a row that the migrations updated overwrites nothing but what they wrote: constants
 * that stand in their text, and columns that they made. Undefined where no such update is theirs.
 */
export function ownColumns(own: OwnRows | undefined, relation: Relation): ReadonlySet<number> | undefined {
  const writers = own === undefined ? [] : assignedBy(own, relation);
  if (writers.length === 0) return undefined;
  return new Set(
    writers.flatMap(({ facts, isClean }) => [
      ...(facts.assigned.get(relation.oid) ?? []),
      ...((isClean ? facts.columns.get(relation.oid) : undefined) ?? []),
    ]),
  );
}

/** Whether the migration that is rolled back made a column. */
export function isMade(own: OwnRows | undefined, relation: Relation, attnum: number): boolean {
  const { columns, tables } = own?.migration.facts ?? {};
  return attnum <= (tables?.get(relation.oid) ?? 0) || columns?.get(relation.oid)?.has(attnum) === true;
}

/**
 * True for rows in which somebody may have put a value into a column. Of one that the migration made, those that were
 * written after it; one that was there before may have had values all along.
 */
export function foreignValue(own: OwnRows | undefined, relation: Relation, attnum: number): string {
  if (own === undefined) return 'true';
  const inserted = insertedBy(own, relation);
  if (!isMade(own, relation, attnum)) return notBy(inserted);
  return `${notBy([...inserted, ...(own.migration.isClean ? own.migration.xids : [])])} and ${sinceHorizon(own)}`;
}

function sinceHorizon({ horizon }: OwnRows): string {
  return `pg_catalog.age(t.xmin) <= pg_catalog.age('${horizon}'::xid)`;
}

/** True for rows that somebody wrote after the migration that is rolled back. */
export function writtenSince(own: OwnRows): string {
  return `${notBy([own.migration, ...own.newer].flatMap(({ xids }) => xids))} and ${sinceHorizon(own)}`;
}

function notBy(xids: readonly string[]): string {
  return xids.length === 0 ? 'true' : `(${xids.map((xid) => `t.xmin <> '${xid}'::xid`).join(' and ')})`;
}

/** True for rows that were there before a moment in this transaction, which `MOMENT` names. */
export function writtenBefore(moment: string): string {
  return `(pg_catalog.age('${moment}'::xid)::bigint - pg_catalog.age(t.xmin)) not between 0 and ${2 ** 30}`;
}

/** SQL that names the moment; what this transaction writes in a later savepoint comes after it. */
export const MOMENT = `pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint & ${0xffffffff}`;
