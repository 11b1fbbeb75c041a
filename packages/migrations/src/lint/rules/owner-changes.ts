import { canonical, child, children, opened, relationName, text } from '../../parse/parser.ts';
import { objectName } from '../../phase/contract/names.ts';
import type { Objection, Rule } from '../rule.ts';

/** Whoever owned it loses the rights of an owner: to change it, and to see its rows past policies. */
export const ownerChanges: Rule = {
  id: 'owner-changes',
  weight: 'warning',
  check: ({ parsed }, { file, picture }) => {
    if (parsed === undefined) return [];
    const { fields, type } = parsed;
    const todo = 'keep the owner, or first grant the previous one what it needs';
    const objection = (what: string, to: string): Objection => ({
      message: `${what}: now belongs to ${to}; the previous owner loses an owner's rights`,
      todo,
    });
    if (type === 'ReassignOwnedStmt') return [objection('all objects of some roles', roleOf(child(fields, 'newrole')))];
    if (type === 'AlterOwnerStmt') {
      const name = relationName(child(fields, 'relation')) || objectName(child(fields, 'object') ?? {});
      return picture.isMade(name) || file.made.has(canonical(name))
        ? []
        : [objection(name, roleOf(child(fields, 'newowner')))];
    }
    if (type !== 'AlterTableStmt') return [];
    const table = relationName(child(fields, 'relation'));
    if (picture.isMade(table)) return [];
    return children(fields, 'cmds').flatMap((each) => {
      const cmd = opened(each).fields;
      const to = roleOf(child(cmd, 'newowner'));
      if (text(cmd, 'subtype') !== 'AT_ChangeOwner' || picture.relation(table)?.owner === to) return [];
      return [objection(table, to)];
    });
  },
};

function roleOf(role: Parameters<typeof text>[0]): string {
  return text(role, 'rolename') || 'another role';
}
