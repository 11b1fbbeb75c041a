import { ConnectionLost, identifier, literal, type Session } from '@lockstep/postgres';
import { compareVersions, versionKey } from '../files/migration.ts';
import { nameKey } from '../files/same-number.ts';
import { FOREIGN_TOOLS, type ForeignHistory, type ForeignTool } from './foreign-tools.ts';

/** See `readForeign`. */
export async function readForeignTables(session: Session): Promise<readonly ForeignHistory[]> {
  const names = [...new Set(FOREIGN_TOOLS.flatMap(({ beside, table }) => [table, ...(beside ? [beside] : [])]))];
  const schemas = [...new Set(FOREIGN_TOOLS.flatMap(({ schema }) => (schema === undefined ? [] : [schema])))];
  const list = (values: readonly string[]) => values.map(literal).join(', ');
  const rows = await session.rows(`
    select n.nspname, c.relname, pg_catalog.array_to_string(array(
             select a.attname from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), ','),
           pg_catalog.has_table_privilege(c.oid, 'select') and pg_catalog.has_schema_privilege(n.oid, 'usage')
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relname in (${list(names)}) and c.relkind in ('r', 'p')
       and (n.nspname in (${list(schemas)}) or n.nspname = any (pg_catalog.current_schemas(false)))
     order by 1, 2`);
  const tables = rows.map(([schema, name, columns, readable]) => ({
    schema: schema ?? '',
    name: name ?? '',
    columns: (columns ?? '').split(','),
    readable: readable === 't',
  }));
  const found: ForeignHistory[] = [];
  for (const table of tables) {
    const beside = tables.filter(({ schema }) => schema === table.schema).map(({ name }) => name);
    const tool = FOREIGN_TOOLS.find((each) => isOf(each, table, beside));
    if (tool !== undefined) found.push(await read(session, tool, table));
  }
  return found;
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly readable: boolean;
}

const OWN_SCHEMAS = new Set(FOREIGN_TOOLS.map(({ schema }) => schema));

function isOf({ beside, has, schema, table: name }: ForeignTool, table: Table, others: readonly string[]): boolean {
  if (name !== table.name || (schema ?? table.schema) !== table.schema) return false;
  if (schema === undefined && OWN_SCHEMAS.has(table.schema)) return false;
  if (beside !== undefined && !others.includes(beside)) return false;
  return has.every((column) => !/^\w+$/.test(column) || table.columns.includes(column));
}

async function read(session: Session, tool: ForeignTool, table: Table): Promise<ForeignHistory> {
  const base = { tool: tool.tool, table: `${table.schema}.${table.name}`, names: tool.names };
  const none = { applied: new Set<string>(), broken: new Set<string>(), upTo: undefined, rows: 0, unreadable: true };
  if (!table.readable) return { ...base, ...none };
  const is = (condition: string | undefined, otherwise: string) =>
    condition === undefined ? otherwise : `coalesce((${condition})::boolean, false)`;
  const columns = [
    `(${tool.key})::text`,
    ...[is(tool.applied, 'true'), is(tool.broken, 'false'), is(tool.baseline, 'false')],
    ...[`(${tool.also ?? 'null'})::text`, `(${tool.name ?? 'null'})::text`],
  ];
  const from = `${identifier(table.schema)}.${identifier(table.name)}`;
  const order = tool.order === undefined ? '' : ` order by ${tool.order}`;
  const answer = await session.send(`select ${columns.join(', ')} from ${from}${order}`, { keepRows: true });
  if (!answer.ok && answer.error instanceof ConnectionLost) throw answer.error;
  // A table of that name with other columns, or a policy: what it says is not known, and said to be so.
  if (!answer.ok) return { ...base, ...none };
  const all = answer.reply.rows.map((row) => rowOf(tool, row));
  const rows = tool.order === undefined ? all : [...new Map(all.map((row) => [row.key, row])).values()];
  const keys = (chosen: typeof rows) => new Set(chosen.map(({ key }) => key).filter((key) => key !== ''));
  const done = rows.filter(({ isApplied, isBroken }) => isApplied && !isBroken);
  const applied = new Set([...keys(done), ...done.flatMap(({ also }) => also ?? [])]);
  const broken = keys(rows.filter(({ isBroken, key }) => isBroken && !applied.has(key)));
  const reached =
    tool.names === 'up-to' ? [...applied, ...broken] : [...keys(done.filter(({ isBaseline }) => isBaseline))];
  const upTo = reached.toSorted((a, b) => compareVersions(a, b)).at(-1);
  return { ...base, applied, broken, upTo, rows: all.length, unreadable: false };
}

function rowOf({ names }: ForeignTool, [own, isApplied, isBroken, isBaseline, also, name]: readonly (string | null)[]) {
  const number = numberIn(own ?? '');
  const key =
    names === 'text' ? (own ?? '') : names === 'named' && number !== '' ? nameKey(number, name ?? '') : number;
  return { key, isApplied: isApplied === 't', isBroken: isBroken === 't', isBaseline: isBaseline === 't', also };
}

/** `20240101000000_users.js` and `V007__users.sql` are 20240101000000 and 7; Flyway's `1.02` is 1.2. */
function numberIn(key: string): string {
  const version = /^[Vv]?(\d+(?:\.\d+)*)/.exec(key)?.[1];
  return version === undefined ? '' : versionKey(version);
}
