import { compareConstants, isExhaustive } from '../../parse/logic.ts';
import { child, children, listName, type Node, text } from '../../parse/parser.ts';
import { constantOf, isSameCondition } from '../../parse/trees.ts';
import { calledIn, type MadePolicy, madePolicy, ownColumnOf } from '../policies.ts';
import type { Objection, Rule, RuleContext } from '../rule.ts';

const ANYBODY = new Set(['public', 'anon', 'authenticated']);

/** Whose rows a condition leaves out: none for anyone, or none for anyone who is signed in. */
type Openness = 'everyone' | 'signed-in';

/** A policy that restricts nothing, though it does not say `true`, or that checks nothing of what is written. */
export const policyAlwaysTrue: Rule = {
  id: 'policy-always-true',
  weight: 'warning',
  check: (statement, context) => {
    const policy = madePolicy(statement, context.picture);
    if (policy === undefined || !policy.permissive) return [];
    if (policy.roles.length > 0 && !policy.roles.some((role) => ANYBODY.has(role))) return [];
    const { check, command, using } = policy;
    const about = (condition: Node | undefined) =>
      condition === undefined ? undefined : opennessOf(condition, policy, context);
    const [sees, writes] = [about(using), about(check)];
    // What says `true` is opens-rows' to object to.
    if (constantOf(using) === true || (using === undefined && constantOf(check) === true)) return [];
    if (sees !== undefined) return [open(policy, sees)];
    if (using === undefined && writes !== undefined) return [open(policy, writes)];
    const moves = writes !== undefined && (command === 'update' || command === 'all');
    return moves
      ? [
          {
            message: `${policy.table}: policy ${policy.name} checks nothing of the new row (${said(writes)}), so a row can be given to another user`,
            todo: 'write the condition of using into with check too, or leave with check out',
          },
        ]
      : [];
  },
};

function open({ command, name, table }: MadePolicy, openness: Openness): Objection {
  const isNote = command === 'select' || command === 'insert';
  const does = command === 'select' ? 'read' : command === 'all' ? 'read and write' : command;
  const who = openness === 'everyone' ? 'everyone' : 'every user who is signed in';
  return {
    ...(isNote ? { weight: 'note' as const } : {}),
    message: `${table}: the condition of policy ${name} is ${said(openness)}: ${who} may ${does} every row`,
    todo: 'restrict the condition to the rows of each user, unless everyone may have them',
  };
}

function said(openness: Openness): string {
  return openness === 'everyone' ? 'always true' : 'true for everyone who is signed in';
}

function opennessOf(node: Node, policy: MadePolicy, context: RuleContext): Openness | undefined {
  if (constantOf(node) === true) return 'everyone';
  const boolean = child(node, 'BoolExpr');
  if (boolean !== undefined) return ofParts(boolean, policy, context);
  const test = child(node, 'NullTest');
  if (test !== undefined) return ofNullTest(test, policy, context);
  const comparison = child(node, 'A_Expr');
  const [left, right] = [child(comparison ?? {}, 'lexpr'), child(comparison ?? {}, 'rexpr')];
  if (comparison === undefined || left === undefined || right === undefined) return undefined;
  const operator = listName(children(comparison, 'name').slice(-1));
  if (compareConstants(left, operator, right) === true) return 'everyone';
  if (/^(=|<=|>=)$/.test(operator) && isSameCondition(left, right))
    return calledIn(left).startsWith('auth.') ? 'signed-in' : 'everyone';
  const isRole = [left, right].some((each) => calledIn(each) === 'auth.role');
  const isSignedIn = JSON.stringify([left, right]).includes('"sval":"authenticated"');
  return operator === '=' && isRole && isSignedIn ? 'signed-in' : undefined;
}

function ofParts(boolean: Node, policy: MadePolicy, context: RuleContext): Openness | undefined {
  const args = children(boolean, 'args');
  const parts = args.map((each) => opennessOf(each, policy, context));
  const isAnd = text(boolean, 'boolop') === 'AND_EXPR';
  if (isAnd) return parts.includes(undefined) ? undefined : parts.includes('signed-in') ? 'signed-in' : 'everyone';
  if (text(boolean, 'boolop') !== 'OR_EXPR') return undefined;
  return parts.includes('everyone') || isExhaustive(args) ? 'everyone' : parts.find((each) => each !== undefined);
}

/** `id is not null`, `auth.uid() is not null`. */
function ofNullTest(test: Node, { table }: MadePolicy, { picture }: RuleContext): Openness | undefined {
  if (text(test, 'nulltesttype') !== 'IS_NOT_NULL') return undefined;
  if (calledIn(child(test, 'arg')).startsWith('auth.')) return 'signed-in';
  const column = ownColumnOf(child(test, 'arg'), table);
  return column !== undefined && picture.column(table, column)?.notNull === true ? 'everyone' : undefined;
}
