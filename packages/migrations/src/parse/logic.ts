import { child, children, listName, type Node, opened, text } from './parser.ts';
import { constantOf, isSameCondition } from './trees.ts';

/** What an operator becomes when its result is turned round. */
const OPPOSITE: Readonly<Record<string, string>> = {
  '=': '<>',
  '<>': '=',
  '!=': '=',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '>=': '<',
};
const OPPOSITE_KIND: Readonly<Record<string, string>> = {
  AEXPR_DISTINCT: 'AEXPR_NOT_DISTINCT',
  AEXPR_NOT_DISTINCT: 'AEXPR_DISTINCT',
  AEXPR_BETWEEN: 'AEXPR_NOT_BETWEEN',
  AEXPR_NOT_BETWEEN: 'AEXPR_BETWEEN',
};

/** The opposite of a condition, as another condition; where there is none, it with NOT before it. Pure. */
export function negated(node: Node): Node {
  const { fields, type } = opened(node);
  const not: Node = { BoolExpr: { boolop: 'NOT_EXPR', args: [node] } };
  const constant = constantOf(node);
  if (constant !== undefined) return { A_Const: { boolval: constant ? {} : { boolval: true } } };
  if (type === 'BoolExpr') {
    const args = children(fields, 'args');
    const operator = text(fields, 'boolop');
    if (operator === 'NOT_EXPR') return args[0] ?? not;
    return { BoolExpr: { boolop: operator === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR', args: args.map(negated) } };
  }
  if (type === 'NullTest') {
    const isNull = text(fields, 'nulltesttype') === 'IS_NULL';
    return { NullTest: { ...fields, nulltesttype: isNull ? 'IS_NOT_NULL' : 'IS_NULL' } };
  }
  if (type !== 'A_Expr') return not;
  const kind = text(fields, 'kind');
  if (OPPOSITE_KIND[kind] !== undefined) return { A_Expr: { ...fields, kind: OPPOSITE_KIND[kind] } };
  const operator = OPPOSITE[listName(children(fields, 'name'))];
  if (operator === undefined || (kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN')) return not;
  return { A_Expr: { ...fields, name: [{ String: { sval: operator } }] } };
}

/** A number or a text that stands there, whatever it is cast to; undefined for everything else. */
export function constantValue(node: Node | undefined): number | string | undefined {
  if (node === undefined) return undefined;
  const cast = child(node, 'TypeCast');
  if (cast !== undefined) return constantValue(child(cast, 'arg'));
  const constant = child(node, 'A_Const');
  if (constant === undefined || constant['isnull'] === true) return undefined;
  const whole = child(constant, 'ival');
  if (whole !== undefined) return Number(whole['ival'] ?? 0);
  const decimal = child(constant, 'fval');
  if (decimal !== undefined) return Number(text(decimal, 'fval'));
  const string = child(constant, 'sval');
  return string === undefined ? undefined : text(string, 'sval');
}

/** They give a number that is never below zero. */
const COUNTS =
  /^(length|char_length|character_length|octet_length|bit_length|cardinality|jsonb?_array_length|abs|count)$/;

export function isNull(node: Node): boolean {
  return child(node, 'A_Const')?.['isnull'] === true;
}

/** `length(name) >= 0`. */
export function countsUp(left: Node, operator: string, right: Node): boolean {
  const call = child(left, 'FuncCall');
  if (call === undefined || !COUNTS.test(listName(children(call, 'funcname').slice(-1)))) return false;
  const value = constantValue(right);
  return (operator === '>=' && value === 0) || (/^(>|<>|!=)$/.test(operator) && typeof value === 'number' && value < 0);
}

/** What a comparison of two constants comes to; undefined where one is none. */
export function compareConstants(left: Node, operator: string, right: Node): boolean | undefined {
  const [a, b] = [constantValue(left), constantValue(right)];
  if (a === undefined || b === undefined || typeof a !== typeof b) return undefined;
  const isOrdered = typeof a === 'number' && typeof b === 'number';
  switch (operator) {
    case '=':
      return a === b;
    case '<>':
    case '!=':
      return a !== b;
    case '<':
      return isOrdered ? a < b : undefined;
    case '>':
      return isOrdered ? a > b : undefined;
    case '<=':
      return isOrdered ? a <= b : undefined;
    case '>=':
      return isOrdered ? a >= b : undefined;
    default:
      return undefined;
  }
}

/** `x is null or x is not null`, `a or not a`. */
export function isExhaustive(args: readonly Node[]): boolean {
  return args.some((one) => {
    const other = negated(one);
    return args.some((each) => each !== one && isSameCondition(each, other));
  });
}
