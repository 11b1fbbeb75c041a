import { child, children, listName, type Node, text } from '../parse/parser.ts';
import { constantOf, isSameCondition } from '../parse/trees.ts';
import type { Picture } from '../picture/picture.ts';

/** Whether an UPDATE or a DELETE certainly leaves some rows alone: its condition says more than what is so for every row. */
export function isSelective(fields: Node, picture: Picture): boolean {
  const where = child(fields, 'whereClause');
  if (where === undefined || isAlwaysTrue(where, fields, picture)) return false;
  // A join alone: as many rows as have a partner.
  const joins = children(fields, 'usingClause').length > 0 || children(fields, 'fromClause').length > 0;
  return !joins || !isJoin(where);
}

/** Whether a MERGE writes only some of the rows that are there: those of a condition that is more than a join. */
export function mergesFew(fields: Node): boolean {
  const join = child(fields, 'joinCondition');
  if (join !== undefined && constantOf(join) !== true && !isJoin(join)) return true;
  return !children(fields, 'mergeWhenClauses').some((each) => {
    const clause = child(each, 'MergeWhenClause') ?? {};
    const writes = /^CMD_(UPDATE|DELETE)$/.test(text(clause, 'commandType'));
    return writes && (clause['condition'] === undefined || constantOf(child(clause, 'condition')) === true);
  });
}

function isAlwaysTrue(node: Node, fields: Node, picture: Picture): boolean {
  if (constantOf(node) === true) return true;
  const both = child(node, 'BoolExpr');
  if (both !== undefined) {
    const args = children(both, 'args');
    if (text(both, 'boolop') === 'AND_EXPR') return args.every((each) => isAlwaysTrue(each, fields, picture));
    if (text(both, 'boolop') === 'OR_EXPR')
      return args.some((each) => isAlwaysTrue(each, fields, picture)) || isExhaustive(args);
    return isAlwaysFalse(args[0] ?? {});
  }
  const test = child(node, 'NullTest');
  if (test !== undefined)
    return text(test, 'nulltesttype') === 'IS_NOT_NULL' && isNeverNull(child(test, 'arg') ?? {}, fields, picture);
  const expression = child(node, 'A_Expr');
  if (expression === undefined) return false;
  const operator = listName(children(expression, 'name'));
  const [left, right] = [child(expression, 'lexpr'), child(expression, 'rexpr')];
  const isSame = left !== undefined && isSameCondition(left, right);
  if (isSame && /^(=|<=|>=)$/.test(operator)) return true;
  return /^(<>|!=)$/.test(operator) && isConstant(left) && isConstant(right) && !isSame;
}

function isAlwaysFalse(node: Node): boolean {
  if (constantOf(node) === false) return true;
  const expression = child(node, 'A_Expr');
  if (expression === undefined || listName(children(expression, 'name')) !== '=') return false;
  const [left, right] = [child(expression, 'lexpr'), child(expression, 'rexpr')];
  return isConstant(left) && isConstant(right) && !isSameCondition(left, right);
}

/** `x is null or x is not null`. */
function isExhaustive(args: readonly Node[]): boolean {
  const tests = args
    .flatMap((each): Node[] => [child(each, 'NullTest') ?? {}])
    .filter((each) => each['arg'] !== undefined);
  return tests.some((one) =>
    tests.some(
      (other) => text(one, 'nulltesttype') !== text(other, 'nulltesttype') && isSameCondition(one['arg'], other['arg']),
    ),
  );
}

function isConstant(node: Node | undefined): boolean {
  return node !== undefined && child(node, 'A_Const') !== undefined;
}

/** A column that holds no NULL: one that the database says so of, or the usual name of a key where nobody knows. */
function isNeverNull(node: Node, fields: Node, picture: Picture): boolean {
  const column = listName(children(child(node, 'ColumnRef') ?? {}, 'fields').slice(-1));
  const relation = child(fields, 'relation') ?? {};
  const table = [text(relation, 'schemaname'), text(relation, 'relname')].filter((each) => each !== '').join('.');
  return picture.column(table, column)?.notNull ?? column === 'id';
}

/** Only says which rows belong together: nothing in it is a value. */
function isJoin(where: Node): boolean {
  return !/"(A_Const|ParamRef|NullTest|SubLink|SQLValueFunction|FuncCall|BooleanTest)"/.test(JSON.stringify(where));
}
