import { type Session, textArray } from '@lockstep/postgres';
import {
  canonical,
  child,
  children,
  listName,
  type Node,
  opened,
  type Parsed,
  relationName,
  text,
} from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';

/** What all files together say, wherever in them, and the database: an index or a right may come in a later file. */
export interface Beyond {
  /** Columns that an index begins with: `schema.table column`. */
  readonly indexed: ReadonlySet<string>;
  /** Whether someone said, for this table, what the roles of the Data API may do with it. */
  readonly saysRights: (table: string, made: Statement) => boolean;
}

/** What a database has of it. */
export interface KnownBeyond {
  readonly indexed: readonly string[];
  /** Schemas in which a new table gets rights for the roles of the Data API. */
  readonly granting: readonly string[];
}

const nothingBeyond: KnownBeyond = { indexed: [], granting: [] };

/** Who asks through the Data API. */
const ROLES = new Set(['anon', 'authenticated', 'service_role', 'public']);

/** Asks the database for the indexes of some tables, and for the rights that tables in some schemas begin with. */
export async function readBeyond(
  session: Session,
  tables: readonly string[],
  schemas: readonly string[],
): Promise<KnownBeyond> {
  const indexed = await session.rows(
    `select distinct n.nspname || '.' || c.relname || ' ' || a.attname
       from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where x.indisvalid and x.indpred is null and n.nspname || '.' || c.relname = any (${textArray(tables.map(canonical))})`,
  );
  const granting = await session.rows(
    `select distinct s.name from pg_catalog.unnest(${textArray([...schemas])}) s (name)
       join pg_catalog.pg_default_acl d on d.defaclobjtype = 'r'
        and d.defaclrole = (select r.oid from pg_catalog.pg_roles r where r.rolname = current_user)
        and d.defaclnamespace in (0, coalesce((select n.oid from pg_catalog.pg_namespace n where n.nspname = s.name), 0))
      cross join lateral pg_catalog.aclexplode(d.defaclacl) a
       left join pg_catalog.pg_roles g on g.oid = a.grantee where coalesce(g.rolname, 'public') = any (${textArray([...ROLES])})`,
  );
  return { indexed: indexed.map(([one]) => one ?? ''), granting: granting.map(([one]) => one ?? '') };
}

/** Pure: the statements of all files in their order, and what a database has. */
export function beyondFile(statements: readonly Statement[], known: KnownBeyond = nothingBeyond): Beyond {
  const order = new Map(statements.map((statement, nth) => [statement, nth]));
  const indexed = new Set(known.indexed);
  /** Tables that a grant or a revoke names. */
  const named = new Set<string>();
  /** By schema, the last place where all of its tables got rights, and the first from which on new ones do. */
  const whole = new Map<string, number>();
  const from = new Map(known.granting.map((schema) => [schema, -1]));
  for (const [nth, { parsed }] of statements.entries()) {
    if (parsed === undefined) continue;
    for (const key of indexedBy(parsed)) indexed.add(key);
    if (parsed.type === 'GrantStmt') {
      for (const { isSchema, name } of tablesGranted(parsed.fields))
        if (isSchema) whole.set(name, nth);
        else named.add(name);
    }
    for (const schema of grantedLater(parsed)) if (!from.has(schema)) from.set(schema, nth);
  }
  return {
    indexed,
    saysRights: (table, made) => {
      const name = canonical(table);
      const schema = name.slice(0, name.indexOf('.'));
      const at = order.get(made) ?? 0;
      const begins = [from.get(schema), from.get('*')].some((nth) => nth !== undefined && nth < at);
      return named.has(name) || begins || (whole.get(schema) ?? -1) > at;
    },
  };
}

/** `grant` or `revoke` on tables: who names a table has thought of it. SQL that a loop builds names none. */
function tablesGranted(fields: Node): { readonly isSchema: boolean; readonly name: string }[] {
  if (text(fields, 'objtype') !== 'OBJECT_TABLE') return [];
  const isWhole = text(fields, 'targtype') === 'ACL_TARGET_ALL_IN_SCHEMA';
  return children(fields, 'objects').map((object) => {
    if (isWhole) return { isSchema: true, name: text(child(object, 'String'), 'sval') };
    const name = canonical(relationName(child(object, 'RangeVar')));
    const isBuilt = name.endsWith('.…');
    return { isSchema: isBuilt, name: isBuilt ? name.slice(0, name.indexOf('.')) : name };
  });
}

/** Schemas whose tables get rights when they are created; `*` is all of them. */
function grantedLater({ fields, type }: Parsed): string[] {
  const action = type === 'AlterDefaultPrivilegesStmt' ? child(fields, 'action') : undefined;
  if (action?.['is_grant'] !== true || text(action, 'objtype') !== 'OBJECT_TABLE') return [];
  const to = children(action, 'grantees').map((each) => text(child(each, 'RoleSpec'), 'rolename') || 'public');
  if (!to.some((role) => ROLES.has(role))) return [];
  const options = children(fields, 'options').map((each) => child(each, 'DefElem') ?? {});
  const schemas = options.find((each) => text(each, 'defname') === 'schemas');
  const items = children(child(child(schemas ?? {}, 'arg') ?? {}, 'List') ?? {}, 'items');
  return schemas === undefined ? ['*'] : items.map((item) => text(child(item, 'String'), 'sval'));
}

/** The columns that the indexes which a statement makes begin with. */
function indexedBy({ fields, type }: Parsed): string[] {
  const table = canonical(relationName(child(fields, 'relation')));
  if (type === 'IndexStmt') {
    const [first] = children(fields, 'indexParams');
    const column = text(child(first ?? {}, 'IndexElem'), 'name');
    return column === '' || child(fields, 'whereClause') !== undefined ? [] : [`${table} ${column}`];
  }
  const parts =
    type === 'CreateStmt'
      ? children(fields, 'tableElts')
      : type === 'AlterTableStmt'
        ? children(fields, 'cmds').map((cmd) => child(opened(cmd).fields, 'def') ?? {})
        : [];
  return parts.flatMap(keyOf).map((column) => `${table} ${column}`);
}

function keyOf(part: Node): string[] {
  const column = child(part, 'ColumnDef');
  if (column !== undefined)
    return children(column, 'constraints').some((each) => isKey(child(each, 'Constraint')))
      ? [text(column, 'colname')]
      : [];
  const constraint = child(part, 'Constraint');
  return isKey(constraint)
    ? children(constraint ?? {}, 'keys')
        .slice(0, 1)
        .map((key) => listName([key]))
    : [];
}

function isKey(constraint: Node | undefined): boolean {
  return /^CONSTR_(PRIMARY|UNIQUE)$/.test(text(constraint, 'contype'));
}
