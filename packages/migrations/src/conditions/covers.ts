import { compareConstants, constantValue, countsUp, isExhaustive, isNull, negated } from '../parse/logic.ts';
import { canonical, child, children, listName, type Node, opened, text } from '../parse/parser.ts';
import { constantOf, isSameCondition, selectedValue } from '../parse/trees.ts';
import type { Picture } from '../picture/picture.ts';
import { bounded, type Compared, comparedKey, isPast } from './bounds.ts';
import { choosesRows, isOfColumns, isPlainJoin, type Scope, scopeOf, scopeOfSelect } from './sources.ts';

/**
 * Why a condition leaves no row alone: it is so for every row (`all`), it names nothing of a row and is so for all or
 * for none (`same`), it only bounds a key on one side or far apart (`bound`), it only says which rows belong together
 * (`join`).
 */
export type Cover = 'all' | 'same' | 'bound' | 'join';

/** What is known of a condition: it covers the table, it holds for no row, or it chooses. */
type Truth = Cover | 'never' | 'open';

/** Why an UPDATE or a DELETE leaves no row of its table alone; undefined where it may choose some. Pure. */
export function coverOf(fields: Node, picture: Picture): Cover | undefined {
  const where = child(fields, 'whereClause');
  return where === undefined ? 'all' : coverIn(where, scopeOf(fields, picture));
}

/** Why a MERGE leaves none of the rows alone that have a partner; undefined where it may choose some. */
export function mergeCover(fields: Node, picture: Picture): Cover | undefined {
  const scope = scopeOf(fields, picture);
  const join = child(fields, 'joinCondition');
  const joined = join === undefined ? 'all' : coverIn(join, { ...scope, joins: true });
  if (joined === undefined) return undefined;
  const writes = children(fields, 'mergeWhenClauses').flatMap((each): Cover[] => {
    const clause = child(each, 'MergeWhenClause') ?? {};
    if (!/^CMD_(UPDATE|DELETE)$/.test(text(clause, 'commandType'))) return [];
    const condition = child(clause, 'condition');
    const cover = condition === undefined ? joined : coverIn(condition, { ...scope, joins: true });
    return cover === undefined ? [] : [RANK.findLast((each) => each === joined || each === cover) as Cover];
  });
  return writes[0];
}

function coverIn(where: Node, scope: Scope): Cover | undefined {
  const truth = judge(where, scope);
  return truth === 'open' || truth === 'never' ? undefined : truth;
}

function chooses(where: Node, scope: Scope): boolean {
  return coverIn(where, scope) === undefined;
}

/** From the one that says least about rows. */
const RANK: readonly Truth[] = ['all', 'same', 'bound', 'join'];

function judge(node: Node, scope: Scope): Truth {
  const constant = constantOf(node);
  if (constant !== undefined) return constant ? 'all' : 'never';
  const { fields, type } = opened(node);
  switch (type) {
    case 'BoolExpr':
      return judgeBool(fields, scope);
    case 'NullTest': {
      const isNeeded = text(fields, 'nulltesttype') === 'IS_NOT_NULL';
      if (isNeverNull(child(fields, 'arg') ?? {}, scope)) return isNeeded ? 'all' : 'never';
      break;
    }
    case 'BooleanTest': {
      const arg = child(fields, 'arg') ?? {};
      const kind = text(fields, 'booltesttype');
      if (kind === 'IS_TRUE' || kind === 'IS_NOT_FALSE') return judge(arg, scope);
      if (kind === 'IS_FALSE' || kind === 'IS_NOT_TRUE') return judge(negated(arg), scope);
      break;
    }
    case 'A_Expr': {
      const truth = judgeExpression(node, fields, scope);
      if (truth !== 'open') return truth;
      break;
    }
    case 'SubLink': {
      const truth = judgeSubquery(fields, scope);
      if (truth !== 'open') return truth;
      break;
    }
    case 'TypeCast':
      return judge(child(fields, 'arg') ?? {}, scope);
  }
  return namesNoRow(node, scope) ? 'same' : 'open';
}

