import { child, relationName, text } from '../../parse/parser.ts';
import { constantOf } from '../../parse/trees.ts';
import { policyOf } from '../../picture/definitions.ts';
import type { Rule } from '../rule.ts';

const ANYBODY = new Set(['public', 'anon', 'authenticated']);

/** A policy that lets everybody at every row. */
export const opensRows: Rule = {
  id: 'opens-rows',
  weight: 'warning',
  check: ({ parsed }, { picture }) => {
    if (parsed?.type !== 'CreatePolicyStmt' && parsed?.type !== 'AlterPolicyStmt') return [];
    const table = relationName(child(parsed.fields, 'table'));
    const name = text(parsed.fields, 'policy_name');
    const altered = parsed.type === 'AlterPolicyStmt';
    const policy = policyOf(parsed.fields);
    const old = picture.relation(table)?.policies.get(name);
    const roles = altered && policy.roles.length === 0 ? (old?.roles ?? []) : policy.roles;
    const command = altered ? (old?.command ?? 'all') : policy.command;
    const open = roles.filter((role) => ANYBODY.has(role));
    const isOpen =
      constantOf(policy.using) === true || (policy.using === undefined && constantOf(policy.check) === true);
    if ((!altered && !policy.permissive) || !isOpen || (open.length === 0 && !(altered && roles.length === 0)))
      return [];
    const reads = command === 'select';
    return [
      {
        ...(reads || command === 'insert' ? { weight: 'note' as const } : {}),
        message: `${table}: policy ${name} lets ${open.join(', ') || 'its roles'} ${reads ? 'read' : command === 'all' ? 'read and write' : command} every row`,
        todo: 'restrict the condition to the rows of each user, unless everyone may have them',
      },
    ];
  },
};
