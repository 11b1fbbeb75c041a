import { child, children, listName, type Node, opened, text } from '../../parse/parser.ts';
import { calledIn, conditionsOf, growing, madePolicy, ownColumnOf } from '../policies.ts';
import type { Objection, Rule } from '../rule.ts';

/** What they return is the same for all rows of a statement, and they are called for each. */
const OF_THE_REQUEST = /^(auth\.(uid|jwt|role|email)|(pg_catalog\.)?current_setting)$/;

/** A call that is made for every row, though its answer is the same for all of them. */
const policyPerRow: Rule = {
  id: 'policy-per-row',
  weight: 'warning',
  check: (statement, context) => {
    const policy = madePolicy(statement, context.picture);
    if (policy === undefined) return [];
    const calls = [...new Set(conditionsOf(policy).flatMap((condition) => calledPerRow(condition)))];
    if (calls.length === 0) return [];
    const [first = ''] = calls;
    return [
      {
        ...growing(policy.table, context),
        message: `${policy.table}: policy ${policy.name} calls ${calls.join(', ')} for every row`,
        todo: `write (select ${first}) instead, which is evaluated once for each statement`,
      },
    ];
  },
};

/** Functions that are called outside of a `select` that reads nothing. */
function calledPerRow(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(calledPerRow);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const select = key === 'SubLink' ? child(child(value as Node, 'subselect') ?? {}, 'SelectStmt') : undefined;
    if (select !== undefined && children(select, 'fromClause').length === 0)
      return calledPerRow((value as Node)['testexpr']);
    const name = key === 'FuncCall' ? listName(children(value as Node, 'funcname')) : '';
    return [...(OF_THE_REQUEST.test(name) ? [`${name}()`] : []), ...calledPerRow(value)];
  });
}

/** `auth.uid()` beside a column of another type, or beside a column that is cast to its type. */
const authUidCast: Rule = {
  id: 'auth-uid-cast',
  weight: 'warning',
  check: (statement, context) => {
    const policy = madePolicy(statement, context.picture);
    if (policy === undefined) return [];
    const { name, table } = policy;
    return conditionsOf(policy)
      .flatMap(comparisons)
      .flatMap(([one, other]): Objection[] => {
        const uid = one;
        if (!JSON.stringify(uid).includes('"sval":"uid"')) return [];
        const cast = child(child(other, 'TypeCast') ?? {}, 'arg');
        const casted = ownColumnOf(cast, table);
        if (casted !== undefined)
          return [
            {
              ...growing(table, context),
              message: `${table}: policy ${name} casts the column ${casted} to compare it with auth.uid(), so no index on it is used`,
              todo: `compare the column as it is: ${casted} = (select auth.uid()::text), or make it a uuid`,
            },
          ];
        const column = ownColumnOf(other, table);
        const type = column === undefined ? undefined : context.picture.column(table, column)?.type;
        if (calledIn(uid) !== 'auth.uid' || type === undefined || type === 'uuid') return [];
        return [
          {
            weight: 'error',
            message: `${table}: policy ${name} compares auth.uid(), a uuid, with ${column}, which is ${type}: PostgreSQL has no such operator (42883)`,
            todo: `cast it: ${column} = (select auth.uid()::${type})`,
          },
        ];
      });
  },
};

/** Both sides of each comparison for equality, each way round; not those of subqueries, whose columns are of other tables. */
function comparisons(node: Node): (readonly [Node, Node])[] {
  const { fields, type } = opened(node);
  if (type === 'BoolExpr') return children(fields, 'args').flatMap(comparisons);
  const [left, right] = [child(fields, 'lexpr'), child(fields, 'rexpr')];
  const isEqual =
    type === 'A_Expr' &&
    text(fields, 'kind') === 'AEXPR_OP' &&
    /^(=|<>)$/.test(listName(children(fields, 'name').slice(-1)));
  if (!isEqual || left === undefined || right === undefined) return [];
  return [
    [left, right],
    [right, left],
  ];
}

/** What users write themselves, by `auth.updateUser`. */
const WRITTEN_BY_USERS = /^(?:.*\W)?(?:raw_)?user_meta_?data(?:\W.*)?$/s;

const policyUserMetadata: Rule = {
  id: 'policy-user-metadata',
  weight: 'error',
  check: (statement, { picture }) => {
    const policy = madePolicy(statement, picture);
    if (policy === undefined || !conditionsOf(policy).some(readsMetadata)) return [];
    return [
      {
        message: `${policy.table}: policy ${policy.name} relies on user_metadata, which every user can change for themselves`,
        todo: 'read app_metadata, which only the service key writes, or a table that users cannot write',
      },
    ];
  },
};

function readsMetadata(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(readsMetadata);
  if (typeof node !== 'object' || node === null) return false;
  return Object.entries(node).some(([key, value]) =>
    key === 'sval' && typeof value === 'string' ? WRITTEN_BY_USERS.test(value) : readsMetadata(value),
  );
}

/** What policies ask about who is asking. */
export const policyAuthRules: readonly Rule[] = [policyPerRow, authUidCast, policyUserMetadata];
