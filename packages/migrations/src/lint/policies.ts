import { canonical, child, children, listName, type Node, relationName, text } from '../parse/parser.ts';
import type { Statement } from '../parse/statements.ts';
import { selectedValue } from '../parse/trees.ts';
import { policyOf } from '../picture/definitions.ts';
import type { Policy } from '../picture/known.ts';
import type { Picture } from '../picture/picture.ts';
import type { Objection, RuleContext } from './rule.ts';
import { weigh } from './sizes.ts';

/** A policy as a statement makes it. */
export interface MadePolicy extends Policy {
  readonly table: string;
  readonly name: string;
  /** ALTER POLICY: what it does not say stays as it was. */
  readonly altered: boolean;
}

/** The policy that a statement creates or alters. */
export function madePolicy({ parsed }: Statement, picture: Picture): MadePolicy | undefined {
  if (parsed?.type !== 'CreatePolicyStmt' && parsed?.type !== 'AlterPolicyStmt') return undefined;
  const table = relationName(child(parsed.fields, 'table'));
  const name = text(parsed.fields, 'policy_name');
  const policy = policyOf(parsed.fields);
  if (parsed.type === 'CreatePolicyStmt') return { ...policy, table, name, altered: false };
  const old = picture.relation(table)?.policies.get(name);
  return {
    ...{ table, name, altered: true },
    command: old?.command ?? 'all',
    permissive: old?.permissive ?? true,
    roles: policy.roles.length > 0 ? policy.roles : (old?.roles ?? []),
    using: policy.using ?? old?.using,
    check: policy.check ?? old?.check,
  };
}

export function conditionsOf({ check, using }: Policy): readonly Node[] {
  return [using, check].filter((each) => each !== undefined);
}

/** The name of a function that an expression calls, also within `(select f())`; '' for any other expression. */
export function calledIn(node: Node | undefined): string {
  if (node === undefined) return '';
  const value = child(node, 'SubLink') === undefined ? undefined : selectedValue(child(node, 'SubLink') ?? {});
  if (value !== undefined) return calledIn(value as Node);
  return listName(children(child(node, 'FuncCall') ?? {}, 'funcname'));
}

/** A column of the policy's own table. */
export function ownColumnOf(node: Node | undefined, table: string): string | undefined {
  const fields = children(child(node ?? {}, 'ColumnRef') ?? {}, 'fields');
  if (fields.length === 0 || fields.some((field) => child(field, 'String') === undefined)) return undefined;
  const [column = '', ...qualifiers] = listName(fields).split('.').reverse();
  const name = canonical(table);
  const isOwn =
    qualifiers.length === 0 ||
    canonical(qualifiers.reverse().join('.')) === name ||
    qualifiers[0] === name.slice(name.indexOf('.') + 1);
  return isOwn ? column : undefined;
}

/** What it costs for each row is nothing on a small table, and grows with it. */
export function growing(table: string, { sizes }: RuleContext): Pick<Objection, 'weight' | 'table'> {
  return weigh(sizes?.get(canonical(table))) === 'small' ? { weight: 'note', table } : { table };
}
