import { constantValue } from '../parse/logic.ts';
import { canonical, child, children, listName, type Node, opened, relationName, text } from '../parse/parser.ts';
import { ownColumn, type Scope } from './sources.ts';

/**
 * A key beside something: where it begins, where it ends. With neither, there are only some values that it may not
 * have.
 */
export interface Compared {
  readonly column: string;
  readonly low?: Edge;
  readonly high?: Edge;
}

/** `unknown`: a variable or an expression, by which a batch is chosen. `end`: the least or the greatest that there is. */
type Edge = number | string | { readonly is: 'unknown' | 'end' };

/** So many rows are a batch, as long as keys are given one by one. */
const BATCH = 100_000;

/** A comparison of a key of the table with something that is not one of its columns; undefined for any other condition. */
export function comparedKey(node: Node, scope: Scope): Compared | undefined {
  const { fields, type } = opened(node);
  if (type !== 'A_Expr') return undefined;
  const kind = text(fields, 'kind');
  const operator = listName(children(fields, 'name').slice(-1));
  const [left, right] = [child(fields, 'lexpr'), child(fields, 'rexpr')];
  const column = keyColumn(left, scope);
  if (kind === 'AEXPR_BETWEEN' && column !== undefined) {
    const [low, high] = children(child(right ?? {}, 'List') ?? {}, 'items');
    return { column, low: edgeOf(low, scope), high: edgeOf(high, scope) };
  }
  if ((kind === 'AEXPR_NOT_BETWEEN' || (kind === 'AEXPR_IN' && operator === '<>')) && column !== undefined)
    return { column };
  if ((kind === 'AEXPR_OP_ALL' || kind === 'AEXPR_DISTINCT') && /^(<>|!=|=)$/.test(operator) && column !== undefined)
    return kind === 'AEXPR_DISTINCT' || operator !== '=' ? { column } : undefined;
  if (kind !== 'AEXPR_OP') return undefined;
  if (column !== undefined) return compared(column, operator, edgeOf(right, scope));
  const other = keyColumn(right, scope);
  return other === undefined ? undefined : compared(other, MIRRORED[operator] ?? operator, edgeOf(left, scope));
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function compared(column: string, operator: string, edge: Edge): Compared | undefined {
  switch (operator) {
    case '>':
    case '>=':
      return { column, low: edge };
    case '<':
    case '<=':
      return { column, high: edge };
    case '<>':
    case '!=':
      return typeof edge === 'object' ? undefined : { column };
    default:
      return undefined;
  }
}

/** Whether bounds of one key leave all of it, or nearly so: open on one side, or further apart than a batch. */
export function bounded(all: readonly Compared[]): 'bound' | 'open' {
  const lows = all.flatMap(({ low }) => (low === undefined ? [] : [low]));
  const highs = all.flatMap(({ high }) => (high === undefined ? [] : [high]));
  const edges = [...lows, ...highs];
  // A variable is where a batch begins or ends.
  if (edges.some((each) => typeof each === 'object' && each.is === 'unknown')) return 'open';
  const ends = highs.filter((each) => !isLast(each));
  if (ends.length === 0) return 'bound';
  const numbers = ends.filter((each) => typeof each === 'number');
  if (numbers.length < ends.length) return 'open';
  const low = Math.max(0, ...lows.filter((each) => typeof each === 'number'));
  return Math.min(...numbers) - low > BATCH ? 'bound' : 'open';
}

/** Nothing comes behind it: of a key of numbers, of UUIDs, of times. */
function isLast(edge: Edge): boolean {
  return typeof edge === 'object' ? edge.is === 'end' : typeof edge === 'string' && /^(f{8}|infinity)/i.test(edge);
}

function edgeOf(node: Node | undefined, scope: Scope): Edge {
  const value = constantValue(node);
  if (value !== undefined) return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return isEnd(node, scope) ? { is: 'end' } : { is: 'unknown' };
}

/** `(select min(id) from t)`, of the table itself. */
function isEnd(node: Node | undefined, { table }: Scope): boolean {
  const select = child(child(child(node ?? {}, 'SubLink') ?? {}, 'subselect') ?? {}, 'SelectStmt');
  if (select === undefined || select['whereClause'] !== undefined) return false;
  const [from, ...more] = children(select, 'fromClause').map((each) => child(each, 'RangeVar') ?? {});
  const [target] = children(select, 'targetList').map((each) => child(child(each, 'ResTarget') ?? {}, 'val') ?? {});
  const call = listName(children(child(target ?? {}, 'FuncCall') ?? {}, 'funcname').slice(-1));
  const isOwn = from !== undefined && more.length === 0 && canonical(relationName(from)) === table;
  return isOwn && /^(min|max)$/.test(call);
}

/** A column that is a key by itself: one that the database says so of, or one that is named as keys are. */
function keyColumn(node: Node | undefined, scope: Scope): string | undefined {
  // `coalesce(id, 0) >= 0`.
  const [first] = children(child(node ?? {}, 'CoalesceExpr') ?? {}, 'args');
  const column = ownColumn(first ?? node, scope);
  if (column === undefined || scope.table === '') return undefined;
  const table = scope.table.slice(scope.table.lastIndexOf('.') + 1);
  const keys = scope.picture.relation(scope.table)?.keys ?? [];
  const isKey = keys.some((key) => !key.partial && key.columns.length === 1 && key.columns[0] === column);
  const named = ['id', 'uuid', 'pk', 'ctid', `${table}_id`, `${table.replace(/s$/, '')}_id`];
  return isKey || named.includes(column) ? column : undefined;
}

/** Columns that say when a row was written: none is later than now. */
const WRITTEN = /^(created|inserted|updated|modified|added)(_?(at|on|date|time))?$/;

/** `created_at <= now()`, `created_at > '1970-01-01'`: rows are written between these. */
export function isPast(left: Node, operator: string, right: Node): boolean {
  const column = listName(children(child(left, 'ColumnRef') ?? {}, 'fields').slice(-1));
  if (!WRITTEN.test(column)) return false;
  const value = constantValue(right);
  const year = /^\d{4}/.exec(String(value))?.[0];
  if (/^>=?$/.test(operator)) return value === '-infinity' || (year !== undefined && Number(year) < 2_000);
  if (!/^<=?$/.test(operator)) return false;
  const call = listName(children(child(right, 'FuncCall') ?? {}, 'funcname').slice(-1));
  const isNow =
    /^(now|clock_timestamp|transaction_timestamp|statement_timestamp)$/.test(call) ||
    /^SVFOP_(CURRENT|LOCAL)_?(TIMESTAMP|TIME|DATE)/.test(text(child(right, 'SQLValueFunction'), 'op'));
  return isNow || value === 'infinity' || value === 'now' || (year !== undefined && Number(year) >= 2_100);
}
