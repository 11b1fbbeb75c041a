import { literal, type Session } from '@lockstep/postgres';
import { type Loss, lossOf } from './losses.ts';

/** The labels of an enum by what stands for them in rows, which stays when a label is renamed. By type. */
export type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function readLabels(session: Session): Promise<Labels> {
  const rows = await session.rows('select e.enumtypid, e.oid, e.enumlabel from pg_catalog.pg_enum e');
  const types = new Map<string, Map<string, string>>();
  for (const [type, oid, label] of rows) {
    const labels = types.get(type ?? '') ?? new Map<string, string>();
    types.set(type ?? '', labels.set(oid ?? '', label ?? ''));
  }
  return types;
}

/**
 * Labels that stand for another value than before (`rename value`, one to the name that another one had): whoever reads
 * rows with them reads something else. A label with a name that is new only has another name.
 */
export function movedLabels(before: Labels, after: Labels): ReadonlyMap<string, readonly string[]> {
  const moved = new Map<string, readonly string[]>();
  for (const [type, labels] of before) {
    const now = after.get(type);
    if (now === undefined) continue;
    const names = new Set(labels.values());
    const others = [...labels].flatMap(([oid, label]) => {
      const other = now.get(oid);
      return other !== undefined && other !== label && names.has(other) ? [other] : [];
    });
    if (others.length > 0) moved.set(type, others);
  }
  return moved;
}

/** The rows with such labels, in columns of the type and of arrays of it. Ask where the labels are moved already. */
export async function labelsLost(session: Session, moved: ReadonlyMap<string, readonly string[]>): Promise<Loss[]> {
  const losses: (Loss | undefined)[] = [];
  for (const [type, labels] of moved) {
    const columns = await session.rows(
      `select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname), pg_catalog.quote_ident(a.attname), a.attname, a.atttypid <> y.oid,
              pg_catalog.format_type(y.oid, -1)
         from pg_catalog.pg_type y join pg_catalog.pg_attribute a on a.atttypid in (y.oid, y.typarray) and a.attnum > 0 and not a.attisdropped
         join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'm') and c.relpersistence <> 't'
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where y.oid = ${literal(type)}::pg_catalog.oid order by 1, 2`,
    );
    const list = `array[${labels.map(literal).join(', ')}]`;
    for (const [table, column, name, isArray, typeName] of columns) {
      const holds =
        isArray === 't' ? `t.${column} && ${list}::${typeName}[]` : `t.${column} = any (${list}::${typeName}[])`;
      const [row] = await session.rows(`select count(*) from only ${table} t where ${holds}`);
      losses.push(lossOf('type', `${table}.${name}`, Number(row?.[0])));
    }
  }
  return losses.filter((loss) => loss !== undefined);
}
