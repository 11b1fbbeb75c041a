import type { Session } from '@lockstep/postgres';
import { type Loss, lossOf } from './losses.ts';
import type { OwnRows } from './own-rows.ts';

/** How far a sequence has come. */
interface Sequence {
  readonly name: string;
  /** The number that it gave last; undefined where it gave none since it was made or set. */
  readonly last: bigint | undefined;
  readonly next: bigint;
  readonly rises: boolean;
  /** The transaction that made it, as 32 bits. */
  readonly madeBy: string;
  /** The column of numbers that it gives, as SQL. */
  readonly owner: { readonly table: string; readonly column: string } | undefined;
}

/** By oid. */
export type Sequences = ReadonlyMap<string, Sequence>;

/** Of some oids, those of sequences. Ask with an empty search_path. */
export async function readSequences(session: Session, oids: readonly string[]): Promise<Sequences> {
  const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), s.seqincrement,
           (select a.xmin from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = -1),
           pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.quote_ident(a.attname), d.objid is not null
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      join pg_catalog.pg_sequence s on s.seqrelid = c.oid
      left join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.objsubid = 0
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
      left join pg_catalog.pg_class t on t.oid = d.refobjid
      left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
      left join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'
     where c.oid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and c.relpersistence <> 't'`);
  const sequences = new Map<string, Sequence>();
  for (const [oid, name, increment, madeBy, table, column] of rows) {
    const [state] = await session.rows(`select last_value, is_called from ${name}`);
    const value = BigInt(state?.[0] ?? 0);
    const isCalled = state?.[1] === 't';
    sequences.set(oid ?? '', {
      name: name ?? '',
      last: isCalled ? value : undefined,
      next: isCalled ? value + BigInt(increment ?? 1) : value,
      rises: !(increment ?? '').startsWith('-'),
      madeBy: madeBy ?? '',
      owner: typeof table === 'string' && typeof column === 'string' ? { table, column } : undefined,
    });
  }
  return sequences;
}

/**
 * Sequences that give numbers again which they gave before, or that are gone with what they had counted. Of one that
 * numbers a column, only numbers that are in it matter; one that the migrations made may go.
 */
export async function sequencesLost(
  session: Session,
  before: Sequences,
  after: Sequences,
  own: OwnRows | undefined,
): Promise<readonly Loss[]> {
  const losses: (Loss | undefined)[] = [];
  const ours = own === undefined ? [] : [own.migration, ...own.newer].flatMap(({ xids }) => xids);
  for (const [oid, { last, madeBy, name, owner, rises }] of before) {
    if (last === undefined) continue;
    const now = after.get(oid);
    if (now === undefined) {
      // One that numbers a column goes with it: what is lost then is in the column.
      if (owner === undefined && !ours.includes(madeBy)) losses.push(lossOf('numbers', name, 1));
      continue;
    }
    if (rises ? now.next > last : now.next < last) continue;
    if (now.owner === undefined) {
      losses.push(lossOf('numbers', name, 1));
      continue;
    }
    const { column, table } = now.owner;
    const [low, high] = rises ? [now.next, last] : [last, now.next];
    const [row] = await session.rows(`select count(*) from ${table} where ${column} between ${low} and ${high}`);
    losses.push(lossOf('numbers', name, Number(row?.[0])));
  }
  return losses.flatMap((loss) => loss ?? []);
}
