import { child, children, text } from '../../parse/parser.ts';
import type { Rule } from '../rule.ts';

const ANYBODY = new Set(['public', 'anon', 'authenticated']);

/** Rights of what will be made later: nobody sees them there. */
export const defaultRights: Rule = {
  id: 'default-rights',
  weight: 'warning',
  check: ({ parsed }) => {
    if (parsed?.type !== 'AlterDefaultPrivilegesStmt') return [];
    const action = child(parsed.fields, 'action') ?? {};
    const to = children(action, 'grantees').map((each) => text(child(each, 'RoleSpec'), 'rolename') || 'public');
    const open = to.filter((role) => ANYBODY.has(role));
    const grants = action['is_grant'] === true;
    const rights = children(action, 'privileges').map((each) => text(child(each, 'AccessPriv'), 'priv_name'));
    if (
      grants &&
      (open.length === 0 || (rights.length > 0 && rights.every((right) => /^(select|usage|execute)$/.test(right))))
    )
      return [];
    const what = text(action, 'objtype').replace('OBJECT_', '').toLowerCase();
    return [
      {
        message: grants
          ? `${open.join(', ')} (that is, everyone) may write every ${what} created later`
          : `${to.join(', ')} gets no ${rights.join(', ') || 'rights'} on a ${what} created later`,
        todo: 'grant and revoke on each object, in the file that creates it',
      },
    ];
  },
};
