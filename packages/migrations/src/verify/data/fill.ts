import { identifier, literal, type Session, SqlError } from '@lockstep/postgres';
import type { FillableColumn, FillableTable } from './fillable.ts';
import { valuesFor } from './values.ts';

/** Rows of each table, with a value in each column: what is NULL, an archive has no need to keep. How often one is tried. */
const ROWS = 3;
const TRIES = 40;

/**
 * Puts a few rows into each table, those first to which others refer. What cannot be filled stays as it was: the counts
 * afterwards tell.
 */
export async function fillTables(session: Session, tables: readonly FillableTable[]): Promise<void> {
  const seen = new Set<string>();
  let number = 0;
  const visit = async (table: FillableTable): Promise<void> => {
    if (seen.has(table.name)) return;
    seen.add(table.name);
    for (const { parent } of table.keys) {
      const found = tables.find(({ name }) => name === parent);
      if (found !== undefined) await visit(found);
    }
    for (let nth = 0; nth < ROWS; nth++) await insertOne(session, table, nth, ++number);
  };
  for (const table of tables) await visit(table);
}

async function insertOne(session: Session, table: FillableTable, nth: number, number: number): Promise<void> {
  const referred = await referredValues(session, table, nth);
  const choice = new Map<string, number>();
  for (let tries = 0; tries < TRIES; tries++) {
    const values = table.columns.flatMap((column): [string, string][] => {
      if (column.generated || column.numbers) return [];
      const key = referred.get(column.name);
      if (key !== undefined) return [[column.name, key]];
      const checks = [...column.checks, ...checksOf(table, column)];
      const all = valuesFor(column, checks, number);
      const value = all[(choice.get(column.name) ?? 0) % Math.max(1, all.length)];
      return value === undefined ? [] : [[column.name, `${literal(value)}::${column.type}`]];
    });
    const columns = values.map(([name]) => identifier(name)).join(', ');
    const sql =
      values.length === 0
        ? `insert into ${table.name} default values`
        : `insert into ${table.name} (${columns}) values (${values.map(([, value]) => value).join(', ')})`;
    const sent = await session.send(sql);
    if (sent.ok) return;
    if (!(sent.error instanceof SqlError)) throw sent.error;
    const next = blamed(table, sent.error);
    if (next.length === 0) return;
    // Each of several columns in turn, as the digits of a number.
    next.forEach((column, place) => {
      if (tries % 3 ** place === 0) choice.set(column.name, (choice.get(column.name) ?? 0) + 1);
    });
  }
}

function checksOf({ checks }: FillableTable, { name }: FillableColumn): readonly string[] {
  return checks.filter(({ columns }) => columns.includes(name)).map(({ text }) => text);
}

/** The columns of which another value may help. None: nothing helps. */
function blamed({ checks, columns }: FillableTable, { server }: SqlError): readonly FillableColumn[] {
  const free = columns.filter(({ generated, numbers }) => !generated && !numbers);
  if (server.code === '23514') {
    const check = checks.find(({ name }) => name === server.constraint);
    return free.filter((each) => (check === undefined ? each.checks.length > 0 : check.columns.includes(each.name)));
  }
  // A value out of its type's range, or one that is there already.
  return /^22|^23505$|^23P01$/.test(server.code) ? free : [];
}

/** Of the columns that refer to other tables, SQL of a row that is there. */
async function referredValues(
  session: Session,
  { columns, keys, name }: FillableTable,
  nth: number,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const types = new Map(columns.map((column) => [column.name, column.type]));
    const asked = key.parentColumns.map((column) => `p.${identifier(column)}::pg_catalog.text`).join(', ');
    const rows = await session.rows(
      `select ${asked} from ${key.parent} p where ${key.parentColumns.map((column) => `p.${identifier(column)} is not null`).join(' and ')} order by 1 limit ${ROWS}`,
    );
    // The first row of a table that refers to itself refers to nothing.
    const row = rows.length === 0 ? undefined : rows[key.parent === name ? 0 : nth % rows.length];
    key.columns.forEach((column, place) => {
      const value = row?.[place];
      found.set(column, typeof value === 'string' ? `${literal(value)}::${types.get(column) ?? 'text'}` : 'null');
    });
  }
  return found;
}
