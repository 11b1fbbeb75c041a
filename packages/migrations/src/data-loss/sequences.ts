import type { Session } from '@lockstep/postgres';
import { type Loss, lossOf } from './losses.ts';
import { type OwnRows, writtenSince } from './own-rows.ts';

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
  readonly owner: Owner | undefined;
}

interface Owner {
  readonly table: string;
  readonly column: string;
  readonly relation: string;
  readonly attnum: number;
}

/** By oid. */
export type Sequences = ReadonlyMap<string, Sequence>;

/** Of some oids, those of sequences. Ask with an empty search_path. */
export async function readSequences(session: Session, oids: readonly string[]): Promise<Sequences> {
  const rows = await session.rows(`
    select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), s.seqincrement,
           (select a.xmin from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = -1),
           pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.quote_ident(a.attname), a.attrelid, a.attnum
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
  for (const [oid, name, increment, madeBy, table, column, relation, attnum] of rows) {
    const [state] = await session.rows(`select last_value, is_called from ${name}`);
    const value = BigInt(state?.[0] ?? 0);
    const isCalled = state?.[1] === 't';
    sequences.set(oid ?? '', {
      name: name ?? '',
      last: isCalled ? value : undefined,
      next: isCalled ? value + BigInt(increment ?? 1) : value,
      rises: !(increment ?? '').startsWith('-'),
      madeBy: madeBy ?? '',
      owner:
        typeof table === 'string' && typeof column === 'string'
          ? { table, column, relation: relation ?? '', attnum: Number(attnum) }
          : undefined,
    });
  }
  return sequences;
}

/**
 * Sequences that give numbers again which they gave before, or that are gone with what they had counted. Of one that
 * numbers a column, only numbers that are in it matter; another one that the migrations made may go.
 */
export async function sequencesLost(
  session: Session,
  before: Sequences,
  after: Sequences,
  own: OwnRows | undefined,
): Promise<readonly Loss[]> {
  const losses: (Loss | undefined)[] = [];
  const ours = own === undefined ? [] : [own.migration, ...own.newer].flatMap(({ xids }) => xids);
  for (const [oid, sequence] of before) {
    const { last, madeBy, name, owner, rises } = sequence;
    if (last === undefined) continue;
    const now = after.get(oid);
    if (now === undefined) {
      if (owner !== undefined)
        losses.push(
          lossOf(
            'numbers',
            name,
            await countLeft(session, sequence, owner, { oid, own: ours.includes(madeBy) ? own : undefined }),
          ),
        );
      else if (!ours.includes(madeBy)) losses.push(lossOf('numbers', name, 1));
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

/**
 * One that numbers a column goes with it: what is lost then is in the column. Where the column stays with its numbers, the
 * next sequence of it would begin anew, unless it is there already and further on. Of one that the migrations made (`own`), only
 * what was written since counts: they may have set it to numbers that were there.
 */
async function countLeft(
  session: Session,
  { last = 0n, rises }: Sequence,
  { attnum, relation }: Owner,
  { oid, own }: { readonly oid: string; readonly own: OwnRows | undefined },
): Promise<number> {
  const [column] = await session.rows(
    `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname),
            pg_catalog.row_security_active(c.oid), (
              select q.seqrelid::pg_catalog.regclass from pg_catalog.pg_depend s join pg_catalog.pg_sequence q on q.seqrelid in (s.objid, s.refobjid)
               where q.seqrelid <> '${oid}'::pg_catalog.oid
                 and (s.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and s.refclassid = s.classid and s.refobjid = c.oid and s.refobjsubid = a.attnum and s.deptype in ('a', 'i')
                   or s.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and s.objid = (
                     select e.oid from pg_catalog.pg_attrdef e where e.adrelid = c.oid and e.adnum = a.attnum)) limit 1)
       from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attrelid = '${relation}'::pg_catalog.oid and a.attnum = ${attnum} and not a.attisdropped
        and (select y.typcategory from pg_catalog.pg_type y where y.oid = a.atttypid) = 'N'`,
  );
  if (column === undefined) return 0;
  const [table, name, isHidden, successor] = column;
  const [next] =
    successor === null || successor === undefined
      ? []
      : await session.rows(`select last_value, is_called from ${successor}`);
  const value = BigInt(next?.[0] ?? (rises ? 1 : -1)) + (next?.[1] === 't' ? (rises ? 1n : -1n) : 0n);
  const [low, high] = rises ? [value, last] : [last, value];
  if (low > high) return 0;
  // Which numbers are in it, no one may look.
  if (isHidden === 't') return 1;
  const since = own === undefined ? '' : ` and ${writtenSince(own)}`;
  const [row] = await session.rows(
    `select pg_catalog.count(*) from ${table} t where ${name} between ${low} and ${high}${since}`,
  );
  return Number(row?.[0]);
}
