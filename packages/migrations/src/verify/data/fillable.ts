import type { Session } from '@lockstep/postgres';
import { HISTORY_SCHEMAS } from '../../history/tables.ts';

/** A column into which a value may be put. */
export interface FillableColumn {
  /** Of its table: no column ever gets the number again. */
  readonly attnum: number;
  readonly name: string;
  /** As PostgreSQL writes it, with its schema where that is not its own. */
  readonly type: string;
  /** Of a domain what it is made of, all the way down; else the type. */
  readonly base: string;
  /** `E` enum, `S` string, `N` number and so on, of the type that it is made of. */
  readonly category: string;
  /** Of an enum. */
  readonly labels: readonly string[];
  /** Its own default gives another value each time: it is left to that. */
  readonly numbers: boolean;
  /** No insert may set it. */
  readonly generated: boolean;
  /** Texts of the check constraints of its domain. */
  readonly checks: readonly string[];
}

export interface FillableKey {
  readonly columns: readonly string[];
  /** SQL. */
  readonly parent: string;
  readonly parentColumns: readonly string[];
}

/** A table that rows can be put into; of a partitioned one, the whole of it. */
export interface FillableTable {
  readonly oid: string;
  /** SQL. */
  readonly name: string;
  readonly columns: readonly FillableColumn[];
  readonly keys: readonly FillableKey[];
  /** Texts of its check constraints, and by name the columns that each is about. */
  readonly checks: readonly { readonly name: string; readonly text: string; readonly columns: readonly string[] }[];
}

/** All tables but those of the history, of PostgreSQL and of extensions. */
export async function readFillable(session: Session): Promise<readonly FillableTable[]> {
  // Only here: what triggers and defaults call is found by the role's own.
  await session.rows("begin read only; set local search_path = ''");
  try {
    return await readAll(session);
  } finally {
    if (!session.lost) await session.send('rollback');
  }
}

async function readAll(session: Session): Promise<readonly FillableTable[]> {
  const inScope = `c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and n.nspname !~ '^pg_'
    and n.nspname <> all ('{information_schema,${HISTORY_SCHEMAS.join(',')}}')
    and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')`;
  const of = 'pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace';
  const names = (keys: string, from: string) =>
    `pg_catalog.to_json(array(select a.attname from pg_catalog.unnest(${keys}) with ordinality u (num, nth) join pg_catalog.pg_attribute a on a.attrelid = ${from} and a.attnum = u.num order by u.nth))`;
  const tables = await session.rows(
    `select c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) from ${of} where ${inScope} order by c.oid`,
  );
  const columns = await session.rows(`
    select c.oid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
           pg_catalog.format_type(b.typ, case when b.depth = 0 then a.atttypmod else b.mod end), y.typcategory,
           pg_catalog.to_json(array(select e.enumlabel from pg_catalog.pg_enum e where e.enumtypid = y.oid order by e.enumsortorder)),
           coalesce(pg_catalog.pg_get_expr(f.adbin, f.adrelid) like 'nextval(%', false) or a.attidentity <> '',
           a.attgenerated <> '', pg_catalog.to_json(b.checks)
      from ${of} join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_catalog.pg_attrdef f on f.adrelid = c.oid and f.adnum = a.attnum
     cross join lateral (
       with recursive made (typ, mod, depth, checks) as (
         select a.atttypid, a.atttypmod, 0, '{}'::pg_catalog.text[]
         union all
         select t.typbasetype, t.typtypmod, m.depth + 1,
                m.checks || array(select pg_catalog.pg_get_constraintdef(k.oid) from pg_catalog.pg_constraint k where k.contypid = t.oid)
           from made m join pg_catalog.pg_type t on t.oid = m.typ where t.typtype = 'd')
       select * from made order by depth desc limit 1) b
      join pg_catalog.pg_type y on y.oid = b.typ
     where ${inScope} order by c.oid, a.attnum`);
  const keys = await session.rows(`
    select c.oid, k.contype, k.conname, ${names('k.conkey', 'c.oid')},
           (select pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.relname) from pg_catalog.pg_class p join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace where p.oid = k.confrelid),
           ${names('k.confkey', 'k.confrelid')}, pg_catalog.pg_get_constraintdef(k.oid)
      from ${of} join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype in ('f', 'c') where ${inScope} order by k.oid`);
  const list = (text: string | null | undefined) => JSON.parse(text ?? '[]') as string[];
  return tables.map(([oid, name]) => {
    const own = keys.filter((row) => row[0] === oid);
    return {
      oid: oid ?? '',
      name: name ?? '',
      columns: columns
        .filter((row) => row[0] === oid)
        .map((row) => ({
          attnum: Number(row[1]),
          name: row[2] ?? '',
          type: row[3] ?? '',
          base: row[4] ?? '',
          category: row[5] ?? '',
          labels: list(row[6]),
          numbers: row[7] === 't',
          generated: row[8] === 't',
          checks: list(row[9]),
        })),
      keys: own
        .filter((row) => row[1] === 'f')
        .map((row) => ({ columns: list(row[3]), parent: row[4] ?? '', parentColumns: list(row[5]) })),
      checks: own
        .filter((row) => row[1] === 'c')
        .map((row) => ({ name: row[2] ?? '', columns: list(row[3]), text: row[6] ?? '' })),
    };
  });
}
