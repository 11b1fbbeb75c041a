import { identifier, literal, type Session } from '@lockstep/postgres';
import { type CameBack, lowBits } from './came-back.ts';
import type { ArchiveRecord } from './catalog.ts';
import { RESTORES } from './schema.ts';

/** The table into which an archive goes back, as it is now. */
export interface Target {
  readonly oid: string;
  /** SQL. */
  readonly name: string;
  readonly isPartitioned: boolean;
  readonly columns: ReadonlyMap<string, TargetColumn>;
}

interface TargetColumn {
  readonly type: string;
  readonly hasOwnCollation: boolean;
  readonly isGenerated: boolean;
  /** No update may set it. */
  readonly isIdentity: boolean;
  /** SQL: the sequence that numbers it. */
  readonly sequence: string | undefined;
}

/** Undefined where there is no such table. */
export async function readTarget(session: Session, name: string): Promise<Target | undefined> {
  const rows = await session.rows(`
    select c.oid, c.relkind, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attcollation >= 16384, a.attgenerated <> '',
           a.attidentity = 'a', pg_catalog.pg_get_serial_sequence(${literal(name)}, a.attname)
      from pg_catalog.pg_class c
      left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.oid = pg_catalog.to_regclass(${literal(name)}) and c.relkind in ('r', 'p')`);
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    oid: first[0] ?? '',
    name,
    isPartitioned: first[1] === 'p',
    columns: new Map(
      rows.map((row) => [
        row[2] ?? '',
        {
          type: row[3] ?? '',
          hasOwnCollation: row[4] === 't',
          isGenerated: row[5] === 't',
          isIdentity: row[6] === 't',
          sequence: row[7] ?? undefined,
        },
      ]),
    ),
  };
}

/** SQL over `t`: the row was not written since the migration was applied again, but by a restore. */
export interface Untouched {
  /** Of columns that were not there in between. */
  readonly since: string;
  /** Of columns that were there all along: not since the down migration either, which left it as `a` says. */
  readonly sinceDown: string;
}

/** Where ids of so many transactions later repeat, a row's id proves nothing. */
const EPOCH = 2n ** 31n;

/**
 * Which rows were not written since, by the transaction that wrote them, never by what is in them. What cannot be told
 * (another cluster, too long ago) counts as written.
 */
export function untouched(
  archive: ArchiveRecord,
  back: CameBack,
  now: { readonly cluster: string | undefined; readonly currentXid: string },
): Untouched {
  const isNear = (xid: string) => {
    const age = BigInt(now.currentXid) - BigInt(xid);
    return age >= 0n && age < EPOCH;
  };
  const isHere = now.cluster !== undefined && archive.cluster === now.cluster;
  const sinceDown = isHere && isNear(archive.xid) ? 't.xmin = a._lockstep_xmin' : 'false';
  const { horizon } = back;
  if (horizon === undefined || now.cluster === undefined || back.cluster !== now.cluster || !isNear(horizon)) {
    return { since: 'false', sinceDown };
  }
  const own = back.xids.map((xid) => `${literal(xid)}::pg_catalog.xid`).join(', ');
  const restores = `select (r.xid::pg_catalog.text::pg_catalog.int8 & ${0xffffffff})::pg_catalog.text from ${RESTORES} r where r.xid >= '${horizon}'::pg_catalog.xid8`;
  const since = `(t.xmin = any (array[${own}]::pg_catalog.xid[]) or pg_catalog.age(t.xmin) > pg_catalog.age('${lowBits(horizon)}'::pg_catalog.xid) or t.xmin::pg_catalog.text in (${restores}))`;
  return { since, sinceDown };
}

/** SQL: the archived value of a column of `a`, to be assigned to the column as it is now. */
export function archivedValue({ asText, name }: ArchiveRecord['columns'][number], { columns }: Target): string {
  const value = `a.${identifier(name)}`;
  return asText ? `${value}::${columns.get(name)?.type ?? 'text'}` : value;
}
