import type { Logger } from '@lockstep/base';
import { openSession, type Session, type Target } from '@lockstep/postgres';

/** What a database has that PostgREST can serve, by `schema.name`. */
export interface Relations {
  readonly relations: ReadonlyMap<string, Relation>;
  readonly functions: ReadonlyMap<string, readonly Callable[]>;
}

export interface Relation {
  readonly columns: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/** A foreign key. */
export interface Link {
  readonly constraint: string;
  readonly columns: readonly string[];
  readonly to: string;
}

export interface Callable {
  readonly args: readonly string[];
  readonly required: readonly string[];
  /** The relation whose row it takes, which makes it a column of it. */
  readonly of: string;
  /** The relation whose rows it returns. */
  readonly returns: string;
}

const OURS = `n.nspname not in ('information_schema', 'pg_catalog', 'lockstep') and n.nspname !~ '^pg_(toast|temp)'`;
const NAMED = `n.nspname || '.' || c.relname`;
const RELATION_OF = (type: string) =>
  `coalesce((select rn.nspname || '.' || r.relname from pg_catalog.pg_type t join pg_catalog.pg_class r on r.oid = t.typrelid
     join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace where t.oid = ${type} and r.relkind in ('r', 'p', 'v', 'm', 'f')), '')`;

const COLUMNS = `select ${NAMED}, a.attname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS}`;

const LINKS = `select ${NAMED}, o.conname, tn.nspname || '.' || t.relname,
    (select pg_catalog.jsonb_agg(a.attname) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any (o.conkey))::text
    from pg_catalog.pg_constraint o join pg_catalog.pg_class c on c.oid = o.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_class t on t.oid = o.confrelid join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
   where o.contype = 'f' and ${OURS}`;

const FUNCTIONS = `select n.nspname || '.' || p.proname, pg_catalog.to_jsonb(p.proargnames)::text, pg_catalog.to_jsonb(p.proargmodes)::text,
    p.pronargs, p.pronargdefaults, ${RELATION_OF('p.proargtypes[0]')}, ${RELATION_OF('p.prorettype')}
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and ${OURS}`;

/** As readRelations, on a connection of its own. */
export async function relationsOf(
  target: Target,
  { log, signal }: { readonly log: Logger; readonly signal: AbortSignal },
): Promise<Relations> {
  const session = await openSession(target, { log, signal, applicationName: 'lockstep contract-check' });
  try {
    return await readRelations(session);
  } finally {
    await session.close();
  }
}

/** Reads the tables, views and functions of a database. It takes no lock that anybody could feel. */
export async function readRelations(session: Session): Promise<Relations> {
  const relations = new Map<string, { columns: Set<string>; links: Link[] }>();
  for (const [name, column] of await session.rows(COLUMNS)) {
    const relation = relations.get(name ?? '') ?? { columns: new Set(), links: [] };
    relation.columns.add(column ?? '');
    relations.set(name ?? '', relation);
  }
  for (const [name, constraint, to, columns] of await session.rows(LINKS))
    relations
      .get(name ?? '')
      ?.links.push({ constraint: constraint ?? '', columns: JSON.parse(columns ?? '[]'), to: to ?? '' });
  const functions = new Map<string, Callable[]>();
  for (const [name, names, modes, count, defaults, of, returns] of await session.rows(FUNCTIONS)) {
    const args = inputsOf(JSON.parse(names ?? 'null'), JSON.parse(modes ?? 'null'), Number(count));
    const required = args.slice(0, Number(count) - Number(defaults));
    const callable = { args, required, of: of ?? '', returns: returns ?? '' };
    functions.set(name ?? '', [...(functions.get(name ?? '') ?? []), callable]);
  }
  return { relations, functions };
}

/** Names of what is given to a function; '' where one has none. */
function inputsOf(names: readonly string[] | null, modes: readonly string[] | null, count: number): readonly string[] {
  const given = (names ?? []).filter((_, nth) => modes === null || /^[ibv]$/.test(modes[nth] ?? 'i'));
  return Array.from({ length: count }, (_, nth) => given[nth] ?? '');
}