function judgeBool(fields: Node, scope: Scope): Truth {
  const args = children(fields, 'args');
  const operator = text(fields, 'boolop');
  if (operator === 'AND_EXPR') return judgeAll(args, scope);
  if (operator === 'OR_EXPR') {
    const truths = args.map((each) => judge(each, scope));
    const covers = RANK.find((each) => truths.includes(each));
    if (covers !== undefined) return covers;
    if (truths.every((each) => each === 'never')) return 'never';
    return isExhaustive(args) ? 'all' : 'open';
  }
  const [inner] = args;
  if (inner === undefined) return 'open';
  const other = negated(inner);
  if (child(other, 'BoolExpr')?.['boolop'] !== 'NOT_EXPR') return judge(other, scope);
  const truth = judge(inner, scope);
  return truth === 'never' ? 'all' : truth === 'all' ? 'never' : truth === 'same' ? 'same' : 'open';
}

/** Conditions that must all hold: bounds of the same key are one, the others count one by one. */
function judgeAll(args: readonly Node[], scope: Scope): Truth {
  const flat = args.flatMap(function flatten(each): readonly Node[] {
    const both = child(each, 'BoolExpr');
    return both !== undefined && text(both, 'boolop') === 'AND_EXPR' ? children(both, 'args').flatMap(flatten) : [each];
  });
  const bounds = new Map<string, Compared[]>();
  const truths: Truth[] = [];
  for (const each of flat) {
    const compared = comparedKey(each, scope);
    if (compared === undefined) truths.push(judge(each, scope));
    else bounds.set(compared.column, [...(bounds.get(compared.column) ?? []), compared]);
  }
  for (const compared of bounds.values()) truths.push(bounded(compared));
  if (truths.includes('never')) return 'never';
  if (truths.includes('open')) return 'open';
  return RANK.findLast((each) => truths.includes(each)) ?? 'open';
}

const ALWAYS = /^(=|<=|>=)$/;
const NEVER = /^(<>|!=|<|>)$/;
function judgeExpression(node: Node, fields: Node, scope: Scope): Truth {
  const kind = text(fields, 'kind');
  const operator = listName(children(fields, 'name').slice(-1));
  const [left, right] = [child(fields, 'lexpr'), child(fields, 'rexpr')];
  if (left === undefined || right === undefined) return 'open';
  const compares = kind === 'AEXPR_OP';
  const isSame = isSameValue(left, right, scope);
  if (compares && isSame && ALWAYS.test(operator)) return 'all';
  if (compares && isSame && NEVER.test(operator)) return 'never';
  if (kind === 'AEXPR_NOT_DISTINCT' && isSame) return 'all';
  if (kind === 'AEXPR_DISTINCT' && isSame) return 'never';
  if (kind === 'AEXPR_DISTINCT' && isNull(right) && isNeverNull(left, scope)) return 'all';
  if (
    /^AEXPR_(LIKE|ILIKE|SIMILAR)$/.test(kind) &&
    /^%+$/.test(String(constantValue(right) ?? '')) &&
    operator !== '!~~'
  )
    return 'all';
  if (compares && operator === '~' && /^(\^?(\.\*)?\$?)$/.test(String(constantValue(right) ?? '-'))) return 'all';
  if (compares && countsUp(left, operator, right)) return 'all';
  const known = compares ? compareConstants(left, operator, right) : undefined;
  if (known !== undefined) return known ? 'all' : 'never';
  if (compares && isPast(left, operator, right)) return 'all';
  const compared = comparedKey(node, scope);
  if (compared !== undefined) return bounded([compared]);
  if (kind === 'AEXPR_OP_ANY' && operator === '=') {
    const list = child(right, 'SubLink');
    if (list !== undefined && text(list, 'subLinkType') === 'ARRAY_SUBLINK') return judgeMember(left, list, scope);
  }
  if (compares && operator === '=') {
    const looped = ofNamedQuery(right, scope) ?? ofNamedQuery(left, scope);
    if (looped !== undefined) return judgeMember(looped.is === right ? left : right, looped.query, scope);
  }
  if (scope.joins && isOfColumns(left) && isOfColumns(right)) return scope.isChosen ? 'open' : 'join';
  return 'open';
}

