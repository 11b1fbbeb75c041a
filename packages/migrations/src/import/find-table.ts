import { identifier, literal, type Session } from '@lockstep/postgres';
import { IMPORT_TOOLS } from './all.ts';
import type { ImportTool, TheirTable } from './tool.ts';

/** A table that is a tool's history. */
export interface FoundTable {
  readonly tool: ImportTool;
  /** `schema.table`, for people. */
  readonly name: string;
  /** Quoted. */
  readonly sql: string;
  /** Whether this role may read it. */
  readonly isReadable: boolean;
}

/** All tables that are the history of one of the tools, or the one that the caller names (`schema.table`). */
export async function findTables(session: Session, named: string): Promise<readonly FoundTable[]> {
  const tables = IMPORT_TOOLS.flatMap((tool) => tool.tables);
  const [schemaName, tableName] = named.includes('.') ? splitName(named) : [undefined, named];
  const names = named === '' ? [...new Set(tables.map(({ name }) => name))] : [tableName];
  const schemas = [...new Set(tables.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))];
  const list = (values: readonly string[]) => values.map(literal).join(', ');
  const where =
    schemaName === undefined
      ? `(n.nspname in (${list(schemas)}) or n.nspname = any (pg_catalog.current_schemas(false)))`
      : `n.nspname = ${literal(schemaName)}`;
  const rows = await session.rows(`
    select n.nspname, c.relname, pg_catalog.array_to_string(array(
             select a.attname from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ','),
           pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relname in (${list(names)}) and c.relkind in ('r', 'p') and ${where}
     order by 1, 2`);
  return rows.flatMap(([schema = '', name = '', columns, readable]): FoundTable[] => {
    const at = { schema: schema ?? '', name: name ?? '', columns: (columns ?? '').split(','), isNamed: named !== '' };
    return IMPORT_TOOLS.filter((tool) => tool.tables.some((table) => isOf(table, at))).map((tool) => ({
      tool,
      name: `${at.schema}.${at.name}`,
      sql: `${identifier(at.schema)}.${identifier(at.name)}`,
      isReadable: readable === 't',
    }));
  });
}

const OWN_SCHEMAS = new Set(
  IMPORT_TOOLS.flatMap(({ tables }) => tables.flatMap(({ schema }) => (schema === undefined ? [] : [schema]))),
);

interface At {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** The caller named it: then its columns alone say whose it is. */
  readonly isNamed: boolean;
}

function isOf({ has, lacks = [], name, schema }: TheirTable, at: At): boolean {
  const isThere = schema === undefined ? !OWN_SCHEMAS.has(at.schema) : schema === at.schema;
  if (!at.isNamed && (name !== at.name || !isThere)) return false;
  return has.every((column) => at.columns.includes(column)) && !lacks.some((column) => at.columns.includes(column));
}

function splitName(name: string): readonly [string, string] {
  const at = name.indexOf('.');
  return [name.slice(0, at), name.slice(at + 1)];
}
