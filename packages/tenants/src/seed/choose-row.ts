import { literal, type Session } from '@lockstep/postgres';
import type { Column, Table } from '../catalog/types.ts';
import { candidates, type Salt } from './values.ts';

/** A value as text, null for NULL; a column that is not there is left to its default. */
export type Values = Readonly<Record<string, string | null>>;

/** So many rows are put to the server for each group of columns that constraints tie together. */
const MOST_TRIED = 1_500;

/**
 * The values of a row that satisfies not-null and check constraints, those of domains included, besides values that are
 * given. The server itself says which of many rows do: what a check means need not be understood here.
 */
export async function chooseRow(session: Session, table: Table, given: Values, salt: Salt): Promise<Values> {
  const row: Record<string, string | null> = {};
  for (const group of groups(table)) Object.assign(row, await chooseGroup(session, { table, group, given, salt }));
  return row;
}

interface Group {
  readonly columns: readonly Column[];
  /** Over the columns by name, and over `VALUE` by the name of the column that it is the value of. */
  readonly rules: readonly { readonly expression: string; readonly columnOf: string | undefined }[];
}

/** Columns that some check ties together, and each other one alone. */
function groups(table: Table): readonly Group[] {
  const parts = new Map(table.columns.map(({ name }) => [name, new Set([name])]));
  for (const { columns } of table.checks) {
    const joined = new Set(columns.flatMap((name) => [...(parts.get(name) ?? [])]));
    for (const name of joined) parts.set(name, joined);
  }
  return [...new Set(parts.values())].map((part) => ({
    columns: table.columns.filter(({ name }) => part.has(name)),
    rules: [
      ...table.checks
        .filter(({ columns }) => columns.some((name) => part.has(name)))
        .map(({ expression }) => ({ expression, columnOf: undefined })),
      ...table.columns
        .filter(({ name }) => part.has(name))
        .flatMap(({ name, domainChecks }) => domainChecks.map((expression) => ({ expression, columnOf: name }))),
    ],
  }));
}

interface Choice {
  readonly table: Table;
  readonly group: Group;
  readonly given: Values;
  readonly salt: Salt;
}

async function chooseGroup(session: Session, { table, group, given, salt }: Choice): Promise<Values> {
  const open = group.columns.filter((column) => !isServers(column));
  if (group.rules.length === 0) {
    return Object.fromEntries(
      open.flatMap((column) => {
        if (Object.hasOwn(given, column.name)) return [[column.name, given[column.name] ?? null]];
        if (column.default !== null) return [];
        return [[column.name, candidates(column, [], salt)[0] ?? null]];
      }),
    );
  }
  const expressions = group.rules.map(({ expression }) => expression);
  const lists = open.map((column): readonly Value[] => {
    if (Object.hasOwn(given, column.name)) {
      const value = given[column.name] ?? null;
      // A reference that may be missing: "one of the two" is a frequent check.
      return [value, ...(column.notNull || value === null ? [] : [null])];
    }
    const own = candidates(column, expressions, salt);
    return column.default === null ? own : [DEFAULT, ...own];
  });
  const rows = inOrder(lists, MOST_TRIED);
  const chosen = (await firstThatHolds(session, { table, group, open, rows })) ?? rows[0] ?? [];
  return Object.fromEntries(
    open.flatMap(({ name }, at) => (chosen[at] === DEFAULT ? [] : [[name, chosen[at] as string | null]])),
  );
}

/** The server fills it in, whatever an insert says. */
function isServers({ generated, identity }: Column): boolean {
  return generated || identity !== '';
}

const DEFAULT: unique symbol = Symbol('default');
type Value = string | null | typeof DEFAULT;

/** Rows of one value of each list, those first that are near to the first of every list. */
export function inOrder<T>(lists: readonly (readonly T[])[], most: number): T[][] {
  const found: T[][] = [];
  const last = lists.reduce((sum, list) => sum + Math.max(0, list.length - 1), 0);
  const add = (row: T[], at: number, left: number): void => {
    if (found.length >= most) return;
    const list = lists[at];
    if (list === undefined) {
      if (left === 0) found.push(row);
      return;
    }
    for (let step = 0; step < list.length && step <= left; step++) add([...row, list[step] as T], at + 1, left - step);
  };
  for (let far = 0; far <= last && found.length < most; far++) add([], 0, far);
  return found;
}

interface Trial {
  readonly table: Table;
  readonly group: Group;
  readonly open: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

async function firstThatHolds(session: Session, { group, open, rows }: Trial): Promise<readonly Value[] | undefined> {
  if (open.length === 0 || rows.length === 0) return undefined;
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const tuples = rows.map((row, at) => {
    const values = row.map((value, column) => {
      const { default: fallback, type } = open[column] as Column;
      if (value === DEFAULT) return `(${fallback})::${type}`;
      return value === null ? `null::${type}` : `${literal(value)}::${type}`;
    });
    return `(${at}, ${values.join(', ')})`;
  });
  const isolated = group.columns
    .filter((column) => isServers(column))
    .map(({ name, type }) => `null::${type} as ${quote(name)}`);
  const rules = group.rules.map(({ expression, columnOf }) =>
    columnOf === undefined
      ? `(${expression}) is not false`
      : `(select (${expression}) is not false from (select v.${quote(columnOf)} as value) d)`,
  );
  const names = ['lockstep_at', ...open.map(({ name }) => quote(name))].join(', ');
  const sql = `select v.lockstep_at from (select *${isolated.map((one) => `, ${one}`).join('')} from (values ${tuples.join(', ')}) w(${names})) v where ${rules.join(' and ')} order by 1 limit 1`;
  await session.rows('savepoint lockstep_choose');
  const result = await session.send(sql, { keepRows: true });
  await session.rows('rollback to savepoint lockstep_choose; release savepoint lockstep_choose');
  const at = result.ok ? result.reply.rows[0]?.[0] : undefined;
  return at === undefined || at === null ? undefined : rows[Number(at)];
}
