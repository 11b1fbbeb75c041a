import type { Session } from '../database/session.ts';
import { textArray } from '../sql/quote.ts';
import { canonical } from './parser.ts';

/** What the database says of the tables that a file is about; names are canonical. */
export interface Facts {
  /** `public.t.c` → its type, as PostgreSQL writes it. */
  readonly types: ReadonlyMap<string, string>;
  /** Columns of which a valid check says that they are not null, or that are declared so. */
  readonly notNull: ReadonlySet<string>;
  /** Tables with a valid check. */
  readonly checked: ReadonlySet<string>;
}

export const noFacts: Facts = { types: new Map(), notNull: new Set(), checked: new Set() };

/** Asks for them. Takes no lock. */
export async function readFacts(session: Session, names: readonly string[]): Promise<Facts> {
  const wanted = [...new Set(names.map(canonical))];
  if (wanted.length === 0) return noFacts;
  const rows = await session.rows(
    `select n.nspname || '.' || c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
            a.attnotnull or pg_catalog.bool_or(pg_catalog.pg_get_constraintdef(k.oid) = pg_catalog.format('CHECK ((%I IS NOT NULL))', a.attname)) is true,
            pg_catalog.count(k.oid)
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'c' and k.convalidated
      where n.nspname || '.' || c.relname = any (${textArray(wanted)}) and c.relkind in ('r', 'p')
      group by n.nspname, c.relname, a.attname, a.atttypid, a.atttypmod, a.attnotnull`,
  );
  return {
    types: new Map(rows.map(([table, column, type]) => [`${table}.${column}`, type ?? ''])),
    notNull: new Set(rows.flatMap(([table, column, , isNotNull]) => (isNotNull === 't' ? [`${table}.${column}`] : []))),
    checked: new Set(rows.flatMap(([table, , , , checks]) => (checks === '0' ? [] : [table ?? '']))),
  };
}