/**
 * A column of a query that WITH names and that is not joined: the variable of a loop over it in a block of code, which
 * is what such a condition is of.
 */
function ofNamedQuery(node: Node, { ctes, joins }: Scope): { readonly is: Node; readonly query: Node } | undefined {
  const words = children(child(node, 'ColumnRef') ?? {}, 'fields').map((each) => text(child(each, 'String'), 'sval'));
  const [name = '', column = ''] = words;
  const query = words.length === 2 && !joins ? ctes.get(name) : undefined;
  if (query === undefined || child(query, 'SelectStmt') === undefined) return undefined;
  const target = { ResTarget: { val: { ColumnRef: { fields: [{ String: { sval: column } }] } } } };
  // Of all that it selects, this one column.
  return { is: node, query: { subselect: { SelectStmt: { ...child(query, 'SelectStmt'), targetList: [target] } } } };
}

/** The same column or expression, of this very table: of another one, or of a record, it is another. */
function isSameValue(left: Node, right: Node, scope: Scope): boolean {
  if (!isSameCondition(left, right)) return false;
  const [one, other] = [left, right].map((each) => qualifiersIn(each, scope).join());
  return one === other;
}

/** What the columns in an expression are said to belong to; '' for the table itself, where there is no other. */
function qualifiersIn(node: unknown, scope: Scope): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => qualifiersIn(each, scope));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== 'ColumnRef') return qualifiersIn(value, scope);
    const qualifier = listName(children(value as Node, 'fields').slice(0, -1));
    const isOwn = qualifier === scope.name || canonical(qualifier) === scope.table;
    return [isOwn && !scope.joins ? '' : qualifier];
  });
}

/** What holds no NULL: a column that the database says so of, or the usual name of a key where nobody knows. */
function isNeverNull(node: Node, scope: Scope): boolean {
  const { fields, type } = opened(node);
  switch (type) {
    case 'A_Const':
      return fields['isnull'] !== true;
    case 'TypeCast':
      return isNeverNull(child(fields, 'arg') ?? {}, scope);
    case 'CoalesceExpr':
      return children(fields, 'args').some((each) => isNeverNull(each, scope));
    case 'SQLValueFunction':
    case 'NullTest':
    case 'BooleanTest':
      return true;
    case 'FuncCall':
      return /^(now|clock_timestamp|transaction_timestamp|statement_timestamp|random|count)$/.test(
        listName(children(fields, 'funcname').slice(-1)),
      );
    case 'ColumnRef': {
      const column = listName(children(fields, 'fields').slice(-1));
      if (/^(ctid|tableoid|xmin|xmax|cmin|cmax)$/.test(column)) return true;
      return scope.picture.column(scope.table, column)?.notNull ?? column === 'id';
    }
    default:
      return false;
  }
}

function judgeSubquery(link: Node, scope: Scope): Truth {
  const select = child(child(link, 'subselect') ?? {}, 'SelectStmt');
  if (select === undefined) return 'open';
  switch (text(link, 'subLinkType')) {
    case 'EXISTS_SUBLINK':
      return judgeExists(select, scope);
    case 'ANY_SUBLINK': {
      const operator = listName(children(link, 'operName').slice(-1));
      return operator === '' || operator === '=' ? judgeMember(child(link, 'testexpr') ?? {}, link, scope) : 'open';
    }
    case 'EXPR_SUBLINK': {
      const value = selectedValue(link);
      return value === undefined ? 'open' : judge(value as Node, scope);
    }
    default:
      return 'open';
  }
}

