import { canonical, child, children, listName, type Node, opened, relationName, text } from '../parse/parser.ts';
import type { Picture } from '../picture/picture.ts';

/** What the names in a condition mean. */
export interface Scope {
  readonly picture: Picture;
  /** The table whose rows are chosen, canonical; '' where there are several, or none. */
  readonly table: string;
  /** How the condition names it. */
  readonly name: string;
  /** There are other tables beside it. */
  readonly joins: boolean;
  /** One of those is a batch: so many rows and no more. */
  readonly isChosen: boolean;
  /** What WITH names. */
  readonly ctes: ReadonlyMap<string, Node>;
}

/** Whether a condition of a subquery leaves some rows alone; comes in from those who judge conditions. */
export type Chooses = (where: Node, scope: Scope) => boolean;

/** The scope of the condition of an UPDATE, a DELETE or a MERGE. */
export function scopeOf(fields: Node, picture: Picture): Scope {
  const relation = child(fields, 'relation') ?? {};
  const source = child(fields, 'sourceRelation');
  const others = [...children(fields, 'usingClause'), ...children(fields, 'fromClause'), ...(source ? [source] : [])];
  const table = relationName(relation);
  const scope: Scope = {
    picture,
    table: canonical(table),
    name: text(child(relation, 'alias'), 'aliasname') || text(relation, 'relname'),
    joins: others.length > 0,
    isChosen: false,
    ctes: ctesOf(fields, new Map()),
  };
  return { ...scope, isChosen: others.some((each) => joinsBatch(each, scope)) };
}

/** The scope within a subquery. */
export function scopeOfSelect(select: Node, outer: Scope): Scope {
  const from = children(select, 'fromClause');
  const relation = from.length === 1 ? child(from[0] ?? {}, 'RangeVar') : undefined;
  const table = relationName(relation);
  const ctes = ctesOf(select, outer.ctes);
  return {
    picture: outer.picture,
    table: table === '' || ctes.has(table) ? '' : canonical(table),
    name: text(child(relation ?? {}, 'alias'), 'aliasname') || text(relation, 'relname'),
    joins: from.length > 1 || from.some((each) => child(each, 'JoinExpr') !== undefined),
    isChosen: false,
    ctes,
  };
}

function ctesOf(fields: Node, outer: ReadonlyMap<string, Node>): ReadonlyMap<string, Node> {
  const ctes = new Map(outer);
  for (const each of children(child(fields, 'withClause') ?? {}, 'ctes')) {
    const cte = child(each, 'CommonTableExpr') ?? {};
    ctes.set(text(cte, 'ctename'), child(cte, 'ctequery') ?? {});
  }
  return ctes;
}

/** Whether a query gives only some of the rows that its tables have: LIMIT, a condition, rows that stand there. */
export function choosesRows(select: Node, outer: Scope, chooses: Chooses): boolean {
  if (isBatch(select)) return true;
  const [left, right] = [child(select, 'larg'), child(select, 'rarg')];
  if (left !== undefined && right !== undefined) {
    const both = [left, right].map((each) => choosesRows(each, outer, chooses));
    return text(select, 'op') !== 'SETOP_UNION' || both.every(Boolean);
  }
  if (select['havingClause'] !== undefined || children(select, 'groupClause').length > 0) return true;
  const from = children(select, 'fromClause');
  const scope = scopeOfSelect(select, outer);
  const where = child(select, 'whereClause');
  if (where !== undefined && chooses(where, scope)) return true;
  return from.length === 0 || from.some((each) => gives(each, scope, chooses));
}

/** Rows that stand there, or so many and no more. */
function isBatch(select: Node): boolean {
  const limit = child(select, 'limitCount');
  const isLimited = limit !== undefined && child(limit, 'A_Const')?.['isnull'] !== true;
  return isLimited || children(select, 'valuesLists').length > 0;
}

/** Whether an item of FROM gives only some rows. */
function gives(item: Node, scope: Scope, chooses: Chooses): boolean {
  const { fields, type } = opened(item);
  switch (type) {
    case 'RangeVar': {
      const name = relationName(fields);
      const cte = scope.ctes.get(name);
      if (cte === undefined) return scope.picture.isMade(name);
      // One that is recursive would never end.
      const ctes = new Map([...scope.ctes].filter(([each]) => each !== name));
      return queryGives(cte, { ...scope, ctes }, chooses);
    }
    case 'JoinExpr': {
      const sides = [child(fields, 'larg'), child(fields, 'rarg')].filter((each) => each !== undefined);
      const quals = child(fields, 'quals');
      return sides.some((each) => gives(each, scope, chooses)) || (quals !== undefined && !isPlainJoin(quals));
    }
    case 'RangeSubselect':
      return queryGives(child(fields, 'subquery') ?? {}, scope, chooses);
    default:
      return true;
  }
}

function queryGives(query: Node, scope: Scope, chooses: Chooses): boolean {
  const { fields, type } = opened(query);
  return type !== 'SelectStmt' || choosesRows(fields, scope, chooses);
}

/** Whether what an UPDATE or a DELETE joins with is a batch. */
function joinsBatch(item: Node, { ctes }: Pick<Scope, 'ctes'>): boolean {
  const { fields, type } = opened(item);
  if (type === 'RangeVar') {
    const { fields: query, type: kind } = opened(ctes.get(relationName(fields)) ?? {});
    return kind === 'SelectStmt' && isBatch(query);
  }
  if (type === 'JoinExpr')
    return [child(fields, 'larg'), child(fields, 'rarg')].some(
      (each) => each !== undefined && joinsBatch(each, { ctes }),
    );
  const subquery = child(child(fields, 'subquery') ?? {}, 'SelectStmt');
  return type === 'RangeSubselect' && subquery !== undefined && isBatch(subquery);
}

/** Only says which rows belong together: columns that are equal, and nothing that is a value. */
export function isPlainJoin(where: Node): boolean {
  const both = child(where, 'BoolExpr');
  if (both !== undefined) return text(both, 'boolop') === 'AND_EXPR' && children(both, 'args').every(isPlainJoin);
  const expression = child(where, 'A_Expr');
  const sides = [child(expression ?? {}, 'lexpr'), child(expression ?? {}, 'rexpr')];
  return (
    expression !== undefined &&
    listName(children(expression, 'name').slice(-1)) === '=' &&
    sides.every((each) => each !== undefined && isOfColumns(each))
  );
}

/** Made of columns alone. */
export function isOfColumns(value: Node): boolean {
  return !/"(A_Const|ParamRef|NullTest|SubLink|SQLValueFunction|FuncCall|BooleanTest)"/.test(JSON.stringify(value));
}

/** The column of the table itself that an expression is, whatever it is cast to. */
export function ownColumn(node: Node | undefined, { joins, name }: Pick<Scope, 'joins' | 'name'>): string | undefined {
  if (node === undefined) return undefined;
  const cast = child(node, 'TypeCast');
  if (cast !== undefined) return ownColumn(child(cast, 'arg'), { joins, name });
  const words = children(child(node, 'ColumnRef') ?? {}, 'fields').map((each) => text(child(each, 'String'), 'sval'));
  const [first = '', second] = words.slice(-2);
  if (words.length === 0) return undefined;
  if (second === undefined) return joins ? undefined : first;
  return first === name ? second : undefined;
}
