import type { Session } from '@lockstep/postgres';
import { LARGE_OBJECTS } from './relations.ts';

/** What a transaction can have written to or altered: relations that it has locked, by oid. */
export interface Touched {
  /** With what their rows are part of: a table has changed where a type of its columns has. */
  readonly oids: readonly string[];
  /** Of these, those that it wrote to, or meant to. */
  readonly writes: ReadonlySet<string>;
  /** And those that it had for itself alone, to alter, empty or drop them. */
  readonly alone: ReadonlySet<string>;
}

/**
 * Whatever a transaction does to a relation, it holds a lock on it until it ends; so nothing else needs to be looked at,
 * however large the database is. Types are followed to the tables that have columns of them. Large objects are always
 * looked at.
 */
export async function readTouched(session: Session): Promise<Touched> {
  const rows = await session.rows(`
    with recursive locked as (
      select l.relation as oid, pg_catalog.bool_or(l.mode = 'RowExclusiveLock') as writes,
             pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as alone from pg_catalog.pg_locks l
       where l.locktype = 'relation' and l.pid = pg_catalog.pg_backend_pid()
         and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
         and l.mode not in ('AccessShareLock', 'RowShareLock')
       group by l.relation
    ), part (typ) as (
      select c.reltype from locked
       cross join lateral (select c.reltype from pg_catalog.pg_class c where c.oid = locked.oid and c.reltype <> 0 offset 0) c
      union
      select case when c.oid is null then d.objid else c.reltype end
        from part
       cross join lateral (select d.classid, d.objid from pg_catalog.pg_depend d
                            where d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.refobjid = part.typ offset 0) d
        left join lateral (select c.oid, c.reltype from pg_catalog.pg_class c
                            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objid offset 0) c on true
       where d.classid in ('pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
         and (c.oid is null or c.reltype <> 0)
    )
    select oid, writes, alone from locked
    union all
    select y.typrelid, false, false from part
     cross join lateral (select y.typrelid from pg_catalog.pg_type y where y.oid = part.typ and y.typrelid <> 0 offset 0) y
     where y.typrelid not in (select oid from locked)`);
  const oids = rows.map((row) => row[0] ?? '');
  return {
    oids: [...new Set([...oids, ...LARGE_OBJECTS])],
    writes: new Set(rows.filter((row) => row[1] === 't').map((row) => row[0] ?? '')),
    alone: new Set(rows.filter((row) => row[2] === 't').map((row) => row[0] ?? '')),
  };
}

/** Everything that either has touched. */
export function both(a: Touched, b: Touched): Touched {
  return {
    oids: [...new Set([...a.oids, ...b.oids])],
    writes: new Set([...a.writes, ...b.writes]),
    alone: new Set([...a.alone, ...b.alone]),
  };
}

/** What was touched but some tables. */
export function without({ alone, oids, writes }: Touched, tables: ReadonlySet<string> = new Set()): Touched {
  const isOther = (oid: string) => !tables.has(oid);
  const others = (all: ReadonlySet<string>) => new Set([...all].filter(isOther));
  return { oids: oids.filter(isOther), writes: others(writes), alone: others(alone) };
}

/** Of some oids, those of relations that this very transaction made; nobody else has data in them. */
export async function madeHere(session: Session, oids: readonly string[]): Promise<ReadonlySet<string>> {
  if (oids.length === 0) return new Set();
  const rows = await session.rows(`
    select a.attrelid from pg_catalog.pg_attribute a
     cross join (select pg_catalog.pg_current_xact_id()::text::bigint as top,
                        (pg_catalog.pg_current_xact_id()::text::bigint & ${0xffffffff})::text::xid as top32) now
     where a.attrelid = any ('{${oids.join(',')}}'::pg_catalog.oid[]) and a.attnum = -1
       and case when pg_catalog.age(a.xmin) <= pg_catalog.age(top32) then pg_catalog.pg_xact_status(
             (top + pg_catalog.age(top32)::bigint - pg_catalog.age(a.xmin))::text::xid8) = 'in progress' else false end`);
  return new Set(rows.map((row) => row[0] ?? ''));
}