function judgeExists(select: Node, scope: Scope): Truth {
  const where = child(select, 'whereClause');
  const from = children(select, 'fromClause');
  const [target] = children(select, 'targetList').map((each) => child(child(each, 'ResTarget') ?? {}, 'val') ?? {});
  const counts = /^(count|sum|min|max|avg|bool_and|bool_or)$/.test(
    listName(children(child(target ?? {}, 'FuncCall') ?? {}, 'funcname').slice(-1)),
  );
  if (counts && children(select, 'groupClause').length === 0 && select['havingClause'] === undefined) return 'all';
  if (from.length === 0) return where === undefined ? 'all' : judge(where, scope);
  // Its own columns hide those of the statement: this is only so where it joins with that.
  const joins = where !== undefined && isPlainJoin(where) && !standsAlone(select, scope);
  return joins && !choosesRows({ ...select, whereClause: undefined }, scope, chooses) ? 'join' : 'open';
}

/** `key in (select key from the_same_table)`; of another table, it is a join. */
function judgeMember(member: Node, link: Node, scope: Scope): Truth {
  const select = child(child(link, 'subselect') ?? {}, 'SelectStmt');
  if (select === undefined) return 'open';
  const inner = scopeOfSelect(select, scope);
  const [target, ...more] = children(select, 'targetList').map((each) => child(each, 'ResTarget') ?? {});
  const columns = child(member, 'RowExpr') === undefined ? [member] : children(child(member, 'RowExpr') ?? {}, 'args');
  const targets = target === undefined ? [] : [target, ...more];
  const isOwn =
    inner.table !== '' &&
    inner.table === scope.table &&
    columns.length === targets.length &&
    columns.every((each, nth) => isSameCondition(each, targets[nth]?.['val']));
  if (choosesRows(select, scope, chooses)) return 'open';
  if (!isOwn) return columns.every((each) => child(each, 'ColumnRef') !== undefined) ? 'join' : 'open';
  const where = child(select, 'whereClause');
  return where === undefined ? 'all' : judge(where, inner);
}

/** They give each row another value. */
const OF_EACH_ROW = /^(random|gen_random_uuid|uuid_generate_v\d|uuidv[47]|nextval|clock_timestamp|random_normal)$/;

/** Whether a condition is one and the same for every row: nothing in it is a row's. */
function namesNoRow(node: unknown, scope: Scope): boolean {
  if (Array.isArray(node)) return node.every((each) => namesNoRow(each, scope));
  if (typeof node !== 'object' || node === null) return true;
  return Object.entries(node).every(([key, value]) => {
    if (key === 'ColumnRef' || key === 'CurrentOfExpr') return false;
    if (key === 'FuncCall' && OF_EACH_ROW.test(listName(children(value as Node, 'funcname').slice(-1)))) return false;
    if (key !== 'SubLink') return namesNoRow(value, scope);
    const link = value as Node;
    const select = child(child(link, 'subselect') ?? {}, 'SelectStmt');
    return namesNoRow(link['testexpr'], scope) && select !== undefined && standsAlone(select, scope);
  });
}

/** Whether a subquery names no column of the statement around it, as far as can be told. */
function standsAlone(select: Node, scope: Scope): boolean {
  const names = new Map<string, string>();
  for (const each of children(select, 'fromClause')) {
    const relation = child(each, 'RangeVar');
    if (relation === undefined) return false;
    const name = text(relation, 'relname');
    const schema = text(relation, 'schemaname');
    names.set(text(child(relation, 'alias'), 'aliasname') || name, schema === '' ? name : `${schema}.${name}`);
  }
  const isOwn = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.every(isOwn);
    if (typeof node !== 'object' || node === null) return true;
    return Object.entries(node).every(([key, value]) => {
      if (key === 'SubLink') return false;
      if (key !== 'ColumnRef') return isOwn(value);
      const words = children(value as Node, 'fields').flatMap((each) => {
        const word = child(each, 'String');
        return word === undefined ? [] : [text(word, 'sval')];
      });
      const [first = '', ...rest] = words;
      if (words.length === 0) return true;
      if (rest.length > 0) return names.has(first);
      return [...names.values()].some((table) => scope.picture.column(table, first) !== undefined);
    });
  };
  return isOwn({ ...select, fromClause: undefined });
}
