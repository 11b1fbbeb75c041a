import { child, children, listName, type Node, text } from './parser.ts';

/**
 * A condition in one form: without the places of its text, without what PostgreSQL adds when it writes it back (casts of
 * constants, qualified names), and without `(select f())` around a call, which only spares calling it for every row.
 */
export function plainCondition(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plainCondition);
  if (typeof node !== 'object' || node === null) return node;
  const record = node as Record<string, unknown>;
  const [key] = Object.keys(record);
  if (key === 'TypeCast') {
    const { arg } = record[key] as { arg?: Node };
    if (arg !== undefined && ('A_Const' in arg || 'A_ArrayExpr' in arg)) return plainCondition(arg);
    // `(name)::text`, which PostgreSQL adds to a varchar.
    if (arg !== undefined && 'ColumnRef' in arg && isText(record[key] as Node)) return plainCondition(arg);
  }
  if (key === 'SubLink') {
    const value = selectedValue(record[key] as Node);
    if (value !== undefined) return plainCondition(value);
  }
  if (key === 'ColumnRef') {
    const fields = (record[key] as { fields?: Node[] }).fields ?? [];
    return { column: listName(fields.slice(-1)) };
  }
  if (key === 'FuncCall') {
    const { args, funcname } = record[key] as { funcname?: Node[]; args?: unknown[] };
    return { call: listName(funcname ?? []).replace(/^(pg_catalog|public)\./, ''), args: plainCondition(args ?? []) };
  }
  if (key === 'A_Expr') {
    const { kind, lexpr, name, rexpr } = record[key] as {
      kind?: string;
      name?: Node[];
      lexpr?: unknown;
      rexpr?: unknown;
    };
    const list = rexpr as { List?: { items?: unknown[] }; A_ArrayExpr?: { elements?: unknown[] } } | undefined;
    const items =
      kind === 'AEXPR_IN'
        ? list?.List?.items
        : kind === 'AEXPR_OP_ANY'
          ? (list?.A_ArrayExpr?.elements ?? castElements(rexpr))
          : undefined;
    if (items !== undefined) return { in: plainCondition(lexpr), items: plainCondition(items) };
    return { op: listName(name ?? []), left: plainCondition(lexpr), right: plainCondition(rexpr) };
  }
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (PLACES.has(name) ? [] : [[name, plainCondition(value)]])),
  );
}

function isText(cast: Node): boolean {
  return listName(children(child(cast, 'typeName') ?? {}, 'names').slice(-1)) === 'text';
}

const PLACES = new Set([
  'location',
  'list_start',
  'list_end',
  'rexpr_list_start',
  'rexpr_list_end',
  'stmt_location',
  'stmt_len',
]);

function castElements(node: unknown): unknown[] | undefined {
  const arg = (node as { TypeCast?: { arg?: { A_ArrayExpr?: { elements?: unknown[] } } } } | undefined)?.TypeCast?.arg;
  return arg?.A_ArrayExpr?.elements;
}

/** The one value of a subquery that reads nothing. */
export function selectedValue(link: Node): unknown {
  const { subLinkType, subselect } = link as { subLinkType?: string; subselect?: { SelectStmt?: Node } };
  const select = subselect?.SelectStmt as
    | { fromClause?: unknown[]; whereClause?: unknown; targetList?: Node[] }
    | undefined;
  if (
    subLinkType !== 'EXPR_SUBLINK' ||
    select === undefined ||
    (select.fromClause ?? []).length > 0 ||
    select.whereClause !== undefined
  )
    return undefined;
  const [target, ...more] = select.targetList ?? [];
  return more.length > 0 ? undefined : (target as { ResTarget?: { val?: unknown } } | undefined)?.ResTarget?.val;
}

export function isSameCondition(a: unknown, b: unknown): boolean {
  return JSON.stringify(plainCondition(a) ?? null) === JSON.stringify(plainCondition(b) ?? null);
}

/** What a condition is whatever the row: true, false, or neither. */
export function constantOf(node: unknown): boolean | undefined {
  const record = (node ?? {}) as { A_Const?: { boolval?: { boolval?: boolean } }; TypeCast?: { arg?: unknown } };
  if (record.TypeCast !== undefined) return constantOf(record.TypeCast.arg);
  if (record.A_Const?.boolval === undefined) return undefined;
  return record.A_Const.boolval.boolval === true;
}

/** Whether a condition holds wherever another one does: the same, everything, or the old one or something else. */
export function isNoNarrower(old: Node | undefined, now: Node | undefined): boolean {
  if (constantOf(now) === true || constantOf(old) === false || isSameCondition(old, now)) return true;
  const [had, has] = [membersOf(old), membersOf(now)];
  if (had !== undefined && has?.of === had.of && had.items.every((each) => has.items.includes(each))) return true;
  const any = child(now ?? {}, 'BoolExpr');
  return text(any, 'boolop') === 'OR_EXPR' && children(any ?? {}, 'args').some((each) => isSameCondition(old, each));
}

/** The values that `status = 'a'` and `status in ('a', 'b')` let through, and what they are values of. */
function membersOf(
  condition: Node | undefined,
): { readonly of: string; readonly items: readonly string[] } | undefined {
  const plain = plainCondition(condition ?? {}) as {
    in?: unknown;
    items?: unknown;
    op?: unknown;
    left?: unknown;
    right?: unknown;
  };
  const words = (value: unknown) => JSON.stringify(value);
  if (Array.isArray(plain.items)) return { of: words(plain.in), items: plain.items.map(words) };
  return plain.op === '=' ? { of: words(plain.left), items: [words(plain.right)] } : undefined;
}
