import { canonical, child, children, listName, type Node, opened, text } from '../../parse/parser.ts';
import { conditionsOf, growing, type MadePolicy, madePolicy, ownColumnOf } from '../policies.ts';
import type { Rule } from '../rule.ts';

/** A column by which a policy chooses rows, and that no index begins with: each statement reads the whole table. */
export const policyWithoutIndex: Rule = {
  id: 'policy-without-index',
  weight: 'warning',
  check: (statement, context) => {
    const { beyond, picture } = context;
    const policy = madePolicy(statement, picture);
    // Of a table that no file makes and no database was asked about, nobody knows the indexes.
    if (policy === undefined || picture.relation(policy.table)?.columns === undefined) return [];
    const { name, table } = policy;
    return columnsOf(policy)
      .filter((column) => picture.column(table, column) !== undefined)
      .filter((column) => !beyond.indexed.has(`${canonical(table)} ${column}`))
      .map((column) => ({
        ...growing(table, context),
        message: `${table}: policy ${name} chooses rows by ${column}, and no index begins with that column`,
        todo: `create index on ${table} (${column}), on a table in use with concurrently and in a file of its own`,
      }));
  },
};

/** Rows are looked for with `using`; `with check` only looks at the new one. */
function columnsOf(policy: MadePolicy): readonly string[] {
  const conditions = policy.command === 'insert' ? [] : conditionsOf({ ...policy, check: undefined });
  return [...new Set(conditions.flatMap((condition) => chosenBy(condition, policy.table)))];
}

function chosenBy(node: Node, table: string): string[] {
  const { fields, type } = opened(node);
  if (type === 'BoolExpr')
    return text(fields, 'boolop') === 'NOT_EXPR'
      ? []
      : children(fields, 'args').flatMap((each) => chosenBy(each, table));
  const own = (side: Node | undefined) => ownColumnOf(side, table) ?? [];
  // `tenant_id in (select …)` stays a filter over every row in a policy, whatever the indexes: the planner makes a join of it
  // in a query alone. `= any (array(select …))` and `= (select …)` are looked up.
  if (type !== 'A_Expr' || listName(children(fields, 'name').slice(-1)) !== '=') return [];
  const [left, right] = [own(child(fields, 'lexpr')), own(child(fields, 'rexpr'))];
  const isPlain = text(fields, 'kind') === 'AEXPR_OP';
  // Two columns of one row: no index finds that. `x = any (column)`: neither does one.
  if (isPlain)
    return [left, right].flat().length === 1 && ownColumnsIn(fields, table) === 1 ? [left, right].flat() : [];
  return /^AEXPR_(IN|OP_ANY)$/.test(text(fields, 'kind')) ? [left].flat() : [];
}

/** How often a comparison names columns of the table itself, but for what its subqueries do. */
function ownColumnsIn(node: unknown, table: string): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, each) => sum + ownColumnsIn(each, table), 0);
  if (typeof node !== 'object' || node === null || 'SubLink' in node) return 0;
  if ('ColumnRef' in node) return ownColumnOf(node, table) === undefined ? 0 : 1;
  return ownColumnsIn(Object.values(node), table);
}
